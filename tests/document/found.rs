//! What fuzzing and reading the sources found: each file is answered soon, and without a word from a
//! library. `found/README.md` says what each one did.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use jixiao::recognise::open;

fn files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/document/found");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> = entries
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        })
        .filter(|(name, _)| name != "README.md")
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

#[test]
fn every_file_that_was_found_is_answered_soon() {
    for (name, bytes) in files() {
        let start = Instant::now();
        let _ = open(&name, &bytes);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(20), "{name}: {took:?}");
    }
}

#[test]
fn no_panic_of_a_library_is_heard() {
    for (name, _) in files() {
        let path = format!("tests/document/found/{name}");
        let ended = Command::cargo_bin("jixiao")
            .unwrap()
            .args(["audit", &path, "--fail-on", "never"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(!said.contains("panicked"), "{name}: {said}");
        assert!(matches!(ended.status.code(), Some(0 | 1)), "{name}: {said}");
    }
}
