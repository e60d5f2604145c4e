//! Cells found one by one, put together to a grid.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::limits::{Budget, MOST_CELLS, MOST_COLUMNS, MOST_POSITIONS, refusal};
use crate::document::{Grid, GridCell, ProblemKind};
use crate::sheet::Origin;
use crate::words::office as words;

/// Rows a merged region may reach below the last row that begins a cell.
const ROWS_BELOW: usize = 1_000;
/// Columns a merged region may reach beside the last column that begins a cell.
const COLUMNS_BESIDE: usize = 100;
/// The most merged regions of one table.
pub(super) const MOST_REGIONS: usize = 65_536;

/// The cells of one table at their absolute positions, from 0.
#[derive(Debug, Default)]
pub(super) struct Layout {
    cells: Vec<Placed>,
}

/// One cell.
#[derive(Debug)]
pub(super) struct Placed {
    /// Row of its top left corner.
    pub(super) row: usize,
    /// Column of its top left corner.
    pub(super) column: usize,
    /// Rows it covers.
    pub(super) row_span: usize,
    /// Columns it covers.
    pub(super) column_span: usize,
    /// Its text.
    pub(super) text: String,
}

/// A merged region: first and last row and column, from 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Region {
    /// First row.
    pub(super) top: usize,
    /// First column.
    pub(super) left: usize,
    /// Last row.
    pub(super) bottom: usize,
    /// Last column.
    pub(super) right: usize,
}

impl Layout {
    /// Adds a cell and gives its index. Cells without text count too: a table of empty cells is as large.
    ///
    /// # Errors
    /// The table or the file is too large.
    pub(super) fn add(&mut self, cell: Placed, budget: &mut Budget) -> Result<usize, ProblemKind> {
        if cell.column >= MOST_COLUMNS {
            return Err(refusal(
                |lang| words::too_wide(lang, MOST_COLUMNS),
                words::split_help,
            ));
        }
        if self.cells.len() >= MOST_CELLS {
            return Err(refusal(
                |lang| words::too_many_cells(lang, MOST_CELLS),
                words::split_help,
            ));
        }
        budget.take(cell.text.len())?;
        self.cells.push(cell);
        Ok(self.cells.len() - 1)
    }

    /// A cell that was added.
    pub(super) fn cell_mut(&mut self, index: usize) -> Option<&mut Placed> {
        self.cells.get_mut(index)
    }

    /// How many of the given rows, in ascending order, hold a cell.
    pub(super) fn filled_among(&self, rows: &[u16]) -> usize {
        let mut filled: Vec<u16> = self
            .cells
            .iter()
            .filter_map(|cell| u16::try_from(cell.row).ok())
            .filter(|row| rows.binary_search(row).is_ok())
            .collect();
        filled.sort_unstable();
        filled.dedup();
        filled.len()
    }

    /// Gives cells their merged regions: the cell in the top left corner of a region spans it, the other
    /// cells in it are dropped, as a spreadsheet does not show them. Of overlapping regions the first counts.
    pub(super) fn merge(&mut self, mut regions: Vec<Region>) {
        regions.sort_by_key(|region| (region.top, region.left));
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        let mut regions = regions.into_iter().peekable();
        // Regions that begin above, by their first column; their columns do not overlap.
        let mut open: BTreeMap<usize, Region> = BTreeMap::new();
        self.cells.retain_mut(|cell| {
            while let Some(region) = regions.next_if(|region| region.top <= cell.row) {
                if region.bottom < region.top || region.right < region.left {
                    continue;
                }
                // What is open does not overlap, so the last one that begins before its end decides.
                // One that ended above makes room; every one does so once.
                let clashes = loop {
                    let Some((&left, other)) = open.range(..=region.right).next_back() else {
                        break false;
                    };
                    if other.right < region.left {
                        break false;
                    }
                    if other.bottom >= region.top {
                        break true;
                    }
                    open.remove(&left);
                };
                if !clashes {
                    open.insert(region.left, region);
                }
            }
            let Some((_, region)) = open.range(..=cell.column).next_back() else {
                return true;
            };
            if region.right < cell.column || region.bottom < cell.row {
                return true;
            }
            cell.row_span = region.bottom - region.top + 1;
            cell.column_span = region.right - region.left + 1;
            (cell.row, cell.column) == (region.top, region.left)
        });
    }

