//! C02 分值不合计.

use rust_decimal::Decimal;

use crate::audit::subject::{finding, signed};
use crate::audit::{Check, Finding, Label, Outcome, Run, Severity, Subject, SubjectRow};
use crate::score::{Closing, Declared, Scaling, show, sum_of_marks};
use crate::sheet::Entry;
use crate::words::findings::arithmetic as words;

pub(super) const CHECK: Check = Check {
    code: "C02",
    title: words::c02_title,
    page: include_str!("../../../docs/checks/C02.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    if unreadable(subject, findings) {
        return;
    }
    header(subject, findings);
    let (with, without): (Vec<&SubjectRow>, Vec<&SubjectRow>) =
        subject.rows.iter().partition(|row| has_mark(row));
    let without: Vec<_> = without
        .into_iter()
        .filter(|row| row.measure.applicable)
        .collect();
    if with.is_empty() {
        inferred(subject, findings);
    } else if let Some(first) = without.first() {
        some_missing(subject, first, &without, findings);
    } else {
        sum(subject, findings);
        levels(subject, findings);
    }
}

/// Marks that are no number; with one of them nothing can be added up.
fn unreadable(subject: &Subject, findings: &mut Vec<Finding>) -> bool {
    let sheet = subject.sheet();
    let shared = sheet.indicators.iter().map(|one| &one.full_mark);
    let own = subject.rows.iter().map(|row| &row.measure.full_mark);
    let marks = [&sheet.budget.full_mark, &sheet.indicators_full_mark];
    let before = findings.len();
    for entry in marks.into_iter().chain(shared).chain(own) {
        if let Entry::Unreadable { text, origin } = entry {
            findings.push(finding(
                CHECK.code,
                (Severity::Warning, Outcome::Uncertain),
                subject.at(origin),
                |lang| words::c02_unreadable(lang, text),
                words::c02_unreadable_help,
            ));
        }
    }
    findings.len() > before
}

/// The parts the header declares: together the full total, one by one the pack's.
fn header(subject: &Subject, findings: &mut Vec<Finding>) {
    let (sheet, pack) = (subject.sheet(), &subject.evaluation.pack);
    let execution = sheet.budget.full_mark.printed();
    let indicators = sheet.indicators_full_mark.printed();
    let whole = pack.whole();
    if let (Some(execution), Some(indicators)) = (execution, indicators) {
        let (a, b) = (execution.mark(), indicators.mark());
        if a + b != whole {
            let found = finding(
                CHECK.code,
                (Severity::Error, Outcome::Fails),
                subject.at(&indicators.origin),
                |lang| words::c02_parts(lang, a, b, a + b, whole),
                words::c02_parts_help,
            );
            findings.push(found.figures(a + b, whole));
            return;
        }
    }
    let parts = [
        (
            words::c02_execution as Label,
            execution,
            pack.execution_weight(),
            pack.execution_citation(),
        ),
        (
            words::c02_indicators,
            indicators,
            pack.indicators.weight,
            pack.indicators.citation.as_str(),
        ),
    ];
    // Where both parts differ they do so by the same amount; one finding says it.
    let other = parts
        .into_iter()
        .find_map(|(part, printed, weight, citation)| {
            let printed = printed.filter(|printed| printed.mark() != weight)?;
            Some((part, printed, weight, citation))
        });
    if let Some((part, printed, weight, citation)) = other {
        let found = finding(
            CHECK.code,
            (Severity::Warning, Outcome::Uncertain),
            subject.at(&printed.origin),
            |lang| words::c02_other_rule(lang, part(lang), printed.mark(), pack.name(), weight),
            words::c02_other_rule_help,
        );
        let rule = subject.clause(citation);
        findings.push(found.figures(printed.mark(), weight).under(rule));
    }
}

/// No marks are printed, and those inferred do not close. An unfilled form says nothing about marks.
fn inferred(subject: &Subject, findings: &mut Vec<Finding>) {
    let inference = subject.evaluation.inference.as_ref();
    let Some(inference) = inference.filter(|inference| !inference.closes()) else {
        return;
    };
    if subject.rows.iter().all(|row| row.reported().is_none()) {
        return;
    }
    let (shown, filled) = (show(inference.shown), show(inference.filled));
    findings.push(finding(
        CHECK.code,
        (Severity::Warning, Outcome::Uncertain),
        subject.at(&subject.sheet().origin),
        |lang| words::c02_inferred(lang, &shown, &filled, inference.declared, inference.open),
        words::c02_inferred_help,
    ));
}

