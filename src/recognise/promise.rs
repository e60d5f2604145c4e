//! A collected form as a 绩效目标表.

use super::evaluation::{origin, title, value, year_of};
use super::field::{Field, Year};
use super::form::{Form, FormRow, Section};
use super::lexicon::Caption;
use super::money::entry;
use super::tidy::tidy;
use super::{Note, NoteKind};
use crate::sheet::{Entry, Scope, TargetRow, TargetTable, TargetValues};
use crate::value::Target;

/// The target table a form is.
pub(super) fn table(form: &Form, document_year: Option<u16>, notes: &mut Vec<Note>) -> TargetTable {
    let words = |caption| form.caption(caption).map(|text| tidy(&text.text));
    let scope = if form.is_of_unit() {
        Scope::Unit
    } else {
        Scope::Project
    };
    // The year that is planned follows the last year the table looks back on.
    let named = form.rows.iter().flat_map(|row| &row.years);
    let last = named.filter_map(|year| match year {
        Year::Calendar(year) => Some(*year),
        _ => None,
    });
    let year = match last.max() {
        Some(last) if form.year.is_none() => last.checked_add(1),
        _ => year_of(form, document_year, notes),
    };
    let looks_back = |row: &FormRow| row.years.iter().any(|year| matches!(year, Year::Before(_)));
    if year.is_none() && form.rows.iter().any(looks_back) {
        notes.push(Note {
            kind: NoteKind::YearUnknown,
            origin: origin(form),
        });
    }
    let rows = |section| {
        let rows = form.rows.iter().filter(|row| row.section == section);
        rows.map(|one| row(one, year)).collect()
    };
    TargetTable {
        id: String::new(),
        title: title(form),
        scope,
        unit: words(Caption::Unit).unwrap_or_default(),
        project: words(Caption::Project).filter(|_| scope == Scope::Project),
        year,
        budget: budget(form),
        money_unit: form.money.unit.unwrap_or_default(),
        long_term: rows(Section::LongTerm),
        annual: rows(Section::Annual),
        origin: origin(form),
    }
}

/// 项目当年预算; blank where the header block has the words as a heading, or no number beside them.
fn budget(form: &Form) -> Entry {
    let figures = form.captions.iter();
    let figures = figures.filter(|(caption, _)| *caption == Caption::Budget);
    figures
        .map(|(_, text)| entry(text))
        .find(|entry| entry.value().is_some())
        .unwrap_or_default()
}

fn row(row: &FormRow, year: Option<u16>) -> TargetRow {
    let basis = row.cells.get(&Field::Basis);
    TargetRow {
        levels: row.levels.clone(),
        indicator: row.name.clone(),
        values: values(row, year),
        full_mark: row.cells.get(&Field::FullMark).map_or(Entry::Blank, entry),
        basis: basis.map(|basis| tidy(&basis.text)),
        origin: row.origin.clone(),
        doubtful: row.doubtful,
    }
}

fn values(row: &FormRow, planned: Option<u16>) -> TargetValues {
    let read = |field| Target::read(&value(row, field, true));
    if row.years.is_empty() {
        return TargetValues::One(read(Field::Target));
    }
    let calendar = |year: Year| match year {
        Year::Calendar(year) => Some(year),
        Year::Before(years) => planned?.checked_sub(years),
        Year::Planned => planned,
    };
    let dated: Option<Vec<(u16, Target)>> = row
        .years
        .iter()
        .map(|year| Some((calendar(*year)?, read(Field::Value(*year)))))
        .collect();
    match dated {
        Some(mut dated) => {
            dated.sort_by_key(|(year, _)| *year);
            TargetValues::ByYear(dated)
        }
        None => TargetValues::One(read(Field::Value(Year::Planned))),
    }
}
