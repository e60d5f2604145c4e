//! Options for many sheets.

use std::num::NonZeroUsize;

use clap::Args;
use jixiao::words::{cli, migration as words};

use super::changes::Asked;
use super::language::say;

/// How a comparison of many sheets is made and printed.
#[derive(Args, Default)]
pub struct Many {
    #[arg(long, help = say(words::help_summary))]
    pub summary: bool,
    #[arg(long, conflicts_with = "summary", help = say(words::help_pages))]
    pub pages: bool,
    #[arg(long, short, value_name = "N", help = say(cli::help_jobs))]
    pub jobs: Option<NonZeroUsize>,
}

/// The scenarios a sheet has under so many rules, in their order, by name and reason: every one under
/// every rule, but for the sheet as it stands under the first.
pub fn columns(
    rules: usize,
    asked: &[Asked],
) -> impl Iterator<Item = (Option<String>, Option<String>)> {
    (0..rules).flat_map(move |index| {
        let as_it_stands = (index > 0).then_some((None, None));
        let asked = asked.iter();
        let asked = asked.map(|asked| (Some(asked.name.clone()), asked.reason.clone()));
        as_it_stands.into_iter().chain(asked)
    })
}
