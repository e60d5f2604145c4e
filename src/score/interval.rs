//! What printed points say about the number they were rounded from.

use rust_decimal::Decimal;

use crate::number::{Fraction, OutOfRange, Rounding, RoundingMode};
use crate::sheet::Printed;

/// The values that are printed as these points: 2.17 stands for 2.165 up to, not including, 2.175.
pub(super) fn printed_interval(points: &Printed) -> Result<(Fraction, Fraction), OutOfRange> {
    let half = Fraction::from(Decimal::new(5, points.places + 1));
    let middle = Fraction::from(points.value);
    Ok((middle.minus(half)?, middle.plus(half)?))
}

/// Whether at most one mark of two places, finer than forms print, lies in `low ≤ x < high`.
pub(super) fn is_pinned(low: Fraction, high: Fraction) -> Result<bool, OutOfRange> {
    let first = first_decimal(low, 2)?;
    Ok(first.plus(Fraction::from(Decimal::new(1, 2)))? >= high)
}

/// The one decimal with the fewest places in `low ≤ x < high`; `None` when two are equally short.
pub(super) fn shortest_decimal(
    low: Fraction,
    high: Fraction,
) -> Result<Option<Fraction>, OutOfRange> {
    for places in 0..=4 {
        let candidate = first_decimal(low, places)?;
        if candidate < high {
            let next = candidate.plus(Fraction::from(Decimal::new(1, places)))?;
            return Ok((next >= high).then_some(candidate));
        }
    }
    Ok(None)
}

/// The lowest decimal with this many places that is not below `low`.
fn first_decimal(low: Fraction, places: u32) -> Result<Fraction, OutOfRange> {
    let down = Rounding {
        mode: RoundingMode::Truncate,
        places,
    };
    let below = Fraction::from(down.apply(low)?);
    match below < low {
        true => below.plus(Fraction::from(Decimal::new(1, places))),
        false => Ok(below),
    }
}
