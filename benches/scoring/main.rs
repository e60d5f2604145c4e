//! What a scripted rule costs. Every contender runs in the same process, in turn, round after round;
//! the ratio is taken inside each round and its median printed, so a noisy machine moves both sides.
//!
//! `cargo bench --bench scoring`; with `-- only "trace on" 1000` it does nothing but that work that often, so
//! that instructions can be counted (docs/performance.md); with `-- what-if` it ends with the questions of `whatif`.

// Times are floating point; no score is.
#![allow(clippy::float_arithmetic)]

mod native;
mod what_if;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use jixiao::document::read_sheets;
use jixiao::report::score::{self as report, ScoredSheet, ScoredSheets};
use jixiao::rules::{PackFiles, RulePack, load};
use jixiao::score::{Scorer, score_all};
use jixiao::sheet::Sheet;
use jixiao::words::Lang;

const ROUNDS: usize = 41;

/// A name and the work of one sheet.
type Contender<'a> = (&'static str, Box<dyn Fn() + 'a>);

fn main() {
    let pack = shipped();
    let published = Arc::new(read("samples/wuhan-2024/series.yaml"));
    let marked = Arc::new(with_full_marks(&published, &pack));
    let json = serde_json_of(&marked);

    let scorer = Scorer::new(Arc::clone(&pack)).expect("the shipped pack compiles");
    let bare = Scorer::new(Arc::clone(&pack))
        .expect("the shipped pack compiles")
        .without_trace();
    let constant = Scorer::new(Arc::new(constant(&pack)))
        .expect("constants compile")
        .without_trace();

    let rows = marked.measures().count();
    println!(
        "one sheet, {rows} rows, rule wuhan@2024; ratio to the native scorer, median of {ROUNDS} rounds\n"
    );
    compare(
        "scoring, full marks printed",
        vec![
            (
                "native Rust, no trace",
                Box::new(|| drop(black_box(native::score(&marked)))),
            ),
            (
                "scripted pack, figures alone",
                Box::new(|| drop(black_box(bare.figures(&marked)))),
            ),
            (
                "scripts that return a constant",
                Box::new(|| drop(black_box(constant.score(&marked)))),
            ),
            (
                "scripted pack, trace off",
                Box::new(|| drop(black_box(bare.score(&marked)))),
            ),
            (
                "scripted pack, trace on",
                Box::new(|| drop(black_box(scorer.score(&marked)))),
            ),
            (
                "scripted pack, trace on and drawn as a tree",
                Box::new(|| {
                    let evaluation = scorer.score(&marked).expect("the scripts run");
                    black_box(evaluation.trace());
                }),
            ),
            (
                "the same, full marks inferred",
                Box::new(|| drop(black_box(scorer.score(&published)))),
            ),
        ],
    );
    what_if::what_if(&marked, &scorer);
    if std::env::args().any(|argument| argument == "what-if") {
        return;
    }
    threads(&marked, &pack);
    compare(
        "JSON bytes of the sheet to JSON bytes of the result",
        vec![
            (
                "native Rust scorer",
                Box::new(|| {
                    let sheet = read_sheets("a.json", &json)
                        .expect("our own JSON")
                        .remove(0);
                    let native = native::score(&sheet).expect("known rows");
                    drop(black_box(native::to_json(&sheet, &native)));
                }),
            ),
            (
                "scripted pack, trace on, to JSON",
                Box::new(|| {
                    let sheet = read_sheets("a.json", &json)
                        .expect("our own JSON")
                        .remove(0);
                    let evaluation = scorer.score(&Arc::new(sheet)).expect("the scripts run");
                    let sheets = vec![ScoredSheet::new(&evaluation, Lang::Zh)];
                    drop(black_box(report::json(&ScoredSheets { sheets })));
                }),
            ),
        ],
    );
    let yaml = std::fs::read("samples/wuhan-2024/series.yaml").expect("the sample is there");
    compare(
        "loading one sheet (floor: the bytes as untyped JSON)",
        vec![
            (
                "JSON, untyped",
                Box::new(|| {
                    drop(black_box(serde_json::from_slice::<serde_json::Value>(
                        &json,
                    )));
                }),
            ),
            (
                "JSON to sheet",
                Box::new(|| drop(black_box(read_sheets("a.json", &json)))),
            ),
            (
                "YAML to sheet",
                Box::new(|| drop(black_box(read_sheets("a.yaml", &yaml)))),
            ),
        ],
    );
}

