//! Something repeated until the file is long: finds work that grows faster than the file. The first
//! byte picks the reader, the second the length; then what stands before, what is repeated and what
//! stands after, separated by 0xFF.
#![no_main]

use jixiao::document::read_text;
use jixiao::value::{Actual, read_figure};
use jixiao_fuzz::build::{archive, container, parts};
use jixiao_fuzz::pdf::raw::{page, stream};
use jixiao_fuzz::{open_office, open_pdf, own, recognised, watch};
use libfuzzer_sys::fuzz_target;

/// Bytes of the longest file.
const MOST: usize = 256 * 1024;

fuzz_target!(|data: &[u8]| {
    watch();
    let [kind, length, rest @ ..] = data else {
        return;
    };
    let mut parts = parts(rest);
    let (before, again) = (parts.next().unwrap_or_default(), parts.next());
    let after = parts.next().unwrap_or_default();
    let again = again.filter(|again| !again.is_empty()).unwrap_or(b" ");
    let times = MOST * (usize::from(*length) + 1) / 256 / again.len();
    let text = [before, &again.repeat(times), after].concat();
    match kind % 11 {
        0 => {
            let text = String::from_utf8_lossy(&text);
            Actual::read(&text);
            let _ = read_figure(&text);
        }
        1 => own("a.yaml", &text),
        2 => own("a.json", &text),
        kind @ 3..=5 => {
            let file = ["a.txt", "a.csv", "a.md"][usize::from(kind - 3)];
            if let Ok(read) = read_text(file, &text) {
                recognised(&read.document);
            }
        }
        6 => open_office("a.html", &[b"<html>", &text[..]].concat()),
        7 => open_office("a.docx", &archive(&[("word/document.xml", &text)])),
        8 => open_office(
            "a.ods",
            &archive(&[
                (
                    "mimetype",
                    b"application/vnd.oasis.opendocument.spreadsheet",
                ),
                ("content.xml", &text),
            ]),
        ),
        9 => open_office("a.xls", &container(&text)),
        _ => open_pdf(&page(stream("", &text), "", &[])),
    }
});
