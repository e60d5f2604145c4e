//! Walks a sheet and asks the pack about every part of it.

use std::rc::Rc;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::direction_words::WordFinder;
use super::evaluation::{Evaluation, FullMark, Outcome, Points, RowResult, Unscorable};
use super::full_mark::{self, Clue, Inference};
use super::marks::PrintedMarks;
use super::pairing::{self, Pairing};
use super::printed::printed_mark;
use super::reason::Reason;
use super::scaling;
use crate::number::{Fraction, OutOfRange, Rounding};
use crate::rules::RulePack;
use crate::rules::facts::{Answer, MeasureFacts};
use crate::rules::host::{Function, Host, ScriptFault};
use crate::rules::pack::{FullMarkPolicy, MissingActual, NotApplicable, When};
use crate::score::Side;
use crate::sheet::{Measure, Sheet};

/// No row and no part earns more; nothing a form could print comes near.
const MOST_POINTS: i64 = 1_000_000_000_000_000;

/// A pack compiled for one thread.
pub struct Scorer {
    pub(super) pack: Arc<RulePack>,
    pub(super) host: Host,
    /// The script function of each method, in the pack's order.
    methods: Vec<Function>,
    pub(super) execution_function: Function,
    pub(super) total_function: Option<Function>,
    words: WordFinder,
    pub(super) trace: bool,
}

/// What the script said about a measure, before its mark is known.
pub(super) struct Judged {
    pub(super) row: RowResult,
    pub(super) answer: Result<Answer, Reason>,
    /// The full mark as printed; `None` when the sheet prints none for this row.
    printed: Result<Option<FullMark>, Reason>,
}

impl Scorer {
    /// Compiles the scripts of a checked pack.
    ///
    /// # Errors
    /// The faults of scripts that do not compile; a pack that passed its check has none.
    pub fn new(pack: Arc<RulePack>) -> Result<Scorer, Vec<ScriptFault>> {
        let host = Host::compile(&pack.scripts, &Rc::new(pack.params.clone()))?;
        let functions = host.functions();
        let find = |name: &str| {
            functions
                .iter()
                .find(|function| function.name == name)
                .cloned()
                .ok_or_else(|| vec![ScriptFault::undefined(name)])
        };
        Ok(Scorer {
            methods: pack
                .methods
                .iter()
                .map(|method| find(&method.function))
                .collect::<Result<_, _>>()?,
            execution_function: find(&pack.execution.function)?,
            total_function: pack.total.as_deref().map(find).transpose()?,
            words: WordFinder::new(&pack.direction_words),
            trace: true,
            host,
            pack,
        })
    }

    /// Leaves out the notes scripts write while they run; points and totals stay the same.
    pub fn without_trace(mut self) -> Scorer {
        self.trace = false;
        self
    }

    /// The pack this scorer applies.
    pub fn pack(&self) -> &Arc<RulePack> {
        &self.pack
    }

    /// Scores one sheet.
    ///
    /// # Errors
    /// A script of the pack is at fault. What is wrong with the sheet is never an error: rows that
    /// cannot be scored say so in their outcome.
    pub fn score(&self, sheet: &Arc<Sheet>) -> Result<Evaluation, Box<ScriptFault>> {
        let mut judged = Vec::with_capacity(sheet.indicators.len());
        for (i, indicator) in sheet.indicators.iter().enumerate() {
            for m in 0..indicator.measures.len() {
                judged.push(self.judge(sheet, i, m)?);
            }
        }
        let inference = self.full_marks(sheet, &mut judged);
        let printed_marks = PrintedMarks::of(sheet, &self.pack);
        let missing_level = scaling::scale(&self.pack, sheet, printed_marks.as_ref(), &mut judged);
        let rescale = scaling::rescaling(&self.pack, &judged);
        let factor = rescale.map_or(Fraction::ONE, |(factor, _)| factor);
        let rows: Vec<RowResult> = judged
            .into_iter()
            .map(|judged| self.award(judged, factor))
            .collect();
        let execution = self.execution(sheet, factor)?;
        let indicators = sum(
            &rows,
            missing_level,
            inference.as_ref(),
            printed_marks.as_ref(),
        );
        let total = self.total(&indicators, &execution)?;
        let grade = total.as_ref().ok().and_then(|total| {
            let band = self.pack.grade(*total)?;
            self.pack.grades.iter().position(|other| other == band)
        });
        Ok(Evaluation {
            sheet: Arc::clone(sheet),
            pack: Arc::clone(&self.pack),
            rows,
            execution,
            inference,
            printed_marks,
            rescale,
            indicators,
            total,
            grade,
        })
    }

