//! Defects, planted one at a time: each planter turns a clean bundle into one with exactly one defect and
//! says where it must be found and how surely. Adding a check to the catalogue means adding its planters
//! to one of the tables here.

mod across;
mod completeness;
mod consistency;
mod joins;
mod many;
mod near;
mod points;
mod standards;
mod sums;
mod targets;
mod told;

use jixiao::audit::Outcome;

use super::bundle;
use super::figures::{self, asks_for_words, is_far_above, plain};
use super::folder;
use super::model::{Bundle, Kind, Measure, Pack, Sheet};
use super::rng::Rng;
use super::run::Place;
use super::sheet;

/// Where a defect may be reported; without a row, anywhere in the sheet or table.
pub type Spot = (Place, Option<u32>);

/// What a planter makes of a bundle; `None` where it finds no room for its defect.
pub type Plant = fn(&mut Rng, &mut Bundle) -> Option<Vec<Spot>>;

/// A defect, or something that only looks like one.
pub struct Planter {
    pub code: &'static str,
    pub what: &'static str,
    /// What it is planted in.
    pub size: Size,
    /// The outcome that must come out at least; `None` for a look-alike, about which nothing may fail.
    pub expects: Option<Outcome>,
    /// Checks that may fail as well, because they follow from the defect.
    pub also: &'static [&'static str],
    /// Checks that may not say anything at all, not even that something is uncertain.
    pub silent: &'static [&'static str],
    pub plant: Plant,
}

/// How much is audited in one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// One sheet.
    Sheet,
    /// The sheets and target tables of one unit.
    Unit,
    /// The sheets of many units.
    Folder,
}

impl Size {
    /// A clean bundle; a folder has no more than so many sheets.
    pub fn bundle(self, rng: &mut Rng, most: usize) -> Bundle {
        match self {
            Size::Sheet => bundle::single(rng),
            Size::Unit => bundle::whole(rng),
            Size::Folder => folder::folder(rng, most),
        }
    }
}

/// Checks without a planter, and why.
pub const WITHOUT: &[(&str, &str)] = &[];

/// All of them, in the order of their codes within each family.
pub fn all() -> impl Iterator<Item = &'static Planter> {
    let tables = [
        sums::ALL,
        points::ALL,
        completeness::ALL,
        consistency::ALL,
        standards::ALL,
        told::ALL,
        across::ALL,
        joins::ALL,
        targets::ALL,
        many::ALL,
        near::ALL,
    ];
    tables.into_iter().flatten()
}

const fn fails(code: &'static str, what: &'static str, plant: Plant) -> Planter {
    Planter {
        code,
        what,
        size: Size::Sheet,
        expects: Some(Outcome::Fails),
        also: &[],
        silent: &[],
        plant,
    }
}

const fn uncertain(code: &'static str, what: &'static str, plant: Plant) -> Planter {
    Planter {
        expects: Some(Outcome::Uncertain),
        ..fails(code, what, plant)
    }
}

const fn near(code: &'static str, what: &'static str, plant: Plant) -> Planter {
    Planter {
        expects: None,
        ..fails(code, what, plant)
    }
}

impl Planter {
    const fn whole(self) -> Planter {
        Planter {
            size: Size::Unit,
            ..self
        }
    }

    const fn folder(self) -> Planter {
        Planter {
            size: Size::Folder,
            ..self
        }
    }

    const fn silent(self, silent: &'static [&'static str]) -> Planter {
        Planter { silent, ..self }
    }

    const fn also(self, also: &'static [&'static str]) -> Planter {
        Planter { also, ..self }
    }
}

/// The first sheet of a bundle, with its rule.
fn first(bundle: &mut Bundle) -> (Pack, &mut Sheet) {
    (bundle.pack, &mut bundle.sheets[0])
}

fn at_sheet(index: usize) -> Option<Vec<Spot>> {
    Some(vec![(Place::Sheet(index), None)])
}