fn some_missing(
    subject: &Subject,
    first: &SubjectRow,
    without: &[&SubjectRow],
    findings: &mut Vec<Finding>,
) {
    let (sum, declared) = (sum_of_marks(subject.sheet(), |_| true).0, declared(subject));
    // The marks already add up: one of them may be meant for several rows.
    let outcome = match sum == declared {
        true => Outcome::Uncertain,
        false => Outcome::Fails,
    };
    findings.push(finding(
        CHECK.code,
        (Severity::Warning, outcome),
        subject.at_row(first),
        |lang| {
            let names: Vec<String> = without.iter().map(|row| row.label(lang)).collect();
            words::c02_missing(lang, without.len(), names.join("、"), sum, declared)
        },
        words::c02_missing_help,
    ));
}

fn sum(subject: &Subject, findings: &mut Vec<Finding>) {
    let Some(marks) = &subject.evaluation.printed_marks else {
        return;
    };
    let (sum, declared) = (marks.sum, marks.declared);
    // 90 without a header: perhaps another rule, with 10 for the execution part.
    let usual = &subject.profile.execution_marks;
    let other_rule = usual
        .iter()
        .any(|mark| mark.0 == (marks.whole - sum).into());
    let judgement = match marks.closing() {
        Closing::Even => return,
        Closing::Rounding => (Severity::Note, Outcome::Uncertain),
        Closing::Weights => (Severity::Warning, Outcome::Uncertain),
        Closing::Open if marks.by == Declared::Pack && other_rule => {
            (Severity::Error, Outcome::Uncertain)
        }
        Closing::Open => (Severity::Error, Outcome::Fails),
    };
    let found = finding(
        CHECK.code,
        judgement,
        subject.at(&subject.sheet().origin),
        |lang| {
            let by = match marks.by {
                Declared::Header => words::c02_by_header(lang),
                Declared::Execution => words::c02_by_execution(lang, marks.whole - declared),
                Declared::Pack => words::c02_by_pack(lang, subject.evaluation.pack.name()),
            };
            let difference = signed(declared - sum);
            match marks.closing() {
                Closing::Weights => words::c02_weights(lang, sum, declared, by),
                _ => words::c02_sum(lang, sum, declared, by, difference),
            }
        },
        words::c02_sum_help,
    );
    findings.push(found.figures(sum, declared));
}

/// Level by level against the pack, where the sheet uses the pack's scale at all.
fn levels(subject: &Subject, findings: &mut Vec<Finding>) {
    let part = &subject.evaluation.pack.indicators;
    if part.levels.is_empty() || sum_of_marks(subject.sheet(), |_| true).0 != part.weight {
        return;
    }
    for (level, weight) in &part.levels {
        let scaled = subject
            .rows
            .iter()
            .find_map(|row| match &row.result.scaling {
                Scaling::Level {
                    level: own, sum, ..
                } if own == level => Some((row, *sum)),
                _ => None,
            });
        let Some((row, sum)) = scaled.filter(|(_, sum)| *sum != (*weight).into()) else {
            continue;
        };
        // A unit may have been allowed other weights; the sheet cannot show that.
        let found = finding(
            CHECK.code,
            (Severity::Warning, Outcome::Uncertain),
            subject.at(&row.indicator.origin),
            |lang| words::c02_level(lang, level, show(sum), weight),
            words::c02_other_rule_help,
        );
        let rule = subject.clause(&part.citation);
        findings.push(found.figures(show(sum), weight).under(rule));
    }
}

fn has_mark(row: &SubjectRow) -> bool {
    row.measure.full_mark != Entry::Blank || row.indicator.full_mark != Entry::Blank
}

/// What all marks should add up to.
fn declared(subject: &Subject) -> Decimal {
    let declared = subject.sheet().indicators_full_mark.mark();
    declared.unwrap_or(subject.evaluation.pack.indicators.weight)
}
