//! 计算过程: where every number of an evaluation comes from.
//!
//! The tree is drawn from what scoring recorded, when somebody asks; scoring itself builds none.

use rust_decimal::Decimal;

use super::evaluation::{
    DirectionSource, Evaluation, FullMarkSource, Outcome, Points, RowResult, Scaling, Unscorable,
};
use super::full_mark::{Evidence, Inference};
use super::reason::Reason;
use crate::number::{Fraction, Rounding};
use crate::rules::facts::Note;
use crate::rules::pack::Bilingual;
use crate::sheet::{Direction, Entry, Origin};
use crate::value::{Quantity, Value, Written};

/// What a node of the tree speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// 评价等级.
    Grade,
    /// 总分.
    Total,
    /// 预算执行得分.
    Execution,
    /// 预算数 A.
    Budget,
    /// 执行数 B.
    Executed,
    /// 指标得分合计.
    Indicators,
    /// 得分 of the row with this number.
    Row(u32),
    /// 分值 or the weight of a part.
    FullMark,
    /// 分值 on the sheet's own scale, before the pack's weights.
    SheetMark,
    /// 完成率 or 执行率.
    Completion,
    /// 指标值.
    Target,
    /// 实际完成值.
    Actual,
    /// Factor after dropped rows.
    Rescale,
}

