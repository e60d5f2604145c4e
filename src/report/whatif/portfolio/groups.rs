//! Sums by unit and by department.

use serde::Serialize;

use crate::report::Figure;
use crate::whatif::portfolio::Group;

/// Sheets of one unit or department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupRow {
    /// Whose they are; null for the sheets that do not say.
    pub name: Option<String>,
    /// How many there are.
    pub sheets: usize,
    /// Sheets whose total is higher in the scenario.
    pub gain: usize,
    /// Sheets whose total is lower.
    pub lose: usize,
    /// Sheets whose total is the same.
    pub same: usize,
    /// Sheets that rise into a better grade.
    pub raised: usize,
    /// Sheets that fall into a worse one.
    pub lowered: usize,
    /// The changes of their totals together, exact; null where no sheet has both totals.
    pub sum: Option<Figure>,
    /// That divided by the number of changes; six places where it does not end.
    pub mean: Option<Figure>,
}

impl GroupRow {
    pub(super) fn of(group: &Group) -> GroupRow {
        let count = group.count;
        GroupRow {
            name: Some(group.name.to_string()).filter(|name| !name.is_empty()),
            sheets: group.sheets,
            gain: count.gain,
            lose: count.lose,
            same: count.same,
            raised: count.raised,
            lowered: count.lowered,
            sum: group.change.map(|change| Figure(change.sum)),
            mean: group.change.and_then(|change| Figure::exact(change.mean)),
        }
    }
}
