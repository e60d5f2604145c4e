//! What of a sheet and its rule can be moved, and between which ends: what a page of sliders needs.

use rust_decimal::Decimal;

use super::axis::{Axis, round_step};
use super::break_even::{actual, labels, level_weight};
use super::{Key, MOST_ROWS, MoneyOf, RowKey, RowName, WeightOf};
use crate::number::{Rounding, RoundingMode};
use crate::rules::pack::{Param, Params};
use crate::score::{Evaluation, RowResult, show};
use crate::sheet::Entry;

/// Steps between the ends of a number, about.
const STEPS: u32 = 200;
/// Decimal places a slider offers; more are typed.
const PLACES: u32 = 4;

/// Something that can be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// The key of the change.
    pub key: Key,
    /// What stands there now, as it can be written; "" for nothing.
    pub text: String,
    /// What it takes.
    pub takes: Takes,
    /// The place of the row in [`Evaluation::rows`], where it is about one.
    pub row: Option<usize>,
}

/// What a control takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// A number, written as the axis says.
    Number {
        /// How it is written.
        axis: Axis,
        /// The number that stands there now.
        now: Decimal,
        /// The ends.
        range: (Decimal, Decimal),
        /// How far apart the numbers between them are.
        step: Decimal,
    },
    /// One of these words.
    Choice(Vec<&'static str>),
    /// Yes or no.
    Flag,
    /// Any text that can be read there.
    Text,
}

/// Everything that can be moved, in the order of [`super::all_keys`]; of rows no more than [`MOST_ROWS`].
pub fn controls(base: &Evaluation) -> Vec<Control> {
    let mut all = Vec::new();
    weights(base, &mut all);
    params(&base.pack.params, &mut Vec::new(), &mut all);
    rounding(base, &mut all);
    money(base, &mut all);
    for (place, row) in base.rows.iter().enumerate().take(MOST_ROWS) {
        of_row(base, place, row, &mut all);
    }
    all
}

fn weights(base: &Evaluation, all: &mut Vec<Control>) {
    let pack = &base.pack;
    let execution = pack.execution.as_ref().map(|part| part.weight);
    let execution = execution.map(|weight| (WeightOf::Execution, weight));
    let indicators = (WeightOf::Indicators, pack.indicators.weight);
    let levels = labels(base).into_iter().filter_map(|label| {
        let weight = level_weight(base, &label)?;
        Some((WeightOf::Level(label), weight))
    });
    let weights = execution.into_iter().chain([indicators]).chain(levels);
    let most = pack.whole();
    all.extend(weights.filter_map(|(of, weight)| {
        let key = Key::Weight(of);
        let text = weight.normalize().to_string();
        number(key, &text, (Decimal::ZERO, most.max(weight)), None)
    }));
}

fn params(params_: &Params, above: &mut Vec<String>, all: &mut Vec<Control>) {
    for (name, param) in params_ {
        above.push(name.clone());
        let key = Key::Param(above.clone());
        let text = |text: String| Control {
            key: key.clone(),
            text,
            takes: Takes::Text,
            row: None,
        };
        match param {
            Param::Map(inner) => params(inner, above, all),
            Param::Number(value) => {
                let text_now = show(*value);
                let now = value.as_exact_decimal();
                let control = now.and_then(|now| {
                    let end = now.abs().checked_mul(Decimal::TWO)?.max(Decimal::ONE);
                    let least = if now < Decimal::ZERO {
                        -end
                    } else {
                        Decimal::ZERO
                    };
                    number(key.clone(), &text_now, (least, end), None)
                });
                all.push(control.unwrap_or_else(|| text(text_now)));
            }
            Param::Text(word) => all.push(match word.as_str() {
                "true" | "false" => Control {
                    takes: Takes::Flag,
                    ..text(word.clone())
                },
                _ => text(word.clone()),
            }),
            // A list is written in a pack, not moved.
            Param::List(_) => {}
        }
        above.pop();
    }
}