/// The value of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TraceValue<'a> {
    /// An exact number.
    Number(Fraction),
    /// A share of one, shown as a percentage.
    Ratio(Fraction),
    /// A number before and after its rounding.
    Rounded(Points),
    /// A sum of rounded parts, itself rounded.
    Total(Decimal),
    /// A cell as written.
    Cell(&'a Written),
    /// The name of a grade.
    Grade(&'a Bilingual),
    /// No value: a row or part without points.
    Unscored(&'a Reason),
    /// No value: a sum without all its parts.
    Unscorable(&'a Unscorable),
    /// No value: left out by the pack.
    Dropped,
    /// No value: nothing stands there, or no grade band fits.
    Nothing,
}

/// Where the value of a node comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TraceSource<'a> {
    /// Written in the sheet.
    Cell(&'a Origin),
    /// A constant of the pack, under this clause.
    Pack(&'a str),
    /// Computed from the parts below, under this clause ("" for plain arithmetic).
    Derived(Derivation<'a>, &'a str),
    /// Recovered from other figures of the sheet.
    Inferred(&'a Evidence, &'a Inference),
    /// Printed once for an indicator and shared by this many measures.
    Shared(usize, &'a Origin),
    /// Not in the sheet.
    Missing,
}

/// How a value was computed from its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derivation<'a> {
    /// Parts added, then rounded.
    Sum(Rounding),
    /// Parts multiplied, then rounded.
    Product(Rounding),
    /// The pack's method of this name, with what its script reported.
    Method(&'a str, &'a [Note]),
    /// The sheet's mark under the pack's weights.
    Scaled(&'a Scaling),
    /// The grade band the total falls into.
    Band,
    /// 100 ÷ (100 − dropped marks).
    Rescaled(Fraction),
}

/// A number and everything it was made from.
#[derive(Debug, Clone)]
pub struct Trace<'a> {
    /// What it is.
    pub what: What,
    /// Its value.
    pub value: TraceValue<'a>,
    /// Where it comes from.
    pub source: TraceSource<'a>,
    /// What else belongs to it: which way is better, and what decided that.
    pub direction: Option<&'a (Direction, DirectionSource)>,
    /// The numbers it was made from.
    pub parts: Vec<Trace<'a>>,
}

impl<'a> Trace<'a> {
    fn leaf(what: What, value: TraceValue<'a>, source: TraceSource<'a>) -> Trace<'a> {
        Trace {
            what,
            value,
            source,
            direction: None,
            parts: Vec::new(),
        }
    }

    /// How many numbers the tree holds.
    pub fn size(&self) -> usize {
        1 + self.parts.iter().map(Trace::size).sum::<usize>()
    }
}

impl Evaluation {
    /// The grade with everything below it.
    pub fn trace(&self) -> Trace<'_> {
        let band = self.grade.map(|index| &self.pack.grades[index]);
        let value = band.map_or(TraceValue::Nothing, |band| TraceValue::Grade(&band.name));
        Trace {
            parts: vec![self.trace_total()],
            ..Trace::leaf(
                What::Grade,
                value,
                TraceSource::Derived(Derivation::Band, &self.pack.grades_citation),
            )
        }
    }

    /// The total with everything below it.
    pub fn trace_total(&self) -> Trace<'_> {
        let value = match &self.total {
            Ok(total) => TraceValue::Total(*total),
            Err(reason) => TraceValue::Unscorable(reason),
        };
        let sum = Derivation::Sum(self.pack.rounding.total);
        Trace {
            parts: vec![self.trace_execution(), self.trace_indicators()],
            ..Trace::leaf(
                What::Total,
                value,
                TraceSource::Derived(sum, &self.pack.rounding_citation),
            )
        }
    }

    /// The rows' sum with everything below it.
    pub fn trace_indicators(&self) -> Trace<'_> {
        let value = match &self.indicators {
            Ok(sum) => TraceValue::Total(*sum),
            Err(reason) => TraceValue::Unscorable(reason),
        };
        let sum = Derivation::Sum(self.pack.rounding.rows);
        Trace {
            parts: self.rows.iter().map(|row| self.trace_row(row)).collect(),
            ..Trace::leaf(
                What::Indicators,
                value,
                TraceSource::Derived(sum, &self.pack.indicators.citation),
            )
        }
    }

    /// The execution part with everything below it.
    pub fn trace_execution(&self) -> Trace<'_> {
        let part = &self.pack.execution;
        let line = &self.sheet.budget.total;
        let completion = Trace {
            parts: vec![
                entry_leaf(What::Executed, &line.executed),
                entry_leaf(What::Budget, &line.budget),
            ],
            ..Trace::leaf(
                What::Completion,
                ratio(self.execution.completion),
                TraceSource::Derived(
                    Derivation::Method(&part.function, &self.execution.notes),
                    &part.citation,
                ),
            )
        };
        let weight = Trace::leaf(
            What::FullMark,
            TraceValue::Number(Fraction::from(part.weight)),
            TraceSource::Pack(&part.citation),
        );
        let mut parts = vec![weight, completion];
        parts.extend(self.trace_rescale());
        Trace {
            parts,
            ..Trace::leaf(
                What::Execution,
                TraceValue::of(&self.execution.outcome),
                TraceSource::Derived(
                    Derivation::Product(self.pack.rounding.execution),
                    &self.pack.rounding_citation,
                ),
            )
        }
    }

    /// One row with everything below it.
    pub fn trace_row<'a>(&'a self, row: &'a RowResult) -> Trace<'a> {
        let measure = self.measure(row);
        let (name, citation) = match row.method {
            Some(index) => {
                let method = &self.pack.methods[index];
                (method.name.zh.as_str(), method.citation.as_str())
            }
            None => ("", ""),
        };
        let completion = Trace {
            direction: row.direction.as_ref(),
            parts: vec![
                cell(What::Target, &measure.target.0, measure.target_origin()),
                cell(What::Actual, &measure.actual.0, measure.actual_origin()),
            ],
            ..Trace::leaf(
                What::Completion,
                ratio(row.completion),
                TraceSource::Derived(Derivation::Method(name, &row.notes), citation),
            )
        };
        let mut parts = vec![self.trace_full_mark(row), completion];
        parts.extend(self.trace_rescale());
        Trace {
            parts,
            ..Trace::leaf(
                What::Row(measure.row),
                TraceValue::of(&row.outcome),
                TraceSource::Derived(
                    Derivation::Product(self.pack.rounding.rows),
                    &self.pack.rounding_citation,
                ),
            )
        }
    }

    fn trace_full_mark<'a>(&'a self, row: &'a RowResult) -> Trace<'a> {
        let sheet_mark = match &row.full_mark {
            None => Trace::leaf(What::FullMark, TraceValue::Nothing, TraceSource::Missing),
            Some(mark) => {
                let indicator = self.indicator(row);
                let source = match (&mark.source, &self.inference) {
                    (FullMarkSource::Inferred(evidence), Some(inference)) => {
                        TraceSource::Inferred(evidence, inference)
                    }
                    (FullMarkSource::Shared(measures), _) => {
                        TraceSource::Shared(*measures, &indicator.origin)
                    }
                    _ => TraceSource::Cell(self.measure(row).full_mark_origin()),
                };
                Trace::leaf(What::FullMark, TraceValue::Number(mark.value), source)
            }
        };
        if row.scaling == Scaling::None {
            return sheet_mark;
        }
        let value = row
            .effective_full_mark()
            .map_or(TraceValue::Nothing, TraceValue::Number);
        Trace {
            parts: vec![Trace {
                what: What::SheetMark,
                ..sheet_mark
            }],
            ..Trace::leaf(
                What::FullMark,
                value,
                TraceSource::Derived(
                    Derivation::Scaled(&row.scaling),
                    &self.pack.indicators.citation,
                ),
            )
        }
    }

    fn trace_rescale(&self) -> Option<Trace<'_>> {
        let (factor, dropped) = self.rescale?;
        Some(Trace::leaf(
            What::Rescale,
            TraceValue::Number(factor),
            TraceSource::Derived(Derivation::Rescaled(dropped), ""),
        ))
    }
}

