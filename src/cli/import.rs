//! `jixiao import`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jixiao::recognise::Opened;
use jixiao::report::import::{Form, Imported, told, yaml};
use jixiao::words::{Lang, cli as words};

use super::Exit;
use super::console::Console;
use super::folder_files::LeftOver;
use super::language::say;
use super::{copies, folder, inputs, mapping, output, sheets};

/// Documents → sheets and target tables.
#[derive(Args)]
pub struct Import {
    #[arg(value_name = "DOCUMENT", required = true, help = say(words::help_documents))]
    documents: Vec<PathBuf>,
    #[arg(long, short, value_name = "FILE", help = say(words::help_mapping))]
    mapping: Option<PathBuf>,
    #[arg(long, short, value_name = "DIR", help = say(words::help_import_output))]
    output: Option<PathBuf>,
    #[arg(long, short, value_name = "yaml|json", default_value = "yaml", help = say(words::help_import_format))]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Yaml,
    Json,
}

impl Import {
    /// Reads, tells what was found and what is uncertain, and prints or writes.
    pub fn run(&self, console: &Console) -> Exit {
        let Ok(mapping) = mapping::read(self.mapping.as_deref(), console) else {
            return Exit::Failed;
        };
        let endings = match mapping {
            Some(_) => mapping::TABLES.as_slice(),
            None => inputs::SHEETS.as_slice(),
        };
        let (files, problems) = inputs::read(&self.documents, endings);
        console.problems(&problems);
        let mut opened = Vec::new();
        let mut documents: Vec<_> = files.iter().collect();
        if let Some(mapping) = &mapping {
            let (mapped, others) = mapping::apply(mapping, &files);
            documents = others;
            match mapped {
                Ok(mapped) => {
                    let found = Opened {
                        sheets: mapped.sheets,
                        notices: mapped.notices,
                        ..Opened::default()
                    };
                    tell(mapping.file(), &found, console);
                    opened.push(found);
                }
                Err(problems) => console.problems(&problems),
            }
        }
        let mut left_over = LeftOver::default();
        for file in &documents {
            match sheets::open_one(file) {
                Ok(found) => {
                    let is_empty = found.sheets.is_empty() && found.targets.is_empty();
                    if !is_empty || !left_over.take(file) {
                        tell(&file.name, &found, console);
                    }
                    opened.push(found);
                }
                Err(problems) => console.problems(&problems),
            }
        }
        let sheets = opened.iter().flat_map(|found| &found.sheets);
        let sheets = sheets.filter(|_| mapping.is_none());
        let targets = opened.iter().flat_map(|found| &found.targets);
        console.notices(copies::told(sheets, targets, &documents).as_slice());
        let forms: Vec<Form<'_>> = opened
            .iter()
            .flat_map(|found| {
                let sheets = found.sheets.iter().map(Form::Sheet);
                sheets.chain(found.targets.iter().map(Form::Targets))
            })
            .collect();
        let left_over = left_over.told(words::forms_wanted);
        if forms.is_empty() {
            console.problems(&left_over);
            return Exit::Failed;
        }
        console.notices(&left_over);
        match (self.format, &self.output) {
            (Format::Json, folder) => {
                let mut imported = Imported::new();
                for found in &opened {
                    imported.add(found, console.lang);
                }
                if let Some(folder) = folder
                    && !folder::make(folder, console)
                {
                    return console.exit();
                }
                let file = folder.as_ref().map(|folder| folder.join("import.json"));
                output::write(imported.json(), file.as_deref(), console);
            }
            (Format::Yaml, None) => output::write(yaml(&forms), None, console),
            (Format::Yaml, Some(folder)) => {
                write_each(&forms, mapping.is_some(), folder, console);
            }
        }
        console.exit()
    }
}

/// One file a form, all of them or none; what is in the folder already is left alone.
fn write_each(forms: &[Form<'_>], by_id: bool, folder: &Path, console: &Console) {
    if !folder::make(folder, console) {
        return;
    }
    let mut names = folder::Names::new(folder);
    let mut files = Vec::new();
    for form in forms {
        let path = names.free(&stem(form, by_id, console.lang), "yaml");
        files.push((path, form.file()));
    }
    if output::write_all(&files, console) {
        for (path, _) in &files {
            console.notice(&words::imported_to(console.lang, path.display()));
        }
    }
}

/// What was found in a file, then every note with its place.
fn tell(file: &str, found: &Opened, console: &Console) {
    let (sheets, targets) = (found.sheets.len(), found.targets.len());
    console.notices(&found.notices);
    console.notice(&words::found_in(console.lang, file, sheets, targets));
    for note in &found.notes {
        console.notice(&told(note, console.lang));
    }
}

/// The project, else the title, without what a file name cannot hold; a target table says so. `by_id`:
/// the id, as thousands of institutions have the same title.
fn stem(form: &Form<'_>, by_id: bool, lang: Lang) -> String {
    let (project, title, id) = match form {
        Form::Sheet(sheet) => (&sheet.project, &sheet.title, &sheet.id),
        Form::Targets(table) => (&table.project, &table.title, &table.id),
    };
    let name = match form {
        Form::Sheet(_) if by_id => id,
        _ => project.as_ref().unwrap_or(title),
    };
    let kept = folder::stem(name, id);
    match form {
        Form::Targets(table) if table.project.is_some() => words::targets_of(lang, kept),
        _ => kept,
    }
}
