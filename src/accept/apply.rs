//! Acceptances meet the findings of a run.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::{Acceptance, Accepted, Form, Forms};
use crate::audit::{Audit, Decision, Finding, Selection, Standing};

/// What became of the entries of one file; a large run applies them part by part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// Findings that are accepted.
    pub accepted: usize,
    /// Findings whose figures have changed since they were accepted.
    pub changed: usize,
    /// Of every entry, whether it met a finding.
    used: Vec<bool>,
    /// Of every entry, whether its form is part of this run.
    here: Vec<bool>,
}

impl Applied {
    /// Adds what became of the same entries in another part of the run.
    pub fn add(&mut self, other: Applied) {
        self.accepted += other.accepted;
        self.changed += other.changed;
        for (mine, others) in [(&mut self.used, other.used), (&mut self.here, other.here)] {
            mine.resize(mine.len().max(others.len()), false);
            mine.iter_mut()
                .zip(others)
                .for_each(|(one, other)| *one |= other);
        }
    }

    /// Entries about the checks selected that met no finding of the forms of this run.
    pub fn unused<'e>(&self, accepted: &'e Accepted, selection: &Selection) -> Vec<&'e Acceptance> {
        let entries = accepted
            .entries
            .iter()
            .zip(self.used.iter().zip(&self.here));
        let unused =
            entries.filter(|(entry, (used, here))| **here && !**used && selection.has(&entry.code));
        unused.map(|(entry, _)| entry).collect()
    }

    /// How many entries are for forms that are not part of this run.
    pub fn elsewhere(&self) -> usize {
        self.here.iter().filter(|here| !**here).count()
    }
}

/// Indices of entries by form and check.
type About<'e> = HashMap<(&'e str, &'e str), Vec<usize>>;

/// Marks the findings a file accepts: those of forms in the folder `beside`, or of all forms when that is
/// `None`.
pub fn apply(
    audit: &mut Audit,
    forms: &Forms<'_>,
    accepted: &Accepted,
    beside: Option<&PathBuf>,
) -> Applied {
    let is_here = |form: &Form<'_>| beside.is_none_or(|beside| form.folder() == Some(beside));
    let here: Vec<Form<'_>> = forms.iter().filter(is_here).collect();
    let keys: HashSet<&str> = here.iter().map(|form| form.key()).collect();
    let entries = &accepted.entries;
    let mut used = vec![false; entries.len()];
    let mut about = About::new();
    for (index, entry) in entries.iter().enumerate() {
        about
            .entry((&entry.sheet, &entry.code))
            .or_default()
            .push(index);
    }
    let mut applied = Applied::default();
    let sheets = audit.sheets.iter_mut().map(|sheet| &mut sheet.findings);
    let targets = audit.targets.iter_mut().map(|table| &mut table.findings);
    let within = sheets.chain(targets).flatten().map(|one| (one, false));
    let across = audit.across.iter_mut().map(|one| (one, true));
    let mut findings: Vec<(Acceptance, &mut Finding)> = within
        .chain(across)
        .filter(|(finding, _)| {
            forms
                .get(&finding.place.sheet)
                .as_ref()
                .is_some_and(is_here)
        })
        .map(|(finding, across)| (Acceptance::of(finding, forms, across), finding))
        .collect();
    // In its own row first; then, for what is left, in a row it may have moved to.
    for moved in [false, true] {
        for (now, finding) in &mut findings {
            if finding.standing != Standing::Open {
                continue;
            }
            let fits = |index: &usize| {
                let entry = &entries[*index];
                entry.holds_for(now)
                    && match moved {
                        false => entry.same_place(now),
                        true => !used[*index],
                    }
            };
            if let Some(index) = about_it(&about, now).find(fits) {
                used[index] = true;
                finding.standing = Standing::Accepted(decision(&entries[index]));
                applied.accepted += 1;
            }
        }
    }
    // What no finding took may have been meant for one that looks different by now.
    for (now, finding) in &mut findings {
        if finding.standing != Standing::Open {
            continue;
        }
        let meant = |index: &usize| !used[*index] && entries[*index].same_place(now);
        if let Some(index) = about_it(&about, now).find(meant) {
            used[index] = true;
            let entry = &entries[index];
            let worded = (entry.figures == now.figures).then(|| entry.finding.clone());
            finding.standing = Standing::Changed(Decision {
                wording: worded.filter(|text| !text.is_empty()),
                ..decision(entry)
            });
            applied.changed += 1;
        }
    }
    let here = entries
        .iter()
        .map(|entry| keys.contains(entry.sheet.as_str()));
    applied.here = here.collect();
    applied.used = used;
    applied
}

/// The entries about a finding's form and check, in the order of the file.
fn about_it<'m>(about: &'m About<'m>, now: &'m Acceptance) -> impl Iterator<Item = usize> + 'm {
    let indices = about.get(&(now.sheet.as_str(), now.code.as_str()));
    indices.into_iter().flatten().copied()
}

fn decision(entry: &Acceptance) -> Decision {
    Decision {
        reason: entry.reason.clone(),
        by: entry.by.clone(),
        figures: entry.figures.clone(),
        wording: None,
    }
}
