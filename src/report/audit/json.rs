//! JSON and JSON lines, as `docs/schema/audit.schema.json` describes them.

use super::AuditedSheets;

/// The whole audit as one JSON document.
pub fn json(audited: &AuditedSheets) -> String {
    // Strings, numbers and lists only: nothing in there can fail to be written.
    let mut text = serde_json::to_string_pretty(audited).unwrap_or_default();
    text.push('\n');
    text
}

/// One finding a line, sheets first.
pub fn jsonl(audited: &AuditedSheets) -> String {
    audited
        .findings()
        .map(|finding| serde_json::to_string(finding).unwrap_or_default() + "\n")
        .collect()
}
