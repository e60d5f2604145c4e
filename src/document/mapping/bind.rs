//! A plan and the headings of the files → which cell of a row gives what.

use std::collections::HashSet;

use super::plan::{Layout, Mapping, MeasurePlan, SheetPlan};
use super::reference::{Kind, Part, Place, Reference};
use super::table::{Found, Table};
use crate::document::{ProblemKind, Problems, suggestion::nearest_within};
use crate::words::mapping as words;

/// What a reference means in one file.
#[derive(Debug, Clone)]
pub(super) enum Bound<'p> {
    /// The cell of a column, from 0.
    Cell(usize),
    /// The same for every row; it stands in the mapping.
    Constant(&'p str, Place),
    /// One behind the other.
    Template(Vec<Piece<'p>>),
}

/// A piece of a template.
#[derive(Debug, Clone)]
pub(super) enum Piece<'p> {
    Text(&'p str),
    Cell(usize),
}

/// What one file gives.
#[derive(Debug)]
pub(super) struct Binding<'p> {
    pub sheet: SheetPlan<Bound<'p>>,
    /// The measures of the mapping; `None` where the file does not have them.
    pub measures: Vec<Option<MeasurePlan<Bound<'p>>>>,
    /// Long: the column the measure of a row is known by.
    pub key: Option<Bound<'p>>,
    /// Which columns were asked for.
    pub used: Vec<bool>,
}

/// Binds a mapping to its files. A column that has to be there and is not is a problem of the mapping.
pub(super) fn bind<'p>(
    mapping: &'p Mapping,
    tables: &[Table],
    problems: &mut Problems<'_>,
) -> Vec<Binding<'p>> {
    let mut binder = Binder {
        tables,
        problems,
        told: HashSet::new(),
    };
    binder.everywhere(&mapping.sheet.id);
    binder.somewhere(&mapping.sheet);
    let keys: Vec<Option<&'p Reference>> = match mapping.layout {
        Layout::Wide => {
            let names_one = |reference: &&Reference| !reference.columns().is_empty();
            let plans = mapping.measures.iter();
            plans.map(|plan| plan.values().find(names_one)).collect()
        }
        Layout::Long => {
            let name = mapping.measures.first().and_then(|plan| plan.name.as_ref());
            vec![name; mapping.measures.len()]
        }
    };
    for key in keys.iter().flatten() {
        if !tables.iter().any(|table| has(table, key)) {
            binder.missing(key, tables);
        }
    }
    let bindings = tables
        .iter()
        .map(|table| binder.file(mapping, table, &keys));
    bindings.collect()
}

struct Binder<'t, 'b, 's> {
    tables: &'t [Table],
    problems: &'b mut Problems<'s>,
    /// Columns that were said to be missing, by the place that names them.
    told: HashSet<(Place, String)>,
}

