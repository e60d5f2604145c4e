//! What is written beside the place it is for: taken away when the user or the system ends the program.
//!
//! A program that is killed outright (SIGKILL, power) leaves a `.jixiao-…` behind; nothing reads it.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is unfinished now.
static ALL: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A file or folder that goes with the program until it is let go of.
pub struct Unfinished(PathBuf);

impl Unfinished {
    /// Makes it, and knows it from the first moment on.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn new<T: AsRef<Path>>(
        make: impl FnOnce() -> io::Result<T>,
    ) -> io::Result<(T, Unfinished)> {
        signals::watch();
        let mut all = all();
        let made = make()?;
        let path = made.as_ref().to_owned();
        all.insert(path.clone());
        Ok((made, Unfinished(path)))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        all().remove(&self.0);
    }
}

/// A set of paths is whole after every step, so a panic elsewhere does no harm to it.
fn all() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    ALL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes a write that a limit on file sizes refuses an error like a full disk; the system's way is to end
/// the program, which then cannot say why.
pub fn limits_are_errors() {
    signals::limits_are_errors();
}

#[cfg(unix)]
mod signals {
    use std::fs;
    use std::sync::mpsc::channel;
    use std::sync::{Arc, Once};
    use std::thread::Builder;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    /// Times a folder is emptied that is still being filled.
    const TRIES: usize = 3;

    pub fn limits_are_errors() {
        // Where this is refused the system's way stays.
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
    }

    /// Waits for the end from the first draft on.
    pub fn watch() {
        static WATCHED: Once = Once::new();
        WATCHED.call_once(|| {
            let (says, is_heard) = channel();
            let listen = move || {
                let ending = [SIGINT, SIGTERM, SIGHUP];
                let heard = ending.into_iter().filter(|signal| !is_ignored(*signal));
                let signals = Signals::new(heard);
                let _ = says.send(());
                if let Ok(mut signals) = signals {
                    signals.forever().for_each(end);
                }
            };
            // Where there is no room for a thread, signals keep the system's way.
            if Builder::new().spawn(listen).is_ok() {
                let _ = is_heard.recv();
            }
        });
    }

    /// Takes away what is unfinished and ends the program the way the signal would have.
    fn end(signal: i32) {
        // Kept to the end, so that nothing new is begun.
        let all = super::all();
        for path in all.iter() {
            let gone = |_| fs::remove_file(path).is_ok() || fs::remove_dir_all(path).is_ok();
            (0..TRIES).any(gone);
        }
        let _ = emulate_default_handler(signal);
    }

    /// Whether the caller wished that a signal does not end the program (`nohup`, `&` in a script); only
    /// Linux says so.
    fn is_ignored(signal: i32) -> bool {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
    }
}

#[cfg(not(unix))]
mod signals {
    pub fn limits_are_errors() {}
    pub fn watch() {}
}