fn rounding(base: &Evaluation, all: &mut Vec<Control>) {
    let steps = &base.pack.rounding;
    let own = [
        ("rows", Some(steps.rows)),
        ("execution", Some(steps.execution)),
        ("groups", steps.groups),
        ("total", Some(steps.total)),
    ];
    let own = own.into_iter();
    let own = own.filter_map(|(name, step)| Some((name.to_owned(), step?)));
    let named = steps.named.iter().map(|(name, step)| (name.clone(), *step));
    for (name, Rounding { mode, places }) in own.chain(named) {
        let most = Decimal::from(places.max(PLACES));
        let places = number(
            Key::Places(name.clone()),
            &places.to_string(),
            (Decimal::ZERO, most),
            Some(Decimal::ONE),
        );
        all.extend(places);
        all.push(Control {
            key: Key::Mode(name),
            text: mode.name().to_owned(),
            takes: Takes::Choice(RoundingMode::ALL.map(RoundingMode::name).to_vec()),
            row: None,
        });
    }
}

fn money(base: &Evaluation, all: &mut Vec<Control>) {
    if base.pack.execution.is_none() {
        return;
    }
    let line = &base.sheet.budget.total;
    for (of, entry) in [
        (MoneyOf::Budget, &line.budget),
        (MoneyOf::Executed, &line.executed),
    ] {
        all.push(figure(Key::Money(of), entry, None));
    }
}

fn of_row(base: &Evaluation, place: usize, row: &RowResult, all: &mut Vec<Control>) {
    let measure = base.measure(row);
    let key = |of| Key::Row(RowName::Number(measure.row), of);
    let control = |of, text: &str, takes| Control {
        key: key(of),
        text: text.to_owned(),
        takes,
        row: Some(place),
    };
    let target = &measure.target.0.text;
    all.push(control(RowKey::Target, target, Takes::Text));
    let text = measure.actual.0.text.trim();
    let numeric = actual(base, row, key(RowKey::Actual));
    let takes = numeric.map_or(Takes::Text, |(axis, now, range)| {
        takes(axis, now, range, None)
    });
    all.push(control(RowKey::Actual, text, takes));
    let mark = row.full_mark.as_ref();
    let mark = mark.and_then(|mark| mark.value.as_exact_decimal());
    let mark = mark.and_then(|mark| {
        let most = base.pack.whole().max(mark);
        number(
            key(RowKey::FullMark),
            &mark.normalize().to_string(),
            (Decimal::ZERO, most),
            None,
        )
    });
    let mark = mark.unwrap_or_else(|| figure(key(RowKey::FullMark), &measure.full_mark, None));
    all.push(Control {
        row: Some(place),
        ..mark
    });
    let applies = measure.applicable.to_string();
    all.push(control(RowKey::Applicable, &applies, Takes::Flag));
}

/// A figure of the form; what is no number is written anew.
fn figure(key: Key, entry: &Entry, row: Option<usize>) -> Control {
    let control = entry.printed().and_then(|printed| {
        let now = printed.value;
        let most = now.abs().checked_mul(Decimal::TWO)?.max(Decimal::ONE);
        number(
            key.clone(),
            &now.normalize().to_string(),
            (Decimal::ZERO, most),
            None,
        )
    });
    let control = control.unwrap_or(Control {
        key,
        text: String::new(),
        takes: Takes::Text,
        row,
    });
    Control { row, ..control }
}

fn number(
    key: Key,
    text: &str,
    range: (Decimal, Decimal),
    step: Option<Decimal>,
) -> Option<Control> {
    let (axis, now) = Axis::like(key.clone(), text)?;
    Some(Control {
        key,
        text: text.to_owned(),
        takes: takes(axis, now, range, step),
        row: None,
    })
}

/// Steps are round, and fine enough that the number that stands there is one of them.
fn takes(axis: Axis, now: Decimal, range: (Decimal, Decimal), step: Option<Decimal>) -> Takes {
    let span = range.1.saturating_sub(range.0);
    let step = step.unwrap_or_else(|| {
        let own = Decimal::new(1, now.normalize().scale().min(12));
        round_step(span, STEPS).min(own)
    });
    Takes::Number {
        axis,
        now,
        range,
        step,
    }
}
