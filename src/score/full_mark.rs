//! Recovers full marks a sheet does not print, from the points it reports.
//!
//! Evidence, strongest first: a met row was given its full mark; a row given part of it shows
//! points ÷ completion, as exactly as the points are printed; a row given nothing (or points its
//! figures contradict) shows only that its mark is missing from the sum. What is missing is filled in
//! with the mark its neighbours carry, and stands only if all marks then add up exactly to what the
//! sheet's header declares. Otherwise the row stays open: several answers remain.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::evaluation::{FullMark, FullMarkSource};
use super::interval::{is_pinned, printed_interval, shortest_decimal};
use crate::number::{Fraction, OutOfRange};
use crate::sheet::{Indicator, Printed, Sheet};

/// What an inferred full mark rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// The row is met, so its points are its full mark.
    Met,
    /// Points ÷ completion lies in this interval (given the printed precision of the points), and
    /// this is the mark of its neighbours in it.
    ProportionalLikeNeighbours {
        /// Lowest mark that rounds to the printed points.
        low: Fraction,
        /// Upper bound, exclusive.
        high: Fraction,
        /// The neighbours.
        neighbours: Neighbours,
    },
    /// As above, but no neighbour decides: the shortest decimal in the interval.
    ProportionalShortest {
        /// Lowest mark that rounds to the printed points.
        low: Fraction,
        /// Upper bound, exclusive.
        high: Fraction,
    },
    /// The other measures of the indicator carry this mark.
    LikeOtherMeasures,
    /// The indicator carries its neighbours' mark, shared evenly by its measures; the sum closes.
    LikeNeighbours {
        /// The neighbours.
        neighbours: Neighbours,
        /// Measures that share the indicator's mark.
        measures: usize,
    },
    /// It is all that is missing from the declared sum, shared evenly by the indicator's measures.
    Remainder {
        /// Measures that share the indicator's mark.
        measures: usize,
    },
}

/// The indicators a mark was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbours {
    /// The label they stand under.
    pub label: String,
    /// How many carry the mark.
    pub count: usize,
    /// The indicator mark they carry.
    pub mark: Fraction,
}

/// The closing arithmetic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inference {
    /// What all full marks should add up to.
    pub declared: Decimal,
    /// Whether the sheet's header declares it; otherwise it is the pack's weight.
    pub declared_by_sheet: bool,
    /// Sum of the marks shown by rows themselves.
    pub shown: Fraction,
    /// Sum of the marks filled in.
    pub filled: Fraction,
    /// Rows whose mark stays open.
    pub open: usize,
    /// Sum per 一级指标, in the order of the form.
    pub by_level: Vec<(String, Fraction)>,
}

impl Inference {
    /// Whether the marks add up exactly to the declared sum and none stays open.
    pub fn closes(&self) -> bool {
        let sum = self.shown.plus(self.filled);
        self.open == 0 && sum == Ok(Fraction::from(self.declared))
    }
}

/// What is known of one measure before any inference.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clue<'a> {
    /// Points as printed.
    pub points: Option<&'a Printed>,
    /// Completion under the pack, after any cap.
    pub completion: Option<Fraction>,
}

/// Infers the mark of every measure; `clues` follows the measures of the sheet in order.
/// `None` marks rows that stay open.
pub(super) fn infer(
    sheet: &Sheet,
    clues: &[Clue],
    declared: Decimal,
    declared_by_sheet: bool,
) -> Result<(Vec<Option<FullMark>>, Inference), OutOfRange> {
    let mut search = Search::new(sheet, clues)?;
    search.read_proportional_rows()?;
    search.share_within_indicators();
    let shown = search.sum()?;
    let filled = search.fill_to(Fraction::from(declared).minus(shown)?)?;
    let inference = Inference {
        declared,
        declared_by_sheet,
        shown,
        filled,
        open: search.marks.iter().filter(|mark| mark.is_none()).count(),
        by_level: search.sums_by_level()?,
    };
    let marks = search.marks.into_iter().map(|mark| {
        mark.map(|(value, evidence)| FullMark {
            value,
            source: FullMarkSource::Inferred(evidence),
        })
    });
    Ok((marks.collect(), inference))
}

type Mark = Option<(Fraction, Evidence)>;

struct Search<'a> {
    clues: &'a [Clue<'a>],
    indicators: Vec<Span<'a>>,
    marks: Vec<Mark>,
}

/// An indicator and the range its measures take among all measures.
struct Span<'a> {
    indicator: &'a Indicator,
    first: usize,
    last: usize,
}

