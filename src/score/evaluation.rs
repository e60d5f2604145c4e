//! The result of scoring one sheet, with everything its explanation needs.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::award::{Adjusted, Awarded};
use super::full_mark::{Evidence, Inference};
use super::group_result::GroupResult;
use super::marks::{Closing, Declared, PrintedMarks};
use super::reason::Reason;
use super::scaling::level_label;
use crate::number::Fraction;
use crate::rules::RulePack;
use crate::rules::facts::{Kind, Note};
use crate::sheet::{Direction, Indicator, Measure, Printed, Sheet};

/// Points before and after the named rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    /// The exact value.
    pub exact: Fraction,
    /// After the pack's rounding.
    pub rounded: Decimal,
}

/// Scored or not; there is no third state and no zero standing in for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Points, with their exact value.
    Scored(Points),
    /// No points, and why.
    Unscored(Reason),
    /// Left out by the pack because it does not apply this year.
    Dropped,
}

impl Outcome {
    /// The rounded points, when scored.
    pub fn points(&self) -> Option<Decimal> {
        match self {
            Outcome::Scored(points) => Some(points.rounded),
            _ => None,
        }
    }
}

/// What decided the direction of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DirectionSource {
    /// A column of the form (指标性质).
    Column,
    /// The operator in the target.
    Operator,
    /// A word in the indicator's name, from the pack's list: assumed.
    Word(Arc<str>),
    /// Nothing said otherwise: counts and rates are better when higher. Assumed.
    Default,
    /// The kind itself: deadlines and ranks are better when lower.
    Kind,
}

impl DirectionSource {
    /// Whether the sheet does not state the direction itself.
    pub fn is_assumed(&self) -> bool {
        matches!(self, DirectionSource::Word(_) | DirectionSource::Default)
    }
}

/// Where a full mark comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FullMarkSource {
    /// Printed on the row.
    Sheet,
    /// Printed once for the indicator and shared evenly by this many measures.
    Shared(usize),
    /// Recovered from the reported points.
    Inferred(Evidence),
    /// The pack's own: every row carries the same, or a level's weight is shared evenly.
    Pack,
}

/// 分值 of one measure on the sheet's own scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullMark {
    /// The mark.
    pub value: Fraction,
    /// Where it comes from.
    pub source: FullMarkSource,
}

impl FullMark {
    /// A mark the pack gives.
    pub(super) fn of_pack(value: Fraction) -> FullMark {
        FullMark {
            value,
            source: FullMarkSource::Pack,
        }
    }
}

/// Why a mark on the sheet's scale counts differently under the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scaling {
    /// It counts as it stands.
    None,
    /// The pack gives this level a weight; the sheet's marks of the level add up to something else.
    Level {
        /// The level's label in the pack.
        level: String,
        /// Its weight in the pack.
        weight: Decimal,
        /// Sum of the sheet's marks in that level.
        sum: Fraction,
    },
    /// The sheet's header declares another full mark for all indicators than the pack.
    Part {
        /// Weight of the indicators part in the pack.
        weight: Decimal,
        /// Full mark the sheet's header declares.
        declared: Decimal,
    },
}

impl Scaling {
    /// The factor; 1 where nothing is scaled.
    pub fn factor(&self) -> Fraction {
        let (weight, sum) = match self {
            Scaling::None => return Fraction::ONE,
            Scaling::Level { weight, sum, .. } => (*weight, *sum),
            Scaling::Part { weight, declared } => (*weight, Fraction::from(*declared)),
        };
        // Built only with a positive sum, so the quotient exists.
        Fraction::from(weight).over(sum).unwrap_or(Fraction::ONE)
    }
}

