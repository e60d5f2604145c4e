//! The way from a row's actual to its points before rounding, as formulas.

use rust_decimal::Decimal;

use super::answer::{gives_points, never_left_out, plain};
use super::bind::{self, RowCells};
use super::columns::{CHECKED, MARK};
use super::form::Form;
use super::formula::{Expr, Unsayable, formula, keeps, text};
use super::reading::{Read, reading};
use crate::number::Fraction;
use crate::rules::pack::{MissingActual, NotApplicable};
use crate::score::{Outcome, Reason, RowFacts, RowResult, weighed_level};

/// The way from an actual to the points before rounding.
pub(super) enum Way {
    /// The rule leaves the row out whatever stands in it.
    LeftOut,
    /// A person has to award points.
    Open,
    /// The completion, then the points; either may be missing where the script goes straight on.
    Live {
        completion: Option<String>,
        exact: String,
    },
    /// The completion is the program's, the rest follows.
    Completion(Fraction),
    /// The points are the program's.
    Points(Decimal),
}

impl Form<'_> {
    /// The way a row's points are found.
    pub(super) fn way(&self, row: &RowResult, facts: Option<&RowFacts>, has_number: bool) -> Way {
        let pack = self.rule.pack;
        let measure = self.evaluation.measure(row);
        let at = self.page.at;
        let outcome = &row.outcome;
        let constant = |completion: &str| Way::Live {
            completion: Some(completion.to_owned()),
            exact: self.exact_of_completion(at),
        };
        if self.is_open_whatever(row) {
            return Way::Open;
        }
        if !measure.applicable {
            return match (pack.not_applicable, outcome) {
                (NotApplicable::DropAndRescale, _) => Way::LeftOut,
                (_, Outcome::Unscored(_)) => Way::Open,
                (NotApplicable::Full, _) => constant("1"),
                (NotApplicable::Zero, _) => constant("0"),
                (NotApplicable::Unscored, _) => Way::Open,
            };
        }
        let Some(facts) = facts.filter(|facts| has_number || facts.read) else {
            return match outcome {
                Outcome::Dropped => Way::LeftOut,
                Outcome::Unscored(_) => Way::Open,
                // Only a rule that counts a missing actual as nothing scores such a row.
                Outcome::Scored(_) => constant("0"),
            };
        };
        match self.live(row, facts, has_number, at) {
            // Left out as it stands; filled in, it would have a completion and nothing to multiply it with.
            Ok(Way::Live { completion, exact }) if self.has_no_mark(row) => {
                let unscored = text(&self.states.unscored);
                let exact = format!("IF(ISNUMBER({exact}),{unscored},{exact})");
                Way::Live { completion, exact }
            }
            live => live.unwrap_or_else(|Unsayable| self.given(row)),
        }
    }

    /// Whether no actual whatever gives the row points: its mark, its level or an extra figure is at
    /// fault.
    pub(super) fn is_open_whatever(&self, row: &RowResult) -> bool {
        let Outcome::Unscored(reason) = &row.outcome else {
            return false;
        };
        self.has_no_mark(row)
            || matches!(
                reason,
                Reason::InputUnreadable(_) | Reason::LevelWithoutWeight(_) | Reason::NoMethod(..)
            )
    }

    /// Whether there is nothing a completion could be a share of.
    fn has_no_mark(&self, row: &RowResult) -> bool {
        let part = &self.rule.pack.indicators;
        let level = || weighed_level(part, self.evaluation.indicator(row));
        row.full_mark.is_none() || (!part.levels.is_empty() && level().is_none())
    }

    /// The program's own figures.
    pub(super) fn given(&self, row: &RowResult) -> Way {
        match (&row.outcome, row.completion) {
            (Outcome::Dropped, _) => Way::LeftOut,
            (Outcome::Unscored(_), _) => Way::Open,
            (Outcome::Scored(_), Some(completion)) if keeps(completion) => {
                Way::Completion(completion)
            }
            (Outcome::Scored(points), _) => Way::Points(points.rounded),
        }
    }

    pub(super) fn exact_of_completion(&self, at: u32) -> String {
        let (mark, completion) = (
            self.cell(at, self.help.mark),
            self.cell(at, self.help.completion),
        );
        format!("IF(ISNUMBER({completion}),{mark}*{completion},{completion})")
    }

    /// The row's method as formulas.
    pub(super) fn live(
        &self,
        row: &RowResult,
        facts: &RowFacts,
        has_number: bool,
        at: u32,
    ) -> Result<Way, Unsayable> {
        let pack = self.rule.pack;
        // Rows of one indicator that are judged together do not stand for themselves.
        if pack.jointly.is_some() {
            return Err(Unsayable);
        }
        let method = &pack.methods[facts.method];
        let cells = self.cells(facts, has_number, at);
        let subject = bind::row(&facts.facts, &cells)?;
        let answer = self
            .translator
            .ask(&method.function, subject, self.params.clone())?;
        // What no formula adjusts does not follow: then its cells are not open either.
        if self.help.adjusted.is_some() {
            let points = self.cell(at, self.help.exact);
            self.adjusted(facts, &points, !gives_points(&answer))?;
        }
        if !gives_points(&answer) {
            let written = self.states.write(&answer, &plain, &|_| Err(Unsayable))?;
            return Ok(Way::Live {
                completion: Some(self.filled_in(&written, row, facts, has_number)),
                exact: self.exact_of_completion(at),
            });
        }
        let mark = self.number(at, self.help.mark);
        let own = self.number(at, MARK);
        let converts = self
            .help
            .level
            .is_some_and(|_| !pack.indicators.levels.is_empty())
            || self.base_at.is_some();
        let written = self.states.write(
            &answer,
            &|completion| Ok(formula(&mark.clone().times(completion.clone()))),
            &|points| {
                let points = points.clone();
                Ok(formula(&match converts {
                    true => points.times(mark.clone()).over(own.clone()),
                    false => points,
                }))
            },
        )?;
        Ok(Way::Live {
            completion: None,
            exact: self.filled_in(&written, row, facts, has_number),
        })
    }

    /// A formula that waits for the actual: a blank is no 0.
    pub(super) fn filled_in(
        &self,
        written: &str,
        row: &RowResult,
        facts: &RowFacts,
        has_number: bool,
    ) -> String {
        let written = self.states.guarded(written);
        let actual = self.cell(self.page.at, CHECKED);
        // What a person judged stands whether or not there is an actual.
        let is_judged = facts.facts.measure().judged.is_some();
        if !has_number || (is_judged && !written.contains(&actual)) {
            return written;
        }
        // A cell is blank because nothing is filled in, or because what is filled in could not be read.
        let unread = !facts.read && matches!(row.outcome, Outcome::Unscored(_));
        let (unscored, left_out) = (text(&self.states.unscored), text(&self.states.left_out));
        let otherwise = match self.rule.pack.missing_actual {
            MissingActual::Zero if !unread => format!("IF({actual}=\"\",0,{unscored})"),
            MissingActual::LeaveOut if !unread => {
                format!("IF({actual}=\"\",{left_out},{unscored})")
            }
            _ => unscored,
        };
        format!("IF(ISNUMBER({actual}),{written},{otherwise})")
    }

    /// Where the figures of a row stand.
    pub(super) fn cells(&self, facts: &RowFacts, has_number: bool, at: u32) -> RowCells {
        let seen = &facts.facts;
        let here = |column| Some(self.number(at, column));
        RowCells {
            actual: match has_number {
                true => here(CHECKED),
                false => seen.actual.map(Expr::Number),
            },
            target: seen.target.and_then(|_| here(self.help.target)),
            target_high: seen.target_high.and(self.help.high).and_then(here),
            full_mark: seen.full_mark.and_then(|_| here(MARK)),
            judged: seen.measure().judged.and(self.help.judged).and_then(here),
            completion: None,
            points: None,
        }
    }

    /// The pack's adjustment of the points in a cell.
    pub(super) fn adjusted(
        &self,
        facts: &RowFacts,
        points: &str,
        completes: bool,
    ) -> Result<String, Unsayable> {
        let asked = self.rule.pack.adjust.as_ref().ok_or(Unsayable)?;
        let at = self.page.at;
        let has_number = matches!(reading(facts), Read::Number(_));
        let mark = self.number(at, self.help.mark);
        let cells = RowCells {
            full_mark: Some(mark.clone()),
            completion: completes.then(|| self.number(at, self.help.completion)),
            points: Some(Expr::Cell(points.to_owned())),
            ..self.cells(facts, has_number, at)
        };
        let subject = bind::row(&facts.facts, &cells)?;
        let answer = self
            .translator
            .ask(&asked.function, subject, self.params.clone())?;
        let written = self.states.write(
            &never_left_out(answer),
            &|completion| Ok(formula(&mark.clone().times(completion.clone()))),
            &plain,
        )?;
        let written = self.states.guarded(&written);
        // A missing actual that counts as nothing is not adjusted.
        let there = match self.rule.pack.missing_actual {
            MissingActual::Zero if has_number => {
                format!(
                    "AND(ISNUMBER({points}),ISNUMBER({}))",
                    self.cell(at, CHECKED)
                )
            }
            _ => format!("ISNUMBER({points})"),
        };
        Ok(format!("IF({there},{written},{points})"))
    }
}
