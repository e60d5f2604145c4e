//! A decimal as its digits: moved, rounded and printed without arithmetic.

/// A decimal number: its digits and where the point stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DecimalText {
    /// Below zero.
    pub(super) negative: bool,
    /// The digits, most significant first, without zeros in front.
    digits: Vec<u8>,
    /// How many of them stand behind the point; may exceed their number.
    scale: usize,
}

impl DecimalText {
    /// Reads digits with at most one point and a sign: `-12.340`. `None` for anything else.
    pub(super) fn parse(text: &str) -> Option<DecimalText> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) || whole.len() + fraction.len() == 0 {
            return None;
        }
        let mut number = DecimalText {
            negative,
            digits: whole
                .bytes()
                .chain(fraction.bytes())
                .map(|b| b - b'0')
                .collect(),
            scale: fraction.len(),
        };
        number.normalise();
        Some(number)
    }

    /// Zeros in front go; zero has no sign.
    fn normalise(&mut self) {
        let zeros = self.digits.iter().take_while(|&&digit| digit == 0).count();
        self.digits.drain(..zeros);
        if self.digits.is_empty() {
            self.negative = false;
        }
    }

    /// Whether it is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Times ten to the power of `places`.
    pub(super) fn shift_left(&mut self, places: usize) {
        let behind = self.scale.min(places);
        self.scale -= behind;
        if !self.is_zero() {
            self.digits.extend(std::iter::repeat_n(0, places - behind));
        }
    }

    /// Divided by ten to the power of `places`.
    pub(super) fn shift_right(&mut self, places: usize) {
        self.scale += places;
    }

    /// Rounds to `places` behind the point, a half away from zero, as spreadsheets show numbers.
    pub(super) fn round(&mut self, places: usize) {
        if self.scale <= places {
            return;
        }
        let drop = self.scale - places;
        self.scale = places;
        if drop > self.digits.len() {
            self.digits.clear();
            self.negative = false;
            return;
        }
        let dropped = self.digits.split_off(self.digits.len() - drop);
        if dropped.first().is_some_and(|&digit| digit >= 5) {
            let mut carry = true;
            for digit in self.digits.iter_mut().rev() {
                if *digit < 9 {
                    *digit += 1;
                    carry = false;
                    break;
                }
                *digit = 0;
            }
            if carry {
                self.digits.insert(0, 1);
            }
        }
        self.normalise();
    }

    /// Rounds to fifteen significant digits: all that a spreadsheet shows of a double, so that a
    /// calculated 90.431000000000012 is 90.431.
    pub(super) fn round_to_shown(&mut self) {
        const SHOWN: usize = 15;
        let excess = self.digits.len().saturating_sub(SHOWN);
        if excess == 0 {
            return;
        }
        if excess <= self.scale {
            self.round(self.scale - excess);
        } else {
            // Digits in front of the point: make them fraction digits for the moment.
            let moved = excess - self.scale;
            self.shift_right(moved);
            self.round(0);
            self.shift_left(moved);
        }
    }

    /// The digits in front of the point; "" below one.
    pub(super) fn whole(&self) -> String {
        let whole = self.digits.len().saturating_sub(self.scale);
        self.digits[..whole]
            .iter()
            .map(|d| char::from(b'0' + d))
            .collect()
    }

    /// The digits behind the point, without zeros at the end.
    pub(super) fn fraction(&self) -> String {
        let whole = self.digits.len().saturating_sub(self.scale);
        let zeros = self.scale - (self.digits.len() - whole);
        let mut text = if self.is_zero() {
            String::new()
        } else {
            "0".repeat(zeros)
        };
        text.extend(self.digits[whole..].iter().map(|d| char::from(b'0' + d)));
        text.truncate(text.trim_end_matches('0').len());
        text
    }

    /// The number as one writes it: `-0.5`, `2300`.
    pub(super) fn plain(&self) -> String {
        let (whole, fraction) = (self.whole(), self.fraction());
        let sign = if self.negative { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { &whole };
        if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use crate::number::{Rounding, RoundingMode};

    fn read(text: &str) -> DecimalText {
        DecimalText::parse(text).unwrap()
    }

    #[test]
    fn the_point_moves() {
        let mut ratio = read("0.9366");
        ratio.shift_left(2);
        assert_eq!(ratio.plain(), "93.66");
        ratio.shift_left(4);
        assert_eq!(ratio.plain(), "936600");
        ratio.shift_right(9);
        assert_eq!(ratio.plain(), "0.0009366");
    }

    #[test]
    fn halves_go_away_from_zero() {
        for (text, places, rounded) in [
            ("2.675", 2, "2.68"),
            ("-0.5", 0, "-1"),
            ("0.49", 0, "0"),
            ("-0.004", 2, "0"),
            ("9.995", 2, "10"),
            ("0.05", 1, "0.1"),
            ("0.0005", 1, "0"),
            ("12", 3, "12"),
        ] {
            let mut number = read(text);
            number.round(places);
            assert_eq!(number.plain(), rounded, "{text}");
        }
    }

    #[test]
    fn fifteen_digits_are_shown() {
        for (text, shown) in [
            ("90.431000000000012", "90.431"),
            ("0.30000000000000004", "0.3"),
            ("12345678901234567890", "12345678901234600000"),
            ("123456789012345678.5", "123456789012346000"),
            ("0.1", "0.1"),
        ] {
            let mut number = read(text);
            number.round_to_shown();
            assert_eq!(number.plain(), shown);
        }
    }

    #[test]
    fn what_is_no_decimal_is_not_read() {
        for text in ["", "-", ".", "1e5", "NaN", "inf", "1.2.3", "１"] {
            assert_eq!(DecimalText::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn rounding_agrees_with_the_decimal_library(value in -1_000_000_000_i64..1_000_000_000, scale in 0_u32..9, places in 0_u32..9) {
            let decimal = Decimal::new(value, scale);
            let mut number = read(&decimal.to_string());
            number.round(places as usize);
            let rounding = Rounding { mode: RoundingMode::HalfUp, places };
            let expected = rounding.apply(decimal.into()).unwrap().normalize();
            prop_assert_eq!(number.plain(), expected.to_string());
        }
    }
}
