//! A paper as a document (.docx): WordprocessingML written directly (docs/decisions/0015).
//!
//! Everything a user wrote goes through [`xml::text`], so it can be nothing but text; nothing in the
//! file points outside of it; the same paper gives the same bytes.

mod appendix;
mod body;
mod conclusion;
mod findings;
mod head;
mod limits;
mod package;
mod reconciliation;
mod scenarios;
mod styles;
mod table;
mod xml;

use std::io::{self, ErrorKind};

use zip::result::ZipError;

use body::Body;
use findings::Numbers;

use super::paper::{Paper, PaperError, Subject};
use super::score::ScoredSheet;
use crate::document::guard::guarded;
use crate::document::system_error;

/// The document (.docx).
pub(super) fn word(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    let mut body = Body::new(paper.lang);
    body.title(&paper.title());
    head::write(&mut body, paper);
    let mut numbers = Numbers::default();
    match (paper.subject, &paper.whatif) {
        (Subject::Audit, _) => {
            conclusion::write(&mut body, paper);
            reconciliation::write(&mut body, paper);
            numbers = findings::write(&mut body, paper);
        }
        (Subject::WhatIf, Some(whatif)) => {
            scenarios::write(&mut body, whatif);
            limits::write(&mut body, paper);
        }
        (Subject::Score | Subject::WhatIf, _) => conclusion::write(&mut body, paper),
    }
    appendix::write(&mut body, paper, &numbers);
    let body = body.finish();
    let archive = guarded(|| package::package(&paper.title(), &body, paper.lang));
    // The library that packs it panics where there is no memory for a buffer.
    let archive = archive.unwrap_or_else(|| Err(io::Error::from(ErrorKind::OutOfMemory).into()));
    archive.map_err(|error| {
        PaperError::Library(match error {
            ZipError::Io(error) => system_error(&error, paper.lang),
            error => error.to_string(),
        })
    })
}

/// What a sheet is called in headings: its id, by which findings name it, and its title.
fn name_of(sheet: &ScoredSheet) -> String {
    format!("{}  {}", sheet.id, sheet.title).trim().to_owned()
}
