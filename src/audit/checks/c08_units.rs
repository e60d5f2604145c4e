//! C08 单位写错: 元 for 万元, amounts a thousand times apart, 家 against 家次.

use rust_decimal::Decimal;

use crate::audit::subject::finding;
use crate::audit::text::{self, amounts, has_any};
use crate::audit::{Check, Finding, Label, Outcome, Run, Severity, Subject};
use crate::number::Fraction;
use crate::score::{self, Reason};
use crate::sheet::{Entry, MoneyUnit, Text};
use crate::words::findings::arithmetic as words;

pub(super) const CHECK: Check = Check {
    code: "C08",
    title: words::c08_title,
    page: include_str!("../../../docs/checks/C08.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    budget_and_executed(subject, findings);
    let sheet = subject.sheet();
    let beside_rows = sheet
        .indicators
        .iter()
        .filter_map(|one| one.reason.as_ref());
    let passages = (sheet.goals.iter())
        .chain(&sheet.budget.reason)
        .chain(&sheet.reasons)
        .chain(beside_rows)
        .chain(&sheet.narrative);
    let figures = figures(subject);
    findings.extend(passages.filter_map(|passage| in_words(subject, passage, &figures)));
    rows(subject, findings);
}

/// An amount in words with the number of the table and the other unit. One finding a passage.
fn in_words(subject: &Subject, passage: &Text, figures: &[Figure]) -> Option<Finding> {
    let (unit, other) = match subject.sheet().budget.money_unit {
        MoneyUnit::TenThousandYuan => ("万元", "元"),
        MoneyUnit::Yuan => ("元", "万元"),
    };
    let profile = subject.profile;
    let slips: Vec<(text::Amount, &Figure)> = amounts(&passage.text)
        .into_iter()
        .filter(|amount| {
            let behind = amount.behind.strip_prefix(other);
            // 元/人, 每人155元: what one piece costs.
            behind.is_some_and(|rest| {
                !rest.starts_with('/') && !has_any(rest, &profile.words.per_piece)
            }) && !has_any(&amount.before, &profile.words.per_piece)
        })
        .filter_map(|amount| {
            let figure = figures.iter().find(|(_, value)| *value == amount.number)?;
            Some((amount, figure))
        })
        .collect();
    let distinctive = |amount: &text::Amount| {
        let digits = amount.number.normalize().mantissa().to_string();
        digits.trim_end_matches('0').len() >= profile.distinctive_digits
    };
    let (amount, (name, value)) = slips
        .iter()
        .find(|(amount, _)| distinctive(amount))
        .or(slips.first())?;
    // A short number may be equal by chance, and so may any of a passage that does not speak of the budget.
    let sure = distinctive(amount) && has_any(&passage.text, &profile.words.budget);
    let (outcome, message) = match sure {
        true => (
            Outcome::Fails,
            words::c08_words as fn(_, _, _, _, _, _) -> _,
        ),
        false => (Outcome::Uncertain, words::c08_words_perhaps as _),
    };
    let found = finding(
        CHECK.code,
        (Severity::Warning, outcome),
        subject.at(&passage.origin),
        |lang| message(lang, &amount.clause, name(lang), value, unit, other),
        words::c08_words_help,
    );
    Some(found.figures(
        format!("{}{other}", amount.number),
        format!("{value}{unit}"),
    ))
}

type Figure = (Label, Decimal);

/// The money of the table with what it is called; zero is the same in any unit.
fn figures(subject: &Subject) -> Vec<Figure> {
    let budget = &subject.sheet().budget;
    let mut entries: Vec<(Label, &Entry)> = vec![
        (words::c07_budget, &budget.total.budget),
        (words::c07_executed, &budget.total.executed),
        (words::c08_basic, &budget.basic),
        (words::c08_project, &budget.project),
    ];
    for line in &budget.sources {
        entries.push((words::c08_source, &line.budget));
        entries.push((words::c08_source, &line.executed));
    }
    entries
        .into_iter()
        .filter_map(|(name, entry)| Some((name, entry.value()?)))
        .filter(|(_, value)| !value.is_zero())
        .collect()
}

fn budget_and_executed(subject: &Subject, findings: &mut Vec<Finding>) {
    let line = &subject.sheet().budget.total;
    let (Some(budget), Some(executed)) = (line.budget.printed(), line.executed.printed()) else {
        return;
    };
    let (low, high) = (
        budget.value.min(executed.value),
        budget.value.max(executed.value),
    );
    let Ok(times) = Fraction::from(high).over(low.into()) else {
        return;
    };
    if low <= Decimal::ZERO || times < subject.profile.unit_slip.0 {
        return;
    }
    findings.push(finding(
        CHECK.code,
        (Severity::Error, Outcome::Uncertain),
        subject.at(&executed.origin),
        |lang| words::c08_factor(lang, budget.value, executed.value, score::show(times)),
        words::c08_factor_help,
    ));
}

fn rows(subject: &Subject, findings: &mut Vec<Finding>) {
    for row in &subject.rows {
        let score::Outcome::Unscored(Reason::UnitsDiffer { .. } | Reason::PercentAgainstCount) =
            row.result.outcome
        else {
            continue;
        };
        let (target, actual) = (&row.measure.target.0.text, &row.measure.actual.0.text);
        let found = finding(
            CHECK.code,
            (Severity::Warning, Outcome::Uncertain),
            subject.at_row(row),
            |lang| words::c08_row(lang, row.label(lang), target, actual),
            words::c08_row_help,
        );
        findings.push(found.figures(actual, target));
    }
}
