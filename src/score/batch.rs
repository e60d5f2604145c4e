//! Many sheets on many cores.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Evaluation, Scorer};
use crate::rules::RulePack;
use crate::rules::host::ScriptFault;
use crate::sheet::Sheet;

/// Sheets a thread takes at a time at the least: compiling a pack costs about as much as these.
const AT_LEAST: usize = 8;

/// Scores every sheet under its pack, on the threads of the current pool; the results keep the order
/// of the work and do not depend on the number of threads. `done` is called after every sheet.
pub fn score_all(
    work: &[(Arc<Sheet>, Arc<RulePack>)],
    done: impl Fn() + Sync,
) -> Vec<Result<Evaluation, Box<ScriptFault>>> {
    work.par_iter()
        .with_min_len(AT_LEAST)
        .map_init(HashMap::new, |scorers, (sheet, pack)| {
            let result = scorer(scorers, pack).and_then(|scorer| scorer.score(sheet));
            done();
            result
        })
        .collect()
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