    /// Everything about a measure that does not need its full mark, beginning with the script's answer.
    fn judge(
        &self,
        sheet: &Arc<Sheet>,
        indicator: usize,
        measure: usize,
    ) -> Result<Judged, Box<ScriptFault>> {
        let mut row = RowResult::unjudged(indicator, measure);
        let printed = printed_mark(sheet, indicator, measure);
        let mark = printed.as_ref().ok().and_then(Option::as_ref);
        let answer = self.ask(sheet, &mut row, mark.map(|mark| mark.value))?;
        if let Ok(Answer::Completion(completion)) = answer {
            row.completion = Some(completion);
        }
        Ok(Judged {
            row,
            answer,
            printed,
        })
    }

    /// Pairs a measure, finds its method and asks the script.
    fn ask(
        &self,
        sheet: &Arc<Sheet>,
        row: &mut RowResult,
        full_mark: Option<Fraction>,
    ) -> Result<Result<Answer, Reason>, Box<ScriptFault>> {
        let indicator = &sheet.indicators[row.indicator];
        let measure = &indicator.measures[row.measure];
        if !measure.applicable {
            return Ok(match self.pack.not_applicable {
                NotApplicable::Full => Ok(Answer::Completion(Fraction::ONE)),
                NotApplicable::Unscored => Err(Reason::NotApplicable),
                NotApplicable::DropAndRescale => {
                    row.outcome = Outcome::Dropped;
                    Err(Reason::NotApplicable)
                }
            });
        }
        let pairing = match pairing::pair(indicator, measure, &self.words) {
            Ok(pairing) => pairing,
            Err(reason) => {
                let missing = reason == Reason::Missing(Side::Actual);
                if missing
                    && let Some(presumed) = pairing::presumed(indicator, measure, &self.words)
                {
                    row.method = self.method(&presumed, measure);
                    row.direction = presumed.direction;
                }
                return Ok(match self.pack.missing_actual {
                    MissingActual::Zero if missing => Ok(Answer::Completion(Fraction::ZERO)),
                    _ => Err(reason),
                });
            }
        };
        row.kind = Some(pairing.kind);
        row.target = pairing.target;
        row.strict = pairing.strict;
        row.actual = pairing.actual;
        row.direction = pairing.direction.clone();
        let direction = pairing.direction.as_ref().map(|(direction, _)| *direction);
        row.method = self.method(&pairing, measure);
        let Some(method) = row.method else {
            return Ok(Err(Reason::NoMethod(pairing.kind, direction)));
        };
        let facts = MeasureFacts {
            sheet: Arc::clone(sheet),
            indicator: row.indicator,
            measure: row.measure,
            kind: pairing.kind,
            direction,
            target: pairing.target,
            target_high: pairing.target_high,
            strict: pairing.strict,
            actual: pairing.actual,
            same_word: pairing.same_word,
            full_mark,
        };
        let notes = self.trace.then_some(&mut row.notes);
        let function = &self.methods[method];
        let answer = self.host.measure(function, Rc::new(facts), notes)?;
        Ok(match answer {
            Answer::Cannot(words) => Err(Reason::PackCannot(words)),
            Answer::OutOfRange => Err(Reason::OutOfRange),
            answer => Ok(answer),
        })
    }

    /// The first method of the pack that applies.
    fn method(&self, pairing: &Pairing, measure: &Measure) -> Option<usize> {
        let mut methods = self.pack.methods.iter();
        methods.position(|method| applies(&method.when, pairing, measure))
    }

