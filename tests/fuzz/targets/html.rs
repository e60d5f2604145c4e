//! A web page.
#![no_main]

use jixiao_fuzz::{open_office, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    open_office("a.html", &[b"<html>", data].concat());
});
