//! The command line: one file a subcommand. A caller of the library and nothing else.
//!
//! ```text
//!  words ─clap─▶ options ─inputs─▶ files ─sheets─▶ sheets ─run─▶ evaluations ─report─▶ output
//! ```

mod accept;
pub(crate) mod acceptance;
mod audit;
mod batch;
mod batch_output;
mod batch_progress;
pub(crate) mod changes;
mod chosen;
mod console;
mod copies;
mod explain;
mod file;
mod folder;
mod folder_files;
mod form;
mod format;
mod import;
pub(crate) mod inputs;
pub(crate) mod labels;
mod language;
mod mapping;
mod options;
mod output;
mod parts;
mod patterns;
mod progress;
pub(crate) mod ranges;
pub(crate) mod rules;
mod run;
mod score;
mod serve;
pub(crate) mod sheets;
pub(crate) mod sweeps;
mod unfinished;
mod usage;
pub(crate) mod vary;
mod whatif;
pub(crate) mod whatif_job;
pub(crate) mod whatif_many;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use jixiao::words::{
    accept as accept_words, batch as batch_words, cli as words, web as web_words,
    whatif as whatif_words,
};

use self::console::Console;
use self::language::say;
use self::options::Shared;

/// How a run ended; the numbers are part of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// The job was done.
    Done = 0,
    /// Part of the job could not be done; the problems were shown.
    Failed = 1,
    /// The command line was wrong.
    Usage = 2,
    /// The audit found something that fails, grave enough for `--fail-on`.
    Found = 3,
}

#[derive(Parser)]
#[command(name = "jixiao", version, about = say(words::about))]
struct Cli {
    #[command(flatten)]
    shared: Shared,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(about = say(words::about_score))]
    Score(score::Score),
    #[command(about = say(batch_words::about_batch))]
    Batch(batch::Batch),
    #[command(about = say(words::about_audit))]
    Audit(audit::Audit),
    #[command(about = say(accept_words::about_accept))]
    Accept(accept::Accept),
    #[command(about = say(words::about_explain))]
    Explain(explain::Explain),
    #[command(about = say(whatif_words::about_whatif), name = "whatif")]
    WhatIf(whatif::WhatIfs),
    #[command(about = say(words::about_import))]
    Import(import::Import),
    #[command(about = say(words::about_form))]
    Form(form::Form),
    #[command(subcommand, about = say(words::about_rules))]
    Rules(rules::Rules),
    #[command(about = say(web_words::about_serve))]
    Serve(serve::Serve),
}

/// Parses the words of the command line and does what they say.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let lang = language::spoken();
    unfinished::limits_are_errors();
    // The list of checks needs no sheet.
    let command = Cli::command().mut_subcommand("audit", |audit| {
        audit.mut_arg("paths", |paths| {
            let instead = ["list", "show_profile"];
            paths.required(false).required_unless_present_any(instead)
        })
    });
    let command = language::localised(command, lang);
    let parsed = command
        .try_get_matches_from(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let exit = match parsed {
        Err(error) => usage::answer(&error, lang),
        Ok(cli) => {
            let console = Console::new(lang, &cli.shared);
            match cli.command {
                Command::Score(score) => score.run(&console),
                Command::Batch(batch) => batch.run(&console),
                Command::Audit(audit) => audit.run(&console),
                Command::Accept(accept) => accept.run(&console),
                Command::Explain(explain) => explain.run(&console),
                Command::WhatIf(whatif) => whatif.run(&console),
                Command::Import(import) => import.run(&console),
                Command::Form(form) => form.run(&console),
                Command::Rules(rules) => rules.run(&console),
                Command::Serve(serve) => serve.run(&console),
            }
        }
    };
    ExitCode::from(exit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jixiao::words::Lang;

    /// Every command and option, however deep, with its help.
    fn helps(command: &clap::Command, found: &mut Vec<(String, Option<String>)>) {
        let name = command.get_name();
        found.push((
            name.to_owned(),
            command.get_about().map(ToString::to_string),
        ));
        for argument in command.get_arguments() {
            let help = argument.get_help().map(ToString::to_string);
            found.push((format!("{name} {}", argument.get_id()), help));
        }
        for below in command.get_subcommands() {
            helps(below, found);
        }
    }

    #[test]
    fn the_command_line_is_sound_and_all_of_it_is_explained_in_chinese() {
        let mut command = language::localised(Cli::command(), Lang::Zh);
        command.build();
        let mut found = Vec::new();
        helps(&command, &mut found);
        for (name, help) in found {
            let help = help.unwrap_or_default();
            let chinese = help.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert!(chinese, "{name}: {help:?}");
        }
    }
}
