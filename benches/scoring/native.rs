//! The rule of wuhan@2024 written by hand in plain Rust, for the sheets of the benchmark: the floor a
//! scripted rule is measured against. It keeps no trace, reads no pack and explains nothing.

use std::sync::Arc;

use rust_decimal::{Decimal, RoundingStrategy};

use jixiao::score::Scorer;
use jixiao::sheet::{Direction, Entry, Indicator, Measure, Printed, Sheet};
use jixiao::value::{Operator, Value};

/// Points of every row, of the execution part, and the total.
pub struct Native {
    pub rows: Vec<Decimal>,
    pub execution: Decimal,
    pub total: Decimal,
    pub grade: &'static str,
}

/// A sheet with the marks jixiao infers written into it, so that both sides start from the same.
pub fn with_full_marks(sheet: &Arc<Sheet>, scorer: &Scorer) -> Sheet {
    let evaluation = scorer.score(sheet).expect("the scripts run");
    let mut marked = Sheet::clone(sheet);
    for row in &evaluation.rows {
        let mark = row.effective_full_mark().expect("inferred");
        let value = mark.as_exact_decimal().expect("ends");
        let measure = &mut marked.indicators[row.indicator].measures[row.measure];
        measure.full_mark = Entry::Number(Printed {
            text: value.normalize().to_string(),
            value,
            places: value.scale(),
            origin: measure.origin.clone(),
        });
    }
    marked
}

pub fn score(sheet: &Sheet) -> Option<Native> {
    let line = &sheet.budget.total;
    let (budget, executed) = (line.budget.value()?, line.executed.value()?);
    let weight = Decimal::from(20);
    let execution = round((weight * executed / budget).min(weight));
    let mut rows = Vec::with_capacity(sheet.indicators.len());
    for (indicator, measure) in sheet.measures() {
        rows.push(round(points(indicator, measure)?));
    }
    let total = rows.iter().sum::<Decimal>() + execution;
    let grade = match total {
        total if total >= Decimal::from(90) => "优",
        total if total >= Decimal::from(80) => "良",
        total if total >= Decimal::from(60) => "中",
        _ => "差",
    };
    Some(Native {
        rows,
        execution,
        total,
        grade,
    })
}

fn points(indicator: &Indicator, measure: &Measure) -> Option<Decimal> {
    let mark = measure.full_mark.value()?;
    match (&measure.target.0.value, &measure.actual.0.value) {
        (Value::Quantity(target), Value::Quantity(actual)) => {
            let points = match direction(indicator, measure) {
                Direction::AtMost => mark * target.number / actual.number,
                _ => mark * actual.number / target.number,
            };
            Some(points.min(mark))
        }
        (Value::Quantity(target), Value::Range { low, .. }) => {
            Some((mark * low.number / target.number).min(mark))
        }
        (Value::Word(target), Value::Word(actual)) if target == actual => Some(mark),
        _ => None,
    }
}

fn direction(indicator: &Indicator, measure: &Measure) -> Direction {
    match measure.target.0.operator {
        Some(Operator::AtMost | Operator::LessThan) => Direction::AtMost,
        Some(_) => Direction::AtLeast,
        None if indicator.name.contains("故障") || indicator.name.contains("投诉") => {
            Direction::AtMost
        }
        None => Direction::AtLeast,
    }
}

fn round(points: Decimal) -> Decimal {
    points.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// The result as JSON with what a program needs of it: every row's figures, parts, total and grade.
pub fn to_json(sheet: &Sheet, native: &Native) -> String {
    #[derive(serde::Serialize)]
    struct Row<'a> {
        id: String,
        level1: &'a str,
        level2: &'a str,
        indicator: &'a str,
        target: &'a str,
        actual: &'a str,
        full_mark: Option<String>,
        points: String,
        reported: Option<String>,
    }
    #[derive(serde::Serialize)]
    struct Result<'a> {
        id: &'a str,
        title: &'a str,
        unit: &'a str,
        execution: String,
        total: String,
        grade: &'a str,
        rows: Vec<Row<'a>>,
    }
    let rows = sheet.measures().zip(&native.rows);
    let rows = rows.map(|((indicator, measure), points)| Row {
        id: measure.row.to_string(),
        level1: indicator.level1(),
        level2: indicator.level2(),
        indicator: &indicator.name,
        target: &measure.target.0.text,
        actual: &measure.actual.0.text,
        full_mark: measure.full_mark.value().map(|mark| mark.to_string()),
        points: points.to_string(),
        reported: measure.points.value().map(|points| points.to_string()),
    });
    let result = Result {
        id: &sheet.id,
        title: &sheet.title,
        unit: &sheet.unit,
        execution: native.execution.to_string(),
        total: native.total.to_string(),
        grade: native.grade,
        rows: rows.collect(),
    };
    serde_json::to_string_pretty(&result).expect("strings only")
}
