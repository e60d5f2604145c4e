//! What is not certain on a sheet, and between which points each of it lies.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::trial::{Trial, printed, set};
use super::{At, End, MOST_OPEN, NoBounds, Open, OpenPart, Unbounded, Why, interval, money};
use crate::number::{Fraction, Rounding};
use crate::score::{Evaluation, Outcome, Reason, RowResult, Side};
use crate::sheet::Measure;
use crate::value::{Doubt, Target, Value, Written};
use crate::whatif::{Change, RowEdit, RowKey, Stopped};

/// What was found out about one part.
pub(super) enum Found {
    Certain,
    Open(Box<Open>),
    Unbounded(NoBounds),
}

/// Everything that is open, and what of it has no bounds, in the order of the form.
pub(super) fn all(
    trial: &mut Trial<'_, '_>,
    now: &Evaluation,
) -> Result<(Vec<Open>, Vec<Unbounded>), Stopped> {
    let (mut open, mut unbounded) = (Vec::new(), Vec::new());
    let rows = (0..now.rows.len()).map(OpenPart::Row);
    for part in rows.chain([OpenPart::Execution]) {
        if outcome(now, part).is_none_or(|it| is_settled(now, part, it)) {
            continue;
        }
        if open.len() + unbounded.len() >= MOST_OPEN {
            let why = NoBounds::TooMany;
            unbounded.push(Unbounded { part, why });
            break;
        }
        let found = match part {
            OpenPart::Row(index) => row(trial, now, index)?,
            OpenPart::Execution => money::found(trial, now)?,
        };
        match found {
            Found::Certain => {}
            Found::Open(one) => open.push(*one),
            Found::Unbounded(why) => unbounded.push(Unbounded { part, why }),
        }
    }
    Ok((open, unbounded))
}

/// The outcome of a part; `None` where the sheet is scored without it.
pub(super) fn outcome(evaluation: &Evaluation, part: OpenPart) -> Option<&Outcome> {
    match part {
        OpenPart::Row(index) => evaluation.rows.get(index).map(|row| &row.outcome),
        OpenPart::Execution => evaluation.execution.as_ref().map(|part| &part.outcome),
    }
}

/// Whether there is nothing to ask: it is left out, a person awarded points, or it has points from a
/// figure that is one.
fn is_settled(now: &Evaluation, part: OpenPart, outcome: &Outcome) -> bool {
    let row = match part {
        OpenPart::Row(index) => &now.rows[index],
        OpenPart::Execution => return !matches!(outcome, Outcome::Unscored(_)),
    };
    match outcome {
        Outcome::Dropped => true,
        Outcome::Scored(_) => row.awarded.is_some() || interval::of(now.measure(row)).is_none(),
        Outcome::Unscored(_) => false,
    }
}

fn row(trial: &mut Trial<'_, '_>, now: &Evaluation, index: usize) -> Result<Found, Stopped> {
    let row = &now.rows[index];
    let measure = now.measure(row);
    let mut reason = match &row.outcome {
        Outcome::Unscored(reason) => Some(reason.clone()),
        _ => None,
    };
    if let Some(ends) = interval::of(measure) {
        match interval::range(trial, now, index, ends)? {
            Ok(open) if measure.judged.is_some() && open.width().is_zero() => {
                return Ok(Found::Certain);
            }
            Ok(open) => return Ok(Found::Open(open)),
            Err(Outcome::Unscored(there)) => reason = Some(there),
            Err(_) => return Ok(Found::Unbounded(NoBounds::LeftOut)),
        }
    }
    let Some(reason) = reason else {
        return Ok(Found::Certain);
    };
    if reason == Reason::Doubtful(Side::Target, Doubt::OperatorMayBeDigit)
        && let Some(readings) = readings(measure)
        && let Some(ends) = ends(trial, index, now, readings)?
    {
        let why = Why::Readings(reason);
        return Ok(Found::Open(Open::new(
            OpenPart::Row(index),
            why,
            ends,
            true,
        )));
    }
    person(trial, now, index, row, reason)
}

