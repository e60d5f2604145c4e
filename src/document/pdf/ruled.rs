//! Tables drawn with lines: ruling lines to cells, merged ones included.

use pdfplumber::{
    BBox, Edge, EdgeSource, Orientation, Table, cells_to_tables, edges_to_cells,
    edges_to_intersections, join_edge_group, snap_edges,
};

use super::glyph::Glyph;
use super::limits::{MOST_CROSSINGS, MOST_POSITIONS, MOST_RULES};
use super::table::{PageTable, TableCell};
use super::text::cell as text_of_cell;

/// Points within which lines count as one, and as touching.
const TOLERANCE: f64 = 3.0;

/// Points below which a line is the end of a thick one.
const SHORTEST: f64 = 1.0;

/// More ruling lines than are looked at.
#[derive(Debug)]
pub(super) struct TooManyRules;

/// The ruled tables of a page, from top to bottom, and the characters outside them.
///
/// # Errors
/// [`TooManyRules`] for a drawing rather than a form.
pub(super) fn tables(
    edges: Vec<Edge>,
    glyphs: &[Glyph],
) -> Result<(Vec<PageTable>, Vec<&Glyph>), TooManyRules> {
    let mut outside: Vec<&Glyph> = glyphs.iter().collect();
    let mut tables = Vec::new();
    for table in ruled(edges)? {
        let places = Places::of(&table);
        if places.rows() * places.columns() > MOST_POSITIONS {
            return Err(TooManyRules);
        }
        let (table, rest) = filled(&table, &places, &outside);
        if table.cells.iter().any(|cell| !cell.text.is_empty()) {
            outside = rest;
            tables.push(table);
        }
    }
    Ok((tables, outside))
}

/// The library's steps one by one, so that their number stays bounded and open sides can be closed.
fn ruled(mut edges: Vec<Edge>) -> Result<Vec<Table>, TooManyRules> {
    // Polygons count: some programs rule with long thin trapezoids.
    edges.retain(|edge| {
        edge.orientation != Orientation::Diagonal
            && [edge.x0, edge.x1, edge.top, edge.bottom]
                .into_iter()
                .all(f64::is_finite)
            && length(edge) >= SHORTEST
    });
    if edges.len() > MOST_RULES {
        return Err(TooManyRules);
    }
    let edges = snap_edges(edges, TOLERANCE, TOLERANCE);
    let mut edges = join_edge_group(edges, TOLERANCE, TOLERANCE);
    edges.retain(|edge| length(edge) >= TOLERANCE);
    let (across, down): (Vec<&Edge>, Vec<&Edge>) = edges
        .iter()
        .partition(|edge| edge.orientation == Orientation::Horizontal);
    if across.len().saturating_mul(down.len()) > MOST_CROSSINGS * 500 {
        return Err(TooManyRules);
    }
    let mut closing = closing(&across, &down);
    edges.append(&mut closing);
    let crossings = edges_to_intersections(&edges, TOLERANCE, TOLERANCE);
    if crossings.len() > MOST_CROSSINGS {
        return Err(TooManyRules);
    }
    Ok(cells_to_tables(edges_to_cells(
        &crossings, &edges, TOLERANCE, TOLERANCE,
    )))
}

fn length(edge: &Edge) -> f64 {
    (edge.x1 - edge.x0)
        .abs()
        .max((edge.bottom - edge.top).abs())
}

