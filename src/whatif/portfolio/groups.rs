//! Sums by unit and by department.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::count::spread;
use super::{Count, Entry, Portfolio, Spread};

/// What sheets are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupedBy {
    /// 单位.
    Unit,
    /// 主管部门.
    Department,
}

/// Sheets of one unit or department in a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Whose they are; empty for the sheets that do not say.
    pub name: Arc<str>,
    /// How many there are.
    pub sheets: usize,
    /// Gains and losses.
    pub count: Count,
    /// The changes of their totals; `None` where there are none.
    pub change: Option<Spread>,
}

impl Portfolio {
    /// The groups of a scenario: most changes of grade first, then the largest sum of changes, then by name.
    pub fn groups(&self, column: usize, by: GroupedBy) -> Vec<Group> {
        let mut members: HashMap<&Arc<str>, Vec<&Entry>> = HashMap::new();
        for entry in &self.entries {
            let name = match by {
                GroupedBy::Unit => &entry.unit,
                GroupedBy::Department => &entry.department,
            };
            members.entry(name).or_default().push(entry);
        }
        let groups = members.into_iter().map(|(name, entries)| Group {
            name: Arc::clone(name),
            sheets: entries.len(),
            count: self.count(column, entries.iter().copied()),
            change: changes(&entries, column),
        });
        let mut groups: Vec<Group> = groups.collect();
        groups.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        groups
    }
}

impl Group {
    fn order(&self) -> (Reverse<usize>, Reverse<Decimal>, &str) {
        let moved = self.count.raised + self.count.lowered;
        let sum = self.change.map(|change| change.sum.abs());
        (Reverse(moved), Reverse(sum.unwrap_or_default()), &self.name)
    }
}

fn changes(entries: &[&Entry], column: usize) -> Option<Spread> {
    let deltas = entries.iter().filter_map(|entry| entry.delta(column));
    spread(deltas)
}
