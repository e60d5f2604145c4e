//! 扫描: total and grade along a number, with the exact places where something changes.

use rust_decimal::Decimal;

use super::axis::too_many;
use super::locate::{Place, Span, Turn, beside, turns};
use super::sample::{Band, Branch, Branches, Ground, NoSweep, completions};
use super::{Axis, MOST_POINTS, Range, Tried};
use crate::number::Fraction;
use crate::score::Evaluation;

/// Steps a range is cut into where nobody says how.
const PARTS: u32 = 20;
/// The same for two keys: lines, then columns.
const LINES: u32 = 10;
const COLUMNS: u32 = 5;

/// The most places of one kind that are located along a line: each takes many scorings.
pub const MOST_PLACES: usize = 200;

/// Decimal places of the numbers beside a place whose totals are drawn.
const EDGE: u32 = 9;

/// A sheet along one key.
#[derive(Debug, Clone)]
pub struct Sweep {
    /// What is varied.
    pub axis: Axis,
    /// The points, ascending.
    pub points: Vec<(Decimal, Tried)>,
    /// Where the grade changes, ascending.
    pub grades: Vec<Turn<Band>>,
    /// Where the rule takes another branch, so that the total has a kink or a step; ascending.
    pub kinks: Vec<Kink>,
    /// Whether there are [`MOST_PLACES`], and perhaps more.
    pub cut: bool,
    /// The totals just below and just above every place: a step is as steep as it is.
    pub edges: Vec<(Fraction, [Option<Decimal>; 2])>,
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
    /// Begins to get points.
    Something,
    /// Reaches its full mark.
    Full,
    /// Leaves its full mark.
    Short,
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
    pub cells: Vec<Vec<Tried>>,
    /// Where the grade changes along each line.
    pub grades: Vec<Vec<Turn<Band>>>,
}

impl Sweep {
    /// Scores a sheet at every point of a range and finds where it changes.
    ///
    /// # Errors
    /// The range is not one for this sheet, or a script of the pack is at fault.
    pub fn of(ground: &Ground<'_, '_>, range: &Range) -> Result<Sweep, NoSweep> {
        let axis = &range.axis;
        let (mut points, mut branches, mut completed) = (Vec::new(), Vec::new(), Vec::new());
        for number in range.points(PARTS)? {
            let evaluation = ground.at(&[(axis, number)])?.evaluation;
            points.push((number, Tried::of(&evaluation)));
            branches.push((number, Branches::of(&evaluation)));
            completed.push((number, completions(&evaluation).collect::<Vec<_>>()));
        }
        let bands = points.iter().map(|(at, standing)| (*at, standing.band()));
        let bands: Vec<(Decimal, Band)> = bands.collect();
        let whole = axis.is_whole();
        let grades = between(&bands, whole, |at| ground.band(&[(axis, at)]))?;
        let kinks = between(&branches, whole, |at| ground.branches(&[(axis, at)]))?;
        // What holds at the very first point alone has nothing below it to differ from.
        let edge = Place::Above(range.from.into());
        let kinks = kinks.iter().filter(|turn| turn.place != edge);
        let parts = parts(ground.prepared.baseline());
        let mut kinks: Vec<Kink> = kinks.map(|turn| Kink::of(turn, &parts)).collect();
        for (index, part) in parts.iter().enumerate() {
            let along = completed.iter().map(|(at, all)| (*at, all.get(index)));
            let along = along.map(|(at, one)| (at, one.copied().flatten()));
            let along: Vec<(Decimal, Option<Fraction>)> = along.collect();
            for cell in steps(&along) {
                if kinks.len() >= MOST_PLACES {
                    break;
                }
                let known = |(_, branches): &(Decimal, Branches)| branches.0.get(index).cloned();
                if branches.get(cell).map(known) != branches.get(cell + 1).map(known) {
                    continue;
                }
                let ends = [along[cell], along[cell + 1]];
                // Before the step, beyond it, or between the two.
                let side = |completion| ends.iter().position(|(_, end)| *end == completion);
                let ends = ends.map(|(at, completion)| (at, side(completion)));
                let turns = between(&ends, whole, |at| {
                    let there = ground.completion(index, &[(axis, at)])?;
                    Ok(there.map(side))
                })?;
                kinks.extend(turns.iter().map(|turn| Kink {
                    place: turn.place,
                    parts: vec![(*part, Branching::Otherwise)],
                }));
            }
        }
        kinks.sort_by_key(|kink| kink.place.number());
        let mut edges = Vec::new();
        let of_kinks = kinks.iter().map(|kink| kink.place);
        for place in grades.iter().map(|turn| turn.place).chain(of_kinks) {
            let at = place.number();
            if let (false, Some((below, above))) = (whole, beside(at, EDGE)) {
                let total = |at| ground.total(&[(axis, at)]);
                edges.push((at, [total(below)?, total(above)?]));
            }
        }
        Ok(Sweep {
            axis: axis.clone(),
            points,
            cut: grades.len().max(kinks.len()) >= MOST_PLACES,
            grades,
            kinks,
            edges,
        })
    }
}

