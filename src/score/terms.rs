//! What a question lays down before a sheet is scored again.

use std::collections::BTreeMap;

use super::evaluation::{Evaluation, FullMark, FullMarkSource};
use super::full_mark::Inference;
use super::judgement::Judged;
use super::marks::PrintedMarks;
use crate::number::Fraction;
use crate::rules::RulePack;
use crate::sheet::{Printed, Sheet};

/// What is given from outside when a changed copy of a sheet is scored.
#[derive(Debug, Clone, Default)]
pub struct Terms<'a> {
    /// The evaluation of the sheet before it was changed. How its print is to be read (the marks that
    /// were inferred, what its printed marks add up to) is taken from there: a changed actual must not
    /// change what the published points say about a mark.
    pub base: Option<&'a Evaluation>,
    /// 评定得分: points a person awards in place of the rule's, by the number of the row, on the
    /// sheet's own scale.
    pub awarded: BTreeMap<u32, Printed>,
}

impl Terms<'_> {
    /// Whether the pack gave every mark of the sheet before it was changed.
    pub(super) fn shared(&self) -> bool {
        let of_pack = |mark: &FullMark| mark.source == FullMarkSource::Pack;
        self.base.is_some_and(|base| {
            let mut marks = base.rows.iter().map(|row| row.full_mark.as_ref());
            marks.all(|mark| mark.is_some_and(of_pack))
        })
    }

    /// What the printed marks add up to: as printed, unless they added up to nothing useful.
    pub(super) fn printed_marks(&self, sheet: &Sheet, pack: &RulePack) -> Option<PrintedMarks> {
        let before = self.base.and_then(|base| base.printed_marks.as_ref());
        match before.filter(|marks| !marks.forbid_a_total()) {
            Some(marks) => Some(marks.clone()),
            None if self.base.is_some_and(|base| base.inference.is_some()) => None,
            None => PrintedMarks::of(sheet, pack),
        }
    }

    /// Gives every row the mark that was inferred before, except rows that were given another.
    pub(super) fn inferred(&self, judged: &mut [Judged]) -> Option<Inference> {
        let base = self.base?;
        let inference = base.inference.as_ref()?;
        for (judged, before) in judged.iter_mut().zip(&base.rows) {
            match std::mem::replace(&mut judged.printed, Ok(None)) {
                Ok(Some(mark)) => judged.row.full_mark = Some(mark),
                _ => judged.row.full_mark = before.full_mark.clone(),
            }
            if judged.row.full_mark.is_none() {
                judged.refuse(super::Reason::FullMarkOpen);
            }
        }
        if inference.closes() {
            return Some(inference.clone());
        }
        // Marks that were open or did not close may do so now.
        let marks = || judged.iter().map(|judged| judged.row.full_mark.as_ref());
        let shown = marks()
            .flatten()
            .try_fold(Fraction::ZERO, |sum, mark| sum.plus(mark.value));
        Some(Inference {
            shown: shown.unwrap_or(Fraction::ZERO),
            filled: Fraction::ZERO,
            open: marks().filter(|mark| mark.is_none()).count(),
            ..inference.clone()
        })
    }
}
