//! C41 指标值低于上年.

use crate::audit::compare::{Comparison, compare, fits};
use crate::audit::rows::{Matched, of_earlier, place};
use crate::audit::subject::{finding, percent};
use crate::audit::target_subject::is_share;
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, TargetSubject, Together, text,
};
use crate::number::Fraction;
use crate::sheet::Direction;
use crate::value::{Quantity, Target, Value, Written};
use crate::words::findings::targets as words;

pub(super) const CHECK: Check = Check {
    code: "C41",
    title: words::c41_title,
    page: include_str!("../../../docs/checks/C41.md"),
    run: Run::TargetsAndAcross(of_one_table, against_sheets),
};

fn of_one_table(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    let rows = subject.annual.iter();
    findings.extend(rows.filter_map(|row| lowered(subject, row)));
}

/// What a row asks for less than.
struct Earlier<'a> {
    year: u16,
    before: &'a Target,
    /// Whether it is the latest earlier value.
    latest: bool,
}

/// The earlier value in the row itself that the planned one is below.
fn earlier<'a>(row: &PromisedRow<'a>) -> Option<Earlier<'a>> {
    let planned = row.target()?;
    let (direction, _) = row.direction(planned)?;
    let history = row.history();
    let mut earlier = history
        .iter()
        .filter(|(_, one)| matches!(one.0.value, Value::Quantity(_)));
    let (year, before) = *earlier.next()?;
    let is_easier = |before| easier_target(row, before, planned, direction);
    let (year, before, latest) = match is_easier(before)? {
        true => (year, before, true),
        // As last year, but less than the year before it.
        false => earlier
            .find(|(_, one)| is_easier(one) == Some(true))
            .filter(|_| easier_target(row, planned, before, direction) == Some(false))
            .map(|(year, one)| (*year, *one, false))?,
    };
    Some(Earlier {
        year,
        before,
        latest,
    })
}

fn lowered(subject: &TargetSubject, row: &PromisedRow) -> Option<Finding> {
    let planned = row.target()?;
    let (direction, sure) = row.direction(planned)?;
    let Earlier {
        year,
        before,
        latest,
    } = earlier(row)?;
    let open = may_be_less(subject, row);
    let grade = match sure && latest && !open {
        true => (Severity::Warning, Outcome::Fails),
        false => (Severity::Note, Outcome::Uncertain),
    };
    let share = share(&planned.0, &before.0);
    let found = finding(
        CHECK.code,
        grade,
        subject.at_row(row),
        |lang| {
            let (name, before, now) = (row.name(), &before.0.text, &planned.0.text);
            match direction {
                Direction::AtMost => words::c41_relaxed(lang, name, now, year, before, &share),
                _ => words::c41_lowered(lang, name, now, year, before, &share),
            }
        },
        words::c41_help,
    );
    Some(row.sure(found.figures(&planned.0.text, &before.0.text)))
}

/// Every table against the sheet of the year before, or of two years before.
fn against_sheets(together: &Together, findings: &mut Vec<Finding>) {
    for (index, table) in together.tables.iter().enumerate() {
        let Some(year) = table
            .table
            .year
            .filter(|_| !together.copied_tables.repeated[index])
        else {
            continue;
        };
        let mut found: Vec<(u32, Option<Finding>)> = Vec::new();
        for earlier in [year.saturating_sub(1), year.saturating_sub(2)] {
            for matched in of_earlier(together, index, earlier).0 {
                let number = matched.promise.number;
                // The latest sheet that reports the indicator.
                if found.iter().all(|(known, _)| *known != number) {
                    found.push((number, below_actual(table, &matched, earlier)));
                }
            }
        }
        found.sort_by_key(|(number, _)| *number);
        findings.extend(found.into_iter().filter_map(|(_, finding)| finding));
    }
}

/// A target below what was reported for an earlier year.
fn below_actual(table: &TargetSubject, matched: &Matched, year: u16) -> Option<Finding> {
    let (row, reported) = (matched.promise, matched.row.measure);
    let (planned, actual) = (row.target()?, &reported.actual.0);
    let (direction, sure) = row.direction(planned)?;
    let is_easier = |before| easier(before, &planned.0, direction) == Some(true);
    // A rate is promised with a margin: it is lowered where it is below that year's target as well.
    let is_rate = amount(&planned.0).is_some_and(is_share);
    let below = is_easier(actual) && (!is_rate || is_easier(&reported.target.0));
    let said = earlier(row)
        .is_some_and(|own| own.year == year && compare(&own.before.0, actual) == Comparison::Same);
    let differs = compare(&planned.0, actual) == Comparison::Different;
    if !below || !differs || said || actual.operator.is_some() {
        return None;
    }
    let likely = sure && matched.same_project && !matched.alike && !may_be_less(table, row);
    let severity = [Severity::Note, Severity::Warning][usize::from(likely)];
    let share = share(&planned.0, actual);
    let message = |lang| {
        let place = place(matched.sheet, matched.row, lang);
        let (name, now, actual) = (row.name(), &planned.0.text, &actual.text);
        match direction {
            Direction::AtMost => {
                words::c41_easier_than_actual(lang, name, now, year, place, actual, &share)
            }
            _ => words::c41_below_actual(lang, name, now, year, place, actual, &share),
        }
    };
    let grade = (severity, Outcome::Uncertain);
    let found = finding(
        CHECK.code,
        grade,
        table.at_row(row),
        message,
        words::c41_help,
    );
    Some(
        matched
            .basis
            .under(found.figures(&planned.0.text, &actual.text)),
    )
}

/// Less may well be planned: 聘用, 补助, 建设.
fn may_be_less(subject: &TargetSubject, row: &PromisedRow) -> bool {
    text::has_any(row.name(), &subject.profile.words.less_may_be_planned)
}

/// Whether `now` asks for less than `before`; `None` where they cannot be compared.
fn easier_target(
    row: &PromisedRow,
    before: &Target,
    now: &Target,
    direction: Direction,
) -> Option<bool> {
    // A value that was written the other way round was another promise.
    let other = row
        .direction(before)
        .is_some_and(|(one, _)| one != direction);
    easier(&before.0, &now.0, direction).filter(|_| !other)
}

fn easier(before: &Written, now: &Written, direction: Direction) -> Option<bool> {
    let (a, b) = (amount(before)?, amount(now)?);
    let doubts = !before.doubts.is_empty() || !now.doubts.is_empty();
    if !fits(a, b) || a.per != b.per || doubts {
        return None;
    }
    Some(match direction {
        Direction::AtLeast => b.number < a.number,
        Direction::AtMost => b.number > a.number,
        Direction::Equal => false,
    })
}

/// The planned amount as a share of the earlier one.
fn share(now: &Written, before: &Written) -> String {
    let share = amount(now).zip(amount(before)).and_then(|(now, before)| {
        let now = Fraction::from(now.number);
        now.over(Fraction::from(before.number)).ok().map(percent)
    });
    share.unwrap_or_else(|| "?".to_owned())
}

fn amount(written: &Written) -> Option<&Quantity> {
    match &written.value {
        Value::Quantity(amount) => Some(amount),
        _ => None,
    }
}
