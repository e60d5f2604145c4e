//! Options several subcommands share.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jixiao::words::{Lang, cli as words};

use super::language::say;

/// Options of every subcommand.
#[derive(Args)]
pub struct Shared {
    /// The language; [`super::language::spoken`] has read it already.
    #[arg(long, global = true, value_name = "zh|en", help = say(words::help_lang))]
    pub lang: Option<Lang>,
    /// When to use colour.
    #[arg(long, global = true, value_name = "auto|always|never", default_value = "auto", help = say(words::help_color))]
    pub color: When,
    /// Errors only.
    #[arg(long, short, global = true, help = say(words::help_quiet))]
    pub quiet: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Which sheets, under which rule.
#[derive(Args)]
pub struct Which {
    /// Sheets, folders, patterns, `-`.
    #[arg(value_name = "PATH", required = true, help = say(words::help_paths))]
    pub paths: Vec<PathBuf>,
    /// The rule, as [`jixiao::rules::Editions::find`] takes it.
    #[arg(long, short, value_name = "PACK[@EDITION]|DIR", default_value = "wuhan", help = say(words::help_rules))]
    pub rules: String,
    /// The mapping that says which column of a table holds what.
    #[arg(long, short, value_name = "FILE", help = say(words::help_mapping))]
    pub mapping: Option<PathBuf>,
    /// Only the sheets with these ids.
    #[arg(long, value_name = "ID", help = say(words::help_sheet))]
    pub sheet: Vec<String>,
    /// Threads; all cores when absent.
    #[arg(long, short, value_name = "N", help = say(words::help_jobs))]
    pub jobs: Option<NonZeroUsize>,
}

/// Where the result goes.
#[derive(Args, Clone)]
pub struct Target {
    /// A file instead of standard output.
    #[arg(long, short, value_name = "FILE", help = say(words::help_output))]
    pub output: Option<PathBuf>,
}
