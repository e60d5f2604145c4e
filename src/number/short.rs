//! A fraction whose two whole numbers fit 64 bits: the ordinary figures of a sheet, at the speed of the machine.

use std::cmp::Ordering;
use std::num::NonZeroI64;

use rust_decimal::Decimal;

use super::{Fraction, Rounding};

/// An exact quotient of two 64-bit whole numbers; the denominator is positive.
///
/// Every operation gives the exact value or `None` when that does not fit; whoever gets `None` computes
/// with [`Fraction`] instead, so nothing is ever a nearby number. 2.5 × 0.8667 is 21667.5/10000 kept as
/// 216675/100000, unreduced.
#[derive(Debug, Clone, Copy)]
pub struct Short {
    numerator: i64,
    // Never 0 to the compiler either, so that a number or nothing is two words and travels in registers.
    denominator: NonZeroI64,
}

/// The denominator of whole numbers.
const ONE: NonZeroI64 = NonZeroI64::new(1).unwrap();

/// 10⁰ to 10¹⁸: every power of ten that fits.
const TENS: [i64; 19] = {
    let mut tens = [1; 19];
    let mut power = 1;
    while power < tens.len() {
        tens[power] = tens[power - 1] * 10;
        power += 1;
    }
    tens
};

/// [`Rounding::MOST_PLACES`] as an index.
const MOST_PLACES: usize = 12;

impl Short {
    /// 0.
    pub const ZERO: Short = Short::whole(0);
    /// 1, that is 100 %.
    pub const ONE: Short = Short::whole(1);

    /// A whole number.
    pub const fn whole(number: i64) -> Short {
        Short {
            numerator: number,
            denominator: ONE,
        }
    }

    /// A fraction as it stands, when it fits.
    #[inline]
    pub fn of(fraction: Fraction) -> Option<Short> {
        Some(Short {
            numerator: i64::try_from(fraction.numerator()).ok()?,
            denominator: NonZeroI64::new(fraction.denominator().try_into().ok()?)?,
        })
    }

    /// A decimal as it is written, when it fits: 86.67 is 8667/100.
    #[inline]
    pub fn of_decimal(decimal: Decimal) -> Option<Short> {
        Some(Short {
            numerator: i64::try_from(decimal.mantissa()).ok()?,
            denominator: NonZeroI64::new(*TENS.get(usize::try_from(decimal.scale()).ok()?)?)?,
        })
    }

    /// Whether the value is exactly 0.
    #[inline]
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Sum.
    #[inline]
    pub fn plus(self, other: Short) -> Option<Short> {
        if self.denominator == other.denominator {
            return Some(Short {
                numerator: self.numerator.checked_add(other.numerator)?,
                denominator: self.denominator,
            });
        }
        let left = self.numerator.checked_mul(other.denominator.get())?;
        let right = other.numerator.checked_mul(self.denominator.get())?;
        Some(Short {
            numerator: left.checked_add(right)?,
            denominator: self.denominator.checked_mul(other.denominator)?,
        })
    }

    /// Difference.
    #[inline]
    pub fn minus(self, other: Short) -> Option<Short> {
        self.plus(other.negated()?)
    }

    /// Product.
    #[inline]
    pub fn times(self, other: Short) -> Option<Short> {
        Some(Short {
            numerator: self.numerator.checked_mul(other.numerator)?,
            denominator: self.denominator.checked_mul(other.denominator)?,
        })
    }

    /// Quotient; `None` too when `other` is 0.
    #[inline]
    pub fn over(self, other: Short) -> Option<Short> {
        let numerator = self.numerator.checked_mul(other.denominator.get())?;
        let divisor = NonZeroI64::new(other.numerator)?;
        let denominator = self.denominator.checked_mul(divisor)?;
        Some(match denominator.is_positive() {
            true => Short {
                numerator,
                denominator,
            },
            false => Short {
                numerator: numerator.checked_neg()?,
                denominator: denominator.checked_neg()?,
            },
        })
    }

    /// The value with its sign changed.
    #[inline]
    pub fn negated(self) -> Option<Short> {
        Some(Short {
            numerator: self.numerator.checked_neg()?,
            denominator: self.denominator,
        })
    }

    /// The value without its sign.
    #[inline]
    pub fn absolute(self) -> Option<Short> {
        Some(Short {
            numerator: self.numerator.checked_abs()?,
            denominator: self.denominator,
        })
    }

