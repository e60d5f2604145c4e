//! One record after the other: what its cells say.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::fmt::Write;
use std::sync::Arc;

use super::bind::{Bound, Piece, letters};
use super::delimited::Field;
use super::plan::Mapping;
use super::table::{Table, length};
use crate::document::{ProblemKind, Problems, plain};
use crate::sheet::{Entry, Origin, Printed, Text};
use crate::value::{Actual, Figure, Target, Value, Written, read_figure};
use crate::words::mapping as words;

/// Bytes of one field.
const MOST_FIELD: usize = 65_536;
/// Bytes of a text made of several cells.
const MOST_TEMPLATE: usize = 4_096;
/// Characters of a heading in the address of a cell.
const HEADING: usize = 40;

/// Reads the cells of the record that was put in last. Equal texts are read once.
pub(super) struct Cells<'a> {
    mapping: &'a Mapping,
    table: &'a Table,
    /// The record.
    pub fields: Vec<Field>,
    /// Its line, from 1.
    pub line: u32,
    /// Its number, from 1, as a spreadsheet counts rows.
    row: usize,
    /// Letters and heading of every column.
    columns: Vec<(String, String)>,
    targets: Known<'a>,
    actuals: Known<'a>,
    figures: HashMap<&'a str, Meaning>,
    address: String,
}

/// Readings of texts: nothing for a text seen once, as most figures are, its reading from the second time on.
type Known<'a> = HashMap<&'a str, Option<Box<Written>>>;

/// The reading of a text, remembered if the text comes again.
fn remembered<'a>(
    known: &mut Known<'a>,
    text: &'a str,
    read: impl FnOnce(&str) -> Written,
) -> Written {
    match known.entry(text) {
        Slot::Vacant(slot) => {
            slot.insert(None);
            read(text)
        }
        Slot::Occupied(mut slot) => {
            let reading = slot.get_mut().get_or_insert_with(|| Box::new(read(text)));
            Written::clone(reading)
        }
    }
}

/// What a figure's place says.
#[derive(Debug, Clone, Copy)]
enum Meaning {
    Nothing,
    Number(Figure),
    NoNumber,
}

