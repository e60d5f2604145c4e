//! Every word a key of a change consists of, English and Chinese.

use crate::document::Name;

/// The execution part of the pack.
pub(super) const EXECUTION: Name = Name::new("execution", "预算执行");
/// The indicators part of the pack.
pub(super) const INDICATORS: Name = Name::new("indicators", "指标");
/// A level or group.
pub(super) const LEVELS: Name = Name::new("levels", "指标层级");
/// A parameter of the pack.
pub(super) const PARAMS: Name = Name::new("params", "参数");
/// A rounding step of the pack.
pub(super) const ROUNDING: Name = Name::new("rounding", "取舍");
/// The money of the sheet.
pub(super) const BUDGET: Name = Name::new("budget", "预算执行情况");
/// A row of the sheet.
pub(super) const ROWS: Name = Name::new("rows", "行");
/// What a part or level counts.
pub(super) const WEIGHT: Name = Name::new("weight", "权重");
/// Decimal places that stay.
pub(super) const PLACES: Name = Name::new("places", "位数");
/// How the rest is treated.
pub(super) const MODE: Name = Name::new("mode", "方式");

/// Words a key begins with.
pub(super) const HEADS: [Name; 7] = [
    EXECUTION, INDICATORS, LEVELS, PARAMS, ROUNDING, BUDGET, ROWS,
];

/// The shapes of all keys, for messages and manuals.
pub fn all_keys() -> Vec<&'static str> {
    vec![
        "execution.weight",
        "indicators.weight",
        "levels.LEVEL.weight",
        "params.NAME",
        "rounding.STEP.places",
        "rounding.STEP.mode",
        "budget.budget",
        "budget.executed",
        "rows[ROW].target",
        "rows[ROW].actual",
        "rows[ROW].full_mark",
        "rows[ROW].points",
        "rows[ROW].judged",
        "rows[ROW].direction",
        "rows[ROW].applicable",
    ]
}
