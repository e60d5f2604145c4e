//! The keys of `pack.yaml` in both spellings, and the words that may stand behind some of them.

use crate::document::Name;
use crate::rules::pack::{FullMarkPolicy, MissingActual, NotApplicable};
use crate::sheet::Direction;

/// Declares a key in both spellings.
macro_rules! keys {
    ($($constant:ident = $english:literal $chinese:literal),* $(,)?) => {
        $(pub(crate) const $constant: Name = Name::new($english, $chinese);)*
    };
}

keys!(
    PACK = "pack" "规则包", EDITION = "edition" "版本", TITLE = "title" "标题",
    ISSUER = "issuer" "制定机关", IN_FORCE = "in_force" "施行年度", FROM = "from" "起", TO = "to" "止",
    CITATIONS = "citations" "依据条款", SOURCE = "source" "文件", CLAUSE = "clause" "条款",
    SAYS = "says" "内容", VERIFIED = "verified" "已核对", CITATION = "citation" "依据",
    EXECUTION = "execution" "预算执行", INDICATORS = "indicators" "指标", WEIGHT = "weight" "权重",
    LEVELS = "levels" "一级指标权重", FUNCTION = "function" "函数", METHODS = "methods" "方法",
    NAME = "name" "名称", WHEN = "when" "适用", KIND = "kind" "类型", DIRECTION = "direction" "指标性质",
    ZERO_TARGET = "zero_target" "零目标", JUDGED = "judged" "人工评定",
    DIRECTION_WORDS = "direction_words" "方向词", AT_LEAST = "at_least" "正向", AT_MOST = "at_most" "反向",
    FULL_MARK = "full_mark_absent" "未印分值", NOT_APPLICABLE = "not_applicable" "不适用",
    MISSING = "missing_actual" "缺完成值", TOTAL = "total" "总分", ROUNDING = "rounding" "取舍",
    ROWS = "rows" "各行", MODE = "mode" "方式", PLACES = "places" "位数", GRADES = "grades" "等级",
    BANDS = "bands" "分档", PARAMS = "params" "参数", ZH = "zh" "中文", EN = "en" "英文",
    ABOVE = "above" "高于", EXTENDS = "extends" "沿用", GROUPS = "groups" "分组", LABEL = "label" "指标层级",
    FULL_MARK_EACH = "full_mark_each" "每行分值", JOINTLY = "jointly" "合评", ADJUST = "adjust" "调整",
    LEVEL = "level" "指标层级", NAMED = "named" "其他步骤",
);

/// The keys of the file itself.
pub(super) const TOP: &[Name] = &[
    PACK,
    EDITION,
    EXTENDS,
    TITLE,
    ISSUER,
    IN_FORCE,
    CITATIONS,
    EXECUTION,
    INDICATORS,
    METHODS,
    JOINTLY,
    ADJUST,
    DIRECTION_WORDS,
    FULL_MARK,
    NOT_APPLICABLE,
    MISSING,
    TOTAL,
    ROUNDING,
    GRADES,
    PARAMS,
];

pub(super) const FULL_MARK_POLICIES: &[(&str, FullMarkPolicy)] = &[
    ("infer", FullMarkPolicy::Infer),
    ("refuse", FullMarkPolicy::Refuse),
    ("share", FullMarkPolicy::Share),
];
pub(super) const NOT_APPLICABLE_POLICIES: &[(&str, NotApplicable)] = &[
    ("drop_and_rescale", NotApplicable::DropAndRescale),
    ("full", NotApplicable::Full),
    ("zero", NotApplicable::Zero),
    ("unscored", NotApplicable::Unscored),
];
pub(super) const MISSING_POLICIES: &[(&str, MissingActual)] = &[
    ("unscored", MissingActual::Unscored),
    ("zero", MissingActual::Zero),
    ("leave_out", MissingActual::LeaveOut),
];
pub(super) const DIRECTIONS: &[(&str, Direction)] = &[
    ("at_least", Direction::AtLeast),
    ("at_most", Direction::AtMost),
    ("equal", Direction::Equal),
];
pub(super) const TRUTHS: &[(&str, bool)] = &[("true", true), ("false", false)];
