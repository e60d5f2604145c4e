//! What goes wrong around the program: outputs are whole or absent, and it says so.
//!
//! `verbs.txt` lists the commands; what needs an administrator, a mount or much time is in `run.sh`.
#![cfg(target_os = "linux")]

mod memory;
mod reading;
mod surroundings;
mod texts;
mod writing;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use walkdir::WalkDir;

use super::cli::desk::{Desk, desk, repository};

const VERBS: &str = include_str!("verbs.txt");

/// A command of `verbs.txt`.
struct Verb {
    words: Vec<String>,
    /// Its target, in the folder of the desk; "" where there is none.
    target: String,
}

/// The commands of a kind, each with `OUT` replaced by `place`; at least one.
fn verbs(kind: &str, place: &str) -> Vec<Verb> {
    let lines = VERBS.lines().filter(|line| !line.starts_with('#'));
    let verbs: Vec<Verb> = lines
        .filter_map(|line| line.split_once(' ').filter(|(first, _)| *first == kind))
        .map(|(_, words)| {
            let words = words.split_whitespace();
            let words: Vec<String> = words.map(|word| word.replace("OUT", place)).collect();
            let target = words.iter().find(|word| word.starts_with(place));
            let target = target.filter(|_| kind != "print").cloned();
            Verb {
                target: target.unwrap_or_default(),
                words,
            }
        })
        .collect();
    assert!(!verbs.is_empty(), "no verb of the kind {kind}");
    verbs
}

impl Verb {
    /// The command at a desk, with nothing on standard input.
    fn command(&self, desk: &Desk) -> Command {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        command(desk, &words)
    }

    /// The same, begun by a shell that does something first.
    fn after(&self, first: &str, desk: &Desk) -> Command {
        let mut shell = Command::new("sh");
        shell
            .args(["-c", &format!("{first}\nexec \"$0\" \"$@\"")])
            .arg(env!("CARGO_BIN_EXE_jixiao"))
            .args(&self.words)
            .current_dir(desk.path("."))
            .stdin(Stdio::null());
        shell
    }

    /// What it writes where nothing is wrong.
    fn expected(&self, desk: &Desk) -> Vec<u8> {
        let run = self.command(desk).output().expect("it runs");
        assert!(run.status.success(), "{}: {}", self.name(), said(&run));
        fs::read(desk.path(&self.target)).expect("a target")
    }

    /// Runs it: what it prints, and every file it writes, by name; the files are taken away again.
    fn outcome(&self, mut command: Command, desk: &Desk) -> BTreeMap<PathBuf, Vec<u8>> {
        let run = command.output().expect("it runs");
        let said = said(&run);
        // 3: `audit` finds something in these sheets.
        let ended = run.status.code();
        assert!(matches!(ended, Some(0 | 3)), "{}: {said}", self.name());
        let mut outcome = BTreeMap::from([(PathBuf::from("-"), run.stdout)]);
        if self.target.is_empty() {
            return outcome;
        }
        let target = desk.path(&self.target);
        for entry in WalkDir::new(&target) {
            let entry = entry.expect("an entry");
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(desk.path(".")).expect("a name");
                outcome.insert(name.to_owned(), fs::read(entry.path()).expect("a file"));
            }
        }
        assert!(outcome.len() > 1, "{}: {said}", self.name());
        let gone = match target.is_dir() {
            true => fs::remove_dir_all(&target),
            false => fs::remove_file(&target),
        };
        gone.expect("a target");
        outcome
    }

    fn name(&self) -> String {
        self.words.join(" ")
    }
}

fn command(desk: &Desk, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jixiao"));
    command
        .args(words)
        .current_dir(desk.path("."))
        .stdin(Stdio::null());
    command
}

/// What is on the desk of `verbs.txt`.
fn at_work() -> Desk {
    let sample = |name: &str| fs::read(repository().join("samples").join(name)).expect(name);
    let mut desk = desk()
        .with(
            "scenario.yaml",
            sample("wuhan-2024/whatif/brand-not-run.yaml"),
        )
        .with("form.docx", sample("documents/wuhan.docx"))
        .with("targets.txt", sample("documents/targets-center-2026.txt"));
    for name in ["series", "startup", "whole"] {
        let sheet = sample(&format!("wuhan-2024/{name}.yaml"));
        desk = desk.with(&format!("sheets/{name}.yaml"), sheet);
    }
    desk
}

/// Standard error of a run, which no panic may have ended.
fn said(run: &Output) -> String {
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(!said.contains("panicked"), "{said}");
    said
}

/// The run ended as failed and said why.
fn assert_refused(run: &Output, words: &str, verb: &str) {
    let said = said(run);
    assert_eq!(run.status.code(), Some(1), "{verb}: {said}");
    assert!(said.contains(words), "{verb}: no `{words}` in {said}");
}

/// No draft lies in a folder.
fn assert_no_drafts(folder: &Path) {
    let left = fs::read_dir(folder).expect("a folder").filter_map(|entry| {
        let name = entry.expect("an entry").file_name();
        let name = name.to_string_lossy().into_owned();
        name.starts_with(".jixiao-").then_some(name)
    });
    assert_eq!(left.collect::<Vec<String>>(), Vec::<String>::new());
}
