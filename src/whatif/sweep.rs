//! 扫描: total and grade along a number, with the exact places where something changes.

use rust_decimal::Decimal;

use super::axis::too_many;
use super::locate::{Place, Span, Turn, turns};
use super::sample::{Band, Branch, Branches, Ground, NoSweep, Standing};
use super::{Axis, MOST_POINTS, Range};
use crate::score::Evaluation;

/// Steps a range is cut into where nobody says how.
const PARTS: u32 = 20;
/// The same for two keys: lines, then columns.
const LINES: u32 = 10;
const COLUMNS: u32 = 5;

/// A sheet along one key.
#[derive(Debug, Clone)]
pub struct Sweep {
    /// What is varied.
    pub axis: Axis,
    /// The points, ascending.
    pub points: Vec<(Decimal, Standing)>,
    /// Where the grade changes, ascending.
    pub grades: Vec<Turn<Band>>,
    /// Where the rule takes another branch, so that the total has a kink or a step; ascending.
    pub kinks: Vec<Kink>,
}

/// Where parts take another branch of the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kink {
    /// Where.
    pub place: Place,
    /// What changes there.
    pub parts: Vec<(Part, Branching)>,
}

/// A part of the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A row, by its number.
    Row(u32),
    /// The execution part.
    Execution,
    /// The total's own step.
    Total,
}

/// What becomes of a part above a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Branching {
    /// Reaches its target: met from there.
    Met,
    /// Misses its target.
    Unmet,
    /// Has points.
    Scored,
    /// Has no points.
    Unscored,
    /// Gets nothing.
    Nothing,
    /// Reaches its full mark.
    Full,
    /// The rule decides otherwise.
    Otherwise,
}

/// A sheet over two keys.
#[derive(Debug, Clone)]
pub struct Grid {
    /// The keys: of lines, of columns.
    pub axes: [Axis; 2],
    /// Their numbers.
    pub numbers: [Vec<Decimal>; 2],
    /// Line by line.
    pub cells: Vec<Vec<Standing>>,
}

impl Sweep {
    /// Scores a sheet at every point of a range and finds where it changes.
    ///
    /// # Errors
    /// The range is not one for this sheet, or a script of the pack is at fault.
    pub fn of(ground: &Ground<'_, '_>, range: &Range) -> Result<Sweep, NoSweep> {
        let axis = &range.axis;
        let (mut points, mut branches) = (Vec::new(), Vec::new());
        for number in range.points(PARTS)? {
            let evaluation = ground.at(&[(axis, number)])?.evaluation;
            points.push((number, Standing::of(&evaluation)));
            branches.push(Branches::of(&evaluation));
        }
        let (mut grades, mut kinks) = (Vec::new(), Vec::new());
        for (ends, branches) in points.windows(2).zip(branches.windows(2)) {
            let ([(low, before), (high, after)], [under, over]) = (ends, branches) else {
                continue;
            };
            let whole = axis.is_whole();
            if before.band() != after.band() {
                let (low, high) = ((*low, before.band()), (*high, after.band()));
                let span = Span { low, high, whole };
                grades.extend(turns(&span, |at| ground.band(&[(axis, at)]))?);
            }
            if under != over {
                let (low, high) = ((*low, under.clone()), (*high, over.clone()));
                let span = Span { low, high, whole };
                let found = turns(&span, |at| ground.branches(&[(axis, at)]))?;
                let baseline = ground.prepared.baseline();
                kinks.extend(found.iter().map(|turn| Kink::of(turn, baseline)));
            }
        }
        Ok(Sweep {
            axis: axis.clone(),
            points,
            grades,
            kinks,
        })
    }
}

impl Kink {
    fn of(turn: &Turn<Branches>, baseline: &Evaluation) -> Kink {
        let rows = baseline
            .rows
            .iter()
            .map(|row| Part::Row(baseline.measure(row).row));
        let execution = baseline.execution.iter().map(|_| Part::Execution);
        let parts = rows.chain(execution).chain([Part::Total]);
        let both = turn.before.0.iter().zip(&turn.after.0);
        let changed = parts
            .zip(both)
            .filter(|(_, (before, after))| before != after);
        Kink {
            place: turn.place,
            parts: changed
                .map(|(part, (before, after))| (part, Branching::of(before, after)))
                .collect(),
        }
    }
}

impl Branching {
    fn of(before: &Branch, after: &Branch) -> Branching {
        let full = |branch: &Branch| branch.at_end.is_some_and(|(_, full)| full);
        let nothing = |branch: &Branch| branch.at_end.is_some_and(|(nothing, _)| nothing);
        match (before.scored, after.scored) {
            (Some(true), Some(false) | None) => return Branching::Unscored,
            (Some(false) | None, Some(true)) => return Branching::Scored,
            _ => {}
        }
        match (before.met, after.met) {
            (Some(false), Some(true)) => return Branching::Met,
            (Some(true), Some(false)) => return Branching::Unmet,
            _ => {}
        }
        match (full(before), full(after), nothing(before), nothing(after)) {
            (false, true, ..) => Branching::Full,
            (.., false, true) => Branching::Nothing,
            _ => Branching::Otherwise,
        }
    }
}

impl Grid {
    /// Scores a sheet at every pair of numbers of two ranges.
    ///
    /// # Errors
    /// A range is not one for this sheet, there are more points than [`MOST_POINTS`], or a script of
    /// the pack is at fault.
    pub fn of(ground: &Ground<'_, '_>, ranges: [&Range; 2]) -> Result<Grid, NoSweep> {
        let lines = ranges[0].points(LINES)?;
        let columns = ranges[1].points(COLUMNS)?;
        if lines.len() * columns.len() > MOST_POINTS {
            return Err(too_many().into());
        }
        let axes = ranges.map(|range| range.axis.clone());
        let mut cells = Vec::new();
        for line in &lines {
            let line = columns
                .iter()
                .map(|column| ground.standing(&[(&axes[0], *line), (&axes[1], *column)]));
            cells.push(line.collect::<Result<_, _>>()?);
        }
        Ok(Grid {
            axes,
            numbers: [lines, columns],
            cells,
        })
    }
}
