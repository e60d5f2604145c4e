//! What is not certain on a sheet, and between which points each of it lies.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::along::{Along, Look, along};
use super::trial::{Trial, change};
use super::{At, End, MOST_OPEN, NoBounds, Open, OpenPart, Unbounded, Why};
use crate::number::{Fraction, Rounding};
use crate::score::{Evaluation, Outcome, Reason, RowResult, Side};
use crate::sheet::{Measure, Printed};
use crate::value::{Actual, Doubt, Quantity, Target, Value, Written};
use crate::whatif::sample::Branch;
use crate::whatif::{Change, Edit, Key, MoneyOf, RowEdit, RowKey, RowName, Stopped};

/// Places a value is written with; what lies closer to such a value than that stands beside it.
const PLACES: u32 = 6;

/// What was found out about one part.
enum Found {
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
            OpenPart::Execution => execution(trial, now)?,
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
        Outcome::Scored(_) => row.awarded.is_some() || interval(now.measure(row)).is_none(),
        Outcome::Unscored(_) => false,
    }
}

/// The ends of an actual that is an interval and nothing else is wrong with.
fn interval(measure: &Measure) -> Option<(&Quantity, &Quantity)> {
    let (target, actual) = (&measure.target.0, &measure.actual.0);
    match &actual.value {
        Value::Range { low, high } if low.number < high.number => {
            let plain = target.doubts.is_empty() && actual.doubts.is_empty();
            (plain && actual.operator.is_none()).then_some((low, high))
        }
        _ => None,
    }
}

