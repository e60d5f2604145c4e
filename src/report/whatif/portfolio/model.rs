//! The model behind every format.

use std::cmp::Ordering;

use serde::Serialize;

use super::{GroupRow, Mover};
use crate::report::Figure;
use crate::rules::pack::Bilingual;
use crate::whatif::portfolio::{Cell, Entry, GroupedBy, Portfolio, Spread, Where};
use crate::words::{Lang, migration as words};

/// Sheets that are listed as gaining or losing most.
const MOST_MOVERS: usize = 10;

/// Many sheets together.
#[derive(Debug, Clone, Serialize)]
pub struct WhatIfPortfolio {
    /// How many sheets there are.
    pub sheets: usize,
    /// How many units they are of; a sheet that states none counts by itself.
    pub units: usize,
    /// The rules they stand under, as `pack@edition`; several where sheets are of several years.
    pub rules: Vec<String>,
    /// Every scenario, in the order a sheet has them in.
    pub scenarios: Vec<PortfolioScenario>,
}

/// What a scenario does to them.
#[derive(Debug, Clone, Serialize)]
pub struct PortfolioScenario {
    /// What it is called, the same under several rules; the rules, for the sheets as they stand under
    /// others.
    pub name: String,
    /// What it is for; absent mostly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The rules it was scored under, as `pack@edition`; several where sheets are of several years.
    pub rules: Vec<String>,
    /// What the figures have to be read with, in the language of the run: weights that no longer add up.
    pub notes: Vec<String>,
    /// Sheets that are in the migration table: all but those in `failed`.
    pub sheets: usize,
    /// The totals before and after, and the change, of the sheets that have both; null where none has.
    pub change: Option<ChangeRow>,
    /// Sheets that rise into a better grade.
    pub raised: usize,
    /// Sheets that fall into a worse one.
    pub lowered: usize,
    /// Sheets by grade, before and after.
    pub grades: Vec<GradeRow>,
    /// Sheets by grade before and grade after; cells without sheets are left out.
    pub migration: Vec<MigrationCell>,
    /// The ten sheets that gain most.
    pub gainers: Vec<Mover>,
    /// The ten sheets that lose most.
    pub losers: Vec<Mover>,
    /// Every sheet with another grade than before.
    pub flips: Vec<Mover>,
    /// The units: most changes of grade first, then the largest sum of changes, then by name.
    pub units: Vec<GroupRow>,
    /// The departments, in the same order.
    pub departments: Vec<GroupRow>,
    /// Ids of sheets none of the changes fits; they count as they are.
    pub fits_nowhere: Vec<String>,
    /// Ids of sheets that cannot be changed like that, or not scored; they are not counted.
    pub failed: Vec<String>,
    /// Ids of sheets without a total in the baseline.
    pub no_total_before: Vec<String>,
    /// Ids of sheets without a total in the scenario.
    pub no_total_after: Vec<String>,
}

/// The sheets with a total on both sides.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeRow {
    /// How many there are.
    pub sheets: usize,
    /// Sheets whose total is higher in the scenario.
    pub gain: usize,
    /// Sheets whose total is lower.
    pub lose: usize,
    /// Sheets whose total is the same.
    pub same: usize,
    /// The totals in the baseline.
    pub before: Totals,
    /// The totals in the scenario.
    pub after: Totals,
    /// The changes.
    pub delta: Totals,
}

/// Some figures. Means and medians are exact, or of six places where they do not end.
#[derive(Debug, Clone, Serialize)]
pub struct Totals {
    /// All together, exact.
    pub sum: Figure,
    /// The mean.
    pub mean: Option<Figure>,
    /// The middle one.
    pub median: Option<Figure>,
    /// The lowest.
    pub lowest: Figure,
    /// The highest.
    pub highest: Figure,
}

/// Where a sheet stands: a grade by its Chinese name, `""` for a total in no grade, null without a total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Side {
    zh: Option<String>,
    /// The name in both languages (not in JSON).
    #[serde(skip)]
    pub name: Option<Bilingual>,
}

/// Sheets of a grade.
#[derive(Debug, Clone, Serialize)]
pub struct GradeRow {
    /// The grade.
    pub grade: Side,
    /// Sheets in it in the baseline.
    pub before: usize,
    /// Sheets in it in the scenario.
    pub after: usize,
}

/// A cell of the migration table.
#[derive(Debug, Clone, Serialize)]
pub struct MigrationCell {
    /// The grade in the baseline.
    pub before: Side,
    /// The grade in the scenario.
    pub after: Side,
    /// How many sheets.
    pub sheets: usize,
}

