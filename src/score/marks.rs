//! Whether the full marks a sheet prints add up to what they should.

use rust_decimal::Decimal;

use crate::rules::RulePack;
use crate::sheet::{Entry, Measure, Printed, Sheet};

/// Who says what the marks of all rows should add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declared {
    /// The sheet's header: 年度绩效指标 (80分).
    Header,
    /// The sheet's header gives the execution part; the rest of the full total is left.
    Execution,
    /// The rule: the header says nothing.
    Pack,
}

/// How the printed marks stand to what they should add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// They add up.
    Even,
    /// They are off by no more than the rounding of marks with decimals (3 × 26.67 = 80.01).
    Rounding,
    /// They add up to the full total: weights of 100, which count in proportion.
    Weights,
    /// They do not add up, so at least one is wrong.
    Open,
}

/// The marks printed on a sheet whose every row has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedMarks {
    /// Sum over all rows; a mark printed once for several measures counts once.
    pub sum: Decimal,
    /// How much of the sum may be rounding.
    pub rounding: Decimal,
    /// Sum over the rows that apply.
    pub applicable: Decimal,
    /// What they should add up to.
    pub declared: Decimal,
    /// Who says so.
    pub by: Declared,
    /// Full total of the rule.
    pub whole: Decimal,
    /// Whether the rule weighs the first levels, so that any sum is converted level by level.
    by_level: bool,
}

impl PrintedMarks {
    /// Adds up a sheet's marks; `None` where a row that applies has none, or one is no number.
    pub(super) fn of(sheet: &Sheet, pack: &RulePack) -> Option<PrintedMarks> {
        // Groups put their rows' points in proportion; the marks add up to nothing by themselves.
        if !pack.indicators.groups.is_empty() {
            return None;
        }
        let has_mark = |entry: &Entry| entry.printed().is_some();
        let mut any = false;
        for (indicator, measure) in sheet.measures() {
            let marked = has_mark(&measure.full_mark)
                || (measure.full_mark == Entry::Blank && has_mark(&indicator.full_mark));
            if !marked && measure.applicable {
                return None;
            }
            any |= marked;
        }
        let whole = pack.whole();
        let (declared, by) = declared(sheet, pack);
        let (sum, rounding) = sum_of_marks(sheet, |_| true);
        let all_apply = sheet.measures().all(|(_, measure)| measure.applicable);
        any.then(|| PrintedMarks {
            sum,
            rounding,
            applicable: match all_apply {
                true => sum,
                false => sum_of_marks(sheet, |measure| measure.applicable).0,
            },
            declared,
            by,
            whole,
            by_level: !pack.indicators.levels.is_empty(),
        })
    }

    /// How the sum stands to what it should be.
    pub fn closing(&self) -> Closing {
        if self.sum == self.declared || self.applicable == self.declared {
            Closing::Even
        } else if (self.sum - self.declared).abs() <= self.rounding {
            Closing::Rounding
        } else if self.sum == self.whole {
            Closing::Weights
        } else {
            Closing::Open
        }
    }

    /// Whether no total can be built on these marks. Where only the rule says what they should add
    /// up to and weighs every level itself, any sum is converted.
    pub fn forbid_a_total(&self) -> bool {
        self.closing() == Closing::Open && !(self.by_level && self.by == Declared::Pack)
    }

    /// The sum of the sheet's own scale: what is to be converted to the rule's weight.
    pub(super) fn scale(&self) -> Decimal {
        match self.closing() {
            Closing::Weights => self.sum,
            _ => self.declared,
        }
    }
}

/// What the marks of all rows should add up to, and who says so.
pub(super) fn declared(sheet: &Sheet, pack: &RulePack) -> (Decimal, Declared) {
    let rest = || Some(pack.whole() - sheet.budget.full_mark.mark()?);
    match sheet.indicators_full_mark.mark() {
        Some(declared) => (declared, Declared::Header),
        None => match rest().filter(|rest| *rest > Decimal::ZERO) {
            Some(rest) => (rest, Declared::Execution),
            None => (pack.indicators.weight, Declared::Pack),
        },
    }
}

/// Sum of the marks printed for the chosen measures, and how much of it may be rounding: marks with
/// decimals are shares of something, whole marks are exact.
pub fn sum_of_marks(sheet: &Sheet, chosen: impl Fn(&Measure) -> bool) -> (Decimal, Decimal) {
    let (mut sum, mut rounding) = (Decimal::ZERO, Decimal::ZERO);
    let mut add = |printed: &Printed| {
        sum += printed.mark();
        let places = printed.mark_places();
        if places > 0 {
            rounding += Decimal::new(5, places + 1);
        }
    };
    for indicator in &sheet.indicators {
        let own = || {
            let measures = indicator.measures.iter().filter(|measure| chosen(measure));
            measures.map(|measure| measure.full_mark.printed())
        };
        match indicator.full_mark.printed() {
            Some(shared) if own().any(|mark| mark.is_none()) => add(shared),
            _ => own().flatten().for_each(&mut add),
        }
    }
    (sum, rounding)
}
