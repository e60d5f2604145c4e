//! A desk to work at: a folder of one's own, and the command at hand.
//!
//! ```text
//! desk().with("a.yaml", SHEET).run("score a.yaml").succeeds().prints("91.00");
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A small sheet that prints its full marks: 88 on the sheet, 88.00 recomputed.
pub const SHEET: &str = "\
title: 示例项目自评表
scope: project
year: 2024
unit: 示例单位
project: 示例项目
execution: {full_mark: 20, budget: 100, executed: 90, points: 18}
indicators_full_mark: 80
indicators:
  产出指标:
    数量指标:
      - {name: 培训场次, target: 10场, actual: 5场, full_mark: 20, points: 10}
      - {name: 培训人数, target: 100人, actual: 120人, full_mark: 40, points: 40}
  满意度指标:
    - {name: 学员满意度, target: ≥90%, actual: 95%, full_mark: 20, points: 20}
total: 88
grade: 良
";

/// The repository, where samples and rules lie.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the command in the repository.
pub fn jixiao(words: &str) -> Run {
    run(repository(), words)
}

/// A new, empty desk.
pub fn desk() -> Desk {
    Desk {
        folder: TempDir::new().expect("a temporary folder can be made"),
    }
}

/// A folder that is gone when the test ends.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// Puts a file on the desk.
    pub fn with(self, name: &str, text: impl AsRef<[u8]>) -> Desk {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    /// Puts a copy of a shipped edition on the desk, as the folder `pack`.
    pub fn with_pack(self, edition: &str) -> Desk {
        self.with_pack_at(edition, "pack")
    }

    /// The same, as another folder.
    pub fn with_pack_at(mut self, edition: &str, place: &str) -> Desk {
        for folder in ["", "cases"] {
            let from = repository().join("rules").join(edition).join(folder);
            for entry in fs::read_dir(from).expect("a shipped edition") {
                let path = entry.expect("an entry").path();
                if path.is_file() {
                    let name = path.file_name().expect("a name").to_string_lossy();
                    let bytes = fs::read(&path).expect("a readable file");
                    self = self.with(&format!("{place}/{folder}/{name}"), bytes);
                }
            }
        }
        self
    }

    /// Replaces a passage of a file, which must be there.
    pub fn edited(self, name: &str, from: &str, to: &str) -> Desk {
        let text = fs::read_to_string(self.path(name)).expect("a text");
        assert!(text.contains(from), "{name} has no `{from}`");
        self.with(name, text.replace(from, to))
    }

    /// Takes a file away.
    pub fn without(self, name: &str) -> Desk {
        fs::remove_file(self.path(name)).expect("a file to remove");
        self
    }

    /// A path on the desk.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The text of a file on the desk.
    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a text")
    }

    /// Every name on the desk, hidden ones included, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("a folder");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into()
            })
            .collect();
        names.sort();
        names
    }

    /// Runs the command at the desk.
    pub fn run(&self, words: &str) -> Run {
        run(self.folder.path(), words)
    }
}

/// The command at a folder; words are split at spaces.
fn run(folder: &Path, words: &str) -> Run {
    let mut command = Command::cargo_bin("jixiao").expect("the command is built");
    command
        .current_dir(folder)
        .args(words.split_whitespace())
        .env_remove("JIXIAO_LANG")
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS");
    Run { command }
}

/// A command that is about to run.
pub struct Run {
    command: Command,
}

impl Run {
    /// With a variable set.
    pub fn env(mut self, name: &str, value: &str) -> Run {
        self.command.env(name, value);
        self
    }

    /// With a text on standard input.
    pub fn input(mut self, text: &str) -> Run {
        self.command.write_stdin(text);
        self
    }

    /// Runs; the exit code must be 0.
    pub fn succeeds(self) -> Said {
        self.ends_with(0)
    }

    /// Runs; the exit code must be 1.
    pub fn fails(self) -> Said {
        self.ends_with(1)
    }

    /// Runs; the exit code must be this one.
    pub fn ends_with(mut self, code: i32) -> Said {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command.output().expect("the command runs");
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        let said = Said {
            out: text(stdout),
            err: text(stderr),
        };
        assert_eq!(status.code(), Some(code), "{}\n{}", said.out, said.err);
        assert!(!said.err.contains("panicked"), "{}", said.err);
        said
    }
}

/// What a command said.
pub struct Said {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Said {
    /// Standard output holds this text.
    pub fn prints(self, text: &str) -> Said {
        assert!(self.out.contains(text), "no `{text}` in\n{}", self.out);
        self
    }

    /// Standard output does not hold this text.
    pub fn does_not_print(self, text: &str) -> Said {
        assert!(!self.out.contains(text), "`{text}` in\n{}", self.out);
        self
    }

    /// Standard output has a line with these words in this order and nothing but spaces between.
    pub fn prints_line(self, words: &str) -> Said {
        let wanted: Vec<&str> = words.split_whitespace().collect();
        let found = self.out.lines().any(|line| {
            let line: Vec<&str> = line.split_whitespace().collect();
            line.windows(wanted.len()).any(|window| window == wanted)
        });
        assert!(found, "no line `{words}` in\n{}", self.out);
        self
    }

    /// Nothing on standard output.
    pub fn prints_nothing(self) -> Said {
        assert_eq!(self.out, "");
        self
    }

    /// Standard error holds this text.
    pub fn complains(self, text: &str) -> Said {
        assert!(self.err.contains(text), "no `{text}` in\n{}", self.err);
        self
    }

    /// Standard error does not hold this text.
    pub fn does_not_complain(self, text: &str) -> Said {
        assert!(!self.err.contains(text), "`{text}` in\n{}", self.err);
        self
    }

    /// Nothing on standard error.
    pub fn complains_of_nothing(self) -> Said {
        assert_eq!(self.err, "");
        self
    }

    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("standard output is JSON")
    }

    /// The sheets of the JSON.
    pub fn sheets(&self) -> Vec<Value> {
        let json = self.json();
        json["sheets"].as_array().expect("a list of sheets").clone()
    }
}
