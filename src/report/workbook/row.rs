//! One row: what was printed, the number that was read, and the way from it to the points.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, XlsxError};

use super::answer::{gives_points, plain};
use super::bind::{self, RowCells};
use super::columns::{
    ACTUAL, CHECKED, DEVIATION, DIRECTION, MARK, POINTS, REMARK, RESULT, TARGET, UNIT,
};
use super::form::Form;
use super::formula::{Expr, Unsayable, Value, formula, keeps, text};
use super::reading::{Read, Reading, reading, unit_of};
use super::sheet::shown;
use super::style;
use crate::number::Fraction;
use crate::rules::pack::{MissingActual, NotApplicable};
use crate::score::{
    Closing, Declared, Evaluation, FullMarkSource, Outcome, RowFacts, RowResult, Scaling,
    weighed_level,
};
use crate::sheet::Entry;
use crate::words::workbook as words;

/// The way from an actual to the points before rounding.
enum Way {
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
    /// Writes a row.
    pub(super) fn row(&mut self, index: usize) -> Result<(), XlsxError> {
        let evaluation = self.evaluation;
        let row = &evaluation.rows[index];
        let at = self.page.at;
        self.printed(index)?;
        self.mark(index)?;
        let facts = self.facts[index].as_ref();
        let read = facts.map_or(Read::Words, reading);
        let (way, number) = match (&read, facts) {
            (Read::TooLong, _) => (self.given(row), None),
            (Read::Number(number), Some(facts)) => (self.way(row, Some(facts), true), Some(number)),
            _ => (self.way(row, facts, false), None),
        };
        let lives = matches!(way, Way::Live { .. });
        self.figures(facts, number.filter(|_| lives), number)?;
        let mut remarks = self.remarks(index);
        match (&way, &read) {
            (Way::Completion(_) | Way::Points(_), Read::TooLong) => {
                remarks.push(words::too_long_a_number(self.page.lang));
            }
            (Way::Completion(_) | Way::Points(_), _) => {
                remarks.push(words::by_script(self.page.lang));
            }
            _ => {}
        }
        let given = self.points(index, way, facts)?;
        if given {
            remarks.push(words::by_script(self.page.lang));
        }
        remarks.dedup();
        self.compare(index)?;
        let (style, page) = (self.page.style, &mut self.page);
        let remark = remarks.join("；");
        page.text(REMARK, REMARK, &remark, &style.passage)?;
        let indicator = evaluation.indicator(row);
        let measure = evaluation.measure(row);
        let rows = indicator.measures.len();
        let name = match rows {
            1 => indicator.name.as_str(),
            _ => "",
        };
        page.table.fit(
            at,
            &[
                (name, super::columns::NAME, super::columns::NAME),
                (&measure.target.0.text, TARGET, TARGET),
                (&measure.actual.0.text, ACTUAL, ACTUAL),
                (&remark, REMARK, REMARK),
            ],
        )
    }

    /// What the sheet prints.
    fn printed(&mut self, index: usize) -> Result<(), XlsxError> {
        let evaluation = self.evaluation;
        let row = &evaluation.rows[index];
        let measure = evaluation.measure(row);
        let (style, page) = (self.page.style, &mut self.page);
        let lang = page.lang;
        let direction = row.direction.as_ref();
        let direction =
            direction.map_or_else(String::new, |(direction, _)| direction.describe(lang));
        let unit = match unit_of(&measure.target.0.value) {
            unit if unit.is_empty() => unit_of(&measure.actual.0.value),
            unit => unit,
        };
        page.text(DIRECTION, DIRECTION, &direction, &style.fixed)?;
        page.text(TARGET, TARGET, &measure.target.0.text, &style.fixed)?;
        page.text(UNIT, UNIT, &unit, &style.fixed)?;
        page.text(ACTUAL, ACTUAL, &measure.actual.0.text, &style.fixed)?;
        self.reported(POINTS, &measure.points)
    }

    /// A figure as reported: a number with the places it was printed with.
    pub(super) fn reported(&mut self, column: u16, entry: &Entry) -> Result<(), XlsxError> {
        let (style, page) = (self.page.style, &mut self.page);
        match entry {
            Entry::Blank => page.blank(column, &style.fixed),
            Entry::Unreadable { text, .. } => page.text(column, column, text, &style.fixed),
            Entry::Number(printed) => {
                let format = style.figure.clone();
                let format = format.set_num_format(style::points(printed.places));
                page.number(column, printed.value, &format)
            }
        }
    }

