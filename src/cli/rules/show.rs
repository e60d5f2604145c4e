//! `jixiao rules show`.

use clap::Args;
use jixiao::report::rules;
use jixiao::rules::Editions;
use jixiao::words::cli as words;

use super::Exit;
use crate::cli::console::Console;
use crate::cli::language::say;
use crate::cli::output;

/// Shows one rule pack; of several editions the latest.
#[derive(Args)]
pub struct Show {
    #[arg(value_name = "PACK[@EDITION]|DIR", help = say(words::help_pack))]
    pack: String,
}

impl Show {
    /// Prints the page.
    pub fn run(&self, console: &Console) -> Exit {
        match Editions::find(&self.pack) {
            Ok(editions) => {
                let pack = editions.for_year(None).pack;
                output::write(rules::page(&pack, console.screen(false)), None, console);
            }
            Err(problems) => console.problems(&problems),
        }
        console.exit()
    }
}
