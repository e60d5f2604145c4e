//! 排名: which units, and which checks, have the gravest findings.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Entry;
use crate::audit::Audit;
use crate::audit::finding::{Finding, Outcome, Severity};
use crate::number::Fraction;

/// Findings counted: what fails by its severity, what is uncertain, what a person has accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// 严重·不符.
    pub error: usize,
    /// 一般·不符.
    pub warning: usize,
    /// 提示·不符.
    pub note: usize,
    /// 存疑.
    pub uncertain: usize,
    /// Accepted, whatever they are.
    pub accepted: usize,
}

impl Tally {
    /// Counts a finding; one that says that a check was not applicable counts nowhere.
    pub fn add(&mut self, finding: &Finding) {
        let count = match (finding.outcome, finding.severity) {
            (Outcome::NotApplicable, _) => return,
            _ if finding.standing.is_accepted() => &mut self.accepted,
            (Outcome::Uncertain, _) => &mut self.uncertain,
            (Outcome::Fails, Severity::Error) => &mut self.error,
            (Outcome::Fails, Severity::Warning) => &mut self.warning,
            (Outcome::Fails, Severity::Note) => &mut self.note,
        };
        *count += 1;
    }

    fn plus(&mut self, other: &Tally) {
        self.error += other.error;
        self.warning += other.warning;
        self.note += other.note;
        self.uncertain += other.uncertain;
        self.accepted += other.accepted;
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        *self == Tally::default()
    }

    /// For sorting: more that fails comes first, gravest severity first.
    fn gravity(&self) -> Reverse<(usize, usize, usize)> {
        Reverse((self.error, self.warning, self.note))
    }
}

/// A unit in the ranking.
#[derive(Debug, Clone)]
pub struct UnitRank {
    /// 单位名称; empty for a sheet that states none, which is ranked by itself.
    pub unit: Arc<str>,
    /// Its sheets.
    pub sheets: usize,
    /// Its findings.
    pub tally: Tally,
    /// The largest deviation of its totals, with its sign.
    pub deviation: Option<Fraction>,
    /// Its sheet with the gravest findings: the one to begin with.
    pub first: Box<str>,
    /// The findings of that sheet.
    of_first: Tally,
}

/// A check in the ranking.
#[derive(Debug, Clone, Copy)]
pub struct CheckRank {
    /// Its code.
    pub code: &'static str,
    /// Its findings.
    pub tally: Tally,
    /// Sheets and target tables it has findings in.
    pub sheets: usize,
}

/// Everything counted and put in order.
#[derive(Debug, Clone, Default)]
pub struct Standings {
    /// All findings.
    pub all: Tally,
    /// The units, gravest first: by what fails, then by the largest deviation, then by what is uncertain,
    /// then by name.
    pub units: Vec<UnitRank>,
    /// The checks that found something: by what fails, then by what is uncertain, then by code.
    pub checks: Vec<CheckRank>,
}

impl Audit {
    /// Counts the findings as they stand now: without the checks left out, accepted ones apart.
    pub fn standings(&self) -> Standings {
        let counted = self.counted();
        let mut standings = Standings {
            all: counted.all,
            checks: in_order(counted.checks),
            units: Vec::new(),
        };
        let entries = self.portfolio.entries().iter();
        let mut units: HashMap<(&str, &str), UnitRank> = HashMap::new();
        for (entry, tally) in entries.zip(&counted.entries) {
            let nameless = if entry.unit.is_empty() { &entry.id } else { "" };
            units
                .entry((&entry.unit, nameless))
                .and_modify(|unit| unit.take(entry, tally))
                .or_insert_with(|| UnitRank::new(entry, tally));
        }
        standings.units = units.into_values().collect();
        standings.units.sort_unstable_by(|a, b| {
            let order = |unit: &UnitRank| {
                let off = unit.deviation.map(Fraction::absolute);
                (
                    unit.tally.gravity(),
                    Reverse(off),
                    Reverse(unit.tally.uncertain),
                )
            };
            let names = || (&a.unit, &a.first).cmp(&(&b.unit, &b.first));
            order(a).cmp(&order(b)).then_with(names)
        });
        standings
    }
}

fn in_order(checks: BTreeMap<&'static str, (Tally, usize)>) -> Vec<CheckRank> {
    let found = checks
        .into_iter()
        .filter(|(_, (tally, _))| !tally.is_empty());
    let mut ranks: Vec<CheckRank> = found
        .map(|(code, (tally, sheets))| CheckRank {
            code,
            tally,
            sheets,
        })
        .collect();
    ranks.sort_unstable_by_key(|rank| {
        let tally = rank.tally;
        (tally.gravity(), Reverse(tally.uncertain), rank.code)
    });
    ranks
}

impl UnitRank {
    fn new(entry: &Entry, tally: &Tally) -> UnitRank {
        UnitRank {
            unit: entry.unit.clone(),
            sheets: 1,
            tally: *tally,
            deviation: entry.deviation(),
            first: entry.id.clone(),
            of_first: *tally,
        }
    }

    fn take(&mut self, entry: &Entry, tally: &Tally) {
        self.sheets += 1;
        self.tally.plus(tally);
        let off = entry.deviation();
        if off.map(Fraction::absolute) > self.deviation.map(Fraction::absolute) {
            self.deviation = off;
        }
        let graver = |tally: &Tally| (tally.gravity(), Reverse(tally.uncertain));
        if graver(tally) < graver(&self.of_first) {
            self.first = entry.id.clone();
            self.of_first = *tally;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_with_nothing_counted_is_no_row() {
        let checks = |tally| BTreeMap::from([("C61", (tally, 1))]);
        let some = Tally {
            uncertain: 1,
            ..Tally::default()
        };
        assert!(in_order(checks(Tally::default())).is_empty());
        assert_eq!(in_order(checks(some)).len(), 1);
    }
}
