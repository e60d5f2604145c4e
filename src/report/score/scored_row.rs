//! One measure in the model of a scored sheet.

use serde::Serialize;

use super::scored_sheet::difference;
use crate::number::Fraction;
use crate::report::Figure;
use crate::score::{Evaluation, FullMarkFrom, Outcome, RowResult};
use crate::sheet::{Entry, Measure};
use crate::value::Value;
use crate::words::{Lang, score as words};

/// One measure.
#[derive(Debug, Clone, Serialize)]
pub struct ScoredRow {
    /// Number of the row, counting measures in the order of the form.
    pub id: String,
    /// 一级指标.
    pub level1: String,
    /// 二级指标.
    pub level2: String,
    /// 三级指标.
    pub indicator: String,
    /// Which measure of its indicator, from 1.
    pub measure: usize,
    /// 指标值 as printed.
    pub target: String,
    /// 实际完成值 as printed.
    pub actual: String,
    /// 分值 under the rule.
    pub full_mark: Option<Figure>,
    /// Where the full mark comes from.
    pub full_mark_source: Option<FullMarkFrom>,
    /// 完成率 before any cap, as a ratio.
    pub completion: Option<Figure>,
    /// 重算得分.
    pub points: Option<Figure>,
    /// 填报得分.
    pub reported: Option<Figure>,
    /// 填报得分 that is no number, as it stands (not in JSON).
    #[serde(skip)]
    pub unread: Option<String>,
    /// Whether the row has points.
    pub status: Status,
    /// Why it has none, in the language of the run.
    pub reason: Option<String>,
    /// Full mark and completion as computed (not in JSON).
    #[serde(skip)]
    computed: (Option<Fraction>, Option<Fraction>),
    /// Whether the rule left the row out because it does not apply (not in JSON).
    #[serde(skip)]
    pub dropped: bool,
}

/// Scored or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The row has points.
    Scored,
    /// It has none, and a reason.
    Unscored,
}

impl ScoredRow {
    /// The model of one row, its reason in `lang`.
    pub(super) fn new(evaluation: &Evaluation, row: &RowResult, lang: Lang) -> ScoredRow {
        scored_row(evaluation, row, lang)
    }

    /// 分值 for people: 1.25, 16.67; empty without one.
    pub fn mark(&self) -> String {
        let (mark, _) = self.computed;
        mark.and_then(Figure::mark).unwrap_or_default()
    }

    /// 完成率 as a percentage, rounded half up to two places: 86.67%.
    pub fn percent(&self) -> Option<String> {
        let (_, completion) = self.computed;
        Figure::percent(completion?, 2)
    }

    /// The reported points, or the text that stands there instead.
    pub fn reported_text(&self) -> Option<String> {
        let figure = self.reported.map(|figure| figure.to_string());
        figure.or_else(|| self.unread.clone())
    }

    /// Computed less reported points, where both are there.
    pub fn difference(&self) -> Option<Figure> {
        difference(self.points, self.reported)
    }
}

fn scored_row(evaluation: &Evaluation, row: &RowResult, lang: Lang) -> ScoredRow {
    let (indicator, measure) = (evaluation.indicator(row), evaluation.measure(row));
    let completion = row.uncapped_completion();
    let mark = evaluation.full_mark(row);
    let full_mark = mark.and_then(Figure::exact);
    let (status, reason) = match &row.outcome {
        Outcome::Scored(_) => (Status::Scored, None),
        Outcome::Unscored(reason) => (Status::Unscored, Some(reason.describe(lang))),
        Outcome::Dropped => (Status::Unscored, Some(left_out(measure, lang))),
    };
    ScoredRow {
        id: measure.row.to_string(),
        level1: indicator.level1().to_owned(),
        level2: indicator.level2().to_owned(),
        indicator: indicator.name.clone(),
        measure: row.measure + 1,
        target: measure.target.0.text.clone(),
        actual: measure.actual.0.text.clone(),
        full_mark_source: full_mark.and(row.full_mark_from()),
        full_mark,
        completion: completion.and_then(Figure::short_ratio),
        computed: (mark, completion),
        points: row.outcome.points().map(Figure),
        reported: measure.points.value().map(Figure),
        unread: unread(&measure.points),
        status,
        reason,
        dropped: row.outcome == Outcome::Dropped,
    }
}

/// Why the rule left a row out.
pub(crate) fn left_out(measure: &Measure, lang: Lang) -> String {
    let missing = measure.applicable && measure.actual.0.value == Value::Missing;
    match missing {
        true => words::dropped_without_actual(lang),
        false => words::dropped(lang),
    }
}

/// The text of an entry that is no number.
pub(super) fn unread(entry: &Entry) -> Option<String> {
    match entry {
        Entry::Unreadable { text, .. } => Some(text.clone()),
        Entry::Blank | Entry::Number(_) => None,
    }
}
