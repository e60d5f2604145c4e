//! A fraction of two whole numbers, exact in every operation.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;

use super::Short;

/// The result does not fit into the exact range (about 38 digits), or the divisor is zero.
///
/// It is an answer in its own right: the caller reports "out of range" and never a nearby number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfRange;

/// An exact quotient of two whole numbers; the denominator is positive.
///
/// Kept unreduced while it fits, because reducing costs more than the arithmetic of a whole row;
/// reduced only when an operation would overflow. Equality and order compare values, not digits:
/// 1/2 equals 2/4.
///
/// ```
/// use jixiao::number::Fraction;
/// let rate = Fraction::from(2154).over(Fraction::from(2300)).unwrap();
/// assert!(rate < Fraction::ONE);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// 0.
    pub const ZERO: Fraction = Fraction {
        numerator: 0,
        denominator: 1,
    };
    /// 1, that is 100 %.
    pub const ONE: Fraction = Fraction {
        numerator: 1,
        denominator: 1,
    };

    /// A quotient as it stands; the denominator has to be positive.
    pub(super) fn of_parts(numerator: i128, denominator: i128) -> Fraction {
        Fraction {
            numerator,
            denominator,
        }
    }

    /// The whole number above the bar.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The whole number below the bar, always positive.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether the value is exactly 0.
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Whether the value is below 0.
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// The same value in lowest terms.
    pub fn reduced(self) -> Fraction {
        let divisor = greatest_common_divisor(
            self.numerator.unsigned_abs(),
            self.denominator.unsigned_abs(),
        );
        // The divisor is at most the denominator, which is a positive i128; it is 0 only if both are.
        let divisor = i128::try_from(divisor).unwrap_or(1).max(1);
        Fraction {
            numerator: self.numerator / divisor,
            denominator: self.denominator / divisor,
        }
    }

    /// Sum.
    ///
    /// # Errors
    /// [`OutOfRange`] when the exact sum does not fit.
    pub fn plus(self, other: Fraction) -> Result<Fraction, OutOfRange> {
        retry_reduced(self, other, |a, b| {
            if a.denominator == b.denominator {
                return Some(Fraction {
                    numerator: a.numerator.checked_add(b.numerator)?,
                    denominator: a.denominator,
                });
            }
            Some(Fraction {
                numerator: product(a.numerator, b.denominator)?
                    .checked_add(product(b.numerator, a.denominator)?)?,
                denominator: product(a.denominator, b.denominator)?,
            })
        })
    }

    /// Difference.
    ///
    /// # Errors
    /// [`OutOfRange`] when the exact difference does not fit.
    pub fn minus(self, other: Fraction) -> Result<Fraction, OutOfRange> {
        self.plus(other.negated())
    }

    /// Product.
    ///
    /// # Errors
    /// [`OutOfRange`] when the exact product does not fit.
    pub fn times(self, other: Fraction) -> Result<Fraction, OutOfRange> {
        retry_reduced(self, other, |a, b| {
            Some(Fraction {
                numerator: product(a.numerator, b.numerator)?,
                denominator: product(a.denominator, b.denominator)?,
            })
        })
    }

    /// Quotient.
    ///
    /// # Errors
    /// [`OutOfRange`] when `other` is 0 or the exact quotient does not fit.
    pub fn over(self, other: Fraction) -> Result<Fraction, OutOfRange> {
        if other.is_zero() {
            return Err(OutOfRange);
        }
        let sign = other.numerator.signum();
        let inverse = Fraction {
            numerator: other.denominator * sign,
            denominator: other.numerator.checked_abs().ok_or(OutOfRange)?,
        };
        self.times(inverse)
    }

    /// The value with its sign changed.
    pub fn negated(self) -> Fraction {
        Fraction {
            numerator: -self.numerator,
            denominator: self.denominator,
        }
    }

    /// The value without its sign.
    pub fn absolute(self) -> Fraction {
        Fraction {
            numerator: self.numerator.abs(),
            denominator: self.denominator,
        }
    }

    /// The decimal that equals this fraction to the last digit, if one exists: 3/4 is 0.75, 1/3 has none.
    pub fn as_exact_decimal(self) -> Option<Decimal> {
        // Nearly every figure is a decimal as it stands: 25/10.
        if let Some(decimal) = Short::of(self).and_then(Short::as_written) {
            return Some(decimal);
        }
        let reduced = self.reduced();
        let (mut rest, mut twos, mut fives) = (reduced.denominator, 0u32, 0u32);
        while rest % 2 == 0 {
            rest /= 2;
            twos += 1;
        }
        while rest % 5 == 0 {
            rest /= 5;
            fives += 1;
        }
        let scale = twos.max(fives);
        if rest != 1 || scale > Decimal::MAX_SCALE {
            return None;
        }
        let factor = 10i128.checked_pow(scale)? / reduced.denominator;
        let mantissa = reduced.numerator.checked_mul(factor)?;
        Decimal::try_from_i128_with_scale(mantissa, scale).ok()
    }
}

