//! 全部自评表: what is kept of every sheet of a run, so that hundreds of them can be looked at together.
//!
//! A [`Portfolio`] is fed sheet by sheet and keeps a small [`Entry`] of each, never the sheet itself: what
//! a run needs grows with the number of sheets and not with what stands in them.

mod counted;
mod deviation;
mod entry;
mod groups;
mod passages;
mod ranking;
mod statistics;

pub use deviation::{Class, Deviations};
pub use entry::{Entry, Total};
pub use groups::{Bands, GradeCounts, Spread};
pub use passages::{Copies, Passage, Passages};
pub use ranking::{CheckRank, Standings, Tally, UnitRank};
pub(super) use statistics::distances;

use counted::Counted;

use std::collections::HashMap;
use std::sync::Arc;

use super::profile::{Profile, Ratio};
use super::text;
use crate::score::Evaluation;
use crate::words::Lang;
use crate::words::findings::{many::names_and_more, separator};

/// Sheets a finding names before it goes on with "and others".
const MOST_NAMED: usize = 5;

/// What is kept of the sheets of a run.
#[derive(Debug, Clone, Default)]
pub struct Portfolio {
    entries: Vec<Entry>,
    passages: Passages,
    /// Names of units and departments, each kept once: as compared, and as first written.
    names: HashMap<String, Arc<str>>,
    /// Upper ends of the classes of deviations.
    bands: Vec<Ratio>,
    /// Findings of the parts of the run that were let go.
    counted: Counted,
}

impl Portfolio {
    /// Nothing so far.
    pub fn new(profile: &Profile) -> Portfolio {
        Portfolio {
            bands: profile.many.deviation_bands.clone(),
            ..Portfolio::default()
        }
    }

    /// Takes from a sheet what is needed later; the sheet can be let go.
    pub fn add(&mut self, evaluation: &Evaluation, profile: &Profile) {
        let sheet = &evaluation.sheet;
        let unit = self.name(&sheet.unit);
        let department = self.name(sheet.department.as_deref().unwrap_or_default());
        let number = self.entries.len();
        self.passages.add(number, &unit, sheet, profile);
        let entry = Entry::new(evaluation, unit, department, profile);
        self.entries.push(entry);
    }

    /// One entry a sheet, in the order they were added.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The explanations of all sheets.
    pub fn passages(&self) -> &Passages {
        &self.passages
    }

    /// The ids of some sheets as a finding names them: the first few.
    pub(super) fn named(&self, lang: Lang, entries: &[&Entry]) -> String {
        let ids = entries.iter().take(MOST_NAMED).map(|entry| &*entry.id);
        let names = ids.collect::<Vec<&str>>().join(&separator(lang));
        match entries.len() > MOST_NAMED {
            true => names_and_more(lang, names),
            false => names,
        }
    }

    fn name(&mut self, written: &str) -> Arc<str> {
        let name = self.names.entry(text::plain(written));
        name.or_insert_with(|| written.trim().into()).clone()
    }
}
