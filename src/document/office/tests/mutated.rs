//! Samples with bytes changed, cut off or repeated: every reader ends, with a grid or with a problem.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::files::{docx, paragraph};
use super::{old_workbook, open_workbook, workbook};
use crate::document::kind::sniff;
use crate::document::office::read_office_file;
use crate::words::Lang;

/// One change: at a place (in thousandths of the length), overwrite, delete or repeat some bytes.
type Change = (usize, u8, Vec<u8>);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let markup = prop_oneof![
        Just(b"<".to_vec()),
        Just(b"\"9999999999\"".to_vec()),
        Just(b"</w:tc>".to_vec()),
        Just(b"<table><td colspan=999>".to_vec()),
        prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec((0_usize..1_000, 0_u8..3, markup), 1..6)
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for (place, how, with) in changes {
        let at = bytes.len() * place / 1_000;
        let end = (at + with.len()).min(bytes.len());
        match how {
            0 => bytes.splice(at..end, with.iter().copied()).for_each(drop),
            1 => bytes.drain(at..end).for_each(drop),
            _ => bytes.splice(at..at, with.iter().copied()).for_each(drop),
        }
    }
    bytes
}

/// The same archive with one part changed: damage to the packing alone never gets past the checksum.
fn part_changed(archive: &[u8], part: &str, changes: &[Change]) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if name == part {
            content = changed(content, changes);
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// Reads a file and uses whatever comes of it.
fn survives(bytes: &[u8]) {
    match read_office_file("a.docx", bytes, sniff("a.docx", bytes)) {
        Ok(file) => assert!(!file.document.blocks.is_empty()),
        Err(problems) => assert!(problems.iter().all(|p| !p.render(Lang::Zh).is_empty())),
    }
}

fn word_sample() -> Vec<u8> {
    let cell = format!(
        r#"<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>{}</w:tc>"#,
        paragraph("产出 &amp; 93.66%")
    );
    let goes_on = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
    docx(&format!(
        "<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{goes_on}{cell}</w:tr></w:tbl>{}",
        paragraph("注")
    ))
}

fn sheet_sample() -> Vec<u8> {
    workbook::raw(
        r#"<worksheet><dimension ref="A1:C3"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>0.9366</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells></worksheet>"#,
        r#"<sst uniqueCount="1"><si><r><t>产</t></r><r><t>出</t></r></si></sst>"#,
    )
}

fn open_sample() -> Vec<u8> {
    open_workbook::ods(
        r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-rows-spanned="2" table:number-columns-repeated="3"><text:p>产<text:s text:c="2"/>出</text:p></table:table-cell></table:table-row></table:table>"#,
    )
}

fn old_sample() -> Vec<u8> {
    let cell = |row: u8, column: u8| {
        old_workbook::record(0x00FD, &[row, 0, column, 0, 1, 0, column, 0, 0, 0])
    };
    let merged = old_workbook::record(0x00E5, &[1, 0, 0, 0, 2, 0, 0, 0, 1, 0]);
    let number = old_workbook::record(0x027E, &[1, 0, 2, 0, 1, 0, 7, 0, 0, 0]);
    old_workbook::xls(&[cell(0, 0), cell(1, 1), number, merged], &[])
}

const PAGE: &str = "<html><meta charset=utf-8><p>注<table><thead><tr><th rowspan=2>一<th colspan=2>二</thead>\
    <tr><td hidden>x</td><td>三<table><tr><td>四</table><br>&ge;</td></tr></table><textarea>五</textarea>";

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_of_documents(changes in changes()) {
        survives(&part_changed(&word_sample(), "word/document.xml", &changes));
        survives(&part_changed(&open_sample(), "content.xml", &changes));
        for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"] {
            survives(&part_changed(&sheet_sample(), part, &changes));
        }
    }

    #[test]
    fn whole_files(changes in changes()) {
        for sample in [word_sample(), sheet_sample(), open_sample(), old_sample(), PAGE.as_bytes().to_vec()] {
            survives(&changed(sample, &changes));
        }
    }

    #[test]
    fn number_formats(code in "[#0?.,%;@\\\\\"\\[\\]_*/ EeGymdhs>=<年$-]{0,20}", number in "-?[0-9]{1,25}(\\.[0-9]{1,30})?") {
        let format = crate::document::office::number_format::NumberFormat::parse(&code);
        prop_assert!(format.shown(&number, false).len() < 4_000);
    }
}
