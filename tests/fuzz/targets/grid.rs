//! Any grid and any lines, recognised. Pieces are separated by 0xFF; the first byte of a piece says
//! what it is: `L` a line, `T` a new table, anything else a cell, whose first three bytes are its row,
//! column and spans.
#![no_main]

use jixiao::document::{Block, Document, Grid, GridCell, Line};
use jixiao::sheet::Origin;
use jixiao_fuzz::build::parts;
use jixiao_fuzz::{recognised, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    watch();
    let mut document = Document {
        file: "a.xlsx".into(),
        ..Document::default()
    };
    let mut grid = Grid::default();
    for (piece, number) in parts(data).zip(1..) {
        let origin = Origin {
            line: number,
            ..Origin::default()
        };
        match piece {
            [b'L', text @ ..] => {
                finish(&mut document, &mut grid);
                let text = String::from_utf8_lossy(text).into_owned();
                document.blocks.push(Block::Line(Line { text, origin }));
            }
            [b'T', ..] => finish(&mut document, &mut grid),
            [row, column, spans, text @ ..] => {
                let cell = GridCell {
                    row: usize::from(*row),
                    column: usize::from(*column),
                    row_span: usize::from(spans >> 4).max(1),
                    column_span: usize::from(spans & 15).max(1),
                    text: String::from_utf8_lossy(text).into_owned(),
                    origin,
                };
                grid.rows = grid.rows.max(cell.row + cell.row_span);
                grid.columns = grid.columns.max(cell.column + cell.column_span);
                grid.cells.push(cell);
            }
            _ => {}
        }
    }
    finish(&mut document, &mut grid);
    recognised(&document);
});

fn finish(document: &mut Document, grid: &mut Grid) {
    let mut grid = std::mem::take(grid);
    if grid.cells.is_empty() {
        return;
    }
    grid.cells.sort_by_key(|cell| (cell.row, cell.column));
    document.blocks.push(Block::Table(grid));
}
