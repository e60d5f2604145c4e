//! PDF files: what is read from them, cell by cell, and which are refused.

mod hostile;
mod raw;
mod samples;

use jixiao::document::{Block, Document, Grid, read_pdf};
use jixiao::words::Lang;

/// A sample of `samples/documents/pdf-test`.
fn sample(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/documents/pdf-test");
    std::fs::read(format!("{folder}/{name}")).unwrap()
}

/// The document in bytes that can be read.
fn document(bytes: &[u8]) -> Document {
    read_pdf("a.pdf", bytes).unwrap_or_else(|problems| panic!("{}", problems[0].render(Lang::En)))
}

/// The message of bytes that cannot be read.
fn refusal(bytes: &[u8]) -> String {
    match read_pdf("a.pdf", bytes) {
        Ok(document) => panic!("was read: {:?}", document.blocks),
        Err(problems) => {
            assert_eq!(problems.len(), 1);
            problems[0].message(Lang::Zh)
        }
    }
}

/// The tables of a document.
fn tables(document: &Document) -> Vec<&Grid> {
    let blocks = document.blocks.iter();
    let tables = blocks.filter_map(|block| match block {
        Block::Table(grid) => Some(grid),
        Block::Line(_) => None,
    });
    tables.collect()
}

/// A table as text: a row a line, cells after one another; `↓` and `→` count the positions a merged
/// cell covers, `¶` is a line break, `·` an empty cell.
fn drawn(grid: &Grid) -> String {
    let mut rows = vec![Vec::new(); grid.rows];
    for cell in &grid.cells {
        let mut text = cell.text.replace('\n', "¶");
        if text.is_empty() {
            text.push('·');
        }
        if cell.row_span > 1 {
            text.push_str(&format!("↓{}", cell.row_span));
        }
        if cell.column_span > 1 {
            text.push_str(&format!("→{}", cell.column_span));
        }
        rows[cell.row].push(text);
    }
    rows.iter().map(|row| row.join(" | ") + "\n").collect()
}

/// The lines outside tables.
fn lines(document: &Document) -> Vec<&str> {
    let blocks = document.blocks.iter();
    let lines = blocks.filter_map(|block| match block {
        Block::Line(line) => Some(line.text.as_str()),
        Block::Table(_) => None,
    });
    lines.collect()
}
