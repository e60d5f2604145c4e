//! 权重扰动: how total and grade hold when the weights are not quite what they are.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::random::Random;
use super::vary_weights::{STEPS, Weights};
use super::{Key, Prepared, Probe, Spread, Stopped, Tried};
use crate::score::Unscorable;

/// Draws when nothing else is asked for.
pub const DRAWS: u32 = 10_000;
/// The most draws; more digits than that no rule has.
pub const MOST_DRAWS: u32 = 1_000_000;
/// The seed when nothing else is asked for.
pub const SEED: u64 = 1;

/// What is asked: every weight deviates by up to a share of itself, each amount as likely as the others,
/// and all are brought back to the same sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vary {
    by: u32,
    draws: u32,
    seed: u64,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Varied {
    /// What was asked.
    pub vary: Vary,
    /// Which weights varied beside that of the execution part.
    pub spread: Spread,
    /// What they are together, in every draw.
    pub sum: Decimal,
    /// The weights, those that move the total most first.
    pub weights: Vec<Leverage>,
    /// Draws in each grade, in the order of the pack's bands, then those in a hole between bands.
    pub grades: Vec<(Option<usize>, u32)>,
    /// Draws without a total.
    pub without_total: u32,
    /// Where the totals lie; `None` where no draw has one.
    pub totals: Option<Interval>,
    /// Index of the grade band the sheet is in as it stands.
    pub grade: Option<usize>,
}

/// What one weight moves when it alone deviates and the others make room in proportion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leverage {
    /// The weight.
    pub key: Key,
    /// What it is.
    pub weight: Decimal,
    /// Total and grade at its least and at its most.
    pub ends: [Tried; 2],
}

/// Totals in order of size: a share of them are not above the value that stands for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The least.
    pub least: Decimal,
    /// The least that at least 2.5 % do not exceed.
    pub low: Decimal,
    /// The least that at least half do not exceed.
    pub median: Decimal,
    /// The least that at least 97.5 % do not exceed.
    pub high: Decimal,
    /// The most.
    pub most: Decimal,
}

/// Why nothing varies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoVary {
    /// The sheet has no total as it stands.
    NoTotal(Unscorable),
    /// There are not two weights that could change places.
    NoWeights,
    /// A script of the pack is at fault.
    Stopped(Stopped),
}

impl From<Stopped> for NoVary {
    fn from(stopped: Stopped) -> NoVary {
        NoVary::Stopped(stopped)
    }
}

impl Vary {
    /// `None` unless the share is above 0, at most 1 and has no more than six places, and the number of
    /// draws is from 1 to [`MOST_DRAWS`].
    pub fn new(by: Decimal, draws: u32, seed: u64) -> Option<Vary> {
        let steps = by.checked_mul(Decimal::from(STEPS))?;
        let by = u32::try_from(steps).ok().filter(|_| steps.is_integer())?;
        let fits = (1..=STEPS).contains(&by) && (1..=MOST_DRAWS).contains(&draws);
        fits.then_some(Vary { by, draws, seed })
    }

    /// The share of itself a weight deviates by at most.
    pub fn by(&self) -> Decimal {
        (Decimal::from(self.by) / Decimal::from(STEPS)).normalize()
    }

    /// How many draws.
    pub fn draws(&self) -> u32 {
        self.draws
    }

    /// What the random numbers begin with.
    pub fn seed(&self) -> u64 {
        self.seed
    }
}

impl Varied {
    /// Whether every draw is in the grade the sheet is in as it stands.
    pub fn is_robust(&self) -> bool {
        let mut grades = self.grades.iter();
        self.without_total == 0 && grades.all(|(grade, draws)| *grade == self.grade || *draws == 0)
    }
}

impl Leverage {
    /// How far the two totals are apart; `None` where one is missing.
    pub fn swing(&self) -> Option<Decimal> {
        let [low, high] = &self.ends;
        let (low, high) = (low.total.as_ref().ok()?, high.total.as_ref().ok()?);
        high.checked_sub(*low).map(|swing| swing.abs())
    }
}

impl Prepared<'_> {
    /// Varies the weights of the sheet as it stands.
    ///
    /// # Errors
    /// Why nothing varies.
    pub fn vary(&self, vary: Vary) -> Result<Varied, NoVary> {
        let base = self.baseline();
        if let Err(why) = &base.total {
            return Err(NoVary::NoTotal(why.clone()));
        }
        let mut weights = Weights::of(base).ok_or(NoVary::NoWeights)?;
        let mut probe = self.probe();
        let leverage = leverage(&mut weights, &mut probe, vary)?;
        let mut random = Random::new(vary.seed);
        let mut steps = vec![0; weights.len()];
        let mut totals: BTreeMap<Decimal, u32> = BTreeMap::new();
        let bands = 0..base.pack.grades.len();
        let mut grades: Vec<(Option<usize>, u32)> = bands
            .map(Some)
            .chain([None])
            .map(|band| (band, 0))
            .collect();
        let mut without_total = 0;
        for _ in 0..vary.draws {
            steps.fill_with(|| random.around_zero(STEPS));
            let tried = probe.score(weights.deviate(vary.by.into(), &steps))?;
            let Ok(total) = tried.total else {
                without_total += 1;
                continue;
            };
            *totals.entry(total).or_default() += 1;
            for (band, draws) in &mut grades {
                *draws += u32::from(*band == tried.grade);
            }
        }
        Ok(Varied {
            vary,
            spread: weights.spread,
            sum: weights.sum(),
            weights: leverage,
            grades,
            without_total,
            totals: interval(&totals),
            grade: base.grade,
        })
    }
}

/// What each weight moves alone, the most first.
fn leverage(
    weights: &mut Weights,
    probe: &mut Probe<'_, '_>,
    vary: Vary,
) -> Result<Vec<Leverage>, Stopped> {
    let mut all = Vec::with_capacity(weights.len());
    for index in 0..weights.len() {
        let mut end = |step: i64| {
            let mut steps = vec![0; weights.len()];
            steps[index] = step;
            probe.score(weights.deviate(vary.by.into(), &steps))
        };
        let most = i64::from(STEPS);
        let ends = [end(-most)?, end(most)?];
        all.push(Leverage {
            key: weights.keys[index].clone(),
            weight: weights.points(index),
            ends,
        });
    }
    // A sort that keeps the order of the form among equals.
    all.sort_by_key(|one| std::cmp::Reverse(one.swing()));
    Ok(all)
}

fn interval(totals: &BTreeMap<Decimal, u32>) -> Option<Interval> {
    let count: u64 = totals.values().copied().map(u64::from).sum();
    // The least total that so many thousandths of all do not exceed.
    let at = |thousandths: u64| {
        let wanted = (count * thousandths).div_ceil(1000);
        let mut seen = 0;
        let mut totals = totals.iter();
        let found = totals.find(|(_, draws)| {
            seen += u64::from(**draws);
            seen >= wanted
        });
        found.map(|(total, _)| *total)
    };
    Some(Interval {
        least: *totals.keys().next()?,
        low: at(25)?,
        median: at(500)?,
        high: at(975)?,
        most: *totals.keys().next_back()?,
    })
}
