//! C61 不同单位的原因说明相同.

use std::collections::HashSet;

use crate::audit::subject::finding;
use crate::audit::{Check, Entry, Finding, Outcome, Place, Portfolio, Profile, Run, Severity};
use crate::words::Lang;
use crate::words::findings::many as words;

pub(super) const CHECK: Check = Check {
    code: "C61",
    title: words::c61_title,
    page: include_str!("../../../docs/checks/C61.md"),
    run: Run::Many(run),
};

fn run(portfolio: &Portfolio, _: &Profile, findings: &mut Vec<Finding>) {
    let entries = portfolio.entries();
    // Indices come from the same list of sheets.
    let entry = |index: u32| entries.get(usize::try_from(index).ok()?);
    for copies in portfolio.passages().copied() {
        let Some(first) = entry(copies.first.sheet) else {
            continue;
        };
        let others: Vec<&Entry> = copies.sheets.iter().copied().filter_map(entry).collect();
        let units: HashSet<&str> = others.iter().map(|entry| &*entry.unit).collect();
        let place = Place {
            origin: copies.first.origin.clone(),
            ..first.place()
        };
        let (says, severity): (fn(Lang, _, _, _, _) -> String, _) = match copies.word_for_word {
            true => (words::c61_same, Severity::Warning),
            false => (words::c61_but_for_figures, Severity::Note),
        };
        findings.push(finding(
            CHECK.code,
            (severity, Outcome::Uncertain),
            place,
            |lang| {
                let excerpt = &*copies.first.excerpt;
                let passages = match copies.count {
                    1 => words::c61_passage(lang, excerpt),
                    count => words::c61_passages(lang, excerpt, count),
                };
                let names = portfolio.named(lang, &others);
                let (sheets, units) = (others.len(), units.len());
                says(lang, passages, sheets, units, names)
            },
            words::c61_help,
        ));
    }
    let left_out = portfolio.passages().left_out();
    if let Some(first) = entries.first().filter(|_| left_out > 0) {
        findings.push(finding(
            CHECK.code,
            (Severity::Note, Outcome::NotApplicable),
            first.place(),
            |lang| words::c61_left_out(lang, left_out),
            words::c61_left_out_help,
        ));
    }
}
