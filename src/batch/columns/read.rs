//! A Parquet file as records of JSON, a few at a time.

use std::fs::File;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::reader::{FileReader, SerializedFileReader};

use super::leaf::is_exact;
use super::leaves::Leaves;
use super::names::{Names, REQUIRED};
use super::pages::{self, MOST_PAGES};
use crate::batch::Record;
use crate::batch::chunk::{CHUNK_BYTES, CHUNK_RECORDS, Chunk};
use crate::document::guard::guarded;
use crate::document::{Problem, ProblemKind};
use crate::words::batch as words;

/// Records whose values are in memory as columns, and how many values these may have by what the file says.
const AT_ONCE: u64 = 64;
const VALUES_AT_ONCE: u64 = 1024 * 1024;
/// What a row group may become, in values and bytes of text: this much for every byte of it, and some more.
const MOST_TIMES: u64 = 1_000;
const FREE: u64 = 1024 * 1024;
/// Row groups: seven times as many as nine million sheets have.
const MOST_GROUPS: usize = 32_768;

/// A file that is read.
pub(in crate::batch) struct Columns {
    name: Arc<str>,
    file: File,
    reader: SerializedFileReader<File>,
    names: Names,
    /// Bytes of the file and its records, for the progress.
    size: u64,
    records: u64,
    /// The row group that comes next.
    group: usize,
    leaves: Option<Leaves>,
    /// Records of the open row group that are not read yet, and those that are read and not taken.
    left: u64,
    ahead: u64,
    /// Records of it that are read together, and what it may still become.
    step: u64,
    room: u64,
}

impl Columns {
    /// Opens a file; the first `skipped` records are passed by.
    ///
    /// # Errors
    /// It is damaged, goes beyond a limit, or has not the columns of a sheet.
    pub(in crate::batch) fn open(
        name: &Arc<str>,
        mut file: File,
        skipped: u64,
    ) -> std::result::Result<Columns, Problem> {
        let refuse = |kind| Problem::of_file(name, kind);
        let before = pages::before_sound_footer(&mut file).ok().flatten();
        let before = before.ok_or_else(|| refuse(damaged()))?;
        let opened = guarded(|| {
            let reader = SerializedFileReader::new(file.try_clone()?)?;
            if !fits(&reader, before) {
                return Err(too_much());
            }
            let names = Names::of(reader.metadata().file_metadata().schema());
            Ok((reader, names))
        });
        let (reader, names) = answered(opened).map_err(refuse)?;
        if let Some(kind) = refused(&reader, &names) {
            return Err(refuse(kind));
        }
        let records = reader.metadata().file_metadata().num_rows();
        let mut columns = Columns {
            name: Arc::clone(name),
            size: file.metadata().map_or(0, |about| about.len()),
            file,
            reader,
            names,
            records: u64::try_from(records).unwrap_or_default().max(1),
            group: 0,
            leaves: None,
            left: 0,
            ahead: 0,
            step: AT_ONCE,
            room: 0,
        };
        let passed = guarded(|| columns.pass(skipped));
        answered(passed).map_err(refuse)?;
        Ok(columns)
    }

    /// Fills a chunk; `true` when there is no more.
    ///
    /// # Errors
    /// The file is damaged or goes beyond a limit; the chunk has what came before.
    pub(in crate::batch) fn fill(
        &mut self,
        chunk: &mut Chunk,
    ) -> std::result::Result<bool, Problem> {
        let before = chunk.after.records;
        let name = Arc::clone(&self.name);
        let filled = guarded(|| self.try_fill(chunk));
        let bytes = |records: u64| {
            let share = u128::from(self.size) * u128::from(records) / u128::from(self.records);
            u64::try_from(share).unwrap_or(self.size)
        };
        chunk.taken = bytes(chunk.after.records).saturating_sub(bytes(before));
        answered(filled).map_err(|kind| Problem::of_file(&name, kind))
    }

    fn try_fill(&mut self, chunk: &mut Chunk) -> Result<bool> {
        while chunk.bytes.len() < CHUNK_BYTES && chunk.records.len() < CHUNK_RECORDS {
            if self.ahead == 0 && !self.more()? {
                return Ok(true);
            }
            let start = chunk.bytes.len();
            let leaves = self.leaves.as_mut();
            let Some(carried) = leaves.and_then(|leaves| leaves.record(&mut chunk.bytes)) else {
                chunk.bytes.truncate(start);
                return Err(disagree());
            };
            self.ahead -= 1;
            if let Err(error) = self.spend(chunk.bytes.len() - start) {
                chunk.bytes.truncate(start);
                return Err(error);
            }
            chunk.after.records += 1;
            chunk.records.push(Record {
                number: chunk.after.records,
                place: start..chunk.bytes.len(),
                too_long: false,
                carried: Some(Box::new(carried)),
            });
        }
        Ok(false)
    }

    /// Reads records ahead; `false` behind the last.
    fn more(&mut self) -> Result<bool> {
        while self.left == 0 {
            if self.group >= self.reader.num_row_groups() {
                return Ok(false);
            }
            self.open_group()?;
        }
        self.ahead = self.left.min(self.step);
        self.left -= self.ahead;
        if let Some(leaves) = &mut self.leaves {
            let values = leaves.read(usize::try_from(self.ahead).unwrap_or(usize::MAX))?;
            self.spend(values)?;
        }
        Ok(true)
    }

