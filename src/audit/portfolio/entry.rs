//! What is kept of one sheet.

use std::sync::Arc;

use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use crate::audit::compare::hits_exactly;
use crate::audit::finding::Place;
use crate::audit::profile::Profile;
use crate::audit::subject::half_up;
use crate::number::Fraction;
use crate::rules::RulePack;
use crate::score::{Evaluation, RowResult};
use crate::sheet::{Origin, Printed, Scope};
use crate::value::{Value, read};

/// A total as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// Its value.
    pub value: Decimal,
    /// Its printed places.
    pub places: u32,
}

/// What is kept of one sheet: figures and names, a few hundred bytes whatever its size.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Id of the sheet.
    pub id: Box<str>,
    /// 单位名称; empty when not stated.
    pub unit: Arc<str>,
    /// 主管部门; empty when not stated.
    pub department: Arc<str>,
    /// 整体 or 项目.
    pub scope: Scope,
    /// The year that is evaluated.
    pub year: Option<u16>,
    /// The rule.
    pub pack: Arc<RulePack>,
    /// 总分 as printed.
    pub reported: Option<Total>,
    /// 总分 under the rule.
    pub computed: Option<Decimal>,
    /// Index of the pack's grade band the printed total falls into, and of the one under the rule.
    pub grades: (Option<usize>, Option<usize>),
    /// Whether the sheet prints a grade.
    pub prints_grade: bool,
    /// 执行率.
    pub execution: Option<Fraction>,
    /// Rows, counting measures.
    pub rows: u32,
    /// Rows that report their full mark.
    pub full: u32,
    /// Rows whose target and actual are figures that could differ, and those of them that do not.
    pub hits: (u32, u32),
    /// Rows with a completion, and those of them far above their target.
    pub far_above: (u32, u32),
    /// Stands for the points of all rows in their order; `None` where a row has none.
    pub points: Option<u128>,
    /// Where the sheet starts.
    pub origin: Origin,
    /// Where the total stands; `None` where the sheet starts.
    pub total_origin: Option<Origin>,
}

impl Entry {
    pub(super) fn new(
        evaluation: &Evaluation,
        unit: Arc<str>,
        department: Arc<str>,
        profile: &Profile,
    ) -> Entry {
        let (sheet, pack) = (&evaluation.sheet, &evaluation.pack);
        let printed = sheet.total.printed();
        let reported = printed.map(|total| Total {
            value: total.value,
            places: total.places,
        });
        let band = reported.and_then(|total| pack.grade(total.value));
        let band = band.and_then(|band| pack.grades.iter().position(|one| one == band));
        let says = |text: &str| read(text).value != Value::Missing;
        let mut entry = Entry {
            id: sheet.id.as_str().into(),
            unit,
            department,
            scope: sheet.scope,
            year: sheet.year,
            pack: pack.clone(),
            reported,
            computed: evaluation.total.as_ref().ok().copied(),
            grades: (band, evaluation.grade),
            prints_grade: sheet.grade.as_ref().is_some_and(|grade| says(&grade.text)),
            execution: evaluation.execution_rate(),
            rows: 0,
            full: 0,
            hits: (0, 0),
            far_above: (0, 0),
            points: points(evaluation),
            origin: sheet.origin.clone(),
            total_origin: printed.map(|total| total.origin.clone()),
        };
        for row in &evaluation.rows {
            entry.count(evaluation, row, profile);
        }
        entry
    }

    fn count(&mut self, evaluation: &Evaluation, row: &RowResult, profile: &Profile) {
        let measure = evaluation.measure(row);
        self.rows += 1;
        let printed = measure.points.printed().map(Printed::mark);
        let mark = row.full_mark.as_ref().map(|mark| mark.value);
        self.full += u32::from(mark.is_some() && printed.map(Fraction::from) == mark);
        if let Some(hit) = hits_exactly(measure) {
            self.hits = (self.hits.0 + 1, self.hits.1 + u32::from(hit));
        }
        if let Some(completion) = row.uncapped_completion() {
            let far = completion >= profile.far_above_target.0;
            self.far_above = (self.far_above.0 + 1, self.far_above.1 + u32::from(far));
        }
    }

    /// Whether every row reports its full mark.
    pub fn is_all_full(&self) -> bool {
        self.rows > 0 && self.full == self.rows
    }

    /// (自评 − 重算) ÷ 自评, 0 where both agree at the printed places; `None` where one of the totals is
    /// missing, or nothing was reported to divide by.
    pub fn deviation(&self) -> Option<Fraction> {
        let (reported, computed) = (self.reported?, self.computed?);
        if half_up(computed.into(), reported.places) == Some(reported.value) {
            return Some(Fraction::ZERO);
        }
        let whole = Fraction::from(reported.value);
        let off = whole.minus(computed.into()).ok()?;
        off.over(whole).ok()
    }

    /// The place of the sheet.
    pub(in crate::audit) fn place(&self) -> Place {
        Place {
            sheet: self.id.to_string(),
            row: None,
            origin: self.origin.clone(),
        }
    }

    /// The place of its total.
    pub(in crate::audit) fn total_place(&self) -> Place {
        let origin = self.total_origin.as_ref().unwrap_or(&self.origin);
        Place {
            origin: origin.clone(),
            ..self.place()
        }
    }
}

/// One number for the points of all rows; equal ones come from equal points.
fn points(evaluation: &Evaluation) -> Option<u128> {
    let mut text = String::new();
    for (_, measure) in evaluation.sheet.measures() {
        text.push_str(&measure.points.value()?.normalize().to_string());
        text.push(' ');
    }
    Some(fingerprint(&text))
}

/// A number that stands for a text: two texts with the same one are the same text.
pub(super) fn fingerprint(text: &str) -> u128 {
    let hash = Sha256::digest(text.as_bytes());
    let mut first = [0; 16];
    first.copy_from_slice(&hash[..16]);
    u128::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_small() {
        assert!(size_of::<Entry>() <= 400, "{}", size_of::<Entry>());
    }
}
