//! Which rows of a sheet and of a target table speak of the same indicator.

use std::collections::BTreeMap;

use super::profile::WordLists;
use super::{PromisedRow, Subject, SubjectRow, TargetSubject, text};

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