/// Every change between neighbours that differ.
fn between<K: Clone + Eq>(
    points: &[(Decimal, K)],
    whole: bool,
    mut state: impl FnMut(Decimal) -> Result<Option<K>, NoSweep>,
) -> Result<Vec<Turn<K>>, NoSweep> {
    let mut found = Vec::new();
    for ends in points.windows(2) {
        if found.len() >= MOST_PLACES {
            break;
        }
        if let [low, high] = ends {
            let (low, high) = (low.clone(), high.clone());
            found.extend(turns(&Span { low, high, whole }, &mut state)?);
        }
    }
    Ok(found)
}

/// The cells in which a rule of steps takes one: what is constant on one side of them is another
/// constant, or none, on the other.
fn steps(along: &[(Decimal, Option<Fraction>)]) -> Vec<usize> {
    let same = |cell: usize| {
        let (low, high) = (along.get(cell), along.get(cell + 1));
        let value = |end: Option<&(Decimal, Option<Fraction>)>| end.and_then(|(_, value)| *value);
        value(low).is_some() && value(low) == value(high)
    };
    let cells = 0..along.len().saturating_sub(1);
    let steps = cells.filter(|cell| {
        let flat = same(cell + 1) || cell.checked_sub(1).is_some_and(same);
        !same(*cell) && flat
    });
    steps.collect()
}

/// The parts in the order of [`Branches`].
fn parts(baseline: &Evaluation) -> Vec<Part> {
    let rows = baseline.rows.iter();
    let rows = rows.map(|row| Part::Row(baseline.measure(row).row));
    let execution = baseline.execution.iter().map(|_| Part::Execution);
    rows.chain(execution).chain([Part::Total]).collect()
}

impl Kink {
    fn of(turn: &Turn<Branches>, parts: &[Part]) -> Kink {
        let both = turn.before.0.iter().zip(&turn.after.0);
        let changed = parts
            .iter()
            .copied()
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
            (true, false, ..) => Branching::Short,
            (.., true, false) => Branching::Something,
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
        let (mut cells, mut grades) = (Vec::new(), Vec::new());
        for line in &lines {
            let at = |column| [(&axes[0], *line), (&axes[1], column)];
            let standings = columns.iter().map(|column| ground.standing(&at(*column)));
            let standings: Vec<Tried> = standings.collect::<Result<_, _>>()?;
            let bands = columns.iter().zip(standings.iter().map(Tried::band));
            let bands: Vec<(Decimal, Band)> = bands.map(|(at, band)| (*at, band)).collect();
            grades.push(between(&bands, axes[1].is_whole(), |column| {
                ground.band(&at(column))
            })?);
            cells.push(standings);
        }
        Ok(Grid {
            axes,
            numbers: [lines, columns],
            cells,
            grades,
        })
    }
}
