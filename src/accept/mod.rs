//! 接受: findings a person has decided to leave as they are, kept in a YAML file beside the sheets.
//!
//! An acceptance holds for the figures it was given for. When one of them changes, the finding is open
//! again and says so.

mod apply;
mod file;
mod keys;

pub use apply::{Applied, apply};
pub use file::{Accepted, read, write};

use std::path::Path;

use crate::audit::{Figures, Finding};
use crate::score::Evaluation;
use crate::sheet::Sheet;
use crate::words::Lang;

/// Names the file has beside the sheets: the one that is there is read, in this order.
pub const FILE_NAMES: [&str; 2] = ["审核接受.yaml", "accepted.yaml"];

/// The most bytes of such a file.
pub const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// One accepted finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// The sheet, by [`sheet_key`].
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
}

impl Acceptance {
    /// The acceptance of a finding as it is now; `evaluations` are those it was found in.
    pub fn of(finding: &Finding, evaluations: &[Evaluation]) -> Acceptance {
        let place = &finding.place;
        let sheet = evaluations
            .iter()
            .map(|evaluation| &evaluation.sheet)
            .find(|sheet| sheet.id == place.sheet);
        let row = sheet.and_then(|sheet| {
            let mut measures = sheet.measures();
            measures.find(|(_, measure)| Some(measure.row) == place.row)
        });
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Acceptance {
            sheet: sheet.map_or_else(|| place.sheet.clone(), |sheet| sheet_key(sheet)),
            code: finding.code.to_owned(),
            row: place.row,
            indicator: row.and_then(|(indicator, _)| filled(&indicator.name)),
            figures: Figures {
                reported: finding.reported.as_deref().and_then(filled),
                expected: finding.expected.as_deref().and_then(filled),
                target: row.and_then(|(_, measure)| filled(&measure.target.0.text)),
                actual: row.and_then(|(_, measure)| filled(&measure.actual.0.text)),
            },
            finding: finding.message.get(Lang::Zh).trim().to_owned(),
            reason: String::new(),
            by: None,
            line: 0,
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

    /// Whether both are about the same finding with the same figures.
    pub fn same_finding(&self, other: &Acceptance) -> bool {
        let bare = self.figures.reported.is_none() && self.figures.expected.is_none();
        self.same_indicator(other)
            && self.figures == other.figures
            && (!bare || self.finding == other.finding)
    }
}

/// The name a sheet has in an acceptance file: its id without the folders a run may put in front.
pub fn sheet_key(sheet: &Sheet) -> String {
    let stem = Path::new(&*sheet.origin.file).file_stem();
    let stem = stem.map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let last = sheet.id.rsplit(['/', '\\']).next().unwrap_or_default();
    match !stem.is_empty() && last.starts_with(&stem) {
        true => last.to_owned(),
        false => sheet.id.clone(),
    }
}

/// The folder a sheet's file lies in, as the user named it; `None` for standard input.
pub fn folder(sheet: &Sheet) -> Option<&Path> {
    let file = &*sheet.origin.file;
    match file {
        "" | "-" | "stdin" | "stdin.json" => None,
        _ => Path::new(file).parent(),
    }
}

/// Whether a file is one of acceptances, by its name.
pub fn is_acceptance_file(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| FILE_NAMES.contains(&name))
}
