//! The mutated copy of the project: written, checked, built.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::mutant::Mutant;
use crate::schemata;

/// A debug build, with its checks for overflow; only what takes the time of the tests is optimised a
/// little, so that other dependencies can be those of an ordinary debug build.
const PROFILE: &str = "
[profile.dev.package]
rhai = { opt-level = 1 }
rust_decimal = { opt-level = 1 }
";
const COPIED: [&str; 12] = [
    "src", "rules", "samples", "tests", "docs", "benches", "build.rs", "Cargo.toml", "Cargo.lock",
    "README.md", "README.zh-CN.md", "CHANGELOG.md",
];

/// The folders of one run.
pub struct Tree {
    /// The project.
    pub root: PathBuf,
    /// The copy.
    pub copy: PathBuf,
    /// Where the copy is built.
    pub target: PathBuf,
}

/// A test binary.
pub type Binary = PathBuf;

impl Tree {
    /// Brings the copy up to date with the project, without what was built, and puts the switch into it.
    pub fn copy_project(&self, count: usize) {
        fs::create_dir_all(&self.copy).expect("a folder for the copy");
        let sources = COPIED.map(|name| self.root.join(name));
        let sources = sources.iter().filter(|source| source.exists());
        // What stands in the copy already is newer where mutants were put into it.
        let done = Command::new("cp").arg("-au").args(sources).arg(&self.copy).status();
        assert!(done.expect("cp runs").success(), "the project is copied");
        self.write("Cargo.toml", &(self.read("Cargo.toml") + PROFILE));
        let lib = self.read("src/lib.rs") + "\n#[doc(hidden)]\npub mod mu;\n";
        self.write("src/lib.rs", &lib);
        let count = format!("COUNT: usize = {count}");
        let switch = include_str!("switch.rs").replace("COUNT: usize = 0", &count);
        self.write("src/mu.rs", &switch);
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root.join(file)).expect("a file of the project")
    }

    /// Writes a file of the copy; one that stays what it is keeps its time and is not built again.
    fn write(&self, file: &str, text: &str) {
        let path = self.copy.join(file);
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            return;
        }
        fs::write(path, text).expect("a file of the copy is written");
    }

    /// Puts all mutants into the copy that the compiler takes; returns the numbers of the others.
    /// `kept` has the names of those an earlier run found out, and is renewed.
    pub fn plant(&self, mutants: &[Mutant], kept: &Path) -> BTreeSet<usize> {
        let mut by_file: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (id, mutant) in mutants.iter().enumerate() {
            by_file.entry(&mutant.file).or_default().push(id);
        }
        let names = fs::read_to_string(kept).unwrap_or_default();
        let names: BTreeSet<&str> = names.lines().collect();
        let known = mutants.iter().enumerate();
        let known = known.filter(|(_, mutant)| names.contains(mutant.name.as_str()));
        let mut refused: BTreeSet<usize> = known.map(|(id, _)| id).collect();
        let mut stale: BTreeSet<&str> = by_file.keys().copied().collect();
        loop {
            for file in &stale {
                let source = self.read(file);
                let ids = by_file[file].iter().filter(|id| !refused.contains(*id));
                let these: Vec<_> = ids.map(|id| (*id, &mutants[*id])).collect();
                let (text, lost) = schemata::instrument(&source, &these);
                refused.extend(lost);
                self.write(file, &text);
            }
            let bad = self.errors();
            eprintln!("{} mutants are refused by the compiler", bad.len());
            if bad.is_empty() {
                let names = refused.iter().map(|id| format!("{}\n", mutants[*id].name));
                fs::write(kept, names.collect::<String>()).expect("names are written");
                return refused;
            }
            stale = bad.iter().map(|id| mutants[*id].file.as_str()).collect();
            refused.extend(bad);
        }
    }

    /// The mutants in whose text the compiler finds errors.
    fn errors(&self) -> BTreeSet<usize> {
        let output = self.test().output().expect("cargo runs");
        let mut bad = BTreeSet::new();
        let mut elsewhere = Vec::new();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        for line in text.lines() {
            let Ok(message) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            let message = &message["message"];
            if message["level"] != "error" {
                continue;
            }
            let spans = message["spans"].as_array().cloned().unwrap_or_default();
            let ids: BTreeSet<usize> = spans
                .iter()
                .filter(|span| span["is_primary"] == true)
                .flat_map(|span| self.mutants_at(span))
                .collect();
            if ids.is_empty() && !spans.is_empty() {
                elsewhere.push(message["rendered"].to_string());
            }
            bad.extend(ids);
        }
        let failed = !output.status.success();
        assert!(
            !failed || !bad.is_empty(),
            "the copy does not compile: {}",
            elsewhere.join("\n")
        );
        bad
    }

    fn mutants_at(&self, span: &Value) -> Vec<usize> {
        let file = self.copy.join(span["file_name"].as_str().unwrap_or_default());
        let text = fs::read_to_string(file).unwrap_or_default();
        let byte = span["byte_start"].as_u64().unwrap_or_default();
        let found = schemata::at(&text, usize::try_from(byte).unwrap_or_default() + 1);
        match &span["expansion"]["span"] {
            // The error shows within a macro: what called it is meant.
            outer if found.is_empty() && outer.is_object() => self.mutants_at(outer),
            _ => found,
        }
    }

    /// Builds the program and all tests; returns the binaries of the tests.
    pub fn build(&self) -> Vec<Binary> {
        let output = self
            .test()
            .stderr(Stdio::inherit())
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "the copy is built");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let messages = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let tests = messages.filter(|message| {
            message["profile"]["test"] == true && message["target"]["kind"][0] != "bin"
        });
        tests
            .filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?)))
            .collect()
    }

    /// Builds the tests, all or those `TESTS` names for cargo.
    fn test(&self) -> Command {
        let which = std::env::var("TESTS").unwrap_or("--lib --test all".to_owned());
        let mut command = Command::new("cargo");
        command
            .args(["test", "--no-run", "--message-format=json"])
            .args(which.split_whitespace())
            .current_dir(&self.copy)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "1");
        command
    }
}
