//! How the worked cases of a pack came out.

use crate::report::explain::{Focus, explain};
use crate::rules::case::{Case, Given};
use crate::score::{Evaluation, Mismatch};
use crate::words::{Lang, cases as words, trace};

/// A case that does not hold.
#[derive(Debug, Clone)]
pub struct Failure<'c> {
    /// The case.
    pub case: &'c Case,
    /// What came out otherwise; at least one.
    pub mismatches: Vec<Mismatch>,
    /// How the result came about, a line each.
    pub derivation: Vec<String>,
}

/// A line for the pack, then every failure with its place, its remark and what differs.
pub fn cases(pack: &str, count: usize, failures: &[Failure<'_>], lang: Lang) -> String {
    let mut text = match (count, failures.len()) {
        (0, _) => words::no_cases(lang, pack),
        (_, 0) => words::all_hold(lang, pack, count),
        (_, failed) => words::some_fail(lang, pack, count, failed),
    };
    text.push('\n');
    for Failure {
        case,
        mismatches,
        derivation,
    } in failures
    {
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
            text.push_str(&format!("    - {expected}\n    + {got}\n"));
        }
        if !derivation.is_empty() {
            text.push_str(&format!("  {}\n", words::came_about(lang)));
        }
        for line in derivation {
            text.push_str(&format!("    {line}\n"));
        }
    }
    text
}

/// How an evaluation of a case came about: what `explain` says, without its heading and its clauses.
pub fn derivation(case: &Case, evaluation: &Evaluation, lang: Lang) -> Vec<String> {
    let focus = match case.given {
        Given::Row(_) => Focus::Row(0),
        Given::Execution(_) => Focus::Execution,
        Given::Sheet(_) | Given::Total(_) => Focus::Everything,
    };
    let page = explain(evaluation, focus, lang);
    let mut parts = page.split("\n\n").skip(1);
    let lines = parts.next().unwrap_or_default().lines();
    // The row's own heading has only a number here.
    let skipped = usize::from(matches!(focus, Focus::Row(_)));
    let lines = lines.skip(skipped).map(|line| line.trim_end().to_owned());
    // A case stands in one file: where each of its figures stands is plain.
    let seen = place_prefix(lang);
    lines
        .filter(|line| !line.trim_start().starts_with(&seen))
        .collect()
}

/// How the lines begin that give a place.
fn place_prefix(lang: Lang) -> String {
    trace::place(lang, "").trim_end().to_owned()
}
