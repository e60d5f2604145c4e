//! A change: what is to be different, read and typed.

use rust_decimal::Decimal;

use super::{Key, MoneyOf, RowKey, RowName, WeightOf};
use crate::document::sheet_yaml::{APPLICABLE, DIRECTIONS, applicable_of, direction_of, judged_of};
use crate::document::{Excerpt, Node, Problem, ProblemKind};
use crate::number::{Rounding, RoundingMode};
use crate::rules::pack::Param;
use crate::rules::read_param;
use crate::sheet::{Direction, Origin, Printed};
use crate::value::{Actual, Target, Value, read_figure};
use crate::words::{Lang, problems, whatif as words};

/// One thing that is to be different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub key: Key,
    /// What is to stand there.
    pub edit: Edit,
    /// The value as it was written.
    pub text: String,
    /// Why, in the words of whoever made the overlay.
    pub because: Option<String>,
    /// Where it was written: `--set …` or a line of an overlay. What it changes in a sheet carries this
    /// place from then on.
    pub origin: Origin,
    /// That line, where there is one.
    pub excerpt: Option<Excerpt>,
}

/// A typed change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// What a part or level counts.
    Weight(WeightOf, Decimal),
    /// A parameter of the pack.
    Param(Vec<String>, Param),
    /// Decimal places of a rounding step.
    Places(String, u32),
    /// The mode of a rounding step.
    Mode(String, RoundingMode),
    /// The money of the sheet.
    Money(MoneyOf, Printed),
    /// A row of the sheet.
    Row(RowName, RowEdit),
}

/// A typed change of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowEdit {
    /// 指标值.
    Target(Target),
    /// 实际完成值.
    Actual(Actual),
    /// 分值.
    FullMark(Printed),
    /// 得分, a person's judgement in place of the rule's points; on the sheet's own scale.
    Points(Printed),
    /// 人工评定, the completion a person judges.
    Judged(Decimal),
    /// 指标性质.
    Direction(Direction),
    /// 是否适用.
    Applicable(bool),
}

impl Change {
    /// Reads a key and its value.
    ///
    /// # Errors
    /// There is no such key, or the value cannot be read; says what is expected.
    pub fn read(key: &str, value: &Node, origin: Origin) -> Result<Change, ProblemKind> {
        Change::of(Key::parse(key)?, value, origin)
    }

    /// The change of a key that was read already.
    ///
    /// # Errors
    /// The value cannot be read; says what is expected.
    pub fn of(key: Key, value: &Node, origin: Origin) -> Result<Change, ProblemKind> {
        let edit = key.edit(value, &origin)?;
        Ok(Change {
            key,
            edit,
            text: value.text().unwrap_or("…").to_owned(),
            because: None,
            origin,
            excerpt: None,
        })
    }

    /// Whether it puts a person's judgement in the place of the rule.
    pub fn is_judgement(&self) -> bool {
        let judges = |edit: &RowEdit| matches!(edit, RowEdit::Points(_) | RowEdit::Judged(_));
        matches!(&self.edit, Edit::Row(_, edit) if judges(edit))
    }

    /// What is wrong with it, at its place.
    pub fn problem(&self, kind: ProblemKind) -> Problem {
        let mut problem = Problem::of_file(&self.origin.file, kind);
        if let Some(set) = &self.origin.cell {
            problem.file = format!("{} {set}", self.origin.file).into();
        }
        (problem.line, problem.column) = (self.origin.line, self.origin.column);
        problem.excerpt = self.excerpt.clone();
        problem
    }
}

