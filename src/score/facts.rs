//! What the pack's scripts see of the rows of a scored sheet, for those who put a rule into words of
//! their own.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::direction_words::WordFinder;
use super::evaluation::Evaluation;
use super::methods::method;
use super::pairing;
use super::printed::printed_mark;
use super::reason::{Reason, Side};
use super::scaling;
use crate::number::Fraction;
use crate::rules::facts::{Kind, MeasureFacts};

/// A row before its method is asked.
#[derive(Debug, Clone)]
pub struct RowFacts {
    /// What its script sees; without an actual where none could be read.
    pub facts: MeasureFacts,
    /// Index of its method in the pack.
    pub method: usize,
    /// Whether target and actual could be compared. Where they could not, what the row would be with an
    /// actual like its target.
    pub read: bool,
}

/// What scripts see of every row, in the order of the form; `None` where no method applies, or where
/// the row does not.
pub fn row_facts(evaluation: &Evaluation) -> Vec<Option<RowFacts>> {
    let (sheet, pack) = (&evaluation.sheet, &evaluation.pack);
    let words = WordFinder::new(&pack.direction_words);
    let alone = pack
        .methods
        .iter()
        .any(|method| method.when.kind == Some(Kind::Alone));
    let rows = evaluation.rows.iter().map(|row| {
        let indicator = evaluation.indicator(row);
        let measure = evaluation.measure(row);
        if !measure.applicable {
            return None;
        }
        let paired = match pairing::pair(indicator, measure, &words) {
            Err(Reason::Missing(Side::Target)) if alone => {
                pairing::alone(indicator, measure, &words)
            }
            paired => paired,
        };
        let read = paired.is_ok();
        let pairing = paired
            .ok()
            .or_else(|| pairing::presumed(indicator, measure, &words))?;
        let mark = printed_mark(sheet, row.indicator, row.measure);
        Some(RowFacts {
            method: method(pack, &pairing, indicator, measure)?,
            read,
            facts: MeasureFacts {
                sheet: Arc::clone(sheet),
                indicator: row.indicator,
                measure: row.measure,
                kind: pairing.kind,
                direction: pairing.better(),
                target: pairing.target.map(Fraction::from),
                target_high: pairing.target_high.map(Fraction::from),
                strict: pairing.strict,
                actual: pairing.actual.filter(|_| read).map(Fraction::from),
                same_word: pairing.same_word && read,
                full_mark: mark.ok().flatten().map(|mark| mark.value),
                completion: None,
                points: None,
            },
        })
    });
    rows.collect()
}

/// What the sheet's marks are shares of, where a rule that weighs no level converts them: its weight for
/// all rows over this. `None` where they count as they stand.
pub fn declared_marks(evaluation: &Evaluation) -> Option<Decimal> {
    let (marks, inference) = (&evaluation.printed_marks, &evaluation.inference);
    scaling::declared(&evaluation.sheet, marks.as_ref(), inference.as_ref())
        .filter(|declared| *declared > Decimal::ZERO)
}