/// One scored measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowResult {
    /// Index of the indicator in the sheet.
    pub indicator: usize,
    /// Index of the measure in the indicator.
    pub measure: usize,
    /// What was compared; `None` when target and actual could not be paired.
    pub kind: Option<Kind>,
    /// Which way is better, and what decided it.
    pub direction: Option<(Direction, DirectionSource)>,
    /// Target and actual as numbers.
    pub target: Option<Fraction>,
    /// Whether the target is a strict one (＞, ＜), which is missed by reaching it exactly.
    pub strict: bool,
    /// The actual as a number; of an interval, the end that counts against it.
    pub actual: Option<Fraction>,
    /// Index of the method in the pack.
    pub method: Option<usize>,
    /// 完成率 as the script returned it (after any cap).
    pub completion: Option<Fraction>,
    /// What the script reported while it ran; empty when no trace was kept.
    pub notes: Vec<Note>,
    /// 分值 on the sheet's scale.
    pub full_mark: Option<FullMark>,
    /// How that mark counts under the pack.
    pub scaling: Scaling,
    /// What the pack's adjustment changed; `None` when it changed nothing.
    pub adjusted: Option<Adjusted>,
    /// The points a person awards; `None` where the rule decides.
    pub awarded: Option<Box<Awarded>>,
    /// The result.
    pub outcome: Outcome,
}

impl RowResult {
    /// A row nothing is known of yet.
    pub(super) fn unjudged(indicator: usize, measure: usize) -> RowResult {
        RowResult {
            indicator,
            measure,
            kind: None,
            direction: None,
            target: None,
            strict: false,
            actual: None,
            method: None,
            completion: None,
            notes: Vec::new(),
            full_mark: None,
            scaling: Scaling::None,
            adjusted: None,
            awarded: None,
            outcome: Outcome::Unscored(Reason::NotComparable),
        }
    }

    /// 分值 under the pack: the sheet's mark times the scaling.
    pub fn effective_full_mark(&self) -> Option<Fraction> {
        let mark = self.full_mark.as_ref()?;
        mark.value.times(self.scaling.factor()).ok()
    }

    /// Whether a strict target was reached exactly, and so was not met: ＞90% and 90%.
    pub fn misses_by_nothing(&self) -> bool {
        self.strict && self.target.is_some() && self.target == self.actual
    }

    /// Whether the row was met; `None` without a completion.
    pub fn is_met(&self) -> Option<bool> {
        let completion = self.completion?;
        Some(completion >= Fraction::ONE && !self.misses_by_nothing())
    }
}

/// The execution part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExecutionResult {
    /// B/A, exact, when both are there and A is not 0.
    pub rate: Option<Fraction>,
    /// The ratio the script returned (after any cap).
    pub completion: Option<Fraction>,
    /// What the script reported.
    pub notes: Vec<Note>,
    /// The result.
    pub outcome: Outcome,
}

/// Why there is no total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unscorable {
    /// This many rows have no points.
    Rows(usize),
    /// The printed full marks add up to something else than they should, so at least one is wrong.
    PrintedMarksDoNotClose {
        /// What they add up to.
        sum: Decimal,
        /// What they should.
        declared: Decimal,
    },
    /// The inferred full marks do not add up to what the sheet declares, so at least one is wrong.
    MarksDoNotClose,
    /// The execution part has no points.
    Execution,
    /// The pack gives weight to a level the sheet does not have.
    LevelMissing(String),
    /// This group of rows cannot be scored.
    Group(String),
    /// Every group was left out.
    NoGroup,
    /// The total's script cannot judge, in the pack's words.
    PackCannot(String),
    /// The arithmetic left the exact range.
    OutOfRange,
}

/// One sheet under one pack.
#[derive(Debug, Clone)]
pub struct Evaluation {
    /// The sheet.
    pub sheet: Arc<Sheet>,
    /// The rule.
    pub pack: Arc<RulePack>,
    /// One entry a measure, in the order of the form.
    pub rows: Vec<RowResult>,
    /// The groups of the pack, each before those within it; empty for packs without any.
    pub groups: Vec<GroupResult>,
    /// The execution part; `None` for schemes without one.
    pub execution: Option<ExecutionResult>,
    /// How missing full marks were recovered; `None` when all were printed.
    pub inference: Option<Inference>,
    /// What the printed full marks add up to; `None` when not every row has one.
    pub printed_marks: Option<PrintedMarks>,
    /// Factor for everything when rows were dropped, and the mark that was dropped.
    pub rescale: Option<(Fraction, Fraction)>,
    /// Sum of the rows.
    pub indicators: Result<Decimal, Unscorable>,
    /// The total.
    pub total: Result<Decimal, Unscorable>,
    /// What the total's script reported.
    pub total_notes: Vec<Note>,
    /// Index of the grade band; `None` without a total or in a hole between bands.
    pub grade: Option<usize>,
    /// What the pack's script said instead of naming a grade.
    pub grade_said: Option<String>,
}

