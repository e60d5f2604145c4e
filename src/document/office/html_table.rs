//! A table of a web page while it is read, and text with the white space of web pages.

use std::sync::Arc;

use super::layout::{Layout, Placed};
use super::limits::{Budget, MOST_COLUMNS};
use crate::document::{Block, ProblemKind};

/// As many columns as a browser lets a cell span.
const MOST_COLUMN_SPAN: usize = 1_000;
/// As many rows as a browser lets a cell span.
const MOST_ROW_SPAN: usize = 65_534;

/// The table.
pub(super) struct HtmlTable {
    number: usize,
    layout: Layout,
    row: usize,
    in_row: bool,
    column: usize,
    /// For every column the first row that no cell from above covers.
    free_from: Vec<usize>,
    /// Cells that may reach below the current row group.
    long: Vec<usize>,
    cell: Option<Cell>,
    /// Inside its caption.
    pub(super) in_caption: bool,
    /// The caption, and text that stands between cells: browsers show both above the table.
    before: CellText,
    nested: Vec<Block>,
}

struct Cell {
    row_span: Option<usize>,
    column_span: Option<usize>,
    text: CellText,
}

impl HtmlTable {
    /// A table without rows; `number` is its place on the page, from 1.
    pub(super) fn new(number: usize) -> HtmlTable {
        HtmlTable {
            number,
            layout: Layout::default(),
            row: 0,
            in_row: false,
            column: 0,
            free_from: Vec::new(),
            long: Vec::new(),
            cell: None,
            in_caption: false,
            before: CellText::default(),
            nested: Vec::new(),
        }
    }

    /// Whether one of its cells, or its caption, is open.
    pub(super) fn is_in_cell(&self) -> bool {
        self.cell.is_some() || self.in_caption
    }

    /// Where text goes.
    pub(super) fn target(&mut self) -> &mut CellText {
        match &mut self.cell {
            Some(cell) => &mut cell.text,
            None => &mut self.before,
        }
    }

    /// A line of its own.
    pub(super) fn write_line(&mut self, text: &str) {
        if !text.is_empty() {
            let target = self.target();
            target.paragraph_break();
            target.write(text, true);
            target.paragraph_break();
        }
    }

    /// Tables nested in the current cell.
    pub(super) fn nest(&mut self, blocks: Vec<Block>) {
        self.nested.extend(blocks);
        // Text behind a nested table is not that before it.
        self.target().paragraph_break();
    }

    /// A row begins; the one before has ended.
    pub(super) fn begin_row(&mut self) {
        self.in_caption = false;
        self.in_row = true;
        self.column = 0;
    }

    /// The row ends, if there is one.
    pub(super) fn end_row(&mut self) {
        if std::mem::take(&mut self.in_row) {
            self.row += 1;
        }
    }

    /// A row group ends: no cell reaches beyond it.
    pub(super) fn end_group(&mut self) {
        self.free_from.clear();
        for index in std::mem::take(&mut self.long) {
            if let Some(cell) = self.layout.cell_mut(index) {
                cell.row_span = cell.row_span.min(self.row.saturating_sub(cell.row)).max(1);
            }
        }
    }

    /// A cell begins, in a row of its own if none is open.
    pub(super) fn begin_cell(&mut self, row_span: Option<usize>, column_span: Option<usize>) {
        if !self.in_row {
            self.begin_row();
        }
        self.in_caption = false;
        self.cell = Some(Cell {
            row_span,
            column_span,
            text: CellText::default(),
        });
    }

    /// The cell ends, if there is one.
    ///
    /// # Errors
    /// The table or the page is too large.
    pub(super) fn end_cell(&mut self, budget: &mut Budget) -> Result<(), ProblemKind> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        while self.covered(self.column) {
            self.column += 1;
        }
        let wanted = cell.column_span.unwrap_or(1).clamp(1, MOST_COLUMN_SPAN);
        // Cells never overlap: a cell from above ends the span.
        let column_span = (1..wanted)
            .find(|offset| self.covered(self.column + offset))
            .unwrap_or(wanted);
        let row_span = match cell.row_span {
            // To the end of the row group.
            Some(0) => MOST_ROW_SPAN,
            Some(rows) => rows.min(MOST_ROW_SPAN),
            None => 1,
        };
        let placed = Placed {
            row: self.row,
            column: self.column,
            row_span,
            column_span,
            text: cell.text.finish(),
        };
        let index = self.layout.add(placed, budget)?;
        let behind = (self.column + column_span).min(MOST_COLUMNS);
        if row_span > 1 {
            self.long.push(index);
            if self.free_from.len() < behind {
                self.free_from.resize(behind, 0);
            }
            if let Some(columns) = self.free_from.get_mut(self.column..behind) {
                columns.fill(self.row + row_span);
            }
        }
        self.column = behind;
        Ok(())
    }

    fn covered(&self, column: usize) -> bool {
        self.free_from
            .get(column)
            .is_some_and(|&row| row > self.row)
    }

    /// The lines above the table; the table, unless it is empty, and the tables nested in it. Its cell and
    /// row have ended.
    ///
    /// # Errors
    /// It is too large.
    pub(super) fn finish(mut self, file: &Arc<str>) -> Result<(String, Vec<Block>), ProblemKind> {
        self.end_group();
        let name = format!("表{}", self.number);
        let address = |row, column| format!("{name}!R{}C{}", row + 1, column + 1);
        let grid = self.layout.finish(name.clone(), file, address)?;
        let blocks = grid.map(Block::Table).into_iter();
        Ok((self.before.finish(), blocks.chain(self.nested).collect()))
    }
}

/// Text in which white space counts as one space, and none at the ends of lines.
#[derive(Default)]
pub(super) struct CellText {
    text: String,
    space: bool,
}

impl CellText {
    /// Adds text; white space is kept if `preformatted`.
    pub(super) fn write(&mut self, text: &str, preformatted: bool) {
        for c in text.chars() {
            if preformatted {
                self.push(c);
            } else if c.is_ascii_whitespace() {
                self.space = true;
            } else if c == '\u{a0}' {
                self.push(' ');
            } else {
                self.push(c);
            }
        }
    }

    fn push(&mut self, c: char) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        self.text.push(c);
    }

    /// `<br>`
    pub(super) fn line_break(&mut self) {
        self.space = false;
        self.text.push('\n');
    }

    /// A new line, unless one has just begun.
    pub(super) fn paragraph_break(&mut self) {
        self.space = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The text without white space around it.
    pub(super) fn finish(self) -> String {
        self.text.trim().to_owned()
    }
}
