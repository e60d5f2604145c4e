//! A paper as a document.

use super::paper::{Paper, PaperError};

/// The document (.docx).
pub(super) fn word(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    Ok(paper.title().into_bytes())
}
