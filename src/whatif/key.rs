//! What a change is about.

use std::fmt;

use super::names::*;
use super::split::{Step, steps};
use crate::document::sheet_yaml::keys;
use crate::document::{Name, ProblemKind, nearest};
use crate::words::whatif as words;

/// What a change is about, before it is known whether the sheet or pack has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// What a part or level counts.
    Weight(WeightOf),
    /// A parameter of the pack; of a parameter with values by name, one of them.
    Param(Vec<String>),
    /// Decimal places of a rounding step.
    Places(String),
    /// The mode of a rounding step.
    Mode(String),
    /// The money of the sheet.
    Money(MoneyOf),
    /// A row of the sheet.
    Row(RowName, RowKey),
}

/// What carries a weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeightOf {
    /// 预算执行.
    Execution,
    /// All indicators together.
    Indicators,
    /// The rows under a label, or a group of the pack.
    Level(String),
}

/// Which figure of the execution block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyOf {
    /// 预算数 A.
    Budget,
    /// 执行数 B.
    Executed,
}

/// Which row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowName {
    /// By its number.
    Number(u32),
    /// By its indicator's name, and which of the rows of that name, from 1.
    Named(String, Option<usize>),
}

/// What of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKey {
    /// 指标值.
    Target,
    /// 实际完成值.
    Actual,
    /// 分值.
    FullMark,
    /// 得分: a person's judgement.
    Points,
    /// 人工评定, as a ratio: a person's judgement.
    Judged,
    /// 指标性质.
    Direction,
    /// 是否适用.
    Applicable,
}

impl RowKey {
    /// All of them with their words, as sheets have them.
    pub const ALL: [(Name, RowKey); 7] = [
        (keys::TARGET, RowKey::Target),
        (keys::ACTUAL, RowKey::Actual),
        (keys::FULL_MARK, RowKey::FullMark),
        (keys::POINTS, RowKey::Points),
        (keys::JUDGED, RowKey::Judged),
        (keys::DIRECTION, RowKey::Direction),
        (keys::APPLICABLE, RowKey::Applicable),
    ];

    /// The canonical word.
    pub fn name(self) -> &'static str {
        let mut all = Self::ALL.iter();
        let found = all.find(|(_, key)| *key == self);
        found.map_or("", |(name, _)| name.english)
    }
}

impl Key {
    /// Reads a key: `levels.效益.weight`, `rows["培训对象参训率"].points`.
    ///
    /// # Errors
    /// There is no such key; the nearest one is named.
    pub fn parse(text: &str) -> Result<Key, ProblemKind> {
        let Some(steps) = steps(text) else {
            return Err(ProblemKind::said(
                |lang| words::bad_key(lang, text),
                |lang| words::keys(lang, all_keys().join(", ")),
            ));
        };
        let (head, rest) = (&steps[0].text, &steps[1..]);
        let Some(head) = HEADS.into_iter().find(|name| name.is(head)) else {
            return Err(unknown(text, head, HEADS));
        };
        match head {
            EXECUTION => one(text, rest, [(WEIGHT, Key::Weight(WeightOf::Execution))]),
            INDICATORS => one(text, rest, [(WEIGHT, Key::Weight(WeightOf::Indicators))]),
            BUDGET => {
                let known = [
                    (keys::BUDGET, Key::Money(MoneyOf::Budget)),
                    (keys::EXECUTED, Key::Money(MoneyOf::Executed)),
                ];
                one(text, rest, known)
            }
            PARAMS if !rest.is_empty() => Ok(Key::Param(
                rest.iter().map(|step| step.text.clone()).collect(),
            )),
            LEVELS if !rest.is_empty() => {
                let level = WeightOf::Level(rest[0].text.clone());
                one(text, &rest[1..], [(WEIGHT, Key::Weight(level))])
            }
            ROUNDING if !rest.is_empty() => {
                let step = rest[0].text.clone();
                let known = [(PLACES, Key::Places(step.clone())), (MODE, Key::Mode(step))];
                one(text, &rest[1..], known)
            }
            ROWS if !rest.is_empty() => {
                let (row, rest) = row_name(rest);
                let known = RowKey::ALL.map(|(name, key)| (name, Key::Row(row.clone(), key)));
                one(text, rest, known)
            }
            _ => Err(ProblemKind::said(
                |lang| words::bad_key(lang, text),
                |lang| words::keys(lang, all_keys().join(", ")),
            )),
        }
    }
}

