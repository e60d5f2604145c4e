//! What a pack's script gets to see.

use std::rc::Rc;
use std::sync::Arc;

use crate::number::Fraction;
use crate::sheet::{Direction, Indicator, Measure, Sheet};
use crate::value::Written;

/// How the target of a measure is to be compared, read from target and actual together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Two numbers of the same unit: 350家 → 355家, 90% → 86.67%, 每月100篇 → 每月165篇.
    Quantity,
    /// The target is an interval: 35-60个.
    Range,
    /// A deadline and a date.
    Date,
    /// 增长, 下降 against a word or a signed number.
    Trend,
    /// 前5位 against a rank; less is better.
    Rank,
    /// Both are words: 是/是, 达标/达标.
    Word,
    /// A graded word stands in target or actual: 显著提升, 部分达成….
    Graded,
    /// There is an actual and no target: the rule compares it with inputs of its own. Only for packs
    /// with a method that asks for it.
    Alone,
}

impl Kind {
    /// All kinds with the word packs and scripts use.
    pub const ALL: [(Kind, &'static str); 8] = [
        (Kind::Quantity, "quantity"),
        (Kind::Range, "range"),
        (Kind::Date, "date"),
        (Kind::Trend, "trend"),
        (Kind::Rank, "rank"),
        (Kind::Word, "word"),
        (Kind::Graded, "graded"),
        (Kind::Alone, "alone"),
    ];

    /// The word packs and scripts use.
    pub fn name(self) -> &'static str {
        // Every variant stands in the table; a missing one would be a bug a test catches.
        Self::ALL
            .iter()
            .find(|(kind, _)| *kind == self)
            .map_or("", |(_, name)| name)
    }
}

/// One measure as a script sees it.
#[derive(Debug, Clone)]
pub struct MeasureFacts {
    /// The sheet the measure stands in.
    pub sheet: Arc<Sheet>,
    /// Index of the indicator in the sheet.
    pub indicator: usize,
    /// Index of the measure in the indicator.
    pub measure: usize,
    /// What is compared.
    pub kind: Kind,
    /// Which way is better; `None` where the kind has no direction.
    pub direction: Option<Direction>,
    /// The target as a number; for an interval its lower end.
    pub target: Option<Fraction>,
    /// The upper end of an interval target.
    pub target_high: Option<Fraction>,
    /// Whether the target is strict (＞, ＜): reached exactly it is missed.
    pub strict: bool,
    /// The actual as a number; for an interval the end that counts against it.
    pub actual: Option<Fraction>,
    /// Both cells carry the same word.
    pub same_word: bool,
    /// The full mark, once known.
    pub full_mark: Option<Fraction>,
    /// The completion its method gave, once asked.
    pub completion: Option<Fraction>,
    /// Its points, once awarded.
    pub points: Option<Fraction>,
}

impl MeasureFacts {
    /// The indicator in the sheet.
    pub fn indicator(&self) -> &Indicator {
        &self.sheet.indicators[self.indicator]
    }

    /// The measure in the sheet.
    pub fn measure(&self) -> &Measure {
        &self.indicator().measures[self.measure]
    }

    /// A named extra figure: of the row, else of the sheet as a whole.
    pub fn input(&self, name: &str) -> Option<Fraction> {
        let own = self.measure().inputs.get(name);
        figure(own.or_else(|| self.sheet.inputs.get(name)))
    }
}

/// The number in a cell.
fn figure(written: Option<&Written>) -> Option<Fraction> {
    written.and_then(Written::number).map(Fraction::from)
}

/// A named extra figure of a sheet as a whole.
pub fn sheet_input(sheet: &Sheet, name: &str) -> Option<Fraction> {
    figure(sheet.inputs.get(name))
}

/// A group of rows as a script sees it: to judge it, and later as a part of something larger.
#[derive(Debug, Clone)]
pub struct GroupFacts {
    /// The sheet the rows stand in.
    pub sheet: Arc<Sheet>,
    /// Its label.
    pub label: String,
    /// What it counts in the whole.
    pub weight: Fraction,
    /// Sum of its rows' points, or of the points of the groups in it.
    pub earned: Fraction,
    /// Sum of the full marks of the rows that have points, or of the weights of the groups that count.
    pub possible: Fraction,
    /// The rows that have points.
    pub rows: Vec<Rc<MeasureFacts>>,
    /// How many rows (or groups in it) were left out.
    pub left_out: usize,
    /// The groups in it.
    pub groups: Vec<Rc<GroupFacts>>,
    /// What the rule said about the group: its completion and its points; `None` before it is asked, or
    /// when it was left out.
    pub result: Option<(Fraction, Fraction)>,
}

/// The execution part as a script sees it.
#[derive(Debug, Clone)]
pub struct ExecutionFacts {
    /// The sheet.
    pub sheet: Arc<Sheet>,
    /// 预算数 A, in the sheet's money unit.
    pub budget: Fraction,
    /// 执行数 B.
    pub executed: Fraction,
    /// The part's weight in the pack.
    pub weight: Fraction,
}

/// The parts of the total as a script sees them, each already rounded as the pack says.
#[derive(Debug, Clone)]
pub struct TotalFacts {
    /// The sheet.
    pub sheet: Arc<Sheet>,
    /// Points of the execution part; `None` for schemes without one.
    pub execution: Option<Fraction>,
    /// Points of all indicators.
    pub indicators: Fraction,
    /// B/A.
    pub rate: Option<Fraction>,
    /// The outermost groups, in the pack's order.
    pub groups: Vec<Rc<GroupFacts>>,
    /// The total, when the grade is asked for.
    pub total: Option<Fraction>,
    /// The grade the bands give that total, in the pack's Chinese.
    pub grade: Option<String>,
}

/// What a script said about one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A completion ratio; the engine multiplies it by the full mark.
    Completion(Fraction),
    /// Points, taken as they are.
    Points(Fraction),
    /// The rule does not let this be judged, with the pack's words why.
    Cannot(String),
    /// The rule leaves this out (too few rows reported), with the pack's words why.
    LeftOut(String),
    /// The arithmetic left the exact range.
    OutOfRange,
}

/// A step a script reported while it ran, for the trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// `ratio(a, b)`.
    Quotient {
        /// Above the bar.
        dividend: Fraction,
        /// Below the bar.
        divisor: Fraction,
    },
    /// `capped(x, most)` cut something off.
    Capped {
        /// Before.
        from: Fraction,
        /// After.
        to: Fraction,
    },
    /// `rounded(x, "…")`: a rounding step the pack names.
    Rounded {
        /// Before.
        from: Fraction,
        /// After.
        to: Fraction,
        /// The step's name in the pack.
        step: String,
    },
    /// `note("…")`.
    Said(String),
    /// `note("…", x)`.
    Figure(String, Fraction),
}