impl<'a> Search<'a> {
    fn new(sheet: &'a Sheet, clues: &'a [Clue<'a>]) -> Result<Self, OutOfRange> {
        let mut next = 0;
        let indicators = sheet.indicators.iter().map(|indicator| {
            let first = next;
            next += indicator.measures.len();
            Span {
                indicator,
                first,
                last: next,
            }
        });
        let indicators = indicators.collect();
        let marks = clues.iter().map(|clue| {
            let points = clue.points.filter(|points| points.value > Decimal::ZERO)?;
            let met = clue.completion? >= Fraction::ONE;
            met.then(|| (Fraction::from(points.value), Evidence::Met))
        });
        Ok(Search {
            clues,
            indicators,
            marks: marks.collect(),
        })
    }

    /// Rows given part of their mark: an interval, decided by the neighbours or by the shortest decimal.
    fn read_proportional_rows(&mut self) -> Result<(), OutOfRange> {
        let mut found = Vec::new();
        for span in &self.indicators {
            for index in span.first..span.last {
                let Some((low, high)) = shown_interval(&self.clues[index])? else {
                    continue;
                };
                let inside = |mark: &Fraction| *mark >= low && *mark < high;
                let alone = span.last - span.first == 1;
                let neighbours = self
                    .neighbours(span.indicator)
                    .filter(|neighbours| alone && inside(&neighbours.mark));
                let mark = match neighbours {
                    Some(neighbours) => Some((
                        neighbours.mark,
                        Evidence::ProportionalLikeNeighbours {
                            low,
                            high,
                            neighbours,
                        },
                    )),
                    None => shortest_decimal(low, high)?
                        .map(|mark| (mark, Evidence::ProportionalShortest { low, high })),
                };
                found.push((index, mark));
            }
        }
        for (index, mark) in found {
            self.marks[index] = mark;
        }
        Ok(())
    }

    /// Measures of one indicator split its mark evenly: an open one carries what the others carry.
    fn share_within_indicators(&mut self) {
        for span in &self.indicators {
            let marks = &mut self.marks[span.first..span.last];
            let mut known = marks.iter().flatten().map(|(value, _)| *value);
            let Some(value) = known
                .next()
                .filter(|first| known.all(|other| other == *first))
            else {
                continue;
            };
            for mark in marks.iter_mut().filter(|mark| mark.is_none()) {
                *mark = Some((value, Evidence::LikeOtherMeasures));
            }
        }
    }

    /// Fills the open indicators so that exactly `missing` is added, or leaves them all open.
    fn fill_to(&mut self, missing: Fraction) -> Result<Fraction, OutOfRange> {
        let open: Vec<usize> = (0..self.indicators.len())
            .filter(|index| {
                let span = &self.indicators[*index];
                self.marks[span.first..span.last]
                    .iter()
                    .any(Option::is_none)
            })
            .collect();
        // Rows that show different marks contradict an even share, and what they show is in the sum already.
        let torn = |index: &usize| {
            let span = &self.indicators[*index];
            self.marks[span.first..span.last]
                .iter()
                .any(Option::is_some)
        };
        if open.is_empty() || missing <= Fraction::ZERO || open.iter().any(torn) {
            return Ok(Fraction::ZERO);
        }
        let like_neighbours: Option<Vec<Neighbours>> = open
            .iter()
            .map(|index| self.neighbours(self.indicators[*index].indicator))
            .collect();
        let mut proposal = Vec::new();
        if let Some(all) = like_neighbours.filter(|all| add_up(all) == Ok(missing)) {
            for (index, neighbours) in open.iter().zip(all) {
                let measures = self.indicators[*index].indicator.measures.len();
                let mark = neighbours.mark;
                proposal.push((
                    *index,
                    mark,
                    Evidence::LikeNeighbours {
                        neighbours,
                        measures,
                    },
                ));
            }
        } else if let [index] = open[..]
            && self.only_answer(index, missing)?
        {
            let measures = self.indicators[index].indicator.measures.len();
            proposal.push((index, missing, Evidence::Remainder { measures }));
        }
        let mut filled = Fraction::ZERO;
        for (index, mark, evidence) in proposal {
            let span = &self.indicators[index];
            let share = mark.over(whole(span.last - span.first))?;
            let mut contradicted = false;
            for clue in &self.clues[span.first..span.last] {
                contradicted |= contradicts(clue, share)?;
            }
            if contradicted {
                continue;
            }
            for mark in &mut self.marks[span.first..span.last] {
                *mark = Some((share, evidence.clone()));
            }
            filled = filled.plus(mark)?;
        }
        Ok(filled)
    }

    /// Whether the one open indicator must carry all that is missing: no other mark is a choice within
    /// an interval, and its closest neighbours do not suggest another.
    fn only_answer(&self, open: usize, missing: Fraction) -> Result<bool, OutOfRange> {
        for (_, evidence) in self.marks.iter().flatten() {
            let (Evidence::ProportionalLikeNeighbours { low, high, .. }
            | Evidence::ProportionalShortest { low, high }) = evidence
            else {
                continue;
            };
            if !is_pinned(*low, *high)? {
                return Ok(false);
            }
        }
        let indicator = self.indicators[open].indicator;
        let closest = self.neighbours(indicator);
        Ok(closest.is_none_or(|neighbours| neighbours.mark == missing))
    }

    /// The mark most indicators under the same labels carry, if one leads. Indicators that share only a
    /// 一级 label say nothing: units weigh 二级 groups differently.
    fn neighbours(&self, indicator: &Indicator) -> Option<Neighbours> {
        let label = indicator.levels.last()?;
        let mut counts: BTreeMap<Fraction, usize> = BTreeMap::new();
        for span in &self.indicators {
            let is_neighbour = span.indicator.levels == indicator.levels
                && !std::ptr::eq(span.indicator, indicator);
            if is_neighbour && let Some(mark) = self.whole_mark(span) {
                *counts.entry(mark).or_default() += 1;
            }
        }
        let most = counts.values().copied().max()?;
        let mut leading = counts.into_iter().filter(|(_, count)| *count == most);
        let (mark, count) = leading.next()?;
        leading.next().is_none().then(|| Neighbours {
            label: label.clone(),
            count,
            mark,
        })
    }

    /// An indicator's mark where its own rows show it.
    fn whole_mark(&self, span: &Span) -> Option<Fraction> {
        let marks = &self.marks[span.first..span.last];
        marks
            .iter()
            .try_fold(Fraction::ZERO, |sum, mark| sum.plus(mark.as_ref()?.0).ok())
    }

    fn sum(&self) -> Result<Fraction, OutOfRange> {
        let known = self.marks.iter().flatten();
        known
            .into_iter()
            .try_fold(Fraction::ZERO, |sum, (mark, _)| sum.plus(*mark))
    }

    fn sums_by_level(&self) -> Result<Vec<(String, Fraction)>, OutOfRange> {
        let mut sums: Vec<(String, Fraction)> = Vec::new();
        for span in &self.indicators {
            let level = span.indicator.level1();
            let position = sums.iter().position(|(name, _)| name == level);
            let position = position.unwrap_or_else(|| {
                sums.push((level.to_owned(), Fraction::ZERO));
                sums.len() - 1
            });
            for (mark, _) in self.marks[span.first..span.last].iter().flatten() {
                sums[position].1 = sums[position].1.plus(*mark)?;
            }
        }
        Ok(sums)
    }
}

fn add_up(all: &[Neighbours]) -> Result<Fraction, OutOfRange> {
    all.iter()
        .try_fold(Fraction::ZERO, |sum, neighbours| sum.plus(neighbours.mark))
}

/// The marks a row given part of its mark may have, for its points are printed to so many places: from the
/// first, up to but without the second. `None` for any other row.
fn shown_interval(clue: &Clue) -> Result<Option<(Fraction, Fraction)>, OutOfRange> {
    let (Some(points), Some(completion)) = (clue.points, clue.completion) else {
        return Ok(None);
    };
    let partly = completion > Fraction::ZERO && completion < Fraction::ONE;
    if !partly || points.value <= Decimal::ZERO {
        return Ok(None);
    }
    let (low, high) = printed_interval(points)?;
    Ok(Some((low.over(completion)?, high.over(completion)?)))
}

/// Whether a row shows that its mark is not this one.
fn contradicts(clue: &Clue, mark: Fraction) -> Result<bool, OutOfRange> {
    let exceeds = |points: &Printed| Fraction::from(points.value) > mark;
    let outside = |(low, high)| mark < low || mark >= high;
    Ok(clue.points.is_some_and(exceeds) || shown_interval(clue)?.is_some_and(outside))
}

fn whole(count: usize) -> Fraction {
    Fraction::from(i64::try_from(count).unwrap_or(i64::MAX))
}
