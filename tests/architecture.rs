//! The walls of docs/architecture.md, held by reading the sources.

use std::path::Path;

/// What each folder of `src` may name of the others. Stages stand in the order of the journey, and
/// nothing names a later one; `number`, `value` and `words` serve them all. `words` names the types
/// it puts into words, and nothing of the verbs.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("number", &[]),
    ("value", &["words"]),
    ("words", &["number", "rules", "score", "sheet"]),
    ("sheet", &["value"]),
    ("document", &["number", "sheet", "value", "words"]),
    ("recognise", &["document", "sheet", "value", "words"]),
    ("form", &["sheet", "value", "words"]),
    ("rules", &["document", "number", "sheet", "value", "words"]),
    ("score", &["number", "rules", "sheet", "value", "words"]),
    (
        "audit",
        &["number", "rules", "score", "sheet", "value", "words"],
    ),
    (
        "whatif",
        &[
            "document", "number", "rules", "score", "sheet", "value", "words",
        ],
    ),
    ("accept", &["audit", "document", "score", "sheet", "words"]),
    ("profile", &["audit", "document", "words"]),
    (
        "report",
        &[
            "audit",
            "document",
            "form",
            "number",
            "recognise",
            "rules",
            "score",
            "sheet",
            "value",
            "whatif",
            "words",
        ],
    ),
    (
        "batch",
        &["document", "report", "rules", "score", "sheet", "words"],
    ),
    // The workbench and the command line are callers of the library: they name `jixiao::…`. The workbench
    // reads and asks as the command line does; `jixiao serve` opens it.
    ("web", &["cli"]),
    ("cli", &["web"]),
];

/// Libraries with one home.
const HOMES: &[(&str, &[&str])] = &[
    ("rhai", &["src/rules/host/"]),
    ("saphyr_parser", &["src/document/"]),
    ("encoding_rs", &["src/document/"]),
    ("comfy_table", &["src/report/", "src/cli/"]),
    ("axum", &["src/web/"]),
    ("hyper", &["src/web/"]),
    ("tokio", &["src/web/"]),
    ("clap", &["src/cli/", "src/words/mod.rs"]),
    ("glob", &["src/cli/"]),
    ("maud", &["src/report/page/"]),
    ("parquet", &["src/batch/columns/"]),
    ("plotters", &["src/report/page/"]),
    (
        "rust_xlsxwriter",
        &["src/report/", "src/document/office/tests/"],
    ),
    ("walkdir", &["src/cli/"]),
    ("tempfile", &["src/cli/"]),
    ("signal_hook", &["src/cli/unfinished.rs"]),
];

/// A file this long has two subjects.
const MOST_LINES: usize = 400;

/// Every source file: its path and its lines without comments.
fn sources() -> Vec<(String, Vec<String>)> {
    fn walk(folder: &Path, found: &mut Vec<(String, Vec<String>)>) {
        for entry in std::fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source is text");
                let code = text
                    .lines()
                    .map(|line| line.split("//").next().unwrap_or_default());
                let name = path.to_string_lossy().replace('\\', "/");
                found.push((name, code.map(str::to_owned).collect()));
            }
        }
    }
    let mut found = Vec::new();
    walk(Path::new("src"), &mut found);
    found.sort();
    found
}

/// The words of a line of code: identifiers and keywords.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '_')
}

/// Whether a line of code names a library: `use rhai::…`, `rhai::Engine`, `use rhai;`.
fn names(line: &str, library: &str) -> bool {
    line.match_indices(library).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + library.len()..]);
        let whole = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        whole && (after.starts_with("::") || after.starts_with(';'))
    })
}

/// Fails with every line that breaks the rule.
fn none_breaks(rule: &str, breaks: impl Fn(&str, &str) -> bool) {
    let mut broken = Vec::new();
    for (path, lines) in sources() {
        for (number, line) in lines.iter().enumerate() {
            if breaks(&path, line) {
                broken.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(broken.is_empty(), "{rule}\n{}", broken.join("\n"));
}

/// The folder of `src` a file lies in; `None` for lib.rs and main.rs.
fn folder(path: &str) -> Option<&str> {
    path.strip_prefix("src/")?
        .split_once('/')
        .map(|(folder, _)| folder)
}

#[test]
fn nothing_names_a_later_stage() {
    none_breaks(
        "a folder may name only what MAY_NAME lists; docs/architecture.md says why",
        |path, line| {
            let Some(folder) = folder(path) else {
                return false;
            };
            let (_, allowed) = MAY_NAME
                .iter()
                .find(|(name, _)| *name == folder)
                .unwrap_or_else(|| panic!("{folder}: give it a place in MAY_NAME"));
            line.split("crate::").skip(1).any(|named| {
                let named = words(named).next().unwrap_or_default();
                let module = MAY_NAME.iter().any(|(name, _)| *name == named);
                // `use crate::{…}` would hide what is named.
                named.is_empty() || (module && named != folder && !allowed.contains(&named))
            })
        },
    );
}

#[test]
fn the_library_does_not_know_its_callers() {
    none_breaks(
        "the library never imports the command line or the workbench",
        |path, line| {
            folder(path).is_some_and(|folder| !["cli", "web"].contains(&folder))
                && ["cli", "web"].iter().any(|caller| {
                    words(line).any(|word| word == *caller)
                        && line.contains(&format!("::{caller}"))
                        && !line.contains(&format!("words::{caller}"))
                })
        },
    );
}

#[test]
fn a_library_stays_in_its_house() {
    for (library, homes) in HOMES {
        none_breaks(
            &format!("`{library}` belongs to {homes:?}"),
            |path, line| names(line, library) && !homes.iter().any(|home| path.starts_with(home)),
        );
    }
}

#[test]
fn no_binary_fraction_stands_in_the_sources() {
    // A spreadsheet stores binary fractions: one file turns them into decimal text. Coordinates on a
    // PDF page are geometry, not values.
    let may = |path: &str| {
        path == "src/document/office/double.rs" || path.starts_with("src/document/pdf/")
    };
    none_breaks("no f32 or f64 between a cell and a score", |path, line| {
        !may(path) && words(line).any(|word| matches!(word, "f32" | "f64"))
    });
}

#[test]
fn only_the_rounding_step_rounds() {
    const NAMES: [&str; 5] = [
        "round_dp",
        "round_dp_with_strategy",
        "round_sf",
        "trunc_with_scale",
        "RoundingStrategy",
    ];
    const CALLS: [&str; 4] = [".round()", ".trunc()", ".floor()", ".ceil()"];
    none_breaks(
        "src/number/rounding.rs is the only place that rounds",
        |path, line| {
            path != "src/number/rounding.rs"
                // Coordinates on a page are geometry, not values.
                && !path.starts_with("src/document/pdf/")
                && (words(line).any(|word| NAMES.contains(&word))
                    || CALLS.iter().any(|call| line.contains(call)))
        },
    );
}

#[test]
fn sheets_are_plain_data_and_nothing_opens_a_connection() {
    none_breaks("sheet does no I/O", |path, line| {
        path.starts_with("src/sheet/") && (line.contains("std::fs") || line.contains("std::io"))
    });
    none_breaks("the library opens no connection", |path, line| {
        folder(path) != Some("web") && line.contains("std::net")
    });
}

#[test]
fn a_file_has_one_subject() {
    let sources = sources().into_iter();
    let long: Vec<String> = sources
        .filter(|(_, lines)| lines.len() >= MOST_LINES)
        .map(|(path, lines)| format!("{path}: {} lines", lines.len()))
        .collect();
    assert!(long.is_empty(), "split by subject: {long:#?}");
}
