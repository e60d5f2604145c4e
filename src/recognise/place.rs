//! Rows of indicators: cells into columns, labels from above, further measures to their indicator.

use std::collections::{BTreeMap, HashMap};

use super::align::{Alignment, align, is_foreign};
use super::field::Field;
use super::form::{FormRow, Section};
use super::layout::Layout;
use super::lexicon::LEXICON;
use super::row::Row;
use super::tidy::{is_remark, key, tidy};
use super::{Note, NoteKind};
use crate::sheet::{Origin, Text};

/// Puts the rows of one grid after another into the columns of a form.
#[derive(Debug, Default)]
pub(super) struct Placer {
    /// What was noted.
    pub notes: Vec<Note>,
    /// Whether the current grid has a heading of its own.
    pub has_heading: bool,
    /// Labels in force.
    levels: [String; 2],
    /// Rows of the current grid that were moved, with the columns their cells came from.
    moved: Vec<(Vec<(usize, Field)>, Note)>,
    /// How often cells of a column went to a field, in the current grid.
    habits: HashMap<(usize, Field), usize>,
}

impl Placer {
    /// Adds a note.
    pub(super) fn note(&mut self, kind: NoteKind, origin: &Origin) {
        self.notes.push(Note {
            kind,
            origin: origin.clone(),
        });
    }

    /// A heading was seen: the labels above it are no longer in force.
    pub(super) fn heading(&mut self) {
        self.flush();
        self.has_heading = true;
    }

    /// The grid ends.
    pub(super) fn end_grid(&mut self) {
        self.flush();
        self.has_heading = false;
    }

    /// Notes what was moved: one note for a grid whose columns as a whole stand elsewhere.
    fn flush(&mut self) {
        let habits = std::mem::take(&mut self.habits);
        let moved = std::mem::take(&mut self.moved);
        let usual = |(column, field): &(usize, Field)| {
            let here = habits.get(&(*column, *field)).copied().unwrap_or(0);
            let column = habits.iter().filter(|((at, _), _)| at == column);
            let all: usize = column.map(|(_, count)| count).sum();
            here > 2 && here * 2 > all
        };
        let mut by_habit: Vec<Note> = Vec::new();
        for (cells, note) in moved {
            if cells.iter().all(usual) {
                by_habit.push(note);
            } else {
                self.notes.push(note);
            }
        }
        let rows = by_habit.len();
        if let Some(first) = by_habit.into_iter().next() {
            self.note(NoteKind::ColumnsMoved { rows }, &first.origin);
        }
    }

    /// Takes a row into a form; `false` when it is none of its rows.
    pub(super) fn take(
        &mut self,
        row: &Row<'_>,
        layout: &Layout,
        section: Section,
        first_of_grid: bool,
        rows: &mut Vec<FormRow>,
    ) -> bool {
        if row.cells.len() == 1 && is_remark(row.first().text) {
            return self.remark(row, layout, rows);
        }
        // "表12" on top of the next page or worksheet belongs to what follows.
        if row.cells.len() == 1 && first_of_grid {
            return false;
        }
        let alignment = align(row, layout);
        if is_foreign(&alignment) {
            let text = row.text();
            if !first_of_grid {
                self.note(NoteKind::RowNotRead { text }, row.origin());
            }
            return false;
        }
        if first_of_grid && !self.has_heading && !rows.is_empty() {
            self.note(NoteKind::TableJoined, row.origin());
        }
        let above = rows.last().map(|last| last.name.clone());
        let cells = self.cells(row, layout, &alignment, above.as_deref());
        self.row(row, cells, section, layout, rows);
        true
    }

    /// The cells by their fields, with notes on what was moved, repeated or left out.
    fn cells(
        &mut self,
        row: &Row<'_>,
        layout: &Layout,
        alignment: &Alignment,
        above: Option<&str>,
    ) -> BTreeMap<Field, Text> {
        let mut cells = BTreeMap::new();
        let mut came_from = Vec::new();
        for (cell, slot) in row.cells.iter().zip(&alignment.slots) {
            let Some(slot) = slot else {
                if LEXICON.label(&cell.key).is_some() {
                    let label = tidy(cell.text);
                    self.note(NoteKind::LabelRepeated { label }, cell.origin);
                } else {
                    let text = cell.text.to_owned();
                    self.note(NoteKind::CellLeftOut { text }, cell.origin);
                }
                continue;
            };
            let field = layout.slots[*slot].field;
            *self.habits.entry((cell.column, field)).or_default() += 1;
            came_from.push((cell.column, field));
            let text = Text {
                text: cell.text.to_owned(),
                origin: cell.origin.clone(),
            };
            cells.insert(field, text);
        }
        if alignment.moved(row, layout) {
            let name = match cells.get(&Field::Name) {
                Some(name) => name.text.as_str(),
                None => above.unwrap_or(row.first().text),
            };
            let note = Note {
                kind: NoteKind::RowShifted { name: tidy(name) },
                origin: row.origin().clone(),
            };
            self.moved.push((came_from, note));
        }
        cells
    }

