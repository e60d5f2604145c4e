//! What a cell may be by its content alone, and how badly that fits a column.

use super::field::Field;
use super::lexicon::{LEXICON, Label};
use super::row::Cell;
use crate::value::{Value, normalise, read, read_figure};

/// Longest text that is read for a value.
const LONGEST_VALUE: usize = 40;

/// Longest word that may be a value ("有效提升", "合理区间内运行").
const LONGEST_WORD: usize = 9;

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A label of the first level.
    Level1,
    /// A label of the second level.
    Level2,
    /// A label of either level.
    Level,
    /// The label in front of a block of indicators: 年度绩效目标1.
    Group,
    /// 计划数据.
    Basis,
    /// 正向, ≥ alone.
    Operator,
    /// A plain figure: 2, 2.5分, 100.
    Figure,
    /// A percentage.
    Percent,
    /// Any other value with a number, a level or a trend.
    Value,
    /// /, —.
    Blank,
    /// A word short enough to be a value or a name.
    Word,
    /// Longer text.
    Text,
}

/// What a cell looks like.
pub(super) fn content(cell: &Cell<'_>) -> Content {
    match LEXICON.label(&cell.key) {
        Some(Label::First) => return Content::Level1,
        Some(Label::Second) => return Content::Level2,
        Some(Label::Either) => return Content::Level,
        None => {}
    }
    if LEXICON.is_basis(&cell.key) {
        return Content::Basis;
    }
    if is_group(&cell.key) {
        return Content::Group;
    }
    let length = cell.text.chars().take(LONGEST_VALUE + 1).count();
    if length > LONGEST_VALUE {
        return Content::Text;
    }
    let plain = normalise(cell.text);
    if LEXICON.operator(&plain).is_some() {
        return Content::Operator;
    }
    match read_figure(cell.text) {
        Ok(None) => return Content::Blank,
        Ok(Some(_)) if plain.contains('%') => return Content::Percent,
        Ok(Some(_)) if plain.ends_with(|c: char| c.is_ascii_digit() || c == '分') => {
            return Content::Figure;
        }
        _ => {}
    }
    let written = read(cell.text);
    let compares = written.operator.is_some();
    match &written.value {
        Value::Quantity(_) | Value::Range { .. } | Value::Approximate(_)
            if written.note.is_none() || compares =>
        {
            Content::Value
        }
        Value::Date(_) | Value::Rank(_) => Content::Value,
        _ if compares && plain.starts_with(['≥', '≤', '=', '<', '>']) => Content::Value,
        _ if plain.chars().count() > LONGEST_WORD => Content::Text,
        Value::Level(_) | Value::Trend(_) => Content::Value,
        _ => Content::Word,
    }
}

fn is_group(key: &str) -> bool {
    LEXICON.is("rows", "long_term", key)
        || LEXICON.is("rows", "annual", key)
        || LEXICON.column(super::lexicon::without_number(key)) == Some(Field::Group)
}

/// The cost of a cell that cannot stand in a column.
pub(super) const NEVER: u32 = 14;

/// How badly what a cell looks like fits a column, from 0 (well) to [`NEVER`].
pub(super) fn misfit(field: Field, content: Content) -> u32 {
    use Content as C;
    match (field, content) {
        (Field::Level1, C::Level1 | C::Level)
        | (Field::Level2, C::Level2 | C::Level)
        | (Field::Group, C::Group)
        | (Field::Basis, C::Basis)
        | (Field::Operator, C::Operator)
        | (Field::Rate, C::Percent | C::Blank)
        | (Field::Name | Field::Reason, C::Text | C::Word)
        | (Field::Fund, C::Text | C::Word)
        | (Field::Number | Field::GoalShare, C::Figure | C::Blank) => 0,
        (Field::Level1, C::Level2) => 13,
        (Field::Level2, C::Level1) => 8,
        (Field::Level1 | Field::Level2, C::Word | C::Text) => 2,
        (Field::Group, C::Word | C::Text) => 6,
        (Field::Name, C::Level1 | C::Level2 | C::Level) => 9,
        (Field::Name, C::Operator | C::Group) => 3,
        (Field::Name, C::Value) => 10,
        (Field::Name, C::Basis) => 11,
        (Field::Target | Field::Value(_) | Field::Actual, content) => match content {
            C::Value | C::Figure | C::Percent | C::Blank | C::Word | C::Operator => 0,
            C::Text => 3,
            C::Basis => 10,
            _ => NEVER,
        },
        (Field::Points | Field::FullMark | Field::Deduction, content) => match content {
            C::Figure | C::Blank => 0,
            C::Percent if field == Field::FullMark => 1,
            C::Percent => 8,
            C::Word | C::Operator => 9,
            _ => 10,
        },
        (Field::Budget | Field::InitialBudget | Field::Executed, content) => match content {
            C::Figure | C::Blank => 0,
            C::Value => 1,
            C::Percent => 9,
            _ => 10,
        },
        (Field::Rate, C::Figure) => 3,
        (Field::MeasureUnit, C::Word | C::Percent | C::Blank) => 0,
        (Field::MeasureUnit, _) => 6,
        (Field::Basis, C::Word | C::Text | C::Blank) => 2,
        (Field::Basis, _) => 8,
        (Field::Reason, C::Blank) => 0,
        (Field::Reason, _) => 5,
        (Field::Operator, _) => 8,
        (Field::Other | Field::History, _) => 3,
        (Field::GoalShare, C::Percent) => 0,
        _ => NEVER,
    }
}
