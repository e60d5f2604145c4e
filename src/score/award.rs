//! From what the script said and the full mark to points.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::evaluation::{Outcome, Points, RowResult};
use super::reason::Reason;
use super::scorer::Scorer;
use crate::number::{Fraction, OutOfRange, Rounding};
use crate::rules::facts::{Answer, MeasureFacts, Note};
use crate::rules::host::ScriptFault;
use crate::sheet::Printed;

/// No row and no part earns more; nothing a form could print comes near.
pub(super) const MOST_POINTS: i64 = 1_000_000_000_000_000;

/// 调整: what the pack changed once the full mark was known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjusted {
    /// The points before, on the pack's scale.
    pub before: Fraction,
    /// The points after.
    pub after: Fraction,
    /// What the script reported.
    pub notes: Vec<Note>,
}

/// 评定得分: points a person awards in place of the rule's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awarded {
    /// The points as given, on the sheet's own scale, with the place they were given at.
    pub given: Printed,
    /// What the rule alone gives.
    pub by_rule: Outcome,
}

impl Scorer {
    /// Turns the script's answer and the full mark into points, and lets the pack adjust them.
    pub(super) fn award(
        &self,
        row: &mut RowResult,
        answer: Result<Answer, Reason>,
        facts: Option<&Rc<MeasureFacts>>,
        factor: Fraction,
    ) -> Result<(), Box<ScriptFault>> {
        if row.outcome == Outcome::Dropped {
            return Ok(());
        }
        let exact = match answer {
            Err(reason) => {
                row.outcome = Outcome::Unscored(reason);
                return Ok(());
            }
            Ok(Answer::Completion(completion)) => row
                .effective_full_mark()
                .ok_or(OutOfRange)
                .and_then(|mark| mark.times(completion)),
            Ok(Answer::Points(points)) => points.times(row.scaling.factor()),
            // `judge` turned the other answers into reasons.
            Ok(_) => Err(OutOfRange),
        };
        let exact = match exact {
            Ok(exact) => self.adjusted(row, facts, exact)?,
            Err(OutOfRange) => Err(Reason::OutOfRange),
        };
        row.outcome = match exact {
            Ok(exact) => points(exact.times(factor), self.pack.rounding.rows),
            Err(reason) => Outcome::Unscored(reason),
        };
        Ok(())
    }

    /// Puts a person's points in the place of the rule's; they are converted and rounded like a script's.
    pub(super) fn award_given(&self, row: &mut RowResult, given: &Printed, factor: Fraction) {
        if row.outcome == Outcome::Dropped {
            return;
        }
        let exact = Fraction::from(given.value).times(row.scaling.factor());
        let exact = exact.and_then(|exact| exact.times(factor));
        let outcome = points(exact, self.pack.rounding.rows);
        row.awarded = Some(Box::new(Awarded {
            given: given.clone(),
            by_rule: std::mem::replace(&mut row.outcome, outcome),
        }));
    }

    /// The points after the pack's adjustment.
    fn adjusted(
        &self,
        row: &mut RowResult,
        facts: Option<&Rc<MeasureFacts>>,
        before: Fraction,
    ) -> Result<Result<Fraction, Reason>, Box<ScriptFault>> {
        let (Some(function), Some(facts)) = (&self.adjust, facts) else {
            return Ok(Ok(before));
        };
        let mark = row.effective_full_mark();
        let facts = MeasureFacts {
            full_mark: mark,
            completion: row.completion,
            points: Some(before),
            ..(**facts).clone()
        };
        let mut notes = Vec::new();
        let wanted = self.trace.then_some(&mut notes);
        let after = match self.host.measure(function, &facts, wanted)? {
            Answer::Completion(completion) => mark
                .ok_or(OutOfRange)
                .and_then(|mark| mark.times(completion)),
            Answer::Points(points) => Ok(points),
            Answer::Cannot(words) | Answer::LeftOut(words) => {
                return Ok(Err(Reason::PackCannot(words)));
            }
            Answer::OutOfRange => Err(OutOfRange),
        };
        Ok(match after {
            Ok(after) => {
                if after != before {
                    row.adjusted = Some(Adjusted {
                        before,
                        after,
                        notes,
                    });
                }
                Ok(after)
            }
            Err(OutOfRange) => Err(Reason::OutOfRange),
        })
    }
}

/// Points with their rounding, or unscored where they leave the exact range.
pub(super) fn points(exact: Result<Fraction, OutOfRange>, rounding: Rounding) -> Outcome {
    let points = exact.and_then(|exact| {
        let rounded = rounding.apply(exact)?;
        // A script may answer anything; sums of such points still have to fit.
        let fits = rounded.abs() < Decimal::from(MOST_POINTS);
        fits.then_some(Points { exact, rounded }).ok_or(OutOfRange)
    });
    match points {
        Ok(points) => Outcome::Scored(points),
        Err(OutOfRange) => Outcome::Unscored(Reason::OutOfRange),
    }
}
