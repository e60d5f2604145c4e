//! One line a row, for a spreadsheet.

use super::{FullMarkFrom, ScoredRow, ScoredSheet, ScoredSheets, Status};
use crate::document::plain;
use crate::report::Figure;

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
    let rows = sheets.sheets.iter().map(csv_rows);
    std::iter::once(csv_heads()).chain(rows).collect()
}

/// The line of heads.
pub fn csv_heads() -> String {
    lines(std::iter::once(HEADS.map(str::to_owned)))
}

/// The rows of one sheet.
pub fn csv_rows(sheet: &ScoredSheet) -> String {
    lines(sheet.rows.iter().map(|row| record(sheet, row)))
}

fn lines(records: impl Iterator<Item = [String; HEADS.len()]>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in records {
        // Writing to memory cannot fail, and every record has as many cells as there are heads.
        let _ = writer.write_record(record);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn record(sheet: &ScoredSheet, row: &ScoredRow) -> [String; HEADS.len()] {
    let figure = |figure: Option<Figure>| figure.map_or_else(String::new, |it| it.to_string());
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
        harmless(&sheet.id),
        harmless(&sheet.title),
        row.id.clone(),
        harmless(&row.level1),
        harmless(&row.level2),
        harmless(&row.indicator),
        row.measure.to_string(),
        harmless(&row.target),
        harmless(&row.actual),
        figure(row.completion),
        figure(row.full_mark),
        source.to_owned(),
        figure(row.points),
        figure(row.reported),
        figure(row.difference()),
        harmless(reason),
    ]
}

/// What a formula can begin with; the full-width signs count in an East Asian Excel.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text that a spreadsheet would run as a formula gets a ' in front, which shows it as text; nothing in it
/// controls the terminal it may be shown on.
pub(crate) fn harmless(text: &str) -> String {
    let stays = |c: char| matches!(c, '\t' | '\r' | '\n');
    let shown = text.chars().map(|c| if stays(c) { c } else { plain(c) });
    let quote = text.starts_with(FORMULA).then_some('\'');
    quote.into_iter().chain(shown).collect()
}
