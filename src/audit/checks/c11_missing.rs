//! C11 应填而空着: cells, levels, money, total, placeholder text.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::audit::subject::finding;
use crate::audit::text::{has_crosses, is_placeholder};
use crate::audit::{
    Check, Finding, Label, Outcome as Judgement, Run, Severity, Subject, SubjectRow, Wording,
};
use crate::rules::facts::Kind;
use crate::score::{Outcome, Reason, Side, execution_arithmetic_on_sheet_scale};
use crate::sheet::{Entry, Indicator, Origin};
use crate::value::{Value, Written, none_of};
use crate::words::Lang;
use crate::words::findings::completeness as words;

pub(super) const CHECK: Check = Check {
    code: "C11",
    title: words::c11_title,
    page: include_str!("../../../docs/checks/C11.md"),
    run: Run::Sheet(run),
};

type Cell = (Label, fn(&SubjectRow) -> bool);

/// The cells every row needs, with what says that one is empty.
const CELLS: [Cell; 3] = [
    (words::c11_target, |row| {
        row.result.kind != Some(Kind::Alone) && is_empty(&row.measure.target.0)
    }),
    (words::c11_actual, |row| {
        row.measure.judged.is_none() && is_empty(&row.measure.actual.0)
    }),
    (words::c11_points, |row| row.measure.points == Entry::Blank),
];

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let asked: Vec<&SubjectRow> = subject
        .rows
        .iter()
        // What the rule leaves out is not missing.
        .filter(|row| row.measure.applicable && row.result.outcome != Outcome::Dropped)
        .collect();
    let of_form = subject.evaluation.pack.execution.is_some();
    // A column without a single entry is one finding: the form was not filled in.
    let (columns, cells): (Vec<Cell>, Vec<Cell>) = CELLS
        .into_iter()
        // Schemes without an execution part need not have a column of points.
        .take(if of_form { 3 } else { 2 })
        .partition(|(_, empty)| !asked.is_empty() && asked.iter().all(|row| empty(row)));
    if !columns.is_empty() {
        let origin = &subject.sheet().origin;
        let points = asked.iter().filter_map(|row| Some(row.reported()?.value));
        let sum: Decimal = points.sum();
        let for_nothing = !sum.is_zero() && has_actual(&columns);
        let mut found = fails(subject, origin, &columns, |lang, cells| match for_nothing {
            true => words::c11_columns_with_points(lang, cells, sum),
            false => words::c11_columns(lang, cells),
        });
        if for_nothing {
            found.severity = Severity::Error;
        }
        findings.push(found);
    }
    for row in asked {
        let empty: Vec<Cell> = cells
            .iter()
            .copied()
            .filter(|(_, empty)| empty(row))
            .collect();
        if !empty.is_empty() {
            findings.push(empty_cells(subject, row, &empty));
        }
        findings.extend(says_none(subject, row));
    }
    let points_given = !columns
        .iter()
        .any(|(name, _)| name(Lang::Zh) == words::c11_points(Lang::Zh));
    form(subject, points_given, findings);
    levels(subject, findings);
    placeholders(subject, findings);
}

/// A stroke, 未填 or nothing at all; "无" may be an answer.
fn is_empty(cell: &Written) -> bool {
    cell.value == Value::Missing && none_of(&cell.text).is_none()
}

/// "无" where a number was asked for, and scoring could not take it for one: 0, or nothing recorded?
fn says_none(subject: &Subject, row: &SubjectRow) -> Option<Finding> {
    let Outcome::Unscored(Reason::Missing(side)) = row.result.outcome else {
        return None;
    };
    let cell = match side {
        Side::Target => &row.measure.target.0,
        Side::Actual => &row.measure.actual.0,
    };
    if is_empty(cell) {
        return None;
    }
    Some(finding(
        CHECK.code,
        (Severity::Warning, Judgement::Uncertain),
        subject.at_row(row),
        |lang| {
            let (name, side) = (row.label(lang), side.describe(lang));
            words::c11_none(lang, name, side, &cell.text, given(row, lang))
        },
        words::c11_none_help,
    ))
}

/// Points printed beside an empty cell, as a clause of the message.
fn given(row: &SubjectRow, lang: Lang) -> String {
    match row.reported().filter(|points| !points.value.is_zero()) {
        Some(points) => words::c11_points_given(lang, points.value),
        None => String::new(),
    }
}

/// Whether the actual is among the empty cells.
fn has_actual(cells: &[Cell]) -> bool {
    let actual = words::c11_actual(Lang::Zh);
    cells.iter().any(|(name, _)| name(Lang::Zh) == actual)
}

fn empty_cells(subject: &Subject, row: &SubjectRow, cells: &[Cell]) -> Finding {
    // Points printed once for several measures leave the other cells empty.
    let shared = row.measure.points == Entry::Blank
        && cells.len() == 1
        && row
            .indicator
            .measures
            .iter()
            .any(|measure| measure.points != Entry::Blank);
    // One actual written for several measures may be meant for all of them.
    let written_once = row
        .indicator
        .measures
        .iter()
        .any(|measure| !is_empty(&measure.actual.0));
    let judgement = match row.reported() {
        _ if shared => (Severity::Warning, Judgement::Uncertain),
        // Points for nothing on paper.
        Some(points) if !points.value.is_zero() && has_actual(cells) => match written_once {
            true => (Severity::Warning, Judgement::Uncertain),
            false => (Severity::Error, Judgement::Fails),
        },
        _ => (Severity::Warning, Judgement::Fails),
    };
    let for_nothing = has_actual(cells);
    let mut found = finding(
        CHECK.code,
        judgement,
        subject.at_row(row),
        |lang| {
            let cells = joined(cells, lang);
            let given = match for_nothing {
                true => given(row, lang),
                false => String::new(),
            };
            words::c11_cells(lang, row.label(lang), cells, given)
        },
        words::c11_help,
    );
    found.reported = row.reported().map(|points| points.value.to_string());
    found
}

