//! 得分区间: what a sheet earns at least and at most where figures on it are not certain.
//!
//! ```text
//!  open rows, open money ─find─▶ Open: least and most of each ─corners─▶ total at ends taken together
//! ```
//! Everything is read off scored sheets: an end of a row is a value that was scored there, an end of the
//! total a combination that was scored.

mod along;
mod corners;
mod find;
mod interval;
mod money;
mod trial;

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::sample::Ground;
use super::{Change, Stopped, Tried};
use crate::number::{Rounding, RoundingMode};
use crate::rules::RulePack;
use crate::score::{Reason, Unscorable};
use trial::Trial;

/// The most things that are left open; the longest forms seen have some 100 rows.
pub const MOST_OPEN: usize = 300;

/// What a sheet comes to between the ends of what is open on it.
#[derive(Debug, Clone)]
pub struct Ranges {
    /// Total and grade as the rule has them now.
    pub standing: Tried,
    /// What is open, that which moves the total most first.
    pub open: Vec<Open>,
    /// What has no bounds; with any of them the total has none.
    pub unbounded: Vec<Unbounded>,
    /// What was scored to find the total's ends.
    pub corners: Corners,
    /// The least and the greatest total.
    pub total: Option<(Decimal, Decimal)>,
    /// Whether no value in the ranges leads beyond them.
    pub is_exact: bool,
    /// Whether the rule's total is the sum of its parts, so that it grows with every one of them.
    pub adds_up: bool,
    /// Why there is no total at all, where something else than what has no bounds is in the way.
    pub missing: Option<Unscorable>,
    /// The bands, in the order of the pack, then none at all.
    pub grades: Vec<Possible>,
}

/// A part of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenPart {
    /// A row, by its place in [`crate::score::Evaluation::rows`].
    Row(usize),
    /// 预算执行.
    Execution,
}

/// Something that is not certain, with its bounds.
#[derive(Debug, Clone)]
pub struct Open {
    /// Where.
    pub part: OpenPart,
    /// What is not certain about it.
    pub why: Why,
    /// What it earns at least.
    pub least: End,
    /// What it earns at most.
    pub most: End,
    /// Whether nothing in between earns less or more.
    pub is_exact: bool,
    /// The total with all that is open at its least, but this at its most; `None` without one.
    pub alone: Option<Tried>,
    /// How far that is from the total with this at its least too.
    pub moves: Option<Decimal>,
    /// Whether the grade is another one then.
    pub changes_grade: bool,
}

/// One end of what a part earns.
#[derive(Debug, Clone)]
pub struct End {
    /// The points, under the pack.
    pub points: Decimal,
    /// What stands there then; `None` for points a person awards.
    pub at: Option<At>,
    /// The changes that put it there.
    changes: Vec<Change>,
}

/// A value as its cell writes it, or the place it stands right beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// 8期, ≥90%, 35%.
    pub text: String,
    /// Whether the end is just below that, at it, or just above it.
    pub side: Ordering,
}

/// Why something is not certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The actual is an interval: any value of it.
    Range,
    /// The cell can be read in two ways.
    Readings(Reason),
    /// No reading stands: a person awards from nothing to the full mark.
    Person(Reason),
    /// 预算数 or 执行数 is not known: any rate from 0 to 100 %.
    Money(Reason),
}

/// Something that is not certain and has no bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unbounded {
    /// Where.
    pub part: OpenPart,
    /// Why.
    pub why: NoBounds,
}

/// Why something has no bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoBounds {
    /// It is unscored for this, and its full mark is not known.
    NoFullMark(Reason),
    /// No points a person awards would help.
    Reason(Reason),
    /// At some of its values the rule leaves it out.
    LeftOut,
    /// More than [`MOST_OPEN`] things are open.
    TooMany,
}

/// What was scored together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Corners {
    /// Combinations of ends that were scored.
    pub scored: usize,
    /// Whether these are all there are.
    pub all: bool,
    /// Those without a total.
    pub without_total: usize,
}

/// A grade the sheet may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Possible {
    /// Index of the band; `None` for a total in no band.
    pub grade: Option<usize>,
    /// Whether a combination that was scored has it; otherwise it lies between those that were.
    pub seen: bool,
}

/// Places a value is written with; what lies closer to such a value than that stands beside it.
const PLACES: u32 = 6;

impl At {
    /// A number of so many places of its own, as `written`.
    fn new(number: Decimal, places: u32, written: impl Fn(Decimal) -> String) -> At {
        let number = number.normalize();
        let rounding = Rounding {
            mode: RoundingMode::HalfUp,
            places: (PLACES + places).min(Rounding::MOST_PLACES),
        };
        let short = match number.scale() <= places {
            true => number,
            false => rounding.apply(number.into()).unwrap_or(number),
        };
        At {
            text: written(short),
            side: number.cmp(&short),
        }
    }
}

impl Open {
    fn new(part: OpenPart, why: Why, [least, most]: [End; 2], is_exact: bool) -> Box<Open> {
        Box::new(Open {
            part,
            why,
            least,
            most,
            is_exact,
            alone: None,
            moves: None,
            changes_grade: false,
        })
    }

    /// How far its ends are apart.
    pub fn width(&self) -> Decimal {
        self.most.points - self.least.points
    }
}

impl Ranges {
    /// Looks for what is open and scores what it leads to.
    ///
    /// # Errors
    /// A change of the ground cannot be made, or a script of the pack is at fault.
    pub fn of(ground: &Ground<'_, '_>) -> Result<Ranges, Stopped> {
        let mut trial = Trial::of(ground);
        let now = trial.score([])?;
        let (mut open, unbounded) = find::all(&mut trial, &now)?;
        let found = match unbounded.is_empty() {
            true => corners::score(&mut trial, &now, &mut open)?,
            false => corners::Found::default(),
        };
        // A sort that keeps the order of the form among equals.
        open.sort_by_key(|one| std::cmp::Reverse((one.moves.unwrap_or(one.width()), one.width())));
        let pack = &*now.pack;
        let exact_parts = open.iter().all(|one| one.is_exact);
        let whole = found.corners.without_total == 0;
        Ok(Ranges {
            standing: Tried::of(&now),
            grades: grades(pack, &found, &open),
            open,
            unbounded,
            is_exact: found.total.is_some() && adds_up(pack) && exact_parts && whole,
            adds_up: adds_up(pack),
            corners: found.corners,
            total: found.total,
            missing: found.missing,
        })
    }
}

/// Whether a total is the sum of its parts and nothing else.
fn adds_up(pack: &RulePack) -> bool {
    pack.indicators.groups.is_empty() && pack.jointly.is_none() && pack.total.is_none()
}

/// The bands that were seen, and those that begin between the ends.
fn grades(pack: &RulePack, found: &corners::Found, open: &[Open]) -> Vec<Possible> {
    // Two readings of a cell have nothing between them, and all of their combinations may have been scored.
    let fills = |one: &Open| !matches!(one.why, Why::Readings(_)) && !one.width().is_zero();
    let any_between = !found.corners.all || open.iter().any(fills);
    let bands = pack.grades.iter().enumerate().map(|(index, band)| {
        let begins = |(least, most): (Decimal, Decimal)| least < band.from && band.from <= most;
        let begun = pack.grade_function.is_none() && found.total.is_some_and(begins);
        let between = any_between && begun;
        (Some(index), between)
    });
    let all = bands.chain([(None, false)]);
    all.map(|(grade, between)| (grade, found.grades.contains(&grade), between))
        .filter(|(_, seen, between)| *seen || *between)
        .map(|(grade, seen, _)| Possible { grade, seen })
        .collect()
}