    /// The full mark on the sheet's own scale, and as it counts.
    fn mark(&mut self, index: usize) -> Result<(), XlsxError> {
        let (evaluation, at) = (self.evaluation, self.page.at);
        let row = &evaluation.rows[index];
        let style = self.page.style;
        let part = &self.rule.pack.indicators;
        let indicator = evaluation.indicator(row);
        let level = weighed_level(part, indicator);
        let level = level.and_then(|found| part.levels.iter().position(|level| level == found));
        let group = self.group_of(index);
        if let (Some(column), Some(number)) = (self.help.level, level.or(group)) {
            let number = Decimal::from(number + 1);
            self.page.number(column, number, &style.helper)?;
        }
        let Some(mark) = &row.full_mark else {
            return self.page.blank(MARK, &style.fixed);
        };
        self.page.exact(MARK, mark.value, &style.figure)?;
        let own = self.cell(at, MARK);
        let counts = match (level, self.help.level, self.base_at) {
            (Some(level), Some(column), _) => {
                let weight = &self.rule.levels[level];
                let (levels, marks) = (self.range(column), self.range(MARK));
                format!("{own}*{weight}/SUMIF({levels},{},{marks})", level + 1)
            }
            (None, _, Some(base)) => {
                let letter = crate::report::worksheet::letters(MARK);
                format!("{own}*{}/${letter}${}", self.rule.indicators, base + 1)
            }
            _ => own,
        };
        let result = row.effective_full_mark().map_or_else(String::new, shown);
        self.page
            .formula(self.help.mark, &counts, &result, &style.helper)
    }

    /// The way a row's points are found.
    fn way(&self, row: &RowResult, facts: Option<&RowFacts>, has_number: bool) -> Way {
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
        self.live(facts, has_number, at)
            .unwrap_or_else(|Unsayable| self.given(row))
    }

    /// Whether no actual whatever gives the row points: its mark, its level or an extra figure is at
    /// fault.
    fn is_open_whatever(&self, row: &RowResult) -> bool {
        use crate::score::Reason;
        let Outcome::Unscored(reason) = &row.outcome else {
            return false;
        };
        let marks = row.full_mark.is_none();
        let levels = &self.rule.pack.indicators.levels;
        let unweighed = !levels.is_empty()
            && weighed_level(&self.rule.pack.indicators, self.evaluation.indicator(row)).is_none();
        marks
            || unweighed
            || matches!(
                reason,
                Reason::InputUnreadable(_) | Reason::LevelWithoutWeight(_) | Reason::NoMethod(..)
            )
    }

    /// The program's own figures.
    fn given(&self, row: &RowResult) -> Way {
        match (&row.outcome, row.completion) {
            (Outcome::Dropped, _) => Way::LeftOut,
            (Outcome::Unscored(_), _) => Way::Open,
            (Outcome::Scored(_), Some(completion)) if keeps(completion) => {
                Way::Completion(completion)
            }
            (Outcome::Scored(points), _) => Way::Points(points.rounded),
        }
    }

    fn exact_of_completion(&self, at: u32) -> String {
        let (mark, completion) = (
            self.cell(at, self.help.mark),
            self.cell(at, self.help.completion),
        );
        format!("IF(ISNUMBER({completion}),{mark}*{completion},{completion})")
    }

