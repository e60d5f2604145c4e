//! 临界: how far a sheet is from another grade, and which single number would bring it there.

use rust_decimal::Decimal;

use super::locate::{Place, Span, turns};
use super::sample::{Band, Ground, NoSweep};
use super::{Axis, Key, RowKey, RowName, Tried, WeightOf};
use crate::number::{Fraction, Rounding};
use crate::rules::RulePack;
use crate::rules::pack::Group;
use crate::score::{Evaluation, Outcome, RowResult, level_label};
use crate::value::Value;

/// Points looked at on the way from the number of today to the end of its range. A grade that changes
/// and changes back between two of them is not seen.
const LOOKS: u32 = 16;
/// Awarded points go into the total as they are: fewer suffice.
const LOOKS_POINTS: u32 = 4;

/// The most rows, and weights, that are looked at; the longest forms seen have some 100 rows. Every one of
/// them has the whole sheet scored again and again.
pub const MOST_ROWS: usize = 300;

/// What separates a sheet from other grades.
#[derive(Debug, Clone)]
pub struct BreakEven {
    /// Total and grade now.
    pub standing: Tried,
    /// To the next band up.
    pub up: Option<Gap>,
    /// To the next band down, or out of all bands.
    pub down: Option<Gap>,
    /// One entry a row, up to [`MOST_ROWS`].
    pub rows: Vec<RowLevers>,
    /// The weights of the rule, or the rows' full marks where it has no levels and the sheet neither.
    pub weights: Vec<Lever>,
}

/// The way to another band in points of the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Index of the band; `None` for below all of them.
    pub band: Option<usize>,
    /// The points.
    pub points: Decimal,
    /// Whether exactly these suffice; otherwise it takes more.
    pub suffices: bool,
}

/// What one row can do.
#[derive(Debug, Clone)]
pub struct RowLevers {
    /// Its place in [`Evaluation::rows`].
    pub row: usize,
    /// Its actual; `None` where that is no single number.
    pub actual: Option<Lever>,
    /// Its points; `None` for a row that is left out.
    pub points: Option<Lever>,
    /// The total with none of its points, and with its full mark.
    pub span: Option<(Decimal, Decimal)>,
}

/// One number that could be otherwise while all others stay.
#[derive(Debug, Clone)]
pub struct Lever {
    /// Which.
    pub axis: Axis,
    /// What it is now.
    pub now: Decimal,
    /// The range that was looked at.
    pub range: (Decimal, Decimal),
    /// The nearest other grade below.
    pub below: Option<Flip>,
    /// The nearest other grade above.
    pub above: Option<Flip>,
}

/// Where the grade becomes another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flip {
    /// The place, as along the number: `From` belongs to what is above.
    pub place: Place,
    /// The band beyond.
    pub to: Band,
}

impl Lever {
    /// The smaller of the two changes.
    pub fn nearest(&self) -> Option<(Flip, bool)> {
        let way = |flip: &Flip| flip.place.number().minus(self.now.into());
        let way = |flip: &Flip| way(flip).map(Fraction::absolute).ok();
        match (self.below, self.above) {
            (Some(below), Some(above)) if way(&above) < way(&below) => Some((above, true)),
            (Some(below), _) => Some((below, false)),
            (None, above) => above.map(|above| (above, true)),
        }
    }
}

impl RowLevers {
    /// How far the row can move the total.
    pub fn width(&self) -> Option<Decimal> {
        let (least, most) = self.span?;
        most.checked_sub(least)
    }
}

impl BreakEven {
    /// Works out what would change the grade; `None` for a sheet without total.
    ///
    /// # Errors
    /// A change of the ground cannot be made, or a script of the pack is at fault.
    pub fn of(ground: &Ground<'_, '_>) -> Result<Option<BreakEven>, NoSweep> {
        let now = ground.at(&[])?.evaluation;
        let standing = Tried::of(&now);
        let Ok(total) = standing.total else {
            return Ok(None);
        };
        let mut rows = Vec::new();
        for (index, row) in now.rows.iter().enumerate().take(MOST_ROWS) {
            rows.push(RowLevers::of(ground, &now, index, row)?);
        }
        let mut weights = Vec::new();
        for (axis, number) in weighed(&now).into_iter().take(MOST_ROWS) {
            let most = now.pack.whole().max(number);
            weights.extend(lever(ground, axis, number, (Decimal::ZERO, most), LOOKS)?);
        }
        Ok(Some(BreakEven {
            up: up(&now.pack, total),
            down: down(&now.pack, total),
            standing,
            rows,
            weights,
        }))
    }
}

