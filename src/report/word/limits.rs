//! What the paper covers, and what everything in it has to be read with.

use super::body::Body;
use super::head::packs;
use crate::report::paper::{Paper, Subject};
use crate::report::score::{FullMarkFrom, Status};
use crate::words::papers_word as words;

/// The points of the list.
pub(super) fn write(body: &mut Body, paper: &Paper) {
    let lang = paper.lang;
    body.heading(2, &words::limits(lang));
    match paper.subject {
        Subject::Audit => {
            body.item(&words::limit_audit(lang));
            body.item(&words::limit_uncertain(lang));
            if let Some(left_out) = paper.audited.left_out(lang) {
                body.item(&left_out);
            }
        }
        Subject::Score => body.item(&words::limit_score(lang)),
        Subject::WhatIf => body.item(&words::limit_whatif(lang)),
    }
    for pack in packs(paper).into_iter().filter(|pack| !pack.verified()) {
        body.item(&words::limit_unverified(lang, pack.name()));
    }
    for (sheet, evaluation) in paper.audited.sheets.iter().zip(&paper.evaluations) {
        let sheet = &sheet.scored;
        let rows = sheet.rows.iter();
        let unscored = rows.filter(|row| row.status == Status::Unscored && !row.dropped);
        let unscored = unscored.count();
        if unscored > 0 {
            body.item(&words::limit_unscored(lang, &sheet.id, unscored));
        }
        let mut marks = sheet.rows.iter().map(|row| row.full_mark_source);
        if marks.any(|source| source == Some(FullMarkFrom::Inferred)) {
            body.item(&words::limit_inferred(lang, &sheet.id));
        }
        if let (Some(false), Some(year)) = (sheet.rules.in_force, sheet.year) {
            body.item(&words::limit_year(
                lang,
                &sheet.id,
                evaluation.pack.name(),
                year,
            ));
        }
        for note in &sheet.notes {
            body.item(&words::note_of(lang, &sheet.id, note));
        }
    }
}
