//! Findings by kind, with a few examples of each: what is left of them once the rest is let go.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::FoundRow;
use super::table::is_accepted;
use crate::audit::Outcome;

/// Examples of a kind.
pub(super) const EXAMPLES: usize = 3;

/// Open findings with the same check, grade, clause and advice.
#[derive(Debug, Clone)]
pub(super) struct Kind {
    /// The first of them.
    pub examples: Vec<FoundRow>,
    /// How many there are.
    pub count: usize,
}

/// Every kind of open findings of a run, in the order they came.
#[derive(Debug, Clone, Default)]
pub(super) struct Kinds {
    kinds: Vec<Kind>,
    places: HashMap<Key, usize>,
}

type Key = (&'static str, &'static str, &'static str, String, String);

impl Kinds {
    /// Counts findings that a person has not accepted.
    pub fn add<'f>(&mut self, findings: impl Iterator<Item = &'f FoundRow>) {
        let open = |finding: &&FoundRow| {
            !is_accepted(finding) && finding.grade.1 != Outcome::NotApplicable
        };
        for finding in findings.filter(open) {
            let (rule, help) = (finding.rule.clone(), finding.help.clone());
            let key = (finding.code, finding.severity, finding.outcome, rule, help);
            let place = *self.places.entry(key).or_insert(self.kinds.len());
            if place == self.kinds.len() {
                self.kinds.push(Kind {
                    examples: Vec::new(),
                    count: 0,
                });
            }
            let kind = &mut self.kinds[place];
            kind.count += 1;
            if kind.examples.len() < EXAMPLES {
                kind.examples.push(finding.clone());
            }
        }
    }

    /// Gravest first; what is proven before what is uncertain; then the most frequent.
    pub fn gravest_first(&self) -> Vec<&Kind> {
        let mut kinds: Vec<&Kind> = self.kinds.iter().collect();
        kinds.sort_by_key(|kind| {
            let (severity, outcome) = kind.examples[0].grade;
            let proven = outcome == Outcome::Fails;
            (Reverse(severity), !proven, Reverse(kind.count))
        });
        kinds
    }
}
