//! Every key of a target table file, English and Chinese.

use crate::document::Name;
use crate::document::sheet_yaml::keys::SHEETS;
pub use crate::document::sheet_yaml::keys::{
    BUDGET, FULL_MARK, LEVEL1, LEVELS, MONEY, PROJECT, SCOPE, TITLE, UNIT, YEAR,
};

/// A list of several target tables in one file.
pub const TARGETS: Name = Name::new("targets", "绩效目标表");
/// What `import` said about its reading; of no meaning to a reader.
pub const NOTES: Name = Name::new("notes", "导入说明");

/// Rows of the long term.
pub const LONG_TERM: Name = Name::new("long_term", "长期绩效目标");
/// Rows of the year.
pub const ANNUAL: Name = Name::new("annual", "年度绩效目标");

/// An indicator's name.
pub const INDICATOR: Name = Name::new("indicator", "指标名称");
/// 二级指标 of a row that names its labels itself.
pub const LEVEL2: Name = Name::new("level2", "二级指标");
/// The promise, when there is one.
pub const VALUE: Name = Name::new("value", "指标值");
/// The promise of each year.
pub const VALUES: Name = Name::new("values", "各年指标值");
/// 计划数据, 历史标准, ….
pub const BASIS: Name = Name::new("basis", "指标值确定依据");
/// Whether the reading of the row is doubtful.
pub const DOUBTFUL: Name = Name::new("doubtful", "存疑");
/// Where the row or table stood in the document it was imported from; kept for people.
pub const ORIGIN: Name = Name::new("origin", "出处");

/// Keys of a file that holds several tables, or what `import --format json` found.
pub const FILE: &[Name] = &[SHEETS, TARGETS, NOTES];

/// Keys of a target table.
pub const TABLE: &[Name] = &[
    TITLE, SCOPE, YEAR, UNIT, PROJECT, BUDGET, MONEY, LONG_TERM, ANNUAL, ORIGIN,
];

/// Keys of a row.
pub const ROW: &[Name] = &[
    INDICATOR, LEVELS, LEVEL1, LEVEL2, VALUE, VALUES, FULL_MARK, BASIS, DOUBTFUL, ORIGIN,
];
