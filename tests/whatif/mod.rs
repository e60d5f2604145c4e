//! What if: another weight, another rule, another figure.

mod command;
mod incremental;
mod keys;
mod portfolio;
mod property;
mod ranges;
mod samples;
mod sweep;
mod sweep_command;
mod vary;

use std::sync::Arc;

use jixiao::document::{Problem, ProblemKind, read_sheets};
use jixiao::rules::{PackFiles, RulePack, load};
use jixiao::score::Scorer;
use jixiao::sheet::Sheet;
use jixiao::whatif::{Change, Prepared, Scenario, Stopped, read_set};
use jixiao::words::Lang;

/// A shipped edition, or a folder.
pub fn pack(name: &str) -> Arc<RulePack> {
    let (mut files, _) = PackFiles::find(name).unwrap();
    Arc::new(load(&files.pop().unwrap()).unwrap())
}

/// A sheet of a file.
pub fn sheet(text: &str) -> Arc<Sheet> {
    Arc::new(read_sheets("a.yaml", text.as_bytes()).unwrap().remove(0))
}

/// Changes as the command line has them.
pub fn changes(sets: &[&str]) -> Vec<Change> {
    let read = |set: &&str| read_set(set).unwrap_or_else(|kind| panic!("{set}: {}", said(kind)));
    sets.iter().map(read).collect()
}

/// A message and its help in English.
pub fn said(kind: ProblemKind) -> String {
    Problem::of_file("x", kind).render(Lang::En)
}

/// A sheet under a pack after changes.
pub fn scenario(text: &str, rules: &str, sets: &[&str]) -> Scenario {
    let scorer = Scorer::new(pack(rules)).unwrap();
    let prepared = Prepared::new(&scorer, &sheet(text)).unwrap();
    prepared.apply(&changes(sets)).unwrap()
}

/// Why a change cannot be made, in English.
pub fn refused(text: &str, rules: &str, set: &str) -> String {
    let scorer = Scorer::new(pack(rules)).unwrap();
    let prepared = Prepared::new(&scorer, &sheet(text)).unwrap();
    match prepared.apply(&changes(&[set])) {
        Err(Stopped::Refused(mut refused)) => said(refused.remove(0).kind),
        Err(Stopped::Fault(fault)) => panic!("{fault:?}"),
        Ok(_) => panic!("{set} was made"),
    }
}