/// 290% as a target: as it is printed, or ≥90 %.
fn readings(measure: &Measure) -> Option<[Target; 2]> {
    let printed = &measure.target.0;
    let Value::Quantity(quantity) = &printed.value else {
        return None;
    };
    let single = printed.doubts.len() == 1 && measure.actual.0.doubts.is_empty();
    let rest = quantity.figure.strip_prefix('2');
    let rest = rest.filter(|_| single && printed.operator.is_none())?;
    let other = Target::read(&format!("≥{rest}{}", quantity.unit));
    let as_printed = Target(Written {
        doubts: Vec::new(),
        ..printed.clone()
    });
    other.0.doubts.is_empty().then_some([as_printed, other])
}

/// What a row earns under two readings of its target; `None` where it has no points under one.
fn ends(
    trial: &mut Trial<'_, '_>,
    index: usize,
    now: &Evaluation,
    readings: [Target; 2],
) -> Result<Option<[End; 2]>, Stopped> {
    let measure = now.measure(&now.rows[index]);
    let mut ends = Vec::new();
    for target in readings {
        let text = target.0.text.trim().to_owned();
        let change = set(
            measure,
            RowKey::Target,
            RowEdit::Target(target),
            text.clone(),
        );
        let at = Some(At {
            text,
            side: Ordering::Equal,
        });
        ends.extend(end(trial, OpenPart::Row(index), at, vec![change])?);
    }
    ends.sort_by_key(|end| end.points);
    Ok(ends.try_into().ok())
}

/// Nothing to the full mark, as a person sees it.
fn person(
    trial: &mut Trial<'_, '_>,
    now: &Evaluation,
    index: usize,
    row: &RowResult,
    reason: Reason,
) -> Result<Found, Stopped> {
    let beyond = matches!(
        reason,
        Reason::NotApplicable
            | Reason::OutOfRange
            | Reason::LevelWithoutWeight(_)
            | Reason::NoFullMark
            | Reason::FullMarkUnreadable(_)
            | Reason::FullMarkOpen
    );
    if beyond {
        return Ok(Found::Unbounded(NoBounds::Reason(reason)));
    }
    let mark = row.full_mark.as_ref().and_then(|mark| no_less(mark.value));
    let Some(mark) = mark else {
        return Ok(Found::Unbounded(NoBounds::NoFullMark(reason)));
    };
    let (measure, part) = (now.measure(row), OpenPart::Row(index));
    // A group counts a row only when it was judged by a method, which a person's judgement makes it.
    let in_groups = !now.pack.indicators.groups.is_empty();
    let mut ends = Vec::new();
    for (judged, points) in [(Decimal::ZERO, Decimal::ZERO), (Decimal::ONE, mark)] {
        let given = RowEdit::Points(printed(points));
        let mut changes = vec![set(measure, RowKey::Points, given, points.to_string())];
        if in_groups {
            let judged_as = RowEdit::Judged(judged);
            changes.push(set(measure, RowKey::Judged, judged_as, judged.to_string()));
        }
        ends.extend(end(trial, part, None, changes)?);
    }
    ends.sort_by_key(|end| end.points);
    Ok(match ends.try_into() {
        Ok(ends) => Found::Open(Open::new(part, Why::Person(reason), ends, true)),
        Err(_) => Found::Unbounded(NoBounds::Reason(reason)),
    })
}

/// A full mark as a figure; one that does not end is given up in its last place, so that no rounding of
/// what it comes to falls short of the mark.
fn no_less(mark: Fraction) -> Option<Decimal> {
    if let Some(exact) = mark.as_exact_decimal() {
        return Some(exact.normalize());
    }
    let shown = Rounding::SHOWN.apply(mark).ok()?;
    match Fraction::from(shown) < mark {
        true => shown.checked_add(Decimal::new(1, Rounding::MOST_PLACES)),
        false => Some(shown),
    }
}

/// What a part earns after changes; `None` without points.
fn end(
    trial: &mut Trial<'_, '_>,
    part: OpenPart,
    at: Option<At>,
    changes: Vec<Change>,
) -> Result<Option<End>, Stopped> {
    let there = trial.score(&changes)?;
    let points = outcome(&there, part).and_then(Outcome::points);
    Ok(points.map(|points| End {
        points,
        at,
        changes,
    }))
}
