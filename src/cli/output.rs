//! Where the result goes: standard output, or a file that is written whole or not at all.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use jixiao::document::{Problem, ProblemKind, system_error};
use jixiao::words::cli as words;
use tempfile::NamedTempFile;

use super::console::Console;
use super::run::output_is_input;

/// Writes the result to `file`, or to standard output.
pub fn write(content: impl AsRef<[u8]>, file: Option<&Path>, console: &Console) {
    let mut pieces = Pieces::new(file);
    pieces.add(content, console);
    pieces.finish(console);
}

/// A result that comes in pieces: a file is there when all of them are written, or not at all.
pub struct Pieces<'f> {
    file: Option<&'f Path>,
    draft: Option<NamedTempFile>,
    state: State,
}

#[derive(PartialEq, Eq)]
enum State {
    Empty,
    Going,
    /// What was wrong has been shown, or nobody reads any more.
    Over,
}

impl Pieces<'_> {
    /// Nothing written so far.
    pub fn new(file: Option<&Path>) -> Pieces<'_> {
        Pieces {
            file,
            draft: None,
            state: State::Empty,
        }
    }

    /// Whether nothing was added so far.
    pub fn is_empty(&self) -> bool {
        self.state == State::Empty
    }

    /// Adds a piece.
    pub fn add(&mut self, content: impl AsRef<[u8]>, console: &Console) {
        let first = self.is_empty();
        if let Some(file) = self.file.filter(|file| first && console.has_read(file)) {
            console.problems(&[output_is_input(file)]);
            self.state = State::Over;
        }
        let content = content.as_ref();
        let written = match (self.file, &self.state) {
            (_, State::Over) => return,
            (None, _) => {
                let mut out = io::stdout().lock();
                out.write_all(content).and_then(|()| out.flush())
            }
            (Some(file), _) => self.add_to_file(content, file, first),
        };
        self.state = State::Going;
        if let Err(error) = written {
            self.fail(&error, console);
        }
    }

    fn add_to_file(&mut self, content: &[u8], file: &Path, first: bool) -> io::Result<()> {
        let there = fs::metadata(file).ok();
        if let Some(there) = &there {
            if there.is_dir() {
                return Err(ErrorKind::IsADirectory.into());
            }
            // A device or a pipe cannot be replaced by a file.
            if !there.is_file() {
                let mut options = fs::OpenOptions::new();
                let mut device = options
                    .write(true)
                    .truncate(first)
                    .append(!first)
                    .open(file)?;
                return device.write_all(content);
            }
        }
        match &mut self.draft {
            Some(draft) => draft.write_all(content),
            None => {
                let permissions = there.map(|there| there.permissions());
                self.draft = Some(draft(content, file, permissions)?);
                Ok(())
            }
        }
    }

    /// Puts the file where it belongs.
    pub fn finish(mut self, console: &Console) {
        let (Some(draft), Some(file)) = (self.draft.take(), self.file) else {
            return;
        };
        if self.state == State::Over {
            return;
        }
        let kept = draft.as_file().sync_all();
        let kept = kept.and_then(|()| draft.persist(file).map_err(|failed| failed.error));
        if let Err(error) = kept {
            self.fail(&error, console);
        }
    }

    fn fail(&mut self, error: &io::Error, console: &Console) {
        self.state = State::Over;
        // The reader has seen enough (`| head`): no reason to complain.
        if self.file.is_some() || error.kind() != ErrorKind::BrokenPipe {
            let name = self.file.map_or("-".into(), Path::to_string_lossy);
            console.problems(&[cannot_write(&name, error)]);
        }
    }
}

/// A CSV as it goes to `file`: Excel takes a file without this mark for the system's old encoding and
/// shows Chinese as garbage. Standard output is for programs and has none (docs/decisions/0014).
pub fn spreadsheet(csv: String, file: Option<&Path>) -> String {
    match file {
        Some(_) => format!("\u{feff}{csv}"),
        None => csv,
    }
}

/// Writes new files, all of them or none; a file that is there already is left alone and stops the rest.
pub fn write_all<C: AsRef<[u8]>>(files: &[(PathBuf, C)], console: &Console) -> bool {
    let mut drafts = Vec::new();
    for (file, content) in files {
        match draft(content.as_ref(), file, None) {
            Ok(draft) => drafts.push(draft),
            Err(error) => {
                console.problems(&[cannot_write(&file.to_string_lossy(), &error)]);
                return false;
            }
        }
    }
    let mut written: Vec<&PathBuf> = Vec::new();
    for (draft, (file, _)) in drafts.into_iter().zip(files) {
        if let Err(failed) = draft.persist_noclobber(file) {
            console.problems(&[cannot_write(&file.to_string_lossy(), &failed.error)]);
            for file in written {
                // What cannot be taken back stays; the problem is shown already.
                let _ = fs::remove_file(file);
            }
            return false;
        }
        written.push(file);
    }
    true
}

/// The content in a temporary file beside the place it is for.
fn draft(
    content: &[u8],
    file: &Path,
    permissions: Option<Permissions>,
) -> io::Result<NamedTempFile> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jixiao-");
    if let Some(permissions) = permissions.or_else(usual) {
        builder.permissions(permissions);
    }
    let mut draft = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    draft.write_all(content)?;
    draft.as_file().sync_all()?;
    Ok(draft)
}

/// What a new file is allowed to, before the user's mask; drafts are private otherwise.
#[cfg(unix)]
fn usual() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual() -> Option<Permissions> {
    None
}

pub fn cannot_write(file: &str, error: &io::Error) -> Problem {
    let kind = ProblemKind::said(
        |lang| words::cannot_write(lang, system_error(error, lang)),
        words::cannot_write_help,
    );
    Problem::of_file(file, kind)
}
