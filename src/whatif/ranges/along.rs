//! The least and the most a part earns along a number.
//!
//! Within one branch of a rule points only grow or only fall, so their ends lie at the ends of branches:
//! the ends of the range, the targets, and the places where the branch turns, which are located exactly.
//! A place is looked at together with its neighbours, for what holds beside it need not hold at it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::number::Fraction;
use crate::score::{Outcome, Reason};
use crate::whatif::Stopped;
use crate::whatif::locate::{Place, Span, beside, places, turns};
use crate::whatif::sample::Branch;

/// Parts a range is cut into; what changes and changes back within one of them is not seen.
const LOOKS: u32 = 8;
/// Digits of a neighbour of a place, its whole part included.
const DIGITS: u32 = 15;

/// What a part comes to at one number.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub branch: Branch,
    pub outcome: Outcome,
}

/// What a part comes to along a range.
pub(super) enum Along {
    /// Number and points where it earns least and most, and whether nothing between earns less or more.
    Ends {
        least: (Decimal, Decimal),
        most: (Decimal, Decimal),
        is_exact: bool,
    },
    /// Somewhere it is unscored, or left out: what it is there.
    Without(Outcome),
}

/// Looks along a range, at `marks` in particular. `look` says what the part is at a number.
pub(super) fn along(
    (low, high): (Decimal, Decimal),
    marks: &[Fraction],
    mut look: impl FnMut(Decimal) -> Result<Look, Stopped>,
) -> Result<Along, Stopped> {
    let close = places(low, high, DIGITS);
    let mut numbers = vec![high];
    if let Some(whole) = high.checked_sub(low) {
        let step = whole / Decimal::from(LOOKS);
        let steps = (0..LOOKS).map(|part| low.checked_add(step * Decimal::from(part)));
        numbers.extend(steps.flatten());
    }
    numbers.push(low);
    numbers.extend(marks.iter().flat_map(|mark| around(*mark, close)));
    let mut looks: BTreeMap<Decimal, Look> = BTreeMap::new();
    for number in numbers.into_iter().filter(|it| (low..=high).contains(it)) {
        looks.insert(number, look(number)?);
    }
    let mut is_exact = true;
    let seen: Vec<(Decimal, Branch)> = looks
        .iter()
        .map(|(number, look)| (*number, look.branch.clone()))
        .collect();
    for pair in seen.windows(2) {
        let [low, high] = pair else { continue };
        let neighbours = high.0.checked_sub(low.0) <= Some(Decimal::new(1, close));
        if low.1 == high.1 || neighbours {
            continue;
        }
        let span = Span {
            low: low.clone(),
            high: high.clone(),
            whole: false,
        };
        let found = turns(&span, |at| {
            Ok::<_, Stopped>(Some(look(at)?.branch).filter(|branch| branch.scored != Some(false)))
        })?;
        for turn in found {
            let numbers = match turn.place {
                Place::From(at) | Place::Above(at) => around(at, close),
                Place::Between(below, above) => {
                    is_exact = false;
                    vec![below, above]
                }
            };
            for number in numbers
                .into_iter()
                .filter(|it| (low.0..=high.0).contains(it))
            {
                looks.insert(number, look(number)?);
            }
        }
    }
    let mut points = Vec::with_capacity(looks.len());
    for (number, look) in looks {
        match look.outcome {
            Outcome::Scored(earned) => points.push((number, earned.rounded, look.branch)),
            // A number with more digits than anything on a sheet.
            Outcome::Unscored(Reason::OutOfRange) if low < number && number < high => {
                is_exact = false;
            }
            without => return Ok(Along::Without(without)),
        }
    }
    is_exact &= points.chunk_by(|a, b| a.2 == b.2).all(|branch| {
        let grows = branch.is_sorted_by(|a, b| a.1 <= b.1);
        grows || branch.is_sorted_by(|a, b| a.1 >= b.1)
    });
    // Of equal points the number that is written shortest stands for them, then the lower one.
    let simple = |it: &(Decimal, Decimal)| (it.0.normalize().scale(), it.0);
    let all = points.iter().map(|(number, earned, _)| (*number, *earned));
    let least = all.clone().min_by_key(|it| (it.1, simple(it)));
    let most = all.min_by_key(|it| (Reverse(it.1), simple(it)));
    let none = (low, Decimal::ZERO);
    let (least, most) = (least.unwrap_or(none), most.unwrap_or(none));
    Ok(Along::Ends {
        least,
        most,
        is_exact,
    })
}

/// A place, if it can be written, and the numbers just below and just above it.
fn around(at: Fraction, places: u32) -> Vec<Decimal> {
    let beside = beside(at, places).map(|(below, above)| [below, above]);
    let beside = beside.into_iter().flatten();
    beside.chain(at.as_exact_decimal()).collect()
}
