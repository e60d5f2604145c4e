//! How much of a file is read, so that no file can exhaust the machine.

use crate::document::ProblemKind;
use crate::words::{Lang, office as words};

/// Bytes in a mebibyte.
pub(super) const MEBIBYTE: usize = 1024 * 1024;
/// The most cells with text in one table.
pub(super) const MOST_CELLS: usize = 200_000;
/// The most cells with text in one file.
const MOST_CELLS_IN_FILE: usize = 2_000_000;
/// The most positions, empty ones included, that a table may span: readers of a grid may lay it out.
pub(super) const MOST_POSITIONS: usize = 8_000_000;
/// The most columns of a table: as many as Excel has.
pub(super) const MOST_COLUMNS: usize = 16_384;
/// The most tables in one file.
const MOST_TABLES: usize = 5_000;
/// The most text in one file, in mebibytes. One shared text can be the content of many cells, so the
/// size of the file does not bound it.
const MOST_TEXT: usize = 64;
/// The most elements or tables within one another.
pub(super) const MOST_DEPTH: usize = 256;

/// What a file may still use.
#[derive(Debug)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
    tables: usize,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget {
            cells: MOST_CELLS_IN_FILE,
            text: MOST_TEXT * MEBIBYTE,
            tables: MOST_TABLES,
        }
    }
}

impl Budget {
    /// Accounts for one cell or line with a text of `bytes`.
    ///
    /// # Errors
    /// There are too many, or there is too much text.
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), ProblemKind> {
        self.cells = self.cells.checked_sub(1).ok_or_else(|| {
            refusal(
                |lang| words::too_many_cells_in_file(lang, MOST_CELLS_IN_FILE),
                words::split_help,
            )
        })?;
        self.take_text(bytes)
    }

    /// Accounts for `bytes` of text.
    ///
    /// # Errors
    /// There is too much.
    pub(super) fn take_text(&mut self, bytes: usize) -> Result<(), ProblemKind> {
        self.text = self.text.checked_sub(bytes).ok_or_else(|| {
            refusal(
                |lang| words::too_much_text(lang, MOST_TEXT),
                words::split_help,
            )
        })?;
        Ok(())
    }

    /// Accounts for one table.
    ///
    /// # Errors
    /// There are too many.
    pub(super) fn take_table(&mut self) -> Result<(), ProblemKind> {
        self.tables = self.tables.checked_sub(1).ok_or_else(|| {
            refusal(
                |lang| words::too_many_tables(lang, MOST_TABLES),
                words::split_help,
            )
        })?;
        Ok(())
    }
}

/// A problem with its help.
pub(super) fn refusal(
    message: impl Fn(Lang) -> String,
    help: impl Fn(Lang) -> String,
) -> ProblemKind {
    ProblemKind::said(message, help)
}

/// The file is not what its format demands; `detail` is for whoever repairs it.
pub(super) fn damaged(kind: fn(Lang) -> String, detail: impl std::fmt::Display) -> ProblemKind {
    // Library messages may quote the file at length.
    let detail: String = detail
        .to_string()
        .chars()
        .take(120)
        .map(crate::document::plain)
        .collect();
    refusal(
        |lang| {
            let kind = kind(lang);
            words::damaged(lang, without_article(&kind), &detail)
        },
        words::damaged_help,
    )
}

/// The names of kinds carry an English article, or the space that Chinese text sets before Latin.
fn without_article(kind: &str) -> &str {
    let kind = kind.trim_start();
    ["an ", "a "]
        .iter()
        .find_map(|article| kind.strip_prefix(article))
        .unwrap_or(kind)
}

/// Elements within elements beyond [`MOST_DEPTH`].
pub(super) fn too_deep() -> ProblemKind {
    refusal(
        |lang| words::too_deep(lang, MOST_DEPTH),
        words::archive_help,
    )
}