    /// The row's method as formulas.
    fn live(&self, facts: &RowFacts, has_number: bool, at: u32) -> Result<Way, Unsayable> {
        let pack = self.rule.pack;
        // Rows of one indicator that are judged together do not stand for themselves.
        if pack.jointly.is_some() {
            return Err(Unsayable);
        }
        let method = &pack.methods[facts.method];
        let is_judged = facts.facts.measure().judged.is_some();
        let cells = self.cells(facts, has_number, at);
        let subject = bind::row(&facts.facts, &cells)?;
        let answer = self
            .translator
            .ask(&method.function, subject, self.params.clone())?;
        if !gives_points(&answer) {
            let written = self.states.write(&answer, &plain, &|_| Err(Unsayable))?;
            return Ok(Way::Live {
                completion: Some(self.filled_in(&written, has_number, is_judged, at)),
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
            exact: self.filled_in(&written, has_number, is_judged, at),
        })
    }

    /// A formula that waits for the actual: a blank is no 0.
    fn filled_in(&self, written: &str, has_number: bool, is_judged: bool, at: u32) -> String {
        let written = self.states.guarded(written);
        let actual = self.cell(at, CHECKED);
        // What a person judged stands whether or not there is an actual.
        if !has_number || (is_judged && !written.contains(&actual)) {
            return written;
        }
        let (unscored, left_out) = (text(&self.states.unscored), text(&self.states.left_out));
        let otherwise = match self.rule.pack.missing_actual {
            MissingActual::Unscored => unscored,
            MissingActual::Zero => format!("IF({actual}=\"\",0,{unscored})"),
            MissingActual::LeaveOut => format!("IF({actual}=\"\",{left_out},{unscored})"),
        };
        format!("IF(ISNUMBER({actual}),{written},{otherwise})")
    }

    /// Where the figures of a row stand.
    fn cells(&self, facts: &RowFacts, has_number: bool, at: u32) -> RowCells {
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

    /// The number that was read, and those it is compared with.
    fn figures(
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
    fn points(
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

    /// The pack's adjustment of the points in a cell.
    fn adjusted(
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
        Ok(format!("IF(ISNUMBER({points}),{written},{points})"))
    }

    /// How far the reported points are off, on the sheet's own scale.
    fn compare(&mut self, index: usize) -> Result<(), XlsxError> {
        let evaluation = self.evaluation;
        let row = &evaluation.rows[index];
        let at = self.page.at;
        let style = self.page.style;
        let result = self.cell(at, RESULT);
        let converts = self.base_at.is_some() || !self.rule.levels.is_empty();
        let mut checked = result;
        if let Some(declared) = shares_of(evaluation, row) {
            checked = format!("{checked}*{declared}/{}", self.rule.indicators);
        } else if converts && row.full_mark.is_some() {
            let (own, counts) = (self.cell(at, MARK), self.cell(at, self.help.mark));
            checked = format!("{checked}*{own}/{counts}");
        }
        if let Some(factor) = self.factor() {
            checked = format!("{checked}/{factor}");
        }
        let known = known_deviation(evaluation, row).map_or_else(String::new, shown);
        let format = style.computed.clone().set_num_format("0.0%");
        let formula = self.deviation(at, &checked);
        self.page.formula(DEVIATION, &formula, &known, &format)
    }

    /// What has to be read with a row.
    fn remarks(&self, index: usize) -> Vec<String> {
        let lang = self.page.lang;
        let row = &self.evaluation.rows[index];
        let mut remarks = Vec::new();
        remarks.extend(self.scored.rows[index].reason.clone());
        remarks.extend(match row.full_mark.as_ref().map(|mark| &mark.source) {
            Some(FullMarkSource::Inferred(_)) => Some(words::mark_inferred(lang)),
            Some(FullMarkSource::Pack) => Some(words::mark_of_pack(lang)),
            _ => None,
        });
        let assumed = row.direction.as_ref();
        if assumed.is_some_and(|(_, source)| source.is_assumed()) {
            remarks.push(words::direction_assumed(lang));
        }
        remarks
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

/// An answer that cannot leave the row out any more.
pub(super) fn never_left_out(answer: Value) -> Value {
    match answer {
        Value::LeftOut => Value::Cannot,
        Value::If(test, then, otherwise) => Value::If(
            test,
            Box::new(never_left_out(*then)),
            Box::new(never_left_out(*otherwise)),
        ),
        other => other,
    }
}

/// What the header declares, where marks of 100 are shares of it: reported points are on its scale, not on
/// that of the marks.
fn shares_of(evaluation: &Evaluation, row: &RowResult) -> Option<Decimal> {
    let marks = evaluation.printed_marks.as_ref()?;
    let shares = marks.closing() == Closing::Weights
        && marks.by == Declared::Header
        && matches!(row.scaling, Scaling::Part { .. });
    shares.then_some(marks.declared.normalize())
}

/// The deviation of a row as the formula gives it.
fn known_deviation(evaluation: &Evaluation, row: &RowResult) -> Option<Fraction> {
    let own = Fraction::from(evaluation.measure(row).points.value()?);
    let checked = Fraction::from(row.outcome.points()?);
    let factor = match shares_of(evaluation, row) {
        Some(declared) => Fraction::from(evaluation.pack.indicators.weight).over(declared.into()),
        None => Ok(row.scaling.factor()),
    };
    let mut checked = checked.over(factor.ok()?).ok()?;
    if let Some((factor, _)) = evaluation.rescale {
        checked = checked.over(factor).ok()?;
    }
    own.minus(checked).ok()?.over(own).ok()
}
