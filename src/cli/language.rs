//! The language of help and errors, decided before anything is parsed.

use clap::{Arg, ArgAction, Command, ValueEnum};
use jixiao::words::{Lang, cli as words};

/// The variable that sets the language when `--lang` does not.
const VARIABLE: &str = "JIXIAO_LANG";

/// The language asked for: `--lang` wherever it stands, else `JIXIAO_LANG`, else Chinese. A word that
/// is no language is left for the parser to complain about.
pub fn spoken() -> Lang {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .take_while(|argument| argument != "--")
        .collect();
    let beside = arguments
        .windows(2)
        .find(|pair| pair[0] == "--lang")
        .map(|pair| pair[1].clone());
    let joined = || {
        let joined = arguments
            .iter()
            .find_map(|argument| argument.strip_prefix("--lang="));
        joined.map(str::to_owned)
    };
    beside
        .or_else(joined)
        .or_else(|| std::env::var(VARIABLE).ok())
        .and_then(|word| Lang::from_str(&word, true).ok())
        .unwrap_or_default()
}

/// A row of the word list in the language asked for, for the help texts of options.
pub fn say(row: fn(Lang) -> String) -> String {
    row(spoken())
}

/// Replaces what the parser says on its own: headings, `--help`, `--version`.
pub fn localised(command: Command, lang: Lang) -> Command {
    let usage = words::heading_usage(lang);
    let version = command.get_version().is_some();
    let mut command = command
        .help_template(format!(
            "{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .subcommand_help_heading(words::heading_commands(lang))
        .subcommand_value_name(words::value_command(lang))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(words::help_help(lang)),
        );
    if version {
        command = command.arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words::help_version(lang)),
        );
    }
    command
        .mut_args(|argument| {
            let heading = if argument.is_positional() {
                words::heading_arguments(lang)
            } else {
                words::heading_options(lang)
            };
            let takes_value = argument.get_action().takes_values();
            argument
                .help_heading(heading)
                .hide_possible_values(takes_value)
                .hide_default_value(takes_value)
        })
        .mut_subcommands(|below| localised(below, lang))
}
