//! A paper as a workbook.

use super::paper::{Paper, PaperError};

/// The workbook (.xlsx).
pub(super) fn workbook(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let title = book.add_worksheet().write_string(0, 0, paper.title());
    title.map_err(|error| PaperError::Library(error.to_string()))?;
    let saved = book.save_to_buffer();
    saved.map_err(|error| PaperError::Library(error.to_string()))
}
