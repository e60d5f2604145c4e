//! Panics, told apart: those of our own code end the run even where a guard would catch them; those
//! of libraries end it unless they are caught, and are counted on standard error by their place.

use std::collections::BTreeSet;
use std::panic::{PanicHookInfo, set_hook, take_hook};
use std::sync::{Mutex, Once};

static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Lays this over the panic hook of the fuzzer and that of the guard; once.
pub fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let fuzzer = take_hook();
        // The guard wraps a hook that does nothing: what reaches it was not caught.
        let uncaught = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let flag = uncaught.clone();
        set_hook(Box::new(move |_| {
            flag.store(true, std::sync::atomic::Ordering::SeqCst)
        }));
        let _ = jixiao::document::read_pdf("a.pdf", b"%PDF-1.7");
        let guard = take_hook();
        set_hook(Box::new(move |panic: &PanicHookInfo<'_>| {
            uncaught.store(false, std::sync::atomic::Ordering::SeqCst);
            guard(panic);
            let is_caught = !uncaught.load(std::sync::atomic::Ordering::SeqCst);
            let place = panic
                .location()
                .map(ToString::to_string)
                .unwrap_or_default();
            let is_library = place.contains("/registry/")
                || place.contains("/rustc/")
                || place.contains("/library/");
            if is_caught && is_library {
                let fresh = SEEN.lock().is_ok_and(|mut seen| seen.insert(place.clone()));
                if fresh {
                    eprintln!("CAUGHT {place}: {panic}");
                }
                return;
            }
            fuzzer(panic);
        }));
    });
}
