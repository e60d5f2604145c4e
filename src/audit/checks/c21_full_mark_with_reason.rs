//! C21 得满分却说明没有完成.

use crate::audit::statement::{explanations, statements, surest};
use crate::audit::subject::{finding, shown};
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow};
use crate::number::Fraction;
use crate::words::findings::consistency as words;

pub(super) const CHECK: Check = Check {
    code: "C21",
    title: words::c21_title,
    page: include_str!("../../../docs/checks/C21.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let lists = &subject.profile.words;
    let passages = explanations(subject);
    let mut said = statements(subject, &passages, &lists.not_reached);
    said.extend(statements(subject, &passages, &lists.not_carried_out));
    for (_, rows) in subject.indicators() {
        let Some(statement) = surest(&said, rows[0].result.indicator) else {
            continue;
        };
        let Some(row) = rows.iter().find(|row| is_unmet(row) && is_full(row)) else {
            continue;
        };
        // Points that round up to the full mark are C04's difference of precision.
        let grade = if row.differs_in_precision() {
            (Severity::Note, Outcome::Uncertain)
        } else if statement.sure && is_full_for_any_mark(row) {
            (Severity::Warning, Outcome::Fails)
        } else {
            (Severity::Warning, Outcome::Uncertain)
        };
        let (Some(reported), Some(mark)) = (row.reported(), row.result.full_mark.as_ref()) else {
            continue;
        };
        let mut found = finding(
            CHECK.code,
            grade,
            subject.at_row(&rows[0]),
            |lang| {
                words::c21(
                    lang,
                    row.label(lang),
                    reported.value,
                    row.on_its_mark(&mark.value.to_string(), lang),
                    shown(&row.measure.target.0, lang),
                    shown(&row.measure.actual.0, lang),
                    &statement.sentence,
                )
            },
            words::c21_help,
        );
        found.reported = Some(reported.value.to_string());
        findings.push(found);
    }
}

/// Below the target and below the full mark by the rule too (a step can give it all at 95 %), or not
/// comparable at all.
fn is_unmet(row: &SubjectRow) -> bool {
    match row.result.outcome.points() {
        Some(points) => {
            let below = row.result.completion.is_some_and(|c| c < Fraction::ONE);
            let mark = row.result.effective_full_mark();
            below && mark.is_none_or(|mark| Fraction::from(points) < mark)
        }
        None => !matches!(row.result.outcome, crate::score::Outcome::Dropped),
    }
}

fn is_full(row: &SubjectRow) -> bool {
    let (Some(reported), Some(mark)) = (row.reported(), &row.result.full_mark) else {
        return false;
    };
    !reported.value.is_zero() && mark.value == Fraction::from(reported.value)
}

/// A mark that was inferred may be higher than the points: 31 of 52 and 2 points may be 2 of 3. Points for
/// nothing done are too many whatever it is.
fn is_full_for_any_mark(row: &SubjectRow) -> bool {
    !row.mark_is_assumed() || row.result.completion.is_none_or(Fraction::is_zero)
}
