//! 绩效目标表: what a unit promised a year earlier.

use super::{Entry, MoneyUnit, Origin, Scope};
use crate::value::Target;

/// 绩效目标表 of one unit or project, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TargetTable {
    /// Short name, unique in a run.
    pub id: String,
    /// 标题.
    pub title: String,
    /// 整体 or 项目.
    pub scope: Scope,
    /// 单位名称.
    pub unit: String,
    /// 项目名称; `None` on a unit's table.
    pub project: Option<String>,
    /// The budget year it plans.
    pub year: Option<u16>,
    /// 当年预算, the money that is planned for the year, when the table says.
    pub budget: Entry,
    /// 万元 or 元.
    pub money_unit: MoneyUnit,
    /// 长期绩效目标.
    pub long_term: Vec<TargetRow>,
    /// 年度绩效目标.
    pub annual: Vec<TargetRow>,
    /// Where it starts.
    pub origin: Origin,
}

/// One promised measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// The labels above it, outermost first.
    pub levels: Vec<String>,
    /// Its name.
    pub indicator: String,
    /// What is promised: one value, or one a year.
    pub values: TargetValues,
    /// 分值, 权重.
    pub full_mark: Entry,
    /// 指标值确定依据, as printed.
    pub basis: Option<String>,
    /// Where it stands.
    pub origin: Origin,
    /// What was repaired or stays doubtful, in the words of the import notes.
    pub doubtful: bool,
}

/// The promise of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetValues {
    /// A single value.
    One(Target),
    /// Values by year, earliest first: 前年, 上年, 预计当年.
    ByYear(Vec<(u16, Target)>),
}
