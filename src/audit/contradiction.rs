//! Where words about an indicator and its figures cannot both be true.

use super::statement::{Passage, Statement, statements, surest};
use super::subject::shown;
use super::{Outcome, Severity, Subject, SubjectRow};
use crate::number::Fraction;
use crate::sheet::Direction;
use crate::value::Value;
use crate::words::Lang;
use crate::words::findings::{self, consistency as words};

/// One statement against the rows of its indicator.
pub(super) struct Contradiction<'s, 'a> {
    /// The rows of the indicator.
    pub rows: &'s [SubjectRow<'a>],
    /// What is said.
    pub statement: Statement,
    /// How grave and how sure.
    pub grade: (Severity, Outcome),
}

/// What the passages say against the figures, at most one statement an indicator.
pub(super) fn contradictions<'s, 'a>(
    subject: &'s Subject<'a>,
    passages: &[Passage],
) -> Vec<Contradiction<'s, 'a>> {
    let lists = &subject.profile.words;
    let not_carried_out = statements(subject, passages, &lists.not_carried_out);
    let not_reached = statements(subject, passages, &lists.not_reached);
    let carried_out = statements(subject, passages, &lists.carried_out);
    let mut found = Vec::new();
    for (_, rows) in subject.indicators() {
        let index = rows[0].result.indicator;
        let met = rows.iter().all(|row| row.result.is_met() == Some(true));
        let unmet = rows
            .iter()
            .any(|row| row.result.completion.is_some_and(|c| c < Fraction::ONE));
        // 未组织评审, 展会取消: the clause speaks of something else, and nothing follows from it.
        let sure = |list| surest(list, index).filter(|one: &&Statement| one.sure);
        let (statement, grade) = if let Some(statement) = sure(&not_carried_out)
            && rows.iter().any(shows_work)
        {
            (statement, (Severity::Error, Outcome::Fails))
        } else if let Some(statement) = match (met, unmet) {
            (true, _) => sure(&not_reached),
            (_, true) => sure(&carried_out),
            _ => None,
        } {
            (statement, (Severity::Warning, Outcome::Uncertain))
        } else {
            continue;
        };
        found.push(Contradiction {
            rows,
            statement: statement.clone(),
            grade,
        });
    }
    found
}

impl Contradiction<'_, '_> {
    /// "350项 → 355项；12000家次 → 13021家次".
    pub(super) fn figures(&self, lang: Lang) -> String {
        let figures = self.rows.iter().map(|row| {
            let (target, actual) = (&row.measure.target.0, &row.measure.actual.0);
            words::target_and_actual(lang, shown(target, lang), shown(actual, lang))
        });
        figures.collect::<Vec<_>>().join(&findings::semicolon(lang))
    }
}

/// Whether the actual is a number above 0 of something that grows with the work.
fn shows_work(row: &SubjectRow) -> bool {
    let cost = matches!(row.result.direction, Some((Direction::AtMost, _)));
    let number = match &row.measure.actual.0.value {
        Value::Quantity(one) | Value::Approximate(one) | Value::Range { low: one, .. } => {
            one.number
        }
        _ => return false,
    };
    !cost && number.is_sign_positive() && !number.is_zero()
}