/// Lines for sides that were left open: at a page break many programs draw neither the bottom of the
/// last row nor the top of the next one; tables in reports often lack their left and right side.
fn closing(across: &[&Edge], down: &[&Edge]) -> Vec<Edge> {
    let mut closing = Vec::new();
    for end in [|edge: &Edge| edge.top, |edge: &Edge| edge.bottom] {
        for (place, group) in groups(down, end) {
            let start = group.iter().map(|edge| edge.x0).fold(f64::MAX, f64::min);
            let stop = group.iter().map(|edge| edge.x0).fold(f64::MIN, f64::max);
            let is_closed = across
                .iter()
                .any(|edge| near(edge.top, place) && edge.x0 < stop && edge.x1 > start);
            let crossed = across.iter().any(|edge| {
                edge.x0 < stop
                    && edge.x1 > start
                    && group.iter().any(|down| spans_y(down, edge.top))
            });
            if !is_closed && crossed {
                closing.push(edge(
                    BBox::new(start, place, stop, place),
                    Orientation::Horizontal,
                ));
            }
        }
    }
    for end in [|edge: &Edge| edge.x0, |edge: &Edge| edge.x1] {
        for (place, group) in groups(across, end) {
            let start = group.iter().map(|edge| edge.top).fold(f64::MAX, f64::min);
            let stop = group.iter().map(|edge| edge.top).fold(f64::MIN, f64::max);
            let is_closed = down
                .iter()
                .any(|edge| near(edge.x0, place) && edge.top < stop && edge.bottom > start);
            let crossed = down.iter().any(|edge| {
                edge.top < stop
                    && edge.bottom > start
                    && group.iter().any(|across| spans_x(across, edge.x0))
            });
            if !is_closed && crossed {
                closing.push(edge(
                    BBox::new(place, start, place, stop),
                    Orientation::Vertical,
                ));
            }
        }
    }
    closing
}

/// Lines that end at one place, where at least two do.
fn groups<'e>(edges: &[&'e Edge], end: fn(&Edge) -> f64) -> Vec<(f64, Vec<&'e Edge>)> {
    let mut sorted: Vec<&Edge> = edges.to_vec();
    sorted.sort_by(|one, other| end(one).total_cmp(&end(other)));
    let mut groups: Vec<(f64, Vec<&Edge>)> = Vec::new();
    for edge in sorted {
        match groups.last_mut() {
            Some((place, group)) if near(*place, end(edge)) => group.push(edge),
            _ => groups.push((end(edge), vec![edge])),
        }
    }
    groups.retain(|(_, group)| group.len() >= 2);
    groups
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= TOLERANCE
}

fn spans_x(edge: &Edge, x: f64) -> bool {
    edge.x0 - TOLERANCE <= x && x <= edge.x1 + TOLERANCE
}

fn spans_y(edge: &Edge, y: f64) -> bool {
    edge.top - TOLERANCE <= y && y <= edge.bottom + TOLERANCE
}

fn edge(bbox: BBox, orientation: Orientation) -> Edge {
    Edge {
        x0: bbox.x0,
        top: bbox.top,
        x1: bbox.x1,
        bottom: bbox.bottom,
        orientation,
        source: EdgeSource::Explicit,
    }
}

/// Where the columns and rows of a table begin and end.
struct Places {
    xs: Vec<f64>,
    ys: Vec<f64>,
}

impl Places {
    fn of(table: &Table) -> Places {
        let boxes = || table.cells.iter().map(|cell| cell.bbox);
        Places {
            xs: distinct(boxes().flat_map(|bbox| [bbox.x0, bbox.x1])),
            ys: distinct(boxes().flat_map(|bbox| [bbox.top, bbox.bottom])),
        }
    }

    fn rows(&self) -> usize {
        self.ys.len().saturating_sub(1)
    }

    fn columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }
}

fn distinct(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.dedup_by(|again, first| near(*again, *first));
    values
}

/// The number of the place at or before a coordinate.
fn index(places: &[f64], value: f64) -> usize {
    places
        .partition_point(|place| *place <= value + TOLERANCE)
        .saturating_sub(1)
}

/// The interval a point lies in.
fn interval(places: &[f64], value: f64) -> Option<usize> {
    let after = places.partition_point(|place| *place <= value);
    (after > 0 && after < places.len()).then(|| after - 1)
}

