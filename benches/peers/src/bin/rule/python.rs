//! The Python script, which stays loaded and times itself.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use rust_decimal::Decimal;

use super::Row;

pub struct Python {
    child: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
    pub points: Vec<Decimal>,
}

impl Python {
    pub fn start(rows: &[Row]) -> Python {
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
        let rows: Vec<_> = rows
            .iter()
            .map(|row| {
                serde_json::json!({
                    "direction": row.direction,
                    "target": row.target.to_string(),
                    "actual": row.actual.to_string(),
                    "mark": row.mark.to_string(),
                    "same": row.same,
                })
            })
            .collect();
        let points = python.ask(&serde_json::Value::from(rows).to_string());
        python.points = points
            .split(' ')
            .map(|it| it.parse().expect("a number"))
            .collect();
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
