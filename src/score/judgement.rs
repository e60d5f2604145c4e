//! What the pack said about the rows of a sheet, before full marks and weights come in; kept, so that the
//! same rows need not be asked about again.

use std::rc::Rc;
use std::sync::Arc;

use super::evaluation::{FullMark, RowResult};
use super::printed::printed_mark;
use super::reason::Reason;
use super::scorer::Scorer;
use crate::rules::facts::{Answer, MeasureFacts};
use crate::rules::host::ScriptFault;
use crate::sheet::Sheet;

/// What the script said about a measure, before its mark is known.
#[derive(Clone)]
pub(super) struct Judged {
    pub(super) row: RowResult,
    pub(super) answer: Result<Answer, Reason>,
    /// What the script saw; `None` when target and actual could not be paired, or when the pack never
    /// looks at rows again.
    pub(super) facts: Option<Rc<MeasureFacts>>,
    /// The full mark as printed; `None` when the sheet prints none for this row.
    pub(super) printed: Result<Option<FullMark>, Reason>,
}

/// 逐行判断: what a pack said about every row of a sheet.
pub struct Judgement {
    sheet: Arc<Sheet>,
    scorer: Scorer,
    rows: Vec<Judged>,
}

impl Judged {
    /// A measure nothing is known of yet.
    fn nothing(indicator: usize, measure: usize) -> Judged {
        Judged {
            row: RowResult::unjudged(indicator, measure),
            answer: Err(Reason::NotComparable),
            facts: None,
            printed: Ok(None),
        }
    }

    /// Takes the points away for a reason, unless an earlier reason already did.
    pub(super) fn refuse(&mut self, reason: Reason) {
        if self.answer.is_ok() {
            self.answer = Err(reason);
        }
    }
}

impl Scorer {
    /// Asks the pack about every row of a sheet, to know it later.
    ///
    /// # Errors
    /// A script of the pack is at fault.
    pub fn judgement(&self, sheet: &Arc<Sheet>) -> Result<Judgement, Box<ScriptFault>> {
        Ok(Judgement {
            sheet: Arc::clone(sheet),
            scorer: self.clone(),
            rows: self.judge_rows(sheet, None)?,
        })
    }

    /// What the pack says about every row, as far as it is known already from there.
    pub(super) fn judge_rows(
        &self,
        sheet: &Arc<Sheet>,
        known: Option<&Judgement>,
    ) -> Result<Vec<Judged>, Box<ScriptFault>> {
        let known = known.filter(|known| known.is_by(self) && known.sheet.inputs == sheet.inputs);
        let mut judged: Vec<Judged> = Vec::with_capacity(sheet.measures().count());
        for (i, indicator) in sheet.indicators.iter().enumerate() {
            let first = judged.len();
            if let Some(known) = known
                && known.holds(self, sheet, i, first)
            {
                let rows = known.rows[first..].iter().take(indicator.measures.len());
                judged.extend(rows.cloned());
                if !Arc::ptr_eq(sheet, &known.sheet) {
                    for one in &mut judged[first..] {
                        one.printed = printed_mark(sheet, i, one.row.measure);
                    }
                }
                continue;
            }
            for m in 0..indicator.measures.len() {
                judged.push(Judged::nothing(i, m));
                if let Some(last) = judged.last_mut() {
                    self.judge(sheet, last)?;
                }
            }
            self.judge_jointly(sheet, &mut judged[first..])?;
        }
        Ok(judged)
    }
}

impl Judgement {
    /// Whether a scorer would have said the same: it runs the same compiled functions with the same
    /// parameters at the same places.
    fn is_by(&self, scorer: &Scorer) -> bool {
        let own = &self.scorer;
        Rc::ptr_eq(&own.host, &scorer.host)
            && Rc::ptr_eq(&own.methods, &scorer.methods)
            && own.trace == scorer.trace
            && own.pack.not_applicable == scorer.pack.not_applicable
            && own.pack.missing_actual == scorer.pack.missing_actual
    }

    /// Whether it still holds for the rows of an indicator. A method sees nothing of the sheet but the
    /// indicator and the inputs; of its full marks only where it reads them.
    fn holds(&self, scorer: &Scorer, sheet: &Arc<Sheet>, index: usize, first: usize) -> bool {
        if Arc::ptr_eq(sheet, &self.sheet) {
            return true;
        }
        let (Some(now), Some(then)) = (
            sheet.indicators.get(index),
            self.sheet.indicators.get(index),
        ) else {
            return false;
        };
        let row = self.rows.get(first).map(|judged| &judged.row);
        row.is_some_and(|row| (row.indicator, row.measure) == (index, 0))
            && match scorer.host.sees_marks() {
                true => now == then,
                false => now.equals_but_for_marks(then),
            }
    }
}
