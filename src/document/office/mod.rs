//! Office files and web pages as a [`Document`].
//!
//! ```text
//!  xlsx ─ workbook ──────┐
//!  xls ── old_workbook ──┤
//!  ods ── open_workbook ─┼─ layout ─▶ Grid
//!  docx ─ word ──────────┤
//!  html ─ html ──────────┘
//! ```
//! What a cell shows is what a person sees: numbers go through their number format as decimal text
//! (`number_format`), never as binary fractions. Everything read is bounded (`limits`).

mod archive;
mod biff;
mod calendar;
mod decimal_text;
mod double;
mod format_section;
mod html;
mod html_hidden;
mod html_page;
mod html_table;
mod html_text;
mod layout;
mod limits;
mod number_format;
mod old_workbook;
mod old_workbook_globals;
mod open_workbook;
mod word;
mod word_flow;
mod word_table;
mod workbook;
mod workbook_guard;
mod xml;

use std::sync::Arc;

use super::kind::FileKind;
use super::{Block, Document, Problem, ProblemKind, sha256};
use crate::words::office as words;

/// The most mebibytes of a file: pictures in it count, but are not read.
const MOST_MEBIBYTES: usize = 64;

/// An office file as read, with what the user should know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFile {
    /// Its text and tables.
    pub document: Document,
    /// What the user should know although the file could be read: hidden content, an extension that lies.
    pub notices: Vec<Problem>,
}

/// What a reader hands back.
#[derive(Debug, Default)]
struct Reading {
    blocks: Vec<Block>,
    notices: Vec<ProblemKind>,
}

/// Reads an office file or a web page by what it contains.
///
/// # Errors
/// The file is damaged, protected by a password, of a kind that is not read, larger than is read, or
/// has neither text nor table.
pub fn read_office(file: &str, bytes: &[u8]) -> Result<Document, Vec<Problem>> {
    read_office_file(file, bytes, super::kind::sniff(file, bytes)).map(|read| read.document)
}

/// Reads an office file or a web page of a known kind, with the notices.
///
/// # Errors
/// Those of [`read_office`].
pub(crate) fn read_office_file(
    file: &str,
    bytes: &[u8],
    kind: FileKind,
) -> Result<OfficeFile, Vec<Problem>> {
    let refuse = |kind| vec![Problem::of_file(file, kind)];
    let name: Arc<str> = file.into();
    if bytes.len() > MOST_MEBIBYTES * limits::MEBIBYTE {
        let limit = MOST_MEBIBYTES;
        return Err(refuse(ProblemKind::TooLarge { limit }));
    }
    let reading = match kind {
        FileKind::Xlsx => workbook::read(&name, bytes),
        FileKind::Xls => old_workbook::read(&name, bytes),
        FileKind::Ods => open_workbook::read(&name, bytes),
        FileKind::Html => html::read(&name, bytes),
        FileKind::Docx => word::read(&name, bytes),
        other => Err(other.refusal()),
    }
    .map_err(refuse)?;
    if reading.blocks.is_empty() {
        return Err(refuse(ProblemKind::said(
            words::no_content,
            words::no_content_help,
        )));
    }
    let notices = kind.lie(file).into_iter().chain(reading.notices);
    Ok(OfficeFile {
        document: Document {
            file: name,
            sha256: sha256(bytes),
            blocks: reading.blocks,
        },
        notices: notices.map(|kind| Problem::of_file(file, kind)).collect(),
    })
}

#[cfg(test)]
mod tests;
