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
    let unsigned = figure.trim_start_matches(['-', '+']);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    if !grouped(whole) || decimals.contains(['.', ',']) || exponent_follows(rest) {
        return Err(Unreadable::NotANumber);
    }
    if unsigned.bytes().filter(u8::is_ascii_digit).count() > MOST_DIGITS {
        return Err(Unreadable::TooManyDigits);
    }
    let number =
        Decimal::from_str_exact(&figure.replace(',', "")).map_err(|_| Unreadable::TooManyDigits)?;
    Ok(Digits {
        number,
        figure,
        places: number.scale(),
        rest,
    })
}

/// Whether commas, if any, part thousands: 1,234,567.
fn grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    !whole.contains(',') || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3))
}

/// "1e5": a program's notation, not a clerk's.
fn exponent_follows(rest: &str) -> bool {
    rest.strip_prefix(['e', 'E'])
        .is_some_and(|rest| starts_with_digit(rest.trim_start_matches(['-', '+'])))
}