    /// The grid without its empty margins; `None` when no cell has text. `address` names a cell by its
    /// absolute position.
    ///
    /// Cells without text are left out unless they span several positions inside the grid.
    ///
    /// # Errors
    /// The cells are too far apart.
    pub(super) fn finish(
        mut self,
        name: String,
        file: &Arc<str>,
        address: impl Fn(usize, usize) -> String,
    ) -> Result<Option<Grid>, ProblemKind> {
        for cell in &mut self.cells {
            cell.text = tidy(&cell.text);
        }
        let filled = || self.cells.iter().filter(|cell| !cell.text.is_empty());
        let (Some(top), Some(left)) = (
            filled().map(|cell| cell.row).min(),
            filled().map(|cell| cell.column).min(),
        ) else {
            return Ok(None);
        };
        let end = |start: usize, span: usize| start.saturating_add(span.max(1));
        // A region merged to the end of the sheet does not make the table that large.
        let rows = self.cells.iter().map(|cell| end(cell.row, 1 + ROWS_BELOW));
        let columns = self
            .cells
            .iter()
            .map(|cell| end(cell.column, 1 + COLUMNS_BESIDE));
        let (most_rows, most_columns) = (rows.max().unwrap_or(0), columns.max().unwrap_or(0));
        let bottom = filled()
            .map(|cell| end(cell.row, cell.row_span).min(most_rows))
            .max()
            .unwrap_or(top + 1);
        let right = filled()
            .map(|cell| end(cell.column, cell.column_span).min(most_columns))
            .max()
            .unwrap_or(left + 1);
        let (rows, columns) = (bottom - top, right - left);
        if rows.saturating_mul(columns) > MOST_POSITIONS {
            return Err(refusal(words::too_spread, words::split_help));
        }
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        let cells = self.cells.into_iter().filter_map(|cell| {
            let (row, column) = (cell.row.max(top), cell.column.max(left));
            let row_span = end(cell.row, cell.row_span).min(bottom).checked_sub(row)?;
            let column_span = end(cell.column, cell.column_span)
                .min(right)
                .checked_sub(column)?;
            let is_merged = row_span * column_span > 1;
            if row_span == 0 || column_span == 0 || (cell.text.is_empty() && !is_merged) {
                return None;
            }
            Some(GridCell {
                row: row - top,
                column: column - left,
                row_span,
                column_span,
                text: cell.text,
                origin: Origin {
                    file: Arc::clone(file),
                    cell: Some(address(cell.row, cell.column).into()),
                    ..Origin::default()
                },
            })
        });
        Ok(Some(Grid {
            name,
            page: None,
            rows,
            columns,
            cells: cells.collect(),
        }))
    }
}

/// Line ends as `\n`, control characters gone, no white space around.
pub(super) fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

/// The address of a position in a spreadsheet: `C7` for row 6, column 2.
pub(super) fn spreadsheet_address(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.iter().rev().collect();
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(texts: &[(usize, usize, &str)]) -> Layout {
        let (mut layout, mut budget) = (Layout::default(), Budget::default());
        for &(row, column, text) in texts {
            let cell = Placed {
                row,
                column,
                row_span: 1,
                column_span: 1,
                text: text.to_owned(),
            };
            layout.add(cell, &mut budget).unwrap();
        }
        layout
    }

    fn grid(layout: Layout) -> Grid {
        layout
            .finish("Sheet1".to_owned(), &"a.xlsx".into(), spreadsheet_address)
            .unwrap()
            .unwrap()
    }

    #[test]
    fn margins_go_and_addresses_stay() {
        let grid = grid(layout(&[
            (0, 0, " "),
            (6, 2, "分值\r\n（分）"),
            (7, 3, "10"),
        ]));
        assert_eq!((grid.rows, grid.columns), (2, 2));
        assert_eq!(grid.text(0, 0), "分值\n（分）");
        assert_eq!(grid.cells[0].origin.cell.as_deref(), Some("C7"));
        assert_eq!(grid.text(1, 1), "10");
        assert_eq!(spreadsheet_address(0, 701), "ZZ1");
        assert_eq!(spreadsheet_address(1_048_575, 16_383), "XFD1048576");
    }

    #[test]
    fn a_region_is_one_cell_and_the_first_of_two_counts() {
        let region = |top, left, bottom, right| Region {
            top,
            left,
            bottom,
            right,
        };
        let mut layout = layout(&[
            (0, 0, "产出"),
            (1, 0, "covered"),
            (0, 1, "数量"),
            (2, 1, "质量"),
            (3, 0, "总分"),
        ]);
        layout.merge(vec![
            region(1, 0, 1, 1),
            region(0, 0, 2, 0),
            region(3, 0, 9, 1),
        ]);
        let grid = grid(layout);
        let spans: Vec<_> = grid
            .cells
            .iter()
            .map(|cell| (cell.text.as_str(), cell.row_span, cell.column_span))
            .collect();
        assert_eq!(
            spans,
            [
                ("产出", 3, 1),
                ("数量", 1, 1),
                ("质量", 1, 1),
                ("总分", 7, 2)
            ]
        );
    }

    #[test]
    fn regions_that_never_end_cost_no_more_than_others() {
        let start = std::time::Instant::now();
        let mut layout = layout(&[(0, 0, "a"), (70_000, 3, "b"), (70_000, 9_999, "c")]);
        let stairs = (0..MOST_REGIONS).map(|step| Region {
            top: step,
            left: step,
            bottom: 80_000,
            right: step,
        });
        layout.merge(stairs.collect());
        let texts: Vec<_> = layout.cells.iter().map(|cell| &*cell.text).collect();
        assert_eq!(texts, ["a"]);
        assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
    }

    #[test]
    fn far_corners_are_refused() {
        let layout = layout(&[(0, 0, "a"), (1_048_575, 16_383, "b")]);
        let grid = layout.finish(String::new(), &"a.xlsx".into(), spreadsheet_address);
        assert!(grid.is_err());
    }
}
