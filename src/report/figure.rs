//! Numbers as reports show them.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::number::{Fraction, Rounding, RoundingMode};

/// A decimal on its way out: the same digits in a table, and a string in JSON, so that no reader
/// turns it into a binary fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure(pub Decimal);

impl Figure {
    /// Places a ratio is shown with where it does not end.
    pub const RATIO_PLACES: u32 = 6;

    /// A ratio rounded half up to six places: 2154.12 ÷ 2300 is 0.936574.
    pub fn ratio(value: Fraction) -> Option<Figure> {
        half_up(value, Self::RATIO_PLACES)
    }

    /// [`Figure::ratio`] without empty places at the end: 1, 0.8667.
    pub fn short_ratio(value: Fraction) -> Option<Figure> {
        Self::ratio(value).map(|figure| Figure(figure.0.normalize()))
    }

    /// The exact decimal where there is one, else six places: 2.5, 0.666667.
    pub fn exact(value: Fraction) -> Option<Figure> {
        let exact = value.as_exact_decimal().map(|decimal| decimal.normalize());
        exact.map(Figure).or_else(|| Self::ratio(value))
    }

    /// A mark for people: exact up to four places (1.25), else rounded to two (16.67).
    pub fn mark(value: Fraction) -> Option<String> {
        let exact = value.as_exact_decimal().map(|decimal| decimal.normalize());
        let short = exact.filter(|decimal| decimal.scale() <= 4).map(Figure);
        let figure = short.or_else(|| half_up(value, 2))?;
        Some(figure.to_string())
    }

    /// A ratio as a percentage of at most `places` places, without empty ones: "86.67%", "100%".
    pub fn percent(value: Fraction, places: u32) -> Option<String> {
        let hundredfold = value.times(Fraction::from(100)).ok()?;
        let rounded = half_up(hundredfold, places)?.0.normalize();
        Some(format!("{rounded}%"))
    }
}

fn half_up(value: Fraction, places: u32) -> Option<Figure> {
    let rounding = Rounding {
        mode: RoundingMode::HalfUp,
        places,
    };
    rounding.apply(value).ok().map(Figure)
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
