//! Which cell of a row belongs to which column.
//!
//! A row may stand a column off, lack a label, or repeat one. Of all ways to put its cells into the
//! columns of the form, in their order, the one is taken in which the contents fit and the fewest
//! cells move.

use super::content::{Content, NEVER, content, misfit};
use super::field::Field;
use super::layout::{Layout, Slot};
use super::row::Row;

/// A cell that stands beside its column.
const MOVED: u32 = 1;
/// A cell that moved another way than the cell before it.
const TURNED: u32 = 4;
/// A cell that goes into no column.
const LEFT_OUT: u32 = 15;
/// A label that says the same as the cell before it.
const REPEATED: u32 = 2;
/// A row without a name.
const NAMELESS: u32 = 6;
/// A row without any value.
const VALUELESS: u32 = 6;
/// Most cells of a row that may go into no column one after another.
const MOST_LEFT_OUT: usize = 2;
/// Most cells of a row that are considered.
const MOST_CELLS: usize = 24;

/// Where the cells of a row belong.
#[derive(Debug, Clone, Default)]
pub(super) struct Alignment {
    /// For every cell the slot it belongs to.
    pub slots: Vec<Option<usize>>,
    /// How badly the cells fit.
    pub cost: u32,
    /// How badly their contents fit the columns, moves aside.
    pub misfit: u32,
}

impl Alignment {
    /// Whether any cell was put into another column than the one it stands in.
    pub(super) fn moved(&self, row: &Row<'_>, layout: &Layout) -> bool {
        let cells = row.cells.iter().zip(&self.slots);
        let mut placed = cells.filter_map(|(cell, slot)| Some((cell, (*slot)?)));
        placed.any(|(cell, slot)| shift(cell.column, layout.slots[slot]) != 0)
    }
}

/// The best way to put the cells of a row into columns.
pub(super) fn align(row: &Row<'_>, layout: &Layout) -> Alignment {
    let cells = &row.cells[..row.cells.len().min(MOST_CELLS)];
    let contents: Vec<Content> = cells.iter().map(content).collect();
    let mut slots = in_place(row, layout, &contents).unwrap_or_else(|| {
        let table = Table::fill(row, layout, &contents);
        table.best()
    });
    let mut cost = 0;
    let mut bad = 0;
    for (index, slot) in slots.iter().enumerate() {
        match slot {
            Some(slot) => {
                bad += misfit(layout.slots[*slot].field, contents[index]);
                cost += u32::from(shift(cells[index].column, layout.slots[*slot]) != 0) * MOVED;
            }
            None => cost += left_out(row, index),
        }
    }
    slots.resize(row.cells.len(), None);
    Alignment {
        slots,
        cost: cost + bad,
        misfit: bad,
    }
}

/// The cells where they stand, if all fit there.
fn in_place(row: &Row<'_>, layout: &Layout, contents: &[Content]) -> Option<Vec<Option<usize>>> {
    let mut slots = Vec::with_capacity(contents.len());
    let mut last = None;
    for (cell, content) in row.cells.iter().zip(contents) {
        let at = layout
            .slots
            .iter()
            .position(|slot| (slot.home..slot.end).contains(&cell.column))?;
        if last.is_some_and(|last| last >= at) || misfit(layout.slots[at].field, *content) > 0 {
            return None;
        }
        last = Some(at);
        slots.push(Some(at));
    }
    let named = slots
        .iter()
        .flatten()
        .any(|at| layout.slots[*at].field == Field::Name);
    named.then_some(slots)
}

/// How far a cell stands from its column: 0 within it.
fn shift(column: usize, slot: Slot) -> i64 {
    if (slot.home..slot.end).contains(&column) {
        return 0;
    }
    let place = |at: usize| i64::try_from(at).unwrap_or(i64::MAX / 2);
    place(slot.home) - place(column)
}

/// The cost of a cell that goes into no column.
fn left_out(row: &Row<'_>, index: usize) -> u32 {
    let Some(before) = index.checked_sub(1) else {
        return LEFT_OUT;
    };
    let (cell, before) = (&row.cells[index], &row.cells[before]);
    let same = !cell.key.is_empty() && cell.key == before.key;
    if same && super::LEXICON.label(&cell.key).is_some() {
        REPEATED
    } else {
        LEFT_OUT
    }
}

/// Least costs of all beginnings of a row.
struct Table {
    columns: usize,
    /// For the cell and the slot it is put into: the cost so far, and the cell and slot before.
    entries: Vec<(u32, Option<(usize, usize)>)>,
    /// The cost of what follows a cell and slot that are the last.
    ends: Vec<u32>,
}

impl Table {
    fn fill(row: &Row<'_>, layout: &Layout, contents: &[Content]) -> Table {
        let columns = layout.slots.len();
        let name = layout
            .slots
            .iter()
            .position(|slot| slot.field == Field::Name);
        let is_value = |slot: usize| layout.slots[slot].field.is_value();
        let mut table = Table {
            columns,
            entries: vec![(u32::MAX, None); contents.len() * columns],
            ends: vec![0; contents.len() * columns],
        };
        // Names and values that are passed over cost once, when their place is passed.
        let passed = |from: Option<usize>, to: usize| {
            let nameless = name.is_some_and(|name| name < to && from.is_none_or(|at| at < name));
            u32::from(nameless) * NAMELESS
        };
        let dropped: Vec<u32> = (0..contents.len()).map(|at| left_out(row, at)).collect();
        for (cell, content) in contents.iter().enumerate() {
            for slot in 0..columns {
                let moved = shift(row.cells[cell].column, layout.slots[slot]);
                let own =
                    misfit(layout.slots[slot].field, *content) + u32::from(moved != 0) * MOVED;
                let turned = |from: i64| u32::from(from != moved) * TURNED;
                let skipped: u32 = dropped[..cell].iter().sum();
                let mut best = (skipped + own + turned(0) + passed(None, slot), None);
                let nearest = cell.saturating_sub(MOST_LEFT_OUT + 1);
                for before in nearest..cell {
                    let skipped: u32 = dropped[before + 1..cell].iter().sum();
                    for from in 0..slot {
                        let (cost, _) = table.entries[before * columns + from];
                        let last = shift(row.cells[before].column, layout.slots[from]);
                        let cost = cost
                            .saturating_add(skipped + own + turned(last))
                            .saturating_add(passed(Some(from), slot));
                        if cost < best.0 {
                            best = (cost, Some((before, from)));
                        }
                    }
                }
                table.entries[cell * columns + slot] = best;
                let rest: u32 = dropped[cell + 1..].iter().sum();
                let valueless = (slot..columns).any(is_value) && !is_value(slot);
                table.ends[cell * columns + slot] =
                    rest + passed(Some(slot), columns) + u32::from(valueless) * VALUELESS;
            }
        }
        table
    }

    fn best(&self) -> Vec<Option<usize>> {
        let cells = self.entries.len().checked_div(self.columns).unwrap_or(0);
        let mut slots = vec![None; cells];
        let whole = |at: &usize| self.entries[*at].0.saturating_add(self.ends[*at]);
        let mut at = (0..self.entries.len())
            .min_by_key(whole)
            .map(|at| (at / self.columns, at % self.columns));
        while let Some((cell, slot)) = at {
            slots[cell] = Some(slot);
            at = self.entries[cell * self.columns + slot].1;
        }
        slots
    }
}

/// Whether a row fits so badly that it is none of the table.
pub(super) fn is_foreign(alignment: &Alignment) -> bool {
    let placed = alignment.slots.iter().flatten().count();
    placed == 0 || alignment.misfit >= NEVER || alignment.cost > 2 * NEVER
}