impl Evaluation {
    /// The indicator a row belongs to.
    pub fn indicator(&self, row: &RowResult) -> &Indicator {
        &self.sheet.indicators[row.indicator]
    }

    /// The measure a row is.
    pub fn measure(&self, row: &RowResult) -> &Measure {
        &self.indicator(row).measures[row.measure]
    }

    /// Grade name in Chinese as the pack gives it.
    pub fn grade_name(&self) -> Option<&str> {
        self.grade
            .map(|index| self.pack.grades[index].name.zh.as_str())
    }

    /// 分值 of a row as it counts in the total: under the pack's weights, and rescaled when rows were
    /// dropped.
    pub fn full_mark(&self, row: &RowResult) -> Option<Fraction> {
        let mark = row.effective_full_mark()?;
        match self.rescale {
            Some((factor, _)) => mark.times(factor).ok(),
            None => Some(mark),
        }
    }

    /// What a row earns on the sheet's own scale, before the pack's weights and any rescaling: the
    /// figure its reported points are to be compared with. `None` without points.
    pub fn on_sheet_scale(&self, row: &RowResult) -> Option<Points> {
        let Outcome::Scored(points) = &row.outcome else {
            return None;
        };
        let mut factor = self.sheet_factor(row);
        if let Some((rescale, _)) = self.rescale {
            factor = factor.times(rescale).ok()?;
        }
        let exact = points.exact.over(factor).ok()?;
        let rounded = self.pack.rounding.rows.apply(exact).ok()?;
        Some(Points { exact, rounded })
    }

    /// What the sheet's own points of a row are multiplied by under the pack. Marks that are weights of
    /// 100 beside a header of 80 earn points of 80.
    fn sheet_factor(&self, row: &RowResult) -> Fraction {
        let weights = self
            .printed_marks
            .as_ref()
            .filter(|marks| marks.closing() == Closing::Weights && marks.by == Declared::Header);
        match (weights, &row.scaling) {
            (Some(marks), Scaling::Part { weight, .. }) => Fraction::from(*weight)
                .over(marks.declared.into())
                .unwrap_or(Fraction::ONE),
            _ => row.scaling.factor(),
        }
    }

    /// What the execution part earns on the sheet's own scale: under the full mark its header declares,
    /// or the pack's where it declares none.
    pub fn execution_on_sheet_scale(&self) -> Option<Points> {
        let Outcome::Scored(points) = &self.execution.as_ref()?.outcome else {
            return None;
        };
        let weight = self.pack.execution_weight();
        let declared = self.sheet.budget.full_mark.mark().unwrap_or(weight);
        let factor = Fraction::from(declared).over(weight.into()).ok()?;
        let exact = points.exact.times(factor).ok()?;
        let rounded = self.pack.rounding.execution.apply(exact).ok()?;
        Some(Points { exact, rounded })
    }

    /// The points the sheet prints for a group of the pack.
    pub fn reported_group(&self, label: &str) -> Option<&Printed> {
        let wanted = level_label(label);
        let mut printed = self.sheet.group_points.iter();
        let (_, points) = printed.find(|(label, _)| level_label(label) == wanted)?;
        points.printed()
    }

    /// Points of the execution part, when it has any.
    pub fn execution_points(&self) -> Option<Decimal> {
        self.execution.as_ref()?.outcome.points()
    }

    /// 执行率 B/A, where the scheme has an execution part and both figures are there.
    pub fn execution_rate(&self) -> Option<Fraction> {
        self.execution.as_ref()?.rate
    }
}
