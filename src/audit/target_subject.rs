//! A target table as the checks look at it.

use super::direction::counts_things;
use super::finding::{Finding, Outcome, Place};
use super::profile::Profile;
use super::text;
use crate::sheet::{Direction, Origin, TargetRow, TargetTable, TargetValues};
use crate::value::{Operator, Quantity, Scale, Target, Value};

/// One target table with the profile.
pub struct TargetSubject<'a> {
    /// The table.
    pub table: &'a TargetTable,
    /// Thresholds and words.
    pub profile: &'a Profile,
    /// 长期绩效目标.
    pub long_term: Vec<PromisedRow<'a>>,
    /// 年度绩效目标.
    pub annual: Vec<PromisedRow<'a>>,
}

/// One row of a target table.
#[derive(Clone, Copy)]
pub struct PromisedRow<'a> {
    /// Its number: long-term rows first, then annual ones, from 1.
    pub number: u32,
    /// The row.
    pub row: &'a TargetRow,
    /// The year the table plans.
    year: Option<u16>,
    /// Thresholds and words.
    profile: &'a Profile,
}

impl<'a> TargetSubject<'a> {
    /// Prepares a table for the checks.
    pub fn new(table: &'a TargetTable, profile: &'a Profile) -> TargetSubject<'a> {
        let rows = table.long_term.iter().chain(&table.annual);
        let mut rows = (1..).zip(rows).map(|(number, row)| PromisedRow {
            number,
            row,
            year: table.year,
            profile,
        });
        let long_term = rows.by_ref().take(table.long_term.len()).collect();
        TargetSubject {
            table,
            profile,
            long_term,
            annual: rows.collect(),
        }
    }

    /// Every row, long-term ones first.
    pub fn rows(&self) -> impl Iterator<Item = &PromisedRow<'a>> {
        self.long_term.iter().chain(&self.annual)
    }

    /// A place at a row.
    pub fn at_row(&self, row: &PromisedRow) -> Place {
        Place {
            sheet: self.table.id.clone(),
            row: Some(row.number),
            origin: row.row.origin.clone(),
        }
    }

    /// A place anywhere else in the table.
    pub fn at(&self, origin: &Origin) -> Place {
        Place {
            sheet: self.table.id.clone(),
            row: None,
            origin: origin.clone(),
        }
    }
}

impl<'a> PromisedRow<'a> {
    /// The name of the indicator.
    pub fn name(&self) -> &'a str {
        &self.row.indicator
    }

    /// The first label above it, or nothing.
    pub fn level1(&self) -> &'a str {
        self.row.levels.first().map_or("", String::as_str)
    }

    /// The second label above it, or nothing.
    pub fn level2(&self) -> &'a str {
        self.row.levels.get(1).map_or("", String::as_str)
    }

    /// The promise for the year the table plans; the latest one where it names no year.
    pub fn target(&self) -> Option<&'a Target> {
        match &self.row.values {
            TargetValues::One(target) => Some(target),
            TargetValues::ByYear(years) => match self.year {
                Some(year) => self.of_year(year),
                None => years.last().map(|(_, target)| target),
            },
        }
    }

    /// The value of one of the years, where years are told apart.
    pub fn of_year(&self, year: u16) -> Option<&'a Target> {
        let TargetValues::ByYear(years) = &self.row.values else {
            return None;
        };
        let found = years.iter().find(|(one, _)| *one == year);
        found.map(|(_, target)| target)
    }

    /// The values of earlier years, latest first.
    pub fn history(&self) -> Vec<(u16, &'a Target)> {
        let TargetValues::ByYear(years) = &self.row.values else {
            return Vec::new();
        };
        let planned = self.year.or(years.last().map(|(year, _)| *year));
        let earlier = years.iter().filter(|(year, _)| Some(*year) < planned);
        earlier.rev().map(|(year, one)| (*year, one)).collect()
    }

    /// Which way is better for one of its values, and whether that is sure: it is written, or the row
    /// counts things, or is a rate of which more is better. `None` where nothing tells.
    pub fn direction(&self, target: &Target) -> Option<(Direction, bool)> {
        let Value::Quantity(amount) = &target.0.value else {
            return None;
        };
        match target.0.operator {
            Some(Operator::AtLeast | Operator::MoreThan) => {
                return Some((Direction::AtLeast, true));
            }
            Some(Operator::AtMost | Operator::LessThan) => return Some((Direction::AtMost, true)),
            Some(Operator::Equal) | None => {}
        }
        let words = &self.profile.words;
        let (level, name) = (self.level2(), self.name());
        let may_be_less = text::has_any(name, &words.fewer_may_be_better)
            || text::has_any(level, &words.reverse_levels)
            || text::has_any(self.level1(), &words.reverse_levels);
        // 时效 reverses durations, not rates: 及时率 98%.
        let good_rate = is_share(amount)
            && text::has_any(name, &words.bounded_rates)
            && !text::has_any(name, &words.unbounded_rates);
        if good_rate && !text::has_any(name, &words.fewer_may_be_better) {
            return Some((Direction::AtLeast, true));
        }
        if may_be_less {
            return None;
        }
        let counted = counts_things(words, amount, level, name);
        Some((Direction::AtLeast, counted))
    }

    /// A finding on this row: what stands in a row whose columns are doubtful proves nothing.
    pub fn sure(&self, finding: Finding) -> Finding {
        match (self.row.doubtful, finding.outcome) {
            (true, Outcome::Fails) => Finding {
                outcome: Outcome::Uncertain,
                ..finding
            },
            _ => finding,
        }
    }
}

/// Whether an amount is a percentage.
pub(super) fn is_share(amount: &Quantity) -> bool {
    matches!(amount.scale, Scale::Percent | Scale::Permille)
}
