//! A file of the user's, read whole: bounded, and refused where somebody writes to it meanwhile.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use jixiao::document::{Problem, ProblemKind, system_error};
use jixiao::words::cli as words;

/// The bytes of a file of at most `most` bytes. A larger one is refused by its size and not read.
///
/// # Errors
/// It cannot be read, it is too large, or it changed while it was read: half of an old and half of a new
/// sheet can look like a sheet.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Vec<Problem>> {
    bounded(path, most)
        .unwrap_or_else(|error| Err(unread(&error)))
        .map_err(|kind| vec![Problem::of_file(&path.to_string_lossy(), kind)])
}

fn bounded(path: &Path, most: u64) -> io::Result<Result<Vec<u8>, ProblemKind>> {
    let mut file = File::open(path)?;
    let before = file.metadata()?;
    let mut bytes = Vec::new();
    if before.len() <= most {
        // One more than there is: the end of the file is seen without asking for more room.
        bytes.try_reserve(usize::try_from(before.len()).map_or(0, |size| size + 1))?;
        (&mut file).take(most + 1).read_to_end(&mut bytes)?;
    }
    // A pipe or a device has no size to tell.
    if before.len().max(bytes.len() as u64) > most {
        let limit = usize::try_from(most / (1024 * 1024)).unwrap_or(usize::MAX);
        return Ok(Err(ProblemKind::TooLarge { limit }));
    }
    let short = before.is_file() && (bytes.len() as u64) < before.len();
    if short || Stamp::of(&before) != Stamp::of(&file.metadata()?) {
        return Ok(Err(changed()));
    }
    Ok(Ok(bytes))
}

/// Said of a file that is another one than a moment ago.
pub fn changed() -> ProblemKind {
    ProblemKind::said(words::changed, words::changed_help)
}

/// What is different after somebody wrote to a file: its size, and when it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp(u64, Option<SystemTime>);

impl Stamp {
    /// That of the file a path leads to now; nothing of a pipe or a device.
    pub fn now(path: &Path) -> Option<Stamp> {
        Stamp::of(&path.metadata().ok()?)
    }

    fn of(file: &Metadata) -> Option<Stamp> {
        file.is_file()
            .then(|| Stamp(file.len(), file.modified().ok()))
    }
}

/// What is said of a file that cannot be read.
pub fn unread(error: &io::Error) -> ProblemKind {
    let message = |lang| words::cannot_read(lang, system_error(error, lang));
    ProblemKind::said(message, words::cannot_read_help)
}
