//! C47 同一指标重复出现.

use crate::audit::subject::finding;
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, Subject, SubjectRow, TargetSubject, text,
};
use crate::sheet::{Indicator, Scope};
use crate::value::normalise;
use crate::words::findings::{self, quality as words, targets as promised};

pub(super) const CHECK: Check = Check {
    code: "C47",
    title: words::c47_title,
    page: include_str!("../../../docs/checks/C47.md"),
    run: Run::Either(run, targets),
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

fn targets(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    for part in [&subject.long_term, &subject.annual] {
        let mut named: Vec<(String, &PromisedRow)> = part
            .iter()
            .map(|row| (text::plain(row.name()), row))
            .filter(|(name, _)| !name.is_empty())
            .collect();
        named.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut twice: Vec<Finding> = named
            .chunk_by(|(a, _), (b, _)| a == b)
            .filter_map(|same| promised_twice(subject, same))
            .collect();
        twice.sort_by_key(|finding| finding.place.row);
        findings.extend(twice);
    }
}

fn promised_twice(subject: &TargetSubject, same: &[(String, &PromisedRow)]) -> Option<Finding> {
    let first = same[0].1;
    let others = same[1..].iter().map(|(_, row)| *row);
    // Neighbours with different targets are measures of one indicator.
    let mut others =
        others.filter(|row| promise(row) == promise(first) || row.number > first.number + 1);
    let second = others.next()?;
    let copy = others
        .chain([second])
        .find(|row| promise(row) == promise(first));
    // A unit's table may list what several projects promise.
    let grade = match copy {
        Some(_) if subject.table.scope == Scope::Project => (Severity::Warning, Outcome::Fails),
        _ => (Severity::Note, Outcome::Uncertain),
    };
    let row = copy.unwrap_or(second);
    let found = finding(
        CHECK.code,
        grade,
        subject.at_row(row),
        |lang| {
            let numbers = same.iter().map(|(_, row)| row.number.to_string());
            let numbers = numbers.collect::<Vec<_>>().join(&findings::separator(lang));
            match copy {
                Some(_) => promised::c47(lang, first.name(), numbers),
                None => words::c47_other(lang, first.name(), numbers),
            }
        },
        words::c47_help,
    );
    Some(row.sure(found))
}

/// Labels and target of a row, as they are compared.
fn promise(row: &PromisedRow) -> (Vec<String>, Option<String>) {
    let levels = row.row.levels.iter().map(|level| text::plain(level));
    let target = row.target().map(|target| normalise(&target.0.text));
    (levels.collect(), target)
}
