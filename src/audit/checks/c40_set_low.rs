//! C40 指标值可能定低, whether or not the surplus is explained (C13 asks for that).

use crate::audit::subject::{finding, percent};
use crate::audit::target_subject::is_share;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow};
use crate::number::Fraction;
use crate::rules::facts::Kind;
use crate::sheet::Direction;
use crate::value::Value;
use crate::words::findings::{self, quality as words};

pub(super) const CHECK: Check = Check {
    code: "C40",
    title: words::c40_title,
    page: include_str!("../../../docs/checks/C40.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let profile = subject.profile;
    let judged: Vec<(&SubjectRow, Fraction)> = subject
        .rows
        .iter()
        .filter_map(|row| Some((row, reached(row)?)))
        .collect();
    let beyond = judged.iter().copied();
    let beyond = beyond.filter(|(row, reached)| {
        *reached >= profile.set_low.0 && !is_one_more(row).unwrap_or(true)
    });
    let beyond: Vec<(&SubjectRow, Fraction)> = beyond.collect();
    let far = beyond
        .iter()
        .any(|(_, reached)| *reached >= profile.set_low_gravely.0);
    if beyond.is_empty() || (beyond.len() < profile.set_low_rows && !far) {
        return;
    }
    let count = |rows: &[_]| i64::try_from(rows.len()).map(Fraction::from).ok();
    let share = count(&beyond).and_then(|some| some.over(count(&judged)?).ok());
    let many = beyond.len() >= profile.set_low_rows
        && share.is_some_and(|share| share >= profile.set_low_share.0);
    let severity = [Severity::Note, Severity::Warning][usize::from(far || many)];
    let limit = percent(profile.set_low.0);
    findings.push(finding(
        CHECK.code,
        (severity, Outcome::Uncertain),
        subject.at(&subject.sheet().origin),
        |lang| {
            let rows = beyond.iter().map(|(row, reached)| {
                let (target, actual) = (&row.measure.target.0.text, &row.measure.actual.0.text);
                words::c40_row(lang, &row.indicator.name, target, actual, percent(*reached))
            });
            let rows = rows.collect::<Vec<_>>().join(&findings::separator(lang));
            words::c40(lang, judged.len(), beyond.len(), &limit, rows)
        },
        words::c40_help,
    ));
}

/// How much of the target was reached, seen from its better side: 130 % is 30 % above an "at least" and
/// 30 % below an "at most". `None` where that says nothing: words, ranges, targets and costs of zero,
/// doubtful readings, a direction nobody is sure of.
fn reached(row: &SubjectRow) -> Option<Fraction> {
    let (target, actual) = (row.result.target?, row.result.actual?);
    let cells = [&row.measure.target.0, &row.measure.actual.0];
    let plain = cells
        .iter()
        .all(|cell| matches!(cell.value, Value::Quantity(_)) && cell.doubts.is_empty());
    let counts = row.result.kind == Some(Kind::Quantity) && plain && row.direction_is_sure();
    if !counts || target <= Fraction::ZERO || actual < Fraction::ZERO {
        return None;
    }
    let ratio = actual.over(target).ok()?;
    match row.result.direction.as_ref()?.0 {
        Direction::AtLeast => Some(ratio),
        Direction::AtMost if !actual.is_zero() => Fraction::from(2).minus(ratio).ok(),
        Direction::AtMost | Direction::Equal => None,
    }
}

/// 3个 → 4个: no target could have been set between them.
fn is_one_more(row: &SubjectRow) -> Option<bool> {
    let Value::Quantity(target) = &row.measure.target.0.value else {
        return None;
    };
    let more = row.result.actual?.minus(row.result.target?).ok()?;
    Some(!is_share(target) && more.absolute() <= Fraction::ONE)
}
