//! The rows of a grid with what stands in them.

use std::collections::BTreeMap;

use super::tidy::key;
use crate::document::{Grid, GridCell};
use crate::sheet::Origin;

/// A filled cell.
#[derive(Debug, Clone)]
pub(super) struct Cell<'d> {
    /// Its column, from 0.
    pub column: usize,
    /// Its text as read.
    pub text: &'d str,
    /// The text by which words of forms are looked up.
    pub key: String,
    /// Its place.
    pub origin: &'d Origin,
}

/// The filled cells of a row, from left to right; at least one.
#[derive(Debug, Clone)]
pub(super) struct Row<'d> {
    /// The cells.
    pub cells: Vec<Cell<'d>>,
}

/// The rows of a grid that have text in them.
pub(super) fn rows(grid: &Grid) -> Vec<Row<'_>> {
    let mut rows: BTreeMap<usize, Vec<&GridCell>> = BTreeMap::new();
    for cell in grid
        .cells
        .iter()
        .filter(|cell| !cell.text.trim().is_empty())
    {
        rows.entry(cell.row).or_default().push(cell);
    }
    rows.into_values()
        .map(|mut cells| {
            cells.sort_by_key(|cell| cell.column);
            let cells = cells.into_iter().map(|cell| Cell {
                column: cell.column,
                text: cell.text.trim(),
                key: key(&cell.text),
                origin: &cell.origin,
            });
            Row {
                cells: cells.collect(),
            }
        })
        .collect()
}

impl<'d> Row<'d> {
    /// Its first filled cell.
    pub(super) fn first(&self) -> &Cell<'d> {
        &self.cells[0]
    }

    /// Its place: that of its first filled cell.
    pub(super) fn origin(&self) -> &'d Origin {
        self.first().origin
    }

    /// Its words, for notes.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self.cells.iter().map(|cell| cell.text).collect();
        texts.join(" | ")
    }
}
