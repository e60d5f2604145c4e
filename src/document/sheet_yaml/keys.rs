//! Every key of a sheet file, English and Chinese: the one table the reader, the writer, the JSON
//! schema and "did you mean" share.

use crate::document::Name;

/// A list of several sheets in one file.
pub const SHEETS: Name = Name::new("sheets", "自评表");

/// Title as printed.
pub const TITLE: Name = Name::new("title", "标题");
/// 整体 or 项目.
pub const SCOPE: Name = Name::new("scope", "范围");
/// The year that is evaluated.
pub const YEAR: Name = Name::new("year", "年度");
/// The unit's name.
pub const UNIT: Name = Name::new("unit", "单位名称");
/// The project's name.
pub const PROJECT: Name = Name::new("project", "项目名称");
/// The department above the unit.
pub const DEPARTMENT: Name = Name::new("department", "主管部门");
/// The money block.
pub const EXECUTION: Name = Name::new("execution", "预算执行情况");
/// Goals of the year, in words.
pub const GOALS: Name = Name::new("goals", "年度目标");
/// Full mark of all indicators together.
pub const INDICATORS_FULL_MARK: Name = Name::new("indicators_full_mark", "指标分值");
/// The indicators, below the labels of their levels.
pub const INDICATORS: Name = Name::new("indicators", "绩效指标");
/// Points of whole groups as printed, by their labels.
pub const GROUP_POINTS: Name = Name::new("group_points", "分组得分");
/// Total as printed.
pub const TOTAL: Name = Name::new("total", "总分");
/// Grade as printed.
pub const GRADE: Name = Name::new("grade", "评价等级");
/// How many indicators the form says it has.
pub const INDICATOR_COUNT: Name = Name::new("indicator_count", "指标个数");
/// The shared reason box.
pub const REASONS: Name = Name::new("reasons", "原因分析");
/// What is to be done better.
pub const IMPROVEMENTS: Name = Name::new("improvements", "改进措施");
/// What the report's text says about the sheet.
pub const NARRATIVE: Name = Name::new("narrative", "报告说明");
/// Projects the report lists for the unit.
pub const PROJECTS: Name = Name::new("projects", "项目清单");

/// 元 or 万元.
pub const MONEY: Name = Name::new("money", "金额单位");
/// A line's name.
pub const LINE_NAME: Name = Name::new("name", "名称");
/// 预算数 A.
pub const BUDGET: Name = Name::new("budget", "预算数");
/// 执行数 B.
pub const EXECUTED: Name = Name::new("executed", "执行数");
/// 执行率 as printed.
pub const RATE: Name = Name::new("rate", "执行率");
/// 得分 as printed.
pub const POINTS: Name = Name::new("points", "得分");
/// 分值 as printed.
pub const FULL_MARK: Name = Name::new("full_mark", "分值");
/// 基本支出.
pub const BASIC_SPENDING: Name = Name::new("basic", "基本支出");
/// 项目支出.
pub const PROJECT_SPENDING: Name = Name::new("project", "项目支出");
/// The lines the total consists of.
pub const SOURCES: Name = Name::new("sources", "其中");
/// A reason written beside one row or the money.
pub const REASON: Name = Name::new("reason", "偏差原因");

/// An indicator's name.
pub const NAME: Name = Name::new("name", "指标名称");
/// Labels above an indicator, where they cannot be keys: blank, or the same again further down.
pub const LEVELS: Name = Name::new("levels", "指标层级");
/// Several target/actual pairs of one indicator.
pub const MEASURES: Name = Name::new("measures", "指标项");
/// 指标值.
pub const TARGET: Name = Name::new("target", "指标值");
/// 实际完成值.
pub const ACTUAL: Name = Name::new("actual", "实际完成值");
/// 正向, 反向 or 等于.
pub const DIRECTION: Name = Name::new("direction", "指标性质");
/// The completion a person judged.
pub const JUDGED: Name = Name::new("judged", "人工评定");
/// Whether the row applies this year.
pub const APPLICABLE: Name = Name::new("applicable", "是否适用");
/// Named extra values for the rule.
pub const INPUTS: Name = Name::new("inputs", "补充数据");

/// 一级指标 of a row that stands alone, as in a worked case.
pub const LEVEL1: Name = Name::new("level1", "一级指标");

/// Keys of a file that holds several sheets.
pub const FILE: &[Name] = &[SHEETS];

/// Keys of a sheet.
pub const SHEET: &[Name] = &[
    TITLE,
    SCOPE,
    YEAR,
    UNIT,
    PROJECT,
    DEPARTMENT,
    EXECUTION,
    GOALS,
    INDICATORS_FULL_MARK,
    INDICATORS,
    GROUP_POINTS,
    INPUTS,
    TOTAL,
    GRADE,
    INDICATOR_COUNT,
    REASONS,
    IMPROVEMENTS,
    NARRATIVE,
    PROJECTS,
];

/// Keys of `execution`.
pub const EXECUTION_KEYS: &[Name] = &[
    FULL_MARK,
    MONEY,
    LINE_NAME,
    BUDGET,
    EXECUTED,
    RATE,
    POINTS,
    BASIC_SPENDING,
    PROJECT_SPENDING,
    REASON,
    SOURCES,
];

/// Keys of one item of `sources`.
pub const SOURCE: &[Name] = &[LINE_NAME, BUDGET, EXECUTED, RATE, POINTS];

/// Keys of an indicator; those of its one measure may stand beside them instead of `measures`.
pub const INDICATOR: &[Name] = &[
    NAME, LEVELS, FULL_MARK, REASON, MEASURES, TARGET, ACTUAL, POINTS, DIRECTION, JUDGED,
    APPLICABLE, INPUTS,
];

/// Keys of one item of `measures`.
pub const MEASURE: &[Name] = &[
    TARGET, ACTUAL, POINTS, FULL_MARK, DIRECTION, JUDGED, APPLICABLE, INPUTS, REASON,
];

/// Keys of a row that stands alone.
pub const ROW: &[Name] = &[
    NAME, LEVEL1, TARGET, ACTUAL, POINTS, FULL_MARK, DIRECTION, JUDGED, APPLICABLE, INPUTS,
];
