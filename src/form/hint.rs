//! What a person should know about a target before filling in what was reached.

use crate::value::{Target, Value};

/// Why a target asks for attention; the text itself stays as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// The cell of the year is empty.
    Blank,
    /// 无, /, —: the cell says that there is nothing.
    Nothing,
    /// 3个、8个: several values, each of which needs a measure of its own.
    Several,
    /// 8-9期: an interval.
    Range,
    /// 20家左右: the interval is not stated, so nothing can be judged against it.
    Approximate,
    /// 有效提升: lies on a scale; the band needs a person.
    Graded,
    /// 是, 上传: reached when the same word is filled in.
    Word,
    /// Text without a defensible reading.
    Unreadable,
    /// The reading is uncertain: 290% may be ≥90% behind a scanner.
    Doubtful,
    /// The import was not sure of the row's columns.
    RowDoubtful,
}

/// The hints on a target, the most serious first.
///
/// ```
/// use jixiao::form::{Hint, hints};
/// use jixiao::value::Target;
/// assert_eq!(hints(&Target::read("≥90%")), []);
/// assert_eq!(hints(&Target::read("有效提升")), [Hint::Graded]);
/// assert_eq!(hints(&Target::read("无")), [Hint::Nothing]);
/// ```
pub fn hints(target: &Target) -> Vec<Hint> {
    let written = &target.0;
    let by_class = match &written.value {
        Value::Missing if written.text.trim().is_empty() => Some(Hint::Blank),
        Value::Missing => Some(Hint::Nothing),
        Value::List(_) => Some(Hint::Several),
        Value::Range { .. } => Some(Hint::Range),
        Value::Approximate(_) => Some(Hint::Approximate),
        Value::Level(_) => Some(Hint::Graded),
        Value::Word(_) => Some(Hint::Word),
        Value::Unreadable(_) => Some(Hint::Unreadable),
        Value::Quantity(_) | Value::Date(_) | Value::Trend(_) | Value::Rank(_) => None,
    };
    let doubt = (!written.doubts.is_empty()).then_some(Hint::Doubtful);
    by_class.into_iter().chain(doubt).collect()
}