    fn row(
        &mut self,
        row: &Row<'_>,
        mut cells: BTreeMap<Field, Text>,
        section: Section,
        layout: &Layout,
        rows: &mut Vec<FormRow>,
    ) {
        let mut label = |field| cells.remove(&field).map(|label| tidy(&label.text));
        let (level1, mut level2, mut name) = (
            label(Field::Level1),
            label(Field::Level2),
            label(Field::Name),
        );
        if name.is_none()
            && let Some(label) = level2.take_if(|label| LEXICON.label(&key(label)).is_none())
        {
            let kind = NoteKind::NameFromLabel {
                name: label.clone(),
            };
            self.note(kind, row.origin());
            name = Some(label);
        }
        let labelled = level1.is_some() || level2.is_some();
        self.levels(row, level1, level2, layout);
        let filled = cells
            .keys()
            .any(|field| field.is_value() || *field == Field::Points);
        let last = rows.last();
        let same_levels = last.is_some_and(|last| same_keys(&last.levels, &self.levels));
        let target =
            |cells: &BTreeMap<Field, Text>| cells.get(&Field::Target).map(|text| key(&text.text));
        let (name, continues) = match (name, last) {
            (Some(name), Some(last)) => {
                let again = same_levels
                    && last.section == section
                    && key(&name) == key(&last.name)
                    && target(&cells).is_some()
                    && target(&cells) != target(&last.cells);
                (name, again)
            }
            (Some(name), None) => (name, false),
            (None, Some(last)) if !labelled && filled => (last.name.clone(), true),
            (None, _) => {
                if !filled {
                    return;
                }
                self.note(NoteKind::Nameless, row.origin());
                (String::new(), false)
            }
        };
        if !filled {
            let name = name.clone();
            self.note(NoteKind::Valueless { name }, row.origin());
        }
        let levels = self.levels.iter().filter(|level| !level.is_empty());
        rows.push(FormRow {
            section,
            levels: levels.cloned().collect(),
            name,
            continues,
            cells,
            years: layout.years().collect(),
            doubtful: false,
            origin: row.origin().clone(),
        });
    }

    /// Labels of this row come into force; those it leaves blank are those from above.
    fn levels(
        &mut self,
        row: &Row<'_>,
        level1: Option<String>,
        level2: Option<String>,
        layout: &Layout,
    ) {
        let before = self.levels.clone();
        if let Some(level1) = level1
            && key(&level1) != key(&self.levels[0])
        {
            self.levels = [level1, String::new()];
        }
        if let Some(level2) = level2 {
            self.levels[1] = level2;
        }
        let [level1, level2] = &self.levels;
        let has_both = layout.has(Field::Level1) && layout.has(Field::Level2);
        if before != self.levels && has_both && LEXICON.is_adrift(&key(level1), &key(level2)) {
            let kind = NoteKind::LabelAdrift {
                level1: level1.clone(),
                level2: level2.clone(),
            };
            self.note(kind, row.origin());
        }
    }

    /// Joins a remark that stands alone to the value above it.
    fn remark(&mut self, row: &Row<'_>, layout: &Layout, rows: &mut [FormRow]) -> bool {
        let (Some(last), cell) = (rows.last_mut(), row.first()) else {
            return false;
        };
        let slot = layout
            .slots
            .iter()
            .find(|slot| (slot.home..slot.end).contains(&cell.column));
        let field = match slot.map(|slot| slot.field) {
            Some(field) if last.cells.contains_key(&field) => field,
            _ => Field::Target,
        };
        let text = cell.text.to_owned();
        if let Some(Field::Name) = slot.map(|slot| slot.field) {
            last.name.push_str(&tidy(&text));
        } else if let Some(value) = last.cells.get_mut(&field) {
            value.text = format!("{} {text}", value.text);
        } else {
            return false;
        }
        self.note(NoteKind::RemarkJoined { text }, cell.origin);
        true
    }
}

fn same_keys(levels: &[String], other: &[String; 2]) -> bool {
    let other = other.iter().filter(|level| !level.is_empty());
    levels
        .iter()
        .map(|level| key(level))
        .eq(other.map(|level| key(level)))
}
