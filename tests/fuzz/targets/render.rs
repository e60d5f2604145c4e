//! The reports over an audited sheet whose texts are the input: what is written can be read as what it
//! says it is, and no text of a sheet reaches a terminal, a spreadsheet or a page as anything else.
#![no_main]

use jixiao_fuzz::{renders, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    renders(data);
});
