//! What lowered functions see and say: the facts of a part, unboxed.
//!
//! The same as [`MeasureFacts`] and its like for figures of ordinary size. There is none for a part with a
//! figure beyond 64 bits; the interpreter then gets the long form.

use super::facts::{Answer, ExecutionFacts, Kind, MeasureFacts, TotalFacts};
use crate::number::{Fraction, Short};
use crate::sheet::{Direction, Indicator, Measure, Sheet};

/// The kind of part a function is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A row.
    Measure,
    /// 预算执行.
    Execution,
    /// 总分.
    Total,
}

impl Subject {
    /// All of them.
    pub const ALL: [Subject; 3] = [Subject::Measure, Subject::Execution, Subject::Total];

    /// The numbers of a part, in the order of [`ShortFacts::numbers`], by their names in scripts.
    pub fn numbers(self) -> &'static [&'static str] {
        match self {
            Subject::Measure => &[
                "target",
                "actual",
                "full_mark",
                "target_high",
                "judged",
                "completion",
                "points",
            ],
            Subject::Execution => &["budget", "executed", "weight", "rate"],
            Subject::Total => &["execution", "indicators", "rate", "total"],
        }
    }
}

/// Place of a row's target among its numbers.
pub const TARGET: usize = 0;
/// Place of a row's actual among its numbers.
pub const ACTUAL: usize = 1;

/// A part as a lowered function sees it.
#[derive(Debug, Clone, Copy)]
pub struct ShortFacts<'a> {
    /// Its numbers, in the order of [`Subject::numbers`]; nothing where the sheet has none.
    pub numbers: [Option<Short>; 7],
    /// Whether the target of a row is strict (＞, ＜).
    pub strict: bool,
    /// Both cells of a row carry the same word.
    pub same_word: bool,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// What of a row is compared.
    pub kind: Option<Kind>,
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The row; `None` for a part that is none.
    pub row: Option<(&'a Indicator, &'a Measure)>,
}

/// What a lowered function said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortAnswer {
    /// The answer itself.
    pub said: Said,
    /// The first quotient it formed: dividend and divisor.
    pub quotient: Option<(Short, Short)>,
}

/// The answer itself; as [`Answer`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A completion ratio.
    Completion(Short),
    /// Points, taken as they are.
    Points(Short),
    /// The rule does not let this be judged.
    Cannot(String),
    /// The rule leaves this out.
    LeftOut(String),
}

impl<'a> ShortFacts<'a> {
    /// Facts about a sheet of which nothing is known yet.
    pub fn of_sheet(sheet: &'a Sheet) -> ShortFacts<'a> {
        ShortFacts {
            numbers: [None; 7],
            strict: false,
            same_word: false,
            direction: None,
            kind: None,
            sheet,
            row: None,
        }
    }

    /// The facts of a row; `None` when a figure does not fit.
    pub fn of_measure(facts: &'a MeasureFacts) -> Option<ShortFacts<'a>> {
        let (indicator, measure) = (facts.indicator(), facts.measure());
        let judged = measure.judged.map(Short::of_decimal);
        Some(ShortFacts {
            numbers: [
                short(facts.target)?,
                short(facts.actual)?,
                short(facts.full_mark)?,
                short(facts.target_high)?,
                judged.map_or(Some(None), |judged| judged.map(Some))?,
                short(facts.completion)?,
                short(facts.points)?,
            ],
            strict: facts.strict,
            same_word: facts.same_word,
            direction: facts.direction,
            kind: Some(facts.kind),
            row: Some((indicator, measure)),
            ..ShortFacts::of_sheet(&facts.sheet)
        })
    }

    /// The facts of the execution part; `None` when a figure does not fit.
    pub fn of_execution(facts: &'a ExecutionFacts) -> Option<ShortFacts<'a>> {
        let [budget, executed, weight] = [facts.budget, facts.executed, facts.weight];
        let mut short = ShortFacts::of_sheet(&facts.sheet);
        short.set_execution(Short::of(budget)?, Short::of(executed)?, Short::of(weight)?)?;
        Some(short)
    }

    /// Enters 预算数, 执行数 and the part's weight; `None` when their quotient does not fit.
    pub fn set_execution(&mut self, budget: Short, executed: Short, weight: Short) -> Option<()> {
        let rate = match budget.is_zero() {
            true => None,
            false => Some(executed.over(budget)?),
        };
        self.numbers[..4].copy_from_slice(&[Some(budget), Some(executed), Some(weight), rate]);
        Some(())
    }

    /// The facts of the total; `None` when a figure does not fit.
    pub fn of_total(facts: &'a TotalFacts) -> Option<ShortFacts<'a>> {
        let mut total = ShortFacts::of_sheet(&facts.sheet);
        let (execution, rate) = (short(facts.execution)?, short(facts.rate)?);
        total.set_total(execution, Short::of(facts.indicators)?, rate);
        total.numbers[3] = short(facts.total)?;
        Some(total)
    }

    /// Enters what a total is made of.
    pub fn set_total(&mut self, execution: Option<Short>, indicators: Short, rate: Option<Short>) {
        self.numbers[..3].copy_from_slice(&[execution, Some(indicators), rate]);
    }
}

/// A figure, or nothing; `None` when there is one that does not fit.
pub fn short(figure: Option<Fraction>) -> Option<Option<Short>> {
    match figure {
        None => Some(None),
        Some(figure) => Short::of(figure).map(Some),
    }
}

impl From<ShortAnswer> for Answer {
    fn from(answer: ShortAnswer) -> Answer {
        match answer.said {
            Said::Completion(completion) => Answer::Completion(completion.into()),
            Said::Points(points) => Answer::Points(points.into()),
            Said::Cannot(words) => Answer::Cannot(words),
            Said::LeftOut(words) => Answer::LeftOut(words),
        }
    }
}
