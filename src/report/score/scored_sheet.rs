//! The model behind every format: one sheet, its rows and parts, reported beside computed.

use rust_decimal::Decimal;
use serde::Serialize;

use super::scored_group::{ScoredGroup, scored_group};
use super::scored_row::{ScoredRow, unread};
use crate::report::Figure;
use crate::rules::pack::Bilingual;
use crate::score::{Evaluation, Outcome, Unscorable};
use crate::sheet::{MoneyUnit, Scope};
use crate::words::{Lang, report as labels};

/// What `score --format json` prints. Fields marked "not in JSON" serve the formats for people.
#[derive(Debug, Clone, Serialize)]
pub struct ScoredSheets {
    /// The sheets, in the order they were given.
    pub sheets: Vec<ScoredSheet>,
}

/// One sheet under one rule.
#[derive(Debug, Clone, Serialize)]
pub struct ScoredSheet {
    /// Short name, unique in the run.
    pub id: String,
    /// 标题.
    pub title: String,
    /// `unit` or `project`.
    pub scope: &'static str,
    /// The year that is evaluated.
    pub year: Option<u16>,
    /// 单位名称.
    pub unit: String,
    /// 项目名称; null on a unit's sheet.
    pub project: Option<String>,
    /// The rule.
    pub rules: RulesUsed,
    /// 填报: the points the sheet prints.
    pub reported: Parts,
    /// 重算: the points under the rule.
    pub computed: Parts,
    /// 预算执行.
    pub execution: Money,
    /// One entry a measure, in the order of the form.
    pub rows: Vec<ScoredRow>,
    /// The groups of the rule, each before those within it; absent for rules without any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<ScoredGroup>,
    /// What the total has to be read with, in the language of the run: marks that were converted or do
    /// not quite add up.
    pub notes: Vec<String>,
    /// What the result was computed from.
    pub receipt: Receipt,
}

/// The rule a sheet was scored under.
#[derive(Debug, Clone, Serialize)]
pub struct RulesUsed {
    /// Name of the pack.
    pub pack: String,
    /// Its edition.
    pub edition: String,
    /// Whether it is in force for the sheet's year; null when the sheet states none.
    pub in_force: Option<bool>,
    /// Its title (not in JSON).
    #[serde(skip)]
    pub title: Bilingual,
    /// Full marks of the execution part and of the indicators (not in JSON).
    #[serde(skip)]
    pub weights: (Decimal, Decimal),
    /// Whether the rule scores the execution of a budget at all (not in JSON).
    #[serde(skip)]
    pub has_execution: bool,
}

/// The parts of a total; null where there is no figure.
#[derive(Debug, Clone, Serialize)]
pub struct Parts {
    /// Points of the execution part.
    pub execution: Option<Figure>,
    /// Sum of the rows; null when a row has no points.
    pub indicators: Option<Figure>,
    /// 总分.
    pub total: Option<Figure>,
    /// 评价等级, as printed or as the pack names it in Chinese.
    pub grade: Option<String>,
    /// Why the pack names no grade for a total it gives, in its own words; absent mostly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade_missing: Option<String>,
    /// The grade in both languages (not in JSON).
    #[serde(skip)]
    pub grade_name: Option<Bilingual>,
    /// Execution points and total that are no numbers, as they stand (not in JSON).
    #[serde(skip)]
    pub unread: (Option<String>, Option<String>),
    /// Why execution, indicators, total are missing, in this order (not in JSON).
    #[serde(skip)]
    pub missing: Vec<String>,
}

/// A line of the comparison below the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 预算执行.
    Execution,
    /// 指标.
    Indicators,
    /// 总分.
    Total,
}

impl Part {
    /// All parts, in the order of the form.
    pub const ALL: [Part; 3] = [Part::Execution, Part::Indicators, Part::Total];

    /// Its name.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Part::Execution => labels::part_execution(lang),
            Part::Indicators => labels::part_indicators(lang),
            Part::Total => labels::part_total(lang),
        }
    }
}

impl Parts {
    /// The points of one part.
    pub fn get(&self, part: Part) -> Option<Figure> {
        match part {
            Part::Execution => self.execution,
            Part::Indicators => self.indicators,
            Part::Total => self.total,
        }
    }
}

/// 预算执行情况.
#[derive(Debug, Clone, Serialize)]
pub struct Money {
    /// 预算数 A, in the sheet's money unit.
    pub budget: Option<Figure>,
    /// 执行数 B.
    pub executed: Option<Figure>,
    /// B/A, rounded half up to six places.
    pub rate: Option<Figure>,
    /// B/A as a percentage (not in JSON).
    #[serde(skip)]
    pub percent: Option<String>,
    /// 万元 or 元 (not in JSON).
    #[serde(skip)]
    pub unit: MoneyUnit,
}

/// 运行回执: what the result was computed from.
#[derive(Debug, Clone, Serialize)]
pub struct Receipt {
    /// Program and version.
    pub engine: &'static str,
    /// Checksum of the input file.
    pub input_sha256: String,
    /// Checksum of the rule pack.
    pub pack_sha256: String,
}

/// Program and version, as receipts name them.
pub(crate) const ENGINE: &str = concat!("jixiao ", env!("CARGO_PKG_VERSION"));

