//! An old workbook: the container itself, or the stream of records in it.
#![no_main]

use jixiao_fuzz::build::container;
use jixiao_fuzz::{open_office, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    if data.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return open_office("a.xls", data);
    }
    open_office("a.xls", &container(data));
});
