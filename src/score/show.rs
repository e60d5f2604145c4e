//! Numbers as a person reads them.

use rust_decimal::Decimal;

use crate::number::{Fraction, Rounding};
use crate::value::{Quantity, Value, Written};

/// The number of a cell as a person would write it into a calculation: 86.67%, 20万, 3380.68.
pub(super) fn figure_of(written: &Written, number: Fraction) -> String {
    let same = |quantity: &&Quantity| Fraction::from(quantity.number) == number;
    let quantity = match &written.value {
        Value::Quantity(quantity) => Some(quantity).filter(same),
        Value::Range { low, high } => [low, high].into_iter().find(same),
        _ => None,
    };
    quantity.map_or_else(|| show(number), |quantity| quantity.figure.clone())
}

/// A number for reading: its exact decimal, or six places with ≈ in front.
pub fn show(number: Fraction) -> String {
    if let Some(decimal) = number.as_exact_decimal() {
        return decimal.normalize().to_string();
    }
    let rounding = Rounding {
        mode: crate::number::RoundingMode::HalfUp,
        places: 6,
    };
    match rounding.apply(number) {
        Ok(decimal) => format!("≈{}", decimal.normalize()),
        Err(_) => number.to_string(),
    }
}

/// A ratio as a percentage for reading: 0.8667 is 86.67%.
pub fn show_percent(ratio: Fraction) -> String {
    let percent = ratio.times(Fraction::from(100));
    percent.map_or_else(
        |_| ratio.to_string(),
        |percent| {
            let places = Rounding {
                mode: crate::number::RoundingMode::HalfUp,
                places: 4,
            };
            match (percent.as_exact_decimal(), places.apply(percent)) {
                (Some(exact), _) if exact.normalize().scale() <= 4 => {
                    format!("{}%", exact.normalize())
                }
                (_, Ok(rounded)) => format!("≈{}%", Decimal::normalize(&rounded)),
                _ => ratio.to_string(),
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Actual;

    #[test]
    fn a_number_of_a_cell_is_shown_as_the_cell_writes_it() {
        for (cell, number, shown) in [
            ("86.67%", "0.8667", "86.67%"),
            ("20万元", "200000", "20万"),
            ("80-90%", "0.8", "80%"),
            ("80-90%", "0.9", "90%"),
            ("80-90%", "0.85", "0.85"),
            ("86.67%", "1", "1"),
            ("是", "1", "1"),
        ] {
            let number: Decimal = number.parse().expect("a decimal");
            let found = figure_of(&Actual::read(cell).0, number.into());
            assert_eq!(found, shown, "{cell}");
        }
    }

    #[test]
    fn a_ratio_is_shown_with_four_places_at_most() {
        for (above, below, shown) in [
            (8667, 10_000, "86.67%"),
            (1, 1, "100%"),
            (123_456, 1_000_000, "12.3456%"),
            (1_234_567, 10_000_000, "≈12.3457%"),
            (1, 3, "≈33.3333%"),
        ] {
            let ratio = Fraction::from(above).over(below.into());
            assert_eq!(ratio.map(show_percent), Ok(shown.to_owned()));
        }
    }
}
