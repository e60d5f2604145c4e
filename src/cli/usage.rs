//! What is wrong with a command line, in the user's language.

use std::io::Write;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use jixiao::words::{Lang, cli as words, problems::help};

use super::Exit;
use super::console::complain;
use super::output::cannot_print;

/// Shows help, the version or what is wrong.
pub fn answer(error: &Error, lang: Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let mut out = std::io::stdout().lock();
            let put = out.write_all(help_text(error, lang).as_bytes());
            let Some(problem) = put
                .and_then(|()| out.flush())
                .err()
                .and_then(|e| cannot_print(&e))
            else {
                return Exit::Done;
            };
            complain(&problem.render(lang));
            return Exit::Failed;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            complain(help_text(error, lang).trim_end());
        }
        kind => {
            complain(&words::usage_error(lang, message(error, kind, lang)));
            complain(&help(lang, remedy(error, lang)));
        }
    }
    Exit::Usage
}

/// The help the parser laid out; the one word it does not let us choose is replaced.
fn help_text(error: &Error, lang: Lang) -> String {
    let options = format!("[{}]", words::value_options(lang));
    error.render().to_string().replace("[OPTIONS]", &options)
}

fn message(error: &Error, kind: ErrorKind, lang: Lang) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    match kind {
        ErrorKind::UnknownArgument => words::unknown_argument(lang, argument),
        ErrorKind::InvalidSubcommand => {
            words::unknown_command(lang, context(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => words::missing_argument(lang, argument),
        ErrorKind::MissingSubcommand => words::missing_command(lang),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            if other == argument {
                words::argument_twice(lang, argument)
            } else {
                words::argument_conflict(lang, argument, other)
            }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            match context(error, ContextKind::InvalidValue) {
                value if value.is_empty() => words::missing_value(lang, argument),
                value => words::invalid_value(lang, value, argument),
            }
        }
        // What remains cannot happen with our options; the parser's own words are better than none.
        _ => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default();
            first.trim_start_matches("error: ").to_owned()
        }
    }
}

fn remedy(error: &Error, lang: Lang) -> String {
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let suggested = suggested
        .into_iter()
        .map(|kind| context(error, kind))
        .find(|word| !word.is_empty());
    if let Some(word) = suggested {
        return jixiao::words::problems::did_you_mean(lang, word);
    }
    match context(error, ContextKind::ValidValue) {
        values if values.is_empty() => words::see_help(lang),
        values => jixiao::words::problems::allowed(lang, values),
    }
}

/// What the parser knows about its complaint; "" when it knows nothing.
fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::Strings(words)) => words.join(", "),
        Some(ContextValue::None) | None => String::new(),
        Some(value) => value.to_string(),
    }
}