fn row(trial: &mut Trial<'_, '_>, now: &Evaluation, index: usize) -> Result<Found, Stopped> {
    let row = &now.rows[index];
    let measure = now.measure(row);
    let mut reason = match &row.outcome {
        Outcome::Unscored(reason) => Some(reason.clone()),
        _ => None,
    };
    if let Some((low, high)) = interval(measure) {
        match range(trial, now, index, low, high)? {
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
        return Ok(open(
            OpenPart::Row(index),
            Why::Readings(reason),
            ends,
            true,
        ));
    }
    person(trial, now, index, row, reason)
}

/// An interval: any value of it.
fn range(
    trial: &mut Trial<'_, '_>,
    now: &Evaluation,
    index: usize,
    low: &Quantity,
    high: &Quantity,
) -> Result<Result<Box<Open>, Outcome>, Stopped> {
    let measure = now.measure(&now.rows[index]);
    let at = |number: Decimal| {
        let actual = Actual(Written {
            value: Value::Quantity(of(high, number)),
            ..measure.actual.0.clone()
        });
        set(
            measure,
            RowKey::Actual,
            RowEdit::Actual(actual),
            number.to_string(),
        )
    };
    let target = &measure.target.0;
    let marks: Vec<Fraction> = match &target.value {
        Value::Quantity(one) => vec![one.number.into()],
        Value::Range { low, high } => vec![low.number.into(), high.number.into()],
        _ => vec![Fraction::ZERO],
    };
    let found = along((low.number, high.number), &marks, |number| {
        let there = trial.score([&at(number)])?;
        let row = &there.rows[index];
        Ok(Look {
            branch: Branch::of_row(row),
            outcome: row.outcome.clone(),
        })
    })?;
    Ok(match found {
        Along::Without(outcome) => Err(outcome),
        Along::Ends {
            least,
            most,
            is_exact,
        } => {
            let end = |(number, points): (Decimal, Decimal)| End {
                points,
                at: Some(spelled(high, number)),
                changes: vec![at(number)],
            };
            let part = OpenPart::Row(index);
            Ok(boxed(part, Why::Range, [end(least), end(most)], is_exact))
        }
    })
}

/// A number in place of an end of the interval; of 10-15万人 the upper one has all that is written.
fn of(like: &Quantity, number: Decimal) -> Quantity {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
    let behind = like.figure.trim_start_matches(figure);
    let exponent = like.scale.exponent();
    let tens = Decimal::from(10_u64.saturating_pow(exponent.unsigned_abs()));
    let written = match exponent < 0 {
        true => number.checked_mul(tens),
        false => number.checked_div(tens),
    };
    Quantity {
        number,
        figure: format!("{}{behind}", written.unwrap_or(number).normalize()),
        ..like.clone()
    }
}

/// A number of the interval as it would be written there: 8.5期, 92%.
fn spelled(like: &Quantity, number: Decimal) -> At {
    let short = number.round_dp(PLACES + like.number.scale());
    At {
        text: of(like, short).figure + like.unit.as_str(),
        side: number.cmp(&short),
    }
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
        Ok(ends) => open(part, Why::Person(reason), ends, true),
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

/// Money that is not known: any rate from 0 to 100 %.
fn execution(trial: &mut Trial<'_, '_>, now: &Evaluation) -> Result<Found, Stopped> {
    let reason = match outcome(now, OpenPart::Execution) {
        Some(Outcome::Unscored(reason)) => reason.clone(),
        _ => return Ok(Found::Certain),
    };
    let of_money = matches!(
        reason,
        Reason::NoBudget | Reason::NoExecuted | Reason::MoneyUnreadable(_) | Reason::MoneyNegative
    );
    if !of_money {
        return Ok(Found::Unbounded(NoBounds::Reason(reason)));
    }
    let whole = Decimal::ONE_HUNDRED;
    let money = |of, amount: Decimal| {
        let edit = Edit::Money(of, printed(amount));
        change(Key::Money(of), edit, amount.to_string())
    };
    let at = |rate: Decimal| {
        let budget = money(MoneyOf::Budget, whole);
        vec![budget, money(MoneyOf::Executed, rate)]
    };
    let found = along((Decimal::ZERO, whole), &[], |rate| {
        let there = trial.score(&at(rate))?;
        let part = there.execution.as_ref();
        let outcome = part.map_or(Outcome::Dropped, |part| part.outcome.clone());
        let completion = part.and_then(|part| part.completion);
        let notes = part.map_or(&[][..], |part| &part.notes);
        Ok(Look {
            branch: Branch::of(&outcome, completion, notes),
            outcome,
        })
    })?;
    Ok(match found {
        Along::Without(Outcome::Unscored(there)) => Found::Unbounded(NoBounds::Reason(there)),
        Along::Without(_) => Found::Unbounded(NoBounds::LeftOut),
        Along::Ends {
            least,
            most,
            is_exact,
        } => {
            let end = |(rate, points): (Decimal, Decimal)| End {
                points,
                at: Some(percent(rate)),
                changes: at(rate),
            };
            let ends = [end(least), end(most)];
            open(OpenPart::Execution, Why::Money(reason), ends, is_exact)
        }
    })
}

fn percent(rate: Decimal) -> At {
    let short = rate.round_dp(PLACES);
    At {
        text: format!("{}%", short.normalize()),
        side: rate.cmp(&short),
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

fn open(part: OpenPart, why: Why, ends: [End; 2], is_exact: bool) -> Found {
    Found::Open(boxed(part, why, ends, is_exact))
}

fn boxed(part: OpenPart, why: Why, [least, most]: [End; 2], is_exact: bool) -> Box<Open> {
    Box::new(Open {
        part,
        why,
        least,
        most,
        is_exact,
        alone: None,
        moves: None,
        changes_grade: false,
    })
}

fn set(measure: &Measure, key: RowKey, edit: RowEdit, text: String) -> Change {
    let name = RowName::Number(measure.row);
    change(Key::Row(name.clone(), key), Edit::Row(name, edit), text)
}

fn printed(value: Decimal) -> Printed {
    Printed {
        text: value.to_string(),
        value,
        places: value.scale(),
        origin: crate::sheet::Origin::default(),
    }
}
