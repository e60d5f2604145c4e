//! Every key of a mapping file, English and Chinese. What a sheet file has as well is called the same here.

use crate::document::Name;
pub use crate::document::sheet_yaml::keys::{
    ACTUAL, APPLICABLE, BUDGET, DEPARTMENT, DIRECTION, EXECUTED, EXECUTION, FULL_MARK, GRADE,
    GROUP_POINTS, INDICATORS_FULL_MARK, INPUTS, JUDGED, LEVELS, MONEY, POINTS, PROJECT, RATE,
    REASON, SCOPE, TARGET, TITLE, TOTAL, UNIT, YEAR,
};

/// Wide or long.
pub const LAYOUT: Name = Name::new("layout", "布局");
/// The row the headings stand in.
pub const HEADER: Name = Name::new("header", "表头行");
/// What is said of an institution once.
pub const SHEET: Name = Name::new("sheet", "自评表");
/// Words that say that nothing is there.
pub const MISSING: Name = Name::new("missing", "缺失");
/// Words around a figure.
pub const READINGS: Name = Name::new("readings", "读法");
/// The measures of a wide table, or what a long one does not say about its own.
pub const MEASURES: Name = Name::new("measures", "指标");
/// The columns of a long table.
pub const ROWS: Name = Name::new("rows", "各行");

/// What the sheets of a run are told apart by.
pub const ID: Name = Name::new("id", "编号");
/// Names a block of measures is repeated for.
pub const EACH: Name = Name::new("each", "逐项");
/// An indicator's name.
pub const INDICATOR: Name = Name::new("indicator", "指标名称");

/// A fixed text instead of a column.
pub const VALUE: Name = Name::new("value", "值");
/// A column, where a bare text would be a fixed one.
pub const COLUMN: Name = Name::new("column", "列");

/// Keys of a mapping file.
pub const FILE: &[Name] = &[LAYOUT, HEADER, SHEET, MISSING, READINGS, MEASURES, ROWS];

/// Keys of `sheet`.
pub const SHEET_KEYS: &[Name] = &[
    ID,
    TITLE,
    SCOPE,
    YEAR,
    UNIT,
    PROJECT,
    DEPARTMENT,
    EXECUTION,
    INDICATORS_FULL_MARK,
    GROUP_POINTS,
    INPUTS,
    TOTAL,
    GRADE,
];

/// Keys of `execution`.
pub const EXECUTION_KEYS: &[Name] = &[FULL_MARK, MONEY, BUDGET, EXECUTED, RATE, POINTS];

/// Keys of a block of measures of a wide table.
pub const BLOCK: &[Name] = &[
    EACH, INDICATOR, LEVELS, TARGET, ACTUAL, FULL_MARK, POINTS, DIRECTION, JUDGED, APPLICABLE,
    INPUTS, REASON,
];

/// Keys of `rows`, and of what is fixed for one indicator of a long table.
pub const ROW: &[Name] = &[
    INDICATOR, LEVELS, TARGET, ACTUAL, FULL_MARK, POINTS, DIRECTION, JUDGED, APPLICABLE, INPUTS,
    REASON,
];

/// Keys of a reference written as a map.
pub const REFERENCE: &[Name] = &[VALUE, COLUMN];
