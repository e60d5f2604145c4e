//! Why something stays unscored.

use crate::rules::facts::Kind;
use crate::sheet::Direction;
use crate::value::{Doubt, Unreadable};

/// The column a reason speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// 指标值.
    Target,
    /// 实际完成值.
    Actual,
}

/// Why a row, a part or the total has no points. A result of its own: never a zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The cell is empty.
    Missing(Side),
    /// The cell has text without a defensible reading.
    Unreadable(Side, Unreadable),
    /// The reading is doubtful and a person has to confirm it.
    Doubtful(Side, Doubt),
    /// 左右, 近, 余: the interval is not stated.
    Approximate(Side),
    /// The cell holds several values; each needs a row of its own.
    SeveralValues(Side),
    /// The actual carries ≥ or ≤: a bound, probably copied from the target, not a result.
    ActualIsABound,
    /// 家 against 家次, 元 against 个: unlike things are not compared.
    UnitsDiffer {
        /// Unit of the target.
        target: String,
        /// Unit of the actual.
        actual: String,
    },
    /// Percent against a count.
    PercentAgainstCount,
    /// 每月 against a total.
    PeriodsDiffer,
    /// A number against a word, a date against a trend.
    NotComparable,
    /// The pack has no method for this kind of measure.
    NoMethod(Kind, Option<Direction>),
    /// The pack's script says so, in the pack's words.
    PackCannot(String),
    /// The sheet prints no full mark and the pack does not allow inferring one.
    NoFullMark,
    /// The full mark printed is no number.
    FullMarkUnreadable(String),
    /// Full marks were inferred, but this row's stays open.
    FullMarkOpen,
    /// The pack gives weights by level and has none for this one.
    LevelWithoutWeight(String),
    /// An extra figure (补充数据) of this name holds something that is not one plain number.
    InputUnreadable(String),
    /// A row of the group has no points.
    RowOpen,
    /// This group within the group has no points.
    GroupOpen(String),
    /// The row does not apply and the pack says nothing about such rows.
    NotApplicable,
    /// The arithmetic left the exact range.
    OutOfRange,
    /// 预算数 is missing.
    NoBudget,
    /// 执行数 is missing.
    NoExecuted,
    /// 预算数 or 执行数 is no number.
    MoneyUnreadable(String),
    /// 预算数 or 执行数 is below zero.
    MoneyNegative,
}
