//! `jixiao rules check`.

use clap::Args;
use jixiao::rules::{cases, load};
use jixiao::words::{cli as words, packs};

use super::{Exit, editions};
use crate::cli::console::Console;
use crate::cli::language::say;
use crate::cli::output;

/// Checks descriptions, scripts and worked cases, without running the cases.
#[derive(Args)]
pub struct Check {
    #[arg(value_name = "PACK[@EDITION]|DIR", help = say(words::help_packs))]
    packs: Vec<String>,
}

impl Check {
    /// Prints a line for every edition in order, and every problem of the others.
    pub fn run(&self, console: &Console) -> Exit {
        let (files, problems) = editions(&self.packs);
        console.problems(&problems);
        for files in &files {
            let mut problems = Vec::new();
            let pack = load(files).map_err(|found| problems.extend(found));
            if let Err(found) = cases(files) {
                problems.extend(found);
            }
            console.problems(&problems);
            if let (Ok(pack), true) = (pack, problems.is_empty()) {
                let line = packs::check_ok(console.lang, pack.name()) + "\n";
                output::write(&line, None, console);
            }
        }
        console.exit()
    }
}
