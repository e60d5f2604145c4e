//! Figures in Arabic digits, with thousands separators, kept exactly.

use rust_decimal::Decimal;

use super::{Unreadable, lexicon};

/// Most digits that a [`Decimal`] always keeps exactly.
const MOST_DIGITS: usize = 28;

/// A figure at the beginning of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits<'t> {
    /// The value as written: trailing zeros are kept.
    pub(super) number: Decimal,
    /// The characters it was written with: "3,582.93".
    pub(super) figure: &'t str,
    /// Digits behind the point.
    pub(super) places: u32,
    /// What follows.
    pub(super) rest: &'t str,
}

/// Reads the figure that `text` begins with; `None` when it begins with something else.
pub(super) fn scan(text: &str) -> Option<Result<Digits<'_>, Unreadable>> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !starts_with_digit(unsigned) {
        return None;
    }
    let length = token_length(unsigned) + (text.len() - unsigned.len());
    let (figure, rest) = text.split_at(length);
    Some(parse(figure, rest))
}

/// Whether `text` begins with an ASCII digit.
pub(super) fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// "NaN", "#DIV/0!": what a program leaves where a number should be.
pub(super) fn is_failed_calculation(text: &str) -> bool {
    lexicon::NO_NUMBERS
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text))
}

/// Whether the whole text was meant as a number, though it may be none: "1.2.3", "12,34,5", "3/4".
pub(super) fn meant_as_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || "+-.,eE/% ×x\u{2044}".contains(c))
}

/// Bytes of digits with points and commas between them.
fn token_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len())
        .find(|&at| !(digit(at) || (matches!(bytes[at], b'.' | b',') && digit(at + 1))))
        .unwrap_or(bytes.len())
}

fn parse<'t>(figure: &'t str, rest: &'t str) -> Result<Digits<'t>, Unreadable> {
    let unsigned = figure.strip_prefix(['-', '+']).unwrap_or(figure);
    let point = unsigned.bytes().position(|byte| byte == b'.');
    let (whole, decimals) = match point {
        Some(point) => (&unsigned[..point], &unsigned[point + 1..]),
        None => (unsigned, ""),
    };
    if !grouped(whole) || decimals.contains(['.', ',']) || exponent_follows(rest) {
        return Err(Unreadable::NotANumber);
    }
    let digits = unsigned.bytes().filter(u8::is_ascii_digit);
    if digits.clone().count() > MOST_DIGITS {
        return Err(Unreadable::TooManyDigits);
    }
    let mantissa = digits.fold(0, |mantissa: i128, digit| {
        mantissa * 10 + i128::from(digit - b'0')
    });
    let mantissa = match figure.starts_with('-') {
        true => -mantissa,
        false => mantissa,
    };
    let places = u32::try_from(decimals.len()).map_err(|_| Unreadable::TooManyDigits)?;
    let number = Decimal::try_from_i128_with_scale(mantissa, places)
        .map_err(|_| Unreadable::TooManyDigits)?;
    Ok(Digits {
        number,
        figure,
        places,
        rest,
    })
}

/// Whether commas, if any, part thousands: 1,234,567.
fn grouped(whole: &str) -> bool {
    if !whole.as_bytes().contains(&b',') {
        return true;
    }
    let mut groups = whole.split(',').map(str::len);
    groups.next().is_some_and(|first| (1..=3).contains(&first)) && groups.all(|group| group == 3)
}

/// "1e5": a program's notation, not a clerk's.
fn exponent_follows(rest: &str) -> bool {
    rest.strip_prefix(['e', 'E'])
        .is_some_and(|rest| starts_with_digit(rest.trim_start_matches(['-', '+'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digits are the number, as the library of decimals reads them, sign of nothing included.
    #[test]
    fn a_figure_is_the_number_it_spells() {
        let mut figures = vec!["-0".to_owned(), "+0.00".to_owned(), "007".to_owned()];
        for length in 1..=MOST_DIGITS {
            let digits: String = "9182736450".chars().cycle().take(length).collect();
            for point in 1..length {
                let (whole, decimals) = digits.split_at(point);
                figures.push(format!("-{whole}.{decimals}"));
            }
            figures.push("9".repeat(length));
            figures.push(digits);
        }
        for figure in figures {
            let digits = scan(&figure).unwrap().unwrap();
            let read = Decimal::from_str_exact(&figure).unwrap();
            assert_eq!(digits.number.to_string(), read.to_string());
            assert_eq!(digits.number.serialize(), read.serialize(), "{figure}");
            assert_eq!(digits.places, read.scale());
        }
        let too_long = scan("12345678901234567890123456789");
        assert_eq!(too_long, Some(Err(Unreadable::TooManyDigits)));
    }
}