impl RowLevers {
    fn of(
        ground: &Ground<'_, '_>,
        now: &Evaluation,
        index: usize,
        row: &RowResult,
    ) -> Result<RowLevers, NoSweep> {
        let number = RowName::Number(now.measure(row).row);
        let key = |of| Key::Row(number.clone(), of);
        let mut levers = RowLevers {
            row: index,
            actual: None,
            points: None,
            span: None,
        };
        if row.outcome == Outcome::Dropped {
            return Ok(levers);
        }
        // Points a person awards stand in place of what the actual would give.
        if row.awarded.is_none()
            && let Some((axis, number, range)) = actual(now, row, key(RowKey::Actual))
        {
            levers.actual = lever(ground, axis, number, range, LOOKS)?;
        }
        let points = now.on_sheet_scale(row).map(|points| points.rounded);
        let mark = row.full_mark.as_ref();
        let mark = mark.and_then(|mark| Rounding::SHOWN.apply(mark.value).ok());
        if let (Some(points), Some(mark)) = (points, mark)
            && let Some((axis, _)) = Axis::like(key(RowKey::Points), "0")
        {
            let end = |number| ground.total(&[(&axis, number)]);
            levers.span = end(Decimal::ZERO)?.zip(end(mark)?);
            let range = (Decimal::ZERO, mark.max(points));
            levers.points = lever(ground, axis, points, range, LOOKS_POINTS)?;
        }
        Ok(levers)
    }
}

/// The actual of a row as a number that can be varied, and how far.
pub(super) fn actual(
    now: &Evaluation,
    row: &RowResult,
    key: Key,
) -> Option<(Axis, Decimal, (Decimal, Decimal))> {
    let measure = now.measure(row);
    let (actual, target) = (&measure.actual.0, &measure.target.0);
    if !matches!(actual.value, Value::Quantity(_)) {
        return None;
    }
    let (axis, number) = Axis::like(key.clone(), actual.text.trim())?;
    // The figure of the target with its unit: no ≥ in front, no remark behind.
    let figure = target
        .text
        .trim_start_matches(|c: char| !c.is_ascii_digit());
    let figure = figure.split([' ', '(', '（']).next().unwrap_or_default();
    let like_target = Axis::like(key, figure);
    // A bare 0 is 0 of what the target counts.
    let (axis, wanted) = match like_target {
        Some((other, wanted)) if number.is_zero() || other == axis => (other, wanted),
        _ => {
            let part = row.target?.over(row.actual?).ok()?;
            let wanted = part.times(number.into()).ok()?;
            (axis, Rounding::SHOWN.apply(wanted).ok()?)
        }
    };
    let most = number.abs().max(wanted.abs());
    // Shares beyond 100 % are left out unless the row has some.
    let most = match axis.text(Decimal::ZERO).ends_with(['%', '％']) {
        true if most <= Decimal::ONE_HUNDRED => Decimal::ONE_HUNDRED,
        _ => most.checked_mul(Decimal::TWO)?.max(Decimal::TEN),
    };
    let least = match number.is_sign_negative() {
        true => -most,
        false => Decimal::ZERO,
    };
    Some((axis, number, (least, most)))
}

/// The weights of the parts and levels as they are now; full marks where nothing weighs levels.
fn weighed(now: &Evaluation) -> Vec<(Axis, Decimal)> {
    let plain = |key: Key, number: Decimal| {
        let number = number.normalize();
        Axis::like(key, &number.to_string())
    };
    let pack = &now.pack;
    let execution = pack.execution.as_ref();
    let execution = execution.map(|part| (Key::Weight(WeightOf::Execution), part.weight));
    let mut weights: Vec<(Key, Decimal)> = execution.into_iter().collect();
    let before = weights.len();
    for label in labels(now).into_iter().take(MOST_ROWS) {
        if let Some(weight) = level_weight(now, &label) {
            weights.push((Key::Weight(WeightOf::Level(label)), weight));
        }
    }
    if weights.len() == before {
        weights.extend(now.rows.iter().filter_map(|row| {
            let mark = row.full_mark.as_ref()?.value.as_exact_decimal()?;
            let number = RowName::Number(now.measure(row).row);
            Some((Key::Row(number, RowKey::FullMark), mark))
        }));
    }
    let weights = weights.into_iter();
    weights
        .filter_map(|(key, weight)| plain(key, weight))
        .collect()
}

