//! The model behind every format: one sheet, its baseline, its scenarios.

use std::collections::HashMap;

use serde::Serialize;

use super::{RangesResult, VaryResult};
use crate::report::Figure;
use crate::report::explain::place;
use crate::report::score::ScoredSheet;
use crate::rules::pack::Bilingual;
use crate::score::{Evaluation, Outcome};
use crate::whatif::{Comparison, Made, Remark, Share};
use crate::words::{Lang, whatif as words};

/// What `whatif --format json` prints. Fields marked "not in JSON" serve the formats for people.
#[derive(Debug, Clone, Serialize)]
pub struct WhatIf {
    /// The sheets, in the order they were given.
    pub sheets: Vec<WhatIfSheet>,
}

/// One sheet.
#[derive(Debug, Clone, Serialize)]
pub struct WhatIfSheet {
    /// The sheet as it stands, under the first rule asked for.
    pub baseline: ScoredSheet,
    /// What it comes to otherwise: every scenario under every rule, but for the baseline itself.
    pub scenarios: Vec<ScenarioResult>,
    /// Its weights drawn at random, under every rule; only where that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vary: Vec<VaryResult>,
    /// What is different throughout, where what is not certain is asked about; the baseline has it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub throughout: Vec<ChangeMade>,
    /// What is not certain on it, under every rule; only where that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<RangesResult>,
}

/// One scenario of one sheet.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioResult {
    /// What it is called, the same under several rules; the rule, where the sheet itself stands under
    /// another.
    pub name: String,
    /// What it is for; absent mostly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The rule, as `pack@edition`.
    pub rules: String,
    /// What was changed, in the order it was changed in.
    pub changes: Vec<ChangeMade>,
    /// 总分; null when it cannot be given.
    pub total: Option<Figure>,
    /// 评价等级, as the pack names it in Chinese.
    pub grade: Option<String>,
    /// The total less the baseline's; null where one of them is missing.
    pub delta: Option<Figure>,
    /// One entry a row.
    pub rows: Vec<Delta>,
    /// The other amounts: with the rows' they add up to `delta` exactly.
    pub steps: Vec<StepDelta>,
    /// What the result has to be read with, in the language of the run.
    pub notes: Vec<String>,
    /// Why there is no total, in the language of the run.
    pub missing: Vec<String>,
    /// The grade in both languages (not in JSON).
    #[serde(skip)]
    pub grade_name: Option<Bilingual>,
    /// Which scenario it is under its rule, from 1; 0 for the sheet as it stands (not in JSON).
    #[serde(skip)]
    pub line: usize,
}

/// A change that was made.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeMade {
    /// What it is about: `rows[20].points`.
    pub key: String,
    /// The row, where it is about one.
    pub row: Option<String>,
    /// Its indicator.
    pub indicator: Option<String>,
    /// What stood there, as written; "" for nothing.
    pub from: String,
    /// Where that stood.
    pub from_at: Option<String>,
    /// What stands there in the scenario, as written.
    pub to: String,
    /// Where that was written.
    pub at: String,
    /// Why.
    pub because: Option<String>,
    /// Whether a person's judgement stands in the place of the rule.
    pub judgement: bool,
}

/// What a row adds to the change of the total.
#[derive(Debug, Clone, Serialize)]
pub struct Delta {
    /// Number of the row.
    pub id: String,
    /// Its points in the scenario; 0 for a row that was left out.
    pub points: Option<Figure>,
    /// Its points less the baseline's.
    pub delta: Option<Figure>,
    /// Whether a person judged the row.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub judged: bool,
}

/// What something else than a row adds to the change of the total.
#[derive(Debug, Clone, Serialize)]
pub struct StepDelta {
    /// `execution`; `groups`: what groups make of their rows; `total_step`: rounding of the total
    /// and what its own rule does.
    pub step: &'static str,
    /// The amount in the baseline.
    pub before: Option<Figure>,
    /// The amount in the scenario.
    pub after: Option<Figure>,
    /// Their difference.
    pub delta: Option<Figure>,
}

impl StepDelta {
    /// Whether tables for people tell it: it differs, or the execution part has lost or found points.
    pub(in crate::report) fn is_told(&self) -> bool {
        let (before, after) = (self.before.map(|it| it.0), self.after.map(|it| it.0));
        let both = before.is_some() && after.is_some();
        before != after && (both || self.step == EXECUTION)
    }
}

/// What the step of the execution part is called.
const EXECUTION: &str = "execution";

/// A scored scenario on its way into the model.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it is for.
    pub reason: Option<&'a str>,
    /// Which scenario it is, from 1; 0 for the sheet as it stands under another rule.
    pub line: usize,
    /// The result.
    pub evaluation: &'a Evaluation,
    /// What was changed.
    pub made: &'a [Made],
    /// What the result has to be read with.
    pub remarks: &'a [Remark],
}

