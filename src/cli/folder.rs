//! A folder that several results go to, one file each.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use jixiao::document::{Problem, ProblemKind, system_error};
use jixiao::words::cli as words;

use super::console::Console;

/// Longest name of a file that is taken from a title, in characters.
const LONGEST: usize = 60;

/// Makes the folder unless it is there.
pub fn make(folder: &Path, console: &Console) -> bool {
    let made = std::fs::create_dir_all(folder);
    if let Err(error) = &made {
        let kind = ProblemKind::said(
            |lang| words::cannot_write(lang, system_error(error, lang)),
            words::cannot_write_help,
        );
        console.problems(&[Problem::of_file(&folder.to_string_lossy(), kind)]);
    }
    made.is_ok()
}

/// A name without what a file name cannot hold; the id of the sheet where nothing is left.
pub fn stem(name: &str, id: &str) -> String {
    let kept: String = name
        .chars()
        .filter(|c| !c.is_control() && !"/\\:*?\"<>|.".contains(*c))
        .take(LONGEST)
        .collect();
    match kept.trim() {
        "" => id.replace(['/', '\\', '#'], "-"),
        kept => kept.to_owned(),
    }
}

/// Names of files in a folder that are neither there already nor given twice.
pub struct Names<'f> {
    folder: &'f Path,
    taken: HashSet<PathBuf>,
}

impl Names<'_> {
    /// Nothing taken yet but what is in the folder.
    pub fn new(folder: &Path) -> Names<'_> {
        Names {
            folder,
            taken: HashSet::new(),
        }
    }

    /// `甲.yaml`, else `甲-2.yaml` and so on.
    pub fn free(&mut self, stem: &str, ending: &str) -> PathBuf {
        let mut path = self.folder.join(format!("{stem}.{ending}"));
        let mut number = 1_u64;
        while self.taken.contains(&path) || path.exists() {
            number += 1;
            path = self.folder.join(format!("{stem}-{number}.{ending}"));
        }
        self.taken.insert(path.clone());
        path
    }
}
