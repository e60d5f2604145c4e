//! Figures without an evaluation: ordinary sheets under ordinary packs, in 64-bit fractions.
//!
//! Everything here either gives exactly what [`Scorer::score`] gives or gives `None`, and the sheet is
//! scored in full. So it knows only the plain case: every row has a printed mark, applies, can be paired
//! and gets an answer; the marks add up; the pack asks about rows, execution and total, not about groups.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::evaluation::FullMarkSource;
use super::figures::{Awarding, ExecutionFigures, Figures, FullMarkFrom, RowFigures};
use super::judge::{is_doubtful, method};
use super::marks::PrintedMarks;
use super::pairing::{self, Pairing};
use super::printed::{money, printed_mark};
use super::scaling::weighed_level;
use super::scorer::Scorer;
use crate::number::{Fraction, Rounding, Short};
use crate::rules::host::ScriptFault;
use crate::rules::short::{Said, ShortAnswer, ShortFacts, Subject, short};
use crate::sheet::{Indicator, Measure, Sheet};

impl Scorer {
    /// The figures of one sheet: what [`Figures::of`] gives of an evaluation with its trace, several times
    /// faster where the sheet and the pack are ordinary.
    ///
    /// # Errors
    /// As for [`Scorer::score`].
    pub fn figures(&self, sheet: &Arc<Sheet>) -> Result<Figures, Box<ScriptFault>> {
        if let Some(figures) = self.swift(sheet) {
            return Ok(figures);
        }
        let traced = Scorer {
            trace: true,
            ..self.clone()
        };
        Ok(Figures::of(&traced.score(sheet)?))
    }

    /// `None` for a sheet or a pack that is not ordinary.
    pub(super) fn swift(&self, sheet: &Arc<Sheet>) -> Option<Figures> {
        let asks_more = self.jointly.is_some() || self.adjust.is_some() || self.grade.is_some();
        if asks_more || !self.groups.is_empty() {
            return None;
        }
        let marks = PrintedMarks::of(sheet, &self.pack).filter(|marks| !marks.forbid_a_total())?;
        let scales = self.scales(sheet, &marks)?;
        let mut rows = Vec::with_capacity(sheet.measures().count());
        let mut sum = Short::ZERO;
        for (place, indicator) in sheet.indicators.iter().enumerate() {
            let scale = scales.of(self, indicator)?;
            for (index, measure) in indicator.measures.iter().enumerate() {
                let mark = printed_mark(sheet, place, index).ok()??;
                let shared = matches!(
                    mark.source,
                    FullMarkSource::Sheet | FullMarkSource::Shared(_)
                );
                let mark = Short::of(mark.value).filter(|_| shared)?;
                let row = self.swift_row(sheet, indicator, measure, mark, scale)?;
                if let Awarding::Points(points) = row.points {
                    sum = sum.plus(Short::of_decimal(points)?)?;
                }
                rows.push(row);
            }
        }
        let execution = self.swift_execution(sheet)?;
        let indicators = sum.rounded(self.pack.rounding.rows)?.normalize();
        let total = self.swift_total(sheet, sum, execution.as_ref())?;
        let bands = &self.pack.grades;
        let band = self.pack.grade(total);
        Some(Figures {
            rows,
            execution,
            indicators: Ok(indicators),
            total: Ok(total),
            grade: band.and_then(|band| bands.iter().position(|other| other == band)),
        })
    }

    fn swift_row(
        &self,
        sheet: &Sheet,
        indicator: &Indicator,
        measure: &Measure,
        mark: Short,
        scale: Option<Short>,
    ) -> Option<RowFigures> {
        let doubtful = || measure.inputs.values().any(is_doubtful);
        if !measure.applicable || doubtful() {
            return None;
        }
        let pairing = pairing::pair(indicator, measure, &self.words).ok()?;
        let method = method(&self.pack, &pairing, indicator, measure)?;
        let facts = facts(sheet, indicator, measure, &pairing, mark)?;
        let function = &self.methods[method];
        let ShortAnswer { said, quotient } =
            self.host.short(function, Subject::Measure, &facts, false)?;
        let counted = match scale {
            None => mark,
            Some(factor) => mark.times(factor)?,
        };
        let (exact, completion) = match said {
            Said::Completion(completion) => (counted.times(completion)?, Some(completion)),
            Said::Points(points) => (points.times(scale.unwrap_or(Short::ONE))?, None),
            Said::Cannot(_) | Said::LeftOut(_) => return None,
        };
        let uncapped = match quotient {
            Some((dividend, divisor)) => Some(dividend.over(divisor)?),
            None => completion,
        };
        Some(RowFigures {
            method: Some(method),
            completion: uncapped.map(Fraction::from),
            full_mark: Some(counted.into()),
            full_mark_from: Some(match scale {
                None => FullMarkFrom::Sheet,
                Some(_) => FullMarkFrom::Pack,
            }),
            points: Awarding::Points(points(exact, self.pack.rounding.rows)?),
        })
    }

