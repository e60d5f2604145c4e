//! A table on a page.

/// A table with its cells, before it has a number in the document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PageTable {
    /// Its upper edge.
    pub(super) top: f64,
    /// Number of rows.
    pub(super) rows: usize,
    /// Number of columns.
    pub(super) columns: usize,
    /// Its cells, by row, then column.
    pub(super) cells: Vec<TableCell>,
}

/// A cell, possibly merged over several positions.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TableCell {
    /// Row of its top left corner, from 0.
    pub(super) row: usize,
    /// Column of its top left corner, from 0.
    pub(super) column: usize,
    /// Rows it covers.
    pub(super) row_span: usize,
    /// Columns it covers.
    pub(super) column_span: usize,
    /// Its text, line breaks kept.
    pub(super) text: String,
}
