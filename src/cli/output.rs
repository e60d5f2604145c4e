//! Where the result goes: standard output, or a file that is written whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use jixiao::document::{Problem, ProblemKind, system_error};
use jixiao::words::cli as words;
use tempfile::TempPath;

use super::console::Console;
use super::run::output_is_input;
use super::unfinished::Unfinished;

/// The links that are followed to where a file really is; no system follows more.
const MOST_LINKS: usize = 40;

/// Writes the result to `file`, or to standard output.
pub fn write(content: impl AsRef<[u8]>, file: Option<&Path>, console: &Console) {
    let mut pieces = Pieces::new(file);
    pieces.add(content, console);
    pieces.finish(console);
}

/// A result that comes in pieces: a file is there when all of them are written, or not at all.
pub struct Pieces<'f> {
    file: Option<&'f Path>,
    target: Option<Target>,
    state: State,
}

/// What the pieces are written to.
enum Target {
    /// A device or a pipe, which no file can take the place of.
    Device(File),
    /// A file beside the place it is for.
    Draft(File, Draft, PathBuf),
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
            target: None,
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
            (Some(file), _) => self.add_to_file(content, file),
        };
        self.state = State::Going;
        if let Err(error) = written {
            self.fail(&error, console);
        }
    }

    fn add_to_file(&mut self, content: &[u8], file: &Path) -> io::Result<()> {
        let target = match &mut self.target {
            Some(target) => target,
            none => none.insert(Target::open(file)?),
        };
        let (Target::Device(open) | Target::Draft(open, ..)) = target;
        open.write_all(content)
    }

    /// Puts the file where it belongs.
    pub fn finish(mut self, console: &Console) {
        let Some(Target::Draft(open, draft, place)) = self.target.take() else {
            return;
        };
        if self.state == State::Over {
            return;
        }
        let kept = open.sync_all();
        if let Err(error) = kept.and_then(|()| draft.persist(&place)) {
            self.fail(&error, console);
        }
    }

    fn fail(&mut self, error: &io::Error, console: &Console) {
        self.state = State::Over;
        match self.file {
            Some(file) => console.problems(&[cannot_write(file, error)]),
            None => console.problems(cannot_print(error).as_slice()),
        }
    }
}

/// Where a result really goes.
pub enum Place {
    /// A device or a pipe.
    Device,
    /// A file, and what a file that is there already may be used for.
    File(PathBuf, Option<Permissions>),
}

impl Place {
    /// That of `file`. The file a link points to is written and the link stays.
    ///
    /// # Errors
    /// It is a folder, nobody may write to it, or nothing can be known of it.
    pub fn of(file: &Path) -> io::Result<Place> {
        let there = match fs::metadata(file) {
            Ok(there) => there,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Place::File(behind_links(file), None));
            }
            Err(error) => return Err(error),
        };
        match there.permissions() {
            _ if there.is_dir() => Err(ErrorKind::IsADirectory.into()),
            _ if !there.is_file() => Ok(Place::Device),
            kept if kept.readonly() => Err(ErrorKind::PermissionDenied.into()),
            kept => Ok(Place::File(behind_links(file), Some(kept))),
        }
    }
}

impl Target {
    fn open(file: &Path) -> io::Result<Target> {
        match Place::of(file)? {
            Place::Device => Ok(Target::Device(File::options().write(true).open(file)?)),
            Place::File(place, kept) => {
                let (open, draft) = Draft::beside(&place)?;
                if let Some(kept) = kept {
                    open.set_permissions(kept)?;
                }
                Ok(Target::Draft(open, draft, place))
            }
        }
    }
}

/// Where the links end that begin at `file`.
fn behind_links(file: &Path) -> PathBuf {
    let mut place = file.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&place) else {
            break;
        };
        // An absolute target takes the place of the whole.
        place = place.parent().unwrap_or(Path::new("")).join(target);
    }
    place
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
        // Closed again, so that a thousand files are not open at once.
        let written = Draft::beside(file).and_then(|(mut open, draft)| {
            open.write_all(content.as_ref())?;
            open.sync_all()?;
            Ok(draft)
        });
        match written {
            Ok(draft) => drafts.push(draft),
            Err(error) => {
                console.problems(&[cannot_write(file, &error)]);
                return false;
            }
        }
    }
    let mut written: Vec<&PathBuf> = Vec::new();
    for (draft, (file, _)) in drafts.into_iter().zip(files) {
        if let Err(error) = draft.persist_noclobber(file) {
            console.problems(&[cannot_write(file, &error)]);
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

/// A temporary file beside the place it is for; gone with the program unless it is put there.
struct Draft {
    path: TempPath,
    // Let go of after the path is settled.
    _unfinished: Unfinished,
}

impl Draft {
    fn beside(file: &Path) -> io::Result<(File, Draft)> {
        let folder = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let mut builder = tempfile::Builder::new();
        builder.prefix(".jixiao-");
        if let Some(permissions) = usual() {
            builder.permissions(permissions);
        }
        let make = || builder.tempfile_in(folder.unwrap_or(Path::new(".")));
        let (made, _unfinished) = Unfinished::new(make)?;
        let (open, path) = made.into_parts();
        Ok((open, Draft { path, _unfinished }))
    }

    fn persist(self, file: &Path) -> io::Result<()> {
        self.path.persist(file).map_err(|failed| failed.error)
    }

    fn persist_noclobber(self, file: &Path) -> io::Result<()> {
        let put = self.path.persist_noclobber(file);
        put.map_err(|failed| failed.error)
    }
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

/// What is said where `file` cannot be written.
pub fn cannot_write(file: &Path, error: &io::Error) -> Problem {
    let kind = ProblemKind::said(
        |lang| words::cannot_write(lang, system_error(error, lang)),
        words::cannot_write_help,
    );
    Problem::of_file(&file.to_string_lossy(), kind)
}

/// What is said where standard output cannot be written; nothing where its reader has seen enough (`| head`).
pub fn cannot_print(error: &io::Error) -> Option<Problem> {
    let kind = ProblemKind::said(
        |lang| words::cannot_print(lang, system_error(error, lang)),
        words::cannot_print_help,
    );
    (error.kind() != ErrorKind::BrokenPipe).then(|| Problem::of_file("-", kind))
}
