//! Cells as they are written, and what they say.

mod blanks_and_figures;
mod borders;
mod numbers;
mod phrases;
mod published;

use super::*;

/// One line per cell: what it says, in short. "≥ 90% =0.90" · "[8..9]期/Month" · "~300场" · …
fn say(cell: &Written) -> String {
    let operator = cell.operator.map_or("", Operator::sign);
    let note = cell
        .note
        .as_ref()
        .map_or(String::new(), |note| format!(" ({note})"));
    let doubts: String = cell
        .doubts
        .iter()
        .map(|doubt| format!(" ?{doubt:?}"))
        .collect();
    format!("{operator}{}{note}{doubts}", value(&cell.value))
}

fn value(value: &Value) -> String {
    match value {
        Value::Quantity(one) => quantity(one),
        Value::Range { low, high } => format!("[{}..{}]", quantity(low), quantity(high)),
        Value::Approximate(one) => format!("~{}", quantity(one)),
        Value::Date(date) => {
            let part = |part: Option<u32>| part.map_or("?".into(), |part| part.to_string());
            format!(
                "{}-{}-{}",
                part(date.year.map(u32::from)),
                date.month,
                part(date.day.map(u32::from))
            )
        }
        Value::Trend(trend) => format!("{trend:?}"),
        Value::Rank(rank) => format!("#{rank}"),
        Value::Level(Level::Phrase(phrase)) => format!("level:{phrase}"),
        Value::Level(level) => format!("{level:?}"),
        Value::Word(word) => format!("word:{word}"),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(say).collect();
            format!("{{{}}}", items.join(" | "))
        }
        Value::Missing => "missing".into(),
        Value::Unreadable(reason) => format!("{reason:?}"),
    }
}

fn quantity(one: &Quantity) -> String {
    let per = one.per.map_or(String::new(), |per| format!(" per {per:?}"));
    format!("{}{}{per}", one.number, one.unit)
}

/// Every cell of a table says what stands beside it; all differences are shown at once.
fn assert_cells(cells: &[(&str, &str)]) {
    let wrong: Vec<_> = cells
        .iter()
        .map(|(text, expected)| (text, *expected, say(&read(text))))
        .filter(|(_, expected, actual)| expected != actual)
        .collect();
    assert!(wrong.is_empty(), "(cell, expected, read):\n{wrong:#?}");
}
