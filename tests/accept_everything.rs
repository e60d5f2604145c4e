//! Whatever is found can be accepted, all of it, and comes back from the file as accepted.

use std::sync::Arc;

use jixiao::accept::{Acceptance, Forms, apply, read, write};
use jixiao::audit::{Audit, Profile, audit_with_targets};
use jixiao::recognise::open;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::sheet::{Sheet, TargetTable};
use jixiao::words::Lang;

/// Accepts every finding of these forms; how many there were.
fn accept_all(sheets: Vec<Sheet>, targets: &[TargetTable], scorer: &Scorer) -> usize {
    let sheets = sheets.into_iter().map(Arc::new);
    let evaluations: Vec<Evaluation> = sheets
        .map(|sheet| scorer.score(&sheet).expect("the scripts run"))
        .collect();
    let forms = Forms::new(&evaluations, targets);
    let mut found: Audit = audit_with_targets(&evaluations, targets, &Profile::shipped());
    let count = found.findings().count();
    let across = count - found.across.len();
    let all = found.findings().enumerate().map(|(index, finding)| {
        let mut one = Acceptance::of(finding, &forms, index >= across);
        one.reason = "按批复".to_owned();
        one
    });
    let written = write(&all.collect::<Vec<_>>(), Lang::Zh);
    let accepted = read("accepted.yaml", written.as_bytes()).expect("what is written is read");
    let applied = apply(&mut found, &forms, &accepted, None);
    for finding in found.findings() {
        assert!(finding.standing.is_accepted(), "{finding:#?}");
    }
    assert_eq!((applied.changed, applied.elsewhere()), (0, 0));
    count
}

fn read_all(folder: &str, ending: &str) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).expect(folder);
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<(String, Vec<u8>)> = paths
        .filter(|path| path.extension().is_some_and(|one| one == ending))
        .map(|path| {
            let bytes = std::fs::read(&path).expect("a file");
            (path.to_string_lossy().into_owned(), bytes)
        })
        .collect();
    files.sort();
    files
}

fn scorer() -> Scorer {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("the pack is shipped");
    Scorer::new(Arc::new(load(&files).expect("it loads"))).expect("it compiles")
}

#[test]
fn every_finding_of_every_case_can_be_accepted() {
    let scorer = scorer();
    let mut found = 0;
    for (file, bytes) in read_all("tests/checks", "yaml") {
        let opened = open(&file, &bytes).expect(&file);
        found += accept_all(opened.sheets, &opened.targets, &scorer);
    }
    assert!(found > 100, "{found}");
}

#[test]
fn every_finding_of_the_samples_together_can_be_accepted() {
    let (mut sheets, mut targets) = (Vec::new(), Vec::new());
    for folder in ["samples/wuhan-2024", "samples/targets-2026"] {
        for (file, bytes) in read_all(folder, "yaml") {
            let opened = open(&file, &bytes).expect(&file);
            sheets.extend(opened.sheets);
            targets.extend(opened.targets);
        }
    }
    assert!(accept_all(sheets, &targets, &scorer()) > 60);
}
