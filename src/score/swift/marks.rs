//! The full marks of an ordinary sheet and how they count under the pack.

use rust_decimal::Decimal;

use crate::number::{Fraction, Short};
use crate::rules::RulePack;
use crate::rules::pack::IndicatorsPart;
use crate::score::evaluation::Scaling;
use crate::score::marks::{PrintedMarks, declared};
use crate::score::scaling::weighed_level;
use crate::sheet::{Entry, Indicator, Printed, Sheet};

/// The full marks as printed.
pub(super) struct Marks {
    /// One a measure, and of how many measures it is a share.
    pub each: Vec<(Short, usize)>,
    /// What they add up to; a mark printed once for several measures counts once.
    sum: Decimal,
}

impl Marks {
    /// Sums are kept in units of this: marks with more places are not ordinary.
    const PLACES: u32 = 6;

    /// `None` where a row has none, or one that is no number.
    pub fn of(sheet: &Sheet) -> Option<Marks> {
        let mut each = Vec::with_capacity(sheet.indicators.len());
        let mut sum: i64 = 0;
        for indicator in &sheet.indicators {
            let measures = indicator.measures.len();
            let (mut own, mut shared) = (0, None);
            for measure in &indicator.measures {
                match (&measure.full_mark, &indicator.full_mark) {
                    (Entry::Number(printed), _) => {
                        let (mark, millionths) = mark(printed)?;
                        own += millionths;
                        each.push((mark, 1));
                    }
                    (Entry::Blank, Entry::Number(printed)) => {
                        let (mark, millionths) = mark(printed)?;
                        shared = Some(millionths);
                        let count = Short::whole(i64::try_from(measures).ok()?);
                        each.push((mark.over(count)?, measures));
                    }
                    _ => return None,
                }
            }
            sum = sum.checked_add(shared.unwrap_or(own))?;
        }
        Some(Marks {
            each,
            sum: Decimal::new(sum, Self::PLACES),
        })
    }
}

/// A mark, and in millionths; `None` for one that is finer, or so large that a sheet of them would not
/// add up.
#[inline]
fn mark(printed: &Printed) -> Option<(Short, i64)> {
    const MOST: i64 = 1_000_000_000;
    const TENS: [i64; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
    let mark = printed.mark();
    let finer = Marks::PLACES.checked_sub(mark.scale())?;
    let short = Short::of_decimal(mark).filter(|short| short.numerator().abs() < MOST)?;
    Some((
        short,
        short.numerator() * TENS[usize::try_from(finer).ok()?],
    ))
}

/// How marks count under the pack.
pub(super) enum Scales<'p> {
    /// As they stand.
    None,
    /// All alike.
    Part {
        factor: Short,
        weight: Decimal,
        declared: Decimal,
    },
    /// By level: its factor and the sum of its marks.
    Levels(&'p IndicatorsPart, Vec<(Short, Short)>),
}

impl<'p> Scales<'p> {
    /// `None` where the marks do not add up or a level is missing.
    pub fn of(sheet: &Sheet, pack: &'p RulePack, marks: &Marks) -> Option<Scales<'p>> {
        let part = &pack.indicators;
        let (mut declared, _) = declared(sheet, pack);
        if marks.sum != declared {
            let marks = PrintedMarks::of(sheet, pack)?;
            if marks.forbid_a_total() {
                return None;
            }
            declared = marks.scale();
        }
        if part.levels.is_empty() {
            let weight = part.weight;
            if declared <= Decimal::ZERO || declared == weight {
                return Some(Scales::None);
            }
            return Some(Scales::Part {
                factor: Short::of_decimal(weight)?.over(Short::of_decimal(declared)?)?,
                weight,
                declared,
            });
        }
        let mut sums = vec![Short::ZERO; part.levels.len()];
        let mut each = marks.each.iter();
        for indicator in &sheet.indicators {
            let sum = &mut sums[level(part, indicator)?];
            for (mark, _) in each.by_ref().take(indicator.measures.len()) {
                *sum = sum.plus(*mark)?;
            }
        }
        let factors = part.levels.iter().zip(sums).map(|((_, weight), sum)| {
            let weight = Short::of_decimal(*weight)?;
            let factor = (sum > Short::ZERO).then(|| weight.over(sum)).flatten()?;
            Some((factor, sum))
        });
        Some(Scales::Levels(part, factors.collect::<Option<_>>()?))
    }

    /// The factor for the rows of an indicator; `Some(None)` where they count as they stand.
    pub fn factor(&self, indicator: &Indicator) -> Option<Option<Short>> {
        Some(match self {
            Scales::None => None,
            Scales::Part { factor, .. } => Some(*factor),
            Scales::Levels(part, factors) => Some(factors[level(part, indicator)?].0),
        })
    }

    /// The same with everything an explanation needs.
    pub fn scaling(&self, indicator: &Indicator) -> Option<Scaling> {
        Some(match self {
            Scales::None => Scaling::None,
            Scales::Part {
                weight, declared, ..
            } => Scaling::Part {
                weight: *weight,
                declared: *declared,
            },
            Scales::Levels(part, factors) => {
                let place = level(part, indicator)?;
                let (label, weight) = &part.levels[place];
                Scaling::Level {
                    level: label.clone(),
                    weight: *weight,
                    sum: Fraction::from(factors[place].1),
                }
            }
        })
    }
}

/// The place of the level an indicator counts in.
fn level(part: &IndicatorsPart, indicator: &Indicator) -> Option<usize> {
    let level = weighed_level(part, indicator)?;
    let mut levels = part.levels.iter();
    levels.position(|other| std::ptr::eq(other, level))
}
