//! Options for many sheets.

use std::num::NonZeroUsize;

use clap::Args;
use jixiao::words::{cli, migration as words};

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
