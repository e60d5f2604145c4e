//! Walks a sheet and asks the pack about every part of it.

use std::rc::Rc;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::direction_words::WordFinder;
use super::evaluation::{Evaluation, FullMark, Outcome, RowResult, Unscorable};
use super::full_mark::{self, Clue, Inference};
use super::groups::{self, ScoredGroups};
use super::judgement::{Judged, Judgement};
use super::marks::PrintedMarks;
use super::methods::Methods;
use super::reason::Reason;
use super::scaling;
use super::terms::Terms;
use crate::number::{Fraction, OutOfRange, Rounding};
use crate::rules::RulePack;
use crate::rules::host::{Function, Host, ScriptFault};
use crate::rules::pack::{Asked, FullMarkPolicy, Group};
use crate::sheet::Sheet;

/// A pack compiled for one thread.
#[derive(Clone)]
pub struct Scorer {
    pub(super) pack: Arc<RulePack>,
    pub(super) host: Rc<Host>,
    /// The script function of each method, in the pack's order.
    pub(super) methods: Rc<[Function]>,
    pub(super) execution: Option<Function>,
    pub(super) jointly: Option<Function>,
    pub(super) adjust: Option<Function>,
    pub(super) total: Option<Function>,
    pub(super) grade: Option<Function>,
    /// The script function of each group, in the order of [`Group::walk`].
    pub(super) groups: Rc<[Function]>,
    pub(super) by_question: Rc<Methods>,
    pub(super) words: Rc<WordFinder>,
    pub(super) trace: bool,
}

impl Scorer {
    /// Compiles the scripts of a checked pack.
    ///
    /// # Errors
    /// The faults of scripts that do not compile; a pack that passed its check has none.
    pub fn new(pack: Arc<RulePack>) -> Result<Scorer, Vec<ScriptFault>> {
        let host = Rc::new(Host::of(&pack)?);
        Scorer::on(host, pack)
    }

    /// A scorer for a changed copy of the pack; what is compiled already is shared where it can be.
    ///
    /// # Errors
    /// As for [`Scorer::new`].
    pub fn with_pack(&self, pack: Arc<RulePack>) -> Result<Scorer, Box<ScriptFault>> {
        let same =
            pack.scripts == self.pack.scripts && pack.rounding.named == self.pack.rounding.named;
        let host = match same {
            true if pack.params == self.pack.params => Ok(Rc::clone(&self.host)),
            true => Ok(Rc::new(self.host.with_params(&pack.params))),
            false => Host::of(&pack).map(Rc::new),
        };
        if let (true, Ok(host), true) = (same, &host, pack.asks_like(&self.pack)) {
            let host = Rc::clone(host);
            return Ok(Scorer {
                pack,
                host,
                ..self.clone()
            });
        }
        let scorer = host.and_then(|host| Scorer::on(host, pack));
        // A compilation that fails has at least one fault.
        let scorer = scorer.map_err(|mut faults| Box::new(faults.swap_remove(0)))?;
        Ok(Scorer {
            trace: self.trace,
            ..scorer
        })
    }

