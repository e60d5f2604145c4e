//! The typed reading of a cell.

use rust_decimal::Decimal;

/// 指标值: what was promised, as written in the target column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target(pub Written);

/// 实际完成值: what was reached, as written in the actual column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actual(pub Written);

/// One cell: the original text, untouched, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The text exactly as it stood in the cell, before any normalisation.
    pub text: String,
    /// ≥ ≤ ＝ or their words (不少于, 不超过, …以内, …以上); `None` when the cell carries none.
    pub operator: Option<Operator>,
    /// The reading.
    pub value: Value,
    /// The words that were set aside to reach the number: a remark in brackets ("1600000人 (线上+线下)"
    /// keeps "线上+线下"), the name of an item ("标杆智能工厂10家"), what is counted ("30个指标").
    pub note: Option<String>,
    /// What makes the reading uncertain; a doubtful value is never scored silently.
    pub doubts: Vec<Doubt>,
}

/// The comparison a cell states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// ≥, 不少于, 不低于, …以上; 达到 in a target (in an actual it only says "reached").
    AtLeast,
    /// >, 大于, 超过, 高于.
    MoreThan,
    /// ≤, 不超过, …以内, 控制在…以下; a deadline's …前.
    AtMost,
    /// <, 小于, 低于, 不足.
    LessThan,
    /// =, ＝, ﹦, 等于.
    Equal,
}

/// What a cell says, by class (`domain` §4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number with its unit: 3个, 98%, 20万人次/家次, 每月100篇, 3小时.
    Quantity(Quantity),
    /// An interval: 每月8-9期, 35-60个. Both ends share scale, unit and period; `low` ≤ `high`.
    Range {
        /// The lower end.
        low: Quantity,
        /// The upper end.
        high: Quantity,
    },
    /// 左右, 近, 余: a number whose interval is not stated, so nothing can be judged against it.
    Approximate(Quantity),
    /// A calendar date or deadline: 12月底之前完成, 2024年6月.
    Date(Date),
    /// 增长, 持续增长, 下降 without a number.
    Trend(Trend),
    /// 前5位, 第3名: lower is better.
    Rank(Decimal),
    /// A graded word: 显著提升, 基本稳定, 优/良/中/差, 部分达成…
    Level(Level),
    /// Any other word or phrase, compared as a word: 是, 达标, 合规, 及时, 上传.
    Word(String),
    /// Several values in one cell: 3个、8个 · 标杆智能工厂10家，示范项目20个.
    List(Vec<Written>),
    /// Nothing was filled in: empty, /, \, ----, —.
    Missing,
    /// There is text, but no reading can be defended.
    Unreadable(Unreadable),
}

/// A number as written and as counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The value in single units: 20万 is 200000, 98% is 0.98.
    pub number: Decimal,
    /// The figure as written, without unit and spaces, in plain characters: "20万", "98%", "8".
    pub figure: String,
    /// What stood behind the digits.
    pub scale: Scale,
    /// The unit of measure as written (人次/家次, 家, 元, 小时); empty when none stood there.
    pub unit: String,
    /// 每月, 次/周: a rate per period; never annualised.
    pub per: Option<Period>,
    /// Digits after the decimal point as written, before the scale: 86.67% has 2.
    pub places: u32,
}

/// The multiplier written behind the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// No multiplier.
    One,
    /// % — a hundredth.
    Percent,
    /// ‰ — a thousandth.
    Permille,
    /// 百, 10².
    Hundred,
    /// 千, 10³.
    Thousand,
    /// 万, 10⁴.
    TenThousand,
    /// 百万, 10⁶.
    Million,
    /// 千万, 10⁷.
    TenMillion,
    /// 亿, 10⁸.
    HundredMillion,
    /// 万亿, 10¹².
    Trillion,
}

/// The period of a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// 每天, /天, /日.
    Day,
    /// 每周, /周.
    Week,
    /// 每月, /月.
    Month,
    /// 每季度, /季.
    Quarter,
    /// 每年, /年.
    Year,
    /// Any other "每…": 每次, 每户, 每场.
    Other,
}

