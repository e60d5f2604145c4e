//! Target and actual side by side: `340元 ≤ 350元 → 达到`.

use super::evaluation::{Evaluation, RowResult};
use super::show::{figure_of, show};
use crate::number::Fraction;
use crate::rules::facts::{Kind, Note};
use crate::sheet::Direction;
use crate::words::{Lang, trace as words};

/// The comparison behind a row whose script divided nothing, or whose target is strict and was reached
/// exactly; `None` where the quotient says it, or nothing was compared.
pub fn comparison(evaluation: &Evaluation, row: &RowResult, lang: Lang) -> Option<String> {
    let divided = row
        .notes
        .iter()
        .any(|note| matches!(note, Note::Quotient { .. }));
    row.completion?;
    if row.misses_by_nothing() {
        return compared(evaluation, row, lang);
    }
    if divided || evaluation.measure(row).judged.is_some() {
        return None;
    }
    compared(evaluation, row, lang)
}

fn compared(evaluation: &Evaluation, row: &RowResult, lang: Lang) -> Option<String> {
    let measure = evaluation.measure(row);
    let (target, actual) = (&measure.target.0, &measure.actual.0);
    match row.kind? {
        Kind::Quantity | Kind::Trend if row.target.is_none() => None,
        Kind::Quantity => {
            let (promised, reached) = (row.target?, row.actual?);
            let (direction, _) = row.direction.as_ref()?;
            let (sign, met) = relation(reached, promised, *direction, row.strict);
            let line = format!(
                "{} {sign} {}",
                figure_of(actual, reached),
                figure_of(target, promised)
            );
            Some(match row.misses_by_nothing() {
                true => words::compared_strictly(lang, line, strict_sign(*direction)),
                false => concluded(line, met, lang),
            })
        }
        Kind::Date | Kind::Rank => {
            let (promised, reached) = (row.target?, row.actual?);
            let (_, met) = relation(reached, promised, Direction::AtMost, false);
            let line = words::not_later(lang, &actual.text, &target.text);
            let late = words::later(lang, &actual.text, &target.text);
            let rank = row.kind == Some(Kind::Rank);
            Some(match (rank, met) {
                (true, _) => {
                    let sign = if met { "≤" } else { ">" };
                    concluded(
                        format!("{} {sign} {}", show(reached), show(promised)),
                        met,
                        lang,
                    )
                }
                (false, true) => concluded(line, met, lang),
                (false, false) => concluded(late, met, lang),
            })
        }
        Kind::Alone => None,
        Kind::Range | Kind::Trend => Some(words::against(lang, &actual.text, &target.text)),
        Kind::Word | Kind::Graded => match target.plain() == actual.plain() {
            true => Some(words::same_words(lang, &target.text)),
            false => Some(words::against(lang, &actual.text, &target.text)),
        },
    }
}

/// How the actual stands to the target, and whether that is what was asked for.
fn relation(
    reached: Fraction,
    promised: Fraction,
    direction: Direction,
    strict: bool,
) -> (&'static str, bool) {
    match (direction, strict) {
        _ if strict && reached == promised => ("=", false),
        (Direction::AtLeast, true) if reached > promised => (">", true),
        (Direction::AtLeast, false) if reached >= promised => ("≥", true),
        (Direction::AtLeast, _) => ("<", false),
        (Direction::AtMost, true) if reached < promised => ("<", true),
        (Direction::AtMost, false) if reached <= promised => ("≤", true),
        (Direction::AtMost, _) => (">", false),
        (Direction::Equal, _) if reached == promised => ("=", true),
        (Direction::Equal, _) => ("≠", false),
    }
}

fn strict_sign(direction: Direction) -> &'static str {
    match direction {
        Direction::AtMost => "<",
        Direction::AtLeast | Direction::Equal => ">",
    }
}

fn concluded(line: String, met: bool, lang: Lang) -> String {
    match met {
        true => words::compared_met(lang, line),
        false => words::compared_unmet(lang, line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_says_how_two_numbers_stand_and_whether_that_was_asked_for() {
        use Direction::{AtLeast, AtMost, Equal};
        for (direction, strict, below, even, above) in [
            (AtLeast, false, ("<", false), ("≥", true), ("≥", true)),
            (AtLeast, true, ("<", false), ("=", false), (">", true)),
            (AtMost, false, ("≤", true), ("≤", true), (">", false)),
            (AtMost, true, ("<", true), ("=", false), (">", false)),
            (Equal, false, ("≠", false), ("=", true), ("≠", false)),
        ] {
            for (reached, expected) in [(7, below), (8, even), (9, above)] {
                let found = relation(reached.into(), Fraction::from(8), direction, strict);
                assert_eq!(found, expected, "{reached} of 8, {direction:?} {strict}");
            }
        }
        assert_eq!([AtLeast, AtMost].map(strict_sign), [">", "<"]);
    }
}