/// Money, execution points and total.
fn form(subject: &Subject, points_given: bool, findings: &mut Vec<Finding>) {
    // Schemes without an execution part have no such form.
    if subject.evaluation.pack.execution.is_none() {
        return;
    }
    let sheet = subject.sheet();
    let line = &sheet.budget.total;
    let money: Vec<Cell> = [
        (words::c11_budget as Label, &line.budget),
        (words::c11_executed, &line.executed),
    ]
    .into_iter()
    // Without points the form is not filled in; that the money is not spent yet goes without saying.
    .take(if points_given { 2 } else { 1 })
    .filter(|(_, entry)| entry.printed().is_none())
    .map(|(name, _)| (name, CELLS[0].1))
    .collect();
    if !money.is_empty() {
        findings.push(fails(subject, &line.origin, &money, words::c11_money));
    }
    // On a form without points there is nothing to add up.
    if !points_given {
        return;
    }
    if sheet.total == Entry::Blank {
        findings.push(fails(subject, &sheet.origin, &[], |lang, _| {
            words::c11_total(lang)
        }));
    }
    if line.points == Entry::Blank {
        findings.push(execution_points(subject));
    }
}

/// Where the total is printed it says what the execution points were.
fn execution_points(subject: &Subject) -> Finding {
    let sheet = subject.sheet();
    let origin = &sheet.budget.total.origin;
    let points: Option<Vec<_>> = subject
        .rows
        .iter()
        .map(|row| Some(row.reported()?.value))
        .collect();
    let (Some(total), Some(points)) = (sheet.total.value(), points) else {
        return fails(subject, origin, &[], |lang, _| words::c11_execution(lang));
    };
    let rows: Decimal = points.into_iter().sum();
    let arithmetic =
        Wording::of(|lang| execution_arithmetic_on_sheet_scale(subject.evaluation, lang));
    finding(
        CHECK.code,
        (Severity::Note, Judgement::Uncertain),
        subject.at(origin),
        |lang| words::c11_implied(lang, total, rows, total - rows, arithmetic.get(lang)),
        words::c11_help,
    )
}

/// A row without the first-level label the other rows have, or without the second-level label that
/// others of its first level have.
fn levels(subject: &Subject, findings: &mut Vec<Finding>) {
    let indicators = &subject.sheet().indicators;
    let labelled: BTreeSet<&str> = indicators
        .iter()
        .filter(|one| !one.level2().is_empty())
        .map(Indicator::level1)
        .collect();
    let any_level1 = indicators.iter().any(|one| !one.level1().is_empty());
    for (indicator, rows) in subject.indicators() {
        let (level1, level2) = (indicator.level1(), indicator.level2());
        let outcome = if level1.is_empty() && any_level1 {
            Judgement::Fails
        } else if level2.is_empty() && labelled.contains(level1) {
            Judgement::Uncertain
        } else {
            continue;
        };
        let label = if level1.is_empty() {
            words::c11_level1
        } else {
            words::c11_level2
        };
        findings.push(finding(
            CHECK.code,
            (Severity::Warning, outcome),
            subject.at_row(&rows[0]),
            |lang| words::c11_level(lang, &indicator.name, label(lang)),
            words::c11_help,
        ));
    }
}

fn placeholders(subject: &Subject, findings: &mut Vec<Finding>) {
    let (sheet, list) = (subject.sheet(), &subject.profile.words.placeholders);
    let mut push = |place, text: &str| {
        findings.push(finding(
            CHECK.code,
            (Severity::Warning, Judgement::Fails),
            place,
            |lang| words::c11_placeholder(lang, text),
            words::c11_placeholder_help,
        ));
    };
    for row in &subject.rows {
        let cells = [
            &row.indicator.name,
            &row.measure.target.0.text,
            &row.measure.actual.0.text,
        ];
        if let Some(text) = cells.into_iter().find(|text| is_placeholder(text, list)) {
            push(subject.at_row(row), text);
        }
    }
    let beside_rows = sheet
        .indicators
        .iter()
        .filter_map(|one| one.reason.as_ref());
    let passages = (sheet.goals.iter())
        .chain(&sheet.reasons)
        .chain(beside_rows);
    for passage in passages.filter(|passage| has_crosses(&passage.text, list)) {
        push(subject.at(&passage.origin), &passage.text);
    }
}

fn fails(
    subject: &Subject,
    origin: &Origin,
    cells: &[Cell],
    message: impl Fn(Lang, String) -> String,
) -> Finding {
    let judgement = (Severity::Warning, Judgement::Fails);
    let message = |lang| message(lang, joined(cells, lang));
    finding(
        CHECK.code,
        judgement,
        subject.at(origin),
        message,
        words::c11_help,
    )
}

fn joined(cells: &[Cell], lang: Lang) -> String {
    let names: Vec<String> = cells.iter().map(|(name, _)| name(lang)).collect();
    names.join(words::c11_and(lang).as_str())
}
