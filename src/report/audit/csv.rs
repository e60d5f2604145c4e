//! One finding a line, for a spreadsheet.

use super::AuditedSheets;
use crate::report::score::harmless;

/// Heads of the columns: the names of the JSON fields, the same in every language.
const HEADS: [&str; 16] = [
    "sheet",
    "row",
    "code",
    "severity",
    "outcome",
    "message",
    "reported",
    "expected",
    "file",
    "line",
    "cell",
    "rule",
    "help",
    "accepted",
    "accepted_reason",
    "accepted_by",
];

/// One finding a line, for a spreadsheet.
pub fn csv(audited: &AuditedSheets) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has as many cells as there are heads.
    let _ = writer.write_record(HEADS);
    for finding in audited.findings() {
        let place = &finding.place;
        let accepted = finding.accepted.as_ref();
        let _ = writer.write_record([
            harmless(&place.sheet),
            place.row.clone().unwrap_or_default(),
            finding.code.to_owned(),
            finding.severity.to_owned(),
            finding.outcome.to_owned(),
            harmless(&finding.message),
            finding
                .reported
                .as_deref()
                .map(harmless)
                .unwrap_or_default(),
            finding
                .expected
                .as_deref()
                .map(harmless)
                .unwrap_or_default(),
            harmless(&place.file),
            place.line.map(|line| line.to_string()).unwrap_or_default(),
            place.cell.as_deref().map(harmless).unwrap_or_default(),
            harmless(&finding.rule),
            harmless(&finding.help),
            accepted.map_or("", |accepted| accepted.status).to_owned(),
            accepted
                .map(|accepted| harmless(&accepted.reason))
                .unwrap_or_default(),
            accepted
                .and_then(|accepted| accepted.by.as_deref())
                .map(harmless)
                .unwrap_or_default(),
        ]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
