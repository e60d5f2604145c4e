//! The tests of the copy: how long each takes without a mutant, and which mutants it reaches.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::each;
use crate::process::{self, End};
use crate::tree::Binary;

/// A test longer than this is left out: it would be asked thousands of times.
const LONGEST: Duration = Duration::from_secs(90);

/// Tests that measure time fail on a busy machine whatever is mutated; those of full disks and kills take
/// every command through every fault.
const NOT_ASKED: [&str; 6] = ["in_time", "hostile::", "limits::", "robust::", "::found::", "faults::"];

/// A test, and what is known of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Test {
    /// Its binary.
    pub binary: PathBuf,
    /// Its name.
    pub name: String,
    /// How long it takes alone.
    pub seconds: f64,
    /// The mutants whose text it reaches; none where it does not pass without any, so that it is not asked.
    pub reached: HashSet<usize>,
}

/// Runs every test once, alone; one that is known by its name only gets its binary.
pub fn measure(
    binaries: &[Binary],
    known: Vec<Test>,
    copy: &Path,
    scratch: &Path,
    jobs: usize,
) -> Vec<Test> {
    let names = binaries.iter().flat_map(|binary| {
        let output = Command::new(binary)
            .args(["--list", "--format", "terse"])
            .current_dir(copy)
            .output()
            .expect("a test binary runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let lines = text.lines().filter_map(|line| line.strip_suffix(": test"));
        let lines = lines.filter(|name| !NOT_ASKED.iter().any(|word| name.contains(word)));
        let names: Vec<_> = lines.map(|name| (binary.clone(), name.to_owned())).collect();
        names
    });
    let names: Vec<_> = names.collect();
    each::of(&names, jobs, |index, (binary, name)| {
        if let Some(test) = known.iter().find(|test| test.name == *name) {
            let binary = binary.clone();
            return Test { binary, ..test.clone() };
        }
        let file = scratch.join(format!("reached-{index}"));
        let _ = fs::remove_file(&file);
        let mut command = process::tests(binary, std::slice::from_ref(name), copy);
        command.env("MUTANTS_REACHED", &file);
        let (end, took) = process::run(command, LONGEST);
        if end != End::Passed {
            eprintln!("left out: {name}: {end:?}");
            let _ = fs::remove_file(&file);
        }
        let text = fs::read_to_string(&file).unwrap_or_default();
        Test {
            binary: binary.clone(),
            name: name.clone(),
            seconds: took.as_secs_f64(),
            reached: text.lines().filter_map(|id| id.parse().ok()).collect(),
        }
    })
}
