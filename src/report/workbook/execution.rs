//! 预算执行情况: the money of a sheet and its points.

use rust_xlsxwriter::XlsxError;

use super::answer::{gives_points, never_left_out, plain};
use super::bind::sheet_inputs;
use super::columns::{
    ACTUAL, CHECKED, DEVIATION, DIRECTION, LEVEL1, LEVEL2, MARK, NAME, POINTS, REMARK, RESULT,
    TARGET, UNIT,
};
use super::form::Form;
use super::formula::{Expr, Seen, Unsayable, Value, formula, keeps, text};
use super::sheet::shown;
use super::style;
use crate::number::Fraction;
use crate::rules::host::Object;
use crate::score::Outcome;
use crate::sheet::{Entry, MoneyUnit};
use crate::words::{report as labels, workbook as words};

impl Form<'_> {
    /// 预算执行情况.
    pub(super) fn execution(&mut self) -> Result<(), XlsxError> {
        let (Some(part), Some(result)) = (
            &self.rule.pack.execution,
            self.evaluation.execution.as_ref(),
        ) else {
            return Ok(());
        };
        let budget = &self.evaluation.sheet.budget;
        let style = self.page.style;
        let page = &mut self.page;
        let lang = page.lang;
        let at = page.at;
        page.block(
            (at, LEVEL1, at + 1, LEVEL2),
            &words::execution(lang),
            &style.heading,
        )?;
        for (from, to, label) in [
            (NAME, DIRECTION, words::fund(lang)),
            (TARGET, TARGET, words::budget(lang)),
            (UNIT, UNIT, words::money_unit(lang)),
            (MARK, MARK, words::full_mark(lang)),
            (ACTUAL, ACTUAL, words::executed(lang)),
            (POINTS, POINTS, words::own_points(lang)),
            (CHECKED, CHECKED, words::rate(lang)),
            (RESULT, RESULT, words::checked_points(lang)),
            (DEVIATION, DEVIATION, words::deviation(lang)),
            (REMARK, REMARK, words::remark(lang)),
        ] {
            page.text(from, to, &label, &style.heading)?;
        }
        for (column, label) in [
            (self.help.completion, words::helper_completion(lang)),
            (self.help.exact, words::helper_exact(lang)),
        ] {
            page.text(column, column, &label, &style.helper_heading)?;
        }
        page.table.page.set_row_height(at, 32)?;
        page.at += 1;
        let at = page.at;
        let unit = match budget.money_unit {
            MoneyUnit::TenThousandYuan => labels::unit_ten_thousand(lang),
            MoneyUnit::Yuan => labels::unit_yuan(lang),
        };
        page.text(NAME, DIRECTION, &budget.total.name, &style.passage)?;
        page.text(UNIT, UNIT, &unit, &style.fixed)?;
        page.table.fit(at, &[(&budget.total.name, NAME, NAME)])?;
        let kept = self.money(TARGET, &budget.total.budget)?
            & self.money(ACTUAL, &budget.total.executed)?;
        self.page.formula(
            MARK,
            &self.rule.execution,
            &part.weight.normalize().to_string(),
            &style.computed,
        )?;
        self.reported(POINTS, &budget.total.points)?;
        let (a, b) = (self.cell(at, TARGET), self.cell(at, ACTUAL));
        let rate = format!("IF(AND(ISNUMBER({a}),ISNUMBER({b})),IF({a}=0,\"\",{b}/{a}),\"\")");
        let known = result.rate.map_or_else(String::new, shown);
        let format = style.computed.clone().set_num_format("0.00%");
        self.page.formula(CHECKED, &rate, &known, &format)?;
        let written = match kept {
            true => self.execution_formula(at, &part.function),
            false => Err(Unsayable),
        };
        let step = &self.rule.of_execution;
        let format = style::points(step.now);
        let open = matches!(result.outcome, Outcome::Unscored(_));
        let base = match open {
            true => &style.open,
            false => &style.computed,
        };
        let base = base.clone().set_num_format(&format);
        let state = match &result.outcome {
            Outcome::Scored(points) => points.rounded.normalize().to_string(),
            _ => self.states.unscored.clone(),
        };
        let mut remark = match &result.outcome {
            Outcome::Unscored(reason) => reason.describe(lang),
            _ => String::new(),
        };
        match written {
            Ok((completion, exact)) => {
                let percent = style.helper.clone().set_num_format(style::PERCENT);
                let rescale = self.evaluation.rescale;
                let before = match (&result.outcome, rescale) {
                    (Outcome::Scored(points), Some((factor, _))) => points.exact.over(factor).ok(),
                    (Outcome::Scored(points), None) => Some(points.exact),
                    _ => None,
                };
                let known = |value: Option<Fraction>| value.map_or_else(|| state.clone(), shown);
                let page = &mut self.page;
                if let Some(completion) = completion {
                    let column = self.help.completion;
                    page.formula(column, &completion, &known(result.completion), &percent)?;
                }
                page.formula(self.help.exact, &exact, &known(before), &style.helper)?;
                let last = self.cell(at, self.help.exact);
                let rounded = step.apply(&self.rescaled(last.clone()));
                let points = format!("IF(ISNUMBER({last}),{rounded},{last})");
                self.page.formula(RESULT, &points, &state, &base)?;
            }
            Err(Unsayable) => match &result.outcome {
                Outcome::Scored(points) => {
                    let format = style.scripted.clone().set_num_format(&format);
                    self.page.number(RESULT, points.rounded, &format)?;
                    remark = words::by_script(lang);
                }
                _ => self.page.blank(RESULT, &base)?,
            },
        }
        let deviation = self.deviation(at, &self.own_execution(at));
        let format = style.computed.clone().set_num_format("0.0%");
        let known = self.known_execution_deviation();
        let known = known.map_or_else(String::new, shown);
        self.page.formula(DEVIATION, &deviation, &known, &format)?;
        self.page.text(REMARK, REMARK, &remark, &style.passage)?;
        self.page.table.fit(at, &[(&remark, REMARK, REMARK)])?;
        self.page.at += 1;
        Ok(())
    }

    /// An open amount; whether a worksheet keeps it.
    fn money(&mut self, column: u16, entry: &Entry) -> Result<bool, XlsxError> {
        let (style, page) = (self.page.style, &mut self.page);
        let at = page.at;
        let format = style.open.clone().set_num_format("#,##0.00####");
        let kept = match entry {
            Entry::Number(printed) if !keeps(printed.value.into()) => {
                let format = style.figure.clone().set_num_format("#,##0.00####");
                page.number(column, printed.value, &format)?;
                return Ok(false);
            }
            Entry::Number(printed) => page.number(column, printed.value, &format),
            Entry::Blank | Entry::Unreadable { .. } => page.blank(column, &format),
        };
        kept?;
        let ask = words::ask_money(page.lang);
        page.table.number(at, column, None, &ask, &ask)?;
        Ok(true)
    }

    /// The completion and the points of the execution part; the completion is missing where the script
    /// gives points.
    fn execution_formula(
        &self,
        at: u32,
        function: &str,
    ) -> Result<(Option<String>, String), Unsayable> {
        let sheet = &self.evaluation.sheet;
        let weight = self.number(at, MARK);
        let subject = Seen::of(
            Object::Execution,
            sheet_inputs(sheet)?,
            |field| match field {
                "budget" => Value::Number(self.number(at, TARGET)),
                "executed" => Value::Number(self.number(at, ACTUAL)),
                "weight" => Value::Number(weight.clone()),
                "rate" => Value::Maybe(self.number(at, CHECKED)),
                _ => Value::Nothing,
            },
        );
        let answer = self
            .translator
            .ask(function, subject, self.params.clone())?;
        let answer = never_left_out(answer);
        let (a, b) = (self.cell(at, TARGET), self.cell(at, ACTUAL));
        let unscored = text(&self.states.unscored);
        let there = |written: String| {
            let written = self.states.guarded(&written);
            format!(
                "IF(AND(ISNUMBER({a}),ISNUMBER({b})),IF(AND({a}>=0,{b}>=0),{written},{unscored}),{unscored})"
            )
        };
        if gives_points(&answer) {
            let completed =
                |completion: &Expr| Ok(formula(&weight.clone().times(completion.clone())));
            let written = self.states.write(&answer, &completed, &plain)?;
            return Ok((None, there(written)));
        }
        let written = self.states.write(&answer, &plain, &|_| Err(Unsayable))?;
        let (mark, completion) = (self.cell(at, MARK), self.cell(at, self.help.completion));
        Ok((
            Some(there(written)),
            format!("IF(ISNUMBER({completion}),{mark}*{completion},{completion})"),
        ))
    }
}
