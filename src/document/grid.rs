//! What every document reader delivers: the text and tables of a document in reading order, each cell
//! at its absolute position, each with its place in the file.

use std::sync::Arc;

use crate::sheet::Origin;

/// A document as read, before anything is recognised in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The file as the user named it.
    pub file: Arc<str>,
    /// SHA-256 of its bytes, lower-case hex.
    pub sha256: String,
    /// Text and tables in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// One paragraph or line outside any table.
    Line(Line),
    /// A table.
    Table(Grid),
}

/// A paragraph or line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where it stands.
    pub origin: Origin,
}

/// 网格: a table as it stands on the page or sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// Name of the worksheet, or the table's number in the document ("表3").
    pub name: String,
    /// Page it begins on, from 1, where the format has pages.
    pub page: Option<u32>,
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
    /// Its cells, by row, then column; merged cells once, at their top left corner. Positions without a
    /// cell are empty.
    pub cells: Vec<GridCell>,
}

/// 单元格: one cell, possibly merged over several positions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridCell {
    /// Row of its top left corner, from 0.
    pub row: usize,
    /// Column of its top left corner, from 0.
    pub column: usize,
    /// Rows it covers, at least 1.
    pub row_span: usize,
    /// Columns it covers, at least 1.
    pub column_span: usize,
    /// Its text as shown to a person (a number with its number format: 93.66%, 2300); line breaks kept.
    pub text: String,
    /// Its place: cell address (`Sheet1!C7`, `表3!R2C4`) or line.
    pub origin: Origin,
}

impl Grid {
    /// The cell that covers a position. Quick where a cell begins; a position without a cell costs a look
    /// at all cells before it, which may span to it.
    pub fn at(&self, row: usize, column: usize) -> Option<&GridCell> {
        let begun = self
            .cells
            .partition_point(|cell| (cell.row, cell.column) <= (row, column));
        self.cells[..begun].iter().rev().find(|cell| {
            (cell.row..cell.row + cell.row_span).contains(&row)
                && (cell.column..cell.column + cell.column_span).contains(&column)
        })
    }

    /// The text at a position, "" where there is no cell.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.at(row, column).map_or("", |cell| cell.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: usize, column: usize, row_span: usize, column_span: usize) -> GridCell {
        GridCell {
            row,
            column,
            row_span,
            column_span,
            text: format!("{row},{column}"),
            ..GridCell::default()
        }
    }

    #[test]
    fn a_position_belongs_to_the_cell_that_covers_it() {
        let grid = Grid {
            rows: 3,
            columns: 3,
            cells: vec![
                cell(0, 0, 2, 1),
                cell(0, 1, 1, 2),
                cell(1, 2, 1, 1),
                cell(2, 0, 1, 2),
            ],
            ..Grid::default()
        };
        let texts = (0..3).map(|row| [0, 1, 2].map(|column| grid.text(row, column)));
        assert_eq!(
            texts.collect::<Vec<_>>(),
            [
                ["0,0", "0,1", "0,1"],
                ["0,0", "", "1,2"],
                ["2,0", "2,0", ""]
            ]
        );
        assert_eq!(grid.at(3, 0), None);
    }
}
