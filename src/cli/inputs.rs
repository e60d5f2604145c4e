//! PATH → files: sheets, folders, patterns, standard input.

use std::collections::{BTreeSet, HashSet};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use jixiao::accept::is_acceptance_file;
use jixiao::document::{Problem, ProblemKind};
use jixiao::words::cli as words;
use walkdir::{DirEntry, WalkDir};

use super::file::{self, Stamp, changed, unread};
use super::patterns;

/// Endings of files that a folder is searched for. Text taken out of a document ends in .txt there: .csv
/// and .md are what results are written as, so those files have to be named.
pub const SHEETS: [&str; 11] = [
    "yaml", "yml", "json", "xlsx", "xls", "ods", "docx", "pdf", "html", "htm", "txt",
];
/// The most bytes of a file: what the readers of office files take.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// Folders of scenarios: their sheets are not this year's.
const SKIPPED: &str = "whatif";

/// A file with its content.
pub struct Document {
    /// The file as messages show it.
    pub name: String,
    /// Its path; `None` for standard input.
    pub path: Option<PathBuf>,
    /// The folder the user named, where the file was found in one.
    pub folder: Option<PathBuf>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file a path stands for, and the folder it was found in unless the path is the file's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The file; `-` for standard input.
    pub file: PathBuf,
    /// The folder the user named, where it was found in one.
    pub folder: Option<PathBuf>,
    /// What it was when it was looked at before.
    pub seen: Option<Stamp>,
}

/// What the paths of a run stand for.
#[derive(Default)]
pub struct Found {
    /// The files.
    pub files: Vec<Named>,
    /// Their paths without links, `.` and `..`.
    pub resolved: HashSet<PathBuf>,
    /// What could not be looked at.
    pub problems: Vec<Problem>,
}

/// Every file the paths name, each once, in the order of the paths and sorted within a folder. From a
/// folder, files with one of these endings are taken.
pub fn find(paths: &[PathBuf], endings: &[&str]) -> Found {
    let mut found = Found::default();
    for path in paths {
        let files = match is_standard_input(path) {
            true => vec![Named::itself(path.to_owned())],
            false => files(path, endings, &mut found.problems),
        };
        let mut resolver = Resolver::default();
        for named in files {
            let resolved = resolver.resolve(&named);
            let resolved = resolved.unwrap_or_else(|_| named.file.clone());
            if found.resolved.insert(resolved) {
                found.files.push(named);
            }
        }
    }
    found
}

/// Resolves the paths of many files, and that of the folder they lie in once.
#[derive(Default)]
struct Resolver {
    /// The last folder, as it was found and resolved.
    folder: Option<(PathBuf, PathBuf)>,
}

impl Resolver {
    fn resolve(&mut self, named: &Named) -> io::Result<PathBuf> {
        // A file found in a folder is no link, and its name is as the disk has it.
        let in_folder = named.folder.as_ref().and(named.file.parent());
        let (Some(folder), Some(name)) = (in_folder, named.file.file_name()) else {
            return named.file.canonicalize();
        };
        match &self.folder {
            Some((last, resolved)) if last == folder => Ok(resolved.join(name)),
            _ => {
                let resolved = folder.canonicalize()?;
                let path = resolved.join(name);
                self.folder = Some((folder.to_owned(), resolved));
                Ok(path)
            }
        }
    }
}

/// Reads every file [`find`] finds.
pub fn read(paths: &[PathBuf], endings: &[&str]) -> (Vec<Document>, Vec<Problem>) {
    let Found {
        files,
        mut problems,
        ..
    } = find(paths, endings);
    let mut documents = Vec::new();
    for named in &files {
        match named.read() {
            Ok(document) => documents.push(document),
            Err(unread) => problems.extend(unread),
        }
    }
    (documents, problems)
}

impl Named {
    /// A file the user named.
    pub fn itself(file: PathBuf) -> Named {
        Named {
            file,
            folder: None,
            seen: None,
        }
    }

