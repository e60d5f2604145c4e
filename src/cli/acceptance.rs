//! The acceptance files of a run: found beside the sheets, or named.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::Args;
use jixiao::accept::{self, Accepted, Applied, FILE_NAMES, Form, Forms, MOST_BYTES};
use jixiao::audit::{Audit, Selection};
use jixiao::words::accept as words;

use super::console::Console;
use super::file;
use super::language::say;

/// Which acceptance files are read.
#[derive(Args)]
pub struct Acceptance {
    #[arg(long, value_name = "FILE", help = say(words::help_accepted))]
    accepted: Option<PathBuf>,
    #[arg(long, conflicts_with = "accepted", help = say(words::help_ignore))]
    ignore_accepted: bool,
}

/// The acceptance files of a run that may come in parts, each read once.
#[derive(Default)]
pub struct Decisions {
    /// By file; `None` for one that cannot be read, which the console has shown.
    files: BTreeMap<PathBuf, Option<(Accepted, Applied)>>,
}

impl Decisions {
    /// Marks what is accepted in one part of the run.
    pub fn apply(
        &mut self,
        asked: &Acceptance,
        audit: &mut Audit,
        forms: &Forms<'_>,
        console: &Console,
    ) {
        if asked.ignore_accepted {
            return;
        }
        let files: Vec<(PathBuf, Option<PathBuf>)> = match &asked.accepted {
            Some(file) => vec![(file.clone(), None)],
            None => {
                let folders = forms.iter().filter_map(Form::folder);
                let folders: BTreeSet<&Path> = folders.collect();
                let files = folders.into_iter().filter_map(|folder| {
                    let file = beside(folder)?;
                    Some((file, Some(folder.to_owned())))
                });
                files.collect()
            }
        };
        for (file, folder) in files {
            let read = self.files.entry(file).or_insert_with_key(|file| {
                console.reads(file);
                let accepted = read(file, console).ok()?;
                console.notices(&accepted.notices);
                Some((accepted, Applied::default()))
            });
            if let Some((accepted, applied)) = read {
                applied.add(accept::apply(audit, forms, accepted, folder.as_ref()));
            }
        }
    }

    /// Says what became of the files when all parts are done.
    pub fn tell(&self, selection: &Selection, console: &Console) {
        for (accepted, applied) in self.files.values().flatten() {
            tell(accepted, applied, selection, console);
        }
    }
}

/// The acceptance file of a folder, where there is one.
pub fn beside(folder: &Path) -> Option<PathBuf> {
    let mut files = FILE_NAMES.iter().map(|name| folder.join(name));
    files.find(|file| file.is_file())
}

/// Reads an acceptance file; `Err` when it cannot be read, which the console has shown.
pub fn read(path: &Path, console: &Console) -> Result<Accepted, ()> {
    let read = file::read(path, MOST_BYTES);
    read.and_then(|bytes| accept::read(&path.to_string_lossy(), &bytes))
        .map_err(|problems| console.problems(&problems))
}

fn tell(accepted: &Accepted, applied: &Applied, selection: &Selection, console: &Console) {
    let (file, lang) = (plain(&accepted.file), console.lang);
    if applied.accepted > 0 {
        console.notice(&words::used(lang, &file, applied.accepted));
    }
    if applied.changed > 0 {
        console.notice(&words::changed_some(lang, &file, applied.changed));
    }
    for entry in applied.unused(accepted, selection) {
        let (code, sheet) = (&entry.code, plain(&entry.sheet));
        console.notice(&match entry.row {
            Some(row) => words::unused_row(lang, &file, entry.line, code, sheet, row),
            None => words::unused(lang, &file, entry.line, code, sheet),
        });
    }
    let elsewhere = applied.elsewhere();
    if elsewhere > 0 {
        console.notice(&words::elsewhere(lang, &file, elsewhere));
    }
}

/// A text of a file, fit for a line of the terminal.
pub fn plain(text: &str) -> String {
    jixiao::report::clean(text)
}
