//! The numbers a derivation consists of: what each is, its value, where it comes from.

use rust_decimal::Decimal;

use super::award::Awarded;
use super::evaluation::{DirectionSource, Outcome, Points, Scaling, Unscorable};
use super::full_mark::{Evidence, Inference};
use super::group_result::GroupResult;
use super::reason::Reason;
use crate::number::{Fraction, Rounding};
use crate::rules::facts::Note;
use crate::rules::pack::Bilingual;
use crate::sheet::{Direction, Origin};
use crate::value::Written;

/// What a node of the tree speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What<'a> {
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
    /// 得分 of the group with this label.
    Group(&'a str),
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
    /// 补充数据 of this name.
    Input(&'a str),
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
    /// The pack's own full mark, under this clause.
    PackMark(&'a str),
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
    /// A group of rows, judged by its script.
    Group(&'a GroupResult),
    /// Group points added.
    Groups,
    /// The sheet's mark under the pack's weights.
    Scaled(&'a Scaling),
    /// The grade band the total falls into.
    Band,
    /// 评定得分: a person's points in place of the rule's.
    Awarded(&'a Awarded),
    /// 100 ÷ (100 − dropped marks).
    Rescaled(Fraction),
}

/// A number and everything it was made from.
#[derive(Debug, Clone)]
pub struct Trace<'a> {
    /// What it is.
    pub what: What<'a>,
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
    pub(super) fn leaf(
        what: What<'a>,
        value: TraceValue<'a>,
        source: TraceSource<'a>,
    ) -> Trace<'a> {
        Trace {
            what,
            value,
            source,
            direction: None,
            parts: Vec::new(),
        }
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
