//! C15 指标与批复的目标表不一致.

use std::collections::HashMap;

use crate::audit::join::{How, Open};
use crate::audit::subject::{finding, shown};
use crate::audit::together::Approved;
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, Subject, SubjectRow, TargetSubject,
    Together, rows, text,
};
use crate::value::Value;
use crate::words::Lang;
use crate::words::findings::{self, targets as words};

pub(super) const CHECK: Check = Check {
    code: "C15",
    title: words::c15_title,
    page: include_str!("../../../docs/checks/C15.md"),
    run: Run::Across(run),
};

const DOUBT: (Severity, Outcome) = (Severity::Note, Outcome::Uncertain);

fn run(together: &Together, findings: &mut Vec<Finding>) {
    which_table(together, findings);
    for approved in together.approved() {
        compare_rows(approved, findings);
    }
}

/// Tables of which it is open whether, or for which sheet, they were approved.
fn which_table(together: &Together, findings: &mut Vec<Finding>) {
    let table = |index: &usize| &together.tables[*index];
    let tables =
        |indices: &[usize], lang| list(lang, indices.iter().map(|one| &table(one).table.id));
    let mut say = |first: &usize, message: &dyn Fn(Lang) -> String| {
        let place = table(first).at(&table(first).table.origin);
        findings.push(finding(CHECK.code, DOUBT, place, message, words::c15_help));
    };
    for rivals in &together.copied_tables.rivals {
        let compared =
            together.of_table(rivals[0], table(&rivals[0]).table.year.unwrap_or_default());
        if compared.iter().any(|one| one.same_project) {
            say(&rivals[0], &|lang| {
                words::c15_several_tables(lang, tables(rivals, lang))
            });
        }
    }
    for (left, right) in &together.open {
        say(&left[0], &|lang| {
            let sheets = right.iter().map(|one| &together.sheets[*one].sheet().id);
            words::c15_open_tables(lang, tables(left, lang), list(lang, sheets))
        });
    }
}

fn compare_rows(approved: &Approved, findings: &mut Vec<Finding>) {
    let (table, sheet, basis) = (approved.table, approved.sheet, &approved.basis);
    let joined = &approved.rows;
    for open in &joined.open {
        findings.extend(unsettled(table, sheet, open));
    }
    for (left, right, how) in &joined.pairs {
        let (promise, row) = (&table.annual[*left], &sheet.rows[*right]);
        if let How::Alike { .. } = how {
            let (name, other) = (promise.name(), &row.indicator.name);
            let message = |lang| words::c15_renamed(lang, name, other, &sheet.sheet().id);
            let found = finding(
                CHECK.code,
                DOUBT,
                table.at_row(promise),
                message,
                words::c15_help,
            );
            findings.push(
                rows::basis(table.profile, promise, row, *how)
                    .and(basis)
                    .under(found),
            );
        }
    }
    if !joined.measured {
        return;
    }
    let mut named: HashMap<String, &SubjectRow> = HashMap::new();
    for row in &sheet.rows {
        named.entry(text::plain(&row.indicator.name)).or_insert(row);
    }
    // What the table promises nothing for this year is not expected.
    let dropped = joined.left.iter().filter_map(|(left, near)| {
        let row = &table.annual[*left];
        row.target().filter(|one| one.0.value != Value::Missing)?;
        // One of the very name says more than one that is alike.
        let same = named.get(&text::plain(row.name())).copied();
        Some((row, same.or(near.map(|near| &sheet.rows[near]))))
    });
    let dropped: Vec<(&PromisedRow, Option<&SubjectRow>)> = dropped.collect();
    // Where most names differ, the table was hardly the one approved for this sheet.
    let related = dropped.len() * 2 <= table.annual.len();
    for (row, near) in dropped {
        let outcome = match near.is_none() && related {
            true => Outcome::Fails,
            false => Outcome::Uncertain,
        };
        let message = |lang| {
            let (name, id) = (row.name(), &sheet.sheet().id);
            let target = row.target().map(|target| shown(&target.0, lang));
            let target = target.unwrap_or_else(|| findings::empty_cell(lang));
            match near {
                Some(other) => words::c15_near(lang, name, target, id, &other.indicator.name),
                None => words::c15_dropped(lang, name, target, id),
            }
        };
        let grade = (Severity::Warning, outcome);
        let found = finding(
            CHECK.code,
            grade,
            table.at_row(row),
            message,
            words::c15_help,
        );
        findings.push(basis.under(row.sure(found)));
    }
    let mut added: Vec<&SubjectRow> = joined
        .right
        .iter()
        .map(|right| &sheet.rows[*right])
        .collect();
    added.sort_by_key(|row| row.measure.row);
    for row in added {
        let message = |lang| {
            let target = shown(&row.measure.target.0, lang);
            words::c15_added(lang, &row.indicator.name, target, &table.table.id)
        };
        let found = finding(
            CHECK.code,
            DOUBT,
            sheet.at_row(row),
            message,
            words::c15_help,
        );
        findings.push(basis.under(found));
    }
}

/// Rows that cannot be told apart; of no matter where both sides say the same.
fn unsettled(table: &TargetSubject, sheet: &Subject, open: &Open) -> Option<Finding> {
    let promises: Vec<&PromisedRow> = open.left.iter().map(|one| &table.annual[*one]).collect();
    let candidates: Vec<&SubjectRow> = open.right.iter().map(|one| &sheet.rows[*one]).collect();
    let promised = promises.iter().filter_map(|row| row.target());
    let mut promised: Vec<String> = promised.map(|one| text::plain(&one.0.text)).collect();
    let reported = candidates
        .iter()
        .map(|row| text::plain(&row.measure.target.0.text));
    let mut reported: Vec<String> = reported.collect();
    promised.sort_unstable();
    reported.sort_unstable();
    let first = promises.first().filter(|_| promised != reported)?;
    let message = |lang| {
        let candidates = candidates.iter().map(|row| {
            let target = shown(&row.measure.target.0, lang);
            words::c15_candidate(lang, row.measure.row, &row.indicator.name, target)
        });
        let candidates = candidates
            .collect::<Vec<_>>()
            .join(&findings::separator(lang));
        words::c15_open(lang, first.name(), &sheet.sheet().id, candidates)
    };
    Some(finding(
        CHECK.code,
        DOUBT,
        table.at_row(first),
        message,
        words::c15_help,
    ))
}

fn list<'n>(lang: Lang, ids: impl Iterator<Item = &'n String>) -> String {
    let ids: Vec<&str> = ids.map(String::as_str).collect();
    ids.join(&findings::separator(lang))
}
