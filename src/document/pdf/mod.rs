//! PDF files with a text layer.
//!
//! ```text
//!  bytes ─prescan─▶ ─parse─▶ pages ─copy─▶ plain PDF ─library─▶ characters, rules ─ruled│aligned─▶ Grid
//! ```
//! Two libraries do the work: `lopdf` parses, `pdfplumber` places characters and finds cells. Between
//! them every page is copied into a plain PDF of our own ([`copy`]): within limits, with fonts the
//! second library reads rightly ([`fonts`]), without anything else. Why these two: `docs/decisions/0009`.
//!
//! A table is delivered page by page; what continues on the next page is a table of its own there,
//! its repeated header and the empty rest of its merged cells as printed.

// Coordinates on a page, never a value of a sheet.
#![allow(clippy::float_arithmetic)]

mod aligned;
mod bounded;
mod cmap;
mod content;
mod copy;
mod failure;
mod fonts;
mod glyph;
mod limits;
mod objects;
mod page;
mod pages;
mod prescan;
mod ruled;
mod table;
mod text;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use lopdf::{LoadOptions, Object};
use pdfplumber::{ExtractOptions, Pdf};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use self::bounded::{Stop, bounded};
use self::copy::copy_pages;
use self::failure::{Failure, Notice};
use self::page::{Item, PageContent, read_page};
use self::pages::{PageSource, pages};
use self::table::PageTable;
use crate::document::guard::guarded;
use crate::document::{Block, Document, Grid, GridCell, Line, Problem};
use crate::sheet::Origin;
use crate::words::{Lang, pdf as words};

/// Reads a PDF: ruled tables with their merged cells, columns without rules, and the lines between
/// them, page by page.
///
/// # Errors
/// One problem: a scan, a password, a damaged or unreasonable file.
pub fn read_pdf(file: &str, bytes: &[u8]) -> Result<Document, Vec<Problem>> {
    read_pdf_with_notices(file, bytes).map(|(document, _)| document)
}

/// [`read_pdf`], with what the user should know although the file could be read: pages that are
/// pictures, characters nobody can name.
///
/// # Errors
/// As [`read_pdf`].
pub fn read_pdf_with_notices(
    file: &str,
    bytes: &[u8],
) -> Result<(Document, Vec<Problem>), Vec<Problem>> {
    let refuse = |failure: Failure| vec![failure.of(file)];
    if bytes.len() > limits::MOST_MEBIBYTES << 20 {
        return Err(refuse(Failure::TooLarge));
    }
    let header = &bytes[..bytes.len().min(1_024)];
    if !header.windows(5).any(|window| window == b"%PDF-") {
        return Err(refuse(Failure::NotPdf));
    }
    let shared: Arc<[u8]> = bytes.into();
    let pages = bounded(move |stop| read_pages(&shared, stop)).map_err(refuse)?;
    let notices = pages.iter().flat_map(|page| &page.notices);
    let notices = notices.map(|notice: &Notice| notice.of(file)).collect();
    let blocks = blocks(&file.into(), pages).map_err(refuse)?;
    let document = Document {
        file: file.into(),
        sha256: sha256(bytes),
        blocks,
    };
    Ok((document, notices))
}

fn read_pages(bytes: &[u8], stop: &Stop) -> Result<Vec<PageContent>, Failure> {
    if !prescan::is_bounded(bytes) {
        return Err(Failure::Bomb);
    }
    let options = LoadOptions::with_max_decompressed_size(limits::MOST_OBJECT_STREAM);
    let document = lopdf::Document::load_mem_with_options(bytes, options).map_err(reason)?;
    // Still there: no empty password opens it.
    if matches!(
        document.trailer.get(b"Encrypt"),
        Ok(Object::Dictionary(_) | Object::Reference(_))
    ) {
        return Err(Failure::Encrypted);
    }
    let pages = pages(&document)?;
    let content = AtomicUsize::new(0);
    let batches: Vec<Result<Vec<PageContent>, Failure>> = pages
        .par_chunks(limits::BATCH)
        .map(|batch| {
            // On a thread of the pool, where the guard of `bounded` does not stand.
            guarded(|| read_batch(&document, batch, &content, stop))
                .unwrap_or(Err(Failure::Library))
        })
        .collect();
    let mut read = Vec::with_capacity(pages.len());
    for batch in batches {
        read.extend(batch?);
    }
    Ok(read)
}

