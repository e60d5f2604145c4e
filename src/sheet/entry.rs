//! A number somebody filled in.

use rust_decimal::Decimal;

use super::Origin;

/// A figure as printed: points, full mark, money, rate, total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The text as it stood ("18.73分", "94.40%", "3,582.93").
    pub text: String,
    /// The value: percentages as ratios (0.9440), money in the sheet's money unit.
    pub value: Decimal,
    /// Decimal places of `value` that the print shows: 18.9 → 1, 94.40 % → 4. This is the
    /// precision to which the figure can be compared.
    pub places: u32,
    /// Where it stood.
    pub origin: Origin,
}

impl Printed {
    /// The figure as a full mark: a weight of "20%" counts 20 of 100.
    pub fn mark(&self) -> Decimal {
        match self.is_percentage() {
            true => self.value * Decimal::ONE_HUNDRED,
            false => self.value,
        }
    }

    /// Decimal places of [`Printed::mark`].
    pub fn mark_places(&self) -> u32 {
        match self.is_percentage() {
            true => self.places.saturating_sub(2),
            false => self.places,
        }
    }

    fn is_percentage(&self) -> bool {
        // Both signs in one look at the bytes; nearly every figure has neither.
        let perhaps = |byte: &u8| *byte == b'%' || *byte == 0xEF;
        self.text.as_bytes().iter().any(perhaps) && self.text.contains(['%', '％'])
    }
}

/// A place of the form that takes a number: filled in, left blank, or filled in with something else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Entry {
    /// Nothing there. Never read as 0.
    #[default]
    Blank,
    /// A number.
    Number(Printed),
    /// Text that is no number ("NaN", "见附件").
    Unreadable {
        /// The text as it stood.
        text: String,
        /// Where it stood.
        origin: Origin,
    },
}

impl Entry {
    /// The figure, if one was filled in.
    pub fn printed(&self) -> Option<&Printed> {
        match self {
            Entry::Number(printed) => Some(printed),
            _ => None,
        }
    }

    /// The figure as a full mark, if a number was filled in.
    pub fn mark(&self) -> Option<Decimal> {
        self.printed().map(Printed::mark)
    }

    /// The value, if a number was filled in.
    pub fn value(&self) -> Option<Decimal> {
        self.printed().map(|printed| printed.value)
    }
}
