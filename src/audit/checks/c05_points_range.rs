//! C05 得分超过分值、为负或不是数.

use rust_decimal::Decimal;

use crate::audit::subject::{finding, half_up};
use crate::audit::{Check, Finding, Outcome, Place, Run, Severity, Subject, SubjectRow, Wording};
use crate::number::Fraction;
use crate::sheet::{Entry, Printed};
use crate::words::findings::arithmetic as words;

pub(super) const CHECK: Check = Check {
    code: "C05",
    title: words::c05_title,
    page: include_str!("../../../docs/checks/C05.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    execution(subject, findings);
    for row in &subject.rows {
        let name = Wording::of(|lang| row.label(lang));
        let place = subject.at_row(row);
        match &row.measure.points {
            Entry::Number(points) => {
                if let Some(printed) = row.measure.full_mark.printed() {
                    let mark = printed.mark();
                    findings.extend(above(&name, points, mark, Outcome::Fails, &place));
                }
                findings.extend(negative(&name, points, &place));
            }
            Entry::Unreadable { text, .. } => findings.push(no_number(&name, text, &place)),
            Entry::Blank => {}
        }
    }
    for (_, rows) in subject.indicators() {
        shared(subject, rows, findings);
    }
}

fn execution(subject: &Subject, findings: &mut Vec<Finding>) {
    let budget = &subject.sheet().budget;
    let name = Wording::of(words::c05_execution);
    match &budget.total.points {
        Entry::Number(points) => {
            let place = subject.at(&points.origin);
            let (mark, outcome) = match budget.full_mark.printed() {
                Some(printed) => (printed.mark(), Outcome::Fails),
                None => (
                    subject.evaluation.pack.execution_weight(),
                    Outcome::Uncertain,
                ),
            };
            findings.extend(above(&name, points, mark, outcome, &place));
            findings.extend(negative(&name, points, &place));
        }
        Entry::Unreadable { text, origin } => {
            findings.push(no_number(&name, text, &subject.at(origin)));
        }
        Entry::Blank => {}
    }
    let name = Wording::of(words::c05_total);
    match &subject.sheet().total {
        Entry::Number(total) => {
            findings.extend(negative(&name, total, &subject.at(&total.origin)));
        }
        Entry::Unreadable { text, origin } => {
            findings.push(no_number(&name, text, &subject.at(origin)));
        }
        Entry::Blank => {}
    }
}

/// One mark printed for the whole indicator: its measures' points together may not exceed it. How
/// they share it is the unit's choice, so a share above the even one only raises the question.
fn shared(subject: &Subject, rows: &[SubjectRow], findings: &mut Vec<Finding>) {
    let Some(first) = rows.first() else {
        return;
    };
    let Some(printed) = first.indicator.full_mark.printed() else {
        return;
    };
    if rows.iter().any(|row| row.measure.full_mark != Entry::Blank) {
        return;
    }
    let mark = printed.mark();
    let points: Vec<&Printed> = rows.iter().filter_map(SubjectRow::reported).collect();
    let sum: Decimal = points.iter().map(|points| points.value).sum();
    let (name, place) = (&first.indicator.name, subject.at_row(first));
    let even = rows.iter().find_map(|row| row.result.full_mark.as_ref());
    let above_even =
        |points: &Decimal| even.is_some_and(|even| Fraction::from(*points) > even.value);
    if sum > mark {
        let addends: Vec<String> = points.iter().map(|p| p.value.to_string()).collect();
        let found = finding(
            CHECK.code,
            (Severity::Error, Outcome::Fails),
            place,
            |lang| words::c05_shared(lang, name, addends.join(" + "), sum, mark),
            words::c05_help,
        );
        findings.push(found.figures(sum, mark));
        return;
    }
    // Points printed once for all measures say nothing about the shares.
    let every = points.len() == rows.len();
    let most = points.iter().map(|p| p.value).max().filter(above_even);
    if let Some(most) = most.filter(|_| every) {
        let found = finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            place,
            |lang| words::c05_uneven(lang, name, most, mark, rows.len(), sum),
            words::c05_uneven_help,
        );
        findings.push(found);
    }
}

fn above(
    name: &Wording,
    points: &Printed,
    mark: Decimal,
    outcome: Outcome,
    place: &Place,
) -> Option<Finding> {
    if points.value <= mark {
        return None;
    }
    // 3 for a full 2.5 printed in whole points: precision, not a proven error.
    let rounded_up = half_up(mark.into(), points.places) == Some(points.value);
    let judgement = match rounded_up {
        true => (Severity::Note, Outcome::Uncertain),
        false => (Severity::Error, outcome),
    };
    let (value, excess) = (points.value, points.value - mark);
    let found = finding(
        CHECK.code,
        judgement,
        place.clone(),
        |lang| words::c05_above(lang, name.get(lang), value, mark, excess),
        words::c05_help,
    );
    Some(found.figures(value, mark))
}

fn negative(name: &Wording, points: &Printed, place: &Place) -> Option<Finding> {
    (points.value < Decimal::ZERO).then(|| {
        let value = points.value;
        let mut found = finding(
            CHECK.code,
            (Severity::Error, Outcome::Fails),
            place.clone(),
            |lang| words::c05_negative(lang, name.get(lang), value),
            words::c05_help,
        );
        found.reported = Some(value.to_string());
        found
    })
}

fn no_number(name: &Wording, text: &str, place: &Place) -> Finding {
    let mut found = finding(
        CHECK.code,
        (Severity::Error, Outcome::Fails),
        place.clone(),
        |lang| words::c05_no_number(lang, name.get(lang), text),
        words::c05_help,
    );
    found.reported = Some(text.to_owned());
    found
}
