//! `--set` and `--overlay`: what is to be different.

use std::path::{Path, PathBuf};

use clap::Args;
use jixiao::document::Problem;
use jixiao::whatif::{Change, MOST_BYTES, Overlay, read_overlay, read_set};
use jixiao::words::whatif as words;

use super::Exit;
use super::console::Console;
use super::file;
use super::language::say;

/// The changes of one scenario.
#[derive(Args, Clone)]
pub struct Changes {
    #[arg(long, value_name = "KEY=VALUE", help = say(words::help_set))]
    set: Vec<String>,
    #[arg(long, value_name = "FILE", help = say(words::help_overlay))]
    overlay: Vec<PathBuf>,
}

/// A scenario that is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub reason: Option<String>,
    /// The changes, in their order.
    pub changes: Vec<Change>,
}

impl Changes {
    /// Whether nothing is to be different.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty() && self.overlay.is_empty()
    }

    /// Reads them: overlays in their order, then what was set. `Err` when something is wrong, which the
    /// console has shown.
    pub fn read(&self, console: &Console) -> Result<Asked, Exit> {
        let mut exit = None;
        let (mut names, mut reasons, mut changes) = (Vec::new(), Vec::new(), Vec::new());
        for path in &self.overlay {
            match overlay(path, console) {
                Ok(overlay) => {
                    names.push(overlay.title);
                    reasons.extend(overlay.reason);
                    changes.extend(overlay.changes);
                }
                Err(failed) => exit = Some(failed),
            }
        }
        for set in &self.set {
            match read_set(set) {
                Ok(change) => changes.push(change),
                Err(kind) => {
                    console.problems(&[Problem::of_file(&format!("--set {set}"), kind)]);
                    exit = Some(Exit::Usage);
                }
            }
            names.push(set.clone());
        }
        let reason = reasons.join("\n");
        match exit {
            Some(exit) => Err(exit),
            None => Ok(Asked {
                name: names.join(" + "),
                reason: Some(reason).filter(|reason| !reason.is_empty()),
                changes,
            }),
        }
    }
}

/// Reads an overlay.
pub fn overlay(path: &Path, console: &Console) -> Result<Overlay, Exit> {
    console.reads(path);
    let read = file::read(path, MOST_BYTES);
    read.and_then(|bytes| read_overlay(&path.to_string_lossy(), &bytes))
        .inspect(|overlay| console.notices(&overlay.notices))
        .map_err(|problems| {
            console.problems(&problems);
            Exit::Failed
        })
}
