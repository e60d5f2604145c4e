//! Chunks on many threads, results in the order of the input.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::encode::Encoder;
use super::sink::{Finished, Sink};
use super::source::Source;
use super::work::Job;
use crate::document::Problem;
use crate::rules::RulePack;
use crate::sheet::Sheet;

/// Deep scripts in a debug build need more than a thread's usual stack.
const STACK: usize = 16 * 1024 * 1024;
/// Chunks beyond one a thread that may wait for an earlier one.
const AHEAD: u64 = 2;

/// What the threads share; it is touched once a chunk.
struct Shared<'s, 'i> {
    source: Mutex<(Source<'i>, u64)>,
    order: Mutex<Order<'s>>,
    moved: Condvar,
    /// Chunks that may be taken before the first of them is written.
    window: u64,
}

struct Order<'s> {
    sink: &'s mut dyn Sink,
    /// Number of the chunk that is written next.
    next: u64,
    waiting: BTreeMap<u64, Finished>,
    /// Why the run ends before its end.
    failed: Option<io::Error>,
}

/// Reads, scores and writes everything. `make` makes what a thread needs of its own: a closure that scores a
/// sheet under the pack chosen for its year, and an encoder of what that gives. What is written does not
/// depend on the number of threads.
///
/// # Errors
/// The sink failed. Records that cannot be read or scored are no error: they are set aside.
pub fn run<T, S, E>(
    source: Source<'_>,
    jobs: NonZeroUsize,
    job: &Job<'_>,
    make: impl Fn() -> (S, E) + Sync,
    sink: &mut dyn Sink,
) -> io::Result<()>
where
    S: FnMut(&Arc<Sheet>, &Arc<RulePack>) -> Result<T, Problem>,
    E: Encoder<T>,
{
    let shared = Shared {
        source: Mutex::new((source, 0)),
        order: Mutex::new(Order {
            sink,
            next: 0,
            waiting: BTreeMap::new(),
            failed: None,
        }),
        moved: Condvar::new(),
        window: jobs.get() as u64 + AHEAD,
    };
    let work = || {
        let stop = StopOnPanic(&shared);
        let (mut score, mut encoder) = make();
        while let Some((number, chunk)) = shared.take() {
            let done = job.chunk(chunk, &mut score, &mut encoder);
            shared.put(number, done);
        }
        drop(stop);
    };
    thread::scope(|scope| {
        for started in 0..jobs.get() {
            let thread = thread::Builder::new().stack_size(STACK);
            if let Err(error) = thread.spawn_scoped(scope, work) {
                // Fewer threads than asked for write the same, only later.
                if started == 0 {
                    shared.fail(error);
                }
                break;
            }
        }
    });
    let order = shared.order.into_inner();
    let failed = order.unwrap_or_else(PoisonError::into_inner).failed;
    failed.map_or(Ok(()), Err)
}

impl Shared<'_, '_> {
    /// The next chunk, once there is room for its result.
    fn take(&self) -> Option<(u64, super::Chunk)> {
        let mut source = lock(&self.source);
        let number = source.1;
        let mut order = lock(&self.order);
        while order.failed.is_none() && number >= order.next + self.window {
            order = (self.moved.wait(order)).unwrap_or_else(PoisonError::into_inner);
        }
        if order.failed.is_some() {
            return None;
        }
        drop(order);
        let chunk = source.0.next_chunk()?;
        source.1 += 1;
        Some((number, chunk))
    }

    /// Hands a result on; those that were waiting for it follow.
    fn put(&self, number: u64, done: io::Result<Finished>) {
        let mut order = lock(&self.order);
        let order = &mut *order;
        match done {
            Ok(finished) => {
                order.waiting.insert(number, finished);
            }
            Err(error) => order.failed = order.failed.take().or(Some(error)),
        }
        while order.failed.is_none()
            && let Some(finished) = order.waiting.remove(&order.next)
        {
            order.next += 1;
            order.failed = order.sink.put(finished).err();
        }
        self.moved.notify_all();
    }

    fn fail(&self, error: io::Error) {
        lock(&self.order).failed = Some(error);
        self.moved.notify_all();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The other threads wait for every chunk: they must hear of one that never comes.
struct StopOnPanic<'a, 's, 'i>(&'a Shared<'s, 'i>);

impl Drop for StopOnPanic<'_, '_, '_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.fail(io::Error::other("a thread panicked"));
        }
    }
}
