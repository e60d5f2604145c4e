//! C31 指标值与批复的目标表不同.

use crate::audit::compare::{Comparison, compare};
use crate::audit::plans::{annual_by_key, rows_by_key};
use crate::audit::subject::finding;
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, Subject, SubjectRow, TargetSubject,
    Together, text,
};
use crate::sheet::Direction;
use crate::words::findings::targets as words;

pub(super) const CHECK: Check = Check {
    code: "C31",
    title: words::c31_title,
    page: include_str!("../../../docs/checks/C31.md"),
    run: Run::Across(run),
};

fn run(together: &Together, findings: &mut Vec<Finding>) {
    for (table, sheet) in together.approved() {
        let promised = annual_by_key(table);
        let mut found: Vec<Finding> = rows_by_key(sheet)
            .iter()
            .filter_map(|(key, rows)| match (&rows[..], &promised.get(key)?[..]) {
                ([row], [promise]) => changed(table, sheet, row, promise),
                _ => None,
            })
            .collect();
        found.sort_by_key(|finding| finding.place.row);
        findings.extend(found);
    }
}

fn changed(
    table: &TargetSubject,
    sheet: &Subject,
    row: &SubjectRow,
    promise: &PromisedRow,
) -> Option<Finding> {
    let (target, approved) = (&row.measure.target.0, promise.target()?);
    if compare(target, &approved.0) != Comparison::Different {
        return None;
    }
    let doubts = !target.doubts.is_empty() || !approved.0.doubts.is_empty();
    let lower = match (
        promise.direction(approved),
        target.number(),
        approved.0.number(),
    ) {
        (Some((Direction::AtLeast, sure)), Some(now), Some(then)) if now < then => Some(sure),
        (Some((Direction::AtMost, sure)), Some(now), Some(then)) if now > then => Some(sure),
        _ => None,
    };
    let same_name = text::plain(&row.indicator.name) == text::plain(promise.name());
    let grade = match lower {
        Some(true) if same_name && !doubts => (Severity::Warning, Outcome::Fails),
        Some(_) => (Severity::Warning, Outcome::Uncertain),
        None => (Severity::Note, Outcome::Uncertain),
    };
    let found = finding(
        CHECK.code,
        grade,
        sheet.at_row(row),
        |lang| {
            let (name, table) = (&row.indicator.name, &table.table.id);
            match lower {
                Some(_) => words::c31_lower(lang, name, &target.text, table, &approved.0.text),
                None => words::c31_other(lang, name, &target.text, table, &approved.0.text),
            }
        },
        words::c31_help,
    );
    Some(promise.sure(found.figures(&target.text, &approved.0.text)))
}
