//! Which findings are meant, and what the file holds once they are accepted.

use super::{Acceptance, Forms};
use crate::audit::{Audit, Finding};
use crate::document::ProblemKind;
use crate::words::{Lang, accept as words, audit as audit_words};

/// What a check finds in the forms given, and what of it is meant.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// All of it.
    pub all: Vec<Acceptance>,
    /// What is meant: findings of one row of one form, at least one.
    pub chosen: Vec<Acceptance>,
    /// The id of that form.
    pub form: String,
}

/// The findings of a check in one row of one form. The row goes by its number or by part of its
/// indicator's name; without one, findings about no row are meant before those about a row. `sheets` are
/// the forms looked at, all of them when there is none.
///
/// # Errors
/// Nothing is found, or findings of several rows or forms are.
pub fn choose(
    audit: &Audit,
    forms: &Forms<'_>,
    code: &str,
    row: Option<&str>,
    sheets: &[String],
) -> Result<Chosen, ProblemKind> {
    let across = audit.across.as_slice();
    let within = audit
        .findings()
        .take(audit.findings().count() - across.len());
    let found: Vec<(&Finding, Acceptance)> = within
        .map(|finding| (finding, false))
        .chain(across.iter().map(|finding| (finding, true)))
        .filter(|(finding, _)| finding.code == code)
        .map(|(finding, across)| (finding, Acceptance::of(finding, forms, across)))
        .collect();
    let all: Vec<Acceptance> = found.iter().map(|(_, one)| one.clone()).collect();
    let wanted = row.map(str::trim);
    let mut chosen: Vec<&(&Finding, Acceptance)> = found
        .iter()
        .filter(|(one, _)| sheets.is_empty() || sheets.contains(&one.place.sheet))
        .filter(|(_, one)| wanted.is_none_or(|row| is_row(one, row)))
        .collect();
    if wanted.is_none() && chosen.iter().any(|(_, one)| one.row.is_none()) {
        chosen.retain(|(_, one)| one.row.is_none());
    }
    let Some((first, _)) = chosen.first() else {
        let said = |lang| match wanted {
            Some(row) => words::no_finding_in_row(lang, code, row),
            None => words::no_finding(lang, code),
        };
        return Err(ProblemKind::said(said, words::no_finding_help));
    };
    let list = |names: Vec<String>, lang| {
        let mut names = names;
        names.dedup();
        names.join(audit_words::and(lang).as_str())
    };
    let place = &first.place;
    if chosen.iter().any(|(one, _)| one.place.sheet != place.sheet) {
        let sheets = chosen.iter().map(|(one, _)| one.place.sheet.clone());
        let sheets: Vec<String> = sheets.collect();
        let said = |lang: Lang| words::several_sheets(lang, list(sheets.clone(), lang));
        return Err(ProblemKind::said(said, words::several_sheets_help));
    }
    if chosen.iter().any(|(one, _)| one.place.row != place.row) {
        let rows = chosen.iter().filter_map(|(one, _)| one.place.row);
        let rows: Vec<String> = rows.map(|row| row.to_string()).collect();
        let said = |lang: Lang| words::several_rows(lang, list(rows.clone(), lang));
        return Err(ProblemKind::said(said, words::several_rows_help));
    }
    let form = place.sheet.clone();
    let chosen = chosen.into_iter().map(|(_, one)| one.clone()).collect();
    Ok(Chosen { all, chosen, form })
}

impl Chosen {
    /// Adds what was chosen to the entries of a file. What was noted for the same place and holds no
    /// longer is replaced.
    pub fn note(self, entries: &mut Vec<Acceptance>, reason: &str, by: Option<&str>) {
        entries.retain(|entry| {
            let holds = self.all.iter().any(|now| entry.holds_for(now));
            let again = self.chosen.iter().any(|new| entry.holds_for(new));
            let place = self.chosen.iter().any(|new| entry.same_place(new));
            !again && (holds || !place)
        });
        let by = by.map(str::trim).filter(|by| !by.is_empty());
        for mut new in self.chosen {
            new.reason = reason.trim().to_owned();
            new.by = by.map(str::to_owned);
            entries.push(new);
        }
    }

    /// Takes what was chosen out of the entries of a file; `false` when it is not there.
    pub fn take_back(&self, entries: &mut Vec<Acceptance>) -> bool {
        let before = entries.len();
        entries.retain(|entry| !self.chosen.iter().any(|now| entry.holds_for(now)));
        entries.len() < before
    }
}

/// Whether a finding is about the row asked for, by its number or part of its indicator's name.
fn is_row(one: &Acceptance, wanted: &str) -> bool {
    match wanted.parse::<u32>() {
        Ok(number) => one.row == Some(number),
        Err(_) => {
            one.row.is_some()
                && one
                    .indicator
                    .as_ref()
                    .is_some_and(|name| name.contains(wanted))
        }
    }
}
