//! Ordinary sheets under ordinary packs, in 64-bit fractions and in one pass.
//!
//! Everything here gives exactly what scoring in full gives, or nothing, and the sheet is scored in full.
//! So it knows only the plain case: every row has a printed mark, applies, can be paired and gets an answer;
//! the marks add up; the pack asks about rows, execution and total, not about groups. Two harvests come from
//! the same pass: figures alone, and an evaluation with what its explanation needs.

mod marks;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use rust_decimal::Decimal;

use self::marks::{Marks, Scales};
use super::award::MOST_POINTS;
use super::evaluation::{
    Evaluation, ExecutionResult, FullMark, FullMarkSource, Outcome, Points, RowResult,
};
use super::figures::{Awarding, ExecutionFigures, Figures, FullMarkFrom, RowFigures, is_ratio_of};
use super::judge::is_doubtful;
use super::marks::PrintedMarks;
use super::pairing::{self, Pairing};
use super::printed::money;
use super::scorer::Scorer;
use super::terms::Terms;
use crate::number::{Fraction, Rounding, Short};
use crate::rules::facts::Note;
use crate::rules::host::ScriptFault;
use crate::rules::short::{ACTUAL, Said, ShortFacts, Subject, TARGET, short};
use crate::sheet::{Indicator, Measure, Sheet};

/// A row of an ordinary sheet.
struct Row<'a> {
    indicator: &'a Indicator,
    /// Its place: indicator, and measure of it.
    place: (usize, usize),
    pairing: &'a Pairing,
    method: usize,
    /// What the script said, unless it gave points.
    completion: Option<Short>,
    /// The ratio of actual and target, where that is the first quotient the script formed.
    quotient: Option<(Short, Short)>,
    mark: Short,
    /// Of how many measures the mark is a share.
    shared: usize,
    /// The mark as it counts under the pack; `None` as it stands.
    counted: Option<Short>,
    points: Rounded,
    notes: Vec<Note>,
}

/// The execution part of an ordinary sheet.
struct Execution {
    rate: Option<Fraction>,
    completion: Option<Short>,
    points: Rounded,
    notes: Vec<Note>,
}

/// Points before and after rounding.
#[derive(Clone, Copy)]
struct Rounded {
    exact: Short,
    rounded: Decimal,
}

/// What is not a row.
struct Whole {
    execution: Option<Execution>,
    indicators: Decimal,
    total: Decimal,
    total_notes: Vec<Note>,
    grade: Option<usize>,
}

impl Scorer {
    /// The figures of one sheet: what [`Figures::of`] gives of an evaluation with its trace, several times
    /// faster where the sheet and the pack are ordinary.
    ///
    /// # Errors
    /// As for [`Scorer::score`].
    pub fn figures(&self, sheet: &Arc<Sheet>) -> Result<Figures, Box<ScriptFault>> {
        if let Some(figures) = self.swift_figures(sheet) {
            return Ok(figures);
        }
        let traced = Scorer {
            trace: true,
            ..self.clone()
        };
        Ok(Figures::of(&traced.score_under(sheet, &Terms::default())?))
    }

    /// Whether a sheet takes the swift way under this pack; its figures are the same either way.
    pub fn is_ordinary(&self, sheet: &Sheet) -> bool {
        self.swift_figures(sheet).is_some()
    }

    /// `None` for a sheet or a pack that is not ordinary.
    fn swift_figures(&self, sheet: &Sheet) -> Option<Figures> {
        let (rows, whole) = self.swift(sheet, false, |row, _| {
            let uncapped = match row.quotient {
                Some((dividend, divisor)) => Some(dividend.over(divisor)?),
                None => row.completion,
            };
            Some(RowFigures {
                method: Some(row.method),
                completion: uncapped.map(Fraction::from),
                full_mark: Some(row.counted.unwrap_or(row.mark).into()),
                full_mark_from: Some(match row.counted {
                    None => FullMarkFrom::Sheet,
                    Some(_) => FullMarkFrom::Pack,
                }),
                points: Awarding::Points(row.points.rounded),
            })
        })?;
        Some(Figures {
            rows,
            execution: whole.execution.map(|part| ExecutionFigures {
                rate: part.rate,
                points: Awarding::Points(part.points.rounded),
            }),
            indicators: Ok(whole.indicators),
            total: Ok(whole.total),
            grade: whole.grade,
        })
    }

