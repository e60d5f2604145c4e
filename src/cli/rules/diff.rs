//! `jixiao rules diff`.

use std::sync::Arc;

use clap::{Args, ValueEnum};
use jixiao::document::Problem;
use jixiao::report::rules::{changes, diff, diff_json};
use jixiao::rules::{RulePack, fault_as_problem};
use jixiao::score::{Search, search_packs};
use jixiao::words::authoring as words;

use super::Exit;
use super::show::latest;
use crate::cli::console::Console;
use crate::cli::language::say;
use crate::cli::options::Target;
use crate::cli::output;

/// Compares two packs; of several editions each time the latest.
#[derive(Args)]
pub struct Diff {
    #[arg(value_name = "PACK[@EDITION]|DIR", help = say(words::help_diff_a))]
    before: String,
    #[arg(value_name = "PACK[@EDITION]|DIR", help = say(words::help_diff_b))]
    after: String,
    #[arg(long, short, value_name = "text|json", default_value = "text", help = say(words::help_diff_format))]
    format: Format,
    #[command(flatten)]
    target: Target,
}

/// How the result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Diff {
    /// Prints what changed and the smallest examples that show it.
    pub fn run(&self, console: &Console) -> Exit {
        match self.packs() {
            Ok((a, b, search)) => {
                let lang = console.lang;
                let changes = changes(&a, &b, lang);
                // Two states of one pack have the same name: then the paths tell them apart.
                let names = match a.name() == b.name() {
                    true => (self.before.clone(), self.after.clone()),
                    false => (a.name(), b.name()),
                };
                let names = (names.0.as_str(), names.1.as_str());
                let text = match self.format {
                    Format::Text => diff(names, &changes, &search, lang),
                    Format::Json => diff_json(names, &changes, &search, lang),
                };
                output::write(&text, self.target.output.as_deref(), console);
            }
            Err(problems) => console.problems(&problems),
        }
        console.exit()
    }

    fn packs(&self) -> Result<(Arc<RulePack>, Arc<RulePack>, Search), Vec<Problem>> {
        let (a, b, cases) = match (latest(&self.before), latest(&self.after)) {
            (Ok((a, of_a)), Ok((b, of_b))) => (Arc::new(a), Arc::new(b), [of_a, of_b].concat()),
            (a, b) => {
                let problems = [a.err(), b.err()];
                return Err(problems.into_iter().flatten().flatten().collect());
            }
        };
        let search = search_packs(&a, &b, &cases).map_err(|faults| {
            let faults = faults.iter();
            let problems = faults.map(|fault| fault_as_problem(fault, &a.scripts));
            problems.collect::<Vec<Problem>>()
        })?;
        Ok((a, b, search))
    }
}
