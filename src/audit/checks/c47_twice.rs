//! C47 同一指标重复出现.

use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow, text};
use crate::sheet::Indicator;
use crate::value::normalise;
use crate::words::findings::{self, quality as words};

pub(super) const CHECK: Check = Check {
    code: "C47",
    title: words::c47_title,
    page: include_str!("../../../docs/checks/C47.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let mut named: Vec<(String, &SubjectRow)> = subject
        .indicators()
        .map(|(indicator, rows)| (text::plain(&indicator.name), &rows[0]))
        .filter(|(name, _)| !name.is_empty())
        .collect();
    // Stable: indicators of one name keep the order of the form.
    named.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut twice: Vec<&[(String, &SubjectRow)]> = named
        .chunk_by(|(a, _), (b, _)| a == b)
        .filter(|same| same.len() > 1)
        .collect();
    twice.sort_by_key(|same| same[0].1.measure.row);
    findings.extend(twice.into_iter().map(|same| repeated(subject, same)));
}

fn repeated(subject: &Subject, same: &[(String, &SubjectRow)]) -> Finding {
    let first = same[0].1;
    let copy = same[1..]
        .iter()
        .find(|(_, row)| identity(row.indicator) == identity(first.indicator));
    let grade = match copy {
        Some(_) => (Severity::Warning, Outcome::Fails),
        None => (Severity::Note, Outcome::Uncertain),
    };
    let second = copy.unwrap_or(&same[1]).1;
    finding(
        CHECK.code,
        grade,
        subject.at_row(second),
        |lang| {
            let name = &first.indicator.name;
            let rows = same.iter().map(|(_, row)| row.measure.row.to_string());
            let rows = rows.collect::<Vec<_>>().join(&findings::separator(lang));
            let target = &first.measure.target.0.text;
            match copy {
                Some(_) => words::c47(lang, name, rows, target),
                None => words::c47_other(lang, name, rows),
            }
        },
        words::c47_help,
    )
}

/// What makes two indicators of one name the same: labels and targets.
fn identity(indicator: &Indicator) -> (Vec<String>, Vec<String>) {
    let plain = |text: &String| text::plain(text);
    let targets = indicator.measures.iter().map(|one| &one.target.0.text);
    (
        indicator.levels.iter().map(plain).collect(),
        targets.map(|target| normalise(target)).collect(),
    )
}
