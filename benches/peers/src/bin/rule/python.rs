//! The Python script, which stays loaded and times itself.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use jixiao::sheet::Sheet;
use jixiao::value::{Operator, Value, Written};
use rust_decimal::Decimal;
use serde_json::json;

use super::Row;

pub struct Python {
    child: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
    pub points: Vec<Decimal>,
}

impl Python {
    /// With the rows as everyone gets them who does not read sheets.
    pub fn with_rows(rows: &[Row]) -> Python {
        let row = |row: &Row| {
            json!({
                "direction": row.direction,
                "target": row.target.to_string(),
                "actual": row.actual.to_string(),
                "mark": row.mark.to_string(),
                "same": row.same,
            })
        };
        Python::start(&rows.iter().map(row).collect())
    }

    /// With the sheet, read as far as the native floor gets it.
    pub fn with_sheet(sheet: &Sheet) -> Python {
        let rows = sheet.measures().map(|(indicator, measure)| {
            json!({
                "name": indicator.name,
                "target": cell(&measure.target.0),
                "actual": cell(&measure.actual.0),
                "mark": measure.full_mark.value().expect("written in").to_string(),
            })
        });
        let line = &sheet.budget.total;
        let money = |figure: Option<Decimal>| figure.expect("printed").to_string();
        Python::start(&json!({
            "budget": money(line.budget.value()),
            "executed": money(line.executed.value()),
            "rows": rows.collect::<Vec<_>>(),
        }))
    }

    fn start(given: &serde_json::Value) -> Python {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/python/rule.py");
        let mut child = Command::new("python3")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is there");
        let orders = child.stdin.take().expect("piped");
        let answers = BufReader::new(child.stdout.take().expect("piped"));
        let mut python = Python {
            child,
            orders,
            answers,
            points: Vec::new(),
        };
        let points = python.ask(&given.to_string());
        let points = points.split(' ').map(|it| it.parse().expect("a number"));
        python.points = points.collect();
        python
    }

    pub fn work(&mut self, times: u32) -> f64 {
        self.ask(&times.to_string()).parse().expect("seconds")
    }

    fn ask(&mut self, line: &str) -> String {
        writeln!(self.orders, "{line}").expect("the script reads");
        let mut answer = String::new();
        self.answers
            .read_line(&mut answer)
            .expect("the script answers");
        answer.trim_end().to_owned()
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A number with its operator, or a word; of a range what is certain, as the native floor takes it.
fn cell(cell: &Written) -> serde_json::Value {
    let operator = match cell.operator {
        Some(Operator::AtMost | Operator::LessThan) => "≤",
        Some(_) => "≥",
        None => "",
    };
    match &cell.value {
        Value::Quantity(one) | Value::Range { low: one, .. } => {
            json!({"operator": operator, "number": one.number.to_string()})
        }
        Value::Word(word) => json!({"word": word}),
        other => panic!("no cell of the benchmark: {other:?}"),
    }
}
