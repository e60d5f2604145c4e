//! 三级指标 and its measures.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Entry, Origin, Text};
use crate::value::{Actual, Target, Written};

/// 三级指标: one named indicator with one or more target/actual pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// The labels above it, outermost first, as printed: 产出指标, 数量指标. May be empty.
    pub levels: Vec<String>,
    /// Its name as printed.
    pub name: String,
    /// Full mark of the indicator as a whole, when printed once for several measures;
    /// the measures then share it evenly.
    pub full_mark: Entry,
    /// Its measures, in the order of the form; at least one.
    pub measures: Vec<Measure>,
    /// 偏差原因: the reason written beside this row.
    pub reason: Option<Text>,
    /// Where the indicator stands.
    pub origin: Origin,
}

/// One target/actual pair of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Number of the row in its sheet, from 1, counting measures in the order of the form.
    pub row: u32,
    /// 指标值.
    pub target: Target,
    /// 实际完成值.
    pub actual: Actual,
    /// 分值 as printed.
    pub full_mark: Entry,
    /// 得分 as printed.
    pub points: Entry,
    /// 指标性质 when the form has a column for it; otherwise the target's operator or the words decide.
    pub direction: Option<Direction>,
    /// 人工评定: the completion a person judged, as a ratio (80 % is 0.8), for values no rule can measure.
    pub judged: Option<Decimal>,
    /// `false` when the row does not apply this year.
    pub applicable: bool,
    /// Named extra inputs a pack may ask for (上年, floor, benchmark).
    pub inputs: BTreeMap<String, Written>,
    /// Where single values stand, when not at the place of the row.
    pub places: Places,
    /// Where the row stands.
    pub origin: Origin,
}

/// Places of single values of a row: in a wide table the target may stand a hundred columns from the actual.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// Of the target; `None` where the row stands.
    pub target: Option<Origin>,
    /// Of the actual; `None` where the row stands.
    pub actual: Option<Origin>,
    /// Of the named extra inputs; those that are missing stand where the row stands.
    pub inputs: Vec<(String, Origin)>,
}

/// 指标性质: which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// 正向, ≥: more is better.
    AtLeast,
    /// 反向, ≤: less is better.
    AtMost,
    /// ＝: exactly this.
    Equal,
}

impl Measure {
    /// Whether it is the same as another but for its full mark.
    fn equals_but_for_mark(&self, other: &Measure) -> bool {
        // Every field by name: a new one is not forgotten.
        let Measure {
            row,
            target,
            actual,
            full_mark: _,
            points,
            direction,
            judged,
            applicable,
            inputs,
            places,
            origin,
        } = self;
        *row == other.row
            && *target == other.target
            && *actual == other.actual
            && *points == other.points
            && *direction == other.direction
            && *judged == other.judged
            && *applicable == other.applicable
            && *inputs == other.inputs
            && *places == other.places
            && *origin == other.origin
    }

    /// Where the target stands.
    pub fn target_origin(&self) -> &Origin {
        self.places.target.as_ref().unwrap_or(&self.origin)
    }

    /// Where the actual stands.
    pub fn actual_origin(&self) -> &Origin {
        self.places.actual.as_ref().unwrap_or(&self.origin)
    }

    /// Where a named extra input stands.
    pub fn input_origin(&self, name: &str) -> &Origin {
        let mut places = self.places.inputs.iter();
        let own = places.find(|(other, _)| other == name);
        own.map_or(&self.origin, |(_, place)| place)
    }

    /// Where the full mark stands.
    pub fn full_mark_origin(&self) -> &Origin {
        let printed = self.full_mark.printed();
        printed.map_or(&self.origin, |printed| &printed.origin)
    }
}

impl Indicator {
    /// Whether it is the same as another but for full marks.
    pub fn equals_but_for_marks(&self, other: &Indicator) -> bool {
        let Indicator {
            levels,
            name,
            full_mark: _,
            measures,
            reason,
            origin,
        } = self;
        let mut pairs = measures.iter().zip(&other.measures);
        *levels == other.levels
            && *name == other.name
            && measures.len() == other.measures.len()
            && pairs.all(|(one, other)| one.equals_but_for_mark(other))
            && *reason == other.reason
            && *origin == other.origin
    }

    /// 一级指标 as printed, or "" when the form has no levels.
    pub fn level1(&self) -> &str {
        self.levels.first().map_or("", String::as_str)
    }

    /// 二级指标 as printed, or "" when there is none.
    pub fn level2(&self) -> &str {
        self.levels.get(1).map_or("", String::as_str)
    }
}
