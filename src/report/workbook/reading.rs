//! What was read of a row's actual, as a number in a cell.

use rust_decimal::Decimal;

use super::formula::keeps;
use super::style;
use crate::number::Fraction;
use crate::rules::facts::Kind;
use crate::score::RowFacts;
use crate::value::Value;

/// An actual that is a number, or would be one.
pub(super) struct Reading {
    /// The number; `None` where none could be read yet.
    pub(super) number: Option<Decimal>,
    /// How it is shown.
    pub(super) format: String,
    /// Whether it is a day.
    pub(super) is_day: bool,
}

/// What a number that was read means to a worksheet.
pub(super) enum Read {
    /// The row is about words.
    Words,
    /// A figure has more digits than a worksheet keeps.
    TooLong,
    /// A number.
    Number(Reading),
}

/// The actual of a row as a number.
pub(super) fn reading(facts: &RowFacts) -> Read {
    let (measure, seen) = (facts.facts.measure(), &facts.facts);
    let numeric = match seen.kind {
        Kind::Quantity | Kind::Range | Kind::Date | Kind::Rank => true,
        Kind::Trend | Kind::Alone => seen.actual.is_some(),
        Kind::Word | Kind::Graded => false,
    };
    if !numeric || (facts.read && seen.actual.is_none()) {
        return Read::Words;
    }
    let figures = [seen.actual, seen.target, seen.target_high, seen.full_mark];
    if figures.into_iter().flatten().any(|figure| !keeps(figure)) {
        return Read::TooLong;
    }
    let number = seen.actual.and_then(Fraction::as_exact_decimal);
    if number.is_none() && facts.read {
        return Read::TooLong;
    }
    let is_day = seen.kind == Kind::Date;
    let format = match (seen.kind, seen.actual.or(seen.target)) {
        (Kind::Date, Some(day)) => {
            let whole = day
                .as_exact_decimal()
                .and_then(|day| i64::try_from(day).ok());
            style::day(whole.unwrap_or(0)).to_owned()
        }
        (Kind::Rank, _) => style::RANK.to_owned(),
        _ => written(&measure.actual.0.value)
            .filter(|_| facts.read)
            .or_else(|| written(&measure.target.0.value))
            .unwrap_or_else(|| style::unit("")),
    };
    Read::Number(Reading {
        number,
        format,
        is_day,
    })
}

fn written(value: &Value) -> Option<String> {
    match value {
        Value::Quantity(quantity) => Some(style::quantity(quantity)),
        Value::Range { low, .. } => Some(style::quantity(low)),
        _ => None,
    }
}

/// The unit of measure of a row.
pub(super) fn unit_of(value: &Value) -> String {
    match value {
        Value::Quantity(quantity) | Value::Range { low: quantity, .. } => match quantity.scale {
            crate::value::Scale::Percent => "%".to_owned(),
            crate::value::Scale::Permille => "‰".to_owned(),
            _ => quantity.unit.clone(),
        },
        _ => String::new(),
    }
}
