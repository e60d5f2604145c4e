//! A record of a Parquet file as the JSON form of its sheet (`docs/sheet.md`).

use parquet::errors::{ParquetError, Result};
use parquet::file::reader::RowGroupReader;
use parquet::schema::types::SchemaDescPtr;

use super::leaf::Leaf;
use super::names::{EXECUTION, MEASURE, Names, SHEET};
use crate::batch::chunk::Carried;
use crate::document::Input;

/// Bytes of an id, a checksum, a number.
const MOST_NAME: usize = 4_096;
/// Values of all columns that are in memory together, but for those of the last column.
const MOST_AHEAD: usize = 8 * 1024 * 1024;

/// Columns with their keys, and those of lists.
pub(super) struct Leaves {
    id: Option<Leaf>,
    input_sha256: Option<Leaf>,
    sheet: Vec<(&'static str, Leaf)>,
    execution: Vec<(&'static str, Leaf)>,
    group_points: Option<(Leaf, Leaf)>,
    inputs: Option<(Leaf, Leaf)>,
    rows: Rows,
}

struct Rows {
    /// How deep a row is there.
    there: i16,
    name: Leaf,
    target: Leaf,
    levels: Option<Leaf>,
    measure: Option<Leaf>,
    indicator_full_mark: Option<Leaf>,
    reason: Option<Leaf>,
    values: Vec<(&'static str, Leaf)>,
    inputs: Option<(Leaf, Leaf)>,
}

/// What is written of a record; beyond what a sheet may have nothing is kept.
struct Text<'t> {
    out: &'t mut Vec<u8>,
    start: usize,
}

/// A row between reading and writing: an indicator's keys, and those of its measure.
struct Row {
    goes_on: bool,
    indicator: Vec<u8>,
    full_mark: Option<Vec<u8>>,
    reason: Option<Vec<u8>>,
    measure: Vec<u8>,
}

impl Row {
    /// Bytes it takes.
    fn length(&self) -> usize {
        let more = [&self.full_mark, &self.reason].into_iter().flatten();
        let more: usize = more.map(Vec::len).sum();
        size_of::<Row>() + self.indicator.len() + self.measure.len() + more
    }
}

impl Leaves {
    /// The columns of a row group; `None` where a required one is missing.
    pub(super) fn of(
        names: &Names,
        schema: &SchemaDescPtr,
        group: &dyn RowGroupReader,
    ) -> Result<Option<Leaves>> {
        let leaf = |name: &str| -> Result<Option<Leaf>> {
            let Some(index) = names.place(name) else {
                return Ok(None);
            };
            let pages = group.get_column_page_reader(index)?;
            Ok(Some(Leaf::new(schema.column(index), pages)))
        };
        let leaves = |prefix: &str, keys: &[&'static str]| -> Result<Vec<(&'static str, Leaf)>> {
            let found = keys
                .iter()
                .map(|key| Ok((*key, leaf(&format!("{prefix}{key}"))?)));
            let found = found.filter_map(|found: Result<_>| match found {
                Ok((key, leaf)) => Some(Ok((key, leaf?))),
                Err(error) => Some(Err(error)),
            });
            found.collect()
        };
        let map = |name: &str| -> Result<Option<(Leaf, Leaf)>> {
            let (key, value) = (
                leaf(&format!("{name}.key"))?,
                leaf(&format!("{name}.value"))?,
            );
            Ok(key.zip(value))
        };
        let (Some(name), Some(target)) = (leaf("rows.name")?, leaf("rows.target")?) else {
            return Ok(None);
        };
        let is_optional = schema
            .root_schema()
            .get_fields()
            .iter()
            .any(|field| field.name() == "rows" && field.is_optional());
        Ok(Some(Leaves {
            id: leaf("id")?,
            input_sha256: leaf("input_sha256")?,
            sheet: leaves("", &SHEET)?,
            execution: leaves("execution.", &EXECUTION)?,
            group_points: map("group_points")?,
            inputs: map("inputs")?,
            rows: Rows {
                there: 1 + i16::from(is_optional),
                name,
                target,
                levels: leaf("rows.levels")?,
                measure: leaf("rows.measure")?,
                indicator_full_mark: leaf("rows.indicator_full_mark")?,
                reason: leaf("rows.reason")?,
                values: leaves("rows.", &MEASURE[..6])?,
                inputs: map("rows.inputs")?,
            },
        }))
    }

    /// Reads so many records ahead; how many values they have.
    pub(super) fn read(&mut self, records: usize) -> Result<usize> {
        let rows = &mut self.rows;
        let maps = [&mut self.group_points, &mut self.inputs, &mut rows.inputs];
        let maps = maps
            .into_iter()
            .flatten()
            .flat_map(|(key, value)| [key, value]);
        let single = [
            &mut self.id,
            &mut self.input_sha256,
            &mut rows.levels,
            &mut rows.measure,
            &mut rows.indicator_full_mark,
            &mut rows.reason,
        ];
        let lists = [&mut self.sheet, &mut self.execution, &mut rows.values];
        let lists = lists.into_iter().flatten().map(|(_, leaf)| leaf);
        let all = [&mut rows.name, &mut rows.target]
            .into_iter()
            .chain(single.into_iter().flatten())
            .chain(maps)
            .chain(lists);
        let mut values = 0;
        for leaf in all {
            if values > MOST_AHEAD {
                return Err(ParquetError::General("records without an end".to_owned()));
            }
            values += leaf.read(records)?;
        }
        Ok(values)
    }

    /// Appends the next record. `None` where the columns do not agree or a sheet cannot be so long.
    pub(super) fn record(&mut self, out: &mut Vec<u8>) -> Option<Carried> {
        let mut text = Text {
            start: out.len(),
            out,
        };
        let carried = Carried {
            id: string(&mut self.id)?,
            input_sha256: string(&mut self.input_sha256)?,
        };
        text.raw(b"{");
        text.entries(&mut self.sheet)?;
        text.raw(b"\"execution\":{");
        text.entries(&mut self.execution)?;
        text.close(b"},");
        text.map("group_points", &mut self.group_points)?;
        text.map("inputs", &mut self.inputs)?;
        text.raw(b"\"indicators\":[");
        self.rows.write(&mut text)?;
        text.close(b"]}");
        Some(carried)
    }
}

impl Rows {
    fn write(&mut self, text: &mut Text<'_>) -> Option<()> {
        let (mut indicator, mut held): (Vec<Row>, usize) = (Vec::new(), 0);
        let is_there = self.target.peek()?.1 >= self.there;
        loop {
            let row = self.row()?;
            if is_there {
                if !row.goes_on {
                    text.indicator(&indicator);
                    (indicator, held) = (Vec::new(), 0);
                }
                held += row.length();
                if text.is_full() || held > Input::MOST_BYTES {
                    return None;
                }
                indicator.push(row);
            }
            if self
                .target
                .peek()
                .is_none_or(|(repetition, _)| repetition == 0)
            {
                break;
            }
        }
        text.indicator(&indicator);
        Some(())
    }

    /// The next row; of an empty list, what stands for it.
    fn row(&mut self) -> Option<Row> {
        let (mut indicator, mut measure) = (Vec::new(), Vec::new());
        let mut text = Text {
            out: &mut indicator,
            start: 0,
        };
        text.entry("name", self.name.next()?)?;
        if let Some(levels) = &mut self.levels {
            text.raw(b"\"levels\":[");
            let mut label = levels.next()?;
            loop {
                if let Some(label) = label {
                    text.string(label)?;
                    text.raw(b",");
                }
                if levels.most_repeated < 2
                    || levels.peek().is_none_or(|(repetition, _)| repetition < 2)
                {
                    break;
                }
                label = levels.next()?;
            }
            text.close(b"],");
        }
        let number = string(&mut self.measure)?;
        let mut text = Text {
            out: &mut measure,
            start: 0,
        };
        text.entry("target", self.target.next()?)?;
        text.entries(&mut self.values)?;
        text.map("inputs", &mut self.inputs)?;
        Some(Row {
            goes_on: number.is_some_and(|number| number != "1"),
            full_mark: quoted(&mut self.indicator_full_mark)?,
            reason: quoted(&mut self.reason)?,
            indicator,
            measure,
        })
    }
}

/// The next value of a column that may be missing, a short one. `None` behind the last.
fn string(leaf: &mut Option<Leaf>) -> Option<Option<String>> {
    let Some(leaf) = leaf else {
        return Some(None);
    };
    let value = leaf.next()?.map(std::str::from_utf8).transpose().ok()?;
    let fits = value.is_none_or(|value| value.len() <= MOST_NAME);
    fits.then(|| value.map(str::to_owned))
}

/// The same, of any length, in quotes.
fn quoted(leaf: &mut Option<Leaf>) -> Option<Option<Vec<u8>>> {
    let Some(value) = leaf.as_mut().map(Leaf::next).unwrap_or(Some(None))? else {
        return Some(None);
    };
    let mut out = Vec::new();
    let mut text = Text {
        out: &mut out,
        start: 0,
    };
    text.string(value)?;
    Some(Some(out))
}

impl Text<'_> {
    /// Whether a sheet can be no longer.
    fn is_full(&self) -> bool {
        self.out.len() - self.start > Input::MOST_BYTES
    }

    fn raw(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    /// Ends a list or map; the comma behind its last item goes.
    fn close(&mut self, with: &[u8]) {
        if self.out.ends_with(b",") {
            self.out.pop();
        }
        self.raw(with);
    }

    /// A text in quotes; `None` where it is none, and beyond what a sheet may have.
    fn string(&mut self, value: &[u8]) -> Option<()> {
        if self.is_full() || value.len() > Input::MOST_BYTES {
            return None;
        }
        let value = std::str::from_utf8(value).ok()?;
        serde_json::to_writer(&mut *self.out, value).ok()
    }

    fn entry(&mut self, key: &str, value: Option<&[u8]>) -> Option<()> {
        if let Some(value) = value {
            self.string(key.as_bytes())?;
            self.raw(b":");
            self.string(value)?;
            self.raw(b",");
        }
        Some(())
    }

    fn entries(&mut self, leaves: &mut [(&'static str, Leaf)]) -> Option<()> {
        for (key, leaf) in leaves {
            self.entry(key, leaf.next()?)?;
        }
        Some(())
    }

    fn map(&mut self, key: &str, leaves: &mut Option<(Leaf, Leaf)>) -> Option<()> {
        let Some((keys, values)) = leaves else {
            return Some(());
        };
        self.string(key.as_bytes())?;
        self.raw(b":{");
        loop {
            let (name, value) = (keys.next()?, values.next()?);
            if let Some(name) = name {
                self.string(name)?;
                self.raw(b":");
                self.string(value.unwrap_or_default())?;
                self.raw(b",");
            }
            let most = keys.most_repeated;
            if keys.peek().is_none_or(|(repetition, _)| repetition < most) {
                break;
            }
        }
        self.close(b"},");
        Some(())
    }

    /// An indicator with its measures.
    fn indicator(&mut self, rows: &[Row]) {
        let Some(first) = rows.first() else {
            return;
        };
        self.raw(b"{");
        self.raw(&first.indicator);
        if let Some(reason) = &first.reason {
            self.raw(b"\"reason\":");
            self.raw(reason);
            self.raw(b",");
        }
        match (rows, &first.full_mark) {
            ([one], None) => self.raw(&one.measure),
            (many, full_mark) => {
                if let Some(full_mark) = full_mark {
                    self.raw(b"\"full_mark\":");
                    self.raw(full_mark);
                    self.raw(b",");
                }
                self.raw(b"\"measures\":[");
                for row in many {
                    self.raw(b"{");
                    self.raw(&row.measure);
                    self.close(b"},");
                }
                self.close(b"]");
            }
        }
        self.close(b"},");
    }
}
