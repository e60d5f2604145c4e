//! `jixiao score`.

use clap::Args;
use jixiao::report::paper::Paper;
use jixiao::report::score::{self as report, ScoredSheet, ScoredSheets};
use jixiao::words::cli as words;

use super::Exit;
use super::console::Console;
use super::format::{self, Format};
use super::language::say;
use super::options::{Target, Which};
use super::output;

/// Re-scores sheets: reported beside computed.
#[derive(Args)]
pub struct Score {
    #[command(flatten)]
    which: Which,
    #[arg(long, short, value_name = "table|json|jsonl|csv|md|xlsx|docx|html", help = say(words::help_score_format))]
    format: Option<Format>,
    #[command(flatten)]
    target: Target,
}

impl Score {
    /// Scores and prints.
    pub fn run(&self, console: &Console) -> Exit {
        let output = self.target.output.as_deref();
        let format = match format::check(self.format, output, "score", console) {
            Ok(format) => format,
            Err(exit) => return exit,
        };
        let evaluations = self.which.evaluate(output, console);
        if evaluations.is_empty() {
            return Exit::Failed;
        }
        let sheets = evaluations
            .iter()
            .map(|evaluation| ScoredSheet::new(evaluation, console.lang));
        let sheets = ScoredSheets {
            sheets: sheets.collect(),
        };
        let text = match format {
            Format::Table => report::table(&sheets, console.screen(output.is_some())),
            Format::Json => report::json(&sheets),
            Format::Jsonl => report::jsonl(&sheets),
            Format::Csv => output::spreadsheet(report::csv(&sheets), output),
            Format::Md => report::markdown(&sheets, console.lang),
            Format::Xlsx | Format::Docx | Format::Html => {
                let paper = Paper::score(evaluations, console.lang);
                format::write(&paper, format, output, console);
                return console.exit();
            }
        };
        output::write(&text, output, console);
        console.exit()
    }
}
