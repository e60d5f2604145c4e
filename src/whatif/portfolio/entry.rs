//! What is kept of one sheet.

use std::cmp::Ordering;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::Portfolio;
use crate::rules::pack::GradeBand;
use crate::score::Evaluation;
use crate::whatif::{Remark, Share};

/// A grade of a portfolio, see [`Portfolio::grade`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GradeId(pub(super) usize);

/// A total and its grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<G> {
    /// 总分; `None` when it cannot be given.
    pub total: Option<Decimal>,
    /// 评价等级; `None` without a total, or with one in no band.
    pub grade: Option<G>,
}

impl Standing<GradeBand> {
    /// Where an evaluation stands.
    pub fn of(evaluation: &Evaluation) -> Standing<GradeBand> {
        let bands = &evaluation.pack.grades;
        let band = evaluation.grade.and_then(|index| bands.get(index));
        Standing {
            total: evaluation.total.as_ref().ok().copied(),
            grade: band.cloned(),
        }
    }
}

/// What a scenario made of a sheet, on its way into a portfolio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The result.
    pub standing: Standing<GradeBand>,
    /// The rule, as `pack@edition`.
    pub rules: String,
    /// Whether any of its changes could be made, or there was none to make.
    pub fits: bool,
    /// What the result has to be read with.
    pub remarks: Vec<Remark>,
}

/// What is kept of a sheet, on its way into a portfolio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Id of the sheet.
    pub id: String,
    /// 单位名称; empty when not stated.
    pub unit: String,
    /// 主管部门; empty when not stated.
    pub department: String,
    /// The rule it stands under, as `pack@edition`.
    pub rules: String,
    /// The sheet as it stands.
    pub before: Standing<GradeBand>,
    /// Every scenario; `None` where it could not be scored.
    pub after: Vec<Option<Outcome>>,
}

impl Kept {
    /// A sheet as it stands; its scenarios are added to [`Kept::after`].
    pub fn new(baseline: &Evaluation) -> Kept {
        let sheet = &baseline.sheet;
        Kept {
            id: sheet.id.clone(),
            unit: sheet.unit.clone(),
            department: sheet.department.clone().unwrap_or_default(),
            rules: baseline.pack.name(),
            before: Standing::of(baseline),
            after: Vec::new(),
        }
    }
}

/// What is kept of one sheet: a few hundred bytes whatever its size.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Id of the sheet.
    pub id: Box<str>,
    /// 单位名称; empty when not stated.
    pub unit: Arc<str>,
    /// 主管部门; empty when not stated.
    pub department: Arc<str>,
    /// The sheet as it stands.
    pub before: Standing<GradeId>,
    /// Every scenario; `None` where it could not be scored.
    pub(super) after: Vec<Option<After>>,
}

/// What is kept of one scenario of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct After {
    pub standing: Standing<GradeId>,
    /// Whether any of its changes could be made.
    pub fits: bool,
    /// The rule, by its place among those of the portfolio.
    pub rules: usize,
}

impl Entry {
    /// Where the sheet stands in a scenario; `None` where that could not be scored.
    pub fn after(&self, column: usize) -> Option<Standing<GradeId>> {
        let after = self.after.get(column)?.as_ref();
        after.map(|after| after.standing)
    }

    /// Whether a scenario changes nothing of this sheet, because none of its changes fits it.
    pub fn fits_nowhere(&self, column: usize) -> bool {
        matches!(
            self.after.get(column),
            Some(Some(After { fits: false, .. }))
        )
    }

    /// The change of the total, exact; `None` where one of them is missing.
    pub fn delta(&self, column: usize) -> Option<Decimal> {
        let (before, after) = (self.before.total, self.after(column)?.total);
        Share { before, after }.delta()
    }

    /// Whether both sides have a total, and it has another grade.
    pub fn flips(&self, column: usize) -> bool {
        let after = self.after(column);
        self.delta(column).is_some() && after.is_some_and(|after| after.grade != self.before.grade)
    }
}

impl Portfolio {
    /// The rule a sheet was scored under in a scenario; `None` where it could not be scored.
    pub fn rules_of(&self, entry: &Entry, column: usize) -> Option<&str> {
        let after = entry.after.get(column)?.as_ref()?;
        self.rules.get(after.rules).map(String::as_str)
    }

    /// Whether a sheet rises into a better grade or falls into a worse one; `Equal` where neither can be
    /// said.
    pub fn move_of(&self, entry: &Entry, column: usize) -> Ordering {
        let after = entry.after(column).and_then(|after| after.grade);
        match (entry.before.grade, after) {
            (Some(before), Some(after)) => {
                let (before, after) = (self.grade(before), self.grade(after));
                after.from.cmp(&before.from)
            }
            _ => Ordering::Equal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_small() {
        assert!(size_of::<Entry>() <= 128, "{}", size_of::<Entry>());
        assert!(size_of::<Option<After>>() <= 64);
    }
}
