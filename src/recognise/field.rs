//! What a column of a form holds.

/// The part of a form a column belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Field {
    /// The label in front of the indicators: 年度绩效指标, 年度绩效目标1.
    Group,
    /// 序号.
    Number,
    /// 一级指标.
    Level1,
    /// 二级指标.
    Level2,
    /// 三级指标.
    Name,
    /// 指标性质.
    Operator,
    /// 指标值.
    Target,
    /// 近两年指标值: a heading over years.
    History,
    /// The value of one year.
    Value(Year),
    /// 计量单位.
    MeasureUnit,
    /// 实际完成值.
    Actual,
    /// 分值.
    FullMark,
    /// 指标权重比例: the weight of a whole goal.
    GoalShare,
    /// 得分.
    Points,
    /// 扣减分数.
    Deduction,
    /// 偏差原因.
    Reason,
    /// 指标值确定依据.
    Basis,
    /// The name of a line of money.
    Fund,
    /// 预算数.
    Budget,
    /// 年初预算数, where another column holds the adjusted budget.
    InitialBudget,
    /// 执行数.
    Executed,
    /// 执行率.
    Rate,
    /// A heading nobody knows.
    Other,
}

/// The year of a value column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Year {
    /// 2024年.
    Calendar(u16),
    /// 上年 is 1, 前年 is 2.
    Before(u16),
    /// 预计当年实现.
    Planned,
}

impl Field {
    /// The column by its name in `words.yaml`.
    pub(super) fn of_column(name: &str) -> Option<Field> {
        Some(match name {
            "group" => Field::Group,
            "number" => Field::Number,
            "level1" => Field::Level1,
            "level2" => Field::Level2,
            "name" => Field::Name,
            "operator" => Field::Operator,
            "target" => Field::Target,
            "history" => Field::History,
            "measure_unit" => Field::MeasureUnit,
            "actual" => Field::Actual,
            "full_mark" => Field::FullMark,
            "goal_share" => Field::GoalShare,
            "points" => Field::Points,
            "deduction" => Field::Deduction,
            "reason" => Field::Reason,
            "basis" => Field::Basis,
            _ => return None,
        })
    }

    /// The column of the money part by its name in `words.yaml`.
    pub(super) fn of_execution(name: &str) -> Option<Field> {
        Some(match name {
            "fund" => Field::Fund,
            "budget" => Field::Budget,
            "initial_budget" => Field::InitialBudget,
            "executed" => Field::Executed,
            "rate" => Field::Rate,
            "full_mark" => Field::FullMark,
            "points" => Field::Points,
            _ => return None,
        })
    }

    /// Whether it holds what was promised or reached.
    pub(super) fn is_value(self) -> bool {
        matches!(self, Field::Target | Field::Value(_) | Field::Actual)
    }
}
