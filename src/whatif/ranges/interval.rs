//! An actual that is an interval: what its values earn.

use rust_decimal::Decimal;

use super::along::{Along, Look, along};
use super::trial::{Trial, set};
use super::{At, End, Open, OpenPart, Why};
use crate::number::Fraction;
use crate::score::{Evaluation, Outcome};
use crate::sheet::Measure;
use crate::value::{Actual, Quantity, Value, Written};
use crate::whatif::sample::Branch;
use crate::whatif::{RowEdit, RowKey, Stopped};

/// The ends of an actual that is an interval and nothing else is wrong with.
pub(super) fn of(measure: &Measure) -> Option<(&Quantity, &Quantity)> {
    let (target, actual) = (&measure.target.0, &measure.actual.0);
    match &actual.value {
        Value::Range { low, high } if low.number < high.number => {
            let plain = target.doubts.is_empty() && actual.doubts.is_empty();
            (plain && actual.operator.is_none()).then_some((low, high))
        }
        _ => None,
    }
}

/// An interval: any value of it.
pub(super) fn range(
    trial: &mut Trial<'_, '_>,
    now: &Evaluation,
    index: usize,
    (low, high): (&Quantity, &Quantity),
) -> Result<Result<Box<Open>, Outcome>, Stopped> {
    let measure = now.measure(&now.rows[index]);
    let at = |number: Decimal| {
        let actual = Actual(Written {
            value: Value::Quantity(another(high, number)),
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
            Ok(Open::new(
                part,
                Why::Range,
                [end(least), end(most)],
                is_exact,
            ))
        }
    })
}

/// A number in place of an end of the interval; of 10-15万人 the upper one has all that is written.
fn another(like: &Quantity, number: Decimal) -> Quantity {
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
    At::new(number, like.number.scale(), |number| {
        another(like, number).figure + like.unit.as_str()
    })
}