impl ScoredSheet {
    /// The model of one evaluation, reasons in `lang`.
    pub fn new(evaluation: &Evaluation, lang: Lang) -> ScoredSheet {
        let (sheet, pack) = (&evaluation.sheet, &evaluation.pack);
        ScoredSheet {
            id: sheet.id.clone(),
            title: sheet.title.clone(),
            scope: match sheet.scope {
                Scope::Unit => "unit",
                Scope::Project => "project",
            },
            year: sheet.year,
            unit: sheet.unit.clone(),
            project: sheet.project.clone(),
            rules: RulesUsed {
                pack: pack.pack.clone(),
                edition: pack.edition.clone(),
                in_force: sheet.year.map(|year| pack.covers(year)),
                title: pack.title.clone(),
                has_execution: pack.execution.is_some(),
                weights: (pack.execution_weight(), pack.indicators.weight),
            },
            reported: reported(evaluation),
            computed: computed(evaluation, lang),
            execution: Money {
                budget: sheet.budget.total.budget.value().map(Figure),
                executed: sheet.budget.total.executed.value().map(Figure),
                rate: evaluation.execution_rate().and_then(Figure::ratio),
                percent: evaluation
                    .execution_rate()
                    .and_then(|rate| Figure::percent(rate, 4)),
                unit: sheet.budget.money_unit,
            },
            rows: evaluation
                .rows
                .iter()
                .map(|row| ScoredRow::new(evaluation, row, lang))
                .collect(),
            notes: evaluation
                .caveats()
                .iter()
                .map(|caveat| caveat.describe(lang))
                .collect(),
            groups: evaluation
                .groups
                .iter()
                .map(|group| scored_group(evaluation, group, lang))
                .collect(),
            receipt: Receipt {
                engine: ENGINE,
                input_sha256: sheet.input_sha256.clone(),
                pack_sha256: pack.sha256.clone(),
            },
        }
    }

    /// Computed less reported points of a part, where both are there.
    pub fn difference(&self, part: Part) -> Option<Figure> {
        difference(self.computed.get(part), self.reported.get(part))
    }

    /// The reported points of a part, or the text that stands there instead.
    pub fn reported_text(&self, part: Part) -> Option<String> {
        let (execution, total) = &self.reported.unread;
        let figure = self.reported.get(part).map(|figure| figure.to_string());
        figure.or_else(|| match part {
            Part::Execution => execution.clone(),
            Part::Indicators => None,
            Part::Total => total.clone(),
        })
    }

    /// The project or the unit: what the sheet speaks of.
    pub fn subject(&self) -> &str {
        self.project.as_deref().unwrap_or(&self.unit)
    }
}

/// `computed − reported`, where both are there, with as many places as the longer of the two.
pub(super) fn difference(computed: Option<Figure>, reported: Option<Figure>) -> Option<Figure> {
    let (computed, reported) = (computed?.0, reported?.0);
    let mut difference = computed.checked_sub(reported)?;
    // Subtracting from 0.00 forgets the places.
    difference.rescale(computed.scale().max(reported.scale()));
    Some(Figure(difference))
}

fn reported(evaluation: &Evaluation) -> Parts {
    let sheet = &evaluation.sheet;
    let rows = sheet.measures().map(|(_, measure)| measure.points.value());
    let outermost = evaluation.groups.iter().filter(|group| group.depth == 0);
    let groups = outermost.map(|group| Some(evaluation.reported_group(&group.label)?.value));
    // The form prints no such sum; a row or group without points leaves it open rather than too small.
    let sum: Option<Decimal> = match evaluation.groups.is_empty() {
        true => rows.sum(),
        false => groups.sum(),
    };
    let grade = sheet.grade.as_ref().map(|grade| grade.text.clone());
    Parts {
        execution: sheet.budget.total.points.value().map(Figure),
        indicators: sum.map(Figure),
        total: sheet.total.value().map(Figure),
        grade_name: grade.as_ref().map(|printed| Bilingual {
            zh: printed.clone(),
            en: String::new(),
        }),
        grade,
        unread: (unread(&sheet.budget.total.points), unread(&sheet.total)),
        grade_missing: None,
        missing: Vec::new(),
    }
}

fn computed(evaluation: &Evaluation, lang: Lang) -> Parts {
    let why = |missing: &Unscorable| missing.describe(lang);
    let execution = evaluation.execution.as_ref();
    let execution = match execution.map(|execution| &execution.outcome) {
        Some(Outcome::Unscored(reason)) => Some(reason.describe(lang)),
        Some(Outcome::Scored(_) | Outcome::Dropped) | None => None,
    };
    let indicators = evaluation.indicators.as_ref().err().map(why);
    let total = evaluation.total.as_ref().err();
    // The total repeats what keeps a part open; only a reason of its own adds anything.
    let total = total
        .filter(|reason| {
            matches!(
                reason,
                Unscorable::PackCannot(_)
                    | Unscorable::OutOfRange
                    | Unscorable::Group(_)
                    | Unscorable::NoGroup
            )
        })
        .map(why)
        .filter(|words| indicators.as_ref() != Some(words));
    let missing = [execution, indicators, total];
    let band = evaluation.grade.map(|index| &evaluation.pack.grades[index]);
    Parts {
        execution: evaluation.execution_points().map(Figure),
        indicators: evaluation.indicators.as_ref().ok().copied().map(Figure),
        total: evaluation.total.as_ref().ok().copied().map(Figure),
        grade: band.map(|band| band.name.zh.clone()),
        grade_missing: evaluation.grade_said.clone(),
        grade_name: band.map(|band| band.name.clone()),
        unread: (None, None),
        missing: missing.into_iter().flatten().collect(),
    }
}