impl<'a> TraceValue<'a> {
    /// The value of a row or part.
    pub fn of(outcome: &'a Outcome) -> TraceValue<'a> {
        match outcome {
            Outcome::Scored(points) => TraceValue::Rounded(*points),
            Outcome::Unscored(reason) => TraceValue::Unscored(reason),
            Outcome::Dropped => TraceValue::Dropped,
        }
    }
}

fn ratio<'a>(completion: Option<Fraction>) -> TraceValue<'a> {
    completion.map_or(TraceValue::Nothing, TraceValue::Ratio)
}

fn cell<'a>(what: What, written: &'a Written, origin: &'a Origin) -> Trace<'a> {
    let source = match written.value {
        Value::Missing => TraceSource::Missing,
        _ => TraceSource::Cell(origin),
    };
    Trace::leaf(what, TraceValue::Cell(written), source)
}

fn entry_leaf(what: What, entry: &Entry) -> Trace<'_> {
    match entry.printed() {
        Some(printed) => Trace::leaf(
            what,
            TraceValue::Number(Fraction::from(printed.value)),
            TraceSource::Cell(&printed.origin),
        ),
        None => Trace::leaf(what, TraceValue::Nothing, TraceSource::Missing),
    }
}

/// The number of a cell as a person would write it into a calculation: 86.67%, 20万, 3380.68.
pub(super) fn figure_of(written: &Written, number: Fraction) -> String {
    let same = |quantity: &&Quantity| Fraction::from(quantity.number) == number;
    let quantity = match &written.value {
        Value::Quantity(quantity) => Some(quantity).filter(same),
        Value::Range { low, high } => [low, high].into_iter().find(same),
        _ => None,
    };
    quantity.map_or_else(|| show(number), |quantity| quantity.figure.clone())
}

/// A number for reading: its exact decimal, or six places with ≈ in front.
pub fn show(number: Fraction) -> String {
    if let Some(decimal) = number.as_exact_decimal() {
        return decimal.normalize().to_string();
    }
    let rounding = Rounding {
        mode: crate::number::RoundingMode::HalfUp,
        places: 6,
    };
    match rounding.apply(number) {
        Ok(decimal) => format!("≈{}", decimal.normalize()),
        Err(_) => number.to_string(),
    }
}

/// A ratio as a percentage for reading: 0.8667 is 86.67%.
pub fn show_percent(ratio: Fraction) -> String {
    let percent = ratio.times(Fraction::from(100));
    percent.map_or_else(
        |_| ratio.to_string(),
        |percent| {
            let places = Rounding {
                mode: crate::number::RoundingMode::HalfUp,
                places: 4,
            };
            match (percent.as_exact_decimal(), places.apply(percent)) {
                (Some(exact), _) if exact.normalize().scale() <= 4 => {
                    format!("{}%", exact.normalize())
                }
                (_, Ok(rounded)) => format!("≈{}%", Decimal::normalize(&rounded)),
                _ => ratio.to_string(),
            }
        },
    )
}
