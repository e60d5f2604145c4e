//! C03 执行率或预算执行得分算错.

use rust_decimal::Decimal;

use crate::audit::subject::{agrees, difference, filled, finding, half_unit, percent, truncated};
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject};
use crate::number::Fraction;
use crate::score::{self, execution_arithmetic};
use crate::sheet::{BudgetLine, Printed};
use crate::words::findings::arithmetic as words;

pub(super) const CHECK: Check = Check {
    code: "C03",
    title: words::c03_title,
    page: include_str!("../../../docs/checks/C03.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let budget = &subject.sheet().budget;
    for line in std::iter::once(&budget.total).chain(&budget.sources) {
        findings.extend(rate(subject, line));
    }
    findings.extend(points(subject));
}

fn rate(subject: &Subject, line: &BudgetLine) -> Option<Finding> {
    let exact = filled(&line.executed)?.over(filled(&line.budget)?).ok()?;
    let printed = as_ratio(line.rate.printed()?, exact);
    // Over-spending is often capped in print; what it means is C14's matter.
    if agrees(&printed, exact) || agrees(&printed, exact.min(Fraction::ONE)) {
        return None;
    }
    let off = exact.minus(printed.value.into()).ok()?.absolute();
    let shown = percent(printed.value.into());
    let found = |severity, outcome, message: &dyn Fn(_, _) -> String| {
        let place = subject.at(&printed.origin);
        let message = |lang| message(lang, quotient(line));
        finding(
            CHECK.code,
            (severity, outcome),
            place,
            message,
            words::c03_rate_help,
        )
        .figures(&printed.text, percent(exact))
    };
    let exact_shown = percent(exact);
    let off_shown = percent(off);
    let off_shown = off_shown.trim_end_matches('%');
    let text = &printed.text;
    Some(if let Some(right) = right_places(&printed, exact) {
        found(Severity::Note, Outcome::Fails, &|lang, quotient| {
            words::c03_rate_precision(lang, text, quotient, &exact_shown, right)
        })
    } else if truncated(&printed, exact) {
        found(Severity::Note, Outcome::Uncertain, &|lang, quotient| {
            words::c03_rate_truncated(lang, text, quotient, &exact_shown)
        })
    } else if within_rounding_of_money(line, &printed) {
        found(Severity::Note, Outcome::Uncertain, &|lang, quotient| {
            words::c03_rate_rounded_money(lang, text, quotient, &exact_shown)
        })
    } else {
        let grave = off > subject.profile.grave_rate_error.0;
        let severity = if grave {
            Severity::Error
        } else {
            Severity::Warning
        };
        found(severity, Outcome::Fails, &|lang, quotient| {
            words::c03_rate(lang, &shown, quotient, &exact_shown, off_shown)
        })
    })
}

/// A column headed "执行率(%)" prints 94.40 and means 94.40 %.
fn as_ratio(printed: &Printed, exact: Fraction) -> Printed {
    let hundredth = printed.value / Decimal::ONE_HUNDRED;
    let off = |value: Decimal| exact.minus(value.into()).map(Fraction::absolute);
    match (off(hundredth), off(printed.value)) {
        (Ok(a), Ok(b)) if !printed.text.contains(['%', '％']) && a < b => Printed {
            value: hundredth,
            places: printed.places + 2,
            ..printed.clone()
        },
        _ => printed.clone(),
    }
}

/// "3380.68 ÷ 3582.93".
fn quotient(line: &BudgetLine) -> String {
    let figure = |value: Option<Decimal>| value.unwrap_or_default().normalize();
    format!(
        "{} ÷ {}",
        figure(line.executed.value()),
        figure(line.budget.value())
    )
}

/// Whether the rate is right for some amounts that print as these: the unit may have divided
/// yuan and printed 万元. Both amounts are taken as precise as the more precise of them.
fn within_rounding_of_money(line: &BudgetLine, printed: &Printed) -> bool {
    let (Some(budget), Some(executed)) = (line.budget.printed(), line.executed.printed()) else {
        return false;
    };
    let money = half_unit(budget.places.max(executed.places));
    let over = |a: Decimal, b: Decimal| Fraction::from(a).over(b.into());
    let (low, high) = (
        over(executed.value - money, budget.value + money),
        over(executed.value + money, budget.value - money),
    );
    let half = half_unit(printed.places);
    budget.value > money
        && low.is_ok_and(|low| low <= Fraction::from(printed.value + half))
        && high.is_ok_and(|high| high >= Fraction::from(printed.value - half))
}

/// The places of the percentage up to which the print is right once its closing zeros are dropped.
fn right_places(printed: &Printed, exact: Fraction) -> Option<u32> {
    (2..printed.places).rev().find_map(|places| {
        let mut shorter = printed.clone();
        shorter.places = places;
        agrees(&shorter, exact).then_some(places - 2)
    })
}

fn points(subject: &Subject) -> Option<Finding> {
    let (sheet, execution) = (subject.sheet(), subject.evaluation.execution.as_ref()?);
    let printed = sheet.budget.total.points.printed()?;
    let score::Outcome::Scored(computed) = execution.outcome else {
        return None;
    };
    let part = subject.evaluation.pack.execution.as_ref()?;
    let weight = Fraction::from(part.weight);
    if agrees(printed, computed.exact) || agrees(printed, computed.rounded.into()) {
        return None;
    }
    // Where the rule is weight × rate, the printed rate serves as well as the exact one.
    let proportional = execution.rate.map(|rate| rate.min(Fraction::ONE)) == execution.completion;
    let by_printed_rate = || {
        let rate = as_ratio(sheet.budget.total.rate.printed()?, execution.rate?).value;
        let rate = Fraction::from(rate).min(Fraction::ONE);
        weight.times(rate).ok()
    };
    if proportional && by_printed_rate().is_some_and(|points| agrees(printed, points)) {
        return None;
    }
    let other_weight = sheet.budget.full_mark.mark();
    let other_weight = other_weight.filter(|mark| *mark != part.weight);
    let by_other_weight =
        other_weight.and_then(|mark| execution.completion?.times(mark.into()).ok());
    // The header declares another weight, which C02 speaks of, and the points follow it.
    if by_other_weight.is_some_and(|points| agrees(printed, points)) {
        return None;
    }
    let judgement = if truncated(printed, computed.exact) {
        (Severity::Note, Outcome::Uncertain)
    } else if other_weight.is_some() {
        (Severity::Warning, Outcome::Uncertain)
    } else {
        (Severity::Error, Outcome::Fails)
    };
    let difference = difference(computed.rounded, printed.value);
    let found = finding(
        CHECK.code,
        judgement,
        subject.at(&printed.origin),
        |lang| {
            let arithmetic = execution_arithmetic(subject.evaluation, lang);
            words::c03_points(lang, printed.value, arithmetic, &difference)
        },
        words::c03_points_help,
    );
    let rule = subject.clause(&part.citation);
    Some(found.figures(printed.value, computed.rounded).under(rule))
}
