//! Valid PDF files around fuzzed streams; `raw` is what the tests of the project build theirs with.

#[path = "../../pdf/raw.rs"]
pub mod raw;
