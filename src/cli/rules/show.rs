//! `jixiao rules show`.

use clap::{Args, ValueEnum};
use jixiao::document::Problem;
use jixiao::report::rules;
use jixiao::rules::case::Case;
use jixiao::rules::{PackFiles, RulePack, cases, load};
use jixiao::words::{cli as words, packs};

use super::Exit;
use crate::cli::console::Console;
use crate::cli::language::say;
use crate::cli::options::Target;
use crate::cli::output;

/// Shows one rule pack; of several editions the latest.
#[derive(Args)]
pub struct Show {
    #[arg(value_name = "PACK[@EDITION]|DIR", help = say(words::help_pack))]
    pack: String,
    #[arg(long, short, value_name = "text|md|html", default_value = "text", help = say(packs::help_show_format))]
    format: Format,
    #[command(flatten)]
    target: Target,
}

/// How the page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Md,
    Html,
}

impl Show {
    /// Prints the page.
    pub fn run(&self, console: &Console) -> Exit {
        match latest(&self.pack) {
            Ok((pack, cases)) => {
                let file = self.target.output.as_deref();
                let page = match self.format {
                    Format::Text => rules::page(&pack, &cases, console.screen(file.is_some())),
                    Format::Md => rules::page_markdown(&pack, &cases, console.lang),
                    Format::Html => rules::page_html(&pack, &cases, console.lang),
                };
                output::write(page, file, console);
            }
            Err(problems) => console.problems(&problems),
        }
        console.exit()
    }
}

/// The latest edition, in the order scoring uses, and its cases.
pub(super) fn latest(name: &str) -> Result<(RulePack, Vec<Case>), Vec<Problem>> {
    let (pack, files) = latest_files(name)?;
    let cases = cases(&files)?;
    Ok((pack, cases))
}

/// The latest edition, in the order scoring uses, and its files.
pub(crate) fn latest_files(name: &str) -> Result<(RulePack, PackFiles), Vec<Problem>> {
    let (files, _) = PackFiles::find(name)?;
    let mut latest: Option<(RulePack, PackFiles)> = None;
    for files in files {
        let pack = load(&files)?;
        let order = |pack: &RulePack| (pack.in_force.0, pack.edition.clone());
        if latest
            .as_ref()
            .is_none_or(|(other, _)| order(other) <= order(&pack))
        {
            latest = Some((pack, files));
        }
    }
    // `find` returns no empty list.
    latest.ok_or_else(Vec::new)
}
