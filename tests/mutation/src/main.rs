//! Mutation testing: README.md.
//!
//! `cargo mutants` lists the mutants; all of them are compiled at once, each behind a switch, so that
//! one costs a run of the tests that reach it and no build.

mod each;
mod judge;
mod mutant;
mod process;
mod schemata;
mod suite;
mod tree;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use judge::{Deadly, Fate};
use mutant::Mutant;
use suite::Test;
use tree::Tree;

/// What one build serves.
#[derive(Serialize, Deserialize)]
struct Prepared {
    mutants: Vec<Mutant>,
    refused: BTreeSet<usize>,
    tests: Vec<Test>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (step, scopes) = arguments.split_first().expect("prepare, judge or report");
    let set = |name: &str| std::env::var(name).ok();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = set("PROJECT").map_or(root, PathBuf::from);
    let root = root.canonicalize().expect("the project");
    let work = set("MUTATION_DIR").map_or_else(|| root.join("target/mutation"), PathBuf::from);
    let jobs = set("JOBS").and_then(|jobs| jobs.parse().ok()).unwrap_or(2);
    fs::create_dir_all(&work).expect("a folder to work in");
    let tree = Tree {
        root,
        copy: work.join("copy"),
        target: set("MUTATION_TARGET").map_or_else(|| work.join("target"), PathBuf::from),
    };
    let file = work.join("prepared.json");
    if step == "prepare" {
        let mutants = list(&tree.root, scopes);
        eprintln!("{} mutants", mutants.len());
        tree.copy_project(mutants.len());
        let refused = tree.plant(&mutants, &work.join("refused.txt"));
        let binaries = tree.build();
        let known = known_tests(&file, &mutants);
        let tests = suite::measure(&binaries, known, &tree.copy, &work, jobs);
        let prepared = Prepared {
            mutants,
            refused,
            tests,
        };
        fs::write(&file, serde_json::to_vec(&prepared).expect("writes")).expect("is kept");
        return;
    }
    let text = fs::read(&file).expect("`prepare` comes first");
    let prepared: Prepared = serde_json::from_slice(&text).expect("what `prepare` wrote");
    if step == "judge" {
        judge(&prepared, scopes, &tree.copy, &work, jobs);
    }
    report(&prepared, scopes, &work);
}

/// The tests an earlier run has measured. Of a mutant that is new, a test is taken to reach it where it
/// reached another one of the file.
fn known_tests(file: &Path, mutants: &[Mutant]) -> Vec<Test> {
    let prepared = fs::read(file).ok().and_then(|text| serde_json::from_slice(&text).ok());
    let Some(Prepared { mutants: old, tests, .. }) = prepared else {
        return Vec::new();
    };
    let names: HashSet<&str> = old.iter().map(|mutant| mutant.name.as_str()).collect();
    let known = |mut test: Test| {
        let reached: Vec<&Mutant> = test.reached.iter().map(|id| &old[*id]).collect();
        let by_name: HashSet<&str> = reached.iter().map(|mutant| mutant.name.as_str()).collect();
        let by_file: HashSet<&str> = reached.iter().map(|mutant| mutant.file.as_str()).collect();
        let reaches = |mutant: &Mutant| match names.contains(mutant.name.as_str()) {
            true => by_name.contains(mutant.name.as_str()),
            false => by_file.contains(mutant.file.as_str()),
        };
        let ids = mutants.iter().enumerate();
        test.reached = ids.filter(|(_, mutant)| reaches(mutant)).map(|(id, _)| id).collect();
        test
    };
    tests.into_iter().map(known).collect()
}

/// All mutants of these folders of `src`; those of test helpers are not of interest.
fn list(root: &Path, scopes: &[String]) -> Vec<Mutant> {
    let mut command = Command::new("cargo");
    command.args(["mutants", "--list", "--json"]).current_dir(root);
    for scope in scopes {
        command.arg("-f").arg(format!("src/{scope}/**"));
    }
    let output = command.output().expect("cargo runs");
    let all: Vec<Mutant> = serde_json::from_slice(&output.stdout)
        .expect("a list of mutants: is cargo-mutants installed?");
    all.into_iter().filter(|mutant| !mutant.file.contains("/tests")).collect()
}

/// Judges what no earlier run has ended, first what none has asked about, in a random but fixed order: a
/// run that is broken off has judged a sample.
fn judge(prepared: &Prepared, scopes: &[String], copy: &Path, work: &Path, jobs: usize) {
    let fates = fates(work);
    let mut these: Vec<(usize, Mutant)> = numbered(prepared, scopes)
        .filter(|(id, _)| !prepared.refused.contains(id))
        .filter(|(_, mutant)| !matches!(fates.get(&mutant.name), Some(Fate::Killed(_) | Fate::TimedOut(_))))
        .map(|(id, mutant)| (id, mutant.clone()))
        .collect();
    these.sort_by_key(|(id, mutant)| {
        let order = id.wrapping_mul(0x9E37_79B9) & 0xFFFF_FFFF;
        (fates.contains_key(&mutant.name), order)
    });
    let results = OpenOptions::new().create(true).append(true).open(work.join("results.jsonl"));
    let results = Mutex::new(results.expect("results are kept"));
    let most = std::env::var("SECONDS_EACH").ok().and_then(|most| most.parse().ok());
    let limits = (jobs, most.unwrap_or(f64::INFINITY));
    let mut deadly = Deadly::new();
    for (name, fate) in &fates {
        if let (Some((file, _)), Fate::Killed(test)) = (name.split_once(':'), fate) {
            judge::count(&mut deadly, file, test);
        }
    }
    judge::judge(&these, &prepared.tests, copy, deadly, &results, limits);
}

fn numbered<'a>(
    prepared: &'a Prepared,
    scopes: &'a [String],
) -> impl Iterator<Item = (usize, &'a Mutant)> {
    prepared.mutants.iter().enumerate().filter(move |(_, mutant)| {
        let mut scopes = scopes.iter();
        scopes.any(|scope| mutant.file.starts_with(&format!("src/{scope}/")))
    })
}

/// The last result of each mutant.
fn fates(work: &Path) -> HashMap<String, Fate> {
    let text = fs::read_to_string(work.join("results.jsonl")).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// How many of each fate in each folder, and those that live.
fn report(prepared: &Prepared, scopes: &[String], work: &Path) {
    let fates = fates(work);
    for scope in scopes {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let one = std::slice::from_ref(scope);
        for (id, mutant) in numbered(prepared, one) {
            let fate = match fates.get(&mutant.name) {
                _ if prepared.refused.contains(&id) => "do not compile",
                Some(Fate::Killed(_)) => "killed",
                Some(Fate::TimedOut(_)) => "timed out",
                Some(Fate::Survived) => "survived",
                Some(Fate::Spared(..)) => "spared",
                Some(Fate::Unreached) => "not reached",
                None => "not judged",
            };
            *counts.entry(fate).or_default() += 1;
            if matches!(fate, "survived" | "spared" | "not reached") {
                println!("{fate}: {}", mutant.name);
            }
        }
        let all: usize = counts.values().sum();
        println!("{scope}: {all} mutants, {counts:?}");
    }
}
