//! C15 指标与批复的目标表不一致.

use crate::audit::plans::{annual_by_key, rows_by_key};
use crate::audit::subject::{finding, shown};
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, Subject, SubjectRow, TargetSubject,
    Together, text,
};
use crate::value::Value;
use crate::words::findings::{self, targets as words};

pub(super) const CHECK: Check = Check {
    code: "C15",
    title: words::c15_title,
    page: include_str!("../../../docs/checks/C15.md"),
    run: Run::Across(run),
};

/// The most pairs of names that are compared; beyond any real form, nothing is said of single rows.
const MOST_PAIRS: usize = 100_000;

fn run(together: &Together, findings: &mut Vec<Finding>) {
    for (table, sheet) in together.approved() {
        compare_rows(table, sheet, findings);
    }
}

fn compare_rows(table: &TargetSubject, sheet: &Subject, findings: &mut Vec<Finding>) {
    let (promised, reported) = (annual_by_key(table), rows_by_key(sheet));
    let missing = promised
        .iter()
        .filter(|(key, _)| !reported.contains_key(*key));
    let mut dropped: Vec<&PromisedRow> = missing.map(|(_, rows)| rows[0]).collect();
    // What the table promises nothing for this year is not expected.
    dropped.retain(|row| {
        row.target()
            .is_some_and(|one| one.0.value != Value::Missing)
    });
    let extra = reported
        .iter()
        .filter(|(key, _)| !promised.contains_key(*key));
    let mut added: Vec<&SubjectRow> = extra.map(|(_, rows)| rows[0]).collect();
    if dropped.len().saturating_mul(added.len()) > MOST_PAIRS {
        return;
    }
    dropped.sort_by_key(|row| row.number);
    added.sort_by_key(|row| row.measure.row);
    // Where most names differ, the table was hardly the one approved for this sheet.
    let related = dropped.len() * 2 <= promised.len();
    let mut taken: Vec<u32> = Vec::new();
    for row in dropped {
        let renamed = added.iter().find(|other| {
            !taken.contains(&other.measure.row) && alike(sheet, row.name(), &other.indicator.name)
        });
        taken.extend(renamed.map(|other| other.measure.row));
        let grade = match (renamed, related) {
            (None, true) => (Severity::Warning, Outcome::Fails),
            (None, false) => (Severity::Warning, Outcome::Uncertain),
            (Some(_), _) => (Severity::Note, Outcome::Uncertain),
        };
        let message = |lang| {
            let (name, id) = (row.name(), &sheet.sheet().id);
            match renamed {
                Some(other) => words::c15_renamed(lang, name, &other.indicator.name, id),
                None => {
                    let target = row.target().map(|target| shown(&target.0, lang));
                    let target = target.unwrap_or_else(|| findings::empty_cell(lang));
                    words::c15_dropped(lang, name, target, id)
                }
            }
        };
        let place = table.at_row(row);
        findings.push(row.sure(finding(CHECK.code, grade, place, message, words::c15_help)));
    }
    for row in added.iter().filter(|row| !taken.contains(&row.measure.row)) {
        findings.push(finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            sheet.at_row(row),
            |lang| {
                let target = shown(&row.measure.target.0, lang);
                words::c15_added(lang, &row.indicator.name, target, &table.table.id)
            },
            words::c15_help,
        ));
    }
}

/// Whether two names share half of the shorter one's pieces, and never fewer than the profile asks for.
fn alike(sheet: &Subject, a: &str, b: &str) -> bool {
    let (a, b) = (text::pieces(a), text::pieces(b));
    let enough = a.len().min(b.len()).div_ceil(2);
    text::shared(&a, &b) >= enough.max(sheet.profile.shared_pieces)
}
