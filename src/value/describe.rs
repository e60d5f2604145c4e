//! What a reading says about itself, in words.

use super::{Doubt, Operator, Unreadable};
use crate::words::{Lang, values};

impl Unreadable {
    /// The reason, for a user.
    pub fn describe(self, lang: Lang) -> String {
        match self {
            Self::TooManyDigits => values::value_too_many_digits(lang),
            Self::NotANumber => values::value_not_a_number(lang),
            Self::RangeBackwards => values::value_range_backwards(lang),
            Self::NoSuchDate => values::value_no_such_date(lang),
            Self::TooLong => values::value_too_long(lang, super::Written::LONGEST),
        }
    }
}

impl Doubt {
    /// The doubt, for a user.
    pub fn describe(self, lang: Lang) -> String {
        match self {
            Self::OperatorMayBeDigit => values::doubt_operator_may_be_digit(lang),
            Self::OperatorMayBeLetter => values::doubt_operator_may_be_letter(lang),
            Self::TickBox => values::doubt_tick_box(lang),
            Self::WordsAroundNumber => values::doubt_words_around_number(lang),
            Self::NumbersInWords => values::doubt_numbers_in_words(lang),
        }
    }
}

impl Operator {
    /// The comparison in words, for a user.
    pub fn describe(self, lang: Lang) -> String {
        match self {
            Self::AtLeast => values::operator_at_least(lang),
            Self::MoreThan => values::operator_more_than(lang),
            Self::AtMost => values::operator_at_most(lang),
            Self::LessThan => values::operator_less_than(lang),
            Self::Equal => values::operator_equal(lang),
        }
    }
}