fn at_row(index: usize, row: u32) -> Option<Vec<Spot>> {
    Some(vec![(Place::Sheet(index), Some(row))])
}

fn at_table(index: usize, row: usize) -> Option<Vec<Spot>> {
    Some(vec![(Place::Table(index), Some(row as u32))])
}

/// A row for which something holds.
fn some_row(rng: &mut Rng, sheet: &Sheet, fits: impl Fn(&Measure) -> bool) -> Option<u32> {
    let rows: Vec<u32> = sheet
        .rows()
        .filter(|(_, _, one)| fits(one))
        .map(|(row, _, _)| row)
        .collect();
    (!rows.is_empty()).then(|| *rng.pick(&rows))
}

/// The index of a row's indicator.
fn indicator_of(sheet: &Sheet, row: u32) -> usize {
    sheet
        .rows()
        .find(|(at, _, _)| *at == row)
        .expect("a row of the sheet")
        .1
}

/// Whether the target itself says which way is better.
fn is_explicit(measure: &Measure) -> bool {
    let starts = measure.target.starts_with(|c: char| c.is_numeric());
    matches!(measure.kind, Kind::AtLeast | Kind::AtMost)
        && (!starts || measure.target.contains(['上', '内']))
}

/// Whether the row is scored by figures, its direction stated and its mark printed on it.
fn is_certain(measure: &Measure) -> bool {
    is_explicit(measure) && measure.mark_text.is_some()
}

/// Whole things that are better when more, with a stated direction.
fn is_count(measure: &Measure) -> bool {
    measure.kind == Kind::AtLeast
        && is_explicit(measure)
        && measure.unit != "%"
        && measure.aim >= 5_000
}

/// Points as changed are printed, added up and graded again; sentences that quote them go.
fn close(sheet: &mut Sheet) {
    sheet.narrative.clear();
    sheet::close(sheet);
}

/// Gives a row other points, everything else as it was.
fn set_points(sheet: &mut Sheet, row: u32, hundredths: u128) {
    let style = sheet.style;
    let measure = sheet.measure_mut(row);
    measure.points = hundredths;
    measure.points_text = figures::points(style, hundredths);
    close(sheet);
}

/// Gives a row another actual, and the points for it.
fn set_done(pack: &Pack, sheet: &mut Sheet, row: u32, done: u128) {
    let measure = sheet.measure_mut(row);
    measure.done = done;
    measure.actual = plain(done, measure.unit);
    sheet::resettle(pack, sheet, row);
    close(sheet);
}

/// Puts all explanations beside their rows, so that one can be changed without another speaking for it.
fn explain_beside(pack: &Pack, sheet: &mut Sheet) {
    sheet.reasons.clear();
    for one in &mut sheet.indicators {
        let asks = one
            .measures
            .iter()
            .any(|measure| asks_for_words(pack, measure));
        one.reason = asks.then(|| "与年初设想有出入，已逐项核对".to_owned());
    }
    sheet.money.reason = Some("资金按进度支付".to_owned());
}

/// Makes every unmet row met, with the points for it.
fn meet_all(pack: &Pack, sheet: &mut Sheet) {
    let rows: Vec<(u32, Kind, u128)> = sheet
        .rows()
        .map(|(row, _, one)| (row, one.kind, one.aim))
        .collect();
    for (row, kind, aim) in rows {
        let measure = sheet.measure_mut(row);
        match kind {
            Kind::Word => (measure.actual, measure.done) = (measure.target.clone(), 1_000),
            Kind::Judged => measure.judged = Some(100),
            Kind::AtLeast | Kind::AtMost if asks_for_words(pack, measure) => {
                (measure.done, measure.actual) = (aim, plain(aim, measure.unit));
            }
            _ => continue,
        }
        sheet::resettle(pack, sheet, row);
    }
    explain_beside(pack, sheet);
    close(sheet);
}

/// A met row that is not far beyond its target.
fn is_quietly_met(measure: &Measure) -> bool {
    measure.done >= measure.aim && !is_far_above(measure)
}
