//! Many sheets on many cores.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Evaluation, Scorer};
use crate::rules::RulePack;
use crate::rules::host::ScriptFault;
use crate::sheet::Sheet;

/// Sheets a thread must be able to expect: compiling a pack costs about as much as these.
const AT_LEAST: usize = 64;
/// Sheets a thread takes at a time.
const AT_ONCE: usize = 8;

type Scored = Result<Evaluation, Box<ScriptFault>>;

/// Scores every sheet under its pack, on the threads of the current pool; the results keep the order
/// of the work and do not depend on the number of threads. `done` is called after every sheet.
pub fn score_all(work: &[(Arc<Sheet>, Arc<RulePack>)], done: impl Fn() + Sync) -> Vec<Scored> {
    let next = AtomicUsize::new(0);
    // A thread compiles a pack once, however many sheets it takes.
    let take = || {
        let mut scorers = HashMap::new();
        let mut taken = Vec::new();
        loop {
            let first = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            let Some(rest) = work.get(first..).filter(|rest| !rest.is_empty()) else {
                return taken;
            };
            let scored = rest.iter().take(AT_ONCE).map(|(sheet, pack)| {
                let result = scorer(&mut scorers, pack).and_then(|scorer| scorer.score(sheet));
                done();
                result
            });
            taken.push((first, scored.collect::<Vec<Scored>>()));
        }
    };
    let threads = work.len() / AT_LEAST;
    let mut taken: Vec<(usize, Vec<Scored>)> = if threads < 2 {
        take()
    } else {
        let each = rayon::broadcast(|thread| match thread.index() < threads {
            true => take(),
            false => Vec::new(),
        });
        each.into_iter().flatten().collect()
    };
    taken.sort_unstable_by_key(|(first, _)| *first);
    taken.into_iter().flat_map(|(_, scored)| scored).collect()
}

/// The thread's own scorer for a pack: script engines are not shared between threads.
fn scorer<'s>(
    scorers: &'s mut HashMap<*const RulePack, Scorer>,
    pack: &Arc<RulePack>,
) -> Result<&'s Scorer, Box<ScriptFault>> {
    use std::collections::hash_map::Entry;
    match scorers.entry(Arc::as_ptr(pack)) {
        Entry::Occupied(entry) => Ok(entry.into_mut()),
        Entry::Vacant(entry) => {
            let scorer = Scorer::new(Arc::clone(pack)).map_err(|mut faults| {
                // `Scorer::new` fails with at least one fault.
                Box::new(faults.swap_remove(0))
            })?;
            Ok(entry.insert(scorer))
        }
    }
}
