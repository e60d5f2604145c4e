//! Many sheets in one run: records are read, scored and written as they come, on all cores, in little memory.
//!
//! ```text
//!  Source ─Chunk─▶ thread: read ─▶ score ─▶ Encoder ─Finished─▶ Sink: Parts (a file) or Stream (standard output)
//!          one at a time   as many chunks as threads          in the order of the input
//! ```
//!
//! A [`Chunk`] is the unit of work: so many records or bytes of one input, whatever the number of threads.
//! Every thread has a scorer and an [`Encoder`] of its own; nothing is shared between threads while they
//! work on a chunk. [`run`] takes what scores a record as a closure, so that the same way can be walked
//! with another scorer: [`figures`] and [`evaluation`] are those of the rule packs.
//!
//! What cannot be read or scored is set aside with its place and its reasons, and the rest goes on.

#![allow(
    clippy::result_large_err,
    reason = "a problem ends a record or a file: it is rare, and passed on at once"
)]

mod chunk;
pub mod columns;
mod encode;
mod lines;
mod manifest;
mod order;
mod parts;
mod rejected;
mod scoring;
mod sink;
mod source;
mod work;

pub use chunk::{Chunk, Input, InputKind, Position, Record};
pub use encode::{Csv, Encoder, Jsonl};
pub use manifest::Manifest;
pub use order::run;
pub use parts::{Opened, Parts};
pub use scoring::{evaluation, figures};
pub use sink::{Finished, Sink, Stream, Tally};
pub use source::Source;
pub use work::Job;
