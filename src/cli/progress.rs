//! A count on the terminal while many sheets are scored.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Fewer sheets are done before anyone could read a count.
const WORTH_IT: usize = 200;
/// Sheets between two counts.
const STEP: usize = 50;

/// Counts up to `total`; silent unless standard error is a terminal.
pub struct Progress {
    total: usize,
    done: AtomicUsize,
    shown: bool,
}

impl Progress {
    /// Nothing done so far.
    pub fn new(total: usize, quiet: bool) -> Progress {
        Progress {
            total,
            done: AtomicUsize::new(0),
            shown: !quiet && total >= WORTH_IT && stderr().is_terminal(),
        }
    }

    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.shown && done.is_multiple_of(STEP) {
            let _ = write!(stderr(), "\r{done}/{}", self.total);
        }
    }
}

/// The count makes room for what follows.
impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(stderr(), "\r\u{1b}[K");
        }
    }
}
