//! What a scenario has to be read with.

use rust_decimal::Decimal;

use crate::number::Fraction;
use crate::score::{Evaluation, Outcome, show};
use crate::words::{Lang, whatif as words};

/// Something a reader of a scenario should know: said, never put right silently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The weights of all parts add up to something else than before.
    Whole {
        /// What they add up to.
        now: Decimal,
        /// What they added up to.
        before: Decimal,
    },
    /// The weights of the levels add up to something else than the indicators part weighs.
    Levels {
        /// What they add up to.
        sum: Decimal,
        /// What the part weighs.
        part: Decimal,
    },
    /// The rows' full marks add up to something else than before.
    Marks {
        /// What they add up to.
        now: Fraction,
        /// What they added up to.
        before: Fraction,
    },
    /// A person awards more than the full mark.
    AboveMark {
        /// Number of the row.
        row: u32,
        /// The points.
        points: Decimal,
        /// The full mark.
        mark: Fraction,
    },
    /// A person awards points to a row that is left out all the same.
    LeftOut {
        /// Number of the row.
        row: u32,
    },
    /// Rows were left out, and the rest is rescaled.
    Rescaled {
        /// The marks that were left out.
        dropped: Fraction,
        /// What everything else is multiplied by.
        factor: Fraction,
    },
}

impl Remark {
    /// What is to be said about a scenario.
    pub(super) fn of(baseline: &Evaluation, scenario: &Evaluation) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let (before, now) = (baseline.pack.whole(), scenario.pack.whole());
        if before != now {
            remarks.push(Remark::Whole { now, before });
        }
        let part = &scenario.pack.indicators;
        let sum: Decimal = part.levels.iter().map(|(_, weight)| *weight).sum();
        if !part.levels.is_empty() && sum != part.weight {
            let part = part.weight;
            remarks.push(Remark::Levels { sum, part });
        }
        let marks = |evaluation: &Evaluation| {
            let marks = evaluation.rows.iter();
            let mut marks = marks.filter_map(|row| row.full_mark.as_ref());
            marks.try_fold(Fraction::ZERO, |sum, mark| sum.plus(mark.value))
        };
        if let (Ok(before), Ok(now)) = (marks(baseline), marks(scenario))
            && before != now
        {
            remarks.push(Remark::Marks { now, before });
        }
        for row in &scenario.rows {
            let number = scenario.measure(row).row;
            if let (Some(awarded), Some(mark)) = (&row.awarded, &row.full_mark)
                && Fraction::from(awarded.given.value) > mark.value
            {
                remarks.push(Remark::AboveMark {
                    row: number,
                    points: awarded.given.value,
                    mark: mark.value,
                });
            }
        }
        if let Some((factor, dropped)) = scenario.rescale
            && scenario.rescale != baseline.rescale
        {
            remarks.push(Remark::Rescaled { dropped, factor });
        }
        remarks
    }

    /// Awarded points that a row which is left out never gets.
    pub(super) fn left_out(
        scenario: &Evaluation,
        awarded: impl Iterator<Item = u32>,
    ) -> Vec<Remark> {
        let awarded: Vec<u32> = awarded.collect();
        let rows = scenario.rows.iter();
        let dropped = rows.filter(|row| row.outcome == Outcome::Dropped);
        let numbers = dropped.map(|row| scenario.measure(row).row);
        numbers
            .filter(|row| awarded.contains(row))
            .map(|row| Remark::LeftOut { row })
            .collect()
    }

    /// The remark as a sentence without full stop.
    pub fn describe(&self, lang: Lang) -> String {
        match self {
            Remark::Whole { now, before } => {
                words::whole_is(lang, now.normalize(), before.normalize())
            }
            Remark::Levels { sum, part } => {
                words::levels_sum(lang, sum.normalize(), part.normalize())
            }
            Remark::Marks { now, before } => words::marks_sum(lang, show(*now), show(*before)),
            Remark::AboveMark { row, points, mark } => {
                words::above_mark(lang, row, points.normalize(), show(*mark))
            }
            Remark::LeftOut { row } => words::left_out(lang, row),
            Remark::Rescaled { dropped, factor } => {
                words::rescaled(lang, show(*dropped), show(*factor))
            }
        }
    }
}
