//! The strict readers of JSON and YAML: whatever they answer, the full readers answer too.
#![no_main]

use jixiao::document::strict_alike::{Notation, answers};
use jixiao_fuzz::watch;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    let text = String::from_utf8_lossy(data);
    answers(&text, Notation::Json);
    answers(&text, Notation::Yaml);
});
