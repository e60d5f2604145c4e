//! The cells of a row that compute: the number that was read, what it is compared with, the points.

use rust_xlsxwriter::{Format, XlsxError};

use super::columns::{CHECKED, RESULT};
use super::form::Form;
use super::formula::{Unsayable, text};
use super::reading::Reading;
use super::sheet::shown;
use super::style;
use super::way::Way;
use crate::number::Fraction;
use crate::score::{Evaluation, Outcome, RowFacts, RowResult};
use crate::words::workbook as words;

impl Form<'_> {
    /// The number that was read, and those it is compared with.
    pub(super) fn figures(
        &mut self,
        facts: Option<&RowFacts>,
        open: Option<&Reading>,
        read: Option<&Reading>,
    ) -> Result<(), XlsxError> {
        let help = self.help;
        let (style, page) = (self.page.style, &mut self.page);
        let (lang, at) = (page.lang, page.at);
        match read {
            None => page.blank(CHECKED, &style.fixed)?,
            Some(read) => {
                let format = match open {
                    Some(_) => style.open.clone(),
                    None => style.figure.clone(),
                };
                let format = format.set_num_format(&read.format);
                match read.number {
                    Some(number) => page.number(CHECKED, number, &format)?,
                    None => page.blank(CHECKED, &format)?,
                }
                if open.is_some() {
                    let mut ask = words::ask_actual(lang);
                    if read.is_day {
                        ask = words::ask_date(lang);
                    }
                    page.table.ask(at, CHECKED, &ask)?;
                }
            }
        }
        let Some(seen) = facts.map(|facts| &facts.facts) else {
            return Ok(());
        };
        for (column, figure) in [
            (Some(help.target), seen.target),
            (help.high, seen.target_high),
        ] {
            if let (Some(column), Some(figure)) = (column, figure) {
                page.exact(column, figure, &style.helper)?;
            }
        }
        if let (Some(column), Some(judged)) = (help.judged, seen.measure().judged) {
            let format = style.helper_open.clone().set_num_format(style::PERCENT);
            page.number(column, judged, &format)?;
        }
        Ok(())
    }

    /// The way to the points, and the points; whether an adjustment no formula says stands in it.
    pub(super) fn points(
        &mut self,
        index: usize,
        way: Way,
        facts: Option<&RowFacts>,
    ) -> Result<bool, XlsxError> {
        let evaluation = self.evaluation;
        let row = &evaluation.rows[index];
        let (help, style, at) = (self.help, self.page.style, self.page.at);
        let format = style::points(self.rule.rows.now);
        let shape = |format_of: &Format| format_of.clone().set_num_format(&format);
        let state = |outcome: &Outcome| match outcome {
            Outcome::Scored(points) => points.rounded.normalize().to_string(),
            Outcome::Unscored(_) => self.states.unscored.clone(),
            Outcome::Dropped => self.states.left_out.clone(),
        };
        let result = state(&row.outcome);
        let result_format = match &row.outcome {
            Outcome::Unscored(_) => shape(&style.open),
            _ => shape(&style.computed),
        };
        let percent = style.helper.clone().set_num_format(style::PERCENT);
        let mut completes = true;
        let exact = match way {
            Way::LeftOut => {
                let left_out = text(&self.states.left_out);
                self.page
                    .formula(help.exact, &left_out, &result, &style.helper)?;
                return self
                    .page
                    .formula(RESULT, &left_out, &result, &result_format)
                    .map(|()| false);
            }
            Way::Open => {
                let mark = evaluation.full_mark(row).map(shown);
                let page = &mut self.page;
                page.blank(RESULT, &result_format)?;
                let lang = page.lang;
                let ask = match mark {
                    Some(mark) => words::ask_points(lang, mark),
                    None => words::ask_points_open(lang),
                };
                page.table.number(at, RESULT, None, &ask, &ask)?;
                return Ok(false);
            }
            Way::Points(points) => {
                self.page.number(RESULT, points, &shape(&style.scripted))?;
                return Ok(false);
            }
            Way::Completion(completion) => {
                self.page.exact(help.completion, completion, &percent)?;
                self.exact_of_completion(at)
            }
            Way::Live { completion, exact } => {
                completes = completion.is_some();
                if let Some(completion) = completion {
                    let known = row.completion.map(shown);
                    let known = known.unwrap_or_else(|| result.clone());
                    self.page
                        .formula(help.completion, &completion, &known, &percent)?;
                }
                exact
            }
        };
        let (before, after) = before_rounding(evaluation, row);
        let known = |value: Option<Fraction>| value.map_or_else(|| result.clone(), shown);
        self.page
            .formula(help.exact, &exact, &known(before), &style.helper)?;
        let mut last = self.cell(at, help.exact);
        if let (Some(column), Some(facts)) = (help.adjusted, facts) {
            match self.adjusted(facts, &last, completes) {
                Ok(adjusted) => {
                    self.page
                        .formula(column, &adjusted, &known(after), &style.helper)?;
                    last = self.cell(at, column);
                }
                // What the script makes of the row is a figure; without one there is nothing to say.
                Err(Unsayable) => {
                    match row.outcome.points() {
                        Some(points) => {
                            self.page.number(RESULT, points, &shape(&style.scripted))?;
                        }
                        None => self.page.blank(RESULT, &shape(&style.open))?,
                    }
                    return Ok(true);
                }
            }
        }
        let rounded = self.rule.rows.apply(&self.rescaled(last.clone()));
        let formula = format!("IF(ISNUMBER({last}),{rounded},{last})");
        self.page
            .formula(RESULT, &formula, &result, &result_format)?;
        Ok(false)
    }
}

/// Points of a row before and after the pack's adjustment, before any rescaling and rounding.
fn before_rounding(
    evaluation: &Evaluation,
    row: &RowResult,
) -> (Option<Fraction>, Option<Fraction>) {
    let Outcome::Scored(points) = &row.outcome else {
        return (None, None);
    };
    let after = match evaluation.rescale {
        Some((factor, _)) => points.exact.over(factor).ok(),
        None => Some(points.exact),
    };
    let before = row.adjusted.as_ref().map(|adjusted| adjusted.before);
    (before.or(after), after)
}
