//! One sheet's baseline, ready for questions.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::edit::{Edited, Made, Refused, edit};
use super::{Change, Comparison, Key, Remark};
use crate::rules::host::ScriptFault;
use crate::score::{Evaluation, Judgement, Scorer, Terms};
use crate::sheet::Sheet;
use crate::value::read_figure;

/// A sheet scored as it stands, and the scorer that did it.
///
/// Everything a question needs again and again is kept here, so that what a change does not touch can be
/// taken from the baseline.
pub struct Prepared<'s> {
    scorer: &'s Scorer,
    judgement: Judgement,
    baseline: Evaluation,
}

/// A sheet scored after changes.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// The result; its sheet and pack are the changed copies.
    pub evaluation: Evaluation,
    /// What was changed.
    pub made: Vec<Made>,
    /// What the result has to be read with.
    pub remarks: Vec<Remark>,
}

/// Why there is no scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped {
    /// Changes that cannot be made.
    Refused(Vec<Refused>),
    /// A script of the pack is at fault.
    Fault(Box<ScriptFault>),
}

impl From<Box<ScriptFault>> for Stopped {
    fn from(fault: Box<ScriptFault>) -> Stopped {
        Stopped::Fault(fault)
    }
}

impl<'s> Prepared<'s> {
    /// Scores the baseline.
    ///
    /// # Errors
    /// A script of the pack is at fault.
    pub fn new(scorer: &'s Scorer, sheet: &Arc<Sheet>) -> Result<Prepared<'s>, Box<ScriptFault>> {
        let judgement = scorer.judgement(sheet)?;
        let baseline = scorer.score_knowing(sheet, &Terms::default(), Some(&judgement))?;
        Ok(Prepared {
            scorer,
            judgement,
            baseline,
        })
    }

    /// The sheet as it stands.
    pub fn baseline(&self) -> &Evaluation {
        &self.baseline
    }

    /// The number that stands at a key in the baseline: a weight, a full mark, a percentage as its ratio.
    /// `None` where there is no such thing, or no plain number.
    pub fn current(&self, key: &Key) -> Option<Decimal> {
        let asked = key.number(Decimal::ZERO).ok()?;
        let edited = edit(&self.baseline, &[asked]).ok()?;
        let figure = read_figure(&edited.made.first()?.from).ok()??;
        Some(figure.value)
    }

    /// Scores the sheet after these changes, made in their order.
    ///
    /// # Errors
    /// A change cannot be made, or a script of the pack is at fault.
    pub fn apply(&self, changes: &[Change]) -> Result<Scenario, Stopped> {
        let edited = edit(&self.baseline, changes).map_err(Stopped::Refused)?;
        self.score(edited)
    }

    /// Scores copies that were changed already.
    ///
    /// # Errors
    /// A script of the pack is at fault.
    pub fn score(&self, edited: Edited) -> Result<Scenario, Stopped> {
        let evaluation = self.evaluate(&edited)?;
        let mut remarks = Remark::of(&self.baseline, &evaluation);
        remarks.extend(Remark::left_out(&evaluation, edited.awarded.into_keys()));
        Ok(Scenario {
            evaluation,
            made: edited.made,
            remarks,
        })
    }

    /// The evaluation of changed copies; what the changes do not touch is taken from the baseline.
    pub(super) fn evaluate(&self, edited: &Edited) -> Result<Evaluation, Box<ScriptFault>> {
        let terms = Terms {
            base: Some(&self.baseline),
            awarded: edited.awarded.clone(),
        };
        let score =
            |scorer: &Scorer| scorer.score_knowing(&edited.sheet, &terms, Some(&self.judgement));
        match Arc::ptr_eq(&edited.pack, &self.baseline.pack) {
            true => score(self.scorer),
            false => score(&self.scorer.with_pack(Arc::clone(&edited.pack))?),
        }
    }

    /// Where a scenario's change of the total comes from.
    pub fn compare(&self, scenario: &Scenario) -> Comparison {
        Comparison::of(&self.baseline, &scenario.evaluation)
    }
}
