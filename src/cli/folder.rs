//! A folder that several results go to, one file each.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::console::Console;
use super::output::cannot_write;

/// Longest name of a file that is taken from a title, in bytes: 60 Chinese characters. Systems take 255, and
/// something is still to be put behind it.
const LONGEST: usize = 180;

/// Makes the folder unless it is there.
pub fn make(folder: &Path, console: &Console) -> bool {
    let made = std::fs::create_dir_all(folder);
    if let Err(error) = &made {
        console.problems(&[cannot_write(folder, error)]);
    }
    made.is_ok()
}

/// A name without what a file name cannot hold; the id of the sheet where nothing is left.
pub fn stem(name: &str, id: &str) -> String {
    let kept = name.chars();
    let kept: String = kept
        .filter(|c| !c.is_control() && !"/\\:*?\"<>|.".contains(*c))
        .collect();
    match shortened(&kept).trim() {
        "" => shortened(&id.replace(['/', '\\', '#'], "-")).to_owned(),
        kept => kept.to_owned(),
    }
}

fn shortened(name: &str) -> &str {
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    &name[..end]
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
