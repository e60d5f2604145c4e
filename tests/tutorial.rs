//! The tutorial works as it is written: its commands run one after another in a folder of their own.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::readme::{matches, steps};

const PAGE: &str = "docs/rules-tutorial.md";

/// The texts between 「 and 」.
fn quoted(words: &str) -> Vec<&str> {
    let parts = words.split('「').skip(1);
    parts
        .map(|part| part.split('」').next().unwrap_or_default())
        .collect()
}

/// Does what a line says: `jixiao …`, `cp -r A B`, or `edit FILE 「old」 「new」`.
fn run(command: &str, folder: &Path) -> (Vec<String>, i32) {
    let words: Vec<&str> = command.split_whitespace().collect();
    match words[0] {
        "cp" => {
            copy(&folder.join(words[2]), &folder.join(words[3]));
            (Vec::new(), 0)
        }
        "edit" => {
            let path = folder.join(words[1]);
            let text = fs::read_to_string(&path).expect("a file to edit");
            let quoted = quoted(command);
            assert!(text.contains(quoted[0]), "{command}");
            fs::write(&path, text.replacen(quoted[0], quoted[1], 1)).expect("written");
            (Vec::new(), 0)
        }
        "jixiao" => {
            let output = Command::new(env!("CARGO_BIN_EXE_jixiao"))
                .args(&words[1..])
                .current_dir(folder)
                .env_remove("JIXIAO_LANG")
                .output()
                .expect("the program starts");
            let text = [output.stdout, output.stderr].concat();
            let text = String::from_utf8(text).expect("output is UTF-8");
            let lines = text.lines().map(|line| line.trim_end().to_owned());
            (lines.collect(), output.status.code().unwrap_or(-1))
        }
        other => panic!("{PAGE}: {other}"),
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("copied");
        }
    }
}

#[test]
fn every_step_of_the_tutorial_does_what_it_says() {
    let folder = tempfile::TempDir::new().expect("a folder");
    copy(
        Path::new("samples/wuhan-2024"),
        &folder.path().join("samples/wuhan-2024"),
    );
    let page = fs::read_to_string(PAGE).expect(PAGE);
    let steps = steps(&page);
    assert!(steps.len() > 10);
    let mut code = 0;
    for mut step in steps {
        while step.shown.last().is_some_and(String::is_empty) {
            step.shown.pop();
        }
        let output = match step.command.as_str() {
            "echo $?" => vec![code.to_string()],
            command => {
                let (output, exit) = run(command, folder.path());
                code = exit;
                output
            }
        };
        assert!(
            matches(&step.shown, &output),
            "{PAGE}:{}: $ {}\n{}",
            step.line,
            step.command,
            output.join("\n")
        );
    }
}
