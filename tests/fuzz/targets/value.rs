//! One cell.
#![no_main]

use jixiao::value::{Actual, Target, normalise, read, read_figure};
use jixiao_fuzz::watch;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    let text = String::from_utf8_lossy(data);
    read(&text);
    let _ = read_figure(&text);
    normalise(&text);
    Target::read(&text);
    Actual::read(&text);
});
