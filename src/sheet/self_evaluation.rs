//! 自评表.

use std::collections::BTreeMap;

use super::{Budget, Entry, Indicator, Measure, Origin, Text};
use crate::value::Written;

/// Whether a sheet speaks of a whole unit or of one project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// 整体支出: the whole unit.
    #[default]
    Unit,
    /// 项目支出: one project.
    Project,
}

/// 自评表: one year's self-evaluation of one unit or project, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Short name, unique in a run: the file's stem, with "#2" behind it for the second sheet of a file.
    pub id: String,
    /// 标题.
    pub title: String,
    /// 整体 or 项目.
    pub scope: Scope,
    /// The year that is evaluated.
    pub year: Option<u16>,
    /// 单位名称.
    pub unit: String,
    /// 项目名称; `None` on a unit's sheet.
    pub project: Option<String>,
    /// 主管部门.
    pub department: Option<String>,
    /// 预算执行情况.
    pub budget: Budget,
    /// 年度目标, in words.
    pub goals: Vec<Text>,
    /// Full mark of all indicators together as printed in the header ("80分").
    pub indicators_full_mark: Entry,
    /// The indicators, in the order of the form.
    pub indicators: Vec<Indicator>,
    /// Points of whole groups as printed, by the group's label (一级指标 or whatever the scheme calls it).
    pub group_points: Vec<(String, Entry)>,
    /// Named extra figures about the sheet as a whole that a pack may ask for (迟报扣分).
    pub inputs: BTreeMap<String, Written>,
    /// 总分 as printed.
    pub total: Entry,
    /// 评价等级 as printed.
    pub grade: Option<Text>,
    /// The number of indicators the form says it has ("30个指标").
    pub indicator_count: Entry,
    /// 偏差大或目标未完成原因分析: the shared reason box, one passage an item.
    pub reasons: Vec<Text>,
    /// 改进措施.
    pub improvements: Vec<Text>,
    /// What the report's text says about this sheet, when it came along.
    pub narrative: Vec<Text>,
    /// Projects the report lists for the unit, when it came along (整体 sheets only).
    pub projects: Vec<Text>,
    /// SHA-256 of the input the sheet was read from, as lower-case hex.
    pub input_sha256: String,
    /// Where the sheet starts.
    pub origin: Origin,
}

impl Sheet {
    /// Every measure with its indicator, in the order of the form.
    pub fn measures(&self) -> impl Iterator<Item = (&Indicator, &Measure)> {
        self.indicators.iter().flat_map(|indicator| {
            indicator
                .measures
                .iter()
                .map(move |measure| (indicator, measure))
        })
    }
}
