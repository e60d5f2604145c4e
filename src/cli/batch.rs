//! `jixiao batch`.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use jixiao::batch::{self, Input, InputKind, Job, Manifest, Sink, Source};
use jixiao::document::{Problem, ProblemKind};
use jixiao::rules::Editions;
use jixiao::sheet::Sheet;
use jixiao::words::{batch as words, cli as cli_words};

use super::Exit;
use super::batch_output::Destination;
use super::console::Console;
use super::inputs::{self, Named, is_standard_input};
use super::labels::Labels;
use super::language::say;
use super::run::{output_is_input, reads_rules};
use super::sheets;

/// Scores many sheets in one run.
#[derive(Args)]
pub struct Batch {
    /// JSONL, Parquet, folders, patterns, `-`.
    #[arg(value_name = "INPUT", required = true, help = say(words::help_inputs))]
    inputs: Vec<PathBuf>,
    /// The rule, as [`Editions::find`] takes it.
    #[arg(long, short, value_name = "PACK[@EDITION]|DIR", default_value = "wuhan", help = say(cli_words::help_rules))]
    rules: String,
    #[arg(long, short, value_name = "jsonl|csv|parquet", help = say(words::help_format))]
    format: Option<BatchFormat>,
    #[arg(long, short, value_name = "FILE", help = say(words::help_output))]
    output: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = say(words::help_rejected))]
    rejected: Option<PathBuf>,
    /// Threads; all cores when absent.
    #[arg(long, short, value_name = "N", help = say(cli_words::help_jobs))]
    jobs: Option<NonZeroUsize>,
    #[arg(long, help = say(words::help_anew))]
    anew: bool,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BatchFormat {
    Jsonl,
    Csv,
    Parquet,
}

impl Batch {
    /// Scores and writes.
    pub fn run(&self, console: &Console) -> Exit {
        let format = match self.chosen_format() {
            Ok(format) => format,
            Err(kind) => {
                console.problems(&[Problem::of_file("batch", kind)]);
                return Exit::Usage;
            }
        };
        let editions = match Editions::find(&self.rules) {
            Ok(editions) => editions,
            Err(problems) => {
                console.problems(&problems);
                return Exit::Failed;
            }
        };
        let found = inputs::find(&self.inputs, &inputs::SHEETS);
        console.problems(&found.problems);
        console.reads_resolved(found.resolved);
        reads_rules(&self.rules, console);
        for output in [&self.output, &self.rejected].into_iter().flatten() {
            if console.has_read(output) {
                console.problems(&[output_is_input(output)]);
                return Exit::Failed;
            }
        }
        let inputs = named(found.files);
        if inputs.is_empty() {
            return Exit::Failed;
        }
        let manifest = || {
            Manifest::of(
                &inputs,
                &editions,
                vec![format!("{format:?} {:?}", console.lang)],
            )
        };
        let destination = Destination {
            output: self.output.as_deref(),
            rejected: self.rejected.as_deref(),
            format,
            anew: self.anew,
            inputs: &inputs,
            manifest: &manifest,
            editions: &editions,
            console,
        };
        let job = Job {
            inputs: &inputs,
            editions: &editions,
            lang: console.lang,
            open: &open,
        };
        let cores = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let jobs = self.jobs.unwrap_or(cores);
        destination.fill(|position, sink: &mut dyn Sink| {
            let source = Source::new(&inputs, position);
            let lang = console.lang;
            match format {
                BatchFormat::Jsonl => {
                    let make = || (batch::evaluation(), batch::Jsonl::new(lang));
                    batch::run(source, jobs, &job, make, sink)
                }
                BatchFormat::Csv => {
                    let make = || (batch::evaluation(), batch::Csv::new(lang));
                    batch::run(source, jobs, &job, make, sink)
                }
                BatchFormat::Parquet => {
                    let columnar = || batch::columns::Columnar::new(&editions, lang);
                    batch::run(source, jobs, &job, || (batch::figures(), columnar()), sink)
                }
            }
        })
    }

    /// The format asked for, else that of the output's ending.
    fn chosen_format(&self) -> Result<BatchFormat, ProblemKind> {
        let ending = self.output.as_deref().and_then(ending);
        let format = match (self.format, &ending) {
            (Some(format), _) => format,
            (None, None) => BatchFormat::Jsonl,
            (None, Some(ending)) => BatchFormat::from_str(ending, false).map_err(|_| {
                ProblemKind::said(
                    |lang| words::no_such_format(lang, ending),
                    words::no_such_format_help,
                )
            })?,
        };
        if format == BatchFormat::Parquet && self.output.is_none() {
            return Err(ProblemKind::said(
                words::parquet_to_stream,
                words::parquet_to_stream_help,
            ));
        }
        Ok(format)
    }
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

/// The files as inputs of the run, each with its short name.
fn named(files: Vec<Named>) -> Vec<Input> {
    let path = |named: &Named| (!is_standard_input(&named.file)).then(|| named.file.clone());
    let paths: Vec<Option<PathBuf>> = files.iter().map(path).collect();
    let labels = Labels::of(paths.iter().map(Option::as_deref));
    let inputs = files.into_iter().zip(&paths).map(|(named, path)| Input {
        name: Arc::from(named.file.to_string_lossy()),
        label: Arc::from(labels.get(path.as_deref())),
        kind: match (path, ending(&named.file).as_deref()) {
            (None, _) => InputKind::StandardInput,
            (_, Some("jsonl" | "ndjson")) => InputKind::Lines,
            (_, Some("parquet")) => InputKind::Columns,
            _ => InputKind::Document,
        },
        path: named.file,
        folder: named.folder,
    });
    inputs.collect()
}

/// The sheets of a document. One the user named and that has none is a mistake.
fn open(input: &Input) -> Result<Vec<Sheet>, Vec<Problem>> {
    let named = Named {
        folder: input.folder.clone(),
        ..Named::itself(input.path.clone())
    };
    let opened = sheets::open_one(&named.read()?)?;
    match opened.sheets.is_empty() && input.folder.is_none() {
        true => Err(vec![sheets::nothing_told(
            opened.targets.len(),
            &input.name,
        )]),
        false => Ok(opened.sheets),
    }
}
