//! The sums, the total and the grade.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::answer::{States, never_left_out};
use super::bind::sheet_inputs;
use super::columns::{CHECKED, DEVIATION, LEVEL1, MARK, POINTS, REMARK, RESULT, UNIT};
use super::form::{Form, Results};
use super::formula::{Expr, Seen, Sign, Unsayable, Value, formula, text};
use super::sheet::shown;
use super::style;
use crate::number::Fraction;
use crate::rules::host::Object;
use crate::rules::pack::{MissingActual, NotApplicable};
use crate::score::{Scaling, Unscorable};
use crate::words::workbook as words;

impl Form<'_> {
    /// Whether the rule may leave rows out and rescale the rest.
    pub(super) fn can_rescale(&self) -> bool {
        let pack = self.rule.pack;
        pack.indicators.groups.is_empty()
            && (pack.not_applicable == NotApplicable::DropAndRescale
                || pack.missing_actual == MissingActual::LeaveOut
                || self.evaluation.rescale.is_some())
    }

    /// Everything below the rows.
    pub(super) fn totals(&mut self) -> Result<Results, XlsxError> {
        let lang = self.page.lang;
        let style = self.page.style;
        if self.base_at.is_some() {
            let declared = crate::score::declared_marks(self.evaluation).unwrap_or(Decimal::ONE);
            self.label(&words::base(lang))?;
            self.page.exact(MARK, declared.into(), &style.figure)?;
            self.page.at += 1;
        }
        if self.factor_at.is_some() {
            let (exact, marks) = (self.range(self.help.exact), self.range(self.help.mark));
            let (whole, left_out) = (&self.rule.whole, text(&self.states.left_out));
            let factor = format!("IFERROR({whole}/({whole}-SUMIF({exact},{left_out},{marks})),1)");
            let known = self.evaluation.rescale;
            let known = known.map_or_else(|| "1".to_owned(), |(factor, _)| shown(factor));
            self.label(&words::rescaling(lang))?;
            self.page
                .formula(RESULT, &factor, &known, &style.computed)?;
            self.page.at += 1;
        }
        let execution = self.execution_at.map(|at| self.cell(at, RESULT));
        let indicators = self.indicators()?;
        let groups_at = self.page.at + 3;
        let groups = self.group_views(groups_at);
        let total = self.total(execution.as_deref(), &indicators, groups)?;
        let grade = self.grade(&total)?;
        self.groups(groups_at)?;
        let anywhere = |form: &Self, cell: &str| format!("{}!{cell}", form.page.quoted);
        Ok(Results {
            execution: execution.map(|cell| anywhere(self, &cell)),
            indicators: anywhere(self, &indicators),
            total: anywhere(self, &total),
            grade: anywhere(self, &grade),
        })
    }

    fn label(&mut self, label: &str) -> Result<(), XlsxError> {
        let (style, page) = (self.page.style, &mut self.page);
        page.text(LEVEL1, UNIT, label, &style.heading)?;
        for column in MARK..=REMARK {
            page.blank(column, &style.fixed)?;
        }
        page.table.page.set_row_height(page.at, 22)?;
        Ok(())
    }

    fn indicators(&mut self) -> Result<String, XlsxError> {
        let (lang, style, at) = (self.page.lang, self.page.style, self.page.at);
        self.label(&words::indicators(lang))?;
        let marks = format!("ROUND(SUM({}),12)", self.range(MARK));
        let known = self
            .evaluation
            .rows
            .iter()
            .try_fold(Fraction::ZERO, |sum, row| {
                sum.plus(
                    row.full_mark
                        .as_ref()
                        .map_or(Fraction::ZERO, |mark| mark.value),
                )
            });
        if self.rows() > 0 {
            let known = known.map_or_else(|_| String::new(), shown);
            self.page.formula(MARK, &marks, &known, &style.computed)?;
        }
        let format = style::points(self.rule.rows.now);
        let format = style.computed.clone().set_num_format(&format);
        let why = self.structural();
        let no_total = &self.states.no_total;
        let known = match &self.evaluation.indicators {
            Ok(sum) => sum.normalize().to_string(),
            Err(_) => no_total.clone(),
        };
        let (points, left_out) = (self.range(RESULT), text(&self.states.left_out));
        let no_total = text(no_total);
        let sum = match (&why, self.rule.groups.is_empty(), self.rows()) {
            (Some(_), ..) => no_total,
            (None, false, _) => self.sum_of_groups(at + 4),
            (None, true, 0) => "0".to_owned(),
            (None, true, _) => format!(
                "IF(COUNT({points})+COUNTIF({points},{left_out})<ROWS({points}),{no_total},ROUND(SUM({points}),12))"
            ),
        };
        self.page.formula(RESULT, &sum, &known, &format)?;
        if let Some(why) = why {
            let remark = words::cannot_be_filled(lang, why.describe(lang));
            self.page.text(REMARK, REMARK, &remark, &style.passage)?;
            self.page.table.fit(at, &[(&remark, REMARK, REMARK)])?;
        }
        self.page.at += 1;
        Ok(self.cell(at, RESULT))
    }

    /// Why there is no sum whatever the rows come to.
    fn structural(&self) -> Option<Unscorable> {
        let evaluation = self.evaluation;
        let weighed = |label: &String| {
            evaluation
                .rows
                .iter()
                .any(|row| matches!(&row.scaling, Scaling::Level { level, .. } if level == label))
        };
        let levels = evaluation.pack.indicators.levels.iter();
        let mut missing = levels.filter(|(label, _)| !weighed(label));
        if let Some((label, _)) = missing.next() {
            return Some(Unscorable::LevelMissing(label.clone()));
        }
        // Points typed into a row that no group counts change nothing.
        let outside = self.group_of.iter().filter(|group| group.is_none()).count();
        if !evaluation.groups.is_empty() && outside > 0 {
            return Some(Unscorable::Rows(outside));
        }
        let inference = evaluation.inference.as_ref();
        if inference.is_some_and(|inference| !inference.closes()) {
            return Some(Unscorable::MarksDoNotClose);
        }
        let marks = evaluation.printed_marks.as_ref();
        marks.filter(|marks| marks.forbid_a_total()).map(|marks| {
            Unscorable::PrintedMarksDoNotClose {
                sum: marks.sum,
                declared: marks.declared,
            }
        })
    }

    fn total(
        &mut self,
        execution: Option<&str>,
        indicators: &str,
        groups: Value,
    ) -> Result<String, XlsxError> {
        let (lang, style, at) = (self.page.lang, self.page.style, self.page.at);
        self.label(&words::total(lang))?;
        let whole = self.rule.pack.whole().normalize().to_string();
        self.page
            .formula(MARK, &self.rule.whole, &whole, &style.computed)?;
        self.reported(POINTS, &self.evaluation.sheet.total)?;
        let format = style::points(self.rule.total.now);
        let bold = style.computed.clone().set_bold().set_num_format(&format);
        let known = match &self.evaluation.total {
            Ok(total) => total.normalize().to_string(),
            Err(_) => self.states.no_total.clone(),
        };
        let mut remark = match &self.evaluation.total {
            Err(why) => words::no_total_because(lang, why.describe(lang)),
            Ok(_) => String::new(),
        };
        match self.total_formula(execution, indicators, groups) {
            Ok(total) => self.page.formula(RESULT, &total, &known, &bold)?,
            Err(Unsayable) => {
                remark = words::by_script(lang);
                match &self.evaluation.total {
                    Ok(total) => {
                        let format = style.scripted.clone().set_bold().set_num_format(&format);
                        self.page.number(RESULT, *total, &format)?;
                    }
                    Err(_) => self.page.text(RESULT, RESULT, &known, &bold)?,
                }
            }
        }
        let deviation = self.deviation(at, &self.cell(at, RESULT));
        let known = self.evaluation.sheet.total.value().map(Fraction::from);
        let known = known.and_then(|own| {
            let total = Fraction::from(*self.evaluation.total.as_ref().ok()?);
            own.minus(total).ok()?.over(own).ok()
        });
        let known = known.map_or_else(String::new, shown);
        let percent = style.computed.clone().set_num_format("0.0%");
        self.page.formula(DEVIATION, &deviation, &known, &percent)?;
        self.page.text(REMARK, REMARK, &remark, &style.passage)?;
        self.page.table.fit(at, &[(&remark, REMARK, REMARK)])?;
        self.page.at += 1;
        Ok(self.cell(at, RESULT))
    }

    fn total_formula(
        &self,
        execution: Option<&str>,
        indicators: &str,
        groups: Value,
    ) -> Result<String, Unsayable> {
        let cell = |address: &str| Expr::Cell(address.to_owned());
        let parts = [execution, Some(indicators)].into_iter().flatten();
        let there: Vec<String> = parts.map(|part| format!("ISNUMBER({part})")).collect();
        let answer = match &self.rule.pack.total {
            None => Value::Number(match execution {
                Some(execution) => Expr::sign(Sign::Plus, cell(execution), cell(indicators)),
                None => cell(indicators),
            }),
            Some(asked) => {
                let inputs = sheet_inputs(&self.evaluation.sheet)?;
                let rate = self.execution_at.map(|at| self.number(at, CHECKED));
                let subject = Seen::of(Object::Total, inputs, |field| match field {
                    "execution" => Value::optional(execution.map(cell)),
                    "indicators" => Value::Number(cell(indicators)),
                    "rate" => rate.clone().map_or(Value::Nothing, Value::Maybe),
                    "groups" => groups.clone(),
                    _ => Value::Nothing,
                });
                let params = self.params.clone();
                never_left_out(self.translator.ask(&asked.function, subject, params)?)
            }
        };
        // A total that cannot be given has its own word.
        let states = States {
            unscored: self.states.no_total.clone(),
            left_out: self.states.no_total.clone(),
            no_total: self.states.no_total.clone(),
        };
        let rounded = |total: &Expr| Ok(self.rule.total.apply(&formula(total)));
        let written = states.write(&answer, &rounded, &rounded)?;
        let written = states.guarded(&written);
        let there = there.join(",");
        Ok(format!(
            "IF(AND({there}),{written},{})",
            text(&states.no_total)
        ))
    }

    fn grade(&mut self, total: &str) -> Result<String, XlsxError> {
        let (lang, style, at) = (self.page.lang, self.page.style, self.page.at);
        self.label(&words::grade(lang))?;
        if let Some(grade) = &self.evaluation.sheet.grade {
            self.page.text(POINTS, POINTS, &grade.text, &style.fixed)?;
        }
        let bands = &self.rule.pack.grades;
        let known = self.evaluation.grade.map(|band| bands[band].name.get(lang));
        let none = words::no_grade(lang);
        let known = match (known, &self.evaluation.total) {
            (Some(name), _) => name.to_owned(),
            (None, Ok(_)) => none.clone(),
            (None, Err(_)) => String::new(),
        };
        match self.rule.grade(total, &none) {
            Some(grade) => {
                let grade = format!("IF(ISNUMBER({total}),{grade},\"\")");
                let bold = style.computed.clone().set_bold();
                self.page.formula(RESULT, &grade, &known, &bold)?;
            }
            None => {
                self.page.text(RESULT, RESULT, &known, &style.scripted)?;
                let remark = words::by_script(lang);
                self.page.text(REMARK, REMARK, &remark, &style.passage)?;
                self.page.table.fit(at, &[(&remark, REMARK, REMARK)])?;
            }
        }
        self.page.at += 1;
        Ok(self.cell(at, RESULT))
    }
}
