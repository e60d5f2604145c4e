//! What the operating system says about a file, in the user's language.

use std::io::{Error, ErrorKind};

use crate::words::{Lang, system as words};

/// The system's complaint in words; the kinds a user meets are translated, the rest is passed on.
pub fn system_error(error: &Error, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::NotFound => words::not_found(lang),
        ErrorKind::PermissionDenied => words::permission_denied(lang),
        ErrorKind::IsADirectory => words::is_a_folder(lang),
        ErrorKind::NotADirectory => words::not_a_folder(lang),
        ErrorKind::StorageFull => words::storage_full(lang),
        ErrorKind::ReadOnlyFilesystem => words::read_only(lang),
        ErrorKind::InvalidFilename => words::name_too_long(lang),
        ErrorKind::OutOfMemory => words::out_of_memory(lang),
        // Files are never read without waiting, so it is a thread that could not be had.
        ErrorKind::WouldBlock => words::no_thread(lang),
        ErrorKind::QuotaExceeded => words::quota_exceeded(lang),
        ErrorKind::FileTooLarge => words::file_too_large(lang, error),
        _ => error.to_string(),
    }
}
