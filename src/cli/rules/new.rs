//! `jixiao rules new`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use jixiao::document::{Problem, ProblemKind};
use jixiao::rules::{PackFiles, load, template};
use jixiao::words::authoring as words;

use super::Exit;
use crate::cli::console::Console;
use crate::cli::language::say;
use crate::cli::output;
use crate::cli::unfinished::Unfinished;

/// Writes a pack to begin with.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "NAME", help = say(words::help_new_name))]
    name: String,
    #[arg(long, short, value_name = "DIR", help = say(words::help_new_output))]
    output: Option<PathBuf>,
    #[arg(long, value_name = "PACK[@EDITION]|DIR", help = say(words::help_new_from))]
    from: Option<String>,
}

impl New {
    /// Writes the files, all of them or none, and says what to do next.
    pub fn run(&self, console: &Console) -> Exit {
        match self.write() {
            Ok((folder, names)) => {
                let lang = console.lang;
                let mut text = String::new();
                for name in names {
                    text.push_str(&(words::written(lang, folder.join(name).display()) + "\n"));
                }
                text.push_str(&(words::next_steps(lang, folder.display()) + "\n"));
                output::write(&text, None, console);
            }
            Err(problems) => console.problems(&problems),
        }
        console.exit()
    }

    /// The folder and the names of the files in it.
    fn write(&self) -> Result<(PathBuf, Vec<String>), Vec<Problem>> {
        let name = self.name.as_str();
        if !template::is_name(name) {
            let message = |lang| words::bad_name(lang, name);
            let kind = ProblemKind::said(message, words::bad_name_help);
            return Err(vec![Problem::of_file(name, kind)]);
        }
        let files = match &self.from {
            Some(from) => template::copy(&source(from)?, name),
            None => template::blank(name),
        };
        let folder = self.output.clone().unwrap_or_else(|| PathBuf::from(name));
        whole_or_not_at_all(&folder, &files)?;
        Ok((folder, files.into_iter().map(|(path, _)| path).collect()))
    }
}

/// The pack to copy; of several editions the last. It must pass its check.
fn source(name: &str) -> Result<PackFiles, Vec<Problem>> {
    let (files, _) = PackFiles::find(name)?;
    let mut editions = Vec::new();
    for files in files {
        editions.push((load(&files)?.in_force.0, files));
    }
    editions.sort_by_key(|(from, _)| *from);
    // `find` returns no empty list.
    let latest = editions.pop().map(|(_, files)| files);
    latest.ok_or_else(Vec::new)
}

/// Writes into a folder beside the place and moves it there when it is whole. A folder that is there
/// already is left alone.
fn whole_or_not_at_all(folder: &Path, files: &[(String, String)]) -> Result<(), Vec<Problem>> {
    let shown = folder.to_string_lossy();
    if folder.exists() {
        let kind = ProblemKind::said(words::folder_exists, words::folder_exists_help);
        return Err(vec![Problem::of_file(&shown, kind)]);
    }
    let parent = folder
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let write = || -> std::io::Result<()> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".jixiao-");
        let make = || builder.tempdir_in(parent.unwrap_or(Path::new(".")));
        let (draft, _unfinished) = Unfinished::new(make)?;
        // Drafts are private; what is moved into place is an ordinary folder.
        let whole = draft.path().join("pack");
        for (path, text) in files {
            let path = whole.join(path);
            fs::create_dir_all(path.parent().unwrap_or(&whole))?;
            fs::write(path, text)?;
        }
        fs::rename(&whole, folder)
    };
    write().map_err(|error| vec![output::cannot_write(folder, &error)])
}
