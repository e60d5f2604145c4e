//! Where finished chunks go, in the order of the input.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::chunk::Position;

/// A chunk that is done.
#[derive(Debug, Default)]
pub struct Finished {
    /// What is written of it.
    pub bytes: Vec<u8>,
    /// What is set aside of it.
    pub rejected: Vec<u8>,
    /// What there is to count.
    pub tally: Tally,
    /// Where the next chunk begins.
    pub after: Position,
}

/// What is counted of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Sheets that were scored.
    pub sheets: u64,
    /// Records and files that were set aside.
    pub set_aside: u64,
    /// Documents in which there is no sheet.
    pub without_sheet: u64,
    /// Bytes of input.
    pub bytes: u64,
    /// Sheets by year for which no edition of the rule is in force; 0 for sheets without a year.
    pub outside: BTreeMap<u16, u64>,
}

impl Tally {
    /// Adds another count.
    pub fn add(&mut self, other: &Tally) {
        self.sheets += other.sheets;
        self.set_aside += other.set_aside;
        self.without_sheet += other.without_sheet;
        self.bytes += other.bytes;
        for (year, count) in &other.outside {
            *self.outside.entry(*year).or_default() += count;
        }
    }
}

/// Takes finished chunks in the order of the input.
pub trait Sink: Send {
    /// Takes the next one.
    ///
    /// # Errors
    /// It cannot be written; the run ends.
    fn put(&mut self, finished: Finished) -> io::Result<()>;
}

/// Chunks to a stream, such as standard output; `tell` is called after every one.
pub struct Stream<O, R, F> {
    /// Where results go.
    pub out: O,
    /// Where that goes which is set aside.
    pub rejected: R,
    /// What was counted so far.
    pub tally: Tally,
    /// Called after every chunk.
    pub tell: F,
}

impl<O: Write + Send, R: Write + Send, F: FnMut(&Tally) + Send> Sink for Stream<O, R, F> {
    fn put(&mut self, finished: Finished) -> io::Result<()> {
        self.out.write_all(&finished.bytes)?;
        self.out.flush()?;
        self.rejected.write_all(&finished.rejected)?;
        self.tally.add(&finished.tally);
        (self.tell)(&self.tally);
        Ok(())
    }
}