/// Many sheets at once, on one thread and on all of them: what a sheet costs must not rise.
fn threads(sheet: &Arc<Sheet>, pack: &Arc<RulePack>) {
    const SHEETS: usize = 2000;
    // Whoever scores a folder of sheets has one of each, not one sheet many times.
    let work: Vec<_> = (0..SHEETS)
        .map(|_| (Arc::new(Sheet::clone(sheet)), Arc::clone(pack)))
        .collect();
    let most = std::thread::available_parallelism().map_or(1, usize::from);
    let pools: Vec<rayon::ThreadPool> = [1, most]
        .map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build())
        .into_iter()
        .map(|pool| pool.expect("threads can be started"))
        .collect();
    let all = |pool: &rayon::ThreadPool| drop(black_box(pool.install(|| score_all(&work, || {}))));
    compare(
        "2000 sheets, every one its own, packs compiled anew",
        vec![
            ("one thread", Box::new(|| all(&pools[0]))),
            ("all threads", Box::new(|| all(&pools[1]))),
        ],
    );
}

fn shipped() -> Arc<RulePack> {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("the pack is shipped");
    Arc::new(load(&files).expect("the shipped pack loads"))
}

fn read(path: &str) -> Sheet {
    let bytes = std::fs::read(path).expect("run in the repository");
    read_sheets(path, &bytes)
        .expect("the sample reads")
        .remove(0)
}

/// The sheet with its full marks written in, once both sides are known to compute the same.
fn with_full_marks(sheet: &Arc<Sheet>, pack: &Arc<RulePack>) -> Sheet {
    let scorer = Scorer::new(Arc::clone(pack)).expect("the shipped pack compiles");
    let marked = native::with_full_marks(sheet, &scorer);
    let ours = scorer
        .score(&Arc::new(marked.clone()))
        .expect("the scripts run");
    let native = native::score(&marked).expect("the native scorer knows every row");
    assert_eq!(
        ours.total.as_ref().ok(),
        Some(&native.total),
        "both sides compute the same"
    );
    assert_eq!(ours.grade_name(), Some(native.grade));
    let points: Vec<_> = ours
        .rows
        .iter()
        .filter_map(|row| row.outcome.points())
        .collect();
    assert_eq!(
        (points, ours.execution_points()),
        (native.rows, Some(native.execution))
    );
    marked
}

/// The pack with every function returning 1: what remains is the way to the script and back.
fn constant(pack: &RulePack) -> RulePack {
    let mut pack = pack.clone();
    for script in &mut pack.scripts {
        let lines = script.text.lines().filter(|line| line.starts_with("fn "));
        script.text = lines.map(|line| format!("{} 1 }}\n", line)).collect();
    }
    pack
}

fn serde_json_of(sheet: &Sheet) -> Vec<u8> {
    let yaml = jixiao::document::write_sheet(sheet);
    let value: serde_json::Value = serde_yaml::from_str(&yaml).expect("our own YAML");
    serde_json::to_vec(&value).expect("a tree")
}

fn compare(title: &str, contenders: Vec<Contender>) {
    if let Some((only, times)) = only() {
        for (_, work) in contenders.iter().filter(|(name, _)| *name == only) {
            for _ in 0..times {
                work();
            }
        }
        return;
    }
    // Every contender works about as long at a stretch: a busy machine interrupts them equally often.
    let batches: Vec<u32> = contenders
        .iter()
        .map(|(_, work)| batch_size(work))
        .collect();
    let mut times = vec![Vec::with_capacity(ROUNDS); contenders.len()];
    for _ in 0..ROUNDS {
        for (((_, work), times), batch) in contenders.iter().zip(&mut times).zip(&batches) {
            let start = Instant::now();
            for _ in 0..*batch {
                work();
            }
            times.push(start.elapsed().as_secs_f64() * 1e6 / f64::from(*batch));
        }
    }
    println!("{title}");
    for ((name, _), own) in contenders.iter().zip(&times) {
        let ratios = own
            .iter()
            .zip(&times[0])
            .map(|(own, first)| own / first)
            .collect();
        println!(
            "  {:>8.2} µs  ×{:<6.2} {name}",
            median(own.clone()),
            median(ratios)
        );
    }
    println!();
}

/// The contender to run alone and how often, when asked for.
fn only() -> Option<(String, usize)> {
    let arguments: Vec<String> = std::env::args().collect();
    let at = arguments.iter().position(|it| it == "only")?;
    let times = arguments.get(at + 2)?.parse().ok()?;
    Some((arguments.get(at + 1)?.clone(), times))
}

/// Enough repetitions that one round takes about half a millisecond.
fn batch_size(work: &dyn Fn()) -> u32 {
    let each = (0..20).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    });
    (0.0005 / median(each.collect())).clamp(1.0, 2000.0) as u32
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
