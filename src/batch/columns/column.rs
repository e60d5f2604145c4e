//! One column of a row group while it is filled: values, and how they nest.

use std::io::{self, Write};

use parquet::basic::Type;
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType,
    Int32Type,
};
use parquet::file::writer::SerializedRowGroupWriter;
use parquet::schema::types::ColumnDescriptor;

/// Bytes of a decimal.
pub(super) const WIDTH: usize = 16;

/// A column; filled in the order of the records, emptied once a row group.
pub(super) struct Column {
    values: Values,
    /// How deep a value is there, and where in its lists it stands; only for columns that have such levels.
    definitions: Vec<i16>,
    repetitions: Vec<i16>,
    deepest: i16,
    most_repeated: i16,
}

enum Values {
    /// Texts one behind the other, and where each of them ends.
    Text(Vec<u8>, Vec<usize>),
    /// Decimals, each in as many bytes.
    Decimal(Vec<u8>),
    Int(Vec<i32>),
    Flag(Vec<bool>),
}

impl Column {
    /// An empty column of the schema.
    pub(super) fn new(of: &ColumnDescriptor) -> Column {
        Column {
            values: match of.physical_type() {
                Type::INT32 => Values::Int(Vec::new()),
                Type::BOOLEAN => Values::Flag(Vec::new()),
                Type::FIXED_LEN_BYTE_ARRAY => Values::Decimal(Vec::new()),
                _ => Values::Text(Vec::new(), Vec::new()),
            },
            definitions: Vec::new(),
            repetitions: Vec::new(),
            deepest: of.max_def_level(),
            most_repeated: of.max_rep_level(),
        }
    }

    /// A text, or none. `at` is 0 for the first row of a sheet, 1 for the others.
    pub(super) fn text(&mut self, text: Option<&str>, at: i16) {
        self.levels(text.is_some(), at);
        self.add_text(text);
    }

    /// A decimal, or none.
    pub(super) fn decimal(&mut self, value: Option<[u8; WIDTH]>, at: i16) {
        self.levels(value.is_some(), at);
        if let (Values::Decimal(values), Some(value)) = (&mut self.values, value) {
            values.extend(value);
        }
    }

    /// A whole number, or none.
    pub(super) fn int(&mut self, value: Option<i32>, at: i16) {
        self.levels(value.is_some(), at);
        if let Values::Int(values) = &mut self.values {
            values.extend(value);
        }
    }

    /// Yes, no, or none.
    pub(super) fn flag(&mut self, value: Option<bool>, at: i16) {
        self.levels(value.is_some(), at);
        if let Values::Flag(values) = &mut self.values {
            values.extend(value);
        }
    }

    /// A list of texts within a sheet or a row.
    pub(super) fn list<'t>(&mut self, mut texts: impl Iterator<Item = &'t str>, at: i16) {
        self.text(texts.next(), at);
        for text in texts {
            self.text(Some(text), self.most_repeated);
        }
    }

    /// Nothing, for a sheet whose list of rows is empty.
    pub(super) fn no_rows(&mut self) {
        self.definitions.push(0);
        self.repetitions.push(0);
    }

    fn add_text(&mut self, text: Option<&str>) {
        if let (Values::Text(bytes, ends), Some(text)) = (&mut self.values, text) {
            bytes.extend_from_slice(text.as_bytes());
            ends.push(bytes.len());
        }
    }

    #[inline]
    fn levels(&mut self, is_there: bool, at: i16) {
        if self.deepest > 0 {
            self.definitions.push(self.deepest - i16::from(!is_there));
        }
        if self.most_repeated > 0 {
            self.repetitions.push(at);
        }
    }

    /// Writes the column and empties it.
    pub(super) fn write<W: Write + Send>(
        &mut self,
        group: &mut SerializedRowGroupWriter<'_, W>,
    ) -> io::Result<()> {
        match &mut self.values {
            Values::Text(bytes, ends) => {
                let all = ByteArray::from(std::mem::take(bytes));
                let mut start = 0;
                let values: Vec<ByteArray> = ends
                    .drain(..)
                    .map(|end| {
                        let text = all.slice(start, end - start);
                        start = end;
                        text
                    })
                    .collect();
                write_values::<ByteArrayType, W>(
                    group,
                    &values,
                    &self.definitions,
                    &self.repetitions,
                )?;
            }
            Values::Decimal(bytes) => {
                let count = bytes.len() / WIDTH;
                let all = ByteArray::from(std::mem::take(bytes));
                let values = (0..count).map(|index| all.slice(index * WIDTH, WIDTH).into());
                let values: Vec<FixedLenByteArray> = values.collect();
                write_values::<FixedLenByteArrayType, W>(
                    group,
                    &values,
                    &self.definitions,
                    &self.repetitions,
                )?;
            }
            Values::Int(values) => {
                write_values::<Int32Type, W>(group, values, &self.definitions, &self.repetitions)?;
                values.clear();
            }
            Values::Flag(values) => {
                write_values::<BoolType, W>(group, values, &self.definitions, &self.repetitions)?;
                values.clear();
            }
        }
        self.definitions.clear();
        self.repetitions.clear();
        Ok(())
    }
}

fn write_values<T: DataType, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    values: &[T::T],
    definitions: &[i16],
    repetitions: &[i16],
) -> io::Result<()> {
    let some = |levels| Some(levels).filter(|levels: &&[i16]| !levels.is_empty());
    let Some(mut column) = group.next_column()? else {
        return Err(io::Error::other("more columns than the schema has"));
    };
    let typed = column.typed::<T>();
    typed.write_batch(values, some(definitions), some(repetitions))?;
    column.close()?;
    Ok(())
}
