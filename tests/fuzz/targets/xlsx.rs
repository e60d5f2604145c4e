//! A workbook: the archive itself, or worksheet, shared texts, styles, list of sheets and its
//! relations, separated by 0xFF.
#![no_main]

use jixiao_fuzz::build::{archive, or, parts};
use jixiao_fuzz::{open_office, watch};
use libfuzzer_sys::fuzz_target;

const ROOT: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fuzz_target!(|data: &[u8]| {
    watch();
    if data.starts_with(b"PK") {
        return open_office("a.xlsx", data);
    }
    let mut parts = parts(data);
    let sheet = parts.next();
    let mut entries = vec![("_rels/.rels", ROOT)];
    entries.push(("xl/worksheets/sheet1.xml", or(sheet, "<worksheet/>")));
    for name in ["xl/sharedStrings.xml", "xl/styles.xml"] {
        if let Some(part) = parts.next().filter(|part| !part.is_empty()) {
            entries.push((name, part));
        }
    }
    entries.push(("xl/workbook.xml", or(parts.next(), BOOK)));
    entries.push(("xl/_rels/workbook.xml.rels", or(parts.next(), RELATIONS)));
    open_office("a.xlsx", &archive(&entries));
});
