//! Why a PDF could not be read, or not all of it.

use super::limits;
use crate::document::{Problem, ProblemKind};
use crate::words::{Lang, pdf as words};

/// Why a PDF could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// More bytes than are read.
    TooLarge,
    /// No PDF header.
    NotPdf,
    /// Needs a password.
    Encrypted,
    /// The structure of the file is broken; the detail names the part.
    Damaged(&'static str),
    /// More pages than are read.
    TooManyPages,
    /// Unpacks to more than is read.
    Bomb,
    /// A page draws more than is read.
    Overfull(usize),
    /// A page cannot be interpreted.
    Page(usize),
    /// Pictures of pages, no text.
    Scan,
    /// Neither text nor pictures.
    NoText,
    /// Text whose fonts do not say which characters they draw.
    NoCharacters,
    /// Took longer than is waited for.
    Slow,
    /// The library gave up in a way it should not have.
    Library,
}

impl Failure {
    /// The failure as a problem of the file.
    pub(super) fn of(&self, file: &str) -> Problem {
        let message = |lang: Lang| match self {
            Self::TooLarge => words::too_large(lang, limits::MOST_MEBIBYTES),
            Self::NotPdf => words::not_pdf(lang),
            Self::Encrypted => words::encrypted(lang),
            Self::Damaged(part) => words::damaged(lang, part),
            Self::TooManyPages => words::too_many_pages(lang, limits::MOST_PAGES),
            Self::Bomb => words::bomb(lang),
            Self::Overfull(page) => words::overfull(lang, page),
            Self::Page(page) => words::bad_page(lang, page),
            Self::Scan => words::scan(lang),
            Self::NoText => words::no_text(lang),
            Self::NoCharacters => words::no_characters(lang),
            Self::Slow => words::slow(lang, limits::MOST_TIME.as_secs()),
            Self::Library => words::library(lang),
        };
        let help = |lang: Lang| match self {
            Self::TooLarge | Self::TooManyPages | Self::Overfull(_) | Self::Slow => {
                words::split_help(lang)
            }
            Self::NotPdf => words::not_pdf_help(lang),
            Self::Encrypted => words::encrypted_help(lang),
            Self::Damaged(_) | Self::Page(_) | Self::Library | Self::Bomb => {
                words::damaged_help(lang)
            }
            Self::Scan | Self::NoText => words::scan_help(lang),
            Self::NoCharacters => words::no_characters_help(lang),
        };
        Problem::of_file(file, ProblemKind::said(message, help))
    }
}

/// What the user should know although the file could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    /// A page that is a picture.
    ScannedPage(usize),
    /// A page with characters nobody can name; they stand as U+FFFD.
    UnknownCharacters(usize),
    /// A page with so many lines that no tables were looked for.
    TooManyRules(usize),
}

impl Notice {
    /// The notice as a problem of the file.
    pub(super) fn of(self, file: &str) -> Problem {
        let message = |lang: Lang| match self {
            Self::ScannedPage(page) => words::scanned_page(lang, page),
            Self::UnknownCharacters(page) => words::unknown_characters(lang, page),
            Self::TooManyRules(page) => words::too_many_rules(lang, page),
        };
        let help = |lang: Lang| match self {
            Self::ScannedPage(_) => words::scan_help(lang),
            Self::UnknownCharacters(_) | Self::TooManyRules(_) => words::compare_help(lang),
        };
        Problem::of_file(file, ProblemKind::said(message, help))
    }
}