    /// Takes from what the row group may become: a few bytes can stand for values without end.
    fn spend(&mut self, values: usize) -> Result<()> {
        let left = self.room.checked_sub(values as u64);
        self.room = left.ok_or_else(too_much)?;
        Ok(())
    }

    fn open_group(&mut self) -> Result<()> {
        let about = self.reader.metadata().row_group(self.group);
        let read = self.names.0.iter().zip(about.columns());
        let (mut largest, mut values) = (0, 0_u64);
        for (_, column) in read.filter(|(name, _)| Names::is_read(name)) {
            let (start, length) = column.byte_range();
            let claimed = u64::try_from(column.num_values()).unwrap_or_default();
            values = values.saturating_add(claimed);
            match pages::largest(&mut self.file, start, length)? {
                Some(bytes) => largest += bytes,
                None => return Err(too_much()),
            }
        }
        if largest > MOST_PAGES {
            return Err(too_much());
        }
        self.left = u64::try_from(about.num_rows()).unwrap_or_default();
        let of_record = (values / self.left.max(1)).max(1);
        self.step = (VALUES_AT_ONCE / of_record).clamp(1, AT_ONCE);
        self.room = FREE.saturating_add(length_of(about).saturating_mul(MOST_TIMES));
        let group = self.reader.get_row_group(self.group)?;
        let schema = self.reader.metadata().file_metadata().schema_descr_ptr();
        self.leaves = Leaves::of(&self.names, &schema, &*group)?;
        self.group += 1;
        Ok(())
    }

    /// Passes records by: whole row groups unread.
    fn pass(&mut self, mut records: u64) -> Result<()> {
        while records > 0 && self.group < self.reader.num_row_groups() {
            let rows = self.reader.metadata().row_group(self.group).num_rows();
            let rows = u64::try_from(rows).unwrap_or_default();
            if rows > records {
                break;
            }
            records -= rows;
            self.group += 1;
        }
        let mut unwanted = Vec::new();
        for _ in 0..records {
            if self.ahead == 0 && !self.more()? {
                return Ok(());
            }
            unwanted.clear();
            let leaves = self.leaves.as_mut();
            let record = leaves.and_then(|leaves| leaves.record(&mut unwanted));
            record.ok_or_else(disagree)?;
            self.ahead -= 1;
            self.spend(unwanted.len())?;
        }
        Ok(())
    }
}

/// Bytes of a row group in the file.
fn length_of(group: &RowGroupMetaData) -> u64 {
    let lengths = group.columns().iter().map(|column| column.byte_range().1);
    lengths.fold(0, u64::saturating_add)
}

/// Whether the row groups can all be in so many bytes: none of these belongs to two of them.
fn fits(reader: &SerializedFileReader<File>, bytes: u64) -> bool {
    let groups = reader.metadata().row_groups();
    let all = groups.iter().map(length_of).fold(0, u64::saturating_add);
    groups.len() <= MOST_GROUPS && all <= bytes
}

/// What keeps the columns of a file from being read at all.
fn refused(reader: &SerializedFileReader<File>, names: &Names) -> Option<ProblemKind> {
    let missing = |name: &&str| !names.0.iter().any(|other| other == name);
    if let Some(name) = REQUIRED.iter().find(|name| missing(name)) {
        return Some(ProblemKind::said(
            |lang| words::column_missing(lang, name),
            words::column_missing_help,
        ));
    }
    let schema = reader.metadata().file_metadata().schema_descr();
    for (index, name) in names.0.iter().enumerate() {
        if !Names::is_read(name) {
            continue;
        }
        if index >= schema.num_columns() || !is_exact(&schema.column(index)) {
            return Some(ProblemKind::said(
                |lang| words::column_inexact(lang, name),
                words::column_inexact_help,
            ));
        }
        for group in reader.metadata().row_groups() {
            let codec = group
                .columns()
                .get(index)
                .map(|column| column.compression());
            match codec {
                Some(Compression::UNCOMPRESSED | Compression::SNAPPY) => {}
                None => return Some(damaged()),
                Some(codec) => {
                    return Some(ProblemKind::said(
                        |lang| words::codec(lang, codec),
                        words::codec_help,
                    ));
                }
            }
        }
    }
    None
}

fn damaged() -> ProblemKind {
    ProblemKind::said(words::columns_damaged, words::columns_damaged_help)
}

fn too_much() -> ParquetError {
    ParquetError::General("a page beyond the limits".to_owned())
}

fn disagree() -> ParquetError {
    ParquetError::General("columns of different length, or a record beyond the limits".to_owned())
}

/// What guarded work came to, or what to say of it.
fn answered<T>(work: Option<Result<T>>) -> std::result::Result<T, ProblemKind> {
    let done = work.ok_or_else(damaged)?;
    done.map_err(|error| {
        ProblemKind::said(
            |lang| words::columns_cannot(lang, &error),
            words::columns_damaged_help,
        )
    })
}
