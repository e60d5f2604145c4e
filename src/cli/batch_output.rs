//! Where the results of a bulk run go, and what is said of the run.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use jixiao::batch::{Input, InputKind, Manifest, Opened, Parts, Position, Sink, Stream, Tally};
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::score::csv_heads;
use jixiao::rules::Editions;
use jixiao::words::{Lang, batch as words};

use super::Exit;
use super::batch::BatchFormat;
use super::batch_progress::BatchProgress;
use super::console::Console;
use super::output::{Place, cannot_print, cannot_write, spreadsheet};
use super::run::output_is_input;

/// What standard output is called.
const STANDARD_OUTPUT: &str = "-";

/// The output of a run, and what decides whether it goes on with an earlier one.
pub struct Destination<'d> {
    pub output: Option<&'d Path>,
    pub rejected: Option<&'d Path>,
    pub format: BatchFormat,
    pub anew: bool,
    pub inputs: &'d [Input],
    pub manifest: &'d dyn Fn() -> io::Result<Manifest>,
    pub editions: &'d Editions,
    pub console: &'d Console,
}

impl Destination<'_> {
    /// Runs `work` from a position into a sink, and puts what comes of it where it belongs.
    pub fn fill(&self, work: impl FnOnce(Position, &mut dyn Sink) -> io::Result<()>) -> Exit {
        let done = match self.output {
            None => self.stream(io::stdout(), STANDARD_OUTPUT, work),
            Some(output) => match Place::of(output) {
                // A device or a pipe cannot be replaced by a file.
                Ok(Place::Device) => {
                    let device = File::options().write(true).open(output);
                    let device = device.map_err(|error| (output.to_owned(), error));
                    let name = output.to_string_lossy();
                    device.and_then(|device| self.stream(device, &name, work))
                }
                Ok(Place::File(output, _)) => self.file(&output, work),
                Err(error) => Err((output.to_owned(), error)),
            },
        };
        if let Err((file, error)) = done {
            let problem = match file == Path::new(STANDARD_OUTPUT) {
                true => cannot_print(&error),
                false => Some(cannot_write(&file, &error)),
            };
            self.console.problems(problem.as_slice());
        }
        self.console.exit()
    }

    fn stream(
        &self,
        mut out: impl Write + Send,
        name: &str,
        work: impl FnOnce(Position, &mut dyn Sink) -> io::Result<()>,
    ) -> Result<(), (PathBuf, io::Error)> {
        let failed = |error| (PathBuf::from(name), error);
        out.write_all(&self.head()).map_err(failed)?;
        let rejected: Box<dyn Write + Send> = match self.rejected {
            Some(file) => {
                let file = File::create(file).map_err(|error| (file.to_owned(), error));
                Box::new(file?)
            }
            None => Box::new(io::sink()),
        };
        let manifest = (self.manifest)().map_err(failed)?;
        let mut progress = BatchProgress::new(self.inputs, self.console);
        let mut sink = Stream {
            out,
            rejected,
            tally: Tally::default(),
            tell: move |tally: &Tally| progress.tell(tally),
        };
        work(Position::default(), &mut sink).map_err(failed)?;
        let tally = sink.tally.clone();
        drop(sink);
        if self.moved(&manifest) {
            let kind = ProblemKind::said(words::input_moved_streamed, words::input_moved_help);
            self.console.problems(&[Problem::of_file(name, kind)]);
        }
        self.tell(&tally, name, self.rejected);
        Ok(())
    }

    fn file(
        &self,
        output: &Path,
        work: impl FnOnce(Position, &mut dyn Sink) -> io::Result<()>,
    ) -> Result<(), (PathBuf, io::Error)> {
        let failed = |error| (output.to_owned(), error);
        let usual = Parts::rejected_of(output);
        let named = self.rejected.unwrap_or(&usual);
        // Hours of work should not end at this.
        let rejected = match self.place_of_rejected(named, output) {
            Ok(place) => place,
            Err(problems) => {
                self.console.problems(&problems);
                return Ok(());
            }
        };
        let beside = Parts::folder_of(output);
        let manifest = (self.manifest)().map_err(failed)?;
        let from_stream =
            |input: &Input| input.kind == InputKind::StandardInput || !input.path.is_file();
        // What came through a pipe is gone.
        let anew = self.anew || self.inputs.iter().any(from_stream);
        let opened = Parts::open(output, &manifest, anew, &self.head());
        let (mut parts, opened) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                let kind = match error.kind() {
                    ErrorKind::WouldBlock => ProblemKind::said(words::busy, words::busy_help),
                    ErrorKind::AlreadyExists => {
                        ProblemKind::said(words::not_ours, words::not_ours_help)
                    }
                    _ => return Err((beside, error)),
                };
                let problem = Problem::of_file(&beside.to_string_lossy(), kind);
                self.console.problems(&[problem]);
                return Ok(());
            }
        };
        let lang = self.console.lang;
        match opened {
            Opened::New => {}
            Opened::Resumed => self
                .console
                .notice(&words::resumed(lang, parts.tally().sheets)),
            Opened::Other => self.console.notice(&words::started_anew(lang)),
        }
        let mut progress = BatchProgress::new(self.inputs, self.console);
        progress.resume(parts.tally());
        parts.tell = Box::new(move |tally| progress.tell(tally));
        work(parts.position(), &mut parts).map_err(failed)?;
        parts.tell = Box::new(|_| {});
        if self.moved(&manifest) {
            let kind = ProblemKind::said(words::input_moved, words::input_moved_help);
            let problem = Problem::of_file(&output.to_string_lossy(), kind);
            self.console.problems(&[problem]);
            return Ok(());
        }
        let tally = parts.tally().clone();
        let merged = (self.format == BatchFormat::Parquet).then_some(self.editions);
        parts.finish(output, (&rejected, self.rejected.is_some()), merged)?;
        self.tell(&tally, &output.to_string_lossy(), Some(named));
        Ok(())
    }

    /// Where that really goes which is set aside; why it cannot go there.
    fn place_of_rejected(&self, named: &Path, output: &Path) -> Result<PathBuf, Vec<Problem>> {
        let place = match Place::of(named) {
            Ok(Place::Device) => return Ok(named.to_owned()),
            Ok(Place::File(place, _)) if folder_of(&place).is_dir() => place,
            Ok(Place::File(..)) => {
                return Err(vec![cannot_write(named, &ErrorKind::NotFound.into())]);
            }
            Err(error) => return Err(vec![cannot_write(named, &error)]),
        };
        if self.console.has_read(&place) {
            return Err(vec![output_is_input(named)]);
        }
        if is_same(&place, output) {
            let kind = ProblemKind::said(words::same_file, words::same_file_help);
            return Err(vec![Problem::of_file(&named.to_string_lossy(), kind)]);
        }
        Ok(place)
    }

    /// Whether an input is another one than at the beginning.
    fn moved(&self, before: &Manifest) -> bool {
        (self.manifest)().ok().as_ref() != Some(before)
    }

    /// What an output begins with.
    fn head(&self) -> Vec<u8> {
        match self.format {
            BatchFormat::Csv => spreadsheet(csv_heads(), self.output).into_bytes(),
            BatchFormat::Jsonl | BatchFormat::Parquet => Vec::new(),
        }
    }

    /// Says what a person should know of a run that is done.
    fn tell(&self, tally: &Tally, output: &str, rejected: Option<&Path>) {
        let lang = self.console.lang;
        for (year, count) in &tally.outside {
            self.console.notice(&match year {
                0 => words::outside_no_year(lang, count),
                year => words::outside(lang, count, year),
            });
        }
        if tally.without_sheet > 0 {
            let notice = words::without_sheet(lang, tally.without_sheet);
            self.console.notice(&notice);
        }
        if tally.set_aside > 0 {
            let said = |lang: Lang| match rejected {
                Some(file) => words::set_aside(lang, tally.set_aside, file.display()),
                None => words::set_aside_unnamed(lang, tally.set_aside),
            };
            let kind = ProblemKind::said(said, |_| String::new());
            self.console.problems(&[Problem::of_file(output, kind)]);
        }
    }
}

/// The folder a file lies in.
fn folder_of(file: &Path) -> &Path {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Whether two names, whose folders are there, are of one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let folder = |file: &Path| folder_of(file).canonicalize().ok();
    one.file_name() == other.file_name() && folder(one) == folder(other)
}
