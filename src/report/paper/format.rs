//! The kinds of paper, and what can keep one from being written.

use rust_xlsxwriter::XlsxError;

use super::{MOST_SHEETS, Paper};
use crate::document::system_error;
use crate::words::{Lang, papers as words};

/// What a paper is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperFormat {
    /// A workbook (.xlsx) with live formulas.
    Workbook,
    /// A document (.docx).
    Word,
    /// One page (.html) that needs nothing else.
    Page,
}

/// Why a paper cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperError {
    /// More sheets than [`MOST_SHEETS`].
    TooMany(usize),
    /// A text is longer than a cell of a workbook holds: 32,767 characters.
    TextTooLong,
    /// What the library that writes the file says.
    Library(String),
}

impl PaperFormat {
    /// All of them.
    pub const ALL: [PaperFormat; 3] = [PaperFormat::Workbook, PaperFormat::Word, PaperFormat::Page];

    /// The ending of such a file, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            PaperFormat::Workbook => "xlsx",
            PaperFormat::Word => "docx",
            PaperFormat::Page => "html",
        }
    }
}

impl PaperError {
    /// Why a workbook cannot be written.
    pub(in crate::report) fn of_workbook(error: &XlsxError, lang: Lang) -> PaperError {
        match error {
            XlsxError::MaxStringLengthExceeded => PaperError::TextTooLong,
            XlsxError::IoError(error) => PaperError::Library(system_error(error, lang)),
            error => PaperError::Library(error.to_string()),
        }
    }

    /// The error in words.
    pub fn describe(&self, lang: Lang) -> String {
        match self {
            PaperError::TooMany(sheets) => words::too_many(lang, sheets, MOST_SHEETS),
            PaperError::TextTooLong => words::text_too_long(lang),
            PaperError::Library(why) => words::not_written(lang, why),
        }
    }

    /// What to do.
    pub fn help(&self, lang: Lang) -> String {
        match self {
            PaperError::TooMany(_) => words::too_many_help(lang),
            PaperError::TextTooLong => words::text_too_long_help(lang),
            PaperError::Library(_) => words::not_written_help(lang),
        }
    }
}

impl Paper {
    /// The paper as a file of this kind. The same paper gives the same bytes.
    ///
    /// # Errors
    /// There are too many sheets, a text is longer than such a file can hold, or memory is short.
    pub fn write(&self, format: PaperFormat) -> Result<Vec<u8>, PaperError> {
        let sheets = self.evaluations.len();
        if sheets > MOST_SHEETS {
            return Err(PaperError::TooMany(sheets));
        }
        match format {
            PaperFormat::Workbook => crate::report::workbook::workbook(self),
            PaperFormat::Word => crate::report::word::word(self),
            PaperFormat::Page => Ok(crate::report::page::page(self).into_bytes()),
        }
    }
}
