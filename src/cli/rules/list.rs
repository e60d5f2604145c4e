//! `jixiao rules list`.

use jixiao::report::rules;
use jixiao::rules::load;

use super::{Exit, editions};
use crate::cli::console::Console;
use crate::cli::output;

/// Prints a line for every shipped edition.
pub fn run(console: &Console) -> Exit {
    let (files, _) = editions(&[]);
    let mut packs = Vec::new();
    for files in &files {
        match load(files) {
            Ok(pack) => packs.push(pack),
            Err(problems) => console.problems(&problems),
        }
    }
    output::write(rules::list(&packs, console.screen(false)), None, console);
    console.exit()
}
