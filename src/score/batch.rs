//! Many sheets on many cores.

use std::collections::HashMap;
use std::rc::Rc;
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
    each(work, |scorers, (sheet, pack)| {
        let result = scorers.of(pack).and_then(|scorer| scorer.score(sheet));
        done();
        result
    })
}

/// Does something with every piece of work that needs scorers, on the threads of the current pool; the
/// results keep the order of the work.
pub fn each<W: Sync, T: Send>(work: &[W], does: impl Fn(&mut Scorers, &W) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    // A thread compiles a pack once, however many sheets it takes.
    let take = || {
        let mut scorers = Scorers::default();
        let mut taken = Vec::new();
        loop {
            let first = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            let Some(rest) = work.get(first..).filter(|rest| !rest.is_empty()) else {
                return taken;
            };
            let did = rest.iter().take(AT_ONCE);
            let did = did.map(|piece| does(&mut scorers, piece));
            taken.push((first, did.collect::<Vec<T>>()));
        }
    };
    let threads = work.len() / AT_LEAST;
    let mut taken: Vec<(usize, Vec<T>)> = if threads < 2 {
        take()
    } else {
        let each = rayon::broadcast(|thread| match thread.index() < threads {
            true => take(),
            false => Vec::new(),
        });
        each.into_iter().flatten().collect()
    };
    taken.sort_unstable_by_key(|(first, _)| *first);
    taken.into_iter().flat_map(|(_, did)| did).collect()
}

/// A thread's own scorers: script engines are not shared between threads.
#[derive(Default)]
pub struct Scorers(HashMap<*const RulePack, Rc<Scorer>>);

impl Scorers {
    /// The scorer for a pack, which must live as long as these.
    ///
    /// # Errors
    /// A script of the pack is at fault.
    pub fn of(&mut self, pack: &Arc<RulePack>) -> Result<Rc<Scorer>, Box<ScriptFault>> {
        if let Some(scorer) = self.0.get(&Arc::as_ptr(pack)) {
            return Ok(Rc::clone(scorer));
        }
        let scorer = Scorer::new(Arc::clone(pack)).map_err(|mut faults| {
            // `Scorer::new` fails with at least one fault.
            Box::new(faults.swap_remove(0))
        })?;
        let scorer = Rc::new(scorer);
        self.0.insert(Arc::as_ptr(pack), Rc::clone(&scorer));
        Ok(scorer)
    }
}