    /// Gives every row its full mark: as printed, or inferred when the sheet prints none at all.
    fn full_marks(&self, sheet: &Sheet, judged: &mut [Judged]) -> Option<Inference> {
        let none_printed = judged
            .iter()
            .all(|judged| matches!(judged.printed, Ok(None)));
        if none_printed && self.pack.full_mark == FullMarkPolicy::Infer {
            let clues: Vec<Clue> = sheet
                .measures()
                .zip(judged.iter())
                .map(|((_, measure), judged)| Clue {
                    points: measure.points.printed(),
                    completion: judged.row.completion,
                })
                .collect();
            let by_sheet = sheet.indicators_full_mark.mark();
            let declared = by_sheet.unwrap_or(self.pack.indicators.weight);
            if let Ok((marks, inference)) =
                full_mark::infer(sheet, &clues, declared, by_sheet.is_some())
            {
                for (judged, mark) in judged.iter_mut().zip(marks) {
                    match mark {
                        Some(mark) => judged.row.full_mark = Some(mark),
                        None => judged.refuse(Reason::FullMarkOpen),
                    }
                }
                return Some(inference);
            }
        }
        for judged in judged {
            match std::mem::replace(&mut judged.printed, Ok(None)) {
                Ok(Some(mark)) => judged.row.full_mark = Some(mark),
                Ok(None) => judged.refuse(Reason::NoFullMark),
                Err(reason) => judged.refuse(reason),
            }
        }
        None
    }

    /// Turns the script's answer and the full mark into points.
    fn award(&self, judged: Judged, factor: Fraction) -> RowResult {
        let Judged {
            mut row, answer, ..
        } = judged;
        if row.outcome == Outcome::Dropped {
            return row;
        }
        row.outcome = match answer {
            Err(reason) => Outcome::Unscored(reason),
            Ok(answer) => {
                let exact = match answer {
                    Answer::Completion(completion) => row
                        .effective_full_mark()
                        .ok_or(OutOfRange)
                        .and_then(|mark| mark.times(completion)),
                    Answer::Points(points) => points.times(row.scaling.factor()),
                    // `judge` turned the other answers into reasons.
                    Answer::Cannot(_) | Answer::OutOfRange => Err(OutOfRange),
                };
                points(
                    exact.and_then(|exact| exact.times(factor)),
                    self.pack.rounding.rows,
                )
            }
        };
        row
    }
}

impl Judged {
    /// Takes the points away for a reason, unless an earlier reason already did.
    pub(super) fn refuse(&mut self, reason: Reason) {
        if self.answer.is_ok() {
            self.answer = Err(reason);
        }
    }
}

pub(super) fn points(exact: Result<Fraction, OutOfRange>, rounding: Rounding) -> Outcome {
    let points = exact.and_then(|exact| {
        let rounded = rounding.apply(exact)?;
        // A script may answer anything; sums of such points still have to fit.
        let fits = rounded.abs() < Decimal::from(MOST_POINTS);
        fits.then_some(Points { exact, rounded }).ok_or(OutOfRange)
    });
    match points {
        Ok(points) => Outcome::Scored(points),
        Err(OutOfRange) => Outcome::Unscored(Reason::OutOfRange),
    }
}

/// The sum of the rows, or why there is none.
fn sum(
    rows: &[RowResult],
    missing_level: Option<String>,
    inference: Option<&Inference>,
    printed: Option<&PrintedMarks>,
) -> Result<Decimal, Unscorable> {
    let is_unscored = |row: &&RowResult| matches!(row.outcome, Outcome::Unscored(_));
    let unscored = rows.iter().filter(is_unscored).count();
    if unscored > 0 {
        return Err(Unscorable::Rows(unscored));
    }
    if let Some(level) = missing_level {
        return Err(Unscorable::LevelMissing(level));
    }
    if inference.is_some_and(|inference| !inference.closes()) {
        return Err(Unscorable::MarksDoNotClose);
    }
    if let Some(marks) = printed.filter(|marks| marks.forbid_a_total()) {
        return Err(Unscorable::PrintedMarksDoNotClose {
            sum: marks.sum,
            declared: marks.declared,
        });
    }
    Ok(rows.iter().filter_map(|row| row.outcome.points()).sum())
}

fn applies(when: &When, pairing: &Pairing, measure: &Measure) -> bool {
    let direction = pairing.direction.as_ref().map(|(direction, _)| *direction);
    let zero_target = pairing.target.is_some_and(Fraction::is_zero);
    when.kind.is_none_or(|kind| kind == pairing.kind)
        && when
            .direction
            .is_none_or(|wanted| direction == Some(wanted))
        && when.zero_target.is_none_or(|wanted| wanted == zero_target)
        && when
            .judged
            .is_none_or(|wanted| wanted == measure.judged.is_some())
}