/// The row, and what stands behind it.
fn row_name(steps: &[Step]) -> (RowName, &[Step]) {
    let (first, rest) = (&steps[0], &steps[1..]);
    let number = first.text.parse().ok().filter(|_| !first.quoted);
    if let Some(number) = number {
        return (RowName::Number(number), rest);
    }
    let which = rest.first().filter(|step| step.bracketed);
    match which.and_then(|step| step.text.parse().ok()) {
        Some(which) => (RowName::Named(first.text.clone(), Some(which)), &rest[1..]),
        None => (RowName::Named(first.text.clone(), None), rest),
    }
}

/// The key the one last word means.
fn one<const N: usize>(
    text: &str,
    rest: &[Step],
    known: [(Name, Key); N],
) -> Result<Key, ProblemKind> {
    let last = rest.first().map_or("", |step| step.text.as_str());
    let names = known.each_ref().map(|(name, _)| *name);
    let found = known.into_iter().find(|(name, _)| name.is(last));
    match found {
        Some((_, key)) if rest.len() == 1 => Ok(key),
        _ => Err(unknown(text, last, names)),
    }
}

/// No such word; the nearest of those that can stand there.
fn unknown<const N: usize>(text: &str, word: &str, known: [Name; N]) -> ProblemKind {
    let spellings = known.iter().flat_map(|name| [name.english, name.chinese]);
    let near = nearest(word, spellings);
    let all: Vec<String> = known
        .iter()
        .map(|name| format!("{} ({})", name.english, name.chinese))
        .collect();
    ProblemKind::said(
        |lang| match word {
            "" => words::unended_key(lang, text),
            _ => words::unknown_key(lang, text, word),
        },
        |lang| match near {
            Some(near) => crate::words::problems::did_you_mean(lang, near),
            None => crate::words::problems::known_keys(lang, all.join(", ")),
        },
    )
}

/// The canonical spelling; reads back as the same key.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Weight(WeightOf::Execution) => f.write_str("execution.weight"),
            Key::Weight(WeightOf::Indicators) => f.write_str("indicators.weight"),
            Key::Weight(WeightOf::Level(level)) => write!(f, "levels{}.weight", part(level)),
            Key::Param(names) => {
                f.write_str("params")?;
                names.iter().try_for_each(|name| f.write_str(&part(name)))
            }
            Key::Places(step) => write!(f, "rounding{}.places", part(step)),
            Key::Mode(step) => write!(f, "rounding{}.mode", part(step)),
            Key::Money(MoneyOf::Budget) => f.write_str("budget.budget"),
            Key::Money(MoneyOf::Executed) => f.write_str("budget.executed"),
            Key::Row(RowName::Number(row), key) => write!(f, "rows[{row}].{}", key.name()),
            Key::Row(RowName::Named(name, which), key) => {
                let which = which.map_or_else(String::new, |which| format!("[{which}]"));
                write!(f, "rows[{}]{which}.{}", quoted(name), key.name())
            }
        }
    }
}

/// A name behind a dot, or in brackets where a dot would end it.
fn part(name: &str) -> String {
    match name.contains(['.', '[', ']', '=']) {
        true => format!("[{}]", quoted(name)),
        false => format!(".{name}"),
    }
}

fn quoted(name: &str) -> String {
    match name.contains('"') {
        true => format!("'{name}'"),
        false => format!("\"{name}\""),
    }
}
