//! The execution part and the total, asked from the pack's scripts.

use rust_decimal::Decimal;

use super::evaluation::{ExecutionResult, Outcome, Unscorable};
use super::printed::money;
use super::reason::Reason;
use super::scorer::{Scorer, points};
use crate::number::{Fraction, OutOfRange};
use crate::rules::facts::{Answer, ExecutionFacts, TotalFacts};
use crate::rules::host::ScriptFault;
use crate::sheet::Sheet;

impl Scorer {
    /// The execution part.
    pub(super) fn execution(
        &self,
        sheet: &Sheet,
        factor: Fraction,
    ) -> Result<ExecutionResult, Box<ScriptFault>> {
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
                return Ok(result);
            }
        };
        result.rate = executed.over(budget).ok();
        let weight = Fraction::from(self.pack.execution.weight);
        let facts = ExecutionFacts {
            budget,
            executed,
            weight,
        };
        let notes = self.trace.then_some(&mut result.notes);
        let answer = self
            .host
            .execution(&self.execution_function, facts, notes)?;
        let exact = match answer {
            Answer::Completion(completion) => {
                result.completion = Some(completion);
                weight.times(completion)
            }
            Answer::Points(points) => Ok(points),
            Answer::Cannot(words) => {
                result.outcome = Outcome::Unscored(Reason::PackCannot(words));
                return Ok(result);
            }
            Answer::OutOfRange => Err(OutOfRange),
        };
        result.outcome = points(
            exact.and_then(|exact| exact.times(factor)),
            self.pack.rounding.execution,
        );
        Ok(result)
    }

    /// The total of the parts.
    pub(super) fn total(
        &self,
        indicators: &Result<Decimal, Unscorable>,
        execution: &ExecutionResult,
    ) -> Result<Result<Decimal, Unscorable>, Box<ScriptFault>> {
        let indicators = match indicators {
            Ok(indicators) => Fraction::from(*indicators),
            Err(reason) => return Ok(Err(reason.clone())),
        };
        let Some(execution_points) = execution.outcome.points() else {
            return Ok(Err(Unscorable::Execution));
        };
        let parts = TotalFacts {
            execution: execution_points.into(),
            indicators,
            rate: execution.rate,
        };
        let exact = match &self.total_function {
            None => parts.execution.plus(parts.indicators),
            Some(function) => match self.host.total(function, parts, None)? {
                Answer::Completion(total) | Answer::Points(total) => Ok(total),
                Answer::Cannot(words) => return Ok(Err(Unscorable::PackCannot(words))),
                Answer::OutOfRange => Err(OutOfRange),
            },
        };
        let rounded = exact.and_then(|exact| self.pack.rounding.total.apply(exact));
        Ok(rounded.map_err(|OutOfRange| Unscorable::OutOfRange))
    }
}
