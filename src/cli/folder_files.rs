//! Files of folders in which nothing of use was found: one notice a folder, however many there are.

use std::collections::BTreeMap;
use std::path::Path;

use jixiao::document::{Problem, ProblemKind};
use jixiao::words::{Lang, cli as words};

use super::inputs::Document;

/// So many files are named; of the others the number is told.
const NAMED: usize = 5;

/// The files left over, by the folder the user named.
#[derive(Default)]
pub struct LeftOver<'d> {
    folders: BTreeMap<&'d Path, Vec<&'d Document>>,
}

impl<'d> LeftOver<'d> {
    /// Takes a file of a folder; `false` for a file the user named, which deserves a notice of its own.
    pub fn take(&mut self, document: &'d Document) -> bool {
        let Some(folder) = &document.folder else {
            return false;
        };
        self.folders.entry(folder).or_default().push(document);
        true
    }

    /// What is said of each folder; `wanted` names the forms that were looked for.
    pub fn told(&self, wanted: fn(Lang) -> String) -> Vec<Problem> {
        let folders = self.folders.iter();
        let told = folders.map(|(folder, files)| {
            let names = files.iter().take(NAMED).map(|file| {
                let path = Path::new(&file.name);
                let inside = path.strip_prefix(folder).unwrap_or(path);
                inside.to_string_lossy().into_owned()
            });
            let names = names.collect::<Vec<_>>().join(", ");
            let said = |lang| match files.len() {
                count @ ..=NAMED => words::left_over(lang, count, wanted(lang), &names),
                count => words::left_over_many(lang, count, wanted(lang), &names),
            };
            let kind = ProblemKind::said(said, words::left_over_help);
            Problem::of_file(&folder.to_string_lossy(), kind)
        });
        told.collect()
    }
}
