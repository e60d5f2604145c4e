//! The axis of a chart: decimals to places on the paper, without a binary fraction in between.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::number::{Fraction, Rounding, RoundingMode};
use crate::whatif::round_step;

/// Numbers along an axis, at most.
const TICKS: u32 = 5;

/// From the least to the most of some amounts, in whole steps.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    /// Where it begins.
    pub least: Decimal,
    /// Where it ends.
    pub most: Decimal,
    /// Every number along it.
    pub ticks: Vec<Decimal>,
}

impl Scale {
    /// A scale that holds all of these; `None` where there are none, or none a picture could tell apart.
    pub(super) fn around(amounts: impl Iterator<Item = Decimal> + Clone) -> Option<Scale> {
        let (least, most) = (amounts.clone().min()?, amounts.max()?);
        let span = most.checked_sub(least)?.max(Decimal::new(1, 2));
        let step = round_step(span, TICKS);
        let below = least.checked_rem(step)?;
        let mut at = least.checked_sub(below)?;
        if at > least {
            at = at.checked_sub(step)?;
        }
        let mut ticks = vec![at];
        // One tick more than fit into the span, and one for where it begins.
        for _ in 0..=TICKS {
            at = at.checked_add(step)?;
            ticks.push(at);
            if at >= most {
                break;
            }
        }
        let most = most.max(at);
        let least = *ticks.first()?;
        Some(Scale { least, most, ticks })
    }

    fn place(&self, value: Decimal, (low, high): (i32, i32)) -> Option<i32> {
        let whole = Rounding {
            mode: RoundingMode::HalfUp,
            places: 0,
        };
        let from_start = Fraction::from(value.checked_sub(self.least)?);
        let span = self.most.checked_sub(self.least)?;
        let share = from_start.over(span.into()).ok()?.reduced();
        let width = Fraction::from(i64::from(high) - i64::from(low));
        let place = share.times(width).ok()?.plus(i64::from(low).into()).ok()?;
        whole.apply(place).ok()?.to_i32()
    }
}

impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = Decimal;

    fn map(&self, value: &Decimal, limit: (i32, i32)) -> i32 {
        self.place(*value, limit).unwrap_or(limit.0)
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<Decimal> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<Decimal> {
        self.least..self.most
    }
}
