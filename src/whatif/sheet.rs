//! Changes of a sheet.

use std::sync::Arc;

use super::edit::{Edited, No, Was};
use super::{MoneyOf, RowEdit};
use crate::document::ProblemKind;
use crate::score::{Outcome, RowResult, show};
use crate::sheet::{Entry, Measure, MoneyUnit, Origin, Printed};
use crate::words::whatif as words;

impl Edited {
    /// Puts another figure into the execution block.
    pub(super) fn set_money(&mut self, of: MoneyOf, amount: &Printed) -> Result<Was, No> {
        let unit = self.sheet.budget.money_unit;
        let text = amount.text.trim_end();
        let written = match (text.ends_with("万元"), text.ends_with('元')) {
            (true, _) => Some(MoneyUnit::TenThousandYuan),
            (false, true) => Some(MoneyUnit::Yuan),
            (false, false) => None,
        };
        if written.is_some_and(|written| written != unit) {
            return Err(No::wrong(ProblemKind::said(
                |lang| words::other_money_unit(lang, text),
                |lang| words::other_money_unit_help(lang, unit_name(unit)),
            )));
        }
        let line = &mut Arc::make_mut(&mut self.sheet).budget.total;
        let entry = match of {
            MoneyOf::Budget => &mut line.budget,
            MoneyOf::Executed => &mut line.executed,
        };
        let place = line.origin.clone();
        Ok(replace(entry, amount, place))
    }

    /// Changes a row, or awards it points.
    pub(super) fn set_row(&mut self, row: &RowResult, edit: &RowEdit, origin: &Origin) -> Was {
        let sheet = Arc::make_mut(&mut self.sheet);
        let indicator = &mut sheet.indicators[row.indicator];
        let measure = &mut indicator.measures[row.measure];
        let place = Some(measure.origin.clone());
        match edit {
            RowEdit::Target(target) => {
                let was = (
                    measure.target.0.text.clone(),
                    Some(measure.target_origin().clone()),
                );
                measure.target = target.clone();
                measure.places.target = Some(origin.clone());
                was
            }
            RowEdit::Actual(actual) => {
                let was = (
                    measure.actual.0.text.clone(),
                    Some(measure.actual_origin().clone()),
                );
                measure.actual = actual.clone();
                measure.places.actual = Some(origin.clone());
                was
            }
            RowEdit::FullMark(mark) => {
                let (_, place) = replace(&mut measure.full_mark, mark, measure.origin.clone());
                let mark = row.full_mark.as_ref().filter(|_| !self.silent);
                (
                    mark.map_or_else(String::new, |mark| show(mark.value)),
                    place,
                )
            }
            RowEdit::Points(points) => {
                let before = self.awarded.insert(measure.row, points.clone());
                match before {
                    Some(before) => (before.text, Some(before.origin)),
                    None => (by_rule(row), None),
                }
            }
            RowEdit::Judged(judged) => {
                let was = measure.judged.replace(*judged);
                (was.map_or_else(String::new, |was| was.to_string()), place)
            }
            RowEdit::Direction(direction) => {
                let sign = |measure: &Measure| match measure.direction {
                    Some(crate::sheet::Direction::AtLeast) => "≥",
                    Some(crate::sheet::Direction::AtMost) => "≤",
                    Some(crate::sheet::Direction::Equal) => "=",
                    None => "",
                };
                let was = sign(measure).to_owned();
                measure.direction = Some(*direction);
                (was, place)
            }
            RowEdit::Applicable(applicable) => {
                let was = std::mem::replace(&mut measure.applicable, *applicable);
                (was.to_string(), place)
            }
        }
    }
}

/// Puts a figure in the place of another.
fn replace(entry: &mut Entry, figure: &Printed, place: Origin) -> Was {
    match std::mem::replace(entry, Entry::Number(figure.clone())) {
        Entry::Blank => (String::new(), Some(place)),
        Entry::Number(was) => (was.text, Some(was.origin)),
        Entry::Unreadable { text, origin } => (text, Some(origin)),
    }
}

/// The points the rule gives.
fn by_rule(row: &RowResult) -> String {
    match &row.outcome {
        Outcome::Scored(points) => points.rounded.to_string(),
        Outcome::Unscored(_) | Outcome::Dropped => String::new(),
    }
}

fn unit_name(unit: MoneyUnit) -> &'static str {
    match unit {
        MoneyUnit::TenThousandYuan => "万元",
        MoneyUnit::Yuan => "元",
    }
}