/// Runs the operation on the operands as they are, then once more in lowest terms if it overflowed.
fn retry_reduced(
    a: Fraction,
    b: Fraction,
    operation: impl Fn(Fraction, Fraction) -> Option<Fraction>,
) -> Result<Fraction, OutOfRange> {
    operation(a, b)
        .or_else(|| operation(a.reduced(), b.reduced()))
        // i128::MIN has no positive counterpart; excluding it keeps `negated` and `absolute` total.
        .filter(|result| result.numerator != i128::MIN)
        .ok_or(OutOfRange)
}

/// The product, when it fits. Ordinary figures fit 64 bits, where it always does and one
/// multiplication gives it.
#[inline]
fn product(a: i128, b: i128) -> Option<i128> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i128::from(a) * i128::from(b)),
        _ => a.checked_mul(b),
    }
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl From<Decimal> for Fraction {
    fn from(value: Decimal) -> Self {
        Fraction {
            numerator: value.mantissa(),
            // A decimal's scale is at most 28, so the power fits an i128.
            denominator: 10i128.pow(value.scale()),
        }
    }
}

impl From<i64> for Fraction {
    fn from(value: i64) -> Self {
        Fraction {
            numerator: value.into(),
            denominator: 1,
        }
    }
}

/// The decimal when there is an exact one (0.75), otherwise the quotient in lowest terms (1/3).
impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(decimal) = self.as_exact_decimal() {
            return decimal.normalize().fmt(f);
        }
        let reduced = self.reduced();
        write!(f, "{}/{}", reduced.numerator, reduced.denominator)
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        match (
            product(self.numerator, other.denominator),
            product(other.numerator, self.denominator),
        ) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => compare_by_parts(*self, *other),
        }
    }
}

/// Compares whole parts, then the inverted remainders, as in a continued fraction: never overflows.
fn compare_by_parts(mut a: Fraction, mut b: Fraction) -> Ordering {
    let mut inverted = false;
    loop {
        let whole_a = a.numerator.div_euclid(a.denominator);
        let whole_b = b.numerator.div_euclid(b.denominator);
        let rest_a = a.numerator.rem_euclid(a.denominator);
        let rest_b = b.numerator.rem_euclid(b.denominator);
        let order = match whole_a.cmp(&whole_b) {
            Ordering::Equal if rest_a == 0 || rest_b == 0 => rest_a.signum().cmp(&rest_b.signum()),
            Ordering::Equal => {
                (a.numerator, a.denominator) = (a.denominator, rest_a);
                (b.numerator, b.denominator) = (b.denominator, rest_b);
                inverted = !inverted;
                continue;
            }
            unequal => unequal,
        };
        return if inverted { order.reverse() } else { order };
    }
}

#[cfg(test)]
mod tests;
