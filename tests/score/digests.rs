//! What the shipped rules make of some hundred sheets stays what it was, to the last digit and word.
//!
//! Every sheet of the cases of checks and of the samples is scored under three of the shipped packs;
//! a line of `digests` has the checksum of all that came out: points, totals, caveats, derivations, and
//! the arithmetic of every number in both languages. Where a line is wrong, `jixiao explain` before
//! and after the change shows the difference; `UPDATE=1 cargo test score::digests` renews the lines.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use jixiao::document::read_own_file;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{
    Evaluation, Outcome, Scorer, Trace, TraceValue, arithmetic, arithmetic_on_sheet_scale,
    comparison, execution_arithmetic, execution_arithmetic_on_sheet_scale,
};
use jixiao::sheet::Sheet;
use jixiao::words::Lang;

/// Tests that run side by side.
const PARTS: usize = 8;

fn sheets(part: usize) -> Vec<(String, Sheet)> {
    let folders = ["tests/checks", "samples/wuhan-2024"];
    let files = folders.map(|folder| std::fs::read_dir(folder).expect(folder));
    let paths = files.into_iter().flatten();
    let paths = paths.map(|file| file.expect("a file").path().display().to_string());
    let mut paths: Vec<String> = paths.filter(|path| path.ends_with(".yaml")).collect();
    paths.sort();
    let paths = paths.into_iter();
    paths
        .filter(|path| dealt(path) % PARTS == part)
        .flat_map(|path| {
            let bytes = std::fs::read(&path).expect("just listed");
            let sheets =
                read_own_file(&path, &bytes).map_or_else(|_| Vec::new(), |file| file.sheets);
            sheets.into_iter().map(move |sheet| (path.clone(), sheet))
        })
        .collect()
}

/// A number of the name alone, so that another file changes no line but its own.
fn dealt(path: &str) -> usize {
    usize::from(Sha256::digest(path.as_bytes())[0])
}

/// All that came out.
fn told(evaluation: &Evaluation) -> String {
    let mut lines = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        lines.push(execution_arithmetic(evaluation, lang));
        lines.push(execution_arithmetic_on_sheet_scale(evaluation, lang));
        lines.extend(
            evaluation
                .caveats()
                .iter()
                .map(|caveat| caveat.describe(lang)),
        );
        for row in &evaluation.rows {
            lines.push(arithmetic(evaluation, row, lang));
            lines.push(arithmetic_on_sheet_scale(evaluation, row, lang));
            lines.extend(comparison(evaluation, row, lang));
            lines.push(row.scaling.describe(lang));
            if let Some((direction, source)) = &row.direction {
                lines.extend([direction.describe(lang), source.describe(lang)]);
            }
            lines.extend(row.kind.map(|kind| kind.describe(lang)));
        }
        let why = evaluation.total.as_ref().err();
        lines.extend(why.map(|reason| reason.describe(lang)));
    }
    for row in &evaluation.rows {
        lines.push(match &row.outcome {
            Outcome::Scored(points) => format!("{} {}", points.exact, points.rounded),
            other => format!("{other:?}"),
        });
        let mark = row.full_mark.as_ref().map(|mark| mark.value.to_string());
        lines.push(format!("{mark:?} {:?} {}", row.method, row.strict));
    }
    if let Some(inference) = &evaluation.inference {
        lines.push(format!("{} {}", inference.shown, inference.filled));
        lines.push(format!("{} {}", inference.open, inference.closes()));
    }
    lines.push(format!("{:?} {:?}", evaluation.total, evaluation.grade));
    nodes(&evaluation.trace(), 0, &mut lines);
    lines.join("\n")
}

/// What a derivation consists of, indented.
fn nodes(trace: &Trace, depth: usize, lines: &mut Vec<String>) {
    let value = match &trace.value {
        TraceValue::Number(number) | TraceValue::Ratio(number) => number.to_string(),
        TraceValue::Rounded(points) => format!("{} {}", points.exact, points.rounded),
        TraceValue::Cell(cell) => cell.text.clone(),
        other => format!("{other:?}"),
    };
    let from = (&trace.source, trace.direction);
    lines.push(format!("{depth} {:?} {value} {from:?}", trace.what));
    for part in &trace.parts {
        nodes(part, depth + 1, lines);
    }
}

pub fn compare(part: usize) {
    let packs = PackFiles::shipped();
    let scorers: Vec<Scorer> = packs
        .iter()
        .map(|(pack, edition)| {
            let files = PackFiles::of_shipped(pack, edition).expect("shipped");
            Scorer::new(Arc::new(load(&files).expect("loads"))).expect("compiles")
        })
        .collect();
    let mut lines = String::new();
    for (path, sheet) in sheets(part) {
        let sheet = Arc::new(sheet);
        for step in 0..3 {
            let scorer = &scorers[(dealt(&path) / PARTS + step) % scorers.len()];
            let told = told(&scorer.score(&sheet).expect("the scripts run"));
            let sum = Sha256::digest(told.as_bytes());
            let sum: String = sum
                .iter()
                .take(6)
                .map(|byte| format!("{byte:02x}"))
                .collect();
            lines += &format!("{sum} {path} {}\n", scorer.pack().pack);
        }
    }
    let file = format!("tests/score/digests/{part}.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &lines).expect("the digests are written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let changed: Vec<&str> = lines
        .lines()
        .filter(|line| !kept.lines().any(|old| old == *line))
        .collect();
    assert!(
        changed.is_empty() && kept.len() == lines.len(),
        "{file}:\n{}",
        changed.join("\n")
    );
}

macro_rules! parts {
    ($($name:ident $part:literal)*) => { $(
        #[test]
        fn $name() {
            compare($part);
        }
    )* };
}

parts! { a 0 b 1 c 2 d 3 e 4 f 5 g 6 h 7 }
