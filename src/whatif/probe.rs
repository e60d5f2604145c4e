//! One working copy for many questions.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::edit::Edited;
use super::sample::Band;
use super::{Change, Key, Prepared, RowKey, Stopped};
use crate::score::{Evaluation, Unscorable};

/// A copy of sheet and pack that is changed in place and taken back before every question, for those who
/// ask thousands of them and want nothing but total and grade.
pub struct Probe<'p, 's> {
    prepared: &'p Prepared<'s>,
    edited: Edited,
}

/// Total and grade under some changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// 总分, or why there is none.
    pub total: Result<Decimal, Unscorable>,
    /// Index of the grade band; `None` without one.
    pub grade: Option<usize>,
}

impl Tried {
    pub(super) fn of(evaluation: &Evaluation) -> Tried {
        Tried {
            total: evaluation.total.clone(),
            grade: evaluation.grade,
        }
    }

    /// What makes the grade: none without a total is not the same as none in a hole between bands.
    pub(super) fn band(&self) -> Band {
        (self.total.is_ok(), self.grade)
    }
}

impl<'s> Prepared<'s> {
    /// A working copy.
    pub fn probe(&self) -> Probe<'_, 's> {
        Probe {
            prepared: self,
            edited: Edited {
                silent: true,
                ..Edited::none(self.baseline())
            },
        }
    }
}

impl Probe<'_, '_> {
    /// Total and grade as [`Prepared::apply`] gives them for the same changes.
    ///
    /// # Errors
    /// As for [`Prepared::apply`].
    pub fn score(&mut self, changes: &[Change]) -> Result<Tried, Stopped> {
        Ok(Tried::of(&self.evaluate(changes)?))
    }

    /// The same with everything about the result.
    pub(super) fn evaluate(&mut self, changes: &[Change]) -> Result<Evaluation, Stopped> {
        let base = self.prepared.baseline();
        self.edited.take_back(base);
        self.edited
            .make_all(base, changes)
            .map_err(Stopped::Refused)?;
        Ok(self.prepared.evaluate(&self.edited)?)
    }
}

impl Edited {
    /// Undoes what was changed. The copies stay, so that the next change copies nothing.
    fn take_back(&mut self, base: &crate::score::Evaluation) {
        if !Arc::ptr_eq(&self.pack, &base.pack) {
            let pack = Arc::make_mut(&mut self.pack);
            pack.execution.clone_from(&base.pack.execution);
            pack.indicators.clone_from(&base.pack.indicators);
            pack.rounding.clone_from(&base.pack.rounding);
            pack.params.clone_from(&base.pack.params);
        }
        if !Arc::ptr_eq(&self.sheet, &base.sheet) {
            let sheet = Arc::make_mut(&mut self.sheet);
            sheet.budget.clone_from(&base.sheet.budget);
            for made in &self.made {
                let (Key::Row(_, key), Some(row)) = (&made.key, made.row) else {
                    continue;
                };
                let row = &base.rows[row];
                let (own, before) = (
                    &mut sheet.indicators[row.indicator].measures[row.measure],
                    base.measure(row),
                );
                match key {
                    RowKey::FullMark => own.full_mark.clone_from(&before.full_mark),
                    _ => own.clone_from(before),
                }
            }
        }
        self.awarded.clear();
        self.made.clear();
    }
}
