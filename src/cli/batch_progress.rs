//! How far a bulk run has come: sheets, rate and time left on the terminal.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

use jixiao::batch::{Input, InputKind, Tally};
use jixiao::words::{Lang, batch as words};

use super::console::Console;

/// Time after which a person begins to wonder, and between two lines.
const WAITING: Duration = Duration::from_millis(500);

/// A line on standard error, when that is a terminal.
pub struct BatchProgress {
    lang: Lang,
    speaks: bool,
    started: Instant,
    told: Option<Instant>,
    /// Bytes of all inputs; `None` where one of them is a stream.
    total: Option<u64>,
    /// Sheets and bytes an interrupted run had done.
    before: (u64, u64),
}

impl BatchProgress {
    /// Nothing done so far.
    pub fn new(inputs: &[Input], console: &Console) -> BatchProgress {
        let size = |input: &Input| match input.kind {
            InputKind::StandardInput => None,
            _ => Some(input.path.metadata().map_or(0, |about| about.len())),
        };
        let speaks = !console.quiet && stderr().is_terminal();
        BatchProgress {
            lang: console.lang,
            speaks,
            started: Instant::now(),
            told: None,
            total: match speaks {
                true => inputs.iter().map(size).sum(),
                false => None,
            },
            before: (0, 0),
        }
    }

    /// The run goes on where an earlier one was interrupted.
    pub fn resume(&mut self, before: &Tally) {
        self.before = (before.sheets, before.bytes);
    }

    /// So much is done.
    pub fn tell(&mut self, tally: &Tally) {
        let last = self.told.unwrap_or(self.started);
        if !self.speaks || last.elapsed() < WAITING {
            return;
        }
        self.told = Some(Instant::now());
        let line = line(
            self.lang,
            tally,
            self.before,
            self.total,
            self.started.elapsed(),
        );
        let _ = write!(stderr(), "\r\u{1b}[K{line}");
    }
}

/// The line makes room for what follows.
impl Drop for BatchProgress {
    fn drop(&mut self) {
        if self.told.is_some() {
            let _ = write!(stderr(), "\r\u{1b}[K");
        }
    }
}

/// "12000 sheets, 9800 a second, 40%, 12 s left".
fn line(
    lang: Lang,
    done: &Tally,
    before: (u64, u64),
    total: Option<u64>,
    elapsed: Duration,
) -> String {
    let elapsed = elapsed.as_millis().max(1);
    let rate = u128::from(done.sheets.saturating_sub(before.0)) * 1000 / elapsed;
    let now = u128::from(done.bytes.saturating_sub(before.1));
    let Some(total) = total.filter(|total| *total > 0 && now > 0) else {
        return words::progress_open(lang, done.sheets, rate);
    };
    let (bytes, total) = (u128::from(done.bytes), u128::from(total));
    let percent = (bytes * 100 / total).min(100);
    let left = (total.saturating_sub(bytes) * elapsed).div_ceil(now * 1000);
    words::progress(lang, done.sheets, rate, percent, left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_has_rate_and_time_left() {
        let tally = Tally {
            sheets: 5_000,
            bytes: 40,
            ..Tally::default()
        };
        let elapsed = Duration::from_secs(2);
        let said = line(Lang::En, &tally, (0, 0), Some(100), elapsed);
        assert_eq!(said, "5000 sheets, 2500 a second, 40%, 3 s left");
        let said = line(Lang::Zh, &tally, (0, 0), None, elapsed);
        assert_eq!(said, "5000 张表，每秒 2500");
        let said = line(Lang::En, &tally, (1_000, 20), Some(100), elapsed);
        assert_eq!(said, "5000 sheets, 2000 a second, 40%, 6 s left");
        let said = line(Lang::En, &Tally::default(), (0, 0), Some(0), Duration::ZERO);
        assert_eq!(said, "0 sheets, 0 a second");
    }
}
