//! A form as it is collected from the document, before it becomes a sheet or a target table.

use std::collections::BTreeMap;

use super::field::Field;
use super::layout::Layout;
use super::lexicon::Caption;
use crate::sheet::{MoneyUnit, Text};

/// 长期 or 年度.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Section {
    /// 长期绩效指标.
    LongTerm,
    /// 年度绩效指标.
    #[default]
    Annual,
}

/// One row of indicators.
#[derive(Debug, Clone)]
pub(super) struct FormRow {
    /// 长期 or 年度.
    pub section: Section,
    /// Labels above it, outermost first.
    pub levels: Vec<String>,
    /// Its name; that of the row above when it is a further measure of the same indicator.
    pub name: String,
    /// Whether it is a further measure of the indicator above.
    pub continues: bool,
    /// What its columns hold.
    pub cells: BTreeMap<Field, Text>,
    /// Its years, when the form has a column for each.
    pub years: Vec<super::field::Year>,
    /// Whether a person should look at it.
    pub doubtful: bool,
    /// Where it stands.
    pub origin: crate::sheet::Origin,
}

/// The money part.
#[derive(Debug, Clone, Default)]
pub(super) struct Money {
    /// 万元 or 元, when written.
    pub unit: Option<MoneyUnit>,
    /// 20分 of "预算执行情况（20分）".
    pub full_mark: Option<Text>,
    /// The name of a line that stands in the heading row.
    pub name: Option<Text>,
    /// Whether the heading of the rate says that it is in percent.
    pub rate_in_percent: bool,
    /// Its lines.
    pub lines: Vec<BTreeMap<Field, Text>>,
}

/// A form.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    /// Its title.
    pub title: Option<Text>,
    /// What its header block says, in order.
    pub captions: Vec<(Caption, Text)>,
    /// The year written near its title.
    pub year: Option<u16>,
    /// 预算执行情况.
    pub money: Money,
    /// 年度目标.
    pub goals: Vec<Text>,
    /// 80分 of "年度目标（80分）", one a goal.
    pub goal_marks: Vec<Text>,
    /// The labels those marks stood in: a page repeats the label of the page before.
    pub goal_labels: Vec<String>,
    /// The columns of its indicators; `None` until their heading was seen.
    pub layout: Option<Layout>,
    /// Whether any of its headings had a column for what was reached or scored.
    pub is_evaluation: bool,
    /// Its indicators.
    pub rows: Vec<FormRow>,
    /// Whether the row of the total was seen.
    pub has_total: bool,
    /// 总分.
    pub total: Option<Text>,
    /// "30个指标".
    pub count: Option<Text>,
    /// 偏差大或目标未完成原因分析.
    pub reasons: Vec<Text>,
    /// 改进措施.
    pub improvements: Vec<Text>,
}

impl Form {
    /// What the header block says under a caption: what came first below a title, and what came last
    /// where there is none and the block of an earlier table may have been collected.
    pub(super) fn caption(&self, wanted: Caption) -> Option<&Text> {
        let mut found = self
            .captions
            .iter()
            .filter(|(caption, _)| *caption == wanted);
        let found = if self.title.is_some() {
            found.next()
        } else {
            found.next_back()
        };
        found.map(|(_, text)| text)
    }

    /// Whether its title speaks of a whole unit, or it names no project.
    pub(super) fn is_of_unit(&self) -> bool {
        let title = self
            .title
            .as_ref()
            .map(|title| super::tidy::key(&title.text));
        match title {
            Some(title) => {
                let unit = super::LEXICON.words("titles", "unit");
                unit.iter().any(|word| title.contains(word.as_str()))
                    || (!title.contains("项目") && self.caption(Caption::Project).is_none())
            }
            None => self.caption(Caption::Project).is_none(),
        }
    }
}
