//! Whether two cells of different sheets say the same.

use rust_decimal::Decimal;

use crate::number::Fraction;
use crate::sheet::Measure;
use crate::value::{Quantity, Scale, Value, Written, normalise};

use super::subject::half_up;

/// The result of comparing two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    /// The same figure at the precision both are written with, or the same word.
    Same,
    /// Another figure, or another word.
    Different,
    /// Unlike or unread things: 家 against 家次, a number against a word, a blank.
    Unlike,
}

/// Compares two cells as written: 86.67% and 86.7% are the same, 355项 and 0 are not.
pub(super) fn compare(a: &Written, b: &Written) -> Comparison {
    use Comparison::{Different, Same, Unlike};
    match (&a.value, &b.value) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            let like = (fits(a, b) || (a.number.is_zero() || b.number.is_zero())) && a.per == b.per;
            match same_number(a, b) {
                Some(same) if like => [Different, Same][usize::from(same)],
                _ => Unlike,
            }
        }
        _ if normalise(&a.text) == normalise(&b.text) => Same,
        (Value::Word(_), Value::Word(_)) => Different,
        _ => Unlike,
    }
}

/// Whether two amounts count the same thing, as far as their units say: 家 fits 家 and a bare number.
pub(super) fn fits(a: &Quantity, b: &Quantity) -> bool {
    let share = |quantity: &Quantity| quantity.scale.exponent() < 0;
    share(a) == share(b) && (a.unit == b.unit || a.unit.is_empty() || b.unit.is_empty())
}

/// Compares at the coarser of the two precisions: 26万 is 261234 in units of 万.
fn same_number(a: &Quantity, b: &Quantity) -> Option<bool> {
    let exponent = |quantity: &Quantity| {
        Some(quantity.scale.exponent() - i32::try_from(quantity.places).ok()?)
    };
    let coarser = exponent(a)?.max(exponent(b)?);
    let power = Fraction::from(10_i64.checked_pow(coarser.unsigned_abs())?);
    let in_steps = |quantity: &Quantity| {
        let number = Fraction::from(quantity.number);
        let steps = match coarser < 0 {
            true => number.times(power),
            false => number.over(power),
        };
        half_up(steps.ok()?, 0)
    };
    Some(in_steps(a)? == in_steps(b)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::read;

    #[test]
    fn figures_are_compared_at_the_coarser_precision_and_only_with_their_like() {
        for (a, b, expected) in [
            ("86.67%", "86.7%", Comparison::Same),
            ("86.67%", "86.6%", Comparison::Different),
            ("26万人次", "261234人次", Comparison::Same),
            ("350 家", "350家", Comparison::Same),
            ("55", "55家", Comparison::Same),
            ("0", "13021家次", Comparison::Different),
            ("100家", "100家次", Comparison::Unlike),
            ("是", "否", Comparison::Different),
            ("是", "", Comparison::Unlike),
        ] {
            assert_eq!(compare(&read(a), &read(b)), expected, "{a} {b}");
        }
    }
}

/// Whether an actual equals its target to the digit; `None` where that says nothing: for words, and for
/// 100 % (the natural maximum) and 0 (nothing happened).
pub(super) fn hits_exactly(measure: &Measure) -> Option<bool> {
    let (Value::Quantity(target), Value::Quantity(actual)) =
        (&measure.target.0.value, &measure.actual.0.value)
    else {
        return None;
    };
    let natural = target.number.is_zero()
        || (target.scale == Scale::Percent && target.number == Decimal::ONE);
    let same = target.number == actual.number && target.figure == actual.figure;
    (!natural).then_some(same)
}
