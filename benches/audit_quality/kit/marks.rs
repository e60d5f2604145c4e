//! Full marks: points of a level split among its measures.

use super::exact::trimmed;
use super::figures::{print, settle};
use super::model::{Indicator, Pack, Style};
use super::rng::Rng;

/// Points of each first level, in whole points.
pub fn of_levels(rng: &mut Rng, pack: &Pack) -> Vec<(&'static str, u128)> {
    let mut levels = pack.levels.to_vec();
    if pack.free_split {
        let last = levels.len() - 1;
        for _ in 0..rng.between(0, 8) {
            let (from, to) = (
                rng.below(levels.len()),
                rng.between(last as u64 - 1, last as u64) as usize,
            );
            if levels[from].1 > 12 {
                levels[from].1 -= 1;
                levels[to].1 += 1;
            }
        }
    }
    levels
}

/// Splits so many points among so many measures, in hundredths: even steps, some heavier than others.
fn split(rng: &mut Rng, points: u128, measures: usize, places: u32) -> Option<Vec<u128>> {
    let steps: &[u128] = match places {
        0 => &[100],
        1 => &[100, 50, 10],
        _ => &[100, 50, 25, 1],
    };
    let (whole, count) = (points * 100, measures as u128);
    let step = *steps.iter().find(|step| whole / **step >= count)?;
    let mut marks = vec![whole / step / count * step; measures];
    let mut left = whole - marks.iter().sum::<u128>();
    while left > 0 {
        let part = left.min(step);
        marks[rng.below(measures)] += part;
        left -= part;
    }
    for _ in 0..rng.between(0, 3) {
        let (from, to) = (rng.below(measures), rng.below(measures));
        if marks[from] > step {
            marks[from] -= step;
            marks[to] += step;
        }
    }
    Some(marks)
}

/// Gives all indicators of a level their marks and points; `None` if the points do not go round.
pub fn give(
    rng: &mut Rng,
    pack: &Pack,
    style: Style,
    points: u128,
    indicators: &mut [Indicator],
) -> Option<()> {
    let measures: usize = indicators.iter().map(|one| one.measures.len()).sum();
    let mut marks = split(rng, points, measures, style.places)?.into_iter();
    for indicator in indicators {
        for measure in &mut indicator.measures {
            measure.mark = marks.next()?;
        }
        let sum: u128 = indicator.measures.iter().map(|one| one.mark).sum();
        let even = 2 * 10u128.pow(2 - style.places);
        let shares = indicator.measures.len() == 2
            && style.prints_marks
            && sum.is_multiple_of(even)
            && rng.chance(50);
        for measure in &mut indicator.measures {
            if shares {
                measure.mark = sum / 2;
            }
            settle(pack, style, measure);
            print(style, measure);
            if shares {
                measure.mark_text = None;
            }
        }
        indicator.shared_mark = shares.then(|| trimmed(sum, 2));
    }
    Some(())
}
