//! The model of a group of rows.

use serde::Serialize;

use super::scored_row::Status;
use super::scored_sheet::difference;
use super::table::shown;
use crate::report::Figure;
use crate::score::{Evaluation, GroupResult, Outcome};
use crate::words::{Lang, report as words};

/// A group of rows that the rule scores as a whole.
#[derive(Debug, Clone, Serialize)]
pub struct ScoredGroup {
    /// Its label in the rule.
    pub group: String,
    /// 0 for the outermost groups.
    pub depth: usize,
    /// What it counts, after groups that were left out gave their weight to the others.
    pub weight: Option<Figure>,
    /// Points its rows (or the groups in it) earned.
    pub earned: Option<Figure>,
    /// The points they could earn.
    pub possible: Option<Figure>,
    /// How many of its rows and groups were left out.
    pub left_out: usize,
    /// What the rule's script made of it, as a ratio.
    pub completion: Option<Figure>,
    /// 重算得分.
    pub points: Option<Figure>,
    /// 填报得分.
    pub reported: Option<Figure>,
    /// Whether the group has points.
    pub status: Status,
    /// Why it has none, in the language of the run (what a script says, in the rule's).
    pub reason: Option<String>,
}

impl ScoredGroup {
    /// Computed less reported points, where both are there.
    pub fn difference(&self) -> Option<Figure> {
        difference(self.points, self.reported)
    }

    /// Its label, set in by its depth.
    pub(in crate::report) fn name(&self) -> String {
        format!("{}{}", "  ".repeat(self.depth), self.group)
    }

    /// What it counts, or why it does not.
    pub(in crate::report) fn remark(&self, lang: Lang) -> String {
        match &self.reason {
            Some(reason) => words::not_counted(lang, reason),
            None => words::weight(lang, shown(self.weight, lang)),
        }
    }
}

/// The model of one group, its reason in `lang`.
pub(super) fn scored_group(
    evaluation: &Evaluation,
    group: &GroupResult,
    lang: Lang,
) -> ScoredGroup {
    let (status, reason) = match &group.outcome {
        Outcome::Scored(_) => (Status::Scored, None),
        Outcome::Unscored(reason) => (Status::Unscored, Some(reason.describe(lang))),
        Outcome::Dropped => (Status::Unscored, group.said.clone()),
    };
    ScoredGroup {
        group: group.label.clone(),
        depth: group.depth,
        weight: Figure::exact(group.weight).or_else(|| Figure::short_ratio(group.weight)),
        earned: Figure::exact(group.earned),
        possible: Figure::exact(group.possible),
        left_out: group.left_out,
        completion: group.completion.and_then(Figure::short_ratio),
        points: group.outcome.points().map(Figure),
        reported: evaluation
            .reported_group(&group.label)
            .map(|printed| Figure(printed.value)),
        status,
        reason,
    }
}
