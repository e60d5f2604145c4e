//! A table of a .docx while it is read.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layout::{Layout, Placed};
use super::limits::{Budget, MOST_COLUMNS};
use super::word_flow::Flow;
use crate::document::{Block, ProblemKind};

/// The table: where the next cell goes, and what the row above left open.
#[derive(Debug)]
pub(super) struct WordTable {
    /// Its place among the tables of the document, from 1.
    number: usize,
    layout: Layout,
    row: usize,
    column: usize,
    /// Cells of the row above that may go on below, by column.
    above: BTreeMap<usize, usize>,
    /// The same for the current row.
    open: BTreeMap<usize, usize>,
    /// The last cell of the row, for `hMerge`.
    last: Option<usize>,
    deleted: bool,
    cell: CellProperties,
    /// Tables nested in cells: they follow this one.
    nested: Vec<Block>,
}

/// What the properties of the current cell say.
#[derive(Debug, Default)]
struct CellProperties {
    columns: usize,
    /// `w:vMerge`: `Some(true)` for a cell that goes on from above.
    above: Option<bool>,
    /// `w:hMerge`: `true` for a cell that goes on from the left.
    left: bool,
}

impl WordTable {
    /// A table without rows.
    pub(super) fn new(number: usize) -> WordTable {
        WordTable {
            number,
            layout: Layout::default(),
            row: 0,
            column: 0,
            above: BTreeMap::new(),
            open: BTreeMap::new(),
            last: None,
            deleted: false,
            cell: CellProperties::default(),
            nested: Vec::new(),
        }
    }

    /// A row begins.
    pub(super) fn begin_row(&mut self) {
        self.column = 0;
        self.open.clear();
        self.last = None;
        self.deleted = false;
    }

    /// The row was deleted under revision.
    pub(super) fn delete_row(&mut self) {
        self.deleted = true;
    }

    /// The row begins further right.
    pub(super) fn skip_columns(&mut self, columns: usize) {
        self.column = columns.min(MOST_COLUMNS);
    }

    /// The row ends.
    pub(super) fn end_row(&mut self) {
        if self.deleted {
            return;
        }
        self.above = std::mem::take(&mut self.open);
        self.row += 1;
    }

    /// A cell begins.
    pub(super) fn begin_cell(&mut self) {
        self.cell = CellProperties {
            columns: 1,
            ..CellProperties::default()
        };
    }

    /// Columns of the current cell.
    pub(super) fn cell_columns(&mut self, columns: usize) {
        self.cell.columns = columns.clamp(1, MOST_COLUMNS);
    }

    /// Whether the current cell goes on from above, or begins a merged one.
    pub(super) fn cell_continues_above(&mut self, goes_on: bool) {
        self.cell.above = Some(goes_on);
    }

    /// Whether the current cell goes on from the left.
    pub(super) fn cell_continues_left(&mut self, goes_on: bool) {
        self.cell.left = goes_on;
    }

    /// The current cell ends.
    ///
    /// # Errors
    /// The table or the file is too large.
    pub(super) fn end_cell(&mut self, flow: Flow, budget: &mut Budget) -> Result<(), ProblemKind> {
        let cell = std::mem::take(&mut self.cell);
        let (text, nested) = flow.into_cell();
        if self.deleted {
            return Ok(());
        }
        self.nested.extend(nested);
        let column = self.column;
        self.column = column.saturating_add(cell.columns.max(1));
        if cell.left
            && let Some(left) = self.last.and_then(|index| self.layout.cell_mut(index))
        {
            left.column_span += cell.columns;
            return Ok(());
        }
        if cell.above == Some(true)
            && let Some(&index) = self.above.get(&column)
            && let Some(above) = self.layout.cell_mut(index)
        {
            above.row_span = self.row - above.row + 1;
            self.open.insert(column, index);
            self.last = None;
            return Ok(());
        }
        let placed = Placed {
            row: self.row,
            column,
            row_span: 1,
            column_span: cell.columns.max(1),
            text,
        };
        let index = self.layout.add(placed, budget)?;
        self.last = Some(index);
        if cell.above.is_some() {
            self.open.insert(column, index);
        }
        Ok(())
    }

    /// The table, unless it is empty, and the tables nested in it.
    ///
    /// # Errors
    /// It is too large.
    pub(super) fn finish(self, file: &Arc<str>) -> Result<Vec<Block>, ProblemKind> {
        let name = format!("表{}", self.number);
        let address = |row, column| format!("{name}!R{}C{}", row + 1, column + 1);
        let grid = self.layout.finish(name.clone(), file, address)?;
        let blocks = grid.map(Block::Table).into_iter();
        Ok(blocks.chain(self.nested).collect())
    }
}
