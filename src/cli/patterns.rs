//! Patterns the shell left alone: `*`, `?`, `[…]`, and `**` for any folders.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf, is_separator};

use glob::{MatchOptions, Pattern, PatternError};
use walkdir::{DirEntry, WalkDir};

/// What a path is a pattern for.
pub const SIGNS: [char; 3] = ['*', '?', '['];

/// As a shell matches: `*` stays within a folder and leaves hidden files alone.
const MATCH: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: true,
};

/// One name of a path, or what stands for some.
enum Part {
    Name(OsString),
    Pattern(Pattern),
    /// `**`: a folder and every folder in it that is neither hidden nor a link, which may lead in circles.
    Folders,
}

/// Everything on the disk that a pattern stands for, sorted. `unread` is told of every folder that cannot be
/// searched.
///
/// # Errors
/// The pattern is none.
pub fn expand(
    pattern: &str,
    mut unread: impl FnMut(&Path, io::Error),
) -> Result<BTreeSet<PathBuf>, PatternError> {
    let mut at = BTreeSet::from([PathBuf::from(".")]);
    let mut parts = parts(pattern)?;
    // Whoever gets a folder searches it.
    parts.pop_if(|last| matches!(last, Part::Folders));
    for part in parts {
        at = at
            .iter()
            .flat_map(|at| one_further(at, &part, &mut unread))
            .collect();
    }
    if pattern.ends_with(is_separator) {
        at.retain(|path| path.is_dir());
    }
    Ok(at.iter().map(|path| shown(path)).collect())
}

fn parts(pattern: &str) -> Result<Vec<Part>, PatternError> {
    // `**` within a name, which no single name shows to be wrong.
    Pattern::new(pattern)?;
    let parts = Path::new(pattern).components().map(|component| {
        let name = component.as_os_str();
        Ok(match name.to_str() {
            Some("**") => Part::Folders,
            Some(text) if matches!(component, Component::Normal(_)) && text.contains(SIGNS) => {
                Part::Pattern(Pattern::new(text)?)
            }
            _ => Part::Name(name.to_owned()),
        })
    });
    parts.collect()
}

/// What one part leads to from a place.
fn one_further(at: &Path, part: &Part, unread: &mut impl FnMut(&Path, io::Error)) -> Vec<PathBuf> {
    let walk = match part {
        Part::Name(name) => return vec![at.join(name)],
        Part::Pattern(_) => WalkDir::new(at).min_depth(1).max_depth(1),
        Part::Folders => WalkDir::new(at),
    };
    match at.metadata() {
        Ok(there) if there.is_dir() => {}
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            unread(&shown(at), error);
            return Vec::new();
        }
        // What is not there, or no folder, holds nothing.
        _ => return Vec::new(),
    }
    let fits = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        match part {
            _ if entry.depth() == 0 => true,
            Part::Pattern(pattern) => pattern.matches_with(&name, MATCH),
            _ => entry.file_type().is_dir() && !name.starts_with('.'),
        }
    };
    let mut found = Vec::new();
    for entry in walk.into_iter().filter_entry(fits) {
        match entry {
            Ok(entry) => found.push(entry.into_path()),
            Err(error) => {
                let place = shown(error.path().unwrap_or(at));
                unread(&place, error.into());
            }
        }
    }
    found
}

/// A path as the user would write it.
fn shown(path: &Path) -> PathBuf {
    let inside = path.strip_prefix(".").unwrap_or(path);
    match inside.as_os_str().is_empty() {
        true => path.to_owned(),
        false => inside.to_owned(),
    }
}
