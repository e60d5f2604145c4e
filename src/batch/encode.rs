//! Scored sheets as bytes: JSONL and CSV, each sheet as `jixiao score` writes it.

use std::io;

use crate::document::ProblemKind;
use crate::report::score::{CsvRows, ScoredSheet, jsonl_line};
use crate::rules::RulePack;
use crate::score::Evaluation;
use crate::sheet::Sheet;
use crate::words::Lang;

/// Turns the scored sheets of a chunk into bytes; a thread has one of its own.
pub trait Encoder<T> {
    /// Adds a sheet; all of it or, on an error, nothing.
    ///
    /// # Errors
    /// A figure of the sheet cannot be written exactly: the sheet is set aside.
    fn add(&mut self, sheet: &Sheet, pack: &RulePack, scored: &T) -> Result<(), ProblemKind>;

    /// The bytes of what was added since the last time; empty for nothing.
    ///
    /// # Errors
    /// They cannot be made; the run ends.
    fn finish(&mut self) -> io::Result<Vec<u8>>;
}

/// One line a sheet.
pub struct Jsonl {
    lang: Lang,
    text: String,
}

impl Jsonl {
    /// Reasons in this language.
    pub fn new(lang: Lang) -> Jsonl {
        let text = String::new();
        Jsonl { lang, text }
    }
}

impl Encoder<Evaluation> for Jsonl {
    fn add(&mut self, _: &Sheet, _: &RulePack, scored: &Evaluation) -> Result<(), ProblemKind> {
        self.text += &jsonl_line(&ScoredSheet::new(scored, self.lang));
        Ok(())
    }

    fn finish(&mut self) -> io::Result<Vec<u8>> {
        Ok(std::mem::take(&mut self.text).into_bytes())
    }
}

/// One line a row, without the line of heads.
pub struct Csv {
    lang: Lang,
    rows: CsvRows,
}

impl Csv {
    /// Reasons in this language.
    pub fn new(lang: Lang) -> Csv {
        let rows = CsvRows::default();
        Csv { lang, rows }
    }
}

impl Encoder<Evaluation> for Csv {
    fn add(&mut self, _: &Sheet, _: &RulePack, scored: &Evaluation) -> Result<(), ProblemKind> {
        self.rows.add(scored, self.lang);
        Ok(())
    }

    fn finish(&mut self) -> io::Result<Vec<u8>> {
        Ok(self.rows.finish())
    }
}
