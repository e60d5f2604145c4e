//! How the worked cases of a pack came out.

use crate::rules::case::Case;
use crate::score::Mismatch;
use crate::words::{Lang, cases as words};

/// A case that does not hold.
#[derive(Debug, Clone)]
pub struct Failure<'c> {
    /// The case.
    pub case: &'c Case,
    /// What came out otherwise; at least one.
    pub mismatches: Vec<Mismatch>,
}

/// A line for the pack, then every failure with its place, its remark and what differs.
pub fn cases(pack: &str, count: usize, failures: &[Failure<'_>], lang: Lang) -> String {
    let mut text = match (count, failures.len()) {
        (0, _) => words::no_cases(lang, pack),
        (_, 0) => words::all_hold(lang, pack, count),
        (_, failed) => words::some_fail(lang, pack, count, failed),
    };
    text.push('\n');
    for Failure { case, mismatches } in failures {
        let origin = &case.origin;
        text.push_str(&format!(
            "\n{}:{}: {}\n",
            origin.file, origin.line, case.name
        ));
        if !case.says.is_empty() {
            text.push_str(&format!("  {}\n", case.says));
        }
        for Mismatch {
            what,
            expected,
            got,
        } in mismatches
        {
            let line = words::expected_and_got(lang, what, expected, got);
            text.push_str(&format!("  {line}\n"));
        }
    }
    text
}