    /// The evaluation; `None` for a sheet or a pack that is not ordinary.
    pub(super) fn swift_evaluation(&self, sheet: &Arc<Sheet>) -> Option<Evaluation> {
        let (rows, whole) = self.swift(sheet, self.trace, |row, scales| {
            let source = match row.shared {
                1 => FullMarkSource::Sheet,
                several => FullMarkSource::Shared(several),
            };
            Some(RowResult {
                indicator: row.place.0,
                measure: row.place.1,
                kind: Some(row.pairing.kind),
                direction: row.pairing.sourced(&self.words),
                target: row.pairing.target.map(Fraction::from),
                strict: row.pairing.strict,
                actual: row.pairing.actual.map(Fraction::from),
                method: Some(row.method),
                completion: row.completion.map(Fraction::from),
                notes: row.notes,
                full_mark: Some(FullMark {
                    value: row.mark.into(),
                    source,
                }),
                scaling: scales.scaling(row.indicator)?,
                adjusted: None,
                awarded: None,
                outcome: row.points.outcome(),
            })
        })?;
        Some(Evaluation {
            sheet: Arc::clone(sheet),
            pack: Arc::clone(&self.pack),
            rows,
            groups: Vec::new(),
            execution: whole.execution.map(|part| ExecutionResult {
                rate: part.rate,
                completion: part.completion.map(Fraction::from),
                notes: part.notes,
                outcome: part.points.outcome(),
            }),
            inference: None,
            printed_marks: PrintedMarks::of(sheet, &self.pack),
            rescale: None,
            indicators: Ok(whole.indicators),
            total: Ok(whole.total),
            total_notes: whole.total_notes,
            grade: whole.grade,
            grade_said: None,
        })
    }

    /// Scores a sheet, keeping of every row what is wanted; `None` for a sheet or a pack that is not
    /// ordinary. Notes are only taken where `noted`.
    fn swift<'s, R>(
        &'s self,
        sheet: &'s Sheet,
        noted: bool,
        keep: impl Fn(Row<'_>, &Scales) -> Option<R>,
    ) -> Option<(Vec<R>, Whole)> {
        let asks_more = self.jointly.is_some() || self.adjust.is_some() || self.grade.is_some();
        if asks_more || !self.groups.is_empty() {
            return None;
        }
        let marks = Marks::of(sheet)?;
        let scales = Scales::of(sheet, &self.pack, &marks)?;
        let mut rows = Vec::with_capacity(marks.each.len());
        let mut each = marks.each.iter();
        let mut sum = Short::ZERO;
        for (place, indicator) in sheet.indicators.iter().enumerate() {
            let factor = scales.factor(indicator)?;
            for (index, mark) in (0..indicator.measures.len()).zip(&mut each) {
                // Looked at where it was written: a copy of so many small figures waits for each of them.
                let paired = pairing::pair(indicator, &indicator.measures[index], &self.words);
                let Ok(pairing) = &paired else { return None };
                let row = self.swift_row(sheet, (place, index), pairing, *mark, factor, noted)?;
                sum = sum.plus(Short::of_decimal(row.points.rounded)?)?;
                rows.push(keep(row, &scales)?);
            }
        }
        let execution = match &self.execution {
            None => None,
            Some(_) => Some(self.swift_execution(sheet, noted)?),
        };
        let (total, total_notes) = self.swift_total(sheet, sum, execution.as_ref(), noted)?;
        let bands = &self.pack.grades;
        let band = self.pack.grade(total);
        let whole = Whole {
            execution,
            indicators: sum.rounded(self.pack.rounding.rows)?.normalize(),
            total,
            total_notes,
            grade: band.and_then(|band| bands.iter().position(|other| std::ptr::eq(other, band))),
        };
        Some((rows, whole))
    }

