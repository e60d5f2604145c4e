//! Every key of an acceptance file, English and Chinese.

use crate::document::Name;

/// The list.
pub const ACCEPTED: Name = Name::new("accepted", "接受");
/// The sheet.
pub const SHEET: Name = Name::new("sheet", "自评表");
/// The check.
pub const CODE: Name = Name::new("code", "检查项");
/// The row.
pub const ROW: Name = Name::new("row", "行");
/// Its indicator.
pub const INDICATOR: Name = Name::new("indicator", "指标");
/// The figure as reported.
pub const REPORTED: Name = Name::new("reported", "填报");
/// The figure as expected.
pub const EXPECTED: Name = Name::new("expected", "应为");
/// The target.
pub const TARGET: Name = Name::new("target", "指标值");
/// The actual.
pub const ACTUAL: Name = Name::new("actual", "实际完成值");
/// The finding in words.
pub const FINDING: Name = Name::new("finding", "发现");
/// Why it is accepted.
pub const REASON: Name = Name::new("reason", "理由");
/// Which office accepts it.
pub const BY: Name = Name::new("by", "接受单位");

/// Keys of the file.
pub const FILE: &[Name] = &[ACCEPTED];

/// Keys of an entry, in the order they are written.
pub const ENTRY: &[Name] = &[
    SHEET, CODE, ROW, INDICATOR, REPORTED, EXPECTED, TARGET, ACTUAL, FINDING, REASON, BY,
];
