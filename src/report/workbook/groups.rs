//! Groups of rows that a rule scores as a whole: a block of their own below the total.
//!
//! Of a group's rows those that count now are written into its formula. While another number of them has
//! points the group says 未评分, so that a formula never speaks of rows it was not made for.

use std::collections::BTreeMap;
use std::rc::Rc;

use rust_xlsxwriter::XlsxError;

use super::answer::{gives_points, plain};
use super::bind::{self, RowCells, sheet_inputs};
use super::columns::{ACTUAL, CHECKED, LEVEL1, MARK, NAME, POINTS, RESULT, TARGET, UNIT};
use super::form::Form;
use super::formula::{Expr, Seen, Unsayable, Value, formula, text};
use super::reading::{Read, reading};
use super::sheet::shown;
use super::style;
use crate::number::Fraction;
use crate::rules::host::Object;
use crate::score::{GroupResult, Outcome};
use crate::words::workbook as words;

/// Columns of the block.
const EARNED: u16 = NAME;
const POSSIBLE: u16 = TARGET;
const SCORED: u16 = UNIT;
const LEFT_OUT: u16 = MARK;
const COMPLETION: u16 = ACTUAL;
const WEIGHT: u16 = POINTS;
const COUNTING: u16 = CHECKED;

impl Form<'_> {
    /// Finds the group of each row.
    pub(super) fn assign_groups(&mut self) {
        self.group_of = vec![None; self.evaluation.rows.len()];
        for (index, group) in self.evaluation.groups.iter().enumerate() {
            for row in &group.rows {
                self.group_of[*row] = Some(index);
            }
        }
    }

    /// Whether groups stand within groups, which the block does not follow.
    fn nested(&self) -> bool {
        self.evaluation.groups.iter().any(|group| group.depth > 0)
    }

    fn group_cell(&self, first: u32, index: usize, column: u16) -> Expr {
        self.number(first + u32::try_from(index).unwrap_or(0), column)
    }

    /// The groups as the total's script sees them.
    pub(super) fn group_views(&self, first: u32) -> Value {
        let groups = self.evaluation.groups.iter().enumerate();
        let views = groups.map(|(index, group)| {
            let cell = |column| self.group_cell(first, index, column);
            Seen::of(Object::Group, BTreeMap::new(), |field| match field {
                "name" => Value::Text(group.label.clone()),
                "weight" => Value::Number(cell(WEIGHT)),
                "earned" => Value::Number(cell(EARNED)),
                "possible" => Value::Number(cell(POSSIBLE)),
                "scored" => Value::Number(cell(SCORED)),
                "left_out" => Value::Number(cell(LEFT_OUT)),
                "completion" => Value::Maybe(cell(COMPLETION)),
                "points" => Value::Maybe(cell(RESULT)),
                _ => Value::Nothing,
            })
        });
        Value::List(Rc::new(views.collect()))
    }

    /// The sum of all groups, where the block begins at this line.
    pub(super) fn sum_of_groups(&self, first: u32) -> String {
        let no_total = text(&self.states.no_total);
        let groups = self.evaluation.groups.len();
        if self.nested() || groups == 0 {
            return no_total;
        }
        let last = first + u32::try_from(groups - 1).unwrap_or(0);
        let range = |column| {
            let (from, to) = (self.cell(first, column), self.cell(last, column));
            format!("{from}:{to}")
        };
        let (points, left_out) = (range(RESULT), text(&self.states.left_out));
        format!(
            "IF(OR(COUNT({points})=0,COUNT({points})+COUNTIF({points},{left_out})<ROWS({points})),{no_total},SUM({points}))"
        )
    }

    /// The block.
    pub(super) fn groups(&mut self, first: u32) -> Result<(), XlsxError> {
        if self.evaluation.groups.is_empty() {
            return Ok(());
        }
        let style = self.page.style;
        let lang = self.page.lang;
        self.page.at = first - 1;
        for (from, to, label) in [
            (LEVEL1, LEVEL1 + 1, words::groups(lang)),
            (EARNED, EARNED, words::group_earned(lang)),
            (POSSIBLE, POSSIBLE, words::group_possible(lang)),
            (SCORED, SCORED, words::group_scored(lang)),
            (LEFT_OUT, LEFT_OUT, words::group_left_out(lang)),
            (COMPLETION, COMPLETION, words::helper_completion(lang)),
            (WEIGHT, WEIGHT, words::weights(lang)),
            (COUNTING, COUNTING, words::group_weight(lang)),
            (RESULT, RESULT, words::group_points(lang)),
        ] {
            self.page.text(from, to, &label, &style.heading)?;
        }
        self.page.table.page.set_row_height(first - 1, 32)?;
        for index in 0..self.evaluation.groups.len() {
            self.page.at = first + u32::try_from(index).unwrap_or(0);
            self.group(first, index)?;
        }
        self.page.at += 1;
        Ok(())
    }

    fn group(&mut self, first: u32, index: usize) -> Result<(), XlsxError> {
        let group = &self.evaluation.groups[index];
        let (style, at) = (self.page.style, self.page.at);
        self.page
            .text(LEVEL1, LEVEL1 + 1, &group.label, &style.passage)?;
        let state = match &group.outcome {
            Outcome::Scored(points) => shown(points.exact),
            Outcome::Unscored(_) => self.states.unscored.clone(),
            Outcome::Dropped => self.states.left_out.clone(),
        };
        let Some(level) = self.help.level.filter(|_| !self.nested()) else {
            // Groups within groups: the program's figures.
            let figures = [(EARNED, group.earned), (POSSIBLE, group.possible)];
            for (column, figure) in figures {
                self.page.exact(column, figure, &style.scripted)?;
            }
            return self.page.text(RESULT, RESULT, &state, &style.scripted);
        };
        let (levels, points) = (self.range(level), self.range(RESULT));
        let (marks, left_out) = (self.range(self.help.mark), text(&self.states.left_out));
        let number = index + 1;
        // Only numbers are less than a number.
        let counts = format!("{points},\"<1E+300\"");
        let columns = [
            (
                EARNED,
                format!("ROUND(SUMIF({levels},{number},{points}),12)"),
                shown(group.earned),
            ),
            (
                POSSIBLE,
                format!("ROUND(SUMIFS({marks},{levels},{number},{counts}),12)"),
                shown(group.possible),
            ),
            (
                SCORED,
                format!("COUNTIFS({levels},{number},{counts})"),
                self.counted(group).len().to_string(),
            ),
            (
                LEFT_OUT,
                format!("COUNTIFS({levels},{number},{points},{left_out})"),
                group.left_out.to_string(),
            ),
            (
                WEIGHT,
                self.rule.groups[index].clone(),
                shown(self.rule.pack.indicators.groups[index].weight.into()),
            ),
        ];
        for (column, formula, known) in columns {
            self.page
                .formula(column, &formula, &known, &style.computed)?;
        }
        let known = group.completion.map_or_else(|| state.clone(), shown);
        let percent = style.computed.clone().set_num_format(style::PERCENT);
        match self.group_formula(first, index) {
            Ok(completion) => self
                .page
                .formula(COMPLETION, &completion, &known, &percent)?,
            Err(Unsayable) => {
                let percent = style.scripted.clone().set_num_format(style::PERCENT);
                match group.completion {
                    Some(completion) => self.page.exact(COMPLETION, completion, &percent)?,
                    None => self.page.text(COMPLETION, COMPLETION, &known, &percent)?,
                }
            }
        }
        let last = first + u32::try_from(self.evaluation.groups.len() - 1).unwrap_or(0);
        let over = |column| {
            format!(
                "{}:{}",
                self.absolute(first, column),
                self.absolute(last, column)
            )
        };
        let (weight, completion) = (self.cell(at, WEIGHT), self.cell(at, COMPLETION));
        let possible = format!(
            "SUM({})-SUMIF({},{left_out},{})",
            over(WEIGHT),
            over(COMPLETION),
            over(WEIGHT)
        );
        let counting = format!(
            "IF(ISNUMBER({completion}),{weight}*{}/({possible}),\"\")",
            self.rule.indicators
        );
        let known = match &group.outcome {
            Outcome::Scored(_) => shown(group.weight),
            _ => String::new(),
        };
        self.page
            .formula(COUNTING, &counting, &known, &style.computed)?;
        let counting = self.cell(at, COUNTING);
        let product = format!("{counting}*{completion}");
        let points = match &self.rule.of_groups {
            Some(step) => step.apply(&product),
            None => product,
        };
        let points = format!("IF(ISNUMBER({completion}),{points},{completion})");
        self.page.formula(RESULT, &points, &state, &style.computed)
    }

    fn absolute(&self, row: u32, column: u16) -> String {
        format!("${}${}", crate::report::worksheet::letters(column), row + 1)
    }

    /// The completion of a group.
    fn group_formula(&self, first: u32, index: usize) -> Result<String, Unsayable> {
        let group = &self.evaluation.groups[index];
        let counted = self.counted(group);
        let cell = |column| self.group_cell(first, index, column);
        let rows: Result<Vec<Value>, Unsayable> =
            counted.iter().map(|row| self.counted_row(*row)).collect();
        let rows = Value::List(Rc::new(rows?));
        let inputs = sheet_inputs(&self.evaluation.sheet)?;
        let all = group.rows.len();
        let subject = Seen::of(Object::Group, inputs, |field| match field {
            "name" => Value::Text(group.label.clone()),
            "weight" => Value::Number(cell(WEIGHT)),
            "earned" => Value::Number(cell(EARNED)),
            "possible" => Value::Number(cell(POSSIBLE)),
            "scored" => Value::Number(cell(SCORED)),
            "left_out" => Value::Number(cell(LEFT_OUT)),
            "rows" => rows.clone(),
            "groups" => Value::List(Rc::default()),
            _ => Value::Nothing,
        });
        let answer = self
            .translator
            .ask(&group.function, subject, self.params.clone())?;
        let weight = cell(WEIGHT);
        let written = match gives_points(&answer) {
            true => self.states.write(&answer, &plain, &|points| {
                Ok(formula(&points.clone().over(weight.clone())))
            })?,
            false => self.states.write(&answer, &plain, &|_| Err(Unsayable))?,
        };
        let written = self.states.guarded(&written);
        let unscored = text(&self.states.unscored);
        let (scored, left_out) = (formula(&cell(SCORED)), formula(&cell(LEFT_OUT)));
        // A script that looks at single rows was translated for those that count now.
        let looks = self.looks_at_rows(&group.function);
        let guard = match looks {
            true => format!("OR({scored}+{left_out}<{all},{scored}<>{})", counted.len()),
            false => format!("{scored}+{left_out}<{all}"),
        };
        Ok(format!("IF({guard},{unscored},{written})"))
    }

    /// The rows of a group that have points now.
    fn counted(&self, group: &GroupResult) -> Vec<usize> {
        let scored = |row: &usize| matches!(self.evaluation.rows[*row].outcome, Outcome::Scored(_));
        group.rows.iter().copied().filter(scored).collect()
    }

    /// Whether a function reads the rows of its group.
    fn looks_at_rows(&self, function: &str) -> bool {
        let mut looks = false;
        if let Some(function) = self.rule.outline.function(function) {
            function.each(&mut |part| {
                use crate::rules::outline::PartKind;
                looks |= match &part.kind {
                    PartKind::Field(_, name) => matches!(name.as_str(), "rows" | "各行"),
                    // What another function does with the group is not followed.
                    PartKind::Call(name, _) => self.rule.outline.function(name).is_some(),
                    _ => false,
                };
            });
        }
        looks
    }

    /// A row as its group's script sees it.
    fn counted_row(&self, row: usize) -> Result<Value, Unsayable> {
        let facts = self.facts[row].as_ref().ok_or(Unsayable)?;
        let at = self.first + u32::try_from(row).map_err(|_| Unsayable)?;
        let here = |column| Some(self.number(at, column));
        let seen = &facts.facts;
        let has_number = matches!(reading(facts), Read::Number(_));
        let completion = self.evaluation.rows[row].completion;
        let cells = RowCells {
            actual: match has_number {
                true => here(CHECKED),
                false => seen.actual.map(Expr::Number),
            },
            target: seen.target.and_then(|_| here(self.help.target)),
            target_high: seen.target_high.and(self.help.high).and_then(here),
            judged: seen.measure().judged.and(self.help.judged).and_then(here),
            full_mark: here(self.help.mark),
            completion: completion.and_then(|_: Fraction| here(self.help.completion)),
            points: here(RESULT),
        };
        bind::row(seen, &cells)
    }
}
