//! C31 指标值与批复的目标表不同.

use crate::audit::compare::{Comparison, compare};
use crate::audit::join::{Basis, How};
use crate::audit::subject::finding;
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, Subject, SubjectRow, TargetSubject,
    Together, rows,
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
    for approved in together.approved() {
        let (table, sheet, basis) = (approved.table, approved.sheet, &approved.basis);
        let mut pairs: Vec<_> = approved.rows.pairs.iter().collect();
        pairs.sort_unstable_by_key(|(_, row, _)| *row);
        findings.extend(pairs.iter().filter_map(|(promise, row, how)| {
            let (row, promise) = (&sheet.rows[*row], &table.annual[*promise]);
            changed(table, sheet, row, promise, *how, basis)
        }));
    }
}

fn changed(
    table: &TargetSubject,
    sheet: &Subject,
    row: &SubjectRow,
    promise: &PromisedRow,
    how: How,
    documents: &Basis,
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
    let is_alike = matches!(how, How::Alike { .. });
    let basis = rows::basis(table.profile, promise, row, how).and(documents);
    let grade = match lower {
        Some(true) if !doubts => (Severity::Warning, Outcome::Fails),
        Some(_) => (Severity::Warning, Outcome::Uncertain),
        // Of names that are only alike, a target that is not lower shows nothing.
        None if is_alike => return None,
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
    let found = found.figures(&target.text, &approved.0.text);
    Some(basis.under(promise.sure(found)))
}
