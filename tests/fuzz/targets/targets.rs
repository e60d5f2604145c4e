//! A target table as YAML, written and read again.
#![no_main]

use jixiao::document::{read_targets, write_targets};
use jixiao_fuzz::{own, say, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    own("a.yaml", data);
    match read_targets("a.yaml", data) {
        Err(problems) => say(&problems),
        Ok(tables) => {
            for table in &tables {
                let _ = read_targets("a.yaml", write_targets(table).as_bytes());
            }
        }
    }
});
