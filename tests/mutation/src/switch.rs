//! Put into the mutated library: which mutant is on, and which were reached.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

const COUNT: usize = 0;

struct Run {
    on: usize,
    reached: Option<File>,
}

static RUN: OnceLock<Run> = OnceLock::new();
static REACHED: [AtomicBool; COUNT] = [const { AtomicBool::new(false) }; COUNT];

/// The environment of the process: `MUTANT`, a number, and `MUTANTS_REACHED`, a file to add numbers to.
fn run() -> &'static Run {
    RUN.get_or_init(|| {
        let on = std::env::var("MUTANT").ok();
        let reached = std::env::var_os("MUTANTS_REACHED");
        let open = |path| OpenOptions::new().append(true).create(true).open(path);
        Run {
            on: on.and_then(|id| id.parse().ok()).unwrap_or(usize::MAX),
            reached: reached.and_then(|path| open(path).ok()),
        }
    })
}

fn reach(id: usize, mut file: &File) {
    if !REACHED[id].swap(true, Relaxed) {
        let _ = file.write_all(format!("{id}\n").as_bytes());
    }
}

/// Whether this mutant is on.
#[inline]
pub fn on(id: usize) -> bool {
    let run = run();
    if let Some(file) = &run.reached {
        reach(id, file);
    }
    run.on == id
}

/// Whether one of these mutants is on.
#[inline]
pub fn any(ids: &[usize]) -> bool {
    let run = run();
    if let Some(file) = &run.reached {
        for id in ids {
            reach(*id, file);
        }
    }
    ids.contains(&run.on)
}