impl Side {
    fn of(portfolio: &Portfolio, place: Where) -> Side {
        let name = match place {
            Where::Grade(id) => Some(portfolio.grade(id).name.clone()),
            Where::Ungraded | Where::NoTotal => None,
        };
        let zh = match (place, &name) {
            (Where::NoTotal, _) => None,
            (_, Some(name)) => Some(name.zh.clone()),
            (_, None) => Some(String::new()),
        };
        Side { zh, name }
    }

    /// Whether there is a total.
    pub fn has_total(&self) -> bool {
        self.zh.is_some()
    }
}

impl WhatIfPortfolio {
    /// The portfolio as it stands.
    pub fn new(portfolio: &Portfolio, lang: Lang) -> WhatIfPortfolio {
        let columns = 0..portfolio.columns().len();
        WhatIfPortfolio {
            sheets: portfolio.entries().len(),
            units: portfolio.units(),
            rules: portfolio.rules().map(str::to_owned).collect(),
            scenarios: columns
                .map(|column| scenario(portfolio, column, lang))
                .collect(),
        }
    }
}

fn scenario(portfolio: &Portfolio, column: usize, lang: Lang) -> PortfolioScenario {
    let about = &portfolio.columns()[column];
    let entries = portfolio.entries();
    let count = portfolio.count(column, entries.iter());
    let cells = portfolio.migration(column);
    let movers = |way| {
        let movers = portfolio.movers(column, way, MOST_MOVERS).into_iter();
        movers.map(|entry| Mover::new(portfolio, entry, column))
    };
    let groups = |by| {
        let groups = portfolio.groups(column, by);
        groups.iter().map(GroupRow::of).collect()
    };
    let ids = |which: &dyn Fn(&Entry) -> bool| {
        let entries = entries.iter().filter(|entry| which(entry));
        entries.map(|entry| entry.id.to_string()).collect()
    };
    let no_total_after = |entry: &Entry| {
        let after = entry.after(column);
        after.is_some_and(|after| after.total.is_none())
    };
    let rules: Vec<String> = about.rules.iter().cloned().collect();
    PortfolioScenario {
        name: about.name.clone().unwrap_or_else(|| rules.join(", ")),
        reason: about.reason.clone(),
        rules,
        notes: about
            .remarks
            .iter()
            .map(|(remark, sheets)| words::in_sheets(lang, remark.describe(lang), sheets))
            .collect(),
        sheets: cells.iter().map(|cell| cell.sheets).sum(),
        change: portfolio
            .spreads(column)
            .map(|[before, after, delta]| ChangeRow {
                sheets: count.compared(),
                gain: count.gain,
                lose: count.lose,
                same: count.same,
                before: totals(before),
                after: totals(after),
                delta: totals(delta),
            }),
        raised: count.raised,
        lowered: count.lowered,
        grades: grades(portfolio, &cells),
        migration: cells
            .iter()
            .map(|cell| MigrationCell {
                before: Side::of(portfolio, cell.before),
                after: Side::of(portfolio, cell.after),
                sheets: cell.sheets,
            })
            .collect(),
        gainers: movers(Ordering::Greater).collect(),
        losers: movers(Ordering::Less).collect(),
        flips: portfolio
            .flips(column)
            .map(|entry| Mover::new(portfolio, entry, column))
            .collect(),
        units: groups(GroupedBy::Unit),
        departments: groups(GroupedBy::Department),
        fits_nowhere: ids(&|entry| entry.fits_nowhere(column)),
        failed: ids(&|entry| entry.after(column).is_none()),
        no_total_before: ids(&|entry| entry.before.total.is_none()),
        no_total_after: ids(&no_total_after),
    }
}

/// The margins of the migration table.
fn grades(portfolio: &Portfolio, cells: &[Cell]) -> Vec<GradeRow> {
    let sides = cells.iter().flat_map(|cell| [cell.before, cell.after]);
    let mut sides: Vec<Where> = sides.collect();
    sides.sort_unstable_by_key(|side| portfolio.order(*side));
    sides.dedup();
    let sheets = |of: &dyn Fn(&Cell) -> bool| {
        let cells = cells.iter().filter(|cell| of(cell));
        cells.map(|cell| cell.sheets).sum()
    };
    let rows = sides.into_iter().map(|side| GradeRow {
        grade: Side::of(portfolio, side),
        before: sheets(&|cell| cell.before == side),
        after: sheets(&|cell| cell.after == side),
    });
    rows.collect()
}

fn totals(spread: Spread) -> Totals {
    Totals {
        sum: Figure(spread.sum),
        mean: Figure::exact(spread.mean),
        median: Figure::exact(spread.median),
        lowest: Figure(spread.lowest),
        highest: Figure(spread.highest),
    }
}
