//! Asks the pack's methods about single measures, and about the measures of one indicator together.

use std::rc::Rc;
use std::sync::Arc;

use super::evaluation::{Outcome, RowResult};
use super::judgement::Judged;
use super::pairing;
use super::printed::printed_mark;
use super::reason::{Reason, Side};
use super::scorer::Scorer;
use crate::number::Fraction;
use crate::rules::facts::{Answer, GroupFacts, Kind, MeasureFacts};
use crate::rules::host::ScriptFault;
use crate::rules::pack::{MissingActual, NotApplicable};
use crate::sheet::Sheet;
use crate::value::Written;

impl Scorer {
    /// Everything about a measure that does not need its full mark, beginning with the script's answer.
    /// Written where it stays: a row is large, and moving it about costs more than scoring it.
    pub(super) fn judge(
        &self,
        sheet: &Arc<Sheet>,
        judged: &mut Judged,
    ) -> Result<(), Box<ScriptFault>> {
        let row = &mut judged.row;
        judged.printed = printed_mark(sheet, row.indicator, row.measure);
        let mark = judged.printed.as_ref().ok().and_then(Option::as_ref);
        let mark = mark.map(|mark| mark.value);
        judged.answer = self.ask(sheet, row, mark, &mut judged.facts)?;
        if let Ok(Answer::Completion(completion)) = judged.answer {
            row.completion = Some(completion);
        }
        Ok(())
    }

    /// Pairs a measure, finds its method and asks the script.
    fn ask(
        &self,
        sheet: &Arc<Sheet>,
        row: &mut RowResult,
        full_mark: Option<Fraction>,
        seen: &mut Option<Rc<MeasureFacts>>,
    ) -> Result<Result<Answer, Reason>, Box<ScriptFault>> {
        let indicator = &sheet.indicators[row.indicator];
        let measure = &indicator.measures[row.measure];
        if !measure.applicable {
            return Ok(match self.pack.not_applicable {
                NotApplicable::Full => Ok(Answer::Completion(Fraction::ONE)),
                NotApplicable::Zero => Ok(Answer::Completion(Fraction::ZERO)),
                NotApplicable::Unscored => Err(Reason::NotApplicable),
                NotApplicable::DropAndRescale => {
                    row.outcome = Outcome::Dropped;
                    Err(Reason::NotApplicable)
                }
            });
        }
        let paired = match pairing::pair(indicator, measure, &self.words) {
            Err(Reason::Missing(Side::Target)) if self.scores_alone() => {
                pairing::alone(indicator, measure, &self.words)
            }
            paired => paired,
        };
        let pairing = match paired {
            Ok(pairing) => pairing,
            Err(Reason::Missing(Side::Actual)) => {
                if let Some(presumed) = pairing::presumed(indicator, measure, &self.words) {
                    row.method = self.method(&presumed, indicator, measure);
                    row.direction = presumed.sourced(&self.words);
                }
                return Ok(match self.pack.missing_actual {
                    MissingActual::Zero => Ok(Answer::Completion(Fraction::ZERO)),
                    MissingActual::Unscored => Err(Reason::Missing(Side::Actual)),
                    MissingActual::LeaveOut => {
                        row.outcome = Outcome::Dropped;
                        Err(Reason::Missing(Side::Actual))
                    }
                });
            }
            Err(reason) => return Ok(Err(reason)),
        };
        // A figure a script would silently miss.
        if let Some((name, _)) = measure.inputs.iter().find(|(_, input)| is_doubtful(input)) {
            return Ok(Err(Reason::InputUnreadable(name.clone())));
        }
        row.kind = Some(pairing.kind);
        row.target = pairing.target.map(Fraction::from);
        row.strict = pairing.strict;
        row.actual = pairing.actual.map(Fraction::from);
        row.method = self.method(&pairing, indicator, measure);
        row.direction = pairing.sourced(&self.words);
        let Some(method) = row.method else {
            return Ok(Err(Reason::NoMethod(pairing.kind, pairing.better())));
        };
        let facts = MeasureFacts {
            sheet: Arc::clone(sheet),
            indicator: row.indicator,
            measure: row.measure,
            kind: pairing.kind,
            direction: pairing.better(),
            target: row.target,
            target_high: pairing.target_high.map(Fraction::from),
            strict: pairing.strict,
            actual: row.actual,
            same_word: pairing.same_word,
            full_mark,
            completion: None,
            points: None,
        };
        let notes = self.trace.then_some(&mut row.notes);
        let function = &self.methods[method];
        let answer = self.host.measure(function, &facts, notes)?;
        if self.looks_again() {
            *seen = Some(Rc::new(facts));
        }
        Ok(match answer {
            Answer::LeftOut(_) => {
                row.outcome = Outcome::Dropped;
                Err(Reason::NotApplicable)
            }
            Answer::Cannot(words) => Err(Reason::PackCannot(words)),
            Answer::OutOfRange => Err(Reason::OutOfRange),
            answer => Ok(answer),
        })
    }

    /// Whether the pack asks about rows once more: jointly, to adjust them, or in groups.
    fn looks_again(&self) -> bool {
        self.jointly.is_some() || self.adjust.is_some() || !self.groups.is_empty()
    }

    /// Whether some method takes measures without a target.
    fn scores_alone(&self) -> bool {
        let mut methods = self.pack.methods.iter();
        methods.any(|method| method.when.kind == Some(Kind::Alone))
    }

    /// Lets the pack judge the measures of one indicator together: one completion for all of them.
    /// Not asked while one of them has none.
    pub(super) fn judge_jointly(
        &self,
        sheet: &Arc<Sheet>,
        judged: &mut [Judged],
    ) -> Result<(), Box<ScriptFault>> {
        let Some(function) = &self.jointly else {
            return Ok(());
        };
        let mut rows = Vec::with_capacity(judged.len());
        for one in judged.iter() {
            let (Some(facts), Ok(Answer::Completion(completion))) = (&one.facts, &one.answer)
            else {
                return Ok(());
            };
            rows.push(Rc::new(MeasureFacts {
                completion: Some(*completion),
                ..(**facts).clone()
            }));
        }
        let Some(first) = rows.first() else {
            return Ok(());
        };
        let facts = GroupFacts {
            sheet: Arc::clone(sheet),
            label: first.indicator().name.clone(),
            weight: Fraction::ONE,
            earned: Fraction::ZERO,
            possible: Fraction::ZERO,
            rows,
            left_out: 0,
            groups: Vec::new(),
            result: None,
        };
        let mut notes = Vec::new();
        let wanted = self.trace.then_some(&mut notes);
        let answer = self.host.group(function, Rc::new(facts), wanted)?;
        for one in judged {
            one.answer = match &answer {
                Answer::Cannot(words) => Err(Reason::PackCannot(words.clone())),
                Answer::OutOfRange => Err(Reason::OutOfRange),
                Answer::LeftOut(_) => {
                    one.row.outcome = Outcome::Dropped;
                    Err(Reason::NotApplicable)
                }
                answer => Ok(answer.clone()),
            };
            one.row.completion = match &one.answer {
                Ok(Answer::Completion(completion)) => Some(*completion),
                _ => None,
            };
            one.row.notes.extend(notes.iter().cloned());
        }
        Ok(())
    }
}

/// Digits that are not one plain number: 70-80%, 近50, 1,2345. Words and blanks are no figures at all.
pub(super) fn is_doubtful(input: &Written) -> bool {
    let has_digit = || input.text.chars().any(|c| c.is_numeric());
    !input.doubts.is_empty() || (input.number().is_none() && has_digit())
}
