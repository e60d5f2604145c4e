//! The columns of a form, by its heading rows.

use super::field::{Field, Year};
use super::lexicon::LEXICON;
use super::row::{Cell, Row};

/// Most columns a form can have; the printed ones have up to a dozen.
const MOST_COLUMNS: usize = 24;

/// One column: from its heading to the next heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// What it holds.
    pub field: Field,
    /// The column its heading stands in.
    pub home: usize,
    /// The column of the next heading.
    pub end: usize,
}

/// The columns of a form from left to right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Layout {
    /// The columns.
    pub slots: Vec<Slot>,
}

impl Layout {
    /// The columns a heading row names, if it is the heading of the indicators: it names the
    /// indicator itself and what was promised or reached for it.
    pub(super) fn of_indicators(row: &Row<'_>) -> Option<Layout> {
        let mut headings = named(row, |cell| LEXICON.column(&cell.key));
        let names = headings.iter().filter(|(field, _)| *field == Field::Name);
        let twice = names.count() > 1;
        match headings.first_mut() {
            // 绩效指标 in front of 一级指标 … 三级指标 is the label of the block too.
            Some((field @ Field::Name, _)) if twice => *field = Field::Group,
            // What stands in front of 一级指标 is the label of the block.
            Some((field @ Field::Other, _)) if row.cells.len() > 2 => *field = Field::Group,
            Some((field, home)) if *field != Field::Group && *home > 0 => {
                headings.insert(0, (Field::Group, 0));
            }
            _ => {}
        }
        let count = |wanted: fn(Field) -> bool| {
            let fields = headings.iter().map(|(field, _)| *field);
            fields.filter(|field| wanted(*field)).count()
        };
        let named = count(|field| field == Field::Name) > 0;
        let promised = count(|field| field.is_value() || field == Field::Points) > 0;
        let known = count(|field| field != Field::Other);
        let most = known * 2 > headings.len();
        (named && promised && known >= 3 && most).then(|| Layout::new(headings))
    }

    /// The columns of the money part, if the row is its heading.
    pub(super) fn of_execution(row: &Row<'_>) -> Option<Layout> {
        let mut headings = named(row, |cell| LEXICON.execution(&cell.key));
        let has = |field| headings.iter().any(|(known, _)| *known == field);
        let spent = has(Field::Executed) || has(Field::Rate);
        if !spent || !(has(Field::Budget) || has(Field::InitialBudget)) {
            return None;
        }
        let first = headings
            .iter()
            .position(|(field, _)| !matches!(field, Field::Other | Field::Fund))?;
        // The label of the part and the names of its lines stand left of the money.
        headings.drain(..first);
        headings.insert(0, (Field::Fund, 0));
        Some(Layout::new(headings))
    }

    fn new(mut headings: Vec<(Field, usize)>) -> Layout {
        headings.truncate(MOST_COLUMNS);
        let mut seen = Vec::new();
        for (field, _) in &mut headings {
            if *field != Field::Other && seen.contains(field) {
                // 自评得分 and 复核得分: the first counts.
                *field = Field::Other;
            }
            seen.push(*field);
        }
        let mut homes: Vec<usize> = headings.iter().map(|(_, home)| *home).collect();
        homes.sort_unstable();
        let ends = homes.iter().skip(1).copied().chain([usize::MAX]);
        let slots = headings.iter().zip(homes.iter().zip(ends));
        Layout {
            slots: slots
                .map(|((field, _), (home, end))| Slot {
                    field: *field,
                    home: *home,
                    end,
                })
                .collect(),
        }
    }

    /// Splits the column of values by a second or third heading row; `false` when the row is none.
    pub(super) fn split(&mut self, row: &Row<'_>) -> bool {
        let below = named(row, |cell| {
            let year = LEXICON.year(&cell.key).map(Field::Value);
            year.or_else(|| match LEXICON.column(&cell.key) {
                Some(Field::Name | Field::Level1 | Field::Level2) => None,
                known => known,
            })
        });
        let splits = |field: &Field| matches!(field, Field::Value(_) | Field::History);
        if below.iter().any(|(field, _)| *field == Field::Other)
            || !below.iter().any(|(field, _)| splits(field))
        {
            return false;
        }
        // A year below "近两年指标值" says more than the heading itself.
        let mut leaves: Vec<(Field, usize)> = below
            .into_iter()
            .filter(|(field, _)| *field != Field::History)
            .collect();
        leaves.extend(self.kept_values(&leaves));
        leaves.sort_by_key(|(_, home)| *home);
        let mut headings: Vec<(Field, usize)> = Vec::new();
        let mut placed = leaves.is_empty();
        for slot in &self.slots {
            match slot.field {
                Field::Target | Field::Value(_) if !placed => {
                    placed = true;
                    headings.extend(&leaves);
                }
                Field::Target | Field::Value(_) if !leaves.is_empty() => {}
                field => headings.push((field, slot.home)),
            }
        }
        *self = Layout::new(headings);
        true
    }

    /// Value columns an earlier heading row named and this one does not.
    fn kept_values(&self, leaves: &[(Field, usize)]) -> Vec<(Field, usize)> {
        let kept = self.slots.iter().filter(|slot| {
            let is_year = matches!(slot.field, Field::Value(_));
            is_year
                && !leaves
                    .iter()
                    .any(|(field, home)| *field == slot.field || *home == slot.home)
        });
        kept.map(|slot| (slot.field, slot.home)).collect()
    }

    /// Whether the form has a column.
    pub(super) fn has(&self, field: Field) -> bool {
        self.slots.iter().any(|slot| slot.field == field)
    }

    /// Whether it is the form of a self-evaluation: something was reached or scored.
    pub(super) fn is_evaluation(&self) -> bool {
        self.has(Field::Actual) || self.has(Field::Points)
    }

    /// The years of its value columns as named.
    pub(super) fn years(&self) -> impl Iterator<Item = Year> {
        self.slots.iter().filter_map(|slot| match slot.field {
            Field::Value(year) => Some(year),
            _ => None,
        })
    }
}

/// What the cells of a row name, and the columns they stand in.
fn named(row: &Row<'_>, known: impl Fn(&Cell<'_>) -> Option<Field>) -> Vec<(Field, usize)> {
    let cells = row.cells.iter();
    cells
        .map(|cell| (known(cell).unwrap_or(Field::Other), cell.column))
        .collect()
}
