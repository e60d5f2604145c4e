//! C01 总分与各部分之和不一致.

use rust_decimal::Decimal;

use crate::audit::subject::{agrees, finding, half_up};
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject};
use crate::score::{self, GroupResult, show};
use crate::sheet::Printed;
use crate::words::findings::arithmetic as words;

pub(super) const CHECK: Check = Check {
    code: "C01",
    title: words::c01_title,
    page: include_str!("../../../docs/checks/C01.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let (sheet, evaluation) = (subject.sheet(), subject.evaluation);
    for group in &evaluation.groups {
        findings.extend(group_points(subject, group));
    }
    let Some(total) = sheet.total.printed() else {
        return;
    };
    // Where the rule does more than adding the parts, its own total is what the print is held against.
    let more_than_a_sum = !evaluation.groups.is_empty() || evaluation.pack.total.is_some();
    if let (true, Ok(computed)) = (more_than_a_sum, &evaluation.total) {
        let computed = *computed;
        if agrees(total, computed.into()) {
            return;
        }
        if !evaluation.groups.is_empty() {
            let found = finding(
                CHECK.code,
                (Severity::Error, Outcome::Fails),
                subject.at(&total.origin),
                |lang| words::c01_by_rule(lang, total.value, computed),
                words::c01_by_rule_help,
            );
            findings.push(found.figures(total.value, computed));
            return;
        }
    }
    let points: Option<Vec<Decimal>> = subject
        .rows
        .iter()
        .map(|row| Some(row.reported()?.value))
        .collect();
    let Some(rows) = points.map(|points| points.iter().sum::<Decimal>()) else {
        return;
    };
    let Some(execution) = sheet.budget.total.points.printed() else {
        implied_execution(subject, total, rows, findings);
        return;
    };
    let sum = rows + execution.value;
    if agrees(total, sum.into()) {
        return;
    }
    findings.push(
        finding(
            CHECK.code,
            (Severity::Error, Outcome::Fails),
            subject.at(&total.origin),
            |lang| words::c01(lang, total.value, rows, execution.value, sum),
            words::c01_help,
        )
        .figures(total.value, sum),
    );
}

/// A group's points, against what the rule makes of its rows.
fn group_points(subject: &Subject, group: &GroupResult) -> Option<Finding> {
    let printed = subject.evaluation.reported_group(&group.label)?;
    let score::Outcome::Scored(computed) = &group.outcome else {
        return None;
    };
    if agrees(printed, computed.exact) || agrees(printed, computed.rounded.into()) {
        return None;
    }
    let (earned, possible, weight) = (show(group.earned), show(group.possible), show(group.weight));
    let found = finding(
        CHECK.code,
        (Severity::Error, Outcome::Fails),
        subject.at(&printed.origin),
        |lang| {
            let (label, points) = (&group.label, computed.rounded);
            words::c01_group(
                lang,
                label,
                printed.value,
                points,
                &earned,
                &possible,
                &weight,
            )
        },
        words::c01_by_rule_help,
    );
    let mut found = found.figures(printed.value, computed.rounded);
    found.rule = subject.clause(&group.citation);
    Some(found)
}

/// The execution points are not printed: what the total leaves for them must be what the rate gives.
fn implied_execution(
    subject: &Subject,
    total: &Printed,
    rows: Decimal,
    findings: &mut Vec<Finding>,
) {
    let (total, origin) = (total.value, &total.origin);
    let implied = total - rows;
    let Some(computed) = subject.evaluation.execution_on_sheet_scale() else {
        return;
    };
    let places = implied.scale();
    if half_up(computed.exact, places) == Some(implied) {
        return;
    }
    findings.push(
        finding(
            CHECK.code,
            (Severity::Warning, Outcome::Uncertain),
            subject.at(origin),
            |lang| words::c01_implied(lang, total, rows, implied, computed.rounded),
            words::c01_implied_help,
        )
        .figures(implied, computed.rounded),
    );
}
