//! Scores of sheets under packs, told by what they mean.

mod cases;
mod closing;
mod differences;
mod digests;
mod facts;
pub mod groups;
mod inferred;
mod marks;
mod ordinary;
mod pairs;

use std::sync::Arc;

use jixiao::document::read_sheets;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};

/// A sheet under Wuhan's rule.
fn score(yaml: &str) -> Evaluation {
    score_by("wuhan", "2024", yaml)
}

/// A sheet under a shipped rule.
fn score_by(pack: &str, edition: &str, yaml: &str) -> Evaluation {
    let mut sheets = read_sheets("sheet.yaml", yaml.as_bytes()).expect("a sheet");
    let files = PackFiles::of_shipped(pack, edition).expect("shipped");
    let scorer = Scorer::new(Arc::new(load(&files).expect("loads"))).expect("compiles");
    scorer
        .score(&Arc::new(sheets.remove(0)))
        .expect("the scripts run")
}

/// A rule of these texts: `pack.yaml` and its one script.
fn rule(pack: &str, script: &str) -> Scorer {
    let files = PackFiles::of_shipped("value-purchasing", "2024").expect("shipped");
    let changes = [("pack.yaml", pack), ("scoring.rhai", script)];
    let changes = changes.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let files = files.changed(&changes).expect("files of it");
    Scorer::new(Arc::new(load(&files).expect("loads"))).expect("compiles")
}

/// A scorer for another rule keeps no trace where this one keeps none.
#[test]
fn whether_notes_are_kept_does_not_change_with_the_rule() {
    let pack = |name: &str, edition: &str| {
        let files = PackFiles::of_shipped(name, edition).expect("shipped");
        Arc::new(load(&files).expect("loads"))
    };
    let yaml = "scope: project\nindicators:\n  产出指标:\n    - {name: 甲, target: ≥8个, actual: 7个, full_mark: 80}\n";
    let mut sheets = read_sheets("sheet.yaml", yaml.as_bytes()).expect("a sheet");
    let sheet = Arc::new(sheets.remove(0));
    let wuhan = Scorer::new(pack("wuhan", "2024")).expect("compiles");
    for (scorer, noted) in [(wuhan.clone(), true), (wuhan.without_trace(), false)] {
        for (name, edition) in [
            ("wuhan", "2024"),
            ("reverse-linear", "2024"),
            ("national", "2020"),
        ] {
            let other = scorer.with_pack(pack(name, edition)).expect("compiles");
            let evaluation = other.score(&sheet).expect("the scripts run");
            assert_eq!(evaluation.rows[0].notes.is_empty(), !noted, "{name}");
        }
    }
}

/// A scorer for a changed copy of its rule gives what a new one gives, whatever was changed.
#[test]
fn a_changed_rule_is_scored_like_a_new_one() {
    let files = PackFiles::of_shipped("value-purchasing", "2024").expect("shipped");
    let yaml = "scope: unit\nindicators:\n  Safety:\n    \
                - {name: 甲, target: '', actual: 0.87, direction: at_least, inputs: {threshold: 0.80, benchmark: 0.90, baseline: 0.79}}\n    \
                - {name: 乙, target: '', actual: 0.3, direction: at_most, inputs: {threshold: 0.4, benchmark: 0.1}}\n";
    let mut sheets = read_sheets("sheet.yaml", yaml.as_bytes()).expect("a sheet");
    let sheet = Arc::new(sheets.remove(0));
    let pack = |path: &str, before: &str, after: &str| {
        let text = String::from_utf8_lossy(files.get(path).expect("there")).into_owned();
        assert!(text.contains(before), "{before}");
        let changed = files.changed(&[(path.to_owned(), text.replace(before, after))]);
        Arc::new(load(&changed.expect("a file of it")).expect("loads"))
    };
    let shipped = Scorer::new(pack("pack.yaml", "", "")).expect("compiles");
    let mut seen = Vec::new();
    for (path, before, after) in [
        ("pack.yaml", "", ""),
        (
            "pack.yaml",
            "取整: {mode: half_up, places: 0}",
            "取整: {mode: half_up, places: 1}",
        ),
        (
            "pack.yaml",
            "rows: {mode: half_up, places: 0}",
            "rows: {mode: half_up, places: 1}",
        ),
        ("pack.yaml", "最少指标数: 2", "最少指标数: 3"),
        ("scoring.rhai", "9 * (actual", "8 * (actual"),
        (
            "pack.yaml",
            "direction: at_most}, function: 低者优",
            "direction: at_most}, function: 高者优",
        ),
    ] {
        let changed = pack(path, before, after);
        let one = shipped.with_pack(Arc::clone(&changed)).expect("compiles");
        let other = Scorer::new(changed).expect("compiles");
        let told = [one, other].map(|scorer| {
            let evaluation = scorer.score(&sheet).expect("the scripts run");
            format!("{:?} {:?}", evaluation.rows, evaluation.groups)
        });
        assert_eq!(told[0], told[1], "{after}");
        seen.extend(told.into_iter().take(1));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 6, "every change is seen");
}
