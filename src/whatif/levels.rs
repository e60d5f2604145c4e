//! Another weight for the rows under a label.

use rust_decimal::Decimal;

use super::edit::No;
use super::pack::{group, labels, no_such};
use crate::document::ProblemKind;
use crate::number::{Fraction, OutOfRange};
use crate::rules::RulePack;
use crate::score::{Evaluation, RowResult, level_label, weighed_level};
use crate::words::whatif as words;

/// Gives a level another weight and returns the one it had.
///
/// Where the pack weighs the level (or has a group of that name), the weight is replaced. Where it does
/// not, the label becomes a level of its own, with what its rows weigh so far taken from the level
/// around it; a pack that leaves the split to the unit first gets the split the sheet's marks make.
/// Scoring then converts the rows' marks to the weights in proportion, as for any such pack.
pub(super) fn set(
    pack: &mut RulePack,
    base: &Evaluation,
    label: &str,
    weight: Decimal,
) -> Result<Decimal, No> {
    let label = level_label(label.trim());
    if let Some(group) = group(&mut pack.indicators.groups, label) {
        return Ok(std::mem::replace(&mut group.weight, weight));
    }
    let levels = &mut pack.indicators.levels;
    if let Some((_, of_pack)) = levels.iter_mut().find(|(name, _)| name == label) {
        return Ok(std::mem::replace(of_pack, weight));
    }
    if !pack.indicators.groups.is_empty() || !under(base, label).any(|_| true) {
        let of_sheet = base
            .sheet
            .indicators
            .iter()
            .flat_map(|indicator| &indicator.levels);
        let of_sheet = of_sheet
            .map(|label| level_label(label))
            .filter(|_| pack.indicators.groups.is_empty());
        let mut known: Vec<&str> = labels(pack);
        known.extend(of_sheet);
        let mut seen = std::collections::BTreeSet::new();
        known.retain(|label| seen.insert(*label));
        return Err(no_such(label, known, words::no_such_level));
    }
    if pack.indicators.levels.is_empty() {
        pack.indicators.levels = as_split(base)?;
        let levels = &mut pack.indicators.levels;
        if let Some((_, of_sheet)) = levels.iter_mut().find(|(name, _)| name == label) {
            return Ok(std::mem::replace(of_sheet, weight));
        }
    }
    take_out(pack, base, label, weight)
}

/// The rows under a label.
fn under<'e>(base: &'e Evaluation, label: &'e str) -> impl Iterator<Item = &'e RowResult> {
    base.rows.iter().filter(move |row| {
        let mut labels = base.indicator(row).levels.iter();
        labels.any(|other| level_label(other) == label)
    })
}

/// The first levels of the sheet with what their rows count.
fn as_split(base: &Evaluation) -> Result<Vec<(String, Decimal)>, No> {
    let mut split: Vec<(String, Fraction)> = Vec::new();
    for row in &base.rows {
        let Some(level) = base.indicator(row).levels.first() else {
            let row = base.measure(row).row;
            let kind = ProblemKind::said(
                |lang| words::row_without_level(lang, row),
                |_| String::new(),
            );
            return Err(No::wrong(kind));
        };
        let mark = mark(base, row)?;
        let level = level_label(level);
        match split.iter_mut().find(|(name, _)| name == level) {
            Some((_, sum)) => *sum = sum.plus(mark).map_err(|OutOfRange| no_decimal(level))?,
            None => split.push((level.to_owned(), mark)),
        }
    }
    let split = split.into_iter().map(|(level, sum)| {
        let weight = sum.as_exact_decimal().ok_or_else(|| no_decimal(&level))?;
        Ok((level, weight))
    });
    split.collect()
}

/// Makes a label a level of its own.
fn take_out(
    pack: &mut RulePack,
    base: &Evaluation,
    label: &str,
    weight: Decimal,
) -> Result<Decimal, No> {
    let part = &mut pack.indicators;
    let mut had = Fraction::ZERO;
    let mut left = Vec::new();
    for (name, of_level) in &part.levels {
        let (mut all, mut moved, mut stay) = (Fraction::ZERO, Fraction::ZERO, 0);
        for row in &base.rows {
            let indicator = base.indicator(row);
            let here = weighed_level(part, indicator).is_some_and(|(other, _)| other == name);
            if !here {
                continue;
            }
            let mark = mark(base, row)?;
            let goes = indicator
                .levels
                .iter()
                .any(|other| level_label(other) == label);
            let sums = (|| {
                all = all.plus(mark)?;
                match goes {
                    true => moved = moved.plus(mark)?,
                    false => stay += 1,
                }
                Ok(())
            })();
            sums.map_err(|OutOfRange| no_decimal(name))?;
        }
        let share = match all.is_zero() {
            true => Ok(Fraction::ZERO),
            false => Fraction::from(*of_level)
                .times(moved)
                .and_then(|part| part.over(all)),
        };
        let rest = share.and_then(|share| {
            had = had.plus(share)?;
            Fraction::from(*of_level).minus(share)
        });
        let rest = rest.ok().and_then(Fraction::as_exact_decimal);
        if stay > 0 || moved.is_zero() {
            left.push((name.clone(), rest.ok_or_else(|| no_decimal(name))?));
        }
    }
    left.push((label.to_owned(), weight));
    part.levels = left;
    had.as_exact_decimal().ok_or_else(|| no_decimal(label))
}

/// What a row counts under the pack.
fn mark(base: &Evaluation, row: &RowResult) -> Result<Fraction, No> {
    row.effective_full_mark().ok_or_else(|| {
        let row = base.measure(row).row;
        let kind = ProblemKind::said(|lang| words::mark_unknown(lang, row), |_| String::new());
        No::wrong(kind)
    })
}

fn no_decimal(level: &str) -> No {
    let kind = ProblemKind::said(|lang| words::no_decimal(lang, level), |_| String::new());
    No::wrong(kind)
}