impl WhatIfSheet {
    /// The model of a baseline; scenarios are added with [`WhatIfSheet::add`].
    pub fn new(baseline: &Evaluation, lang: Lang) -> WhatIfSheet {
        WhatIfSheet {
            baseline: ScoredSheet::new(baseline, lang),
            scenarios: Vec::new(),
            vary: Vec::new(),
            throughout: Vec::new(),
            ranges: Vec::new(),
        }
    }

    /// The model of a sheet whose baseline is changed already.
    pub fn after(baseline: &Evaluation, made: &[Made], lang: Lang) -> WhatIfSheet {
        WhatIfSheet {
            throughout: made.iter().map(|made| change(baseline, made)).collect(),
            ..WhatIfSheet::new(baseline, lang)
        }
    }

    /// Adds a scenario, compared with the baseline.
    pub fn add(&mut self, baseline: &Evaluation, asked: Asked<'_>, lang: Lang) {
        self.scenarios.push(scenario(baseline, asked, lang));
    }
}

fn scenario(baseline: &Evaluation, asked: Asked<'_>, lang: Lang) -> ScenarioResult {
    let evaluation = asked.evaluation;
    let comparison = Comparison::of(baseline, evaluation);
    let rows = evaluation.rows.iter().zip(&comparison.rows).enumerate();
    let judged = |row| {
        let mut made = asked.made.iter();
        made.any(|made| made.judgement && made.row == Some(row))
    };
    let band = evaluation.grade.map(|index| &evaluation.pack.grades[index]);
    ScenarioResult {
        name: asked.name.to_owned(),
        line: asked.line,
        reason: asked.reason.map(str::to_owned),
        rules: evaluation.pack.name(),
        changes: asked
            .made
            .iter()
            .map(|made| change(evaluation, made))
            .collect(),
        total: comparison.total.after.map(Figure),
        grade: band.map(|band| band.name.zh.clone()),
        grade_name: band.map(|band| band.name.clone()),
        delta: comparison.total.delta().map(Figure),
        rows: rows
            .map(|(index, (row, share))| Delta {
                id: evaluation.measure(row).row.to_string(),
                points: share.after.map(Figure),
                delta: share.delta().map(Figure),
                judged: judged(index),
            })
            .collect(),
        steps: steps(&comparison),
        notes: asked
            .remarks
            .iter()
            .map(|remark| remark.describe(lang))
            .collect(),
        missing: missing(baseline, evaluation, lang),
    }
}

fn steps(comparison: &Comparison) -> Vec<StepDelta> {
    let all = [
        (EXECUTION, &comparison.execution),
        ("groups", &comparison.groups),
        ("total_step", &comparison.step),
    ];
    all.map(|(step, share): (_, &Share)| StepDelta {
        step,
        before: share.before.map(Figure),
        after: share.after.map(Figure),
        delta: share.delta().map(Figure),
    })
    .into()
}

pub(super) fn change(evaluation: &Evaluation, made: &Made) -> ChangeMade {
    let row = made.row.map(|index| &evaluation.rows[index]);
    ChangeMade {
        key: made.key.to_string(),
        row: row.map(|row| evaluation.measure(row).row.to_string()),
        indicator: row.map(|row| evaluation.indicator(row).name.clone()),
        from: made.from.clone(),
        from_at: made.from_origin.as_ref().map(place),
        to: made.to.clone(),
        at: place(&made.origin),
        because: made.because.clone(),
        judgement: made.judgement,
    }
}

/// Why one of the totals is missing, with the rows behind it.
fn missing(baseline: &Evaluation, scenario: &Evaluation, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if let Err(why) = &baseline.total {
        said.push(words::no_total_before(lang, why.describe(lang)));
        said.extend(unscored(baseline, lang));
    }
    if let Err(why) = &scenario.total {
        said.push(words::no_total_after(lang, why.describe(lang)));
        said.extend(unscored(scenario, lang));
    }
    said
}

/// The rows without points, those with the same reason together.
fn unscored(evaluation: &Evaluation, lang: Lang) -> Vec<String> {
    let mut reasons: Vec<(String, Vec<u32>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for row in &evaluation.rows {
        if let Outcome::Unscored(reason) = &row.outcome {
            let (number, reason) = (evaluation.measure(row).row, reason.describe(lang));
            let index = *known.entry(reason).or_insert_with_key(|reason| {
                reasons.push((reason.clone(), Vec::new()));
                reasons.len() - 1
            });
            reasons[index].1.push(number);
        }
    }
    let reasons = reasons.into_iter();
    let said = reasons.map(|(reason, rows)| match &rows[..] {
        [row] => words::row_unscored(lang, row, reason),
        several => words::rows_unscored(lang, ranges(several), reason),
    });
    said.collect()
}

/// Row numbers, neighbours joined: 1–4, 7.
pub(super) fn ranges(rows: &[u32]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => ranges.push((*row, *row)),
        }
    }
    let ranges = ranges.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    ranges.collect::<Vec<String>>().join(", ")
}
