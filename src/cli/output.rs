//! Where the result goes: standard output, or a file that is written whole or not at all.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use jixiao::document::{Problem, ProblemKind, system_error};
use jixiao::words::cli as words;
use tempfile::NamedTempFile;

use super::console::Console;

/// Writes the result to `file`, or to standard output.
pub fn write(content: impl AsRef<[u8]>, file: Option<&Path>, console: &Console) {
    let content = content.as_ref();
    let Some(file) = file else {
        let mut out = io::stdout().lock();
        match out.write_all(content).and_then(|()| out.flush()) {
            // The reader has seen enough (`| head`): no reason to complain.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
            Err(error) => console.problems(&[cannot_write("-", &error)]),
            Ok(()) => {}
        }
        return;
    };
    if let Err(error) = whole_or_not_at_all(content, file) {
        console.problems(&[cannot_write(&file.to_string_lossy(), &error)]);
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

fn whole_or_not_at_all(content: &[u8], file: &Path) -> io::Result<()> {
    let there = fs::metadata(file).ok();
    if let Some(there) = &there {
        if there.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        }
        // A device or a pipe cannot be replaced by a file.
        if !there.is_file() {
            return fs::write(file, content);
        }
    }
    let permissions = there.map(|there| there.permissions());
    let draft = draft(content, file, permissions)?;
    draft.persist(file).map_err(|failed| failed.error)?;
    Ok(())
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

fn cannot_write(file: &str, error: &io::Error) -> Problem {
    let kind = ProblemKind::said(
        |lang| words::cannot_write(lang, system_error(error, lang)),
        words::cannot_write_help,
    );
    Problem::of_file(file, kind)
}
