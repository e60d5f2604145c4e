//! Extracted, delimited and Markdown text. The first byte picks the ending.
#![no_main]

use jixiao::document::read_text;
use jixiao_fuzz::{recognised, say, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let file = ["a.txt", "a.csv", "a.tsv", "a.md"][usize::from(first % 4)];
    match read_text(file, rest) {
        Err(problems) => say(&problems),
        Ok(read) => {
            say(&read.notices);
            recognised(&read.document);
        }
    }
});