/// Puts every character into the cell its middle lies in; the others are left over.
fn filled<'g>(table: &Table, places: &Places, glyphs: &[&'g Glyph]) -> (PageTable, Vec<&'g Glyph>) {
    let (rows, columns) = (places.rows(), places.columns());
    let mut cells = Vec::with_capacity(table.cells.len());
    let mut owner = vec![usize::MAX; rows * columns];
    for cell in &table.cells {
        let row = index(&places.ys, cell.bbox.top);
        let column = index(&places.xs, cell.bbox.x0);
        let row_span = index(&places.ys, cell.bbox.bottom)
            .saturating_sub(row)
            .max(1);
        let column_span = index(&places.xs, cell.bbox.x1)
            .saturating_sub(column)
            .max(1);
        // Two cells at one place can only come from lines closer than the tolerance.
        if row >= rows || column >= columns || owner[row * columns + column] != usize::MAX {
            continue;
        }
        for y in row..(row + row_span).min(rows) {
            for x in column..(column + column_span).min(columns) {
                owner[y * columns + x] = cells.len();
            }
        }
        cells.push(TableCell {
            row,
            column,
            row_span,
            column_span,
            text: String::new(),
        });
    }
    let mut texts: Vec<Vec<&Glyph>> = vec![Vec::new(); cells.len()];
    let mut outside = Vec::new();
    for &glyph in glyphs {
        let (x, y) = glyph.centre();
        let place = interval(&places.ys, y).zip(interval(&places.xs, x));
        let owner = place.and_then(|(row, column)| owner.get(row * columns + column));
        match owner.and_then(|owner| texts.get_mut(*owner)) {
            Some(text) => text.push(glyph),
            None => outside.push(glyph),
        }
    }
    for (cell, text) in cells.iter_mut().zip(texts) {
        let last = (cell.column + cell.column_span).min(columns);
        let width = places.xs[last] - places.xs[cell.column];
        cell.text = text_of_cell(text, width);
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let table = PageTable {
        top: table.bbox.top,
        rows,
        columns,
        cells,
    };
    (table, outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(across: &[(f64, f64, f64)], down: &[(f64, f64, f64)]) -> Vec<Edge> {
        let across = across
            .iter()
            .map(|&(y, x0, x1)| edge(BBox::new(x0, y, x1, y), Orientation::Horizontal));
        let down = down
            .iter()
            .map(|&(x, top, bottom)| edge(BBox::new(x, top, x, bottom), Orientation::Vertical));
        across.chain(down).collect()
    }

    fn shape(edges: Vec<Edge>) -> Vec<[usize; 4]> {
        let tables = ruled(edges).unwrap();
        assert!(tables.len() <= 1);
        tables.first().map_or_else(Vec::new, |table| {
            let (filled, _) = filled(table, &Places::of(table), &[]);
            let shape = |cell: &TableCell| [cell.row, cell.column, cell.row_span, cell.column_span];
            filled.cells.iter().map(shape).collect()
        })
    }

    #[test]
    fn merged_cells_are_cells_that_span() {
        let edges = rules(
            &[(0.0, 0.0, 90.0), (20.0, 30.0, 90.0), (40.0, 0.0, 90.0)],
            &[
                (0.0, 0.0, 40.0),
                (30.0, 0.0, 40.0),
                (60.0, 20.0, 40.0),
                (90.0, 0.0, 40.0),
            ],
        );
        let expected = vec![[0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1]];
        assert_eq!(shape(edges), expected);
    }

    #[test]
    fn open_sides_are_closed() {
        // No bottom: cut by a page break.
        let open_below = rules(
            &[(0.0, 0.0, 60.0), (20.0, 0.0, 60.0)],
            &[(0.0, 0.0, 40.0), (30.0, 0.0, 40.0), (60.0, 0.0, 40.0)],
        );
        let four = vec![[0, 0, 1, 1], [0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1]];
        assert_eq!(shape(open_below), four);
        // No left and right side.
        let open_beside = rules(
            &[(0.0, 0.0, 60.0), (20.0, 0.0, 60.0), (40.0, 0.0, 60.0)],
            &[(30.0, 0.0, 40.0)],
        );
        assert_eq!(shape(open_beside), four);
        // Rules between paragraphs are no table.
        let between = rules(&[(0.0, 0.0, 60.0), (20.0, 0.0, 60.0)], &[]);
        assert!(shape(between).is_empty());
    }

    #[test]
    fn a_drawing_is_refused() {
        let many: Vec<(f64, f64, f64)> = (0..400)
            .map(|n| (f64::from(n) * 4.0, 0.0, 1600.0))
            .collect();
        assert!(ruled(rules(&many, &many)).is_err());
    }
}
