//! What the manuals show is what the program does. Every command in a ```console block is run and its
//! output compared line by line; a line `…` stands for any number of lines. `$ echo $?` shows the exit
//! code of the command before it.

use std::path::Path;
use std::process::Command;

const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];

/// The manual pages: everything written for people except the page of each check.
fn pages() -> Vec<String> {
    let mut pages = Vec::new();
    for folder in [".", "docs", "docs/decisions"] {
        let entries = std::fs::read_dir(folder).expect(folder);
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        pages.extend(
            names
                .filter(|name| name.ends_with(".md"))
                .map(|name| format!("{folder}/{name}")),
        );
    }
    pages.sort();
    pages
}

fn read(page: &str) -> String {
    std::fs::read_to_string(page).expect(page)
}

/// A command of a page and the lines shown below it.
pub struct Step {
    pub line: usize,
    pub command: String,
    pub shown: Vec<String>,
}

/// The commands of each ```console block.
pub fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for (number, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            steps.push(Step {
                line: number + 1,
                command: command.to_owned(),
                shown: Vec::new(),
            });
        } else if inside {
            let step = steps.last_mut().expect("a block begins with a command");
            step.shown.push(line.trim_end().to_owned());
        }
    }
    steps
}

/// Output and exit code of `jixiao …`, run where the samples lie.
fn run(command: &str) -> (Vec<String>, i32) {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("jixiao"), "{command}");
    let output = Command::new(env!("CARGO_BIN_EXE_jixiao"))
        .args(words)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("JIXIAO_LANG")
        .output()
        .expect("the program starts");
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).expect("output is UTF-8");
    let lines = text.lines().map(|line| line.trim_end().to_owned());
    (lines.collect(), output.status.code().unwrap_or(-1))
}

/// Whether the output is what is shown, `…` standing for any lines.
pub fn matches(shown: &[String], output: &[String]) -> bool {
    match shown.split_first() {
        None => output.is_empty(),
        Some((line, rest)) if line == "…" => {
            (0..=output.len()).any(|skipped| matches(rest, &output[skipped..]))
        }
        Some((line, rest)) => output.first() == Some(line) && matches(rest, &output[1..]),
    }
}

#[test]
fn every_command_shown_prints_what_is_shown() {
    let mut stale = Vec::new();
    // The tutorial changes files: tests/tutorial.rs runs it in a folder of its own.
    for page in pages()
        .into_iter()
        .filter(|page| !page.ends_with("/rules-tutorial.md"))
    {
        let mut code = 0;
        for Step {
            line,
            command,
            mut shown,
        } in steps(&read(&page))
        {
            while shown.last().is_some_and(String::is_empty) {
                shown.pop();
            }
            let output = match command.as_str() {
                "echo $?" => vec![code.to_string()],
                command => {
                    let (output, exit) = run(command);
                    code = exit;
                    output
                }
            };
            if !matches(&shown, &output) {
                stale.push(format!("{page}:{line}: $ {command}\n{}", output.join("\n")));
            }
        }
    }
    assert!(
        stale.is_empty(),
        "these print something else now:\n{}",
        stale.join("\n\n")
    );
}

#[test]
fn both_readmes_show_the_same_commands() {
    let [english, chinese] = READMES.map(|page| {
        let steps = steps(&read(page)).into_iter();
        steps
            .map(|step| step.command.replace(" --lang en", ""))
            .collect::<Vec<_>>()
    });
    assert!(!english.is_empty());
    assert_eq!(english, chinese);
}

#[test]
fn the_set_up_of_the_readmes_is_what_continuous_integration_runs() {
    // A published package leaves `.ci` out.
    let Ok(script) = std::fs::read_to_string(".ci/run") else {
        return;
    };
    for page in READMES {
        let text = read(page);
        let block = text.split("```sh\n").nth(1).expect("a set-up block");
        let commands: Vec<&str> = block.lines().take_while(|line| *line != "```").collect();
        assert_eq!(commands.len(), 2, "{page}: {commands:?}");
        assert!(text.contains(concat!(") ", env!("CARGO_PKG_RUST_VERSION"))));
        for command in commands {
            let runs_it = script.lines().any(|line| line == command);
            assert!(runs_it, "{page}: `{command}` is not in .ci/run");
        }
    }
}

#[test]
fn links_lead_to_files() {
    let mut broken = Vec::new();
    for page in pages() {
        let folder = Path::new(&page).parent().expect("a page lies in a folder");
        let text = read(&page);
        for target in text.split("](").skip(1) {
            let target = target.split([')', '#']).next().unwrap_or_default();
            let elsewhere = target.is_empty() || target.contains("://");
            if !elsewhere && !folder.join(target).exists() {
                broken.push(format!("{page}: {target}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_comparison_notices_a_change() {
    let lines = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    assert!(matches(&lines("a\n…\nd"), &lines("a\nb\nc\nd")));
    assert!(!matches(&lines("a\n…\nd"), &lines("a\nb\nc\ne")));
    assert!(!matches(&lines("a"), &lines("a\nb")));
}
