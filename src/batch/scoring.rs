//! How rule packs score a sheet of a run: with scorers of the thread's own.

use std::sync::Arc;

use crate::document::Problem;
use crate::rules::{RulePack, fault_as_problem};
use crate::score::{Evaluation, Figures, Scorers};
use crate::sheet::Sheet;

/// Scores for figures alone, which is all a table of columns holds.
pub fn figures() -> impl FnMut(&Arc<Sheet>, &Arc<RulePack>) -> Result<Figures, Problem> {
    let mut scorers = Scorers::default();
    move |sheet, pack| {
        let figures = scorers.of(pack).and_then(|scorer| scorer.figures(sheet));
        figures.map_err(|fault| fault_as_problem(&fault, &pack.scripts))
    }
}

/// Scores with everything an explanation needs.
pub fn evaluation() -> impl FnMut(&Arc<Sheet>, &Arc<RulePack>) -> Result<Evaluation, Problem> {
    let mut scorers = Scorers::default();
    move |sheet, pack| {
        let evaluation = scorers.of(pack).and_then(|scorer| scorer.score(sheet));
        evaluation.map_err(|fault| fault_as_problem(&fault, &pack.scripts))
    }
}
