//! Files → sheets, each with a short name of its own.

use std::collections::{HashMap, HashSet};
use std::path::{Component, Path};

use jixiao::document::{Mapping, Problem, ProblemKind};
use jixiao::recognise::{Opened, open};
use jixiao::sheet::{Sheet, TargetTable};
use jixiao::words::cli as words;
use rayon::prelude::*;

use super::inputs::Document;
use super::mapping;

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
/// is one. `done` is called after every file.
pub fn read(
    documents: &[Document],
    mapping: Option<&Mapping>,
    forms: Forms,
    done: impl Fn() + Sync,
) -> Reading {
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
    read_documents(&others, forms, &mut reading, done);
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

fn read_documents(
    documents: &[&Document],
    forms: Forms,
    reading: &mut Reading,
    done: impl Fn() + Sync,
) {
    let labels = labels(documents);
    let files: Vec<_> = documents
        .par_iter()
        .map(|document| {
            let opened = open(&document.name, &document.bytes);
            done();
            opened
        })
        .collect();
    for ((file, label), document) in files.into_iter().zip(labels).zip(documents) {
        match file {
            Err(problems) => reading.problems.extend(problems),
            Ok(mut opened) => {
                let unused = match forms {
                    Forms::Sheets => std::mem::take(&mut opened.targets).len(),
                    Forms::SheetsAndTargets => 0,
                };
                let told = told(&opened, unused, &document.name);
                let Opened {
                    sheets,
                    targets,
                    notices,
                    ..
                } = opened;
                reading.notices.extend(notices);
                if sheets.is_empty() && targets.is_empty() && documents.len() == 1 {
                    reading.problems.extend(told);
                } else {
                    reading.notices.extend(told);
                }
                let mut ids = (1..).map(|number| match number {
                    1 => label.clone(),
                    _ => format!("{label}#{number}"),
                });
                for (mut sheet, id) in sheets.into_iter().zip(&mut ids) {
                    sheet.id = id;
                    reading.sheets.push(sheet);
                }
                for (mut table, id) in targets.into_iter().zip(&mut ids) {
                    table.id = id;
                    reading.targets.push(table);
                }
            }
        }
    }
}

/// What a user of a document should know: that nothing of use was found in it (but `unused` target tables), or that something was
/// repaired or stays uncertain.
fn told(opened: &Opened, unused: usize, file: &str) -> Option<Problem> {
    let (targets, notes) = (unused, opened.notes.len());
    let kind = if opened.sheets.is_empty() && opened.targets.is_empty() {
        ProblemKind::said(
            |lang| words::no_sheet_in_document(lang, targets),
            words::no_sheet_in_document_help,
        )
    } else if notes > 0 {
        ProblemKind::said(
            |lang| words::notes_on_document(lang, notes),
            words::notes_on_document_help,
        )
    } else {
        return None;
    };
    Some(Problem::of_file(file, kind))
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
