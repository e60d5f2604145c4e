//! Extracted text with target tables or sheets in it, to the end of the audit and of every report.
#![no_main]

use jixiao::recognise::open;
use jixiao_fuzz::{say, uses, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    match open("a.txt", data) {
        Err(problems) => say(&problems),
        Ok(opened) => uses(&opened),
    }
});
