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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Origin;

    fn number(text: &str) -> Fraction {
        Fraction::from(text.parse::<Decimal>().expect("a decimal"))
    }

    #[test]
    fn a_printed_figure_stands_for_what_rounds_to_it() {
        let points = |text: &str| {
            let value: Decimal = text.parse().expect("a decimal");
            printed_interval(&Printed {
                text: text.to_owned(),
                value,
                places: value.scale(),
                origin: Origin::default(),
            })
        };
        let ends = |low, high| Ok((number(low), number(high)));
        assert_eq!(points("2.17"), ends("2.165", "2.175"));
        assert_eq!(points("2"), ends("1.5", "2.5"));
    }

    #[test]
    fn the_shortest_decimal_of_an_interval_is_one_or_none() {
        for (low, high, shortest, pinned) in [
            // One whole number, its lower end, two of them, none of them.
            ("3.9", "4.1", Some("4"), false),
            ("4", "4.5", Some("4"), false),
            ("3.5", "4", None, false),
            ("4", "5", Some("4"), false),
            ("4", "5.01", None, false),
            ("3.9", "5.1", None, false),
            ("4.21", "4.31", Some("4.3"), false),
            ("4.211", "4.219", None, true),
            ("4.2112", "4.2118", None, true),
            ("4.2111", "4.2121", Some("4.212"), true),
            ("4.21111", "4.21119", None, true),
            ("4.21101", "4.21111", Some("4.2111"), true),
            // A mark of two places and the next one.
            ("4.21", "4.22", Some("4.21"), true),
            ("4.21", "4.221", None, false),
            ("4.215", "4.225", Some("4.22"), true),
        ] {
            let (a, b) = (number(low), number(high));
            assert_eq!(
                shortest_decimal(a, b),
                Ok(shortest.map(number)),
                "{low} {high}"
            );
            assert_eq!(is_pinned(a, b), Ok(pinned), "{low} {high}");
        }
    }
}
