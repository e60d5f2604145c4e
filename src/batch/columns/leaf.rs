//! One column of a file while its values are read.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use parquet::basic::{ConvertedType, LogicalType, Type};
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl, get_column_reader};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::{ParquetError, Result};
use parquet::schema::types::{ColumnDescPtr, ColumnDescriptor};
use rust_decimal::Decimal;

/// Values of the pages that one step may open before its last: more than the rows of its records can be.
const MOST_AT_ONCE: u32 = 1024 * 1024;

/// A column with the values of some records.
pub(super) struct Leaf {
    reader: ColumnReader,
    /// Values of the pages that were opened in this step.
    opened: Arc<AtomicU32>,
    /// Deepest levels of the column.
    pub deepest: i16,
    pub most_repeated: i16,
    /// Places behind the point, of decimals.
    places: Option<u32>,
    definitions: Vec<i16>,
    repetitions: Vec<i16>,
    values: Vec<ByteArray>,
    /// The next level and the next value.
    level: usize,
    value: usize,
}

/// Whether values of such a column can be read exactly.
pub(super) fn is_exact(column: &ColumnDescriptor) -> bool {
    let is_decimal = places(column).is_some();
    match column.physical_type() {
        Type::BOOLEAN => true,
        // Neither days nor moments, nor numbers whose sign would be another.
        Type::INT32 | Type::INT64 => {
            use ConvertedType as Is;
            is_decimal
                || matches!(
                    column.converted_type(),
                    Is::NONE
                        | Is::INT_8
                        | Is::INT_16
                        | Is::INT_32
                        | Is::INT_64
                        | Is::UINT_8
                        | Is::UINT_16
                ) && matches!(
                    column.logical_type_ref(),
                    None | Some(LogicalType::Integer { .. })
                )
        }
        Type::BYTE_ARRAY => true,
        Type::FIXED_LEN_BYTE_ARRAY => is_decimal,
        Type::INT96 | Type::FLOAT | Type::DOUBLE => false,
    }
}

fn places(column: &ColumnDescriptor) -> Option<u32> {
    let is_decimal = column.converted_type() == ConvertedType::DECIMAL
        || matches!(column.logical_type_ref(), Some(LogicalType::Decimal { .. }));
    is_decimal.then(|| u32::try_from(column.type_scale()).unwrap_or(u32::MAX))
}

impl Leaf {
    /// A column of a row group.
    pub(super) fn new(column: ColumnDescPtr, pages: Box<dyn PageReader>) -> Leaf {
        let opened = Arc::new(AtomicU32::new(0));
        Leaf {
            deepest: column.max_def_level(),
            most_repeated: column.max_rep_level(),
            places: places(&column),
            reader: get_column_reader(
                column,
                Box::new(Counted {
                    pages,
                    opened: opened.clone(),
                }),
            ),
            opened,
            definitions: Vec::new(),
            repetitions: Vec::new(),
            values: Vec::new(),
            level: 0,
            value: 0,
        }
    }