fn reason(error: lopdf::Error) -> Failure {
    match error {
        lopdf::Error::InvalidPassword
        | lopdf::Error::Decryption(_)
        | lopdf::Error::UnsupportedSecurityHandler(_) => Failure::Encrypted,
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
            Failure::Bomb
        }
        lopdf::Error::Xref(_) => Failure::Damaged("xref"),
        _ => Failure::Damaged("PDF"),
    }
}

fn read_batch(
    document: &lopdf::Document,
    batch: &[PageSource<'_>],
    content: &AtomicUsize,
    stop: &Stop,
) -> Result<Vec<PageContent>, Failure> {
    stop.check()?;
    let copied = copy_pages(document, batch)?;
    let before = content.fetch_add(copied.content, Ordering::Relaxed);
    if before.saturating_add(copied.content) > limits::MOST_CONTENT {
        return Err(Failure::Bomb);
    }
    let options = ExtractOptions {
        max_recursion_depth: limits::MOST_FORM_DEPTH + 1,
        collect_warnings: false,
        ..ExtractOptions::default()
    };
    let pdf = Pdf::open_bytes(&copied.bytes, Some(options)).map_err(|_| Failure::Library)?;
    let mut read = Vec::with_capacity(batch.len());
    for (index, (page, pictures)) in batch.iter().zip(&copied.pictures).enumerate() {
        stop.check()?;
        let extracted = pdf.pages().get(index);
        let extracted = extracted.map_err(|_| Failure::Page(page.number))?;
        read.push(read_page(&extracted, page.number, *pictures));
    }
    Ok(read)
}

/// The blocks of all pages; tables get their numbers.
///
/// # Errors
/// A document without a single readable character.
fn blocks(file: &Arc<str>, pages: Vec<PageContent>) -> Result<Vec<Block>, Failure> {
    let sum = |count: fn(&PageContent) -> usize| pages.iter().map(count).sum::<usize>();
    let (characters, unknown) = (sum(|page| page.characters), sum(|page| page.unknown));
    if characters == 0 {
        let pictures = pages.iter().any(|page| page.pictures);
        return Err(if pictures {
            Failure::Scan
        } else {
            Failure::NoText
        });
    }
    if unknown * 2 > characters {
        return Err(Failure::NoCharacters);
    }
    let (mut blocks, mut tables) = (Vec::new(), 0);
    for (number, page) in (1..).zip(pages) {
        let mut lines = 0;
        for item in page.items {
            blocks.push(match item {
                Item::Line(text) => {
                    lines += 1;
                    let place = words::page(Lang::Zh, number);
                    let origin = origin(file, lines, &place);
                    Block::Line(Line { text, origin })
                }
                Item::Table(table) => {
                    tables += 1;
                    Block::Table(grid(file, number, tables, table))
                }
            });
        }
    }
    Ok(blocks)
}

fn grid(file: &Arc<str>, page: u32, number: usize, table: PageTable) -> Grid {
    let name = format!("表{number}");
    let on = words::page(Lang::Zh, page);
    let cells = table.cells.into_iter().map(|cell| {
        let place = format!("{on} {name}!R{}C{}", cell.row + 1, cell.column + 1);
        GridCell {
            row: cell.row,
            column: cell.column,
            row_span: cell.row_span,
            column_span: cell.column_span,
            text: cell.text,
            origin: origin(file, 0, &place),
        }
    });
    let cells = cells.collect();
    Grid {
        name,
        page: Some(page),
        rows: table.rows,
        columns: table.columns,
        cells,
    }
}

fn origin(file: &Arc<str>, line: u32, cell: &str) -> Origin {
    Origin {
        file: Arc::clone(file),
        line,
        column: 0,
        cell: Some(cell.into()),
    }
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
