//! Findings counted by check and by sheet, so that a part of a large run can be let go.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Portfolio;
use super::ranking::Tally;
use crate::audit::Audit;

/// Checks whose findings speak of a group of sheets: the sheet they begin with is no worse than the others,
/// so that they count in no unit's row.
const OF_GROUPS: [&str; 2] = ["C60", "C61"];

/// What was found so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Counted {
    /// All findings.
    pub all: Tally,
    /// By check, with the number of sheets and target tables it has findings in.
    pub checks: BTreeMap<&'static str, (Tally, usize)>,
    /// By entry of the portfolio.
    pub entries: Vec<Tally>,
}

impl Audit {
    /// The findings of this part as they stand now, and those of the parts before it.
    pub(super) fn counted(&self) -> Counted {
        let entries = self.portfolio.entries();
        let mut counted = self.portfolio.counted.clone();
        let mut sheets: HashSet<(&str, &str)> = HashSet::new();
        for finding in self.findings() {
            counted.all.add(finding);
            let (tally, places) = counted.checks.entry(finding.code).or_default();
            tally.add(finding);
            *places += usize::from(sheets.insert((finding.code, &finding.place.sheet)));
        }
        counted.entries.resize(entries.len(), Tally::default());
        // The sheets of this part are the last that were added.
        let first = entries.len().saturating_sub(self.sheets.len());
        for (tally, sheet) in counted.entries[first..].iter_mut().zip(&self.sheets) {
            sheet.findings.iter().for_each(|finding| tally.add(finding));
        }
        // Where ids are not unique, findings across sheets count for the first that has it.
        let mut by_id: HashMap<&str, usize> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            by_id.entry(&entry.id).or_insert(index);
        }
        let across = self.across.iter();
        for finding in across.filter(|finding| !OF_GROUPS.contains(&finding.code)) {
            if let Some(index) = by_id.get(finding.place.sheet.as_str()) {
                counted.entries[*index].add(finding);
            }
        }
        counted
    }

    /// Lets this part of a run go, once it is printed: the portfolio the next part goes on with, which
    /// knows how many findings there were.
    pub fn let_go(mut self) -> Portfolio {
        self.portfolio.counted = self.counted();
        self.portfolio
    }
}