    fn on(host: Rc<Host>, pack: Arc<RulePack>) -> Result<Scorer, Vec<ScriptFault>> {
        let functions = host.functions();
        let find = |name: &str| {
            functions
                .iter()
                .find(|function| function.name == name)
                .cloned()
                .ok_or_else(|| vec![ScriptFault::undefined(name)])
        };
        let asked = |asked: &Option<Asked>| {
            let asked = asked.as_ref();
            asked.map(|asked| find(&asked.function)).transpose()
        };
        let execution = pack.execution.as_ref();
        Ok(Scorer {
            methods: pack
                .methods
                .iter()
                .map(|method| find(&method.function))
                .collect::<Result<_, _>>()?,
            execution: execution.map(|part| find(&part.function)).transpose()?,
            jointly: asked(&pack.jointly)?,
            adjust: asked(&pack.adjust)?,
            total: asked(&pack.total)?,
            grade: pack.grade_function.as_deref().map(find).transpose()?,
            groups: Group::walk(&pack.indicators.groups)
                .into_iter()
                .map(|group| find(&group.asked.function))
                .collect::<Result<_, _>>()?,
            by_question: Rc::new(Methods::of(&pack)),
            words: Rc::new(WordFinder::new(&pack.direction_words)),
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
        match self.swift_evaluation(sheet) {
            Some(evaluation) => Ok(evaluation),
            None => self.score_under(sheet, &Terms::default()),
        }
    }

    /// Scores a changed copy of a sheet under the terms of a question.
    ///
    /// # Errors
    /// As for [`Scorer::score`].
    pub fn score_under(
        &self,
        sheet: &Arc<Sheet>,
        terms: &Terms<'_>,
    ) -> Result<Evaluation, Box<ScriptFault>> {
        self.score_knowing(sheet, terms, None)
    }

    /// The same, without asking again about rows on which what was judged before still holds.
    ///
    /// # Errors
    /// As for [`Scorer::score`].
    pub fn score_knowing(
        &self,
        sheet: &Arc<Sheet>,
        terms: &Terms<'_>,
        known: Option<&Judgement>,
    ) -> Result<Evaluation, Box<ScriptFault>> {
        let mut judged = self.judge_rows(sheet, known)?;
        let inference = self.full_marks(sheet, terms, &mut judged);
        let printed_marks = terms.printed_marks(sheet, &self.pack);
        let declared = scaling::declared(sheet, printed_marks.as_ref(), inference.as_ref());
        let missing_level = scaling::scale(&self.pack, sheet, declared, &mut judged);
        let rescale = scaling::rescaling(&self.pack, &judged);
        let factor = rescale.map_or(Fraction::ONE, |(factor, _)| factor);
        let mut rows = Vec::with_capacity(judged.len());
        let mut facts = Vec::with_capacity(judged.len());
        for judged in judged {
            rows.push(judged.row);
            facts.push(judged.facts);
            if let (Some(row), Some(facts)) = (rows.last_mut(), facts.last()) {
                self.award(row, judged.answer, facts.as_ref(), factor)?;
                let number = sheet.indicators[row.indicator].measures[row.measure].row;
                if let Some(given) = terms.awarded.get(&number) {
                    self.award_given(row, given, factor);
                }
            }
        }
        let groups = groups::assign(&self.pack.indicators.groups, sheet, &mut rows);
        let scored_groups = self.score_groups(sheet, &rows, &facts, &groups)?;
        let execution = self.execution(sheet, factor)?;
        let sum = sum(
            &rows,
            scored_groups.as_ref(),
            missing_level,
            inference.as_ref(),
            printed_marks.as_ref(),
        );
        let (groups, group_facts) =
            scored_groups.map_or_else(Default::default, |scored| (scored.results, scored.facts));
        let parts = self.parts(sheet, &sum, execution.as_ref(), group_facts);
        let (total, total_notes) = self.total(&parts)?;
        let (grade, grade_said) = self.grade(parts.ok(), total.as_ref().ok().copied())?;
        Ok(Evaluation {
            sheet: Arc::clone(sheet),
            pack: Arc::clone(&self.pack),
            rows,
            groups,
            execution,
            inference,
            printed_marks,
            rescale,
            indicators: sum.and_then(shown),
            total,
            total_notes,
            grade,
            grade_said,
        })
    }

    /// Gives every row its full mark: as printed, or inferred when the sheet prints none at all.
    fn full_marks(
        &self,
        sheet: &Sheet,
        terms: &Terms<'_>,
        judged: &mut [Judged],
    ) -> Option<Inference> {
        if let Some(each) = self.pack.indicators.full_mark_each {
            for judged in judged.iter_mut() {
                if judged.printed == Ok(None) {
                    judged.printed = Ok(Some(FullMark::of_pack(each.into())));
                }
            }
        }
        if let Some(inference) = terms.inferred(judged) {
            return Some(inference);
        }
        let none_printed = judged
            .iter()
            .all(|judged| matches!(judged.printed, Ok(None)));
        if (none_printed || terms.shared()) && self.pack.full_mark == FullMarkPolicy::Share {
            scaling::share(&self.pack, sheet, judged);
        }
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
}

/// The sum of the rows or groups, or why there is none.
fn sum(
    rows: &[RowResult],
    groups: Option<&ScoredGroups>,
    missing_level: Option<String>,
    inference: Option<&Inference>,
    printed: Option<&PrintedMarks>,
) -> Result<Fraction, Unscorable> {
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
    if let Some(groups) = groups {
        return groups.sum.clone();
    }
    let mut points = rows.iter().filter_map(|row| row.outcome.points());
    points.try_fold(Fraction::ZERO, |sum, points| {
        sum.plus(points.into()).map_err(|_| Unscorable::OutOfRange)
    })
}

/// A sum of points as a figure: exact where it ends, else rounded half up to as many places as a rule
/// can name. Only what is shown; sums go on with the exact value.
fn shown(sum: Fraction) -> Result<Decimal, Unscorable> {
    let exact = sum.as_exact_decimal();
    let rounded = || Rounding::SHOWN.apply(sum);
    exact
        .map_or_else(rounded, Ok)
        .map_err(|OutOfRange| Unscorable::OutOfRange)
}
