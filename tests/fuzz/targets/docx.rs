//! A Word document: the archive itself, or `document.xml` and another part, separated by 0xFF.
#![no_main]

use jixiao_fuzz::build::{archive, parts};
use jixiao_fuzz::{open_office, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    if data.starts_with(b"PK") {
        return open_office("a.docx", data);
    }
    let names = [
        "word/document.xml",
        "word/numbering.xml",
        "word/styles.xml",
        "word/footnotes.xml",
    ];
    let entries: Vec<_> = names.into_iter().zip(parts(data)).collect();
    open_office("a.docx", &archive(&entries));
});
