//! Sheets that can be compared, and how their totals and grades are spread.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Entry, Portfolio};
use crate::number::{Fraction, median};
use crate::rules::RulePack;
use crate::sheet::Scope;

/// Lowest, middle and highest of some totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// How many there are.
    pub count: usize,
    /// The lowest.
    pub lowest: Decimal,
    /// The middle one, exact.
    pub median: Option<Fraction>,
    /// The highest.
    pub highest: Decimal,
}

/// 评价等级 under one pack.
#[derive(Debug, Clone)]
pub struct Bands {
    /// The pack.
    pub pack: Arc<RulePack>,
    /// One entry a band, in the order of the pack.
    pub counts: Vec<GradeCounts>,
    /// Totals without a band, or no total.
    pub without: GradeCounts,
    /// Sheets whose recomputed total falls into a lower band than the reported one, and into a higher.
    pub moved: (usize, usize),
}

/// Sheets of a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GradeCounts {
    /// By the total as printed.
    pub reported: usize,
    /// By the total under the rule.
    pub computed: usize,
}

impl Portfolio {
    /// Sheets that can be compared with one another: the same scope, year and rule.
    pub(in crate::audit) fn peers(&self) -> impl Iterator<Item = Vec<&Entry>> {
        type Key<'e> = (bool, Option<u16>, &'e str, &'e str);
        let mut peers: BTreeMap<Key, Vec<&Entry>> = BTreeMap::new();
        for entry in &self.entries {
            let whole = entry.scope == Scope::Unit;
            let key = (whole, entry.year, &*entry.pack.pack, &*entry.pack.edition);
            peers.entry(key).or_default().push(entry);
        }
        peers.into_values()
    }

    /// The totals as printed, and those under the rule; `None` where there are none.
    pub fn totals(&self) -> (Option<Spread>, Option<Spread>) {
        let entries = self.entries.iter();
        let reported = entries.filter_map(|entry| Some(entry.reported?.value));
        let computed = self.entries.iter().filter_map(|entry| entry.computed);
        (spread(reported), spread(computed))
    }

    /// The grades, pack by pack; packs without grades are left out.
    pub fn grades(&self) -> Vec<Bands> {
        let mut packs: BTreeMap<(&str, &str), Bands> = BTreeMap::new();
        for entry in &self.entries {
            let pack = &entry.pack;
            let bands = packs.entry((&pack.pack, &pack.edition));
            let bands = bands.or_insert_with(|| Bands {
                pack: pack.clone(),
                counts: vec![GradeCounts::default(); pack.grades.len()],
                without: GradeCounts::default(),
                moved: (0, 0),
            });
            bands.count(entry.grades);
        }
        let graded = packs.into_values();
        graded.filter(|bands| !bands.counts.is_empty()).collect()
    }
}

impl Bands {
    fn count(&mut self, (reported, computed): (Option<usize>, Option<usize>)) {
        if let Some(counts) = self.band(reported) {
            counts.reported += 1;
        }
        if let Some(counts) = self.band(computed) {
            counts.computed += 1;
        }
        // Bands stand in the order of the pack, the best first.
        if let (Some(reported), Some(computed)) = (reported, computed) {
            self.moved.0 += usize::from(computed > reported);
            self.moved.1 += usize::from(computed < reported);
        }
    }

    fn band(&mut self, index: Option<usize>) -> Option<&mut GradeCounts> {
        match index {
            Some(index) => self.counts.get_mut(index),
            None => Some(&mut self.without),
        }
    }
}

fn spread(totals: impl Iterator<Item = Decimal>) -> Option<Spread> {
    let totals: Vec<Decimal> = totals.collect();
    let mut exact: Vec<Fraction> = totals.iter().copied().map(Fraction::from).collect();
    Some(Spread {
        count: totals.len(),
        lowest: *totals.iter().min()?,
        median: median(&mut exact),
        highest: *totals.iter().max()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{PackFiles, load};

    #[test]
    fn a_sheet_that_keeps_its_grade_moved_neither_way() {
        let files = PackFiles::of_shipped("wuhan", "2024").unwrap();
        let pack = Arc::new(load(&files).unwrap());
        let mut bands = Bands {
            counts: vec![GradeCounts::default(); pack.grades.len()],
            without: GradeCounts::default(),
            moved: (0, 0),
            pack,
        };
        for grades in [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (3, 1)] {
            bands.count((Some(grades.0), Some(grades.1)));
        }
        assert_eq!(bands.moved, (2, 1));
    }
}
