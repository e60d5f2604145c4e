//! Decimals as columns hold them: 38 digits, 18 of them behind the point, and never rounded.

use rust_decimal::Decimal;

use super::column::WIDTH;

/// Places behind the point.
const PLACES: u32 = 18;

/// The value in the column's notation; `None` where it does not fit exactly.
pub(super) fn exactly(value: Decimal) -> Option<[u8; WIDTH]> {
    let (mut digits, scale) = (value.mantissa(), value.scale());
    // A decimal has at most 29 digits and 28 places: neither power overflows, the product of 29 and 18 may.
    if scale > PLACES {
        let spare = 10_i128.pow(scale - PLACES);
        if digits % spare != 0 {
            return None;
        }
        digits /= spare;
    } else {
        digits = digits.checked_mul(10_i128.pow(PLACES - scale))?;
    }
    let fits = digits.unsigned_abs() < 10_u128.pow(38);
    fits.then(|| digits.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<i128> {
        exactly(Decimal::from_str_exact(text).unwrap()).map(i128::from_be_bytes)
    }

    #[test]
    fn what_fits_is_exact_and_the_rest_is_refused() {
        assert_eq!(of("18.73"), Some(18_730_000_000_000_000_000));
        assert_eq!(of("-0.27"), Some(-270_000_000_000_000_000));
        assert_eq!(of("0.000000000000000001"), Some(1));
        assert_eq!(of("0.0000000000000000010"), Some(1));
        assert_eq!(of("0.0000000000000000001"), None);
        let most = "99999999999999999999";
        assert_eq!(of(most), Some(99_999_999_999_999_999_999 * 10_i128.pow(18)));
        assert_eq!(of("100000000000000000000"), None);
        assert_eq!(of("-79228162514264337593543950335"), None);
    }
}
