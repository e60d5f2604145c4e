//! Which sheet belongs to which target table, and which rows of them speak of the same indicator.

use std::collections::BTreeMap;

use super::profile::WordLists;
use super::{PromisedRow, Subject, SubjectRow, TargetSubject, text};
use crate::sheet::Scope;

/// Sheets by unit and year; those that lack either are left out.
pub(super) struct Sheets<'s, 'a>(BTreeMap<(String, u16), Vec<&'s Subject<'a>>>);

impl<'s, 'a> Sheets<'s, 'a> {
    pub(super) fn of(subjects: &'s [Subject<'a>]) -> Sheets<'s, 'a> {
        let mut sheets: BTreeMap<(String, u16), Vec<&Subject>> = BTreeMap::new();
        for subject in subjects {
            let unit = text::plain(&subject.sheet().unit);
            if let Some(year) = subject.sheet().year.filter(|_| !unit.is_empty()) {
                sheets.entry((unit, year)).or_default().push(subject);
            }
        }
        Sheets(sheets)
    }

    /// The sheets of a table's unit and of the same scope for a year.
    pub(super) fn of_year(&self, table: &TargetSubject, year: u16) -> Vec<&'s Subject<'a>> {
        let unit = text::plain(&table.table.unit);
        let sheets = self.0.get(&(unit, year)).into_iter().flatten();
        let same = sheets.filter(|one| one.sheet().scope == table.table.scope);
        same.copied().collect()
    }

    /// The one sheet of the same unit, year and project; `None` where there are several.
    pub(super) fn same(&self, table: &TargetSubject, year: u16) -> Option<&'s Subject<'a>> {
        let sheets = self.of_year(table, year).into_iter();
        let mut same = sheets.filter(|sheet| is_same_project(table, sheet));
        same.next().filter(|_| same.next().is_none())
    }
}

/// Whether both are about the unit as a whole, or about the project of the same name.
pub(super) fn is_same_project(table: &TargetSubject, sheet: &Subject) -> bool {
    let plain = |name: &Option<String>| name.as_deref().map(text::plain);
    let (planned, reported) = (plain(&table.table.project), plain(&sheet.sheet().project));
    match table.table.scope {
        Scope::Unit => true,
        Scope::Project => planned.is_some_and(|name| !name.is_empty() && Some(name) == reported),
    }
}

/// Tables with the sheet of the year they plan. Two tables for one sheet leave open which was approved:
/// neither is compared.
pub(super) fn approved<'s, 't, 'a>(
    sheets: &Sheets<'s, 'a>,
    tables: &'t [TargetSubject<'t>],
) -> Vec<(&'t TargetSubject<'t>, &'s Subject<'a>)> {
    let pairs = tables
        .iter()
        .filter(|table| !table.annual.is_empty())
        .filter_map(|table| Some((table, sheets.same(table, table.table.year?)?)));
    let pairs: Vec<_> = pairs.collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, sheet) in &pairs {
        *times.entry(sheet.sheet().id.as_str()).or_default() += 1;
    }
    let once = |sheet: &Subject| times.get(sheet.sheet().id.as_str()) == Some(&1);
    pairs
        .iter()
        .filter(|(_, sheet)| once(sheet))
        .copied()
        .collect()
}

/// A name as it is looked up in another document: without 数, 数量 behind it.
pub(super) fn key(words: &WordLists, name: &str) -> String {
    let plain = text::plain(name);
    let ending = words.name_endings.iter().find_map(|ending| {
        let rest = plain.strip_suffix(ending.as_str())?;
        (rest.chars().count() > 1).then(|| rest.to_owned())
    });
    ending.unwrap_or(plain)
}

/// The rows of a sheet by the key of their names.
pub(super) fn rows_by_key<'s, 'a>(
    sheet: &'s Subject<'a>,
) -> BTreeMap<String, Vec<&'s SubjectRow<'a>>> {
    let mut rows: BTreeMap<String, Vec<&SubjectRow>> = BTreeMap::new();
    for row in &sheet.rows {
        let key = key(&sheet.profile.words, &row.indicator.name);
        rows.entry(key).or_default().push(row);
    }
    rows
}

/// The annual rows of a table by the key of their names.
pub(super) fn annual_by_key<'t, 'a>(
    table: &'t TargetSubject<'a>,
) -> BTreeMap<String, Vec<&'t PromisedRow<'a>>> {
    let mut rows: BTreeMap<String, Vec<&PromisedRow>> = BTreeMap::new();
    for row in &table.annual {
        let key = key(&table.profile.words, row.name());
        rows.entry(key).or_default().push(row);
    }
    rows
}
