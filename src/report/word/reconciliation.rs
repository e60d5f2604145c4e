//! 勾稽: the way from the reported to the recomputed total of every sheet.

use super::body::Body;
use super::name_of;
use super::table::{Cell, Set, Table};
use super::xml::capital;
use crate::report::audit::{AuditedSheet, grades, no_reconciliation};
use crate::report::paper::Paper;
use crate::report::score::signed;
use crate::words::{Lang, papers_word as words};

/// The part, a table a sheet; nothing where there are target tables alone.
pub(super) fn write(body: &mut Body, paper: &Paper) {
    let lang = paper.lang;
    if paper.audited.sheets.is_empty() {
        return;
    }
    body.part(words::reconciliation(lang));
    body.lead(&words::reconciliation_about(lang));
    for sheet in &paper.audited.sheets {
        body.heading(2, &name_of(&sheet.scored));
        match sheet.reconciliation.is_empty() {
            true => body.paragraph(&no_reconciliation(sheet, lang)),
            false => body.table(steps(sheet, lang)),
        }
        if let Some(grades) = grades(sheet, lang) {
            body.note(&capital(&grades));
        }
    }
}

fn steps(sheet: &AuditedSheet, lang: Lang) -> Table {
    let mut table = Table::new([
        (words::step(lang), 6_300, Set::Words),
        (words::row(lang), 1_000, Set::Middle),
        (words::points(lang), 2_000, Set::Figures),
    ])
    .together(sheet.reconciliation.len());
    let last = sheet.reconciliation.len() - 1;
    for (index, step) in sheet.reconciliation.iter().enumerate() {
        let is_end = index == 0 || index == last;
        let amount = match index {
            0 => step.amount.to_string(),
            _ if index == last => format!("= {}", step.amount),
            _ => signed(Some(step.amount)),
        };
        // In between stand names of the sheet.
        let label = match is_end {
            true => capital(&step.label),
            false => step.label.clone(),
        };
        table.row([
            Cell::of(label).strong(is_end),
            Cell::of(step.row.as_deref().unwrap_or_default()),
            Cell::of(amount).strong(is_end),
        ]);
    }
    table
}
