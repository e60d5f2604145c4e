//! One line a row, for a spreadsheet.

use std::borrow::Cow;

use super::{FullMarkFrom, ScoredRow, ScoredSheets, Status};
use crate::document::plain;
use crate::report::Figure;
use crate::score::Evaluation;
use crate::words::Lang;

/// Heads of the columns: the names of the JSON fields, the same in every language.
const HEADS: [&str; 16] = [
    "sheet",
    "title",
    "row",
    "level1",
    "level2",
    "indicator",
    "measure",
    "target",
    "actual",
    "completion",
    "full_mark",
    "full_mark_source",
    "points",
    "reported",
    "difference",
    "reason",
];

/// All rows of all sheets under one line of heads.
pub fn csv(sheets: &ScoredSheets) -> String {
    let mut rows = CsvRows::with_heads();
    for sheet in &sheets.sheets {
        for row in &sheet.rows {
            rows.write(record(&sheet.id, &sheet.title, row));
        }
    }
    rows.into_text()
}

/// The line of heads.
pub fn csv_heads() -> String {
    CsvRows::with_heads().into_text()
}

/// The rows of one sheet after the other, without heads.
pub struct CsvRows {
    writer: csv::Writer<Vec<u8>>,
}

impl Default for CsvRows {
    fn default() -> CsvRows {
        let writer = csv::Writer::from_writer(Vec::new());
        CsvRows { writer }
    }
}

impl CsvRows {
    fn with_heads() -> CsvRows {
        let mut rows = CsvRows::default();
        rows.write(HEADS.map(Cow::from));
        rows
    }

    /// Adds the rows of a sheet, reasons in `lang`.
    pub fn add(&mut self, evaluation: &Evaluation, lang: Lang) {
        let (id, title) = (&evaluation.sheet.id, &evaluation.sheet.title);
        for row in &evaluation.rows {
            self.write(record(id, title, &ScoredRow::new(evaluation, row, lang)));
        }
    }

    /// What was added since the last time.
    pub fn finish(&mut self) -> Vec<u8> {
        let writer = std::mem::take(self).writer;
        writer.into_inner().unwrap_or_default()
    }

    fn into_text(mut self) -> String {
        String::from_utf8(self.finish()).unwrap_or_default()
    }

    fn write(&mut self, record: [Cow<'_, str>; HEADS.len()]) {
        // Writing to memory cannot fail, and every record has as many cells as there are heads.
        let _ = self
            .writer
            .write_record(record.iter().map(|cell| cell.as_bytes()));
    }
}

fn record<'s>(id: &'s str, title: &'s str, row: &'s ScoredRow) -> [Cow<'s, str>; HEADS.len()] {
    let figure =
        |figure: Option<Figure>| Cow::from(figure.map(|it| it.to_string()).unwrap_or_default());
    let source = match row.full_mark_source {
        Some(FullMarkFrom::Sheet) => "sheet",
        Some(FullMarkFrom::Inferred) => "inferred",
        Some(FullMarkFrom::Pack) => "pack",
        None => "",
    };
    let reason = match row.status {
        Status::Scored => "",
        Status::Unscored => row.reason.as_deref().unwrap_or_default(),
    };
    [
        without_formula(id),
        without_formula(title),
        row.id.as_str().into(),
        without_formula(&row.level1),
        without_formula(&row.level2),
        without_formula(&row.indicator),
        row.measure.to_string().into(),
        without_formula(&row.target),
        without_formula(&row.actual),
        figure(row.completion),
        figure(row.full_mark),
        source.into(),
        figure(row.points),
        figure(row.reported),
        figure(row.difference()),
        without_formula(reason),
    ]
}

/// What a formula can begin with; the full-width signs count in an East Asian Excel.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text that a spreadsheet would run as a formula gets a ' in front, which shows it as text; nothing in it
/// controls the terminal it may be shown on.
pub(crate) fn harmless(text: &str) -> String {
    without_formula(text).into_owned()
}

/// [`harmless`], without a copy of what is harmless already.
fn without_formula(text: &str) -> Cow<'_, str> {
    let shown = |c: char| {
        if matches!(c, '\t' | '\r' | '\n') {
            c
        } else {
            plain(c)
        }
    };
    let quote = text.starts_with(FORMULA).then_some('\'');
    if quote.is_none() && text.chars().all(|c| shown(c) == c) {
        return Cow::Borrowed(text);
    }
    quote.into_iter().chain(text.chars().map(shown)).collect()
}
