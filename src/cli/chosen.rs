//! `--only` and `--skip`: which checks a run is about.

use std::ffi::OsStr;

use clap::builder::TypedValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Args, Command, Error};
use jixiao::audit::{Selection, codes_of, selectable};
use jixiao::document::nearest;
use jixiao::words::cli as words;

use super::language::say;

/// What separates words; people type Chinese commas too.
const COMMAS: [char; 3] = [',', '，', '、'];

/// The checks asked for.
#[derive(Args)]
pub struct Chosen {
    #[arg(long, value_name = "CODE,…", value_parser = Codes, help = say(words::help_only))]
    only: Vec<Vec<&'static str>>,
    #[arg(long, value_name = "CODE,…", value_parser = Codes, help = say(words::help_skip))]
    skip: Vec<Vec<&'static str>>,
}

impl Chosen {
    /// The checks that are left.
    pub fn selection(&self) -> Selection {
        Selection::new(&self.only.concat(), &self.skip.concat())
    }
}

/// Reads `C01,C04` or `算术`; any other word is an error that names the nearest one.
#[derive(Clone)]
struct Codes;

impl TypedValueParser for Codes {
    type Value = Vec<&'static str>;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Vec<&'static str>, Error> {
        let text = value.to_string_lossy();
        let words: Vec<&str> = text
            .split(COMMAS)
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .collect();
        if words.is_empty() {
            return Err(stranger(command, argument, &text));
        }
        let mut codes = Vec::new();
        for word in words {
            let meant = codes_of(word).ok_or_else(|| stranger(command, argument, word))?;
            codes.extend(meant);
        }
        Ok(codes)
    }
}

/// A word that is neither a code nor a family.
fn stranger(command: &Command, argument: Option<&Arg>, word: &str) -> Error {
    let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(command);
    let name = argument.map_or_else(String::new, ToString::to_string);
    error.insert(ContextKind::InvalidArg, ContextValue::String(name));
    // An empty value would be told as a missing one, which it is.
    error.insert(
        ContextKind::InvalidValue,
        ContextValue::String(word.to_owned()),
    );
    let known: Vec<String> = selectable()
        .into_iter()
        .map(|known| known.to_lowercase())
        .collect();
    if let Some(word) = nearest(word, known.iter().map(String::as_str)) {
        let known = selectable().into_iter();
        let mut known = known.filter(|known| known.to_lowercase() == word);
        let meant = known.next().unwrap_or_default().to_owned();
        error.insert(ContextKind::SuggestedValue, ContextValue::String(meant));
    } else {
        let known = selectable().into_iter().map(str::to_owned).collect();
        error.insert(ContextKind::ValidValue, ContextValue::Strings(known));
    }
    error
}
