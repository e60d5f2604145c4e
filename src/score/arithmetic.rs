//! One line a clerk can check with a pocket calculator.

use super::award::Awarded;
use super::comparison::comparison;
use super::evaluation::{Evaluation, ExecutionResult, Outcome, Points, RowResult};
use super::show::{figure_of, show, show_percent};
use crate::number::{Fraction, Rounding};
use crate::rules::facts::Note;
use crate::words::{Lang, trace as words};

/// The derivation of a row's points: `2.5 × 86.67% ÷ 100% = 2.16675 → 四舍五入 2 位 → 2.17`.
/// For a row without points, the reason.
pub fn arithmetic(evaluation: &Evaluation, row: &RowResult, lang: Lang) -> String {
    let points = match &row.outcome {
        Outcome::Scored(points) => points,
        Outcome::Unscored(reason) => return reason.describe(lang),
        Outcome::Dropped => return words::dropped(lang),
    };
    if let Some(awarded) = &row.awarded {
        return awarded_line(row, awarded, *points, evaluation, lang);
    }
    let mark = row.effective_full_mark().unwrap_or(Fraction::ZERO);
    let rescale = evaluation.rescale.map(|(factor, _)| factor);
    row_line(evaluation, row, mark, rescale, *points, lang)
}

/// A person's points, converted like a script's: `2 分评定 × 1.25 = 2.5 → …`.
fn awarded_line(
    row: &RowResult,
    awarded: &Awarded,
    points: Points,
    evaluation: &Evaluation,
    lang: Lang,
) -> String {
    let given = awarded.given.value.normalize();
    let rescale = evaluation
        .rescale
        .map_or(Fraction::ONE, |(factor, _)| factor);
    let factor = row.scaling.factor().times(rescale).unwrap_or(Fraction::ONE);
    let product = match factor == Fraction::ONE {
        true => words::awarded(lang, given),
        false => format!(
            "{} × {} = {}",
            words::awarded(lang, given),
            show(factor),
            show(points.exact)
        ),
    };
    rounded(product, points, evaluation.pack.rounding.rows, lang)
}

/// The derivation of what the rule alone gives a row that a person awards points.
pub fn arithmetic_by_rule(evaluation: &Evaluation, row: &RowResult, lang: Lang) -> String {
    let by_rule = row.awarded.as_ref().map(|awarded| awarded.by_rule.clone());
    let row = RowResult {
        outcome: by_rule.unwrap_or_else(|| row.outcome.clone()),
        awarded: None,
        ..row.clone()
    };
    arithmetic(evaluation, &row, lang)
}

/// The same on the sheet's own scale, without the pack's weights.
pub fn arithmetic_on_sheet_scale(evaluation: &Evaluation, row: &RowResult, lang: Lang) -> String {
    match (evaluation.on_sheet_scale(row), &row.full_mark) {
        (Some(points), Some(mark)) if is_product(row, mark.value, points.exact) => {
            row_line(evaluation, row, mark.value, None, points, lang)
        }
        _ => arithmetic(evaluation, row, lang),
    }
}

/// Whether the points are the mark × the completion; points a script gave are their own.
fn is_product(row: &RowResult, mark: Fraction, points: Fraction) -> bool {
    let product = row.completion.map(|completion| mark.times(completion));
    product.is_none_or(|product| product == Ok(points))
}

fn row_line(
    evaluation: &Evaluation,
    row: &RowResult,
    mark: Fraction,
    rescale: Option<Fraction>,
    points: Points,
    lang: Lang,
) -> String {
    let figure = |number| row_figure(evaluation, row, number);
    let mut quotient = ratio(row.completion, &row.notes, figure, lang);
    if let (Some(quotient), Some(comparison)) = (&mut quotient, comparison(evaluation, row, lang)) {
        *quotient = words::because(lang, &quotient, comparison);
    }
    let rounding = evaluation.pack.rounding.rows;
    match &row.adjusted {
        None => line(mark, quotient, rescale, points, rounding, lang),
        Some(adjusted) => {
            let said = adjusted.notes.iter();
            let said: Vec<String> = said.map(|note| words::note(note, figure, lang)).collect();
            let (before, after) = (show(adjusted.before), show(adjusted.after));
            let product = match said.is_empty() {
                true => words::adjusted(lang, before, after),
                false => {
                    let said = said.join(words::separator(lang));
                    words::adjusted_because(lang, before, after, said)
                }
            };
            rounded(product, points, rounding, lang)
        }
    }
}

/// The derivation of the execution points: `20 × 3380.68 ÷ 3582.93 = … → 18.87`.
pub fn execution_arithmetic(evaluation: &Evaluation, lang: Lang) -> String {
    let weight = evaluation.pack.execution_weight();
    let rescale = evaluation.rescale.map(|(factor, _)| factor);
    let execution = evaluation.execution.as_ref();
    let points = match execution.map(|execution| &execution.outcome) {
        Some(Outcome::Scored(points)) => Some(*points),
        _ => None,
    };
    execution_line(evaluation, weight.into(), rescale, points, lang)
}

/// The same under the full mark the sheet's header declares.
pub fn execution_arithmetic_on_sheet_scale(evaluation: &Evaluation, lang: Lang) -> String {
    match evaluation.sheet.budget.full_mark.mark() {
        Some(mark) if evaluation.rescale.is_none() => {
            let points = evaluation.execution_on_sheet_scale();
            execution_line(evaluation, mark.into(), None, points, lang)
        }
        _ => execution_arithmetic(evaluation, lang),
    }
}

