//! C06 百分比超出范围.

use rust_decimal::Decimal;

use crate::audit::subject::{finding, percent};
use crate::audit::text::has_any;
use crate::audit::{Check, Finding, Label, Outcome, Run, Severity, Subject};
use crate::value::{Scale, Value, Written};
use crate::words::findings::arithmetic as words;

pub(super) const CHECK: Check = Check {
    code: "C06",
    title: words::c06_title,
    page: include_str!("../../../docs/checks/C06.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let lists = &subject.profile.words;
    for row in &subject.rows {
        let name = &row.indicator.name;
        let bounded = lists.bounded_rates.iter().find(|word| name.contains(*word));
        let Some(word) = bounded.filter(|_| !has_any(name, &lists.unbounded_rates)) else {
            continue;
        };
        let cells: [(&Written, Label); 2] = [
            (&row.measure.target.0, words::c06_target),
            (&row.measure.actual.0, words::c06_actual),
        ];
        let outside = cells
            .into_iter()
            .find_map(|(cell, side)| Some((cell, side, out_of_range(cell)?)));
        let Some((cell, side, share)) = outside else {
            continue;
        };
        // A misread ≥ makes 290% of ≥90%.
        let outcome = match cell.doubts.is_empty() {
            true => Outcome::Fails,
            false => Outcome::Uncertain,
        };
        let message = match share > Decimal::ONE {
            true => words::c06_above,
            false => words::c06_negative,
        };
        let shown = percent(share.into());
        let mut found = finding(
            CHECK.code,
            (Severity::Warning, outcome),
            subject.at_row(row),
            |lang| message(lang, row.label(lang), side(lang), &shown, word),
            words::c06_help,
        );
        found.reported = Some(cell.text.clone());
        findings.push(found);
    }
}

fn out_of_range(cell: &Written) -> Option<Decimal> {
    percentages(cell)
        .into_iter()
        .find(|share| *share > Decimal::ONE || *share < Decimal::ZERO)
}

/// The percentages of a cell as ratios; a bare number is no percentage.
fn percentages(cell: &Written) -> Vec<Decimal> {
    let quantities = match &cell.value {
        Value::Quantity(quantity) | Value::Approximate(quantity) => vec![quantity],
        Value::Range { low, high } => vec![low, high],
        Value::List(cells) => return cells.iter().flat_map(percentages).collect(),
        _ => Vec::new(),
    };
    quantities
        .into_iter()
        .filter(|quantity| matches!(quantity.scale, Scale::Percent | Scale::Permille))
        .map(|quantity| quantity.number)
        .collect()
}
