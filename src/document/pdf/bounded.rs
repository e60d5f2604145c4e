//! The one place where a third-party library is kept from taking the program with it.
//!
//! The PDF libraries are young and read hostile input. They run on a thread of their own: with a stack
//! that holds the deepest nesting they accept, a caught panic in place of a crash, and a time limit.
//! What is beyond the limit is told to stop, and does so after the page it is at.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;

use super::failure::Failure;
use super::limits::{MOST_TIME, STACK};
use crate::document::guard::guarded;

/// Asks to stop.
#[derive(Debug, Clone, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Goes on unless asked to stop.
    ///
    /// # Errors
    /// [`Failure::Slow`] once the time is over.
    pub(super) fn check(&self) -> Result<(), Failure> {
        if self.0.load(Ordering::Relaxed) {
            return Err(Failure::Slow);
        }
        Ok(())
    }
}

/// Runs `work` with all of these bounds.
///
/// # Errors
/// What the work returns; [`Failure::Slow`], [`Failure::Library`] for a panic.
pub(super) fn bounded<T: Send + 'static>(
    work: impl FnOnce(&Stop) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let stop = Stop::default();
    let (sender, receiver) = sync_channel(1);
    let within = stop.clone();
    let worker = move || {
        // Nothing the work holds is used after a panic.
        let result = guarded(|| work(&within)).unwrap_or(Err(Failure::Library));
        // Nobody waits any more once the time is over.
        let _ = sender.send(result);
    };
    thread::Builder::new()
        .name("pdf".to_owned())
        .stack_size(STACK)
        .spawn(worker)
        .map_err(|_| Failure::Library)?;
    receiver.recv_timeout(MOST_TIME).unwrap_or_else(|error| {
        stop.0.store(true, Ordering::Relaxed);
        Err(match error {
            RecvTimeoutError::Timeout => Failure::Slow,
            RecvTimeoutError::Disconnected => Failure::Library,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_failure() {
        assert_eq!(bounded(|_| Ok(1)), Ok(1));
        assert_eq!(
            bounded::<()>(|_| panic!("a test of what a library may do")),
            Err(Failure::Library)
        );
    }
}
