//! The row groups of many small files in one file, copied as they are.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use bytes::Bytes;
use parquet::column::writer::ColumnCloseResult;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;

use super::{properties, receipt, schema};
use crate::rules::Editions;

/// Writes a file with the row groups of the small files that stand in `from` one behind the other, each of the
/// length `lengths` says. One of them is in memory at a time.
///
/// # Errors
/// `from` cannot be read or is not what [`super::Columnar`] made; `to` cannot be written.
pub fn merge(
    from: &mut File,
    lengths: &[u64],
    editions: &Editions,
    to: impl Write + Send,
) -> io::Result<()> {
    let mut file = SerializedFileWriter::new(to, schema(), properties(receipt(editions)))?;
    from.seek(SeekFrom::Start(0))?;
    for length in lengths {
        let mut part = Vec::new();
        Read::take(&mut *from, *length).read_to_end(&mut part)?;
        let part = Bytes::from(part);
        let small = SerializedFileReader::new(part.clone())?;
        for of in small.metadata().row_groups() {
            let mut group = file.next_row_group()?;
            for column in of.columns() {
                let done = ColumnCloseResult {
                    bytes_written: u64::try_from(column.compressed_size()).unwrap_or_default(),
                    rows_written: u64::try_from(of.num_rows()).unwrap_or_default(),
                    metadata: column.clone(),
                    bloom_filter: None,
                    column_index: None,
                    offset_index: None,
                };
                group.append_column(&part, done)?;
            }
            group.close()?;
        }
    }
    file.into_inner()?.flush()
}
