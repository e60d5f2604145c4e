//! Which weights vary, and how they stay what they were together.

use rust_decimal::Decimal;

use super::{Change, Edit, Key, RowEdit, RowKey, RowName, WeightOf};
use crate::number::Fraction;
use crate::score::{Evaluation, FullMarkSource, Outcome};
use crate::sheet::{Origin, Printed};

/// Weights are drawn to this many decimal places.
pub(super) const PLACES: u32 = 6;
/// One point in millionths.
const POINT: i128 = 1_000_000;
/// More than this many points together are no weights of a form.
const MOST: i128 = 1_000_000 * POINT;
/// A deviation is one of twice this many steps, and 0.
pub(super) const STEPS: u32 = 1_000_000;

/// Which weights vary beside that of the execution part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// The pack's levels, or its outermost groups.
    Levels,
    /// The rows' full marks, where the pack leaves the split to the sheet.
    Rows,
}

/// The weights of a sheet under its pack, in millionths of a point, and the changes that set them.
pub(super) struct Weights {
    pub spread: Spread,
    pub keys: Vec<Key>,
    base: Vec<i128>,
    sum: i128,
    largest: usize,
    /// Whether the first is the execution part's.
    executes: bool,
    /// What the weights of the indicators part leave of the part's own weight; 0 mostly.
    rest: Decimal,
    /// Sum of the rows' marks on the sheet's scale.
    marks: i128,
    changes: Vec<Change>,
}

impl Weights {
    /// The weights that can vary; `None` where fewer than two do.
    pub(super) fn of(base: &Evaluation) -> Option<Weights> {
        let (pack, part) = (&base.pack, &base.pack.indicators);
        let mut weights: Vec<(Key, i128)> = Vec::new();
        let level = |label: &String| Key::Weight(WeightOf::Level(label.clone()));
        let groups = part.groups.iter().map(|group| (&group.label, group.weight));
        let levels = part.levels.iter().map(|(label, weight)| (label, *weight));
        let levels: Vec<(Key, Decimal)> = groups
            .chain(levels)
            .map(|(label, weight)| (level(label), weight))
            .collect();
        let sum: Decimal = levels.iter().map(|(_, weight)| *weight).sum();
        let (spread, rest) = match levels.is_empty() {
            true => (Spread::Rows, Decimal::ZERO),
            false => (Spread::Levels, part.weight - sum),
        };
        let execution = units(pack.execution_weight().into())?;
        let executes = execution > 0;
        if executes {
            weights.push((Key::Weight(WeightOf::Execution), execution));
        }
        for (key, weight) in levels {
            weights.push((key, units(weight.into())?));
        }
        let mut marks = 0;
        if spread == Spread::Rows {
            let counted = base
                .rows
                .iter()
                .filter(|row| row.outcome != Outcome::Dropped);
            let mut rows = Vec::new();
            for row in counted {
                let mark = row.full_mark.as_ref()?;
                // Shares the pack gave are no marks of the sheet that could be others.
                let mark = (mark.source != FullMarkSource::Pack).then_some(mark.value)?;
                let mark = units(mark)?;
                let name = RowName::Number(base.measure(row).row);
                rows.push((Key::Row(name, RowKey::FullMark), mark));
                marks += mark;
            }
            // A mark counts in proportion in the part's weight.
            let part = units(part.weight.into())?;
            for (key, mark) in rows {
                weights.push((key, mark.checked_mul(part)?.checked_div(marks)?));
            }
        }
        weights.retain(|(_, weight)| *weight > 0);
        let sum: i128 = weights.iter().map(|(_, weight)| *weight).sum();
        if weights.len() < 2 || sum > MOST {
            return None;
        }
        let (keys, base): (Vec<Key>, Vec<i128>) = weights.into_iter().unzip();
        let largest = (0..base.len()).max_by_key(|index| base[*index])?;
        let changes = keys
            .iter()
            .map(change)
            .chain([change(&INDICATORS)])
            .collect();
        Some(Weights {
            spread,
            keys,
            base,
            sum,
            largest,
            executes,
            rest,
            marks,
            changes,
        })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.base.len()
    }

    /// What a weight is, in points.
    pub(super) fn points(&self, index: usize) -> Decimal {
        decimal(self.base[index]).normalize()
    }

    /// What they are together.
    pub(super) fn sum(&self) -> Decimal {
        decimal(self.sum).normalize()
    }

    /// The changes that make every weight deviate by so many steps of `by` millionths, brought back to
    /// the same sum: to a millionth of a point, with what that leaves over given to the largest.
    pub(super) fn deviate(&mut self, by: i128, steps: &[i64]) -> &[Change] {
        let whole = POINT * i128::from(STEPS);
        let raw = |index: usize| self.base[index] * (whole + by * i128::from(steps[index]));
        let all: i128 = (0..self.base.len()).map(raw).sum();
        let mut now: Vec<i128> = (0..self.base.len())
            // Every weight at nothing is no draw; it cannot be: `by` is at most 1, and one is above.
            .map(|index| in_proportion(raw(index), self.sum, all))
            .collect();
        give_rest(&mut now, self.sum, self.largest);
        let first = usize::from(self.executes);
        let part: i128 = now[first..].iter().sum();
        if self.spread == Spread::Rows {
            // Back to the sheet's own scale.
            for mark in &mut now[first..] {
                *mark = in_proportion(*mark, self.marks, part);
            }
            let largest = self.largest.max(first) - first;
            give_rest(&mut now[first..], self.marks, largest);
        }
        let of_part = decimal(part) + self.rest;
        let values = now.into_iter().map(decimal).chain([of_part]);
        for (change, value) in self.changes.iter_mut().zip(values) {
            match &mut change.edit {
                Edit::Weight(_, weight) => *weight = value,
                Edit::Row(_, RowEdit::FullMark(mark)) => mark.value = value,
                _ => {}
            }
        }
        &self.changes
    }
}

const INDICATORS: Key = Key::Weight(WeightOf::Indicators);

/// The change at a key, with a value that is filled in later.
fn change(key: &Key) -> Change {
    let origin = Origin {
        file: "--vary".into(),
        ..Origin::default()
    };
    let edit = match key {
        Key::Row(row, _) => {
            let mark = Printed {
                text: String::new(),
                value: Decimal::ZERO,
                places: PLACES,
                origin: origin.clone(),
            };
            Edit::Row(row.clone(), RowEdit::FullMark(mark))
        }
        Key::Weight(of) => Edit::Weight(of.clone(), Decimal::ZERO),
        _ => Edit::Weight(WeightOf::Indicators, Decimal::ZERO),
    };
    Change {
        key: key.clone(),
        edit,
        text: String::new(),
        because: None,
        origin,
        excerpt: None,
    }
}

/// Whole millionths of a point; `None` beyond what a form can weigh.
fn units(value: Fraction) -> Option<i128> {
    let units = value.numerator().checked_mul(POINT)? / value.denominator();
    (0..=MOST).contains(&units).then_some(units)
}

fn decimal(units: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(units, PLACES).unwrap_or_default()
}

/// `part × whole ÷ of`, rounded down; 0 where nothing is to be shared.
fn in_proportion(part: i128, whole: i128, of: i128) -> i128 {
    (part * whole).checked_div(of).unwrap_or(0)
}

/// Gives what is missing to a sum to one of the amounts.
fn give_rest(amounts: &mut [i128], sum: i128, to: usize) {
    let rest = sum - amounts.iter().sum::<i128>();
    if let Some(amount) = amounts.get_mut(to) {
        *amount += rest;
    }
}
