//! Files → sheets, each with a short name of its own.

use std::collections::{HashMap, HashSet};
use std::path::{Component, Path};

use jixiao::document::{Mapping, Problem, ProblemKind};
use jixiao::recognise::{Opened, open};
use jixiao::sheet::{Sheet, TargetTable};
use jixiao::words::cli as words;
use rayon::prelude::*;

use super::folder_files::LeftOver;
use super::inputs::Document;
use super::{copies, mapping};

/// What a run reads: the sheets, what the user should know, and what went wrong.
#[derive(Default)]
pub struct Reading {
    /// The sheets in the order of the files.
    pub sheets: Vec<Sheet>,
    /// The target tables, where they were asked for.
    pub targets: Vec<TargetTable>,
    /// Notices.
    pub notices: Vec<Problem>,
    /// Problems; files that have none are complete.
    pub problems: Vec<Problem>,
}

/// Which forms of a file a command is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forms {
    /// 自评表 only.
    Sheets,
    /// 自评表 and 绩效目标表.
    SheetsAndTargets,
}

/// Reads all sheets of all files, on the threads of the current pool; tables by the mapping, if there
/// is one.
pub fn read(documents: &[Document], mapping: Option<&Mapping>, forms: Forms) -> Reading {
    let mut reading = Reading::default();
    let mut others: Vec<&Document> = documents.iter().collect();
    let mut mapped = Vec::new();
    if let Some(mapping) = mapping {
        let (read, left) = mapping::apply(mapping, documents);
        others = left;
        match read {
            Ok(read) => {
                mapped = read.sheets;
                reading.notices.extend(read.notices);
            }
            Err(problems) => reading.problems.extend(problems),
        }
    }
    read_documents(&others, forms, &mut reading);
    // Ids of a table are data and stay; a file of the same name gives way.
    let ids: HashSet<String> = mapped.iter().map(|sheet| sheet.id.clone()).collect();
    for sheet in &mut reading.sheets {
        while ids.contains(&sheet.id) {
            sheet.id = format!("{}~", sheet.id);
        }
    }
    for table in &mut reading.targets {
        while ids.contains(&table.id) {
            table.id = format!("{}~", table.id);
        }
    }
    reading.sheets.extend(mapped);
    reading
}

fn read_documents(documents: &[&Document], forms: Forms, reading: &mut Reading) {
    let files: Vec<_> = documents
        .par_iter()
        .map(|document| open_one(document))
        .collect();
    let (mut found, mut told) = (Vec::new(), Vec::new());
    let mut left_over = LeftOver::default();
    for (file, document) in files.into_iter().zip(documents) {
        match file {
            Err(problems) => reading.problems.extend(problems),
            Ok(mut opened) => {
                let unused = match forms {
                    Forms::Sheets => std::mem::take(&mut opened.targets).len(),
                    Forms::SheetsAndTargets => 0,
                };
                reading.notices.append(&mut opened.notices);
                if !opened.sheets.is_empty() || !opened.targets.is_empty() {
                    told.extend(notes_told(&opened, &document.name));
                    found.push((*document, opened));
                } else if !left_over.take(document) {
                    told.push(nothing_told(unused, &document.name));
                }
            }
        }
    }
    told.extend(left_over.told(match forms {
        Forms::Sheets => words::sheets_wanted,
        Forms::SheetsAndTargets => words::forms_wanted,
    }));
    // Where there is nothing to go on with, that is no side note.
    match found.is_empty() && reading.problems.is_empty() {
        true => reading.problems.extend(told),
        false => reading.notices.extend(told),
    }
    let documents: Vec<&Document> = found.iter().map(|(document, _)| *document).collect();
    let labels = labels(&documents);
    for ((_, opened), label) in found.into_iter().zip(labels) {
        let mut ids = (1..).map(|number| match number {
            1 => label.clone(),
            _ => format!("{label}#{number}"),
        });
        for (mut sheet, id) in opened.sheets.into_iter().zip(&mut ids) {
            sheet.id = id;
            reading.sheets.push(sheet);
        }
        for (mut table, id) in opened.targets.into_iter().zip(&mut ids) {
            table.id = id;
            reading.targets.push(table);
        }
    }
    let copies = copies::told(&reading.sheets, &reading.targets, &documents);
    reading.notices.extend(copies);
}

/// Opens a file. An empty text in a folder has no form; an empty file the user named is a mistake.
pub fn open_one(document: &Document) -> Result<Opened, Vec<Problem>> {
    let is_text = document.name.to_lowercase().ends_with(".txt");
    match document.folder.is_some() && is_text && document.bytes.trim_ascii().is_empty() {
        true => Ok(Opened::default()),
        false => open(&document.name, &document.bytes),
    }
}

/// Said of a document in which nothing of use was found, but `targets` target tables.
fn nothing_told(targets: usize, file: &str) -> Problem {
    let kind = ProblemKind::said(
        |lang| words::no_sheet_in_document(lang, targets),
        words::no_sheet_in_document_help,
    );
    Problem::of_file(file, kind)
}

/// Said of a document in which something was repaired or stays uncertain.
fn notes_told(opened: &Opened, file: &str) -> Option<Problem> {
    let notes = opened.notes.len();
    let kind = ProblemKind::said(
        |lang| words::notes_on_document(lang, notes),
        words::notes_on_document_help,
    );
    (notes > 0).then(|| Problem::of_file(file, kind))
}

/// A short name for every file: its stem, with as many folders in front as it takes to be unique, and
/// its ending if even that does not help.
fn labels(documents: &[&Document]) -> Vec<String> {
    let paths: Vec<&Path> = documents
        .iter()
        .map(|document| document.path.as_deref().unwrap_or(Path::new("stdin")))
        .collect();
    let mut labels: Vec<String> = paths.iter().map(|path| label(path, 0)).collect();
    let deepest = paths.iter().map(|path| path.components().count()).max();
    for folders in 1..=deepest.unwrap_or(0) {
        for index in twins(&labels) {
            labels[index] = label(paths[index], folders);
        }
    }
    for index in twins(&labels) {
        labels[index] = paths[index].to_string_lossy().into_owned();
    }
    labels
}

/// Indices of labels that occur more than once.
fn twins(labels: &[String]) -> Vec<usize> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, label) in labels.iter().enumerate() {
        places.entry(label).or_default().push(index);
    }
    let mut twins: Vec<usize> = places
        .into_values()
        .filter(|places| places.len() > 1)
        .flatten()
        .collect();
    twins.sort_unstable();
    twins
}

/// The stem of a path behind its last `folders` folders.
fn label(path: &Path, folders: usize) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let names: Vec<String> = path
        .parent()
        .into_iter()
        .flat_map(Path::components)
        .filter(|component| matches!(component, Component::Normal(_)))
        .map(|component| component.as_os_str().to_string_lossy().into_owned())
        .collect();
    let behind = names.len().saturating_sub(folders);
    let mut parts = names[behind..].to_vec();
    parts.push(stem.into_owned());
    parts.join("/")
}
