//! The rule alone: one sheet of 28 rows under wuhan@2024, scored by everyone in turn, round after round. The ratio is
//! taken inside each round and its median printed, so that a busy machine slows all of them.
//!
//! Before anything is timed every contender has to give the points jixiao gives, row by row.

// Times are floating point; no score is.
#![allow(clippy::float_arithmetic)]

mod lowered;
#[path = "../../../../scoring/native.rs"]
#[allow(dead_code)] // Its JSON is for the other bench.
mod native;
mod python;
mod zen;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use jixiao::document::read_sheets;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Awarding, Evaluation, Figures, Scorer};
use jixiao::sheet::{Direction, Entry, Sheet};
use rust_decimal::Decimal;

const ROUNDS: usize = 41;
/// What everyone works at a stretch.
const STRETCH: f64 = 0.0005;
/// Places among the contenders, for the ratios; the first is the floor.
const LOWERED: usize = 1;
const FIGURES: usize = 2;
const TRACED: usize = 4;

/// A row as the others get it: read, paired, its direction decided.
pub struct Row {
    pub direction: &'static str,
    pub target: Decimal,
    pub actual: Decimal,
    pub mark: Decimal,
    pub same: bool,
}

/// Works as often as asked and says for how many seconds.
type Contender<'a> = (&'static str, Box<dyn FnMut(u32) -> f64 + 'a>);

fn main() {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("the pack is shipped");
    let pack = Arc::new(load(&files).expect("the shipped pack loads"));
    let scorer = || Scorer::new(Arc::clone(&pack)).expect("the shipped pack compiles");
    let (traced, bare) = (scorer(), scorer().without_trace());
    let sheet = Arc::new(native::with_full_marks(&sample(), &traced));
    let evaluation = traced.score(&sheet).expect("the scripts run");
    let expected = points(&evaluation);
    let rows = rows(&evaluation);

    let native = native::score(&sheet).expect("known rows");
    same(
        "native",
        &expected,
        &[native.rows, vec![native.execution]].concat(),
    );
    let host = lowered::host(&evaluation);
    let asked = lowered::asked(&host, &evaluation);
    same("lowered", &expected, &lowered::points(&host, &asked));
    same(
        "figures",
        &expected,
        &points_of(&traced.figures(&sheet).expect("the scripts run")),
    );
    same(
        "trace off",
        &expected,
        &points(&bare.score(&sheet).expect("the scripts run")),
    );

    let mut python = python::Python::with_rows(&rows);
    same("Python", &expected, &python.points);
    let mut python_sheet = python::Python::with_sheet(&sheet);
    same("Python, sheet", &expected, &python_sheet.points);
    let values: Vec<_> = rows.iter().map(zen::variable).collect();
    let whole = zen::sheet(&values);
    let with_method: Vec<_> = rows
        .iter()
        .zip(&values)
        .map(|(row, value)| {
            let method = ["at_least", "at_most", "word"]
                .iter()
                .position(|it| *it == row.direction);
            (method.expect("one of them"), value.clone())
        })
        .collect();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let (by_row, looped) = (zen::table(false), zen::table(true));
    let expressions = zen::Expressions::new();
    let vm = &mut zen_expression::vm::VM::new();
    same(
        "table",
        &expected,
        &runtime.block_on(zen::row_by_row(&by_row, &values)),
    );
    same(
        "looped",
        &expected,
        &runtime.block_on(zen::whole_sheet(&looped, &whole)),
    );
    same(
        "by method",
        &expected,
        &expressions.by_method(&with_method, vm),
    );
    same(
        "expression",
        &expected,
        &expressions.row_by_row(&values, vm),
    );
    same(
        "one expression",
        &expected,
        &expressions.whole_sheet(&whole, vm),
    );
    println!(
        "One sheet, {} rows and the execution part, rule wuhan@2024; every contender gave the same points for every row. Median of {ROUNDS} rounds.\n",
        rows.len() - 1
    );

    let mut vms = [(); 3].map(|()| zen_expression::vm::VM::new());
    let [vm_method, vm_row, vm_whole] = &mut vms;
    compare(vec![
        (
            "native Rust (floor: no pack, no trace, no reasons)",
            repeat(|| drop(black_box(native::score(&sheet)))),
        ),
        (
            "jixiao, the pack's functions alone, rows prepared as for ZEN and Python",
            repeat(|| drop(black_box(lowered::points(&host, &asked)))),
        ),
        (
            "jixiao, scripted pack, figures alone, as `batch` scores",
            repeat(|| drop(black_box(traced.figures(&sheet)))),
        ),
        (
            "jixiao, scripted pack, everything but the trace",
            repeat(|| drop(black_box(bare.score(&sheet)))),
        ),
        (
            "jixiao, scripted pack, trace on",
            repeat(|| drop(black_box(traced.score(&sheet)))),
        ),
        (
            "ZEN expressions, one a method, picked by the caller",
            repeat(|| drop(black_box(expressions.by_method(&with_method, vm_method)))),
        ),
        (
            "ZEN expressions, one for all, row by row",
            repeat(|| drop(black_box(expressions.row_by_row(&values, vm_row)))),
        ),
        (
            "ZEN expressions, one over the list of rows",
            repeat(|| drop(black_box(expressions.whole_sheet(&whole, vm_whole)))),
        ),
        (
            "ZEN decision table, looping over the list of rows",
            repeat(|| {
                drop(black_box(
                    runtime.block_on(zen::whole_sheet(&looped, &whole)),
                ))
            }),
        ),
        (
            "ZEN decision table, row by row",
            repeat(|| {
                drop(black_box(
                    runtime.block_on(zen::row_by_row(&by_row, &values)),
                ))
            }),
        ),
        (
            "Python, decimal, rows prepared",
            Box::new(|times| python.work(times)),
        ),
        (
            "Python, decimal, the sheet as the native floor takes it",
            Box::new(|times| python_sheet.work(times)),
        ),
    ]);
}

