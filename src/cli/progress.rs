//! How far a long run has come: a line on the terminal with the rate and the time left.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

use jixiao::words::{Lang, portfolio as words};

use super::console::Console;

/// Milliseconds after which a person begins to wonder.
const WAITING: u64 = 500;
/// Milliseconds between two lines.
const STEP: u64 = 200;

/// Counts up to `total`; silent unless standard error is a terminal.
pub struct Progress {
    lang: Lang,
    /// What is done: reading, scoring, auditing.
    what: fn(Lang) -> String,
    total: usize,
    done: AtomicUsize,
    started: Instant,
    /// When the last line was shown, in milliseconds after the start; 0 before the first.
    told: AtomicU64,
    speaks: bool,
}

impl Progress {
    /// Nothing done so far.
    pub fn new(what: fn(Lang) -> String, total: usize, console: &Console) -> Progress {
        Progress {
            lang: console.lang,
            what,
            total,
            done: AtomicUsize::new(0),
            started: Instant::now(),
            told: AtomicU64::new(0),
            speaks: !console.quiet && total > 1 && stderr().is_terminal(),
        }
    }

    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if !self.speaks {
            return;
        }
        let elapsed = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        let told = self.told.load(Ordering::Relaxed);
        let due = elapsed >= WAITING && elapsed - told.min(elapsed) >= STEP;
        // Of several threads one speaks.
        let order = Ordering::Relaxed;
        if due
            && self
                .told
                .compare_exchange(told, elapsed, order, order)
                .is_ok()
        {
            let line = line(
                self.lang,
                &(self.what)(self.lang),
                done,
                self.total,
                elapsed,
            );
            let _ = write!(stderr(), "\r\u{1b}[K{line}");
        }
    }
}

/// "scoring 350/1000, 120 a second, 6 s left".
fn line(lang: Lang, what: &str, done: usize, total: usize, elapsed: u64) -> String {
    let [done_, left, elapsed] = [
        done as u128,
        total.saturating_sub(done) as u128,
        elapsed.into(),
    ];
    let rate = done_ * 1000 / elapsed.max(1);
    let seconds = (left * elapsed).div_ceil(done_.max(1) * 1000);
    words::progress(lang, what, done, total, rate, seconds)
}

/// The line makes room for what follows.
impl Drop for Progress {
    fn drop(&mut self) {
        if self.told.load(Ordering::Relaxed) > 0 {
            let _ = write!(stderr(), "\r\u{1b}[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_has_rate_and_time_left() {
        let said = line(Lang::En, "scoring", 350, 1000, 2900);
        assert_eq!(said, "scoring 350/1000, 120 a second, 6 s left");
        let said = line(Lang::Zh, "评分", 1000, 1000, 1);
        assert_eq!(said, "评分 1000/1000，每秒 1000000，还要 0 秒");
        assert!(line(Lang::En, "reading", 0, 10, 0).contains("0/10"));
    }
}
