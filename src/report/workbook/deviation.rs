//! 偏离度: how far reported points are off, on the sheet's own scale.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::columns::{DEVIATION, MARK, POINTS, RESULT};
use super::form::Form;
use super::sheet::shown;
use crate::number::Fraction;
use crate::score::{Closing, Declared, Evaluation, RowResult, Scaling};

impl Form<'_> {
    /// `(自评 − 复核) ÷ 自评`, where both are numbers.
    pub(super) fn deviation(&self, row: u32, checked: &str) -> String {
        let (own, result) = (self.cell(row, POINTS), self.cell(row, RESULT));
        format!(
            "IF(AND(ISNUMBER({own}),ISNUMBER({result})),IFERROR(ROUND(({own}-{checked})/{own},12),\"\"),\"\")"
        )
    }

    /// How far the reported points are off, on the sheet's own scale.
    pub(super) fn compare(&mut self, index: usize) -> Result<(), XlsxError> {
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

    /// The execution points on the sheet's own scale, where its header declares another full mark.
    pub(super) fn own_execution(&self, at: u32) -> String {
        let result = self.cell(at, RESULT);
        match self.evaluation.sheet.budget.full_mark.mark() {
            Some(mark) if mark != self.rule.pack.execution_weight() => {
                format!("{result}*{}/{}", mark.normalize(), self.cell(at, MARK))
            }
            _ => result,
        }
    }

    pub(super) fn known_execution_deviation(&self) -> Option<Fraction> {
        let own = Fraction::from(self.evaluation.sheet.budget.total.points.value()?);
        let points = Fraction::from(self.evaluation.execution_points()?);
        let weight = self.rule.pack.execution_weight();
        let mark = self
            .evaluation
            .sheet
            .budget
            .full_mark
            .mark()
            .unwrap_or(weight);
        let checked = points.times(mark.into()).ok()?.over(weight.into()).ok()?;
        own.minus(checked).ok()?.over(own).ok()
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
