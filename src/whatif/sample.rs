//! A sheet scored at one point of a sweep, and what tells one point from another.

use rust_decimal::Decimal;

use super::{Axis, Change, Prepared, Scenario, Stopped, Tried};
use crate::document::ProblemKind;
use crate::number::Fraction;
use crate::rules::facts::Note;
use crate::score::{Evaluation, Outcome, Reason, RowResult, Unscorable};

/// A sheet whose numbers are varied, after changes that stay.
pub struct Ground<'p, 's> {
    /// The sheet under its rule.
    pub prepared: &'p Prepared<'s>,
    /// What is different throughout.
    pub changes: &'p [Change],
}

/// Why there is no sweep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSweep {
    /// The range, or a number of it, is not one for this key.
    Range(ProblemKind),
    /// The sheet cannot be scored there.
    Stopped(Stopped),
}

impl From<Stopped> for NoSweep {
    fn from(stopped: Stopped) -> NoSweep {
        NoSweep::Stopped(stopped)
    }
}

impl From<ProblemKind> for NoSweep {
    fn from(kind: ProblemKind) -> NoSweep {
        NoSweep::Range(kind)
    }
}

/// Whether there is a total, and its band.
pub type Band = (bool, Option<usize>);

/// Which branch of the rule every part takes: between two points where this is the same, the total has
/// no kink but those of its rounding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Branches(pub Vec<Branch>);

/// The branch of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Branch {
    /// Scored, unscored, left out.
    pub scored: Option<bool>,
    /// The method of the pack.
    method: Option<usize>,
    /// Whether it is met.
    pub met: Option<bool>,
    /// Whether its completion is at 0, or at 1 or more.
    pub at_end: Option<(bool, bool)>,
    /// Whether the pack's adjustment changed its points.
    adjusted: bool,
    /// What its script noted, without the figures: a cap that cuts.
    notes: Vec<String>,
}

impl Branch {
    /// That of a row.
    pub(super) fn of_row(row: &RowResult) -> Branch {
        Branch {
            method: row.method,
            met: row.is_met(),
            adjusted: row.adjusted.is_some(),
            ..Branch::of(&row.outcome, row.completion, &row.notes)
        }
    }

    /// That of a part that is no row.
    pub(super) fn of(outcome: &Outcome, completion: Option<Fraction>, notes: &[Note]) -> Branch {
        Branch {
            scored: match outcome {
                Outcome::Scored(_) => Some(true),
                Outcome::Unscored(_) => Some(false),
                Outcome::Dropped => None,
            },
            method: None,
            met: None,
            adjusted: false,
            at_end: completion.map(|it| (it.is_zero(), it >= Fraction::ONE)),
            notes: notes.iter().filter_map(sign).collect(),
        }
    }
}

/// A note without its figures; a cap at nothing or at the full mark is no branch beside reaching that.
fn sign(note: &Note) -> Option<String> {
    Some(match note {
        Note::Capped { to, .. } if to.is_zero() || *to == Fraction::ONE => return None,
        Note::Capped { .. } => "≤".to_owned(),
        Note::Quotient { .. } => "÷".to_owned(),
        Note::Rounded { step, .. } => step.clone(),
        Note::Said(said) | Note::Figure(said, _) => said.clone(),
    })
}

impl Branches {
    /// Rows in the order of the form, then execution, then the total's own rule.
    pub(super) fn of(evaluation: &Evaluation) -> Branches {
        let rows = evaluation.rows.iter().map(Branch::of_row);
        let execution = evaluation.execution.iter();
        let execution =
            execution.map(|part| Branch::of(&part.outcome, part.completion, &part.notes));
        let total = Branch {
            scored: Some(evaluation.total.is_ok()),
            method: None,
            met: None,
            at_end: None,
            adjusted: false,
            notes: evaluation.total_notes.iter().filter_map(sign).collect(),
        };
        Branches(rows.chain(execution).chain([total]).collect())
    }
}

impl Ground<'_, '_> {
    /// The sheet with numbers at the keys of these axes.
    ///
    /// # Errors
    /// A change cannot be made, or a script of the pack is at fault.
    pub fn at(&self, numbers: &[(&Axis, Decimal)]) -> Result<Scenario, NoSweep> {
        let mut changes = self.changes.to_vec();
        for (axis, number) in numbers {
            changes.push(axis.change(*number)?);
        }
        Ok(self.prepared.apply(&changes)?)
    }

    /// Total and grade there.
    pub(super) fn standing(&self, numbers: &[(&Axis, Decimal)]) -> Result<Tried, NoSweep> {
        Ok(Tried::of(&self.at(numbers)?.evaluation))
    }

    /// The branches there; `None` where that cannot be told.
    pub(super) fn branches(
        &self,
        numbers: &[(&Axis, Decimal)],
    ) -> Result<Option<Branches>, NoSweep> {
        self.told(numbers, Branches::of)
    }

    /// The band there; `None` where that cannot be told.
    pub(super) fn band(&self, numbers: &[(&Axis, Decimal)]) -> Result<Option<Band>, NoSweep> {
        self.told(numbers, |evaluation| Tried::of(evaluation).band())
    }

    /// The completion of a part there, by its place in [`Branches`]; `None` as above.
    pub(super) fn completion(
        &self,
        part: usize,
        numbers: &[(&Axis, Decimal)],
    ) -> Result<Option<Option<Fraction>>, NoSweep> {
        self.told(numbers, |evaluation| {
            completions(evaluation).nth(part).flatten()
        })
    }

    /// The total there; `None` without one, and where that cannot be told.
    pub(super) fn total(&self, numbers: &[(&Axis, Decimal)]) -> Result<Option<Decimal>, NoSweep> {
        let total = self.told(numbers, |evaluation| {
            evaluation.total.as_ref().ok().copied()
        });
        Ok(total?.flatten())
    }

    /// Something there; `None` where a number has more digits than its place takes or the arithmetic
    /// leaves the exact range, so that nothing can be told.
    fn told<T>(
        &self,
        numbers: &[(&Axis, Decimal)],
        of: impl Fn(&Evaluation) -> T,
    ) -> Result<Option<T>, NoSweep> {
        match self.at(numbers) {
            Ok(scenario) if is_beyond(&scenario.evaluation) => Ok(None),
            Ok(scenario) => Ok(Some(of(&scenario.evaluation))),
            Err(NoSweep::Range(_)) => Ok(None),
            Err(stopped) => Err(stopped),
        }
    }
}

/// Whether the arithmetic left the exact range somewhere, so that nothing can be said of the point.
fn is_beyond(evaluation: &Evaluation) -> bool {
    let execution = evaluation.execution.iter().map(|part| &part.outcome);
    let rows = evaluation.rows.iter().map(|row| &row.outcome);
    let mut outcomes = rows.chain(execution);
    evaluation.total == Err(Unscorable::OutOfRange)
        || outcomes.any(|outcome| *outcome == Outcome::Unscored(Reason::OutOfRange))
}

/// The completions of rows and execution, in the order of [`Branches`].
pub(super) fn completions(evaluation: &Evaluation) -> impl Iterator<Item = Option<Fraction>> {
    let rows = evaluation.rows.iter().map(|row| row.completion);
    let execution = evaluation.execution.iter().map(|part| part.completion);
    rows.chain(execution)
}
