//! Which way is better, and how sure that is.

use super::SubjectRow;
use super::profile::WordLists;
use super::subject::agrees;
use super::text;
use crate::number::Fraction;
use crate::score::{DirectionSource, Evidence, FullMarkSource};
use crate::sheet::Direction;
use crate::value::{Quantity, Value};

impl SubjectRow<'_> {
    /// Whether more is better, by the sheet itself or confirmed by the points it reports.
    pub fn more_is_better(&self) -> bool {
        matches!(self.result.direction, Some((Direction::AtLeast, _))) && self.direction_is_sure()
    }

    /// Whether the direction is stated, or the reported points confirm the assumed one, or the row counts
    /// things of which more is better by all appearance, or is a rate nobody wants low.
    pub fn direction_is_sure(&self) -> bool {
        match &self.result.direction {
            Some((_, source)) => {
                !source.is_assumed()
                    || (self.agrees_at_printed_precision()
                        && !self.is_as_near_to_the_opposite()
                        && !self.mark_rests_on_the_direction())
                    || (self.counts_things() && !self.points_take_the_opposite())
                    || self.is_good_rate()
            }
            None => true,
        }
    }

    /// The points the row would earn if an assumed direction were the other way round; "at most" in
    /// proportion, or falling in a line to zero at twice the target, whichever the printed points are.
    pub fn opposite_points(&self) -> Option<Fraction> {
        let (direction, source) = self.result.direction.as_ref()?;
        if !source.is_assumed() {
            return None;
        }
        let (target, actual) = (self.result.target?, self.result.actual?);
        let mark = self.result.full_mark.as_ref()?.value;
        let share = |ratio: Fraction| mark.times(ratio.min(Fraction::ONE)).ok();
        match direction {
            Direction::AtLeast => {
                let line = Fraction::from(2).minus(actual.over(target).ok()?).ok()?;
                let line = share(line.max(Fraction::ZERO));
                let fits =
                    |points: &Fraction| self.reported().is_some_and(|one| agrees(one, *points));
                line.filter(fits)
                    .or_else(|| share(target.over(actual).ok()?))
            }
            Direction::AtMost => share(actual.over(target).ok()?),
            Direction::Equal => None,
        }
    }

    /// A mark inferred as points ÷ completion agrees with the points whatever the direction.
    fn mark_rests_on_the_direction(&self) -> bool {
        let source = self.result.full_mark.as_ref().map(|mark| &mark.source);
        matches!(
            source,
            Some(FullMarkSource::Inferred(
                Evidence::ProportionalLikeNeighbours { .. } | Evidence::ProportionalShortest { .. }
            ))
        )
    }

    /// Whether the printed points speak for the opposite direction as much as for the assumed one: 2 of 2 is
    /// 2 one way, and 1.98 in whole points the other.
    fn is_as_near_to_the_opposite(&self) -> bool {
        let off = |points: Fraction| {
            let printed = Fraction::from(self.reported()?.value);
            Some(printed.minus(points).ok()?.absolute())
        };
        let assumed = self.earned().and_then(|points| off(points.exact));
        let opposite = self.opposite_points().and_then(off);
        let as_near = assumed.zip(opposite);
        self.agrees_with_the_opposite() && as_near.is_none_or(|(one, other)| other <= one)
    }

    /// 满意度, 及时率: more is better whatever else the name says.
    fn is_good_rate(&self) -> bool {
        let ends = |word: &String| self.indicator.name.ends_with(word.as_str());
        matches!(self.result.direction, Some((Direction::AtLeast, _)))
            && self.profile.words.good_rates.iter().any(ends)
    }

    /// Whether the printed points also, or only, come out the other way round.
    fn agrees_with_the_opposite(&self) -> bool {
        let both = self.reported().zip(self.opposite_points());
        both.is_some_and(|(printed, opposite)| agrees(printed, opposite))
    }

    /// Points that are a part of the mark and come out the other way round: the unit itself scored that
    /// way. A full mark shows nothing, it may be given for anything.
    fn points_take_the_opposite(&self) -> bool {
        let mark = self.result.full_mark.as_ref().map(|mark| mark.value);
        let both = mark.zip(self.opposite_points());
        both.is_some_and(|(mark, opposite)| opposite < mark) && self.agrees_with_the_opposite()
    }

    /// 10期, 55家, a bare 55 under 数量指标: a count for which nothing suggests that fewer is better.
    fn counts_things(&self) -> bool {
        let (Value::Quantity(target), Some((Direction::AtLeast, DirectionSource::Default))) =
            (&self.measure.target.0.value, &self.result.direction)
        else {
            return false;
        };
        let (level, name) = (self.indicator.level2(), &self.indicator.name);
        counts_things(&self.profile.words, target, level, name)
    }
}

/// Whether an amount counts things people want more of: neither label nor name suggests that fewer is
/// better, and the name speaks of something done or offered. 黑臭水体数量 5条 → 2条 is nobody's failure.
pub(super) fn counts_things(words: &WordLists, amount: &Quantity, level: &str, name: &str) -> bool {
    let parts = amount.unit.split(['/', '(', ')', '（', '）']);
    let mut parts = parts.filter(|part| !part.is_empty()).peekable();
    let counted = parts.peek().is_some()
        && parts.all(|part| words.counted_units.iter().any(|unit| unit == part));
    let bare = amount.unit.is_empty() && amount.scale.exponent() >= 0;
    (counted || (bare && text::has_any(level, &words.quantity_levels)))
        && !text::has_any(level, &words.reverse_levels)
        && !text::has_any(name, &words.fewer_may_be_better)
        && text::has_any(name, &words.wanted)
}
