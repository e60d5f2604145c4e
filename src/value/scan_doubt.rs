//! Comparisons that a scanner may have misread: ≥ as 2, ≤ as W.

use rust_decimal::Decimal;

use super::reading::Reading;
use super::{Doubt, Operator, Scale, Value, digits};

/// "2≥90%", "W3小时": the comparison, why it is doubtful, and the text behind it.
pub(super) fn operator(plain: &str) -> Option<(Operator, Doubt, &str)> {
    if let Some(rest) = plain.strip_prefix('2') {
        let (operator, rest) = sign(rest).filter(|(_, rest)| digits::starts_with_digit(rest))?;
        return Some((operator, Doubt::OperatorMayBeDigit, rest));
    }
    let rest = plain.strip_prefix(['W', 'w'])?;
    digits::starts_with_digit(rest).then_some((Operator::AtMost, Doubt::OperatorMayBeLetter, rest))
}

fn sign(text: &str) -> Option<(Operator, &str)> {
    [
        Operator::AtLeast,
        Operator::AtMost,
        Operator::MoreThan,
        Operator::LessThan,
        Operator::Equal,
    ]
    .into_iter()
    .find_map(|operator| Some((operator, text.strip_prefix(operator.sign())?)))
}

/// Doubts "290%" without a comparison: it may be ≥90 %. The value stays as printed, since 290 % can be true.
pub(super) fn leading_two(reading: &mut Reading) {
    let Value::Quantity(quantity) = &reading.value else {
        return;
    };
    let percent = quantity.scale == Scale::Percent && reading.operator.is_none();
    if percent && hides_percentage(&quantity.figure) {
        reading.doubt(Doubt::OperatorMayBeDigit);
    }
}

/// Whether `figure` is a 2 before a percentage from 10 to 100, as rates in targets are.
fn hides_percentage(figure: &str) -> bool {
    figure
        .strip_prefix('2')
        .filter(|rest| !rest.starts_with('0'))
        .and_then(|rest| Decimal::from_str_exact(rest.trim_end_matches('%')).ok())
        .is_some_and(|rest| (Decimal::TEN..=Decimal::ONE_HUNDRED).contains(&rest))
}
