//! An acceptance file, read, written again and met with an audited folder: the samples, and what a sheet
//! or a target table behind the byte 0xFF adds to them.
#![no_main]

use jixiao::accept::{read, write};
use jixiao::words::Lang;
use jixiao_fuzz::{accepts, build::parts, say, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    let mut parts = parts(data);
    let file = parts.next().unwrap_or_default();
    match read("accepted.yaml", file) {
        Err(problems) => say(&problems),
        Ok(accepted) => {
            say(&accepted.notices);
            let written = write(&accepted.entries, Lang::En);
            let again = read("accepted.yaml", written.as_bytes());
            let again = again.unwrap_or_else(|_| panic!("what is written is read again"));
            let lines = |entries: &[jixiao::accept::Acceptance]| write(entries, Lang::En);
            assert_eq!(lines(&again.entries), written);
            accepts(&accepted, parts.next());
        }
    }
});
