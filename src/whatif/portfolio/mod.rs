//! 全部自评表: what scenarios do to many sheets together.
//!
//! A [`Portfolio`] is fed one sheet after the other and keeps a small [`Entry`] of each, never the sheet
//! itself: totals, grades, and whose it is. Figures are exact; shares are fractions until they are shown.

mod count;
mod entry;
mod groups;

pub use count::{Cell, Count, Spread, Where};
pub use entry::{Entry, GradeId, Kept, Outcome, Standing};
pub use groups::{Group, GroupedBy};

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Remark;
use crate::rules::pack::GradeBand;

use entry::After;

/// A scenario of a portfolio: one question under one of the rules that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is called; `None` for the sheets as they stand under another rule.
    pub name: Option<String>,
    /// What it is for.
    pub reason: Option<String>,
    /// The editions it was scored under, as `pack@edition`.
    pub rules: BTreeSet<String>,
    /// Weights that no longer add up, with the number of sheets: remarks that are about the rule and not
    /// about one sheet.
    pub remarks: Vec<(Remark, usize)>,
}

/// What is kept of the sheets of a run.
#[derive(Debug, Clone, Default)]
pub struct Portfolio {
    columns: Vec<Column>,
    entries: Vec<Entry>,
    grades: Vec<GradeBand>,
    rules: Vec<String>,
    /// The editions the sheets as they stand were scored under.
    of_baselines: BTreeSet<String>,
    /// Names of units and departments, each kept once.
    names: HashMap<Box<str>, Arc<str>>,
}

impl Column {
    fn add(&mut self, outcome: &Outcome) {
        if !self.rules.contains(&outcome.rules) {
            self.rules.insert(outcome.rules.clone());
        }
        let remarks = outcome.remarks.iter();
        for remark in remarks.filter(|remark| matches!(remark, Remark::Whole { .. })) {
            match self.remarks.iter_mut().find(|(known, _)| known == remark) {
                Some((_, count)) => *count += 1,
                None => self.remarks.push((remark.clone(), 1)),
            }
        }
    }
}

impl Portfolio {
    /// Nothing so far; the scenarios by name and reason, in the order every sheet has them in.
    pub fn new(scenarios: impl Iterator<Item = (Option<String>, Option<String>)>) -> Portfolio {
        let columns = scenarios.map(|(name, reason)| Column {
            name,
            reason,
            rules: BTreeSet::new(),
            remarks: Vec::new(),
        });
        Portfolio {
            columns: columns.collect(),
            ..Portfolio::default()
        }
    }

    /// Adds what was kept of a sheet.
    pub fn add(&mut self, kept: Kept) {
        let before = self.standing(kept.before);
        if !self.of_baselines.contains(&kept.rules) {
            self.of_baselines.insert(kept.rules);
        }
        let mut after = Vec::with_capacity(self.columns.len());
        for (index, outcome) in kept.after.into_iter().enumerate() {
            after.push(outcome.map(|outcome| {
                if let Some(column) = self.columns.get_mut(index) {
                    column.add(&outcome);
                }
                let standing = self.standing(outcome.standing);
                After {
                    standing,
                    fits: outcome.fits,
                    rules: place(&mut self.rules, outcome.rules, |a, b| a == b),
                }
            }));
        }
        let entry = Entry {
            id: kept.id.into(),
            unit: self.name(&kept.unit),
            department: self.name(&kept.department),
            before,
            after,
        };
        self.entries.push(entry);
    }

    /// The scenarios.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The editions the sheets as they stand were scored under, as `pack@edition`.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.of_baselines.iter().map(String::as_str)
    }

    /// One entry a sheet, in the order they were added.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The grade of an entry.
    pub fn grade(&self, id: GradeId) -> &GradeBand {
        &self.grades[id.0]
    }

    /// How many units the sheets are of; a sheet that states none counts by itself.
    pub fn units(&self) -> usize {
        let named = self.entries.iter().filter(|entry| !entry.unit.is_empty());
        let units: BTreeSet<&str> = named.map(|entry| &*entry.unit).collect();
        let nameless = self.entries.iter().filter(|entry| entry.unit.is_empty());
        units.len() + nameless.count()
    }

    /// The grade is kept once: bands of one name are one grade, whichever edition they stand in.
    fn standing(&mut self, standing: Standing<GradeBand>) -> Standing<GradeId> {
        let same = |one: &GradeBand, other: &GradeBand| one.name.zh == other.name.zh;
        let grade = standing.grade;
        Standing {
            total: standing.total,
            grade: grade.map(|band| GradeId(place(&mut self.grades, band, same))),
        }
    }

    fn name(&mut self, written: &str) -> Arc<str> {
        let written = written.trim();
        if let Some(name) = self.names.get(written) {
            return Arc::clone(name);
        }
        let name: Arc<str> = written.into();
        self.names.insert(written.into(), Arc::clone(&name));
        name
    }
}

/// The place of something among what is known; it is added where it is new.
fn place<T>(known: &mut Vec<T>, new: T, same: impl Fn(&T, &T) -> bool) -> usize {
    let found = known.iter().position(|one| same(one, &new));
    found.unwrap_or_else(|| {
        known.push(new);
        known.len() - 1
    })
}
