//! Files → sheets, each with a short name of its own.

use std::collections::HashSet;

use jixiao::document::{Mapping, Problem, ProblemKind, is_own_paper};
use jixiao::recognise::{Opened, open};
use jixiao::sheet::{Sheet, TargetTable};
use jixiao::words::cli as words;
use rayon::prelude::*;

use super::folder_files::LeftOver;
use super::inputs::Document;
use super::labels::Labels;
use super::{copies, mapping};

/// Bytes by which a result is known.
const FIRST: usize = 64 * 1024;

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
/// is one. `known` are the names of files that were looked at before; `done` is called after every file.
pub fn read(
    documents: &[Document],
    known: Option<&Labels>,
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
    read_documents(&others, known, forms, &mut reading, done);
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
    known: Option<&Labels>,
    forms: Forms,
    reading: &mut Reading,
    done: impl Fn() + Sync,
) {
    let files: Vec<_> = documents
        .par_iter()
        .map(|document| {
            let opened = open_one(document);
            done();
            opened
        })
        .collect();
    let mut looked = Vec::new();
    let mut opened = Vec::new();
    for (file, document) in files.into_iter().zip(documents) {
        let file = file.map(|mut file| {
            let look = Looked::at(&mut file, forms);
            if look.has_forms() {
                opened.push((*document, file));
            }
            look
        });
        looked.push((*document, file));
    }
    tell(looked, forms, reading);
    let labels = match known {
        // What there is to say of each file has been said when it was looked at first.
        Some(_) => {
            reading.notices.clear();
            None
        }
        None => Some(Labels::of(
            opened.iter().map(|(document, _)| document.path.as_deref()),
        )),
    };
    let labels = labels.as_ref().or(known);
    let documents: Vec<&Document> = opened.iter().map(|(document, _)| *document).collect();
    for (document, opened) in opened {
        let label = labels.map_or_else(String::new, |labels| labels.get(document.path.as_deref()));
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

/// What a file turned out to hold.
pub struct Looked {
    /// Forms the command is about.
    pub forms: usize,
    /// Whose they are, as far as they say.
    pub units: Vec<String>,
    /// Target tables nobody asked for.
    unused: usize,
    /// Places that were repaired or stay uncertain.
    notes: usize,
    notices: Vec<Problem>,
}

impl Looked {
    /// Looks at a file that was opened, and puts aside what the command is not about.
    pub fn at(opened: &mut Opened, forms: Forms) -> Looked {
        let unused = match forms {
            Forms::Sheets => std::mem::take(&mut opened.targets).len(),
            Forms::SheetsAndTargets => 0,
        };
        let of_sheets = opened.sheets.iter().map(|sheet| &sheet.unit);
        let units = of_sheets.chain(opened.targets.iter().map(|table| &table.unit));
        Looked {
            forms: opened.sheets.len() + opened.targets.len(),
            units: units.cloned().collect(),
            unused,
            notes: opened.notes.len(),
            notices: std::mem::take(&mut opened.notices),
        }
    }

    fn has_forms(&self) -> bool {
        self.forms > 0
    }
}

/// Adds what the user should know of every file.
pub fn tell(
    files: Vec<(&Document, Result<Looked, Vec<Problem>>)>,
    forms: Forms,
    reading: &mut Reading,
) {
    let (mut told, mut found) = (Vec::new(), false);
    let mut left_over = LeftOver::default();
    for (document, file) in files {
        match file {
            Err(problems) => reading.problems.extend(problems),
            Ok(mut looked) => {
                reading.notices.append(&mut looked.notices);
                if looked.has_forms() {
                    found = true;
                    told.extend(notes_told(looked.notes, &document.name));
                } else if !left_over.take(document) {
                    told.push(nothing_told(looked.unused, &document.name));
                }
            }
        }
    }
    told.extend(left_over.told(match forms {
        Forms::Sheets => words::sheets_wanted,
        Forms::SheetsAndTargets => words::forms_wanted,
    }));
    // Where there is nothing to go on with, that is no side note.
    match !found && reading.problems.is_empty() {
        true => reading.problems.extend(told),
        false => reading.notices.extend(told),
    }
}

/// Opens a file. An empty text in a folder has no form, and neither has a result written into it; an
/// empty file or a result the user named is a mistake.
pub fn open_one(document: &Document) -> Result<Opened, Vec<Problem>> {
    let name = document.name.to_lowercase();
    let is_empty = name.ends_with(".txt") && document.bytes.trim_ascii().is_empty();
    let is_result = || match name.ends_with(".json") {
        true => is_result(&document.bytes),
        false => is_own_paper(&document.name, &document.bytes),
    };
    match document.folder.is_some() && (is_empty || is_result()) {
        true => Ok(Opened::default()),
        false => open(&document.name, &document.bytes),
    }
}

/// Whether this is JSON that `score`, `audit` or `whatif` wrote: sheets have none of these keys.
fn is_result(json: &[u8]) -> bool {
    const KEYS: [&str; 3] = ["\"computed\": {", "\"portfolio\": {", "\"baseline\": {"];
    let beginning = String::from_utf8_lossy(&json[..json.len().min(FIRST)]);
    KEYS.iter().any(|key| beginning.contains(key))
}

/// Said of a document in which nothing of use was found, but `targets` target tables.
pub fn nothing_told(targets: usize, file: &str) -> Problem {
    let kind = ProblemKind::said(
        |lang| words::no_sheet_in_document(lang, targets),
        words::no_sheet_in_document_help,
    );
    Problem::of_file(file, kind)
}

/// Said of a document in which something was repaired or stays uncertain.
fn notes_told(notes: usize, file: &str) -> Option<Problem> {
    let kind = ProblemKind::said(
        |lang| words::notes_on_document(lang, notes),
        words::notes_on_document_help,
    );
    (notes > 0).then(|| Problem::of_file(file, kind))
}
