//! How much of a PDF is read. Real forms stay far below every one of these.

use std::time::Duration;

/// Mebibytes of a file.
pub(super) const MOST_MEBIBYTES: usize = 64;

/// Pages of a file, as found or as claimed.
pub(super) const MOST_PAGES: usize = 2_000;

/// Bytes of everything that is neither picture, font nor page content: dictionaries, cross
/// references, object streams once unpacked. The parser keeps it all.
pub(super) const MOST_STRUCTURE: usize = 32 << 20;

/// Numbers, names, lists and so on among these bytes; the parser takes about a hundred bytes for each.
pub(super) const MOST_VALUES: usize = 4_000_000;

/// Bytes one packed object stream may unpack to.
pub(super) const MOST_OBJECT_STREAM: usize = 16 << 20;

/// Bytes of drawing instructions of one page, forms counted as often as they are drawn.
pub(super) const MOST_PAGE_CONTENT: usize = 8 << 20;

/// Bytes of drawing instructions of all pages.
pub(super) const MOST_CONTENT: usize = 512 << 20;

/// Bytes of text strings on one page; a character takes one or two.
pub(super) const MOST_PAGE_TEXT: usize = 200_000;

/// Arrays and dictionaries within one another in drawing instructions.
pub(super) const MOST_NESTING: usize = 32;

/// Forms drawn by forms.
pub(super) const MOST_FORM_DEPTH: usize = 8;

/// Forms copied for one batch of pages, and their bytes.
pub(super) const MOST_FORMS: usize = 10_000;
pub(super) const MOST_FORM_BYTES: usize = 32 << 20;

/// Bytes of the table that gives a font's codes their characters.
pub(super) const MOST_CMAP: usize = 1 << 20;

/// Ruling lines of one page.
pub(super) const MOST_RULES: usize = 20_000;

/// Crossings of ruling lines of one page: the search for cells is quadratic in them.
pub(super) const MOST_CROSSINGS: usize = 8_000;

/// Positions in one table.
pub(super) const MOST_POSITIONS: usize = 1 << 20;

/// Pages copied and read together.
pub(super) const BATCH: usize = 8;

/// Time for one file.
pub(super) const MOST_TIME: Duration = Duration::from_secs(60);

/// Stack of the thread that parses: the parser recurses as deep as the file nests.
pub(super) const STACK: usize = 64 << 20;
