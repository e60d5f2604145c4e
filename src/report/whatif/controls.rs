//! What can be moved, for a page: ends and steps as it writes them.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::score::Evaluation;
use crate::whatif::{Control, Key, MoneyOf, RowKey, Takes, WeightOf};
use crate::words::{Lang, whatif_controls as words};

/// Something that can be moved. A change is `KEY=` followed by `before`, the value, `behind`.
#[derive(Debug, Clone, Serialize)]
pub struct ControlRow {
    /// The key.
    pub key: String,
    /// What it is, in words.
    pub label: String,
    /// `weight`, `level`, `param`, `rounding`, `budget`, `row`.
    pub group: &'static str,
    /// `number`, `percent`, `choice`, `flag`, `text`.
    pub kind: &'static str,
    /// What stands there now; of a number the digits alone.
    pub value: String,
    /// What is written in front of a number: ≥.
    pub before: String,
    /// What is written behind it: %, 家.
    pub behind: String,
    /// The lower end of a number; null for anything else.
    pub min: Option<String>,
    /// The upper end.
    pub max: Option<String>,
    /// How far apart the numbers between them are.
    pub step: Option<String>,
    /// The words of a choice.
    pub choices: Vec<&'static str>,
    /// The row of the sheet, where it is about one.
    pub row: Option<String>,
}

impl ControlRow {
    /// The control of a sheet that was scored.
    pub fn new(control: &Control, base: &Evaluation, lang: Lang) -> ControlRow {
        let row = control.row.and_then(|row| base.rows.get(row));
        let name = row.map_or("", |row| base.indicator(row).name.as_str());
        let text = |number: Decimal| number.normalize().to_string();
        let blank = ControlRow {
            key: control.key.to_string(),
            label: label(&control.key, name, lang),
            group: group(&control.key),
            kind: "text",
            value: control.text.clone(),
            before: String::new(),
            behind: String::new(),
            min: None,
            max: None,
            step: None,
            choices: Vec::new(),
            row: row.map(|row| base.measure(row).row.to_string()),
        };
        match &control.takes {
            Takes::Text => blank,
            Takes::Flag => ControlRow {
                kind: "flag",
                ..blank
            },
            Takes::Choice(choices) => ControlRow {
                kind: "choice",
                choices: choices.clone(),
                ..blank
            },
            Takes::Number {
                axis,
                now,
                range,
                step,
            } => {
                let (before, behind) = axis.around();
                ControlRow {
                    kind: match behind.starts_with(['%', '％']) {
                        true => "percent",
                        false => "number",
                    },
                    value: text(*now),
                    before: before.to_owned(),
                    behind: behind.to_owned(),
                    min: Some(text(range.0)),
                    max: Some(text(range.1)),
                    step: Some(text(*step)),
                    ..blank
                }
            }
        }
    }
}

fn group(key: &Key) -> &'static str {
    match key {
        Key::Weight(WeightOf::Level(_)) => "level",
        Key::Weight(_) => "weight",
        Key::Param(_) => "param",
        Key::Places(_) | Key::Mode(_) => "rounding",
        Key::Money(_) => "budget",
        Key::Row(..) => "row",
    }
}

fn label(key: &Key, name: &str, lang: Lang) -> String {
    match key {
        Key::Weight(WeightOf::Execution) => words::execution(lang),
        Key::Weight(WeightOf::Indicators) => words::indicators(lang),
        Key::Weight(WeightOf::Level(label)) => label.clone(),
        Key::Param(names) => names.join(" · "),
        Key::Places(step) => words::places(lang, said(step, lang)),
        Key::Mode(step) => words::mode(lang, said(step, lang)),
        Key::Money(MoneyOf::Budget) => words::budget(lang),
        Key::Money(MoneyOf::Executed) => words::executed(lang),
        Key::Row(_, of) => match of {
            RowKey::Target => words::target(lang, name),
            RowKey::Actual => words::actual(lang, name),
            RowKey::FullMark => words::full_mark(lang, name),
            RowKey::Points => words::points(lang, name),
            RowKey::Judged => words::judged(lang, name),
            RowKey::Direction => words::direction(lang, name),
            RowKey::Applicable => words::applicable(lang, name),
        },
    }
}

/// A rounding step in words; the pack's own by its name.
fn said(step: &str, lang: Lang) -> String {
    match step {
        "rows" => words::step_rows(lang),
        "execution" => words::execution(lang),
        "groups" => words::step_groups(lang),
        "total" => words::step_total(lang),
        own => own.to_owned(),
    }
}