    /// Reads the values of so many records; those before are forgotten. How many there are, empty ones included.
    pub(super) fn read(&mut self, records: usize) -> Result<usize> {
        (self.level, self.value) = (0, 0);
        self.opened.store(0, Ordering::Relaxed);
        self.definitions.clear();
        self.repetitions.clear();
        self.values.clear();
        let levels = (&mut self.definitions, &mut self.repetitions);
        let values = &mut self.values;
        let places = self.places;
        match &mut self.reader {
            ColumnReader::BoolColumnReader(reader) => {
                take(reader, records, levels, values, |flag| Some(text(flag)))
            }
            ColumnReader::Int32ColumnReader(reader) => {
                take(reader, records, levels, values, |n| whole(n.into(), places))
            }
            ColumnReader::Int64ColumnReader(reader) => {
                take(reader, records, levels, values, |n| whole(n.into(), places))
            }
            ColumnReader::ByteArrayColumnReader(reader) => {
                take(reader, records, levels, values, |bytes| match places {
                    Some(_) => whole(digits(bytes.data())?, places),
                    None => Some(bytes),
                })
            }
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                take(reader, records, levels, values, |bytes| {
                    whole(digits(bytes.data())?, places)
                })
            }
            _ => Err(ParquetError::General("a type that is not read".to_owned())),
        }?;
        Ok(self.definitions.len().max(self.values.len()))
    }

    /// How the next value nests: `(repetition, definition)`; `None` behind the last.
    pub(super) fn peek(&self) -> Option<(i16, i16)> {
        let definition = match self.deepest {
            0 => self.values.get(self.level).map(|_| 0),
            _ => self.definitions.get(self.level).copied(),
        };
        let repetition = match self.most_repeated {
            0 => 0,
            _ => *self.repetitions.get(self.level)?,
        };
        Some((repetition, definition?))
    }

    /// The next value, where there is one; errors behind the last.
    pub(super) fn next(&mut self) -> Option<Option<&[u8]>> {
        let (_, definition) = self.peek()?;
        self.level += 1;
        if definition < self.deepest {
            return Some(None);
        }
        self.value += 1;
        let value = self.values.get(self.value - 1)?;
        Some(Some(value.data()))
    }
}

fn text(value: impl ToString) -> ByteArray {
    value.to_string().into_bytes().into()
}

/// A whole number, or a decimal by its digits.
fn whole(digits: i128, places: Option<u32>) -> Option<ByteArray> {
    let Some(places) = places else {
        return Some(text(digits));
    };
    let mut value = (digits, places);
    // 38 digits are more than our decimals hold; empty places at the end are none.
    while value.1 > 0 && value.0 % 10 == 0 {
        value = (value.0 / 10, value.1 - 1);
    }
    let decimal = Decimal::try_from_i128_with_scale(value.0, value.1).ok()?;
    Some(text(decimal))
}

/// The number that stands in big-endian bytes.
fn digits(bytes: &[u8]) -> Option<i128> {
    let sign = if bytes.first()? & 0x80 == 0 { 0 } else { 0xff };
    let spare = bytes.len().saturating_sub(16);
    if bytes[..spare].iter().any(|byte| *byte != sign) {
        return None;
    }
    let mut all = [sign; 16];
    let kept = &bytes[spare..];
    all[16 - kept.len()..].copy_from_slice(kept);
    Some(i128::from_be_bytes(all))
}

/// Reads the next records of one type into texts.
fn take<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    records: usize,
    (definitions, repetitions): (&mut Vec<i16>, &mut Vec<i16>),
    texts: &mut Vec<ByteArray>,
    say: impl Fn(T::T) -> Option<ByteArray>,
) -> Result<()> {
    let mut values = Vec::new();
    let mut left = records;
    while left > 0 {
        let levels = (Some(&mut *definitions), Some(&mut *repetitions));
        let (read, ..) = reader.read_records(left, levels.0, levels.1, &mut values)?;
        if read == 0 {
            break;
        }
        left -= read;
    }
    for value in values {
        let text = say(value);
        texts.push(text.ok_or_else(|| ParquetError::General("a number out of range".into()))?);
    }
    Ok(())
}

/// Pages of a column; too many values at once are an error.
struct Counted {
    pages: Box<dyn PageReader>,
    opened: Arc<AtomicU32>,
}

impl Iterator for Counted {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Result<Page>> {
        self.get_next_page().transpose()
    }
}

impl PageReader for Counted {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        if let Some(Page::DataPage { num_values, .. } | Page::DataPageV2 { num_values, .. }) = &page
            && self.opened.fetch_add(*num_values, Ordering::Relaxed) > MOST_AT_ONCE
        {
            return Err(ParquetError::General("a record without an end".to_owned()));
        }
        Ok(page)
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool> {
        self.pages.at_record_boundary()
    }
}