    /// Reads the file.
    ///
    /// # Errors
    /// It cannot be read, is too large, or changed meanwhile.
    pub fn read(&self) -> Result<Document, Vec<Problem>> {
        if is_standard_input(&self.file) {
            return standard_input().map_err(|error| vec![unreadable(&self.file, &error)]);
        }
        let bytes = file::read(&self.file, MOST_BYTES)?;
        let name = self.file.to_string_lossy().into_owned();
        if self.seen.is_some() && self.seen != Stamp::now(&self.file) {
            return Err(vec![Problem::of_file(&name, changed())]);
        }
        Ok(Document {
            name,
            path: Some(self.file.clone()),
            folder: self.folder.clone(),
            bytes,
        })
    }
}

/// Whether a path stands for standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The files one path stands for.
fn files(path: &Path, endings: &[&str], problems: &mut Vec<Problem>) -> Vec<Named> {
    if path.is_dir() {
        return folder(path, endings, problems);
    }
    match path.try_exists() {
        Ok(true) => return vec![Named::itself(path.to_owned())],
        Ok(false) => {}
        Err(error) => {
            problems.push(unreadable(path, &error));
            return Vec::new();
        }
    }
    match path.to_str().filter(|text| text.contains(patterns::SIGNS)) {
        Some(pattern) => matches(pattern, endings, problems),
        None => {
            let kind = ProblemKind::said(words::no_such_path, words::no_such_path_help);
            problems.push(Problem::of_file(&path.to_string_lossy(), kind));
            Vec::new()
        }
    }
}

fn matches(pattern: &str, endings: &[&str], problems: &mut Vec<Problem>) -> Vec<Named> {
    let (mut files, before) = (Vec::new(), problems.len());
    let found = patterns::expand(pattern, |place, error| {
        problems.push(unreadable(place, &error));
    });
    let found = found.unwrap_or_else(|error| {
        let kind = ProblemKind::said(
            |lang| words::bad_pattern(lang, error.msg),
            words::no_match_help,
        );
        problems.push(Problem::of_file(pattern, kind));
        BTreeSet::new()
    });
    for path in found {
        match path.metadata() {
            Ok(there) if there.is_dir() => files.extend(folder(&path, endings, problems)),
            Ok(there) if there.is_file() && !is_acceptance_file(&path) => {
                files.push(Named::itself(path));
            }
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                problems.push(unreadable(&path, &error));
            }
            // A pipe, a link that leads nowhere, a name that is not there.
            _ => {}
        }
    }
    if files.is_empty() && problems.len() == before {
        let kind = ProblemKind::said(words::no_match, words::no_match_help);
        problems.push(Problem::of_file(pattern, kind));
    }
    files.sort();
    files
}

/// The sheet files of a folder and the folders in it, without following links.
fn folder(folder: &Path, endings: &[&str], problems: &mut Vec<Problem>) -> Vec<Named> {
    let mut files = Vec::new();
    let before = problems.len();
    let walk = WalkDir::new(folder).into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_skipped(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && ends_with(entry.path(), endings) => {
                files.push(Named {
                    file: entry.into_path(),
                    folder: Some(folder.to_owned()),
                    seen: None,
                });
            }
            Ok(_) => {}
            Err(error) => {
                let place = error.path().unwrap_or(folder).to_owned();
                problems.push(unreadable(&place, &error.into()));
            }
        }
    }
    if files.is_empty() && problems.len() == before {
        let kind = ProblemKind::said(words::no_sheets_in_folder, words::no_sheets_in_folder_help);
        problems.push(Problem::of_file(&folder.to_string_lossy(), kind));
    }
    files.sort();
    files
}

fn is_skipped(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || (entry.file_type().is_dir() && name == SKIPPED)
}

fn ends_with(path: &Path, endings: &[&str]) -> bool {
    // What was decided about findings lies beside the sheets and is none of them.
    if is_acceptance_file(path) {
        return false;
    }
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        endings
            .iter()
            .any(|known| known.eq_ignore_ascii_case(ending))
    })
}

/// Standard input; named as JSON when it begins like JSON.
fn standard_input() -> io::Result<Document> {
    // One more than any reader takes: then it refuses them.
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    let is_json = matches!(first, Some(b'{' | b'['));
    Ok(Document {
        name: if is_json { "stdin.json" } else { "stdin" }.to_owned(),
        path: None,
        folder: None,
        bytes,
    })
}

fn unreadable(path: &Path, error: &io::Error) -> Problem {
    Problem::of_file(&path.to_string_lossy(), unread(error))
}
