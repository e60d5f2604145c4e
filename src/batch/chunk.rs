//! What a run reads, and the piece of it a thread works on at a time.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::document::Problem;

/// Bytes after which a chunk of lines ends.
pub(super) const CHUNK_BYTES: usize = 8 * 1024 * 1024;
/// Records after which a chunk ends.
pub(super) const CHUNK_RECORDS: usize = 2_048;
/// Files of a chunk.
pub(super) const CHUNK_FILES: usize = 64;

/// A file of the run.
#[derive(Debug, Clone)]
pub struct Input {
    /// Where it is; not used for standard input.
    pub path: PathBuf,
    /// The file as messages show it.
    pub name: Arc<str>,
    /// Short name, unique in the run: what its sheets are called by.
    pub label: Arc<str>,
    /// The folder the user named, where it was found in one.
    pub folder: Option<PathBuf>,
    /// How it is read.
    pub kind: InputKind,
}

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputKind {
    /// JSONL: a sheet a line.
    Lines,
    /// JSONL on standard input.
    StandardInput,
    /// Parquet: a sheet a record.
    Columns,
    /// A file as `score` takes it: YAML, JSON, an office file.
    Document,
}

/// How far a run has come: what comes next is read from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position {
    /// Index of the input.
    pub input: usize,
    /// Bytes of it that are read, for lines; 0 otherwise.
    pub offset: u64,
    /// Lines or records of it that are read.
    pub records: u64,
}

/// Records of one input that are worked on together.
#[derive(Debug, Default)]
pub struct Chunk {
    /// Index of the input.
    pub input: usize,
    /// The text of the records, one behind the other.
    pub bytes: Vec<u8>,
    /// The records.
    pub records: Vec<Record>,
    /// The inputs that are one document each, instead of records.
    pub documents: Range<usize>,
    /// Why the rest of the input could not be read.
    pub failed: Option<Problem>,
    /// Where the next chunk begins.
    pub after: Position,
    /// Bytes of input this chunk took.
    pub taken: u64,
}

/// One record of a chunk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its line in a JSONL file or its number in a Parquet file, from 1.
    pub number: u64,
    /// Its place in the bytes of the chunk.
    pub place: Range<usize>,
    /// Whether it is longer than is read; its beginning is there.
    pub too_long: bool,
    /// Id and checksum the record brings along, from an earlier run.
    pub carried: Option<Box<Carried>>,
}

/// What a record of a Parquet file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    /// Its id; `None` without one.
    pub id: Option<String>,
    /// Checksum of the record it was first read from; `None` without one.
    pub input_sha256: Option<String>,
}
