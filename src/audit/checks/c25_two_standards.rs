//! C25 同一对象两个标准: one object held to two targets, or the same result given unlike points.

use std::collections::BTreeMap;

use crate::audit::compare::{Comparison, compare, fits};
use crate::audit::join::{Kind, normal};
use crate::audit::shares::{OtherShare, other_share};
use crate::audit::subject::{agrees, finding, percent};
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, Subject, SubjectRow, TargetSubject, text,
};
use crate::number::Fraction;
use crate::sheet::Scope;
use crate::value::{Operator, Target, Value, Written};
use crate::words::findings::{self, consistency as words};

pub(super) const CHECK: Check = Check {
    code: "C25",
    title: words::c25_title,
    page: include_str!("../../../docs/checks/C25.md"),
    run: Run::Either(run, targets),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let mut objects: BTreeMap<(Vec<String>, String), Vec<&[SubjectRow]>> = BTreeMap::new();
    for (indicator, rows) in subject.indicators() {
        let levels = plain_levels(&indicator.levels);
        let name = normal(subject.profile, Kind::Indicator, &indicator.name);
        if !name.is_empty() {
            objects.entry((levels, name)).or_default().push(rows);
        }
    }
    let mut found = Vec::new();
    for same in objects.values() {
        let first = same[0];
        let alike = same[1..].iter().filter(|rows| rows.len() == first.len());
        for other in alike {
            found.extend(two_targets(subject, first, other));
            found.extend(two_shares(subject, first, other));
        }
    }
    found.extend(two_treatments(subject));
    found.sort_by_key(|finding: &Finding| finding.place.row);
    findings.extend(found);
}

fn plain_levels(levels: &[String]) -> Vec<String> {
    levels.iter().map(|level| text::plain(level)).collect()
}

/// Two targets for one object. An indicator with several measures has a target for each.
fn two_targets(subject: &Subject, a: &[SubjectRow], b: &[SubjectRow]) -> Option<Finding> {
    let ([a], [b]) = (a, b) else { return None };
    let (first, second) = (&a.measure.target, &b.measure.target);
    if !contradict(first, second) {
        return None;
    }
    let (row, number) = (subject.at_row(b), b.measure.row);
    let found = finding(
        CHECK.code,
        (Severity::Warning, Outcome::Uncertain),
        row,
        |lang| {
            let (name, first, second) = (&b.indicator.name, &first.0.text, &second.0.text);
            words::c25_targets(lang, name, a.measure.row, first, number, second)
        },
        words::c25_targets_help,
    );
    Some(found.figures(&second.0.text, &first.0.text))
}

/// Two different amounts of the same unit and period, compared the same way; ≥10 and ≤20 are one range.
fn contradict(a: &Target, b: &Target) -> bool {
    let (Value::Quantity(x), Value::Quantity(y)) = (&a.0.value, &b.0.value) else {
        return false;
    };
    let most = |one: &Written| {
        one.operator
            .map(|way| matches!(way, Operator::AtMost | Operator::LessThan))
    };
    let one_way = most(&a.0).is_none() || most(&b.0).is_none() || most(&a.0) == most(&b.0);
    let read = a.0.doubts.is_empty() && b.0.doubts.is_empty();
    one_way
        && read
        && fits(x, y)
        && x.unit == y.unit
        && compare(&a.0, &b.0) == Comparison::Different
}

/// The same target and actual, and another share of the mark.
fn two_shares(subject: &Subject, a: &[SubjectRow], b: &[SubjectRow]) -> Option<Finding> {
    let same = |a: &Written, b: &Written| compare(a, b) == Comparison::Same;
    let mut pairs = a.iter().zip(b).filter_map(|(a, b)| {
        let equal = same(&a.measure.target.0, &b.measure.target.0)
            && same(&a.measure.actual.0, &b.measure.actual.0);
        Some((other_share(a, b).filter(|_| equal)?, a, b))
    });
    let (share, a, b) = pairs.find(|(share, ..)| *share != OtherShare::Precision)?;
    let outcome = match share {
        OtherShare::Proven => Outcome::Fails,
        _ => Outcome::Uncertain,
    };
    Some(finding(
        CHECK.code,
        (Severity::Warning, outcome),
        subject.at_row(b),
        |lang| {
            let (name, target, actual) = (
                &b.indicator.name,
                &b.measure.target.0.text,
                &b.measure.actual.0.text,
            );
            let rows = [points(a, lang), points(b, lang)].join(&findings::semicolon(lang));
            match share {
                OtherShare::Proven => words::c25_points(lang, name, target, actual, rows),
                _ => words::c25_marks(lang, name, target, actual, rows),
            }
        },
        words::c25_points_help,
    ))
}

