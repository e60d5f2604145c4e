//! The ZIP archive around modern office files, unpacked within limits.

use std::io::{self, Cursor, ErrorKind, Read};

use zip::ZipArchive;

use super::limits::{MEBIBYTE, damaged, refusal};
use crate::document::guard::guarded;
use crate::document::{ProblemKind, system_error};
use crate::words::{Lang, cli as cli_words, office as words};

/// How far an archive is unpacked, in bytes.
struct Limits {
    entries: usize,
    entry: usize,
    total: usize,
    /// Beyond this size a ratio above [`MOST_RATIO`] gives a bomb away.
    suspicious: usize,
}

/// What is far more than any sheet needs.
const LIMITS: Limits = Limits {
    entries: 4_096,
    entry: 64 * MEBIBYTE,
    total: 200 * MEBIBYTE,
    suspicious: 16 * MEBIBYTE,
};
/// Unpacked bytes per packed byte; XML of honest tables stays below 100.
const MOST_RATIO: usize = 400;

/// An archive that was unpacked once, so its true sizes are known to be harmless.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    kind: fn(Lang) -> String,
    names: Vec<String>,
}

impl<'b> Archive<'b> {
    /// Opens an archive and unpacks every entry into nowhere, counting: the sizes written in its
    /// headers may lie.
    ///
    /// # Errors
    /// No archive, an encrypted one, or a bomb; or memory is short.
    pub(super) fn open(
        bytes: &'b [u8],
        kind: fn(Lang) -> String,
    ) -> Result<Archive<'b>, ProblemKind> {
        unpacking(|| Archive::open_within(bytes, kind, &LIMITS))
    }

    fn open_within(
        bytes: &'b [u8],
        kind: fn(Lang) -> String,
        limits: &Limits,
    ) -> Result<Archive<'b>, ProblemKind> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(kind, error))?;
        if zip.len() > limits.entries {
            return Err(refusal(
                |lang| words::archive_too_many(lang, limits.entries),
                words::archive_help,
            ));
        }
        let mut names = Vec::with_capacity(zip.len());
        let mut total = 0;
        for index in 0..zip.len() {
            let mut entry = zip.by_index(index).map_err(|error| match error {
                zip::result::ZipError::UnsupportedArchive(text)
                    if text == zip::result::ZipError::PASSWORD_REQUIRED =>
                {
                    refusal(words::encrypted, words::encrypted_help)
                }
                error => damaged(kind, error),
            })?;
            let name = entry.name().map_err(|error| damaged(kind, error))?;
            names.push(name.into_owned());
            let size = count(&mut entry, limits.entry).map_err(|error| damaged(kind, error))?;
            total += size;
            for (size, limit) in [(size, limits.entry), (total, limits.total)] {
                if size > limit {
                    return Err(refusal(
                        |lang| words::archive_too_large(lang, limit / MEBIBYTE),
                        words::archive_help,
                    ));
                }
            }
            if total > limits.suspicious && total / MOST_RATIO > bytes.len() {
                return Err(refusal(words::archive_suspicious, words::archive_help));
            }
        }
        Ok(Archive { zip, kind, names })
    }

    /// The names of all entries.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The text of an entry: UTF-8, or UTF-16 with a byte order mark. `None` when there is no such entry.
    ///
    /// # Errors
    /// It cannot be unpacked or is no text.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ProblemKind> {
        let kind = self.kind;
        let Some(index) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        unpacking(|| {
            let entry = self.zip.by_index(index);
            let mut entry = entry
                .map_err(|error| damaged(kind, error))?
                .take(LIMITS.entry as u64);
            let read = entry.read_to_end(&mut bytes);
            read.map_err(|error| damaged(kind, error))
        })?;
        crate::document::encoding::decode_markup(&bytes)
            .map(Some)
            .ok_or_else(|| damaged(kind, name))
    }
}

/// Unpacks something; the library for that panics where there is no memory for its window.
fn unpacking<T>(work: impl FnOnce() -> Result<T, ProblemKind>) -> Result<T, ProblemKind> {
    guarded(work).unwrap_or_else(|| {
        let short = io::Error::from(ErrorKind::OutOfMemory);
        Err(refusal(
            |lang| cli_words::cannot_read(lang, system_error(&short, lang)),
            cli_words::cannot_read_help,
        ))
    })
}

/// Bytes of an entry, counted up to a little beyond the limit.
fn count(entry: &mut impl Read, limit: usize) -> std::io::Result<usize> {
    let mut buffer = vec![0; 64 * 1024];
    let mut size = 0;
    while size <= limit {
        match entry.read(&mut buffer)? {
            0 => break,
            read => size += read,
        }
    }
    Ok(size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const SMALL: Limits = Limits {
        entries: 10,
        entry: 2 * MEBIBYTE,
        total: 3 * MEBIBYTE,
        suspicious: MEBIBYTE / 2,
    };

    /// Entries of so many kibibytes, every byte in `step` a random one.
    fn open(entries: usize, kibibytes: usize, step: usize) -> Result<(), String> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut state = 1_u32;
        let mut content = vec![0; kibibytes * 1_024];
        for byte in content.iter_mut().step_by(step) {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *byte = state.to_be_bytes()[0];
        }
        for index in 0..entries {
            zip.start_file(index.to_string(), SimpleFileOptions::default())
                .unwrap();
            zip.write_all(&content).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        Archive::open_within(&bytes, words::kind_xlsx, &SMALL)
            .map(|_| ())
            .map_err(|kind| kind.message(Lang::Zh))
    }

    #[test]
    fn bombs_are_refused() {
        assert_eq!(open(3, 1_000, 64), Ok(()));
        assert!(open(1, 1_000, usize::MAX).unwrap_err().contains("炸弹"));
        assert_eq!(open(1, 2_049, 64).unwrap_err(), "解压后超过 2 MiB");
        assert_eq!(open(2, 2_000, 64).unwrap_err(), "解压后超过 3 MiB");
        assert_eq!(open(11, 1, 64).unwrap_err(), "压缩包里的文件超过 10 个");
    }

    #[test]
    fn a_size_that_lies_is_counted() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("a", SimpleFileOptions::default()).unwrap();
        zip.write_all(&vec![0; MEBIBYTE]).unwrap();
        let mut bytes = zip.finish().unwrap().into_inner();
        // The unpacked size in the central directory.
        let at = bytes.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
        bytes[at + 24..at + 28].copy_from_slice(&10_u32.to_le_bytes());
        assert!(Archive::open(&bytes, words::kind_docx).is_err());
    }
}
