//! What is set aside: a line of JSON with the place, the reasons and the text of a record.

use serde::Serialize;

use crate::document::Problem;
use crate::words::Lang;

/// The most bytes of a record's text that are kept: more than nearly every sheet has.
pub(super) const MOST_TEXT: usize = 64 * 1024;
/// The most reasons.
const MOST_REASONS: usize = 20;

#[derive(Serialize)]
struct Rejected<'r> {
    /// The file as the user named it.
    file: &'r str,
    /// Line or record, from 1; null for a document and for the rest of a file.
    line: Option<u64>,
    reasons: Vec<Reason>,
    /// The record, as far as it is kept; what is no UTF-8 in it is replaced.
    text: &'r str,
    /// Whether there is more of it.
    cut: bool,
}

#[derive(Serialize)]
struct Reason {
    /// Column in the line, from 1; in a document the line before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

/// Appends one line.
pub(super) fn set_aside(
    file: &str,
    line: Option<u64>,
    problems: &[Problem],
    record: &[u8],
    lang: Lang,
    out: &mut Vec<u8>,
) {
    let reasons = problems.iter().take(MOST_REASONS).map(|problem| Reason {
        place: (problem.column > 0).then(|| match line {
            Some(_) => problem.column.to_string(),
            None => format!("{}:{}", problem.line, problem.column),
        }),
        message: problem.message(lang),
        help: problem.help(lang).filter(|help| !help.is_empty()),
    });
    let kept = &record[..record.len().min(MOST_TEXT)];
    let text = String::from_utf8_lossy(kept);
    let rejected = Rejected {
        file,
        line,
        reasons: reasons.collect(),
        text: &text,
        cut: kept.len() < record.len(),
    };
    // Strings and numbers only, written to memory: that cannot fail.
    let _ = serde_json::to_writer(&mut *out, &rejected);
    out.push(b'\n');
}