/// Rows that missed their targets equally far under one method, some scored in proportion, one in full or
/// not at all. Where the rule proves a row wrong, C04 says so.
fn two_treatments(subject: &Subject) -> Vec<Finding> {
    let mut missed: BTreeMap<(usize, Fraction), Vec<&SubjectRow>> = BTreeMap::new();
    for row in subject.rows.iter().filter(|row| c04_proves_nothing(row)) {
        let (Some(method), Some(completion)) = (row.result.method, row.result.completion) else {
            continue;
        };
        if completion > Fraction::ZERO && completion < Fraction::ONE {
            missed.entry((method, completion)).or_default().push(row);
        }
    }
    let pair = |((_, completion), rows): ((usize, Fraction), Vec<&SubjectRow>)| {
        let odd = rows.iter().find(|row| all_or_nothing(row))?;
        let even = rows
            .iter()
            .find(|row| !all_or_nothing(row) && in_proportion(row, completion))?;
        Some(finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            subject.at_row(odd),
            |lang| {
                let (odd, even) = (points(odd, lang), points(even, lang));
                words::c25_treated(lang, percent(completion), even, odd)
            },
            words::c25_treated_help,
        ))
    };
    missed.into_iter().filter_map(pair).collect()
}

fn c04_proves_nothing(row: &SubjectRow) -> bool {
    match (row.reported(), row.earned()) {
        (Some(printed), Some(earned)) => {
            earned.rounded == printed.value || row.differs_in_precision()
        }
        _ => false,
    }
}

fn all_or_nothing(row: &SubjectRow) -> bool {
    let (Some(printed), Some(mark)) = (row.reported(), row.result.full_mark.as_ref()) else {
        return false;
    };
    printed.value.is_zero() || Fraction::from(printed.value) == mark.value
}

fn in_proportion(row: &SubjectRow, completion: Fraction) -> bool {
    let (Some(printed), Some(mark)) = (row.reported(), row.result.full_mark.as_ref()) else {
        return false;
    };
    let points = mark.value.times(completion);
    points.is_ok_and(|points| agrees(printed, points))
}

/// "第 3 条指标（及时率）得 2/2 分".
fn points(row: &SubjectRow, lang: crate::words::Lang) -> String {
    let points = row.reported().map(|one| one.value.to_string());
    let mark = row.result.full_mark.as_ref();
    let mark = mark.map_or_else(String::new, |mark| mark.value.to_string());
    let (number, points) = (row.measure.row, points.unwrap_or_default());
    words::c25_row(lang, number, row.label(lang), points, mark)
}

fn targets(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    // A unit's table may list what several projects promise of the same thing.
    if subject.table.scope == Scope::Unit {
        return;
    }
    for part in [&subject.long_term, &subject.annual] {
        let mut objects: BTreeMap<(Vec<String>, String), Vec<&PromisedRow>> = BTreeMap::new();
        for row in part.iter().filter(|row| !row.row.doubtful) {
            let levels = plain_levels(&row.row.levels);
            let name = normal(subject.profile, Kind::Indicator, row.name());
            if !name.is_empty() {
                objects.entry((levels, name)).or_default().push(row);
            }
        }
        let mut found: Vec<Finding> = objects
            .values()
            .flat_map(|same| promised_twice(subject, same))
            .collect();
        found.sort_by_key(|finding| finding.place.row);
        findings.extend(found);
    }
}

fn promised_twice(subject: &TargetSubject, same: &[&PromisedRow]) -> Option<Finding> {
    let (first, others) = same.split_first()?;
    let target = first.target()?;
    // Neighbours are measures of one indicator.
    let mut others = others.iter().filter(|row| row.number > first.number + 1);
    let (row, other) = others.find_map(|row| {
        let other = row.target().filter(|other| contradict(target, other))?;
        Some((row, other))
    })?;
    let found = finding(
        CHECK.code,
        (Severity::Warning, Outcome::Uncertain),
        subject.at_row(row),
        |lang| {
            let (first, second) = (&target.0.text, &other.0.text);
            let number = same[0].number;
            words::c25_targets(lang, row.name(), number, first, row.number, second)
        },
        words::c25_targets_help,
    );
    Some(found.figures(&other.0.text, &target.0.text))
}