    // One place calls it; a row that is returned is a row that is copied.
    #[inline(always)]
    fn swift_row<'s>(
        &self,
        sheet: &'s Sheet,
        place: (usize, usize),
        pairing: &'s Pairing,
        (mark, shared): (Short, usize),
        factor: Option<Short>,
        noted: bool,
    ) -> Option<Row<'s>> {
        let indicator = &sheet.indicators[place.0];
        let measure = &indicator.measures[place.1];
        let doubtful = || measure.inputs.values().any(is_doubtful);
        if !measure.applicable || doubtful() {
            return None;
        }
        let method = self.method(pairing, indicator, measure)?;
        let facts = facts(sheet, indicator, measure, pairing, mark)?;
        let function = &self.methods[method];
        let answer = self.host.short(function, Subject::Measure, &facts, noted);
        let answer = answer.as_ref()?;
        let of_row = |taken: &(Short, Short)| {
            is_ratio_of(*taken, facts.numbers[ACTUAL], facts.numbers[TARGET])
        };
        let counted = match factor {
            None => None,
            Some(factor) => Some(mark.times(factor)?),
        };
        let (exact, completion) = match answer.said {
            Said::Completion(completion) => {
                (counted.unwrap_or(mark).times(completion)?, Some(completion))
            }
            Said::Points(points) => (points.times(factor.unwrap_or(Short::ONE))?, None),
            Said::Cannot(_) | Said::LeftOut(_) => return None,
        };
        Some(Row {
            indicator,
            place,
            pairing,
            method,
            completion,
            quotient: answer.quotient.filter(of_row),
            mark,
            shared,
            counted,
            points: Rounded::of(exact, self.pack.rounding.rows)?,
            notes: self.notes(noted),
        })
    }

    fn swift_execution(&self, sheet: &Sheet, noted: bool) -> Option<Execution> {
        let (part, function) = (self.pack.execution.as_ref()?, self.execution.as_ref()?);
        let (budget, executed) = money(sheet).ok()?;
        let weight = Short::of_decimal(part.weight)?;
        let mut facts = ShortFacts::of_sheet(sheet);
        facts.set_execution(Short::of(budget)?, Short::of(executed)?, weight)?;
        let answer = self
            .host
            .short(function, Subject::Execution, &facts, noted)?;
        let (exact, completion) = match answer.said {
            Said::Completion(completion) => (weight.times(completion)?, Some(completion)),
            Said::Points(points) => (points, None),
            Said::Cannot(_) | Said::LeftOut(_) => return None,
        };
        Some(Execution {
            rate: executed.over(budget).ok(),
            completion,
            points: Rounded::of(exact, self.pack.rounding.execution)?,
            notes: self.notes(noted),
        })
    }

    fn swift_total(
        &self,
        sheet: &Sheet,
        indicators: Short,
        execution: Option<&Execution>,
        noted: bool,
    ) -> Option<(Decimal, Vec<Note>)> {
        let points = match execution {
            None => None,
            Some(part) => Some(Short::of_decimal(part.points.rounded)?),
        };
        let rounding = self.pack.rounding.total;
        let Some(function) = &self.total else {
            let exact = points.map_or(Some(indicators), |points| points.plus(indicators))?;
            return Some((exact.rounded(rounding)?, Vec::new()));
        };
        let mut facts = ShortFacts::of_sheet(sheet);
        let rate = short(execution.and_then(|part| part.rate))?;
        facts.set_total(points, indicators, rate);
        let answer = self.host.short(function, Subject::Total, &facts, noted)?;
        match answer.said {
            Said::Completion(total) | Said::Points(total) => {
                Some((total.rounded(rounding)?, self.notes(noted)))
            }
            Said::Cannot(_) | Said::LeftOut(_) => None,
        }
    }

    fn notes(&self, noted: bool) -> Vec<Note> {
        match noted {
            true => self.host.take_notes(),
            false => Vec::new(),
        }
    }
}

impl Rounded {
    /// `None` where the points are of a size that only scoring in full can judge.
    #[inline]
    fn of(exact: Short, rounding: Rounding) -> Option<Rounded> {
        let ordinary = exact.absolute()? < Short::whole(MOST_POINTS - 1);
        let rounded = exact.rounded(rounding).filter(|_| ordinary)?;
        Some(Rounded { exact, rounded })
    }

    fn outcome(self) -> Outcome {
        Outcome::Scored(Points {
            exact: self.exact.into(),
            rounded: self.rounded,
        })
    }
}

#[inline(always)]
fn facts<'a>(
    sheet: &'a Sheet,
    indicator: &'a Indicator,
    measure: &'a Measure,
    pairing: &Pairing,
    mark: Short,
) -> Option<ShortFacts<'a>> {
    let number = |figure: Option<Decimal>| match figure {
        None => Some(None),
        Some(figure) => Short::of_decimal(figure).map(Some),
    };
    Some(ShortFacts {
        numbers: [
            number(pairing.target)?,
            number(pairing.actual)?,
            Some(mark),
            number(pairing.target_high)?,
            number(measure.judged)?,
            None,
            None,
        ],
        strict: pairing.strict,
        same_word: pairing.same_word,
        direction: pairing.better(),
        kind: Some(pairing.kind),
        sheet,
        row: Some((indicator, measure)),
    })
}
