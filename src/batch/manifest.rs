//! What a run is made from: whether a run that was interrupted may go on.

use std::fmt::Write;
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::chunk::{Input, InputKind};
use crate::document::sha256;
use crate::report::score::ENGINE;
use crate::rules::Editions;

/// What must be the same for an interrupted run to go on: another input, pack, option or program would mix
/// results of two runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Program and version, with size and age of its file.
    pub engine: String,
    /// Every edition of the rule, with its checksum.
    pub rules: Vec<String>,
    /// Options that show in the output.
    pub options: Vec<String>,
    /// How many inputs there are.
    pub inputs: usize,
    /// Checksum over path, name, size and time of change of every input, in their order.
    pub inputs_sha256: String,
}

impl Manifest {
    /// Of these inputs as they are now.
    ///
    /// # Errors
    /// What is known of an input cannot be read.
    pub fn of(inputs: &[Input], editions: &Editions, options: Vec<String>) -> io::Result<Manifest> {
        let mut all = String::new();
        for input in inputs {
            let state = match input.kind {
                InputKind::StandardInput => String::new(),
                _ => state(&input.path)?,
            };
            // Writing to a String cannot fail.
            let _ = writeln!(all, "{:?} {:?} {state}", input.path, input.label);
        }
        let program = std::env::current_exe().and_then(|program| state(&program));
        let packs = editions.all().iter();
        Ok(Manifest {
            engine: format!("{ENGINE} {}", program.unwrap_or_default()),
            rules: packs
                .map(|pack| format!("{} {}", pack.name(), pack.sha256))
                .collect(),
            options,
            inputs: inputs.len(),
            inputs_sha256: sha256(all.as_bytes()),
        })
    }
}

/// Size and time of the last change; nothing for a pipe or a device, which is written to while it is read.
fn state(path: &Path) -> io::Result<String> {
    let about = path.metadata()?;
    if !about.is_file() {
        return Ok(String::new());
    }
    let changed = about.modified()?.duration_since(UNIX_EPOCH);
    let changed = changed.map_or(0, |since| since.as_nanos());
    Ok(format!("{} {changed}", about.len()))
}
