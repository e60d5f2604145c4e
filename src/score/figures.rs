//! The figures of a scored sheet alone, for bulk work: what a program keeps of many sheets when nobody asks
//! why. Everything an explanation needs stays with [`Evaluation`].

use rust_decimal::Decimal;
use serde::Serialize;

use super::evaluation::{Evaluation, FullMarkSource, Outcome, RowResult, Scaling, Unscorable};
use super::reason::Reason;
use crate::number::Fraction;
use crate::rules::facts::Note;

/// 分值 of what, for readers of a result: three cases instead of a derivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FullMarkFrom {
    /// Printed on the sheet.
    Sheet,
    /// Recovered from the reported points, then converted if the rule says so.
    Inferred,
    /// Printed on the sheet and converted to the rule's weights, or given by the rule itself.
    Pack,
}

/// Every figure of one sheet under one pack.
///
/// Two ways lead here and give the same to the digit: [`Figures::of`] an evaluation, and
/// [`Scorer::figures`](super::Scorer::figures), which is several times faster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// One entry a measure, in the order of the form.
    pub rows: Vec<RowFigures>,
    /// The execution part; `None` for schemes without one.
    pub execution: Option<ExecutionFigures>,
    /// Sum of the rows.
    pub indicators: Result<Decimal, Unscorable>,
    /// The total.
    pub total: Result<Decimal, Unscorable>,
    /// Index of the grade band in the pack; `None` without a total or in a hole between bands.
    pub grade: Option<usize>,
}

/// The figures of one measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFigures {
    /// Index of the method in the pack; `None` when none was found.
    pub method: Option<usize>,
    /// 完成率 before any cap, as a ratio: 350 → 1035 is 1035/350.
    pub completion: Option<Fraction>,
    /// 分值 as it counts in the total.
    pub full_mark: Option<Fraction>,
    /// Where that mark comes from.
    pub full_mark_from: Option<FullMarkFrom>,
    /// 得分, or why there is none.
    pub points: Awarding,
}

/// 得分 of a row, or why it has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Awarding {
    /// Rounded as the pack says.
    Points(Decimal),
    /// No points, and why.
    Unscored(Reason),
    /// Left out by the pack because it does not apply this year.
    Dropped,
}

/// The figures of the execution part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExecutionFigures {
    /// 执行率 B/A, exact.
    pub rate: Option<Fraction>,
    /// 得分, or why there is none.
    pub points: Awarding,
}

impl From<&Outcome> for Awarding {
    fn from(outcome: &Outcome) -> Awarding {
        match outcome {
            Outcome::Scored(points) => Awarding::Points(points.rounded),
            Outcome::Unscored(reason) => Awarding::Unscored(reason.clone()),
            Outcome::Dropped => Awarding::Dropped,
        }
    }
}

impl Figures {
    /// The figures of an evaluation that kept its trace; without one a completion is the capped one.
    pub fn of(evaluation: &Evaluation) -> Figures {
        let rows = evaluation.rows.iter().map(|row| RowFigures {
            method: row.method,
            completion: row.uncapped_completion(),
            full_mark: evaluation.full_mark(row),
            full_mark_from: row.full_mark_from(),
            points: (&row.outcome).into(),
        });
        let execution = evaluation.execution.as_ref();
        Figures {
            rows: rows.collect(),
            execution: execution.map(|part| ExecutionFigures {
                rate: part.rate,
                points: (&part.outcome).into(),
            }),
            indicators: evaluation.indicators.clone(),
            total: evaluation.total.clone(),
            grade: evaluation.grade,
        }
    }
}

impl RowResult {
    /// 完成率 before any cap: 350 → 1035 is 296 %. The ratio of actual and target where the method took
    /// one, else what the script returned: a rule that takes off what is in excess, 1 − 0.2, gives 80 %.
    pub fn uncapped_completion(&self) -> Option<Fraction> {
        let first = self.notes.iter().find_map(|note| match note {
            Note::Quotient { dividend, divisor } => Some((*dividend, *divisor)),
            _ => None,
        });
        let ratio = first.filter(|taken| is_ratio_of(*taken, self.actual, self.target));
        let uncapped = ratio.and_then(|(dividend, divisor)| dividend.over(divisor).ok());
        uncapped.or(self.completion)
    }

    /// Where the full mark comes from; `None` without one.
    pub fn full_mark_from(&self) -> Option<FullMarkFrom> {
        Some(match (&self.full_mark.as_ref()?.source, &self.scaling) {
            (FullMarkSource::Inferred(_), _) => FullMarkFrom::Inferred,
            (FullMarkSource::Pack, _) => FullMarkFrom::Pack,
            (_, Scaling::None) => FullMarkFrom::Sheet,
            (_, Scaling::Level { .. } | Scaling::Part { .. }) => FullMarkFrom::Pack,
        })
    }
}

/// Whether a quotient is that of actual and target, either way.
pub(super) fn is_ratio_of<T: PartialEq>(
    taken: (T, T),
    actual: Option<T>,
    target: Option<T>,
) -> bool {
    let (over, under) = (Some(taken.0), Some(taken.1));
    (over == actual && under == target) || (over == target && under == actual)
}

#[cfg(test)]
mod tests {
    use super::is_ratio_of;

    #[test]
    fn a_ratio_is_of_actual_and_target_whichever_stands_above() {
        let of = |actual, target| is_ratio_of((7, 8), actual, target);
        assert!(of(Some(7), Some(8)) && of(Some(8), Some(7)));
        for (actual, target) in [(7, 9), (9, 8), (8, 9), (9, 7), (7, 7), (8, 8)] {
            assert!(!of(Some(actual), Some(target)), "{actual} {target}");
        }
        assert!(!of(None, Some(8)) && !of(Some(7), None));
    }
}
