//! 接受: findings a person has decided to leave as they are, kept in a YAML file beside the sheets.
//!
//! An acceptance holds for the figures it was given for. When one of them changes, the finding is open
//! again and says so.

mod apply;
mod choose;
mod file;
mod form;
mod keys;

pub use apply::{Applied, apply};
pub use choose::{Chosen, choose};
pub use file::{Accepted, read, write};
pub use form::{Form, Forms};

use std::path::Path;

use crate::audit::{Figures, Finding};
use crate::words::Lang;

/// Names the file has beside the sheets: the one that is there is read, in this order.
pub const FILE_NAMES: [&str; 2] = ["审核接受.yaml", "accepted.yaml"];

/// The most bytes of such a file.
pub const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// One accepted finding of a sheet or a target table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// The sheet or table, by [`Form::key`].
    pub sheet: String,
    /// The check.
    pub code: String,
    /// The row of the sheet, where the finding is about one.
    pub row: Option<u32>,
    /// The indicator of that row.
    pub indicator: Option<String>,
    /// The figures it holds for.
    pub figures: Figures,
    /// The finding in Chinese; what it holds for where the finding has no figures.
    pub finding: String,
    /// Why it is accepted.
    pub reason: String,
    /// Which office accepts it.
    pub by: Option<String>,
    /// Line of the file, from 1; 0 when it is not from a file.
    pub line: u32,
    /// Whether it was found between forms just now: the figures of the others stand in its wording only.
    pub across: bool,
}

impl Acceptance {
    /// The acceptance of a finding as it is now, in the run of these forms; `across` for one between forms.
    pub fn of(finding: &Finding, forms: &Forms<'_>, across: bool) -> Acceptance {
        let place = &finding.place;
        let form = forms.get(&place.sheet);
        let row = form.zip(place.row).and_then(|(form, row)| form.row(row));
        let row = row.unwrap_or_default();
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Acceptance {
            sheet: form.map_or(place.sheet.as_str(), Form::key).to_owned(),
            code: finding.code.to_owned(),
            row: place.row,
            indicator: filled(&row.indicator),
            figures: Figures {
                reported: finding.reported.as_deref().and_then(filled),
                expected: finding.expected.as_deref().and_then(filled),
                target: filled(&row.target),
                actual: filled(&row.actual),
            },
            finding: finding.message.get(Lang::Zh).trim().to_owned(),
            reason: String::new(),
            by: None,
            line: 0,
            across,
        }
    }

    /// Whether both are about the same place of the same sheet.
    pub fn same_place(&self, other: &Acceptance) -> bool {
        self.same_indicator(other) && self.row == other.row
    }

    /// Whether both are about the same indicator, wherever its row stands by now.
    fn same_indicator(&self, other: &Acceptance) -> bool {
        self.sheet == other.sheet
            && self.code == other.code
            && self.indicator == other.indicator
            && self.row.is_some() == other.row.is_some()
    }

    /// Whether it holds for a finding of this run: the same one with the same figures.
    pub fn holds_for(&self, now: &Acceptance) -> bool {
        let bare = self.figures.reported.is_none() && self.figures.expected.is_none();
        self.same_indicator(now)
            && self.figures == now.figures
            && (!(bare || now.across)
                || without_places(&self.finding) == without_places(&now.finding))
    }
}

/// A finding's wording without the numbers of rows and lines in it: these may move.
fn without_places(finding: &str) -> String {
    let mut kept = String::with_capacity(finding.len());
    let mut in_place = false;
    for character in finding.chars() {
        let number = character.is_ascii_digit() || " 、,".contains(character);
        in_place = character == '第' || (in_place && number);
        if !in_place || character == '第' {
            kept.push(character);
        }
    }
    kept
}

/// Whether a file is one of acceptances, by its name.
pub fn is_acceptance_file(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| FILE_NAMES.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::without_places;

    #[test]
    fn numbers_of_rows_and_lines_are_no_figures() {
        let finding = |line| format!("第 1、7 条指标与 a 第 {line} 行的 355项 不同，第三方 20");
        assert_eq!(without_places(&finding(12)), without_places(&finding(13)));
        assert_eq!(
            without_places(&finding(1)),
            "第条指标与 a 第行的 355项 不同，第三方 20"
        );
    }
}
