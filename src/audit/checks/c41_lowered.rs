//! C41 指标值低于上年.

use crate::audit::compare::fits;
use crate::audit::subject::{finding, percent};
use crate::audit::{Check, Finding, Outcome, PromisedRow, Run, Severity, TargetSubject, text};
use crate::number::Fraction;
use crate::sheet::Direction;
use crate::value::{Quantity, Target, Value};
use crate::words::findings::targets as words;

pub(super) const CHECK: Check = Check {
    code: "C41",
    title: words::c41_title,
    page: include_str!("../../../docs/checks/C41.md"),
    run: Run::Targets(run),
};

fn run(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    let rows = subject.annual.iter();
    findings.extend(rows.filter_map(|row| lowered(subject, row)));
}

fn lowered(subject: &TargetSubject, row: &PromisedRow) -> Option<Finding> {
    let planned = row.target()?;
    let (direction, sure) = row.direction(planned)?;
    let history = row.history();
    let mut earlier = history
        .iter()
        .filter(|(_, one)| matches!(one.0.value, Value::Quantity(_)));
    let (year, before) = *earlier.next()?;
    let is_easier = |before| easier(row, before, planned, direction);
    let (year, before, latest) = match is_easier(before)? {
        true => (year, before, true),
        // As last year, but less than the year before it.
        false => earlier
            .find(|(_, one)| is_easier(one) == Some(true))
            .filter(|_| easier(row, planned, before, direction) == Some(false))
            .map(|(year, one)| (*year, *one, false))?,
    };
    let open = text::has_any(row.name(), &subject.profile.words.less_may_be_planned);
    let grade = match sure && latest && !open {
        true => (Severity::Warning, Outcome::Fails),
        false => (Severity::Note, Outcome::Uncertain),
    };
    let share = amount(planned).zip(amount(before));
    let share = share.and_then(|(now, before)| {
        let now = Fraction::from(now.number);
        now.over(Fraction::from(before.number)).ok().map(percent)
    });
    let found = finding(
        CHECK.code,
        grade,
        subject.at_row(row),
        |lang| {
            let (name, before, now) = (row.name(), &before.0.text, &planned.0.text);
            let share = share.as_deref().unwrap_or("?");
            match direction {
                Direction::AtMost => words::c41_relaxed(lang, name, now, year, before, share),
                _ => words::c41_lowered(lang, name, now, year, before, share),
            }
        },
        words::c41_help,
    );
    Some(row.sure(found.figures(&planned.0.text, &before.0.text)))
}

/// Whether `now` asks for less than `before`; `None` where they cannot be compared.
fn easier(row: &PromisedRow, before: &Target, now: &Target, direction: Direction) -> Option<bool> {
    let (a, b) = (amount(before)?, amount(now)?);
    // A value that was written the other way round was another promise.
    let other = row
        .direction(before)
        .is_some_and(|(one, _)| one != direction);
    if other || !fits(a, b) || a.per != b.per || !before.0.doubts.is_empty() {
        return None;
    }
    if !now.0.doubts.is_empty() {
        return None;
    }
    Some(match direction {
        Direction::AtLeast => b.number < a.number,
        Direction::AtMost => b.number > a.number,
        Direction::Equal => false,
    })
}

fn amount(target: &Target) -> Option<&Quantity> {
    match &target.0.value {
        Value::Quantity(amount) => Some(amount),
        _ => None,
    }
}
