//! JSON and JSON lines, as `docs/schema/score.schema.json` describes them.

use super::{ScoredSheet, ScoredSheets};

/// All sheets as one JSON document.
pub fn json(sheets: &ScoredSheets) -> String {
    // Strings, numbers and lists only: nothing in there can fail to be written.
    let mut text = serde_json::to_string_pretty(sheets).unwrap_or_default();
    text.push('\n');
    text
}

/// One sheet a line.
pub fn jsonl(sheets: &ScoredSheets) -> String {
    sheets.sheets.iter().map(jsonl_line).collect()
}

/// The line of one sheet.
pub fn jsonl_line(sheet: &ScoredSheet) -> String {
    serde_json::to_string(sheet).unwrap_or_default() + "\n"
}
