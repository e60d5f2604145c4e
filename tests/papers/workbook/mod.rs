//! The paper as a workbook: what stands in it, and that an office program computes what the engine does.

mod file;
mod hostile;
mod layout;
mod libreoffice;
mod random;

use std::sync::Arc;

use jixiao::document::read_sheets;
use jixiao::report::paper::{Paper, PaperFormat};
use jixiao::rules::{PackFiles, RulePack, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::sheet::Sheet;
use jixiao::words::Lang;

/// A shipped edition, or a folder.
fn pack(name: &str) -> Arc<RulePack> {
    let (mut files, _) = PackFiles::find(name).expect("a pack");
    Arc::new(load(&files.pop().expect("an edition")).expect("loads"))
}

/// The sheets of a text.
fn sheets(name: &str, text: &str) -> Vec<Arc<Sheet>> {
    let sheets = read_sheets(name, text.as_bytes());
    let sheets = sheets.unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    sheets.into_iter().map(Arc::new).collect()
}

/// The sample of that name.
fn sample(name: &str) -> Arc<Sheet> {
    let path = format!("samples/wuhan-2024/{name}.yaml");
    let text = std::fs::read_to_string(&path).expect("a sample");
    sheets(&path, &text).remove(0)
}

fn scorer(rules: &str) -> Scorer {
    Scorer::new(pack(rules)).expect("compiles")
}

fn score(scorer: &Scorer, sheets: &[Arc<Sheet>]) -> Vec<Evaluation> {
    let scored = sheets
        .iter()
        .map(|sheet| scorer.score(sheet).expect("runs"));
    scored.collect()
}

fn written(evaluations: Vec<Evaluation>) -> Vec<u8> {
    Paper::score(evaluations, Lang::Zh)
        .write(PaperFormat::Workbook)
        .expect("a workbook")
}
