//! A PDF file as it is.
#![no_main]

use jixiao_fuzz::{open_pdf, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    open_pdf(data);
});