impl<'t> Binder<'t, '_, '_> {
    fn file<'p>(
        &mut self,
        mapping: &'p Mapping,
        table: &'t Table,
        keys: &[Option<&'p Reference>],
    ) -> Binding<'p> {
        let mut used = vec![false; table.headings.len()];
        let id = self.bound(&mapping.sheet.id, table, &mut used);
        let sheet = mapping.sheet.turned(
            id.unwrap_or(Bound::Constant("", Place::default())),
            |reference| {
                let there = has(table, reference);
                there.then(|| self.bound(reference, table, &mut used))?
            },
        );
        let measures = mapping.measures.iter().zip(keys).map(|(plan, key)| {
            if key.is_some_and(|key| !has(table, key)) {
                return None;
            }
            Some(plan.turned(|reference| {
                if !has(table, reference) {
                    self.missing(reference, std::slice::from_ref(table));
                    return None;
                }
                self.bound(reference, table, &mut used)
            }))
        });
        let measures = measures.collect();
        let key = match mapping.layout {
            Layout::Wide => None,
            Layout::Long => keys
                .first()
                .copied()
                .flatten()
                .filter(|key| has(table, key))
                .and_then(|key| self.bound(key, table, &mut used)),
        };
        Binding {
            sheet,
            measures,
            key,
            used,
        }
    }

    /// The reference in a file that has its columns.
    fn bound<'p>(
        &mut self,
        reference: &'p Reference,
        table: &Table,
        used: &mut [bool],
    ) -> Option<Bound<'p>> {
        let mut cell = |name: &str| match table.column(name)? {
            Found::One(index) => {
                used[index] = true;
                Some(index)
            }
            Found::Twice(first, second) => {
                let letters = [letters(first), letters(second)];
                let kind = ProblemKind::said(
                    |lang| {
                        let [first, second] = &letters;
                        words::heading_twice(lang, name, &table.source.file, first, second)
                    },
                    words::heading_twice_help,
                );
                self.tell(reference.place, name, kind);
                None
            }
        };
        match &reference.kind {
            Kind::Constant(text) => Some(Bound::Constant(text, reference.place)),
            Kind::Column(name) => cell(name).map(Bound::Cell),
            Kind::Template(parts) => {
                let pieces = parts.iter().map(|part| match part {
                    Part::Text(text) => Some(Piece::Text(text)),
                    Part::Column(name) => cell(name).map(Piece::Cell),
                });
                pieces.collect::<Option<Vec<_>>>().map(Bound::Template)
            }
        }
    }

    /// Every file has to have it.
    fn everywhere(&mut self, reference: &Reference) {
        for table in self.tables {
            if !has(table, reference) {
                self.missing(reference, std::slice::from_ref(table));
            }
        }
    }

    /// Some file has to have each of them.
    fn somewhere(&mut self, sheet: &SheetPlan<Reference>) {
        let texts = sheet.texts.iter().map(|(_, one)| one);
        let figures = sheet.figures.iter().map(|(_, one)| one);
        let inputs = sheet.inputs.iter().map(|(_, one)| one);
        for reference in texts.chain(figures).chain(inputs).chain(&sheet.year) {
            if !self.tables.iter().any(|table| has(table, reference)) {
                self.missing(reference, self.tables);
            }
        }
    }

    /// Says which column of a reference is in none of the tables.
    fn missing(&mut self, reference: &Reference, tables: &[Table]) {
        let names = reference.columns();
        let absent = |name: &&str| tables.iter().all(|table| table.column(name).is_none());
        // Each of them may be there, only never in one file.
        let name = names
            .iter()
            .copied()
            .find(absent)
            .or(names.first().copied());
        let Some(name) = name.filter(|_| !self.problems.is_full()) else {
            return;
        };
        let known = || tables.iter().flat_map(|table| &table.headings);
        let nearest = nearest_within(name, known().map(String::as_str), 200);
        let files: Vec<&str> = tables.iter().map(|table| &*table.source.file).collect();
        let files = files.join(", ");
        let listed = list(known().filter(|name| !name.is_empty()));
        let kind = ProblemKind::said(
            |lang| words::no_column(lang, name, &files),
            |lang| match nearest {
                Some(nearest) => words::no_column_nearest(lang, nearest),
                None => words::no_column_help(lang, &listed),
            },
        );
        self.tell(reference.place, name, kind);
    }

    fn tell(&mut self, place: Place, name: &str, kind: ProblemKind) {
        if self.told.insert((place, name.to_owned())) {
            self.problems
                .at(place.line, place.column, place.length, kind);
        }
    }
}

/// Whether a file has every column of a reference.
fn has(table: &Table, reference: &Reference) -> bool {
    let mut names = reference.columns().into_iter();
    names.all(|name| table.column(name).is_some())
}

/// Names in backticks, the first twenty of them.
pub(super) fn list<'n>(names: impl Iterator<Item = &'n String>) -> String {
    const MOST: usize = 20;
    let mut names = names.map(|name| {
        let short: String = name.chars().take(60).map(crate::document::plain).collect();
        format!("`{short}`")
    });
    let mut shown: Vec<String> = names.by_ref().take(MOST).collect();
    if names.next().is_some() {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// The letters a spreadsheet gives a column, counted from 0: A, Z, AA.
pub(super) fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
