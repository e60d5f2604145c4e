//! Acceptances meet the findings of a run.

use std::path::PathBuf;

use super::{Acceptance, Accepted, folder, sheet_key};
use crate::audit::{Audit, Decision, Finding, Selection, Standing};
use crate::score::Evaluation;

/// What became of the entries of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// Findings that are accepted.
    pub accepted: usize,
    /// Findings whose figures have changed since they were accepted.
    pub changed: usize,
    /// Entries that met no finding of the sheets of this run.
    pub unused: Vec<Acceptance>,
    /// Entries for sheets that are not part of this run.
    pub elsewhere: usize,
}

/// Marks the findings a file accepts: those of sheets in `beside`, or of all sheets when that is `None`.
pub fn apply(
    audit: &mut Audit,
    evaluations: &[Evaluation],
    selection: &Selection,
    accepted: &Accepted,
    beside: Option<&PathBuf>,
) -> Applied {
    let here: Vec<&Evaluation> = evaluations
        .iter()
        .filter(|one| beside.is_none_or(|beside| folder(&one.sheet) == Some(beside)))
        .collect();
    let keys: Vec<String> = here.iter().map(|one| sheet_key(&one.sheet)).collect();
    let mut used = vec![false; accepted.entries.len()];
    let mut applied = Applied::default();
    let lists = audit.sheets.iter_mut().map(|sheet| &mut sheet.findings);
    let mut findings: Vec<(Acceptance, &mut Finding)> = lists
        .chain([&mut audit.across])
        .flatten()
        .filter(|finding| here.iter().any(|one| one.sheet.id == finding.place.sheet))
        .map(|finding| (Acceptance::of(finding, evaluations), finding))
        .collect();
    // In its own row first; then, for what is left, in a row it may have moved to.
    for moved in [false, true] {
        for (now, finding) in &mut findings {
            if finding.standing != Standing::Open {
                continue;
            }
            let mut entries = accepted.entries.iter().zip(&mut used);
            let fits = |(entry, used): &(&Acceptance, &mut bool)| match moved {
                false => entry.same_finding(now) && entry.same_place(now),
                true => entry.same_finding(now) && !**used,
            };
            if let Some((entry, used)) = entries.find(|pair| fits(pair)) {
                *used = true;
                finding.standing = Standing::Accepted(decision(entry));
                applied.accepted += 1;
            }
        }
    }
    // What no finding took may have been meant for one that looks different by now.
    for (now, finding) in &mut findings {
        if finding.standing != Standing::Open {
            continue;
        }
        let mut entries = accepted.entries.iter().zip(&mut used);
        let meant = |(entry, used): &(&Acceptance, &mut bool)| !**used && entry.same_place(now);
        if let Some((entry, used)) = entries.find(|pair| meant(pair)) {
            *used = true;
            finding.standing = Standing::Changed(decision(entry));
            applied.changed += 1;
        }
    }
    for (entry, used) in accepted.entries.iter().zip(used) {
        if !keys.contains(&entry.sheet) {
            applied.elsewhere += 1;
        } else if !used && selection.has(&entry.code) {
            applied.unused.push(entry.clone());
        }
    }
    applied
}

fn decision(entry: &Acceptance) -> Decision {
    Decision {
        reason: entry.reason.clone(),
        by: entry.by.clone(),
        figures: entry.figures.clone(),
    }
}
