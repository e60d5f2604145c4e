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

#[cfg(test)]
mod tests {
    use super::*;

    fn around(amounts: &[&str]) -> Option<Scale> {
        let amounts: Vec<Decimal> = amounts.iter().map(|text| text.parse().unwrap()).collect();
        Scale::around(amounts.into_iter())
    }

    #[test]
    fn a_scale_holds_every_amount_between_whole_steps() {
        for (amounts, least, most) in [
            (&["92.60", "92.9", "90.6"][..], "90.5", "93"),
            (&["0", "2.5", "16"], "0", "20"),
            (&["-3.2", "0"], "-4", "0"),
            (&["-0.003", "7"], "-2", "8"),
            (&["88", "88"], "88", "88.002"),
        ] {
            let scale = around(amounts).unwrap();
            let edges = [scale.least, scale.most];
            assert_eq!(edges, [least, most].map(|text| text.parse().unwrap()));
            for amount in amounts {
                let place = scale.map(&amount.parse().unwrap(), (10, 470));
                assert!((10..=470).contains(&place), "{amount} at {place}");
            }
            assert!(scale.ticks.len() <= 7, "{:?}", scale.ticks);
        }
        let scale = around(&["90", "92.5"]).unwrap();
        let place = |text: &str| scale.map(&text.parse().unwrap(), (0, 100));
        assert_eq!(["90", "91.25", "92.5"].map(place), [0, 50, 100]);
    }

    #[test]
    fn amounts_no_axis_can_hold_give_none_and_nothing_breaks() {
        let most = Decimal::MAX.to_string();
        let least = Decimal::MIN.to_string();
        assert!(around(&[]).is_none());
        assert!(around(&[&least, &most]).is_none());
        for amounts in [
            &[most.as_str(), "0.0000001"][..],
            &["0", "79228162514264337593543950335"],
        ] {
            if let Some(scale) = around(amounts) {
                for amount in amounts {
                    scale.map(&amount.parse().unwrap(), (0, 480));
                }
            }
        }
    }
}
