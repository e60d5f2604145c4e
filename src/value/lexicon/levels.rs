//! Blanks, movements, levels and answers: cells without a number.

use super::table::Words;

/// Nothing was filled in, in words.
pub(in crate::value) const MISSING: &[&str] = &[
    "无",
    "暂无",
    "空",
    "N/A",
    "n/a",
    "NA",
    "null",
    "未填",
    "未填报",
];

/// There is none, in words; what there is none of stands behind them.
pub(in crate::value) const NONE: &[&str] = &[
    "无",
    "没有",
    "零",
    "未有",
    "未发生",
    "没有发生",
    "无发生",
    "未出现",
    "没有出现",
    "未发现",
    "没有发现",
    "未收到",
    "没有收到",
];

/// Words that make what there is none of smaller: 无重大事故 is not 无事故.
pub(in crate::value) const NARROWING: &[&str] = &[
    "重大",
    "较大",
    "特大",
    "重特大",
    "严重",
    "恶性",
    "死亡",
    "责任",
    "有效",
    "群体",
    "亡人",
    "以上",
];

/// The characters [`NONE`] begins with.
pub(in crate::value) const NONE_BEGINS: [char; 4] = ['无', '没', '零', '未'];

/// Words that begin like one of [`NONE`] and say something else.
pub(in crate::value) const NOT_NONE: &[&str] = &[
    "无障碍",
    "无偿",
    "无纸",
    "无缝",
    "无害",
    "无线",
    "无人机",
    "无法",
    "无需",
    "无须",
    "无效",
    "无论",
    "无关",
    "无条件",
    "无记录",
    "无数据",
    "无统计",
    "没有完成",
    "没有达到",
    "没有开展",
    "没有实现",
    "没有统计",
    "没有数据",
    "没有提升",
    "没有变化",
    "零星",
    "零售",
    "零距离",
    "零件",
];

/// Characters that only draw a blank: /, \, ----, —.
pub(in crate::value) const STROKES: &[char] = &[
    '/', '\\', '-', '—', '―', '_', '…', '.', '。', '·', '*', '~', '|', '、',
];

/// What programs leave in a cell when a calculation failed.
pub(in crate::value) const NO_NUMBERS: &[&str] = &[
    "nan",
    "inf",
    "infinity",
    "-inf",
    "-infinity",
    "+inf",
    "#div/0!",
    "#n/a",
    "#ref!",
    "#value!",
    "#name?",
    "#num!",
    "#null!",
];

/// Adverbs of a movement: 持续增长.
pub(in crate::value) static MOVING: Words = Words::new(&[
    "持续",
    "稳步",
    "稳定",
    "平稳",
    "逐年",
    "逐步",
    "同比",
    "累计",
    "不断",
    "有所",
    "继续",
    "保持",
    "较上年",
    "比上年",
    "较上年度",
    "比去年",
    "较去年",
]);

/// Movements upwards, level and downwards.
pub(in crate::value) const UP: &[&str] = &["增长", "增加", "上升", "提高", "提升"];
/// See [`UP`].
pub(in crate::value) const FLAT: &[&str] = &["持平", "基本持平", "保持稳定", "保持平稳"];
/// See [`UP`].
pub(in crate::value) const DOWN: &[&str] = &["下降", "减少", "降低"];

/// 达成年度指标 in its spellings.
pub(in crate::value) const REACHED: &[&str] = &[
    "达成",
    "达成年度指标",
    "达成预期指标",
    "达成年度目标",
    "达成预期目标",
    "达成指标",
    "达成目标",
    "全部达成",
    "达成年度指标值",
];
/// Openings of the second band.
pub(in crate::value) const PARTLY_REACHED: &[&str] = &["部分达成"];
/// Openings of the third band.
pub(in crate::value) const NOT_REACHED: &[&str] = &["未达成"];

/// 优良中低差: grades of one character.
pub(in crate::value) const GRADES: &[char] = &['优', '良', '中', '低', '差'];

/// Words of degree: a phrase with one of them lies on a scale and needs a person's judgement.
pub(in crate::value) static DEGREES: Words = Words::new(&[
    "有效",
    "显著",
    "明显",
    "进一步",
    "基本",
    "充分",
    "较好",
    "较高",
    "较大",
    "较强",
    "较低",
    "较差",
    "大幅",
    "逐步",
    "不断",
    "持续",
    "稳步",
    "良好",
    "优秀",
    "合理区间",
    "合理范围",
    "前列",
    "领先",
    "满意",
    "一定",
    "有所",
    "部分",
    "全面",
    "大力",
]);

/// Answers beside a tick box.
pub(in crate::value) const TICKED_WORDS: &[&str] = &["是", "否", "有", "无"];
