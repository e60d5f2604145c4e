//! Which format a result has: the one asked for, or the one the name of the output file says.

use std::io::IsTerminal;
use std::path::Path;

use clap::ValueEnum;
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::paper::{MOST_SHEETS, Paper, PaperError, PaperFormat};
use jixiao::score::Evaluation;
use jixiao::words::papers as words;

use super::Exit;
use super::console::Console;
use super::output;

/// Endings that promise a format. A file of another name may hold what it likes.
const PROMISES: [&str; 14] = [
    "csv", "doc", "docx", "htm", "html", "json", "jsonl", "md", "ods", "pdf", "sarif", "wps",
    "xls", "xlsx",
];

/// The formats of a subcommand; without anything else it is the table.
pub trait Formats: ValueEnum + Default + Copy {
    /// The paper it is, if it is one: they are called by the ending of their files.
    fn paper(self) -> Option<PaperFormat> {
        let name = self.to_possible_value()?;
        let mut papers = PaperFormat::ALL.into_iter();
        papers.find(|paper| paper.ending() == name.get_name())
    }
}

/// How `score` and `whatif` print.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    #[default]
    Table,
    Json,
    Jsonl,
    Csv,
    Md,
    Xlsx,
    Docx,
    Html,
}

impl Formats for Format {}

/// The format asked for; without one that of the output's ending.
pub fn of<F: Formats>(asked: Option<F>, output: Option<&Path>) -> F {
    let of_name = || F::from_str(&ending(output)?, false).ok();
    asked.or_else(of_name).unwrap_or_default()
}

/// Says so where the output's ending promises what the subcommand does not write, or a file would go to
/// the screen.
pub fn check<F: Formats>(
    asked: Option<F>,
    output: Option<&Path>,
    command: &str,
    console: &Console,
) -> Result<F, Exit> {
    let format = of(asked, output);
    let refuse = |kind| {
        console.problems(&[Problem::of_file(command, kind)]);
        Err(Exit::Usage)
    };
    let ending = ending(output).filter(|_| asked.is_none());
    let promise = ending.filter(|ending| PROMISES.contains(&ending.as_str()));
    if let Some(ending) = promise.filter(|ending| F::from_str(ending, false).is_err()) {
        let formats = F::value_variants().iter();
        let formats = formats.filter_map(|format| format.to_possible_value());
        let formats: Vec<String> = formats.map(|value| value.get_name().to_owned()).collect();
        return refuse(ProblemKind::said(
            |lang| words::no_such_format(lang, &ending),
            |lang| words::no_such_format_help(lang, formats.join(", ")),
        ));
    }
    // A page is text, which a pipe or a screen can have.
    let paper = format.paper().filter(|paper| *paper != PaperFormat::Page);
    if let Some(paper) = paper
        && output.is_none()
        && std::io::stdout().is_terminal()
    {
        return refuse(ProblemKind::said(
            |lang| words::to_terminal(lang, paper.ending()),
            |lang| words::to_terminal_help(lang, paper.ending()),
        ));
    }
    Ok(format)
}

/// Refuses a paper of a kind of answer that has none.
pub fn not_of_these(format: impl Formats, command: &str, console: &Console) -> Exit {
    let ending = format.paper().map_or("", PaperFormat::ending);
    let kind = ProblemKind::said(
        |lang| words::not_of_these(lang, ending),
        words::not_of_these_help,
    );
    console.problems(&[Problem::of_file(command, kind)]);
    Exit::Usage
}

/// Whether these are more sheets than a paper holds; the console has shown so then.
pub fn is_too_much(sheets: &[Evaluation], output: Option<&Path>, console: &Console) -> bool {
    let error = PaperError::TooMany(sheets.len());
    let too_much = sheets.len() > MOST_SHEETS;
    if too_much {
        refuse(&error, output, console);
    }
    too_much
}

fn refuse(error: &PaperError, output: Option<&Path>, console: &Console) {
    let kind = ProblemKind::said(|lang| error.describe(lang), |lang| error.help(lang));
    let name = output.map_or("-".into(), Path::to_string_lossy);
    console.problems(&[Problem::of_file(&name, kind)]);
}

/// Writes a paper, or shows why it cannot be written.
pub fn write(paper: &Paper, format: impl Formats, output: Option<&Path>, console: &Console) {
    let Some(format) = format.paper() else {
        return;
    };
    match paper.write(format) {
        Ok(bytes) => output::write(bytes, output, console),
        Err(error) => refuse(&error, output, console),
    }
}

fn ending(output: Option<&Path>) -> Option<String> {
    let ending = output?.extension()?.to_str()?.to_ascii_lowercase();
    Some(match ending.as_str() {
        "htm" => "html".to_owned(),
        _ => ending,
    })
}
