//! Counts of a scenario: who gains, who loses, who moves from one grade to another.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{Entry, GradeId, Portfolio, Standing};
use crate::number::{Fraction, median};
use crate::whatif::comparison::sum;

/// Where a sheet stands in the migration table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Where {
    /// In a grade.
    Grade(GradeId),
    /// It has a total that is in no grade.
    Ungraded,
    /// It has no total.
    NoTotal,
}

impl Where {
    fn of(standing: Standing<GradeId>) -> Where {
        match standing {
            Standing {
                grade: Some(grade), ..
            } => Where::Grade(grade),
            Standing { total: Some(_), .. } => Where::Ungraded,
            Standing { total: None, .. } => Where::NoTotal,
        }
    }
}

/// A cell of the migration table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// In the baseline.
    pub before: Where,
    /// In the scenario.
    pub after: Where,
    /// How many sheets.
    pub sheets: usize,
}

/// Lowest, mean, middle and highest of some figures, all exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// How many there are.
    pub count: usize,
    /// All together.
    pub sum: Decimal,
    /// `sum` ÷ `count`.
    pub mean: Fraction,
    /// The middle one.
    pub median: Fraction,
    /// The lowest.
    pub lowest: Decimal,
    /// The highest.
    pub highest: Decimal,
}

/// Sheets with both totals, by how these compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
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
}

impl Count {
    /// Sheets with both totals.
    pub fn compared(&self) -> usize {
        self.gain + self.lose + self.same
    }
}

impl Portfolio {
    /// The migration table of a scenario: the cells with sheets in them, best grades first. They add up to
    /// the sheets that the scenario could be scored for.
    pub fn migration(&self, column: usize) -> Vec<Cell> {
        let mut cells: HashMap<(Where, Where), usize> = HashMap::new();
        for entry in &self.entries {
            if let Some(after) = entry.after(column) {
                let cell = (Where::of(entry.before), Where::of(after));
                *cells.entry(cell).or_default() += 1;
            }
        }
        let mut cells: Vec<Cell> = cells
            .into_iter()
            .map(|((before, after), sheets)| Cell {
                before,
                after,
                sheets,
            })
            .collect();
        cells.sort_unstable_by_key(|cell| (self.order(cell.before), self.order(cell.after)));
        cells
    }

    /// Best grades first, by the total they begin at; then no grade, then no total.
    pub fn order(&self, place: Where) -> (u8, Reverse<Decimal>, usize) {
        match place {
            Where::Grade(id) => (0, Reverse(self.grade(id).from), id.0),
            Where::Ungraded => (1, Reverse(Decimal::ZERO), 0),
            Where::NoTotal => (2, Reverse(Decimal::ZERO), 0),
        }
    }

    /// Gains and losses of some sheets.
    pub fn count<'e>(&self, column: usize, entries: impl Iterator<Item = &'e Entry>) -> Count {
        let mut count = Count::default();
        for entry in entries {
            let Some(delta) = entry.delta(column) else {
                continue;
            };
            match delta.cmp(&Decimal::ZERO) {
                Ordering::Greater => count.gain += 1,
                Ordering::Less => count.lose += 1,
                Ordering::Equal => count.same += 1,
            }
            match self.move_of(entry, column) {
                Ordering::Greater => count.raised += 1,
                Ordering::Less => count.lowered += 1,
                Ordering::Equal => {}
            }
        }
        count
    }

    /// The totals of the sheets that have both, before and after, and their changes; `None` where there
    /// are none.
    pub fn spreads(&self, column: usize) -> Option<[Spread; 3]> {
        let both = |entry: &Entry| {
            let after = entry.after(column)?.total?;
            Some((entry.before.total?, after, entry.delta(column)?))
        };
        let all: Vec<_> = self.entries.iter().filter_map(both).collect();
        let before = spread(all.iter().map(|(before, ..)| *before))?;
        let after = spread(all.iter().map(|(_, after, _)| *after))?;
        let change = spread(all.iter().map(|(.., delta)| *delta))?;
        Some([before, after, change])
    }

    /// The sheets that lose, or gain, most; the first `most`, those of the same change in the order of
    /// their ids.
    pub fn movers(&self, column: usize, way: Ordering, most: usize) -> Vec<&Entry> {
        let entries = self.entries.iter();
        let mut movers: Vec<(Decimal, &Entry)> = entries
            .filter_map(|entry| Some((entry.delta(column)?, entry)))
            .filter(|(delta, _)| delta.cmp(&Decimal::ZERO) == way)
            .collect();
        // The order of entries is that of the files: equal ids keep it.
        movers.sort_by(|(a, one), (b, other)| {
            let size = b.abs().cmp(&a.abs());
            size.then_with(|| one.id.cmp(&other.id))
        });
        movers.truncate(most);
        movers.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The sheets that come into another grade, or in or out of having one, in the order of the files.
    pub fn flips(&self, column: usize) -> impl Iterator<Item = &Entry> {
        let entries = self.entries.iter();
        entries.filter(move |entry| entry.flips(column))
    }
}

pub(super) fn spread(figures: impl Iterator<Item = Decimal> + Clone) -> Option<Spread> {
    let mut exact: Vec<Fraction> = figures.clone().map(Fraction::from).collect();
    let count = exact.len();
    let all = sum(figures.clone())?;
    let of = Fraction::from(i64::try_from(count).ok()?);
    Some(Spread {
        count,
        sum: all,
        mean: Fraction::from(all).over(of).ok()?,
        median: median(&mut exact)?,
        lowest: figures.clone().min()?,
        highest: figures.max()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spread_is_exact() {
        let figures = [-10, 5, -5].map(|hundredths| Decimal::new(hundredths, 2));
        let found = spread(figures.into_iter()).unwrap();
        assert_eq!(found.sum.to_string(), "-0.10");
        let third = Fraction::from(found.sum).over(Fraction::from(3)).unwrap();
        assert_eq!((found.count, found.mean), (3, third));
        assert_eq!(found.median, Fraction::from(figures[2]));
        assert_eq!((found.lowest, found.highest), (figures[0], figures[1]));
        assert_eq!(spread(std::iter::empty()), None);
    }
}
