//! Words around a number.

use super::table::Table;
use crate::value::{Operator, Period};

/// What a word in front of a number says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::value) enum Leading {
    /// A comparison.
    Compares(Operator),
    /// 达到: at least in a target, nothing in an actual.
    Reaches,
    /// 控制在: at most, unless words behind the number say otherwise.
    Holds,
    /// 每月, 月均: a rate.
    Per(Period),
    /// 约, 近: no exact number.
    About,
    /// 增长: the number is an increase.
    Grows,
    /// 下降: the number is a decrease, so its sign is open.
    Falls,
    /// 百分之: the number is a percentage.
    Percent,
    /// Says nothing about the number.
    Filler,
}

use Leading::{About, Compares, Falls, Filler, Grows, Holds, Per, Percent, Reaches};
use Operator::{AtLeast, AtMost, Equal, LessThan, MoreThan};

/// Words and signs in front of a number.
pub(in crate::value) static LEADING: Table<Leading> = Table::new(&[
    ("≥", Compares(AtLeast)),
    ("不少于", Compares(AtLeast)),
    ("不低于", Compares(AtLeast)),
    ("不小于", Compares(AtLeast)),
    ("不得少于", Compares(AtLeast)),
    ("不得低于", Compares(AtLeast)),
    ("不应低于", Compares(AtLeast)),
    ("大于等于", Compares(AtLeast)),
    ("大于或等于", Compares(AtLeast)),
    ("至少", Compares(AtLeast)),
    ("最少", Compares(AtLeast)),
    (">", Compares(MoreThan)),
    ("大于", Compares(MoreThan)),
    ("多于", Compares(MoreThan)),
    ("高于", Compares(MoreThan)),
    ("超过", Compares(MoreThan)),
    ("≤", Compares(AtMost)),
    ("不超过", Compares(AtMost)),
    ("不超出", Compares(AtMost)),
    ("不高于", Compares(AtMost)),
    ("不大于", Compares(AtMost)),
    ("不多于", Compares(AtMost)),
    ("不得超过", Compares(AtMost)),
    ("不得高于", Compares(AtMost)),
    ("不晚于", Compares(AtMost)),
    ("小于等于", Compares(AtMost)),
    ("小于或等于", Compares(AtMost)),
    ("至多", Compares(AtMost)),
    ("最多", Compares(AtMost)),
    ("<", Compares(LessThan)),
    ("小于", Compares(LessThan)),
    ("少于", Compares(LessThan)),
    ("低于", Compares(LessThan)),
    ("不足", Compares(LessThan)),
    ("不到", Compares(LessThan)),
    ("=", Compares(Equal)),
    ("等于", Compares(Equal)),
    ("达到", Reaches),
    ("达", Reaches),
    ("控制在", Holds),
    ("控制到", Holds),
    ("每天", Per(Period::Day)),
    ("每日", Per(Period::Day)),
    ("日均", Per(Period::Day)),
    ("每周", Per(Period::Week)),
    ("每星期", Per(Period::Week)),
    ("周均", Per(Period::Week)),
    ("每月", Per(Period::Month)),
    ("每个月", Per(Period::Month)),
    ("月均", Per(Period::Month)),
    ("每季度", Per(Period::Quarter)),
    ("每季", Per(Period::Quarter)),
    ("每个季度", Per(Period::Quarter)),
    ("每年", Per(Period::Year)),
    ("年均", Per(Period::Year)),
    ("每半年", Per(Period::Other)),
    ("每两周", Per(Period::Other)),
    ("每两月", Per(Period::Other)),
    ("每两年", Per(Period::Other)),
    ("每旬", Per(Period::Other)),
    ("每学期", Per(Period::Other)),
    ("每次", Per(Period::Other)),
    ("每场", Per(Period::Other)),
    ("每期", Per(Period::Other)),
    ("每户", Per(Period::Other)),
    ("每家", Per(Period::Other)),
    ("每人", Per(Period::Other)),
    ("每个", Per(Period::Other)),
    ("每项", Per(Period::Other)),
    ("人均", Per(Period::Other)),
    ("户均", Per(Period::Other)),
    ("约", About),
    ("大约", About),
    ("大概", About),
    ("近", About),
    ("将近", About),
    ("接近", About),
    ("增长", Grows),
    ("增加", Grows),
    ("上升", Grows),
    ("提高", Grows),
    ("提升", Grows),
    ("下降", Falls),
    ("减少", Falls),
    ("降低", Falls),
    ("降幅", Falls),
    ("百分之", Percent),
    ("全年", Filler),
    ("年度", Filler),
    ("本年", Filler),
    ("本年度", Filler),
    ("当年", Filler),
    ("共", Filler),
    ("共计", Filler),
    ("总计", Filler),
    ("合计", Filler),
    ("累计", Filler),
    ("总共", Filler),
    ("完成", Filler),
    ("已完成", Filler),
    ("实际完成", Filler),
    ("全年完成", Filler),
    ("实际", Filler),
    ("预计", Filler),
    ("计划", Filler),
    ("平均", Filler),
    ("同比", Filler),
    ("较上年", Filler),
    ("比上年", Filler),
    ("较上年度", Filler),
    ("比去年", Filler),
    ("提高到", Filler),
    ("提高至", Filler),
    ("提升到", Filler),
    ("提升至", Filler),
    ("增加到", Filler),
    ("增加至", Filler),
    ("仅", Filler),
    ("为", Filler),
    ("是", Filler),
    (":", Filler),
]);

/// What a word behind a number says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::value) enum Trailing {
    /// A comparison.
    Compares(Operator),
    /// 左右: no exact number.
    About,
    /// Says nothing about the number.
    Filler,
}

/// Words behind a number and its unit.
pub(in crate::value) static TRAILING: Table<Trailing> = Table::new(&[
    ("以上", Trailing::Compares(AtLeast)),
    ("及以上", Trailing::Compares(AtLeast)),
    ("或以上", Trailing::Compares(AtLeast)),
    ("以内", Trailing::Compares(AtMost)),
    ("之内", Trailing::Compares(AtMost)),
    ("内", Trailing::Compares(AtMost)),
    ("以下", Trailing::Compares(AtMost)),
    ("及以下", Trailing::Compares(AtMost)),
    ("左右", Trailing::About),
    ("上下", Trailing::About),
    ("余", Trailing::About),
    ("完成", Trailing::Filler),
    ("已完成", Trailing::Filler),
]);

/// Between the digits and the unit: 300余场, 20多家, 10来个.
pub(in crate::value) const ABOUT_INFIX: &[&str] = &["余", "多", "来", "几"];

/// What is counted, in words so common that they change nothing: 两场活动.
pub(in crate::value) const COUNTED: &[&str] = &[
    "活动", "会议", "培训", "企业", "指标", "项目", "任务", "报告", "报道", "课程", "单位", "人员",
];

/// Characters that can turn a number's meaning: 未达到95%, 5家未达标, 15日前.
pub(in crate::value) const TURNING: &[char] = &[
    '未', '不', '没', '无', '非', '除', '差', '缺', '少', '前', '后', '超', '降', '减', '错', '误',
    '漏', '±', '倒', '每', '比', '尚', '剩',
];

/// Endings of a measure's name: 及时率100% repeats the name, the number is its value.
pub(in crate::value) const MEASURE_ENDINGS: &[char] = &['率', '度', '数', '量', '值', ':'];
