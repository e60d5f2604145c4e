//! Scores of sheets under packs, told by what they mean.

mod cases;
mod differences;
mod digests;
mod facts;
mod groups;
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