impl Key {
    /// The change that puts this value here.
    ///
    /// # Errors
    /// The value cannot be read; says what is expected.
    pub fn edit(&self, value: &Node, origin: &Origin) -> Result<Edit, ProblemKind> {
        if let Key::Param(names) = self {
            return Ok(Edit::Param(names.clone(), read_param(value)));
        }
        let Some(text) = value.text().filter(|text| !text.is_empty()) else {
            return Err(not_a(value, words::expected_text));
        };
        Ok(match self {
            Key::Weight(of) => {
                let weight = amount(text, origin, words::expected_weight)?;
                Edit::Weight(of.clone(), weight.mark())
            }
            Key::Param(names) => Edit::Param(names.clone(), Param::Text(text.to_owned())),
            Key::Places(step) => {
                let places = text
                    .parse()
                    .ok()
                    .filter(|places| *places <= Rounding::MOST_PLACES);
                let expected = |lang| words::expected_places(lang, Rounding::MOST_PLACES);
                Edit::Places(step.clone(), places.ok_or_else(|| not_a(value, expected))?)
            }
            Key::Mode(step) => {
                let mut modes = RoundingMode::ALL.into_iter();
                let mode = modes.find(|mode| mode.name() == text);
                let names = RoundingMode::ALL.map(|mode| format!("`{}`", mode.name()));
                let expected = |lang| problems::allowed(lang, names.join(", "));
                Edit::Mode(step.clone(), mode.ok_or_else(|| not_a(value, expected))?)
            }
            Key::Money(of) => Edit::Money(*of, amount(text, origin, words::expected_money)?),
            Key::Row(row, key) => Edit::Row(row.clone(), row_edit(*key, value, text, origin)?),
        })
    }
}

fn row_edit(
    key: RowKey,
    value: &Node,
    text: &str,
    origin: &Origin,
) -> Result<RowEdit, ProblemKind> {
    Ok(match key {
        RowKey::Target => {
            let target = Target::read(text);
            readable(&target.0.value, value)?;
            RowEdit::Target(target)
        }
        RowKey::Actual => {
            let actual = Actual::read(text);
            readable(&actual.0.value, value)?;
            RowEdit::Actual(actual)
        }
        RowKey::FullMark => RowEdit::FullMark(amount(text, origin, words::expected_mark)?),
        RowKey::Points => RowEdit::Points(amount(text, origin, words::expected_points)?),
        RowKey::Judged => {
            let judged = judged_of(text);
            RowEdit::Judged(judged.ok_or_else(|| not_a(value, words::expected_judged))?)
        }
        RowKey::Direction => {
            let expected = |lang| problems::allowed(lang, DIRECTIONS);
            RowEdit::Direction(direction_of(text).ok_or_else(|| not_a(value, expected))?)
        }
        RowKey::Applicable => {
            let expected = |lang| problems::allowed(lang, APPLICABLE);
            RowEdit::Applicable(applicable_of(text).ok_or_else(|| not_a(value, expected))?)
        }
    })
}

/// A figure that is not below zero.
fn amount(
    text: &str,
    origin: &Origin,
    expected: impl Fn(Lang) -> String,
) -> Result<Printed, ProblemKind> {
    let figure = read_figure(text).ok().flatten();
    let figure = figure.filter(|figure| figure.value >= Decimal::ZERO);
    let figure = figure.ok_or_else(|| cannot(text, expected))?;
    Ok(Printed {
        text: text.to_owned(),
        value: figure.value,
        places: figure.places,
        origin: origin.clone(),
    })
}

/// A text without any reading is a slip of whoever asks, not a cell somebody filled in.
fn readable(read: &Value, node: &Node) -> Result<(), ProblemKind> {
    match read {
        Value::Unreadable(why) => {
            let why = *why;
            Err(ProblemKind::said(
                |lang| words::unreadable(lang, node.text().unwrap_or("…"), why.describe(lang)),
                words::expected_cell,
            ))
        }
        _ => Ok(()),
    }
}

fn not_a(value: &Node, expected: impl Fn(Lang) -> String) -> ProblemKind {
    cannot(value.text().unwrap_or("…"), expected)
}

fn cannot(text: &str, expected: impl Fn(Lang) -> String) -> ProblemKind {
    ProblemKind::said(|lang| words::bad_value(lang, text), expected)
}
