//! The execution part, the total and the grade.

use std::rc::Rc;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::award::points;
use super::evaluation::{ExecutionResult, Outcome, Unscorable};
use super::printed::money;
use super::reason::Reason;
use super::scorer::Scorer;
use crate::number::{Fraction, OutOfRange};
use crate::rules::facts::{Answer, ExecutionFacts, GroupFacts, Note, TotalFacts};
use crate::rules::host::ScriptFault;
use crate::sheet::Sheet;

/// The total or why there is none, and what its script reported.
type Total = (Result<Decimal, Unscorable>, Vec<Note>);

/// Index of the band, or what the pack's script said instead of naming one.
type Grade = (Option<usize>, Option<String>);

impl Scorer {
    /// The execution part; `None` for schemes without one.
    pub(super) fn execution(
        &self,
        sheet: &Arc<Sheet>,
        factor: Fraction,
    ) -> Result<Option<ExecutionResult>, Box<ScriptFault>> {
        let (Some(part), Some(function)) = (&self.pack.execution, &self.execution) else {
            return Ok(None);
        };
        let mut result = ExecutionResult {
            rate: None,
            completion: None,
            notes: Vec::new(),
            outcome: Outcome::Unscored(Reason::NoBudget),
        };
        let (budget, executed) = match money(sheet) {
            Ok(money) => money,
            Err(reason) => {
                result.outcome = Outcome::Unscored(reason);
                return Ok(Some(result));
            }
        };
        result.rate = executed.over(budget).ok();
        let weight = Fraction::from(part.weight);
        let facts = ExecutionFacts {
            sheet: Arc::clone(sheet),
            budget,
            executed,
            weight,
        };
        let notes = self.trace.then_some(&mut result.notes);
        let exact = match self.host.execution(function, &facts, notes)? {
            Answer::Completion(completion) => {
                result.completion = Some(completion);
                weight.times(completion)
            }
            Answer::Points(points) => Ok(points),
            Answer::Cannot(words) | Answer::LeftOut(words) => {
                result.outcome = Outcome::Unscored(Reason::PackCannot(words));
                return Ok(Some(result));
            }
            Answer::OutOfRange => Err(OutOfRange),
        };
        result.outcome = points(
            exact.and_then(|exact| exact.times(factor)),
            self.pack.rounding.execution,
        );
        Ok(Some(result))
    }

    /// What the total is made of; the reason when a part is missing.
    pub(super) fn parts(
        &self,
        sheet: &Arc<Sheet>,
        indicators: &Result<Fraction, Unscorable>,
        execution: Option<&ExecutionResult>,
        groups: Vec<Rc<GroupFacts>>,
    ) -> Result<TotalFacts, Unscorable> {
        let points = execution.map(|execution| execution.outcome.points());
        if points == Some(None) {
            indicators.as_ref().map_err(Clone::clone)?;
            return Err(Unscorable::Execution);
        }
        Ok(TotalFacts {
            sheet: Arc::clone(sheet),
            indicators: indicators.clone()?,
            execution: points.flatten().map(Fraction::from),
            rate: execution.and_then(|execution| execution.rate),
            groups,
            total: None,
            grade: None,
        })
    }

    /// The total, and what its script reported.
    pub(super) fn total(
        &self,
        parts: &Result<TotalFacts, Unscorable>,
    ) -> Result<Total, Box<ScriptFault>> {
        let parts = match parts {
            Ok(parts) => parts,
            Err(reason) => return Ok((Err(reason.clone()), Vec::new())),
        };
        let mut notes = Vec::new();
        let exact = match &self.total {
            None => match parts.execution {
                Some(execution) => execution.plus(parts.indicators),
                None => Ok(parts.indicators),
            },
            Some(function) => {
                let wanted = self.trace.then_some(&mut notes);
                match self.host.total(function, parts, wanted)? {
                    Answer::Completion(total) | Answer::Points(total) => Ok(total),
                    Answer::Cannot(words) | Answer::LeftOut(words) => {
                        return Ok((Err(Unscorable::PackCannot(words)), notes));
                    }
                    Answer::OutOfRange => Err(OutOfRange),
                }
            }
        };
        let rounded = exact.and_then(|exact| self.pack.rounding.total.apply(exact));
        Ok((rounded.map_err(|OutOfRange| Unscorable::OutOfRange), notes))
    }

    /// The band of a total, or the one the pack's script names; its words where it names none.
    pub(super) fn grade(
        &self,
        parts: Option<TotalFacts>,
        total: Option<Decimal>,
    ) -> Result<Grade, Box<ScriptFault>> {
        let (Some(parts), Some(total)) = (parts, total) else {
            return Ok((None, None));
        };
        let bands = &self.pack.grades;
        let band = self.pack.grade(total);
        let Some(function) = &self.grade else {
            let index = band.and_then(|band| bands.iter().position(|other| other == band));
            return Ok((index, None));
        };
        let facts = TotalFacts {
            total: Some(total.into()),
            grade: band.map(|band| band.name.zh.clone()),
            ..parts
        };
        Ok(match self.host.grade(function, facts)? {
            Ok(name) => {
                let mut bands = bands.iter().map(|band| &band.name);
                match bands.position(|band| band.zh == name || band.en == name) {
                    None => (None, Some(name)),
                    found => (found, None),
                }
            }
            Err(words) => (None, Some(words)),
        })
    }
}