impl<'a> Cells<'a> {
    pub(super) fn new(mapping: &'a Mapping, table: &'a Table) -> Cells<'a> {
        let columns = table.headings.iter().enumerate();
        Cells {
            mapping,
            table,
            fields: Vec::new(),
            line: 0,
            row: 0,
            columns: columns
                .map(|(index, name)| {
                    let mut shown: String = name.chars().take(HEADING).map(plain).collect();
                    if name.chars().nth(HEADING).is_some() {
                        shown.push('…');
                    }
                    (letters(index), shown)
                })
                .collect(),
            targets: HashMap::new(),
            actuals: HashMap::new(),
            figures: HashMap::new(),
            address: String::new(),
        }
    }

    /// Takes the record that was read into `fields`. What is wrong with its shape is a problem, and
    /// `false`; a record of nothing is `false` too.
    pub(super) fn take(&mut self, start: usize, row: usize, problems: &mut Problems<'_>) -> bool {
        let (line, _) = self.table.source.place(start);
        (self.line, self.row) = (line, row);
        let source = self.table.source.text();
        let columns = self.table.headings.len();
        let is_blank = |field: &Field| field.length() == 0 || field.text(source).is_empty();
        if self.fields.iter().all(is_blank) {
            return false;
        }
        if problems.is_full() {
            problems.at(line, 1, 1, ProblemKind::MoreProblems);
            return false;
        }
        if let Some(field) = self.fields.iter().find(|field| field.length() > MOST_FIELD) {
            let kind = ProblemKind::said(
                |lang| words::field_too_long(lang, MOST_FIELD),
                words::open_quote_help,
            );
            let (line, column) = self.table.source.place(field.start());
            problems.at(line, column, 1, kind);
            return false;
        }
        let found = self.fields.len();
        let more = self.fields.get(columns..).unwrap_or_default();
        if found < columns || !more.iter().all(is_blank) {
            let kind = ProblemKind::said(
                |lang| words::ragged(lang, found, columns),
                words::ragged_help,
            );
            problems.at(line, 1, 1, kind);
            return false;
        }
        true
    }

    /// The text of a reference as it stands; `None` where nothing stands, or a word that says so.
    pub(super) fn text(&self, bound: &Bound<'a>) -> Option<Cow<'a, str>> {
        let text = self.whole(bound);
        (!is_missing(self.mapping, &text)).then_some(text)
    }

    fn whole(&self, bound: &Bound<'a>) -> Cow<'a, str> {
        match bound {
            Bound::Cell(column) => self.cell(*column),
            Bound::Constant(text, _) => Cow::Borrowed(*text),
            Bound::Template(pieces) => {
                let mut whole = String::new();
                for piece in pieces {
                    let piece = match piece {
                        Piece::Text(text) => Cow::Borrowed(*text),
                        Piece::Cell(column) => self.cell(*column),
                    };
                    if whole.len() + piece.len() > MOST_TEMPLATE {
                        whole.push('…');
                        break;
                    }
                    whole.push_str(&piece);
                }
                Cow::Owned(whole.trim().to_owned())
            }
        }
    }

    fn cell(&self, column: usize) -> Cow<'a, str> {
        let field = self.fields.get(column);
        field.map_or(Cow::Borrowed(""), |field| {
            field.text(self.table.source.text())
        })
    }

    /// A figure; `None` is a blank one.
    pub(super) fn entry(&mut self, bound: Option<&Bound<'a>>) -> Entry {
        let Some(bound) = bound else {
            return Entry::Blank;
        };
        let text = self.whole(bound);
        let meaning = match &text {
            Cow::Borrowed(text) => match self.figures.get(text) {
                Some(known) => *known,
                None => {
                    let meaning = self.figure(text);
                    self.figures.insert(text, meaning);
                    meaning
                }
            },
            Cow::Owned(text) => self.figure(text),
        };
        match meaning {
            Meaning::Nothing => Entry::Blank,
            Meaning::Number(figure) => Entry::Number(Printed {
                text: text.into_owned(),
                value: figure.value,
                places: figure.places,
                origin: self.origin(bound),
            }),
            Meaning::NoNumber => Entry::Unreadable {
                text: text.into_owned(),
                origin: self.origin(bound),
            },
        }
    }

    fn figure(&self, text: &str) -> Meaning {
        if is_missing(self.mapping, text) {
            return Meaning::Nothing;
        }
        if let Some(inside) = inside(self.mapping, text) {
            if is_missing(self.mapping, inside) {
                return Meaning::Nothing;
            }
            if let Ok(Some(figure)) = read_figure(inside) {
                return Meaning::Number(figure);
            }
        }
        match read_figure(text) {
            Ok(None) => Meaning::Nothing,
            Ok(Some(figure)) => Meaning::Number(figure),
            Err(_) => Meaning::NoNumber,
        }
    }

    /// A value of the target column, or of an extra input.
    pub(super) fn target(&mut self, bound: Option<&Bound<'a>>) -> Written {
        let Some(bound) = bound else {
            return Target::read("").0;
        };
        match self.whole(bound) {
            Cow::Borrowed(text) => remembered(&mut self.targets, text, |text| {
                written(self.mapping, text, |text| Target::read(text).0)
            }),
            Cow::Owned(text) => written(self.mapping, &text, |text| Target::read(text).0),
        }
    }

    /// A value of the actual column.
    pub(super) fn actual(&mut self, bound: Option<&Bound<'a>>) -> Written {
        let Some(bound) = bound else {
            return Actual::read("").0;
        };
        match self.whole(bound) {
            Cow::Borrowed(text) => remembered(&mut self.actuals, text, |text| {
                written(self.mapping, text, |text| Actual::read(text).0)
            }),
            Cow::Owned(text) => written(self.mapping, &text, |text| Actual::read(text).0),
        }
    }

    /// A passage.
    pub(super) fn passage(&mut self, bound: &Bound<'a>) -> Option<Text> {
        let text = self.text(bound)?.into_owned();
        let origin = self.origin(bound);
        Some(Text { text, origin })
    }

    /// Where a reference stands: its cell, the first of its cells, or its place in the mapping.
    pub(super) fn origin(&mut self, bound: &Bound<'a>) -> Origin {
        match bound {
            Bound::Cell(column) => self.place(*column),
            Bound::Constant(_, place) => self.mapping.source.origin(place.line, place.column),
            Bound::Template(pieces) => {
                let first = pieces.iter().find_map(|piece| match piece {
                    Piece::Cell(column) => Some(*column),
                    Piece::Text(_) => None,
                });
                match first {
                    Some(column) => self.place(column),
                    None => self.here(),
                }
            }
        }
    }

    /// The line of the record.
    pub(super) fn here(&self) -> Origin {
        self.table.source.origin(self.line, 0)
    }

    /// The address of a cell: letters and row as a spreadsheet shows them, and the heading.
    fn place(&mut self, column: usize) -> Origin {
        self.address.clear();
        if let Some((letters, heading)) = self.columns.get(column) {
            let gap = if heading.is_empty() { "" } else { " " };
            // Writing to a String cannot fail.
            let _ = write!(self.address, "{letters}{}{gap}{heading}", self.row);
        }
        Origin {
            cell: Some(Arc::from(self.address.as_str())),
            ..self.here()
        }
    }

    /// A problem of the cell of a reference, or of the record where it has none.
    pub(super) fn problem(
        &self,
        bound: &Bound<'a>,
        kind: ProblemKind,
        problems: &mut Problems<'_>,
    ) {
        let column = match bound {
            Bound::Cell(column) => Some(*column),
            Bound::Constant(..) => None,
            Bound::Template(pieces) => pieces.iter().find_map(|piece| match piece {
                Piece::Cell(column) => Some(*column),
                Piece::Text(_) => None,
            }),
        };
        match column.and_then(|column| self.fields.get(column)) {
            Some(field) => {
                let source = &self.table.source;
                let (line, column) = source.place(field.start());
                problems.at(line, column, length(field, source.text()), kind);
            }
            None => problems.at(self.line, 1, 1, kind),
        }
    }
}

/// A value of a mapped cell: a word that says so is nothing, a pattern is looked through, and the text
/// stays as it stood.
fn written(mapping: &Mapping, text: &str, read: impl Fn(&str) -> Written) -> Written {
    let missing = || Written {
        text: text.to_owned(),
        ..read("")
    };
    if is_missing(mapping, text) {
        return missing();
    }
    if let Some(inside) = inside(mapping, text) {
        if is_missing(mapping, inside) {
            return missing();
        }
        let found = read(inside);
        let is_figure = !matches!(
            found.value,
            Value::Word(_) | Value::Missing | Value::Unreadable(_) | Value::Level(_)
        );
        if is_figure {
            return Written {
                text: text.to_owned(),
                ..found
            };
        }
    }
    read(text)
}

/// Whether a text says that nothing is there.
fn is_missing(mapping: &Mapping, text: &str) -> bool {
    text.is_empty() || mapping.missing.contains(text)
}

/// The value inside a text that fits one of the patterns.
fn inside<'t>(mapping: &Mapping, text: &'t str) -> Option<&'t str> {
    let mut patterns = mapping.readings.iter();
    patterns.find_map(|pattern| pattern.value(text))
}
