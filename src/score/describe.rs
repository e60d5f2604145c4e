//! What the parts of an evaluation say to a user.

use super::evaluation::{DirectionSource, Scaling, Unscorable};
use super::reason::{Reason, Side};
use crate::rules::facts::Kind;
use crate::sheet::Direction;
use crate::words::{Lang, score as words};

impl Side {
    /// 指标值 or 实际完成值.
    pub fn describe(self, lang: Lang) -> String {
        match self {
            Side::Target => words::target(lang),
            Side::Actual => words::actual(lang),
        }
    }
}

impl Reason {
    /// Why there are no points, in one sentence without a full stop. What a pack's script says stays
    /// in the pack's language.
    pub fn describe(&self, lang: Lang) -> String {
        match self {
            Reason::Missing(side) => words::missing(lang, side.describe(lang)),
            Reason::Unreadable(side, why) => {
                words::unreadable(lang, side.describe(lang), why.describe(lang))
            }
            Reason::Doubtful(side, doubt) => {
                words::doubtful(lang, side.describe(lang), doubt.describe(lang))
            }
            Reason::Approximate(side) => words::approximate(lang, side.describe(lang)),
            Reason::SeveralValues(side) => words::several_values(lang, side.describe(lang)),
            Reason::ActualIsABound => words::actual_is_a_bound(lang),
            Reason::UnitsDiffer { target, actual } => words::units_differ(lang, target, actual),
            Reason::PercentAgainstCount => words::percent_against_count(lang),
            Reason::PeriodsDiffer => words::periods_differ(lang),
            Reason::NotComparable => words::not_comparable(lang),
            Reason::NoMethod(kind, direction) => {
                let direction = direction.map_or_else(String::new, |direction| {
                    format!(" · {}", direction.describe(lang))
                });
                words::no_method(lang, kind.describe(lang), direction)
            }
            Reason::PackCannot(said) => said.clone(),
            Reason::NoFullMark => words::no_full_mark(lang),
            Reason::FullMarkUnreadable(text) => words::full_mark_unreadable(lang, text),
            Reason::FullMarkOpen => words::full_mark_open(lang),
            Reason::LevelWithoutWeight(level) => words::level_without_weight(lang, level),
            Reason::InputUnreadable(name) => words::input_unreadable(lang, name),
            Reason::RowOpen => words::row_open(lang),
            Reason::GroupOpen(group) => words::group_open(lang, group),
            Reason::NotApplicable => words::not_applicable(lang),
            Reason::OutOfRange => words::out_of_range(lang),
            Reason::NoBudget => words::no_budget(lang),
            Reason::NoExecuted => words::no_executed(lang),
            Reason::MoneyUnreadable(text) => words::money_unreadable(lang, text),
            Reason::MoneyNegative => words::money_negative(lang),
        }
    }
}

impl Unscorable {
    /// Why there is no sum or total, in one sentence without a full stop.
    pub fn describe(&self, lang: Lang) -> String {
        match self {
            Unscorable::Rows(1) => words::one_row_unscored(lang),
            Unscorable::Rows(count) => words::rows_unscored(lang, count),
            Unscorable::MarksDoNotClose => words::marks_do_not_close(lang),
            Unscorable::PrintedMarksDoNotClose { sum, declared } => {
                words::printed_marks_do_not_close(lang, sum, declared)
            }
            Unscorable::Execution => words::execution_unscored(lang),
            Unscorable::LevelMissing(level) => words::level_missing(lang, level),
            Unscorable::Group(group) => words::group_open(lang, group),
            Unscorable::NoGroup => words::no_group(lang),
            Unscorable::PackCannot(said) => said.clone(),
            Unscorable::OutOfRange => words::out_of_range(lang),
        }
    }
}

impl Kind {
    /// What is compared: 数量, 区间, 期限….
    pub fn describe(self, lang: Lang) -> String {
        match self {
            Kind::Quantity => words::kind_quantity(lang),
            Kind::Range => words::kind_range(lang),
            Kind::Date => words::kind_date(lang),
            Kind::Trend => words::kind_trend(lang),
            Kind::Rank => words::kind_rank(lang),
            Kind::Word => words::kind_word(lang),
            Kind::Graded => words::kind_graded(lang),
            Kind::Alone => words::kind_alone(lang),
        }
    }
}

impl Direction {
    /// 正向 (≥), 反向 (≤), 等于 (=).
    pub fn describe(self, lang: Lang) -> String {
        match self {
            Direction::AtLeast => words::direction_at_least(lang),
            Direction::AtMost => words::direction_at_most(lang),
            Direction::Equal => words::direction_equal(lang),
        }
    }
}

impl DirectionSource {
    /// What decided the direction.
    pub fn describe(&self, lang: Lang) -> String {
        match self {
            DirectionSource::Column => words::direction_by_column(lang),
            DirectionSource::Operator => words::direction_by_operator(lang),
            DirectionSource::Word(word) => words::direction_by_word(lang, word),
            DirectionSource::Default => words::direction_by_default(lang),
            DirectionSource::Kind => words::direction_by_kind(lang),
        }
    }
}

impl Scaling {
    /// How the sheet's mark counts under the pack.
    pub fn describe(&self, lang: Lang) -> String {
        match self {
            Scaling::None => words::scaled_not(lang),
            Scaling::Level { level, weight, sum } => words::scaled_level(lang, level, sum, weight),
            Scaling::Part { weight, declared } => words::scaled_part(lang, declared, weight),
        }
    }
}
