//! `--mapping`: the mapping file, and the tables it is for.

use std::path::Path;

use jixiao::document::{Input, Mapped, Mapping, Problem, ProblemKind};
use jixiao::words::cli as words;

use super::console::Console;
use super::file;
use super::inputs::Document;

/// Endings of files that a mapping is for.
pub const TABLES: [&str; 4] = ["csv", "tsv", "tab", "txt"];

/// Reads the mapping asked for; `Err` when it cannot be read, which the console has shown.
pub fn read(path: Option<&Path>, console: &Console) -> Result<Option<Mapping>, ()> {
    let Some(path) = path else {
        return Ok(None);
    };
    let read = file::read(path, Input::MOST_BYTES as u64);
    read.and_then(|bytes| Mapping::read(&path.to_string_lossy(), &bytes))
        .map(Some)
        .map_err(|problems| console.problems(&problems))
}

/// The sheets of those documents that are tables; the others are given back.
pub fn apply<'d>(
    mapping: &Mapping,
    documents: &'d [Document],
) -> (Result<Mapped, Vec<Problem>>, Vec<&'d Document>) {
    let (tables, others): (Vec<_>, Vec<_>) = documents.iter().partition(|one| is_table(one));
    let files: Vec<(&str, &[u8])> = tables
        .iter()
        .map(|table| (table.name.as_str(), table.bytes.as_slice()))
        .collect();
    if files.is_empty() && !documents.is_empty() {
        let kind = ProblemKind::said(words::no_tables, words::no_tables_help);
        let problem = Problem::of_file(mapping.file(), kind);
        return (Err(vec![problem]), others);
    }
    (mapping.apply(&files), others)
}

/// Whether a mapping is for this file; what comes from standard input is a table unless it is JSON.
fn is_table(document: &Document) -> bool {
    let Some(path) = &document.path else {
        return document.name == "stdin";
    };
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| TABLES.iter().any(|one| one.eq_ignore_ascii_case(ending)))
}
