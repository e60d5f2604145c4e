//! Parquet files around pages of our own making: what no library would write. The fuzz targets build theirs with it.

use std::sync::Arc;

use bytes::Bytes;
use parquet::basic::{Compression, Encoding};
use parquet::column::writer::ColumnCloseResult;
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

/// The least a file needs.
pub const MINIMAL: &str = "message sheet {
    REQUIRED BYTE_ARRAY scope (STRING);
    REQUIRED group rows (LIST) { REPEATED group list { REQUIRED group element {
        REQUIRED BYTE_ARRAY name (STRING);
        REQUIRED BYTE_ARRAY target (STRING);
    } } }
}";

/// What the header of a page claims, and what stands behind it.
#[derive(Debug, Clone)]
pub struct Page {
    pub is_dictionary: bool,
    /// Bytes unpacked.
    pub unpacked: i64,
    pub values: i64,
    /// 0 for values as they are, 8 for places in a dictionary.
    pub encoding: i64,
    pub body: Vec<u8>,
}

impl Page {
    /// A page whose header says what is there.
    pub fn new(values: i64, encoding: i64, body: Vec<u8>) -> Page {
        let unpacked = i64::try_from(body.len()).expect("a page");
        Page {
            is_dictionary: false,
            unpacked,
            values,
            encoding,
            body,
        }
    }

    /// The same as a dictionary.
    pub fn dictionary(values: i64, body: Vec<u8>) -> Page {
        Page {
            is_dictionary: true,
            ..Page::new(values, 0, body)
        }
    }

    /// Header and body, one behind the other.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut number = |head: &[u8], number: i64| {
            bytes.extend(head);
            // Thrift's compact protocol: signs last, seven bits a byte.
            varint(&mut bytes, ((number << 1) ^ (number >> 63)).cast_unsigned());
        };
        number(&[0x15], if self.is_dictionary { 2 } else { 0 });
        number(&[0x15], self.unpacked);
        number(&[0x15], i64::try_from(self.body.len()).expect("a page"));
        // The field with number 7, or 5, is a structure.
        let kind = if self.is_dictionary { 0x4c } else { 0x2c };
        number(&[kind, 0x15], self.values);
        number(&[0x15], self.encoding);
        if !self.is_dictionary {
            // Levels are runs.
            number(&[0x15], 3);
            number(&[0x15], 3);
        }
        bytes.extend([0, 0]);
        bytes.extend(&self.body);
        bytes
    }
}

/// A number in groups of seven bits.
pub fn varint(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        bytes.push(0x80 | (number & 0x7f) as u8);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// So many times the same number of one byte, as a run.
pub fn run(count: u64, value: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    varint(&mut bytes, count << 1);
    bytes.push(value);
    bytes
}

/// Levels in front of the values of a page.
pub fn levels(runs: &[(u64, u8)]) -> Vec<u8> {
    let runs: Vec<u8> = runs
        .iter()
        .flat_map(|(count, value)| run(*count, *value))
        .collect();
    let length = u32::try_from(runs.len()).expect("a few bytes");
    [&length.to_le_bytes(), &runs[..]].concat()
}

/// A text as it stands in a page.
pub fn text(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).expect("a short text");
    [&length.to_le_bytes(), text.as_bytes()].concat()
}

/// A row group: how many records, and the bytes and number of values of every column.
pub type Group<'g> = (u64, Vec<(&'g [u8], i64)>);

/// A file of row groups; `None` where a schema has another number of columns.
pub fn file(schema: &str, codec: Compression, groups: &[Group<'_>]) -> Option<Vec<u8>> {
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let mut file =
        SerializedFileWriter::new(Vec::new(), schema, Arc::default()).expect("writing to memory");
    let about = file.schema_descr().columns().to_vec();
    for (records, columns) in groups {
        let mut group = file.next_row_group().expect("writing to memory");
        for ((bytes, values), column) in columns.iter().zip(&about) {
            let length = i64::try_from(bytes.len()).expect("a few bytes");
            let metadata = ColumnChunkMetaData::builder(Arc::clone(column))
                .set_compression(codec)
                .set_encodings(vec![Encoding::PLAIN])
                .set_num_values(*values)
                .set_total_compressed_size(length)
                .set_total_uncompressed_size(length)
                .build()
                .expect("a column");
            let close = ColumnCloseResult {
                bytes_written: bytes.len() as u64,
                rows_written: *records,
                metadata,
                bloom_filter: None,
                column_index: None,
                offset_index: None,
            };
            let bytes = Bytes::copy_from_slice(bytes);
            group
                .append_column(&bytes, close)
                .expect("writing to memory");
        }
        group.close().ok()?;
    }
    file.into_inner().ok()
}
