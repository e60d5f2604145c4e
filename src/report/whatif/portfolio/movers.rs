//! A sheet and what a scenario does to its total.

use serde::Serialize;

use crate::report::Figure;
use crate::rules::pack::Bilingual;
use crate::whatif::portfolio::{Entry, Portfolio};

/// A sheet in a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mover {
    /// Its id.
    pub sheet: String,
    /// 单位名称; null when not stated.
    pub unit: Option<String>,
    /// 主管部门; null when not stated.
    pub department: Option<String>,
    /// The total in the baseline.
    pub before: Option<Figure>,
    /// The total in the scenario.
    pub after: Option<Figure>,
    /// Their difference, exact.
    pub delta: Option<Figure>,
    /// The grade in the baseline, as the pack names it in Chinese.
    pub grade_before: Option<String>,
    /// The grade in the scenario.
    pub grade_after: Option<String>,
    /// Both grades in both languages (not in JSON).
    #[serde(skip)]
    pub grades: [Option<Bilingual>; 2],
}

impl Mover {
    pub(super) fn new(portfolio: &Portfolio, entry: &Entry, column: usize) -> Mover {
        let after = entry.after(column);
        let ids = [entry.before.grade, after.and_then(|after| after.grade)];
        let grades = ids.map(|id| id.map(|id| portfolio.grade(id).name.clone()));
        let [before, after_name] = &grades;
        let zh = |grade: &Option<Bilingual>| grade.as_ref().map(|grade| grade.zh.clone());
        let stated = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
        Mover {
            sheet: entry.id.to_string(),
            unit: stated(&entry.unit),
            department: stated(&entry.department),
            before: entry.before.total.map(Figure),
            after: after.and_then(|after| after.total).map(Figure),
            delta: entry.delta(column).map(Figure),
            grade_before: zh(before),
            grade_after: zh(after_name),
            grades,
        }
    }
}
