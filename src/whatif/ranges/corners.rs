//! What is open taken together: the total at combinations of ends.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::trial::Trial;
use super::{Corners, Open, find};
use crate::score::{Evaluation, Unscorable};
use crate::whatif::random::Random;
use crate::whatif::{Stopped, Tried};

/// Of so many open things every combination is scored.
const EVERY: usize = 10;
/// Of more: random ones beside those with all at one end and those with one at its most.
const RANDOM: usize = 200;
/// What they begin with.
const SEED: u64 = 1;

/// What came of the combinations.
#[derive(Default)]
pub(super) struct Found {
    pub corners: Corners,
    pub total: Option<(Decimal, Decimal)>,
    pub missing: Option<Unscorable>,
    /// The grades of those with a total.
    pub grades: BTreeSet<Option<usize>>,
}

/// Scores combinations, and tells each open thing what it moves alone.
pub(super) fn score(
    trial: &mut Trial<'_, '_>,
    now: &Evaluation,
    open: &mut [Open],
) -> Result<Found, Stopped> {
    let (wanted, all) = combinations(open.len());
    let mut tried: BTreeMap<Vec<bool>, Tried> = BTreeMap::new();
    for at_most in wanted {
        let ends = open.iter().zip(&at_most);
        let ends = ends.map(|(one, most)| if *most { &one.most } else { &one.least });
        let there = trial.score(ends.flat_map(|end| &end.changes))?;
        widen(&there, &at_most, open);
        tried.insert(at_most, Tried::of(&there));
    }
    let mut found = Found {
        corners: Corners {
            scored: tried.len(),
            all,
            without_total: 0,
        },
        ..Found::default()
    };
    for one in tried.values() {
        match one.total {
            Ok(total) => {
                let (least, most) = found.total.unwrap_or((total, total));
                found.total = Some((least.min(total), most.max(total)));
                found.grades.insert(one.grade);
            }
            Err(_) => found.corners.without_total += 1,
        }
    }
    let mut at_most = vec![false; open.len()];
    let lowest = tried.get(&at_most).cloned().unwrap_or(Tried::of(now));
    found.missing = lowest.total.clone().err();
    for (index, one) in open.iter_mut().enumerate() {
        at_most[index] = true;
        one.alone = tried.get(&at_most).cloned();
        at_most[index] = false;
        if let Some(alone) = &one.alone {
            let apart = |total: &Decimal, low: &Decimal| total.checked_sub(*low);
            let totals = alone.total.as_ref().ok().zip(lowest.total.as_ref().ok());
            one.moves = totals
                .and_then(|(total, low)| apart(total, low))
                .map(|it| it.abs());
            one.changes_grade = alone.band() != lowest.band();
        }
    }
    Ok(found)
}

/// Which of so many things are at their most; and whether these are all combinations.
fn combinations(count: usize) -> (BTreeSet<Vec<bool>>, bool) {
    if count <= EVERY {
        let all = (0..1_usize << count).map(|bits| {
            let bits = (0..count).map(|index| bits >> index & 1 == 1);
            bits.collect()
        });
        return (all.collect(), true);
    }
    let mut wanted = BTreeSet::from([vec![false; count], vec![true; count]]);
    for index in 0..count {
        wanted.insert((0..count).map(|other| other == index).collect());
    }
    let mut random = Random::new(SEED);
    for _ in 0..RANDOM {
        let heads = (0..count).map(|_| random.around_zero(1000) > 0);
        wanted.insert(heads.collect());
    }
    (wanted, false)
}

/// Where the measures of an indicator are judged together, a row earns otherwise when its neighbours do.
fn widen(there: &Evaluation, at_most: &[bool], open: &mut [Open]) {
    for (one, is_most) in open.iter_mut().zip(at_most) {
        let Some(points) = find::outcome(there, one.part).and_then(|it| it.points()) else {
            continue;
        };
        let end = if *is_most {
            &mut one.most
        } else {
            &mut one.least
        };
        let beyond = match *is_most {
            true => points > end.points,
            false => points < end.points,
        };
        if beyond {
            end.points = points;
            one.is_exact = false;
        }
    }
}
