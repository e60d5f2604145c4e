//! The only place that rounds.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Fraction, OutOfRange, Short};

/// How the digit after the last kept place is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundingMode {
    /// 四舍五入: a half moves away from zero (2.165 → 2.17, −0.5 → −1).
    HalfUp,
    /// 四舍六入五成双: a half moves to the even neighbour (2.165 → 2.16).
    HalfEven,
    /// 截尾: the rest is cut off (2.169 → 2.16, −2.169 → −2.16).
    Truncate,
}

impl RoundingMode {
    /// The word a pack uses for this mode: `half_up`, `half_even`, `truncate`.
    pub fn name(self) -> &'static str {
        match self {
            RoundingMode::HalfUp => "half_up",
            RoundingMode::HalfEven => "half_even",
            RoundingMode::Truncate => "truncate",
        }
    }

    /// All modes, in the order they are offered in messages.
    pub const ALL: [RoundingMode; 3] = [
        RoundingMode::HalfUp,
        RoundingMode::HalfEven,
        RoundingMode::Truncate,
    ];
}

/// A named rounding step: the mode and the number of decimal places that stay.
///
/// ```
/// use jixiao::number::{Fraction, Rounding, RoundingMode};
/// let points = Fraction::from(45).over(Fraction::from(120)).unwrap(); // 1/12 × 4.5 = 0.375
/// let rounding = Rounding { mode: RoundingMode::HalfUp, places: 2 };
/// assert_eq!(rounding.apply(points).unwrap().to_string(), "0.38");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounding {
    /// How a remainder is treated.
    pub mode: RoundingMode,
    /// Decimal places that stay, 0 to [`Rounding::MOST_PLACES`].
    pub places: u32,
}

impl RoundingMode {
    /// The quotient of two whole numbers as a whole number; the divisor is positive. `None` where it does
    /// not fit.
    #[inline]
    pub(super) fn units(self, dividend: i64, divisor: i64) -> Option<i64> {
        let (quotient, rest) = (dividend / divisor, dividend % divisor);
        let to_half = (divisor.unsigned_abs() - rest.unsigned_abs()).cmp(&rest.unsigned_abs());
        match self.goes_away(rest != 0, to_half, quotient % 2 != 0) {
            true => quotient.checked_add(rest.signum()),
            false => Some(quotient),
        }
    }

    /// Whether what is left of a division moves the last kept digit away from zero. `to_half`: what is
    /// missing to the next whole, compared with what is left.
    #[inline]
    fn goes_away(self, any_rest: bool, to_half: Ordering, odd: bool) -> bool {
        match self {
            RoundingMode::Truncate => false,
            RoundingMode::HalfUp => to_half.is_le() && any_rest,
            RoundingMode::HalfEven => to_half.is_lt() || (to_half.is_eq() && odd),
        }
    }
}

impl Rounding {
    /// More places than any published sheet prints; keeps the scaled value in range.
    pub const MOST_PLACES: u32 = 12;

    /// How a value that no rule rounds and that never ends is shown; nothing is computed from it.
    pub const SHOWN: Rounding = Rounding {
        mode: RoundingMode::HalfUp,
        places: Self::MOST_PLACES,
    };

    /// Rounds an exact value; the result carries exactly `places` decimals (92.6 → 92.60).
    ///
    /// # Errors
    /// [`OutOfRange`] when the rounded value does not fit a decimal.
    pub fn apply(self, value: Fraction) -> Result<Decimal, OutOfRange> {
        // Ordinary figures fit 64 bits.
        if let Some(rounded) = Short::of(value).and_then(|short| short.rounded(self)) {
            return Ok(rounded);
        }
        let scaled = value.times(Fraction::from(
            10i64.pow(self.places.min(Self::MOST_PLACES)),
        ))?;
        let (above, below) = (scaled.numerator(), scaled.denominator());
        let (quotient, remainder) = (above / below, above % below);
        let rest = remainder.unsigned_abs();
        let to_half = (below.unsigned_abs() - rest).cmp(&rest);
        let away = self.mode.goes_away(rest != 0, to_half, quotient % 2 != 0);
        let rounded = quotient + if away { remainder.signum() } else { 0 };
        Decimal::try_from_i128_with_scale(rounded, self.places).map_err(|_| OutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(mode: RoundingMode, places: u32, text: &str) -> String {
        let value = Fraction::from(Decimal::from_str_exact(text).unwrap());
        Rounding { mode, places }.apply(value).unwrap().to_string()
    }

    #[test]
    fn packs_name_the_modes() {
        let names = RoundingMode::ALL.map(RoundingMode::name);
        assert_eq!(names, ["half_up", "half_even", "truncate"]);
    }

    #[test]
    fn halves_go_where_the_mode_says() {
        use RoundingMode::*;
        for (mode, places, text, expected) in [
            (HalfUp, 2, "2.165", "2.17"),
            (HalfUp, 2, "2.16499999", "2.16"),
            (HalfUp, 0, "-0.5", "-1"),
            (HalfUp, 2, "92.6", "92.60"),
            (HalfEven, 2, "2.165", "2.16"),
            (HalfEven, 2, "2.175", "2.18"),
            (HalfEven, 2, "2.1650001", "2.17"),
            (Truncate, 2, "2.169", "2.16"),
            (Truncate, 2, "-2.169", "-2.16"),
            (HalfEven, 2, "-2.175", "-2.18"),
            (HalfEven, 2, "-2.165", "-2.16"),
            // Beyond 64 bits.
            (
                HalfUp,
                2,
                "12345678901234567890.125",
                "12345678901234567890.13",
            ),
            (
                HalfUp,
                2,
                "-12345678901234567890.125",
                "-12345678901234567890.13",
            ),
            (
                HalfEven,
                2,
                "12345678901234567890.125",
                "12345678901234567890.12",
            ),
        ] {
            assert_eq!(
                round(mode, places, text),
                expected,
                "{mode:?} {places} {text}"
            );
        }
    }
}
