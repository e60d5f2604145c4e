//! A script in a pack that is otherwise sound: the body of one of its functions, or functions of its own. Whatever
//! it does, the sheet is scored or the script is faulted, within a second of processor and the limits of memory.
#![no_main]

use std::cell::OnceCell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jixiao::document::read_sheets;
use jixiao::rules::{fault_as_problem, load};
use jixiao::{PackFiles, Scorer, Sheet};
use jixiao_fuzz::{say, watch};
use libfuzzer_sys::fuzz_target;

/// A pack that builds on a shipped one, and a function of it that takes the place of one there. A sheet of
/// one row calls each once.
const PLACES: [(&str, &str, &str); 8] = [
    ("wuhan@2024", "", ""),
    ("wuhan@2024", "", "fn 正向(m, params) {"),
    ("wuhan@2024", "", "fn 执行得分(e, params) {"),
    ("wuhan@2024", "total: {function: 甲, citation: 甲}", "fn 甲(t, params) {"),
    ("wuhan@2024", "adjust: {function: 甲, citation: 甲}", "fn 甲(m, params) {"),
    ("wuhan@2024", "jointly: {function: 甲, citation: 甲}", "fn 甲(g, params) {"),
    ("wuhan@2024", "grades: {function: 甲, citation: 甲}", "fn 甲(t, params) {"),
    (
        "wuhan@2024",
        "indicators: {groups: [{label: 产出, weight: 80, function: 甲, citation: 甲}]}",
        "fn 甲(g, params) {",
    ),
];

const SHEET: &str = "scope: project\nyear: 2024\nexecution: {budget: 100, executed: 90}\ninputs: {扣分: 2}\n\
    indicators:\n  产出指标:\n    数量指标:\n      - {name: 甲, target: ≥7个, actual: 3个, full_mark: 80, inputs: {上年: 2个}}\n";

thread_local! {
    static ONE: OnceCell<Arc<Sheet>> = const { OnceCell::new() };
}

fuzz_target!(|data: &[u8]| {
    watch();
    let Some((place, body)) = data.split_first() else {
        return;
    };
    let (base, keys, head) = PLACES[usize::from(*place) % PLACES.len()];
    let body = String::from_utf8_lossy(body);
    let script = match head {
        "" => body.into_owned(),
        head => format!("{head}\n{body}\n}}\n"),
    };
    let description = format!(
        "pack: own\nedition: '1'\nextends: {base}\ntitle: 甲\nin_force: {{from: 2020}}\n\
         citations: {{甲: {{source: 甲, says: 甲}}}}\nparams: {{数: 80%, 表: {{一: 1, 二: [2, 3]}}}}\n{keys}\n"
    );
    let files = PackFiles {
        folder: "own".to_owned(),
        files: vec![
            ("pack.yaml".to_owned(), description.into_bytes()),
            ("own.rhai".to_owned(), script.into_bytes()),
        ],
        alone: true,
    };
    let began = (Instant::now(), on_processor());
    let pack = match load(&files) {
        Ok(pack) => Arc::new(pack),
        Err(problems) => return say(&problems),
    };
    match Scorer::new(Arc::clone(&pack)) {
        Err(faults) => {
            for fault in &faults {
                say(&[fault_as_problem(fault, &pack.scripts)]);
            }
        }
        Ok(scorer) => {
            let sheet = ONE.with(|one| Arc::clone(one.get_or_init(sheet)));
            if let Err(fault) = scorer.score(&sheet) {
                say(&[fault_as_problem(&fault, &pack.scripts)]);
            }
        }
    }
    // Only what was slow by the clock is looked at: the machine may be busy with something else.
    if began.0.elapsed() > Duration::from_secs(1) {
        let spent = on_processor() - began.1;
        assert!(spent < Duration::from_secs(1), "{spent:?} of processor");
    }
});

fn sheet() -> Arc<Sheet> {
    let sheets = read_sheets("a.yaml", SHEET.as_bytes());
    let sheets = sheets.unwrap_or_else(|_| panic!("a sound sheet"));
    Arc::new(sheets.into_iter().next().expect("one sheet"))
}

/// What this thread has had of a processor, as Linux counts it.
fn on_processor() -> Duration {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = counted.split(' ').next().and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}
