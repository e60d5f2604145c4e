//! The inputs of a run as chunks, one after the other.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};

use super::chunk::{CHUNK_FILES, Chunk, Input, InputKind, Position};
use super::columns::Columns;
use super::lines;
use crate::document::{Problem, ProblemKind, system_error};
use crate::words::cli as words;

/// Bytes read at a time.
const AT_ONCE: usize = 256 * 1024;

/// Reads chunk after chunk; never more than one is in memory here.
pub struct Source<'i> {
    inputs: &'i [Input],
    at: Position,
    open: Option<Open>,
}

enum Open {
    Lines(Box<dyn BufRead + Send>),
    Columns(Box<Columns>),
}

impl<'i> Source<'i> {
    /// From this position on; the beginning is the default one.
    pub fn new(inputs: &'i [Input], at: Position) -> Source<'i> {
        Source {
            inputs,
            at,
            open: None,
        }
    }

    /// The next chunk; `None` behind the last. An input that cannot be read on ends with a chunk that says so.
    pub fn next_chunk(&mut self) -> Option<Chunk> {
        let input = self.inputs.get(self.at.input)?;
        let mut chunk = Chunk {
            input: self.at.input,
            after: self.at,
            ..Chunk::default()
        };
        if input.kind == InputKind::Document {
            let rest = self.inputs[self.at.input..].iter();
            let files = rest.take_while(|input| input.kind == InputKind::Document);
            let end = self.at.input + files.take(CHUNK_FILES).count();
            let sizes = self.inputs[self.at.input..end].iter();
            let sizes = sizes.filter_map(|input| Some(input.path.metadata().ok()?.len()));
            chunk.taken = sizes.sum();
            chunk.documents = self.at.input..end;
            chunk.after.input = end;
            self.at = chunk.after;
            return Some(chunk);
        }
        let over = match self.fill(input, &mut chunk) {
            Ok(over) => over,
            Err(problem) => {
                chunk.failed = Some(problem);
                true
            }
        };
        if over {
            self.open = None;
            chunk.after = Position {
                input: self.at.input + 1,
                ..Position::default()
            };
        }
        self.at = chunk.after;
        Some(chunk)
    }

    fn fill(&mut self, input: &Input, chunk: &mut Chunk) -> Result<bool, Problem> {
        let unreadable = |error: &io::Error| cannot_read(&input.name, error);
        if self.open.is_none() {
            self.open = Some(open(input, self.at)?);
        }
        match &mut self.open {
            Some(Open::Lines(from)) => lines::fill(from, chunk).map_err(|error| unreadable(&error)),
            Some(Open::Columns(columns)) => columns.fill(chunk),
            None => Ok(true),
        }
    }
}

fn open(input: &Input, at: Position) -> Result<Open, Problem> {
    let opened = match input.kind {
        InputKind::StandardInput => {
            let from = BufReader::with_capacity(AT_ONCE, io::stdin());
            return Ok(Open::Lines(Box::new(from)));
        }
        _ => File::open(&input.path).and_then(|mut file| {
            // A pipe begins where it is.
            if at.offset > 0 {
                file.seek(SeekFrom::Start(at.offset))?;
            }
            Ok(file)
        }),
    };
    let file = opened.map_err(|error| cannot_read(&input.name, &error))?;
    Ok(match input.kind {
        InputKind::Columns => {
            let columns = Columns::open(&input.name, file, at.records)?;
            Open::Columns(Box::new(columns))
        }
        _ => Open::Lines(Box::new(BufReader::with_capacity(AT_ONCE, file))),
    })
}

fn cannot_read(file: &str, error: &io::Error) -> Problem {
    let kind = ProblemKind::said(
        |lang| words::cannot_read(lang, system_error(error, lang)),
        words::cannot_read_help,
    );
    Problem::of_file(file, kind)
}
