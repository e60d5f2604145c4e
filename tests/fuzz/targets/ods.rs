//! A spreadsheet: the archive itself, or `content.xml` and the manifest, separated by 0xFF.
#![no_main]

use jixiao_fuzz::build::{archive, parts};
use jixiao_fuzz::{open_office, watch};
use libfuzzer_sys::fuzz_target;

const TYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

fuzz_target!(|data: &[u8]| {
    watch();
    if data.starts_with(b"PK") {
        return open_office("a.ods", data);
    }
    let names = ["content.xml", "META-INF/manifest.xml"];
    let mut entries = vec![("mimetype", TYPE)];
    entries.extend(names.into_iter().zip(parts(data)));
    open_office("a.ods", &archive(&entries));
});
