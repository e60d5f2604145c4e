//! A rule pack: description, scripts and cases, separated by 0xFF; checked as `rules check` does, and
//! the cases run as `rules test` does.
#![no_main]

use std::sync::Arc;

use jixiao::rules::{cases, fault_as_problem, load};
use jixiao::words::Lang;
use jixiao::{PackFiles, Scorer};
use jixiao_fuzz::build::parts;
use jixiao_fuzz::{say, watch};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 4] = [
    "pack.yaml",
    "methods.rhai",
    "execution.rhai",
    "cases/a.yaml",
];

fuzz_target!(|data: &[u8]| {
    watch();
    let files = NAMES.iter().zip(parts(data));
    let files = PackFiles {
        folder: "pack".to_owned(),
        files: files
            .map(|(name, part)| ((*name).to_owned(), part.to_vec()))
            .collect(),
        alone: true,
    };
    let cases = cases(&files).unwrap_or_else(|problems| {
        say(&problems);
        Vec::new()
    });
    let pack = match load(&files) {
        Ok(pack) => Arc::new(pack),
        Err(problems) => return say(&problems),
    };
    let scorer = match Scorer::new(Arc::clone(&pack)) {
        Ok(scorer) => scorer,
        Err(faults) => {
            for fault in &faults {
                say(&[fault_as_problem(fault, &pack.scripts)]);
            }
            return;
        }
    };
    for case in cases.iter().take(8) {
        if let Err(fault) = scorer.check(case, Lang::Zh) {
            say(&[fault_as_problem(&fault, &pack.scripts)]);
        }
    }
});
