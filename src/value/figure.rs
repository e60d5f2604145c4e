//! Plain figures: points, full marks, money, rates.

use rust_decimal::Decimal;

use super::{Scale, Unreadable, Written, digits, normal::normalised, note, reading};

/// Units that may stand behind a figure without changing it; money stays in the unit of its sheet.
const UNITS: &[&str] = &["", "分", "万元", "元", "个指标", "项指标", "个", "项", "条"];

/// The most digits of a filled-in figure. Sums of as many rows as a file may have stay exact with it.
const MOST_DIGITS: u32 = 22;

/// A figure as filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The value; a percentage is its ratio (94.40 % is 0.9440).
    pub value: Decimal,
    /// Decimal places of `value` that were written: 18.9 has 1, 94.40 % has 4.
    pub places: u32,
}

/// Reads a place of the form that takes a number: "18.73分", "3,582.93", "94.40%", "30个指标".
///
/// `Ok(None)` means that nothing was filled in (empty, "/", "—", 无). Negative figures are read, so
/// that a check can speak of them.
///
/// ```
/// use jixiao::value::read_figure;
///
/// let rate = read_figure("94.40%").unwrap().unwrap();
/// assert_eq!((rate.value.to_string().as_str(), rate.places), ("0.9440", 4));
/// assert_eq!(read_figure("----"), Ok(None));
/// assert!(read_figure("12,34,5").is_err());
/// ```
///
/// # Errors
///
/// [`Unreadable`] when the text is no plain figure, or has more than 22 digits.
pub fn read_figure(text: &str) -> Result<Option<Figure>, Unreadable> {
    if text.len() > Written::LONGEST && text.chars().count() > Written::LONGEST {
        return Err(Unreadable::TooLong);
    }
    let plain = normalised(text);
    if reading::is_missing(&plain) {
        return Ok(None);
    }
    if note::is_all_remark(&plain) {
        return Err(Unreadable::NotANumber);
    }
    let (body, _) = note::set_aside(&plain);
    let body = body.trim_end_matches(['。', ';']);
    let digits = digits::scan(body).unwrap_or(Err(Unreadable::NotANumber))?;
    let (value, rest) = match digits.rest.strip_prefix('%') {
        Some(rest) => (
            Scale::Percent
                .apply(digits.number)
                .ok_or(Unreadable::TooManyDigits)?,
            rest,
        ),
        None => (digits.number, digits.rest),
    };
    if value.mantissa().unsigned_abs() >= 10u128.pow(MOST_DIGITS) {
        return Err(Unreadable::TooManyDigits);
    }
    UNITS
        .contains(&rest)
        .then_some(Some(Figure {
            value,
            places: value.scale(),
        }))
        .ok_or(Unreadable::NotANumber)
}