/// A date as precise as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// The year, when written.
    pub year: Option<u16>,
    /// The month, 1–12.
    pub month: u8,
    /// The day, 1–31; `None` for 12月; 31 for 12月底 (the month's last day, 29 in February when the year is unknown).
    pub day: Option<u8>,
}

/// A movement without a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// 增长, 提高, 上升.
    Up,
    /// 持平, 保持稳定 where a movement is meant.
    Flat,
    /// 下降, 减少, 降低.
    Down,
}

/// A word on a scale of three bands or four grades; which points it earns is the pack's matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Level {
    /// 达成年度指标 (and 达成预期指标).
    Reached,
    /// 部分达成年度指标并具有一定效果.
    PartlyReached,
    /// 未达成年度指标且效果较差.
    NotReached,
    /// 优 良 中 差 alone in the cell, as that one character.
    Grade(char),
    /// A graded phrase without a band of its own: 显著提升, 进一步加强, 基本稳定.
    Phrase(String),
}

/// Why a text has no defensible reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// More than 28 digits: cannot be kept exactly.
    TooManyDigits,
    /// Looks like a number but is not one: "1.2.3", "NaN", "1e5", "12,34,5".
    NotANumber,
    /// A range whose lower end lies above the upper end.
    RangeBackwards,
    /// Written as a date that no calendar has: 2月30日, 13月.
    NoSuchDate,
    /// Longer than [`Written::LONGEST`] characters.
    TooLong,
}

/// What makes a reading uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// "2≥90%", "290%": a ≥ that a scanner may have read as 2.
    OperatorMayBeDigit,
    /// "W3小时": a ≤ that a scanner may have read as W.
    OperatorMayBeLetter,
    /// 口, 0 or 2 where a tick box is expected.
    TickBox,
    /// The words beside the number may change what it says ("未达到95%", "下降5%", "标杆工厂10家"):
    /// the reading took the only number in the text.
    WordsAroundNumber,
    /// There are figures in the text, but they were not read as a value ("7×24小时"): it is kept as words.
    NumbersInWords,
}

impl Operator {
    /// The sign a form would print.
    pub fn sign(self) -> &'static str {
        match self {
            Operator::AtLeast => "≥",
            Operator::MoreThan => ">",
            Operator::AtMost => "≤",
            Operator::LessThan => "<",
            Operator::Equal => "=",
        }
    }
}

impl Scale {
    /// The decimal exponent: 万 is 4, % is −2.
    pub fn exponent(self) -> i32 {
        match self {
            Scale::Permille => -3,
            Scale::Percent => -2,
            Scale::One => 0,
            Scale::Hundred => 2,
            Scale::Thousand => 3,
            Scale::TenThousand => 4,
            Scale::Million => 6,
            Scale::TenMillion => 7,
            Scale::HundredMillion => 8,
            Scale::Trillion => 12,
        }
    }

    /// `number` in single units, exactly; `None` when it does not fit. A percentage keeps the places
    /// that were written (94.40 % is 0.9440), a multiple drops empty ones (2.50万 is 25000).
    pub(super) fn apply(self, number: Decimal) -> Option<Decimal> {
        let exponent = self.exponent();
        let steps = exponent.unsigned_abs();
        if exponent <= 0 {
            let mut shifted = number;
            shifted.set_scale(number.scale() + steps).ok()?;
            return Some(shifted);
        }
        let power = Decimal::from(10_u64.checked_pow(steps)?);
        number.checked_mul(power).map(|product| product.normalize())
    }
}

impl Written {
    /// The most characters of a cell that are read; anything longer is [`Unreadable::TooLong`].
    pub const LONGEST: usize = 2_000;

    /// The number, when the cell holds exactly one.
    pub fn number(&self) -> Option<Decimal> {
        match &self.value {
            Value::Quantity(quantity) => Some(quantity.number),
            Value::Rank(rank) => Some(*rank),
            _ => None,
        }
    }

    /// The text without any white space, for comparing words.
    pub fn plain(&self) -> String {
        self.text.split_whitespace().collect()
    }
}