    /// The decimal of a fraction over a power of ten, with no more places than it needs; `None` for any
    /// other: 250/100 is 2.5, and 1/4 is not looked at.
    pub(super) fn as_written(self) -> Option<Decimal> {
        let mut places = TENS.binary_search(&self.denominator.get()).ok()?;
        let mut numerator = self.numerator;
        while places > 0 && numerator % 10 == 0 {
            (numerator, places) = (numerator / 10, places - 1);
        }
        Some(Decimal::new(numerator, u32::try_from(places).ok()?))
    }

    /// The whole number above the bar, as it stands.
    #[inline]
    pub fn numerator(self) -> i64 {
        self.numerator
    }

    /// The value rounded to the places of the step, every one of them kept; `None` where it does not fit.
    ///
    /// ```
    /// use jixiao::number::{Rounding, RoundingMode, Short};
    /// let points = Short::whole(45).over(Short::whole(120)).unwrap(); // 1/12 × 4.5 = 0.375
    /// let rounding = Rounding { mode: RoundingMode::HalfUp, places: 2 };
    /// assert_eq!(points.rounded(rounding).unwrap().to_string(), "0.38");
    /// ```
    #[inline]
    pub fn rounded(self, rounding: Rounding) -> Option<Decimal> {
        let places = usize::try_from(rounding.places).ok()?;
        let factor = *TENS[..=MOST_PLACES].get(places)?;
        let scaled = self.numerator.checked_mul(factor)?;
        let units = rounding.mode.units(scaled, self.denominator.get())?;
        Some(Decimal::new(units, rounding.places))
    }
}

impl From<Short> for Fraction {
    #[inline]
    fn from(short: Short) -> Fraction {
        Fraction::of_parts(short.numerator.into(), short.denominator.get().into())
    }
}

impl PartialEq for Short {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        let alike = (self.numerator, self.denominator) == (other.numerator, other.denominator);
        alike || self.cmp(other).is_eq()
    }
}

impl Eq for Short {}

impl PartialOrd for Short {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Short {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        let left = i128::from(self.numerator) * i128::from(other.denominator.get());
        left.cmp(&(i128::from(other.numerator) * i128::from(self.denominator.get())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::RoundingMode;

    fn values() -> Vec<Short> {
        let below = |above: i64| (1..=4).map(move |below| (above, below));
        let parts = (-4..=4).flat_map(below);
        parts
            .filter_map(|(above, below)| Short::whole(above).over(Short::whole(below)))
            .collect()
    }

    #[test]
    fn small_numbers_are_calculated_like_any_others() {
        let values = values();
        assert_eq!(values.len(), 36);
        let wide = |short: Option<Short>| short.map(Fraction::from);
        for &a in &values {
            let long = Fraction::from(a);
            assert_eq!(Short::of(long), Some(a));
            assert_eq!(a.is_zero(), long.is_zero());
            assert_eq!(
                a.numerator().signum(),
                i64::try_from(long.numerator().signum()).unwrap()
            );
            assert_eq!(wide(a.negated()), Some(long.negated()));
            assert_eq!(wide(a.absolute()), Some(long.absolute()));
            for mode in RoundingMode::ALL {
                let rounding = Rounding { mode, places: 1 };
                assert_eq!(a.rounded(rounding), rounding.apply(long).ok());
            }
            for &b in &values {
                let other = Fraction::from(b);
                assert_eq!((a.cmp(&b), a == b), (long.cmp(&other), long == other));
                assert_eq!(a.partial_cmp(&b), long.partial_cmp(&other));
                assert_eq!(wide(a.plus(b)), long.plus(other).ok());
                assert_eq!(wide(a.minus(b)), long.minus(other).ok());
                assert_eq!(wide(a.times(b)), long.times(other).ok());
                assert_eq!(wide(a.over(b)), long.over(other).ok());
            }
        }
        // The sign stands above the bar.
        let over = |below| Short::whole(7).over(Short::whole(below));
        assert_eq!(over(2).map(Short::numerator), Some(7));
        assert_eq!(over(-2).map(Short::numerator), Some(-7));
        let decimal = Decimal::new(8667, 2);
        assert_eq!(wide(Short::of_decimal(decimal)), Some(decimal.into()));
        assert_eq!(size_of::<Option<Short>>(), size_of::<Short>());
    }
}
