//! One line a sheet and scenario, for a spreadsheet and for programs.

use std::ops::Range;

use super::Mover;
use crate::report::Figure;
use crate::report::score::harmless;
use crate::whatif::portfolio::Portfolio;

/// Heads of the columns, the same in every language.
const HEADS: [&str; 11] = [
    "sheet",
    "unit",
    "department",
    "scenario",
    "before",
    "after",
    "delta",
    "grade_before",
    "grade_after",
    "rules",
    "status",
];

/// Some sheets, one line each and scenario: a run comes in parts, and the first brings the heads.
pub fn csv(portfolio: &Portfolio, entries: Range<usize>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has as many cells as there are heads.
    if entries.start == 0 {
        let _ = writer.write_record(HEADS);
    }
    let figure = |figure: Option<Figure>| figure.map_or_else(String::new, |it| it.to_string());
    let text = |text: &Option<String>| text.as_deref().map(harmless).unwrap_or_default();
    for (status, column, rules, mover) in lines(portfolio, entries) {
        let name = portfolio.columns()[column].name.as_deref();
        let _ = writer.write_record([
            harmless(&mover.sheet),
            text(&mover.unit),
            text(&mover.department),
            harmless(name.unwrap_or(rules)),
            figure(mover.before),
            figure(mover.after),
            figure(mover.delta),
            text(&mover.grade_before),
            text(&mover.grade_after),
            harmless(rules),
            status.to_owned(),
        ]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The same as one JSON document a line.
pub fn jsonl(portfolio: &Portfolio, entries: Range<usize>) -> String {
    let lines = lines(portfolio, entries).map(|(status, column, rules, mover)| {
        let name = portfolio.columns()[column].name.as_deref();
        let mut line = serde_json::json!(mover);
        line["scenario"] = name.unwrap_or(rules).into();
        line["rules"] = rules.into();
        line["status"] = status.into();
        // Strings only: nothing in there can fail to be written.
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    });
    lines.collect()
}

/// What became of a sheet: `no_fit` where no change fits it, `failed` where it could not be scored.
fn lines(
    portfolio: &Portfolio,
    entries: Range<usize>,
) -> impl Iterator<Item = (&'static str, usize, &str, Mover)> {
    let entries = portfolio.entries().get(entries).unwrap_or_default().iter();
    entries.flat_map(move |entry| {
        let columns = 0..portfolio.columns().len();
        columns.map(move |column| {
            let status = match entry.after(column) {
                None => "failed",
                Some(_) if entry.fits_nowhere(column) => "no_fit",
                Some(_) => "",
            };
            let rules = portfolio.rules_of(entry, column).unwrap_or_default();
            (status, column, rules, Mover::new(portfolio, entry, column))
        })
    })
}
