//! Building blocks: archives, documents, and grids as text.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::document::kind::sniff;
use crate::document::office::{OfficeFile, read_office_file};
use crate::document::{Block, Grid};
use crate::words::Lang;

/// An archive of the given entries.
pub(super) fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A .docx with the given body.
pub(super) fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
    ])
}

/// A paragraph of one run.
pub(super) fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// Reads a file by its content.
pub(super) fn read(file: &str, bytes: &[u8]) -> OfficeFile {
    read_office_file(file, bytes, sniff(file, bytes)).unwrap_or_else(|problems| {
        let problems: Vec<_> = problems.iter().map(|p| p.render(Lang::Zh)).collect();
        panic!("{}", problems.join("\n"))
    })
}

/// The message of the only problem of a file that is refused.
pub(super) fn refused(file: &str, bytes: &[u8]) -> String {
    let problems = read_office_file(file, bytes, sniff(file, bytes)).unwrap_err();
    assert_eq!(problems.len(), 1);
    problems[0].message(Lang::Zh)
}

/// Lines as they are; a grid as its name, then every cell as `address[spans] text`.
pub(super) fn outline(file: &OfficeFile) -> Vec<String> {
    let blocks = file.document.blocks.iter().map(|block| match block {
        Block::Line(line) => line.text.clone(),
        Block::Table(grid) => outline_of(grid),
    });
    blocks.collect()
}

fn outline_of(grid: &Grid) -> String {
    let mut text = format!("{} {}×{}:", grid.name, grid.rows, grid.columns);
    for cell in &grid.cells {
        let address = cell.origin.cell.as_deref().unwrap_or("?");
        let address = address.rsplit_once('!').map_or(address, |(_, cell)| cell);
        text.push_str(&format!(" {address}"));
        if (cell.row_span, cell.column_span) != (1, 1) {
            text.push_str(&format!("[{}×{}]", cell.row_span, cell.column_span));
        }
        text.push_str(&format!("={}", cell.text.replace('\n', "/")));
    }
    text
}