/// The labels that carry weights: the pack's levels or groups, else the first levels of the sheet.
pub(super) fn labels(now: &Evaluation) -> Vec<String> {
    let part = &now.pack.indicators;
    let levels = part.levels.iter().map(|(label, _)| label.clone());
    let groups = Group::walk(&part.groups).into_iter();
    let mut labels: Vec<String> = levels.chain(groups.map(|it| it.label.clone())).collect();
    if labels.is_empty() {
        for row in &now.rows {
            let label = now.indicator(row).levels.first();
            let label = label.map(|label| level_label(label).to_owned());
            labels
                .extend(label.filter(|label| labels.len() < MOST_ROWS && !labels.contains(label)));
        }
    }
    labels
}

/// What a level weighs now.
pub(super) fn level_weight(now: &Evaluation, label: &str) -> Option<Decimal> {
    let part = &now.pack.indicators;
    let own = part.levels.iter().find(|(name, _)| name == label);
    let groups = Group::walk(&part.groups);
    let group = groups.iter().find(|group| group.label == label);
    let own = own.map(|(_, weight)| *weight);
    own.or(group.map(|group| group.weight)).or_else(|| {
        let mut rows = now.rows.iter().filter(|row| {
            let first = now.indicator(row).levels.first();
            first.is_some_and(|first| level_label(first) == label)
        });
        let sum = rows.try_fold(Fraction::ZERO, |sum, row| {
            sum.plus(row.effective_full_mark()?).ok()
        });
        sum?.as_exact_decimal()
    })
}

/// The nearest other grade on either side of a number; `None` where the number cannot be varied.
fn lever(
    ground: &Ground<'_, '_>,
    axis: Axis,
    now: Decimal,
    range: (Decimal, Decimal),
    looks: u32,
) -> Result<Option<Lever>, NoSweep> {
    let sides = match (|| {
        let below = flip(ground, &axis, now, range.0, looks)?;
        let above = flip(ground, &axis, now, range.1, looks)?;
        Ok((below, above))
    })() {
        Ok(sides) => sides,
        Err(NoSweep::Stopped(super::Stopped::Fault(fault))) => {
            return Err(NoSweep::Stopped(super::Stopped::Fault(fault)));
        }
        // The sheet does not have it in this form: levels whose marks are no decimals.
        Err(_) => return Ok(None),
    };
    Ok(Some(Lever {
        axis,
        now,
        range,
        below: sides.0,
        above: sides.1,
    }))
}

/// The first other grade on the way to an end.
fn flip(
    ground: &Ground<'_, '_>,
    axis: &Axis,
    now: Decimal,
    end: Decimal,
    looks: u32,
) -> Result<Option<Flip>, NoSweep> {
    let mut near = (now, ground.standing(&[(axis, now)])?.band());
    let step = (end - now) / Decimal::from(looks);
    if step.is_zero() {
        return Ok(None);
    }
    for look in 1..=looks {
        let number = match look == looks {
            true => end,
            false => now + (step * Decimal::from(look)),
        };
        let far = (number, ground.standing(&[(axis, number)])?.band());
        if far.1 == near.1 {
            near = far;
            continue;
        }
        let up = number > now;
        let (low, high) = if up { (near, far) } else { (far, near) };
        let span = Span {
            low,
            high,
            whole: false,
        };
        let found = turns(&span, |at| ground.band(&[(axis, at)]))?;
        let turn = if up { found.first() } else { found.last() };
        return Ok(turn.map(|turn| Flip {
            place: turn.place,
            to: if up { turn.after } else { turn.before },
        }));
    }
    Ok(None)
}

/// The way to the next band above a total.
fn up(pack: &RulePack, total: Decimal) -> Option<Gap> {
    let above = |from: Decimal, inclusive: bool| total < from || (total == from && !inclusive);
    let bands = pack.grades.iter().enumerate();
    let bands = bands.filter(|(_, band)| above(band.from, band.inclusive));
    let (index, band) = bands.min_by_key(|(_, band)| band.from)?;
    Some(Gap {
        band: Some(index),
        points: band.from.checked_sub(total)?,
        suffices: band.inclusive,
    })
}

/// The way out of the band of a total.
fn down(pack: &RulePack, total: Decimal) -> Option<Gap> {
    let band = pack.grade(total)?;
    let lower = pack.grades.iter().enumerate();
    let lower = lower.filter(|(_, other)| other.from < band.from);
    let next = lower.max_by_key(|(_, other)| other.from);
    Some(Gap {
        band: next.map(|(index, _)| index),
        points: total.checked_sub(band.from)?,
        suffices: !band.inclusive,
    })
}