/// The sample as published.
fn sample() -> Arc<Sheet> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../samples/wuhan-2024/series.yaml"
    );
    let bytes = std::fs::read(path).expect("the sample is there");
    let mut sheets = read_sheets(path, &bytes).expect("the sample reads");
    Arc::new(sheets.remove(0))
}

/// Every row with what jixiao paired, and the execution part as one more.
fn rows(evaluation: &Evaluation) -> Vec<Row> {
    let mut rows: Vec<Row> = evaluation
        .rows
        .iter()
        .map(|row| {
            let mark = row
                .effective_full_mark()
                .and_then(|mark| mark.as_exact_decimal());
            let exact = |number: Option<jixiao::number::Fraction>| {
                number.and_then(|it| it.as_exact_decimal())
            };
            let (target, actual) = (exact(row.target), exact(row.actual));
            let direction = match (&row.direction, target) {
                (Some((Direction::AtMost, _)), Some(_)) => "at_most",
                (_, Some(_)) => "at_least",
                (_, None) => "word",
            };
            let measure = evaluation.measure(row);
            Row {
                direction,
                target: target.unwrap_or_default(),
                actual: actual.unwrap_or_default(),
                mark: mark.expect("written in"),
                same: measure.target.0.text == measure.actual.0.text,
            }
        })
        .collect();
    let line = &evaluation.sheet.budget.total;
    let figure = |entry: &Entry| entry.value().expect("printed");
    rows.push(Row {
        direction: "at_least",
        target: figure(&line.budget),
        actual: figure(&line.executed),
        mark: Decimal::from(20),
        same: false,
    });
    rows
}

/// Points of every row, then of the execution part.
fn points(evaluation: &Evaluation) -> Vec<Decimal> {
    let rows = evaluation.rows.iter().map(|row| row.outcome.points());
    let all: Option<Vec<Decimal>> = rows.chain([evaluation.execution_points()]).collect();
    all.expect("everything is scored")
}

fn points_of(figures: &Figures) -> Vec<Decimal> {
    let rows = figures.rows.iter().map(|row| &row.points);
    let all = rows.chain(figures.execution.as_ref().map(|part| &part.points));
    all.map(|points| match points {
        Awarding::Points(points) => *points,
        other => panic!("everything is scored: {other:?}"),
    })
    .collect()
}

fn same(name: &str, expected: &[Decimal], points: &[Decimal]) {
    assert_eq!(expected, points, "{name} gives other points");
}

fn repeat<'a>(mut work: impl FnMut() + 'a) -> Box<dyn FnMut(u32) -> f64 + 'a> {
    Box::new(move |times| {
        let start = Instant::now();
        for _ in 0..times {
            work();
        }
        start.elapsed().as_secs_f64()
    })
}

fn compare(mut contenders: Vec<Contender>) {
    // A stretch is as long for everyone, so that a busy machine interrupts them equally often.
    let times: Vec<u32> = contenders
        .iter_mut()
        .map(|(_, work)| {
            work(20);
            let each = median((0..5).map(|_| work(20) / 20.0).collect());
            (STRETCH / each).max(1.0) as u32
        })
        .collect();
    let mut seconds = vec![Vec::with_capacity(ROUNDS); contenders.len()];
    for _ in 0..ROUNDS {
        for (((_, work), times), seconds) in contenders.iter_mut().zip(&times).zip(&mut seconds) {
            seconds.push(work(*times) / f64::from(*times));
        }
    }
    println!(
        "| contender | µs a sheet | × native | × jixiao's functions | × jixiao's figures | × jixiao with trace |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for ((name, _), own) in contenders.iter().zip(&seconds) {
        let against = |other: usize| {
            median(
                own.iter()
                    .zip(&seconds[other])
                    .map(|(own, other)| own / other)
                    .collect(),
            )
        };
        println!(
            "| {name} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} |",
            median(own.clone()) * 1e6,
            against(0),
            against(LOWERED),
            against(FIGURES),
            against(TRACED)
        );
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