fn execution_line(
    evaluation: &Evaluation,
    weight: Fraction,
    rescale: Option<Fraction>,
    points: Option<Points>,
    lang: Lang,
) -> String {
    let Some(ExecutionResult {
        completion,
        notes,
        outcome,
        ..
    }) = &evaluation.execution
    else {
        return String::new();
    };
    match (points, outcome) {
        (_, Outcome::Unscored(reason)) => reason.describe(lang),
        (None, _) | (_, Outcome::Dropped) => words::dropped(lang),
        (Some(points), Outcome::Scored(_)) => {
            let quotient = ratio(*completion, notes, show, lang);
            let rounding = evaluation.pack.rounding.execution;
            line(weight, quotient, rescale, points, rounding, lang)
        }
    }
}

/// A number of a row as its cells write it: 86.67%, 20万; any other number as a decimal.
pub fn row_figure(evaluation: &Evaluation, row: &RowResult, number: Fraction) -> String {
    let measure = evaluation.measure(row);
    if Some(number) == row.actual {
        figure_of(&measure.actual.0, number)
    } else if Some(number) == row.target {
        figure_of(&measure.target.0, number)
    } else {
        show(number)
    }
}

/// The factor behind the full mark, or nothing when the script gave points.
fn ratio(
    completion: Option<Fraction>,
    notes: &[Note],
    figure: impl Fn(Fraction) -> String,
    lang: Lang,
) -> Option<String> {
    let completion = completion?;
    let quotient = notes.iter().find_map(|note| match note {
        Note::Quotient { dividend, divisor } => Some((*dividend, *divisor)),
        _ => None,
    });
    let capped = notes.iter().find_map(|note| match note {
        Note::Capped { from, to } => Some((*from, *to)),
        _ => None,
    });
    // Anything else the script did with the quotient shows as its result alone.
    let is = |quotient: (Fraction, Fraction), value| quotient.0.over(quotient.1) == Ok(value);
    Some(match (quotient, capped) {
        (Some((dividend, divisor)), Some((from, to)))
            if is((dividend, divisor), from) && to == completion =>
        {
            words::capped_quotient(
                lang,
                figure(dividend),
                figure(divisor),
                equals(&show_percent(from)),
                show_percent(to),
            )
        }
        (Some((dividend, divisor)), None) if is((dividend, divisor), completion) => {
            format!("{} ÷ {}", figure(dividend), figure(divisor))
        }
        _ => show_percent(completion),
    })
}

fn line(
    mark: Fraction,
    factor: Option<String>,
    rescale: Option<Fraction>,
    points: Points,
    rounding: Rounding,
    lang: Lang,
) -> String {
    let rescale = rescale.map_or_else(String::new, |factor| format!(" × {}", show(factor)));
    let product = match factor {
        Some(factor) => format!(
            "{} × {factor}{rescale} {}",
            show(mark),
            equals(&show(points.exact))
        ),
        None => words::points_by_script(lang, show(points.exact)),
    };
    rounded(product, points, rounding, lang)
}

/// The product with its rounding behind it, where rounding changed anything.
fn rounded(product: String, points: Points, rounding: Rounding, lang: Lang) -> String {
    if points.exact == Fraction::from(points.rounded) {
        return product;
    }
    let mode = words::rounding_mode(rounding.mode, lang);
    words::rounded(lang, product, mode, rounding.places, points.rounded)
}

/// "= 2.16675" for an exact value, "≈ 18.871036" for one that was shortened for reading.
pub(super) fn equals(shown: &str) -> String {
    match shown.strip_prefix('≈') {
        Some(shortened) => format!("≈ {shortened}"),
        None => format!("= {shown}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A quotient is shown where it is what the script answered, as it stands or cut off; else the answer.
    #[test]
    fn a_quotient_is_shown_where_it_is_the_answer() {
        let over = |a: i64, b: i64| Fraction::from(a).over(b.into()).expect("no zero");
        let quotient = Note::Quotient {
            dividend: 6.into(),
            divisor: 5.into(),
        };
        let capped = |from, to| Note::Capped { from, to };
        for (completion, notes, expected) in [
            (over(6, 5), vec![quotient.clone()], "6 ÷ 5"),
            (over(4, 5), vec![quotient.clone()], "80%"),
            (
                over(1, 1),
                vec![quotient.clone(), capped(over(6, 5), over(1, 1))],
                "(6 ÷ 5 = 120%, capped at 100%)",
            ),
            (
                over(4, 5),
                vec![quotient.clone(), capped(over(6, 5), over(1, 1))],
                "80%",
            ),
            (
                over(1, 1),
                vec![quotient.clone(), capped(over(7, 5), over(1, 1))],
                "100%",
            ),
            (
                over(6, 5),
                vec![quotient.clone(), capped(over(7, 5), over(1, 1))],
                "120%",
            ),
            (over(1, 1), vec![capped(over(7, 5), over(1, 1))], "100%"),
            (over(2, 3), vec![], "≈66.6667%"),
        ] {
            let told = ratio(Some(completion), &notes, show, Lang::En);
            assert_eq!(told.as_deref(), Some(expected));
        }
        assert_eq!(ratio(None, &[quotient], show, Lang::En), None);
    }
}
