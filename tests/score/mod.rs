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
    let mut sheets = read_sheets("sheet.yaml", yaml.as_bytes()).expect("a sheet");
    let files = PackFiles::of_shipped("wuhan", "2024").expect("shipped");
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
