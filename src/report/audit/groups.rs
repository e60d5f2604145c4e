//! Findings of one check put together, and findings many sheets share told once.

use std::collections::BTreeMap;

use super::{AcceptedRow, AuditedSheets, FoundRow};

/// From this number of sheets on, a finding they all have word for word is told once.
const MANY_SHEETS: usize = 5;

/// Findings with the same check, grade, clause and advice, in the order they came.
pub(in crate::report) fn grouped<'f>(
    findings: impl IntoIterator<Item = &'f FoundRow>,
) -> Vec<Vec<&'f FoundRow>> {
    let mut groups: Vec<Vec<&FoundRow>> = Vec::new();
    let mut places = BTreeMap::new();
    for finding in findings {
        let (severity, outcome) = (finding.severity, finding.outcome);
        let key = (
            finding.code,
            severity,
            outcome,
            &finding.rule,
            &finding.help,
            &finding.accepted,
        );
        let place = *places.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(finding);
    }
    groups
}

/// Findings that many sheets have word for word.
pub(super) struct Shared<'f> {
    sheets: BTreeMap<Key<'f>, Vec<&'f FoundRow>>,
}

type Key<'f> = (
    &'static str,
    &'static str,
    &'static str,
    &'f str,
    &'f str,
    Option<&'f AcceptedRow>,
);

fn key(finding: &FoundRow) -> Key<'_> {
    let (code, rule) = (finding.code, finding.rule.as_str());
    (
        code,
        finding.severity,
        finding.outcome,
        &finding.message,
        rule,
        finding.accepted.as_ref(),
    )
}

impl<'f> Shared<'f> {
    /// Looks through all sheets.
    pub(super) fn of(audited: &'f AuditedSheets) -> Shared<'f> {
        let mut sheets: BTreeMap<Key, Vec<&FoundRow>> = BTreeMap::new();
        for sheet in &audited.sheets {
            for finding in &sheet.findings {
                let same = sheets.entry(key(finding)).or_default();
                if same
                    .last()
                    .is_none_or(|last| last.place.sheet != finding.place.sheet)
                {
                    same.push(finding);
                }
            }
        }
        sheets.retain(|_, same| same.len() >= MANY_SHEETS);
        Shared { sheets }
    }

    /// Whether a finding is told once for all.
    pub(super) fn has(&self, finding: &FoundRow) -> bool {
        self.sheets.contains_key(&key(finding))
    }

    /// What is told once: one finding for all, and the sheets that have it. Most sheets first.
    pub(super) fn each(&self) -> Vec<(&'f FoundRow, Vec<&'f str>)> {
        let mut all: Vec<(&FoundRow, Vec<&str>)> = self
            .sheets
            .values()
            .map(|same| {
                let sheets = same.iter().map(|one| one.place.sheet.as_str());
                (same[0], sheets.collect())
            })
            .collect();
        all.sort_by_key(|(_, sheets)| std::cmp::Reverse(sheets.len()));
        all
    }
}
