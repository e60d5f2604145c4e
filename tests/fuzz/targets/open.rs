//! Any file, from its bytes to the audit. The first byte picks a name.
#![no_main]

use jixiao::recognise::open;
use jixiao_fuzz::{say, uses, watch};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 10] = [
    "-", "a.yaml", "a.json", "a.txt", "a.csv", "a.xls", "a.xlsx", "a.docx", "a.pdf", "a.html",
];

fuzz_target!(|data: &[u8]| {
    watch();
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    match open(NAMES[usize::from(*first) % NAMES.len()], rest) {
        Err(problems) => say(&problems),
        Ok(opened) => uses(&opened),
    }
});
