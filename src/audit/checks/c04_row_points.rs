//! C04 行得分与规则不一致, in both directions.

use crate::audit::subject::{agrees, difference, finding};
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow, Wording};
use crate::number::Fraction;
use crate::score::{self, Reason};
use crate::sheet::Printed;
use crate::words::findings::arithmetic as words;

pub(super) const CHECK: Check = Check {
    code: "C04",
    title: words::c04_title,
    page: include_str!("../../../docs/checks/C04.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    for row in &subject.rows {
        let Some(reported) = row.reported() else {
            continue;
        };
        match &row.result.outcome {
            score::Outcome::Scored(_) => {
                if let Some(points) = row
                    .earned()
                    .filter(|earned| earned.rounded != reported.value)
                {
                    findings.push(differs(subject, row, reported, points));
                }
            }
            // Points without a target or an actual are C11's matter.
            score::Outcome::Unscored(Reason::Missing(_)) => {}
            score::Outcome::Unscored(reason) => {
                findings.push(unscored(subject, row, reported, reason));
            }
            _ => {}
        }
    }
}

fn differs(
    subject: &Subject,
    row: &SubjectRow,
    reported: &Printed,
    points: score::Points,
) -> Finding {
    let computed = points.rounded;
    let arithmetic =
        Wording::of(|lang| score::arithmetic_on_sheet_scale(subject.evaluation, row.result, lang));
    let found = if row.differs_in_precision() {
        finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            subject.at_row(row),
            |lang| {
                let arithmetic = arithmetic.get(lang);
                words::c04_precision(lang, row.label(lang), reported.value, computed, arithmetic)
            },
            words::c04_precision_help,
        )
    } else if let Some(opposite) = row
        .opposite_points()
        .filter(|other| agrees(reported, *other) && !row.direction_is_sure())
    {
        finding(
            CHECK.code,
            (Severity::Warning, Outcome::Uncertain),
            subject.at_row(row),
            |lang| words::c04_direction(lang, row.label(lang), reported.value, computed, opposite),
            words::c04_direction_help,
        )
    } else if row.mark_is_assumed() && !holds_for_any_mark(row, reported) {
        finding(
            CHECK.code,
            (Severity::Warning, Outcome::Uncertain),
            subject.at_row(row),
            |lang| {
                let arithmetic = arithmetic.get(lang);
                words::c04_inferred(lang, row.label(lang), reported.value, computed, arithmetic)
            },
            words::c04_inferred_help,
        )
    } else {
        let difference = difference(computed, reported.value);
        finding(
            CHECK.code,
            (Severity::Error, Outcome::Fails),
            subject.at_row(row),
            |lang| {
                let (name, arithmetic) =
                    (row.label(lang), row.on_its_mark(arithmetic.get(lang), lang));
                words::c04_differs(
                    lang,
                    name,
                    reported.value,
                    computed,
                    &difference,
                    arithmetic,
                )
            },
            words::c04_differs_help,
        )
    };
    found
        .figures(reported.value, computed)
        .under(subject.clause_of_row(row))
}

fn unscored(subject: &Subject, row: &SubjectRow, reported: &Printed, reason: &Reason) -> Finding {
    let mut found = finding(
        CHECK.code,
        (Severity::Warning, Outcome::Uncertain),
        subject.at_row(row),
        |lang| words::c04_unscored(lang, row.label(lang), reported.value, reason.describe(lang)),
        words::c04_unscored_help,
    );
    found.reported = Some(reported.value.to_string());
    found
}

/// Nothing reached but points given, or everything reached and none given: wrong whatever the mark is.
fn holds_for_any_mark(row: &SubjectRow, reported: &Printed) -> bool {
    row.result.completion.is_some_and(|completion| {
        (completion.is_zero() && !reported.value.is_zero())
            || (completion >= Fraction::ONE && reported.value.is_zero())
    })
}
