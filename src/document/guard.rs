//! Catches a panic of a third-party reader, without a word on standard error.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether this thread is inside [`guarded`].
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` on this thread; `None` when it panics. Nothing the work holds may be used after that.
///
/// The first call wraps the panic hook of the program: panics on threads that are not inside a guard
/// are reported as before.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    static ONCE: Once = Once::new();
    ONCE.call_once(wrap_hook);
    let outer = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    result.ok()
}

/// Makes the panic hook silent inside guards.
fn wrap_hook() {
    let before = take_hook();
    set_hook(Box::new(move |panic| {
        // A thread that ends has no such flag any more, and is in no guard.
        if !GUARDED.try_with(Cell::get).unwrap_or(false) {
            before(panic);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn only_the_guarded_thread_is_quiet() {
        static HEARD: Mutex<Vec<String>> = Mutex::new(Vec::new());
        guarded(|| ());
        // Other tests may panic meanwhile: only what this one says is noted, the rest passed on.
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            match panic.payload().downcast_ref::<&str>() {
                Some(said) if said.starts_with("guard:") => {
                    HEARD.lock().unwrap().push((*said).to_owned());
                }
                _ => before(panic),
            }
        }));
        wrap_hook();
        assert_eq!(guarded(|| 1), Some(1));
        assert_eq!(guarded(|| -> u8 { panic!("guard: within") }), None);
        let outer = guarded(|| guarded(|| -> u8 { panic!("guard: deep") }).is_none());
        assert_eq!(outer, Some(true));
        let other = std::thread::spawn(|| panic!("guard: elsewhere"));
        assert!(other.join().is_err());
        assert_eq!(*HEARD.lock().unwrap(), ["guard: elsewhere"]);
    }
}
