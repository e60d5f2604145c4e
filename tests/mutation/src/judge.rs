//! Runs, with one mutant on, the tests that reach it, until one fails.

use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::each;
use crate::mutant::Mutant;
use crate::process::{self, End};
use crate::suite::Test;

/// What became of a mutant.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// A test failed.
    Killed(String),
    /// A test took many times as long as without it.
    TimedOut(String),
    /// All tests that reach it passed.
    Survived,
    /// This many of the tests that reach it passed, of so many; then the time for it was up.
    Spared(usize, usize),
    /// No test reaches it.
    Unreached,
}

/// The first tests asked: those that ended most mutants, first of all of the same file, for their time.
const FAVOURITES: usize = 2;

/// How many mutants each test has ended, by file, and of all files under "".
pub type Deadly = HashMap<String, HashMap<String, usize>>;

/// Whether a test speaks of the file: it has a word of its name, as `checks::C31` of `c31_approved.rs`.
fn is_named_like(test: &str, file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".rs");
    let mut words = name.split('_').filter(|word| word.len() > 2 && *word != "mod");
    let test = test.to_lowercase();
    words.any(|word| test.contains(word))
}

/// A test has ended a mutant of this file.
pub fn count(deadly: &mut Deadly, file: &str, test: &str) {
    for file in [file, ""] {
        let file = deadly.entry(file.to_owned()).or_default();
        *file.entry(test.to_owned()).or_default() += 1;
    }
}

/// Judges these mutants, spending about so many seconds of tests on each; every result is written as
/// soon as it is known.
pub fn judge(
    mutants: &[(usize, Mutant)],
    tests: &[Test],
    copy: &Path,
    deadly: Deadly,
    results: &Mutex<File>,
    (jobs, most): (usize, f64),
) {
    let deadly = Mutex::new(deadly);
    each::of(mutants, jobs, |_, (id, mutant)| {
        let mut reaching: Vec<&Test> =
            tests.iter().filter(|test| test.reached.contains(id)).collect();
        // What a test has ended so far, for the time it takes.
        let worth = |test: &Test| {
            let deadly = deadly.lock().expect("no worker panics");
            let of = |file: &str| deadly.get(file)?.get(&test.name).copied();
            let kills = 20 * of(&mutant.file).unwrap_or(0) + of("").unwrap_or(0);
            let kills = kills + 10 * usize::from(is_named_like(&test.name, &mutant.file));
            (1 + kills) as f64 / (0.1 + test.seconds)
        };
        reaching.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
        let rest = reaching.split_off(FAVOURITES.min(reaching.len()));
        let fate = ask(*id, &reaching, &rest, copy, most);
        if let Fate::Killed(test) = &fate {
            count(&mut deadly.lock().expect("no worker panics"), &mutant.file, test);
        }
        let line = serde_json::to_string(&(&mutant.name, &fate)).expect("writes");
        let mut results = results.lock().expect("no worker panics");
        writeln!(results, "{line}").expect("the results are written");
    });
}

fn ask(id: usize, first: &[&Test], rest: &[&Test], copy: &Path, most: f64) -> Fate {
    if first.is_empty() {
        return Fate::Unreached;
    }
    let (mut at, mut budget, mut asked) = (0, 0.3, 0.0);
    let mut some = first.to_vec();
    loop {
        for (binary, names, seconds) in by_binary(&some) {
            let mut command = process::tests(&binary, &names, copy);
            command.env("MUTANT", id.to_string());
            let longest = Duration::from_secs_f64(15.0 + 10.0 * seconds);
            match process::run(command, longest).0 {
                End::Passed => {}
                End::Failed(test) => return Fate::Killed(test),
                End::TimedOut => return Fate::TimedOut(names.join(" ")),
            }
        }
        asked += some.iter().map(|test| test.seconds).sum::<f64>();
        if at == rest.len() {
            return Fate::Survived;
        } else if asked > most {
            return Fate::Spared(first.len() + at, first.len() + rest.len());
        }
        let mut spent = 0.0;
        some.clear();
        while at < rest.len() && (some.is_empty() || spent < budget) {
            spent += rest[at].seconds;
            some.push(rest[at]);
            at += 1;
        }
        budget *= 2.0;
    }
}

fn by_binary(tests: &[&Test]) -> Vec<(std::path::PathBuf, Vec<String>, f64)> {
    let mut found: Vec<(std::path::PathBuf, Vec<String>, f64)> = Vec::new();
    for test in tests {
        match found.iter_mut().find(|(binary, ..)| *binary == test.binary) {
            Some((_, names, seconds)) => {
                names.push(test.name.clone());
                *seconds += test.seconds;
            }
            None => found.push((test.binary.clone(), vec![test.name.clone()], test.seconds)),
        }
    }
    found
}