    /// The execution part; `Some(None)` for packs without one.
    fn swift_execution(&self, sheet: &Sheet) -> Option<Option<ExecutionFigures>> {
        let (Some(part), Some(function)) = (&self.pack.execution, &self.execution) else {
            return Some(None);
        };
        let (budget, executed) = money(sheet).ok()?;
        let weight = Short::of_decimal(part.weight)?;
        let mut facts = ShortFacts::of_sheet(sheet);
        facts.set_execution(Short::of(budget)?, Short::of(executed)?, weight)?;
        let exact = match self
            .host
            .short(function, Subject::Execution, &facts, false)?
            .said
        {
            Said::Completion(completion) => weight.times(completion)?,
            Said::Points(points) => points,
            Said::Cannot(_) | Said::LeftOut(_) => return None,
        };
        Some(Some(ExecutionFigures {
            rate: executed.over(budget).ok(),
            points: Awarding::Points(points(exact, self.pack.rounding.execution)?),
        }))
    }

    fn swift_total(
        &self,
        sheet: &Sheet,
        indicators: Short,
        execution: Option<&ExecutionFigures>,
    ) -> Option<Decimal> {
        let points = match execution.map(|part| &part.points) {
            None => None,
            Some(Awarding::Points(points)) => Some(Short::of_decimal(*points)?),
            Some(_) => return None,
        };
        let exact = match &self.total {
            None => points.map_or(Some(indicators), |points| points.plus(indicators))?,
            Some(function) => {
                let rate = short(execution.and_then(|part| part.rate))?;
                let mut facts = ShortFacts::of_sheet(sheet);
                facts.set_total(points, indicators, rate);
                match self
                    .host
                    .short(function, Subject::Total, &facts, false)?
                    .said
                {
                    Said::Completion(total) | Said::Points(total) => total,
                    Said::Cannot(_) | Said::LeftOut(_) => return None,
                }
            }
        };
        exact.rounded(self.pack.rounding.total)
    }

    /// How marks count under the pack; `None` where a level is missing.
    fn scales(&self, sheet: &Sheet, marks: &PrintedMarks) -> Option<Scales> {
        let part = &self.pack.indicators;
        if part.levels.is_empty() {
            let declared = marks.scale();
            if declared <= Decimal::ZERO || declared == part.weight {
                return Some(Scales::All(None));
            }
            let factor = Short::of_decimal(part.weight)?.over(Short::of_decimal(declared)?)?;
            return Some(Scales::All(Some(factor)));
        }
        let mut sums = vec![Short::ZERO; part.levels.len()];
        for (place, indicator) in sheet.indicators.iter().enumerate() {
            let level = self.level(indicator)?;
            for index in 0..indicator.measures.len() {
                let mark = printed_mark(sheet, place, index).ok()??;
                sums[level] = sums[level].plus(Short::of(mark.value)?)?;
            }
        }
        let factors = part.levels.iter().zip(sums).map(|((_, weight), sum)| {
            let weight = Short::of_decimal(*weight)?;
            (sum > Short::ZERO).then(|| weight.over(sum)).flatten()
        });
        Some(Scales::Levels(factors.collect::<Option<_>>()?))
    }

    /// The place of the level an indicator counts in.
    fn level(&self, indicator: &Indicator) -> Option<usize> {
        let part = &self.pack.indicators;
        let level = weighed_level(part, indicator)?;
        part.levels
            .iter()
            .position(|other| std::ptr::eq(other, level))
    }
}

/// How marks count under the pack.
enum Scales {
    /// All alike; `None` as they stand.
    All(Option<Short>),
    /// By level.
    Levels(Vec<Short>),
}

impl Scales {
    fn of(&self, scorer: &Scorer, indicator: &Indicator) -> Option<Option<Short>> {
        Some(match self {
            Scales::All(factor) => *factor,
            Scales::Levels(factors) => Some(factors[scorer.level(indicator)?]),
        })
    }
}

fn facts<'a>(
    sheet: &'a Sheet,
    indicator: &'a Indicator,
    measure: &'a Measure,
    pairing: &Pairing,
    mark: Short,
) -> Option<ShortFacts<'a>> {
    let judged = match measure.judged {
        None => None,
        Some(judged) => Some(Short::of_decimal(judged)?),
    };
    Some(ShortFacts {
        numbers: [
            short(pairing.target)?,
            short(pairing.actual)?,
            Some(mark),
            short(pairing.target_high)?,
            judged,
            None,
            None,
        ],
        strict: pairing.strict,
        same_word: pairing.same_word,
        direction: pairing.direction.as_ref().map(|(direction, _)| *direction),
        kind: Some(pairing.kind),
        sheet,
        row: Some((indicator, measure)),
    })
}

/// Points as the pack rounds them.
fn points(exact: Short, rounding: Rounding) -> Option<Decimal> {
    let points = exact.rounded(rounding)?;
    super::award::fits(points).then_some(points)
}

#[cfg(test)]
mod tests;
