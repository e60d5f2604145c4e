//! A sheet as YAML and as JSON, to the end of the audit.
#![no_main]

use jixiao_fuzz::{own, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    own("a.yaml", data);
    own("a.json", data);
});
