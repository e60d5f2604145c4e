//! The ranking, one unit a line, for a spreadsheet.

use super::PortfolioRows;
use crate::report::score::harmless;

/// Heads of the columns: the names of the JSON fields, the same in every language.
const HEADS: [&str; 10] = [
    "rank",
    "unit",
    "sheets",
    "error",
    "warning",
    "note",
    "uncertain",
    "accepted",
    "deviation",
    "first",
];

/// The ranking, one unit a line, for a spreadsheet.
pub fn csv(portfolio: &PortfolioRows) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has as many cells as there are heads.
    let _ = writer.write_record(HEADS);
    for unit in &portfolio.ranking {
        let found = &unit.findings;
        let _ = writer.write_record([
            unit.rank.to_string(),
            unit.unit.as_deref().map(harmless).unwrap_or_default(),
            unit.sheets.to_string(),
            found.error.to_string(),
            found.warning.to_string(),
            found.note.to_string(),
            found.uncertain.to_string(),
            found.accepted.to_string(),
            unit.deviation
                .map(|off| off.to_string())
                .unwrap_or_default(),
            harmless(&unit.first),
        ]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
