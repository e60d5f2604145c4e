//! Runs the worked cases of a pack: does the rule still give what a person computed?

use std::sync::Arc;

use rust_decimal::Decimal;

use super::scaling::weighed_level;
use super::{Evaluation, Outcome, RowResult, Scorer};
use crate::rules::RulePack;
use crate::rules::case::{Case, Given, Wanted};
use crate::rules::host::ScriptFault;
use crate::rules::pack::Bilingual;
use crate::sheet::{Entry, Indicator, Measure, Origin, Printed, Sheet};
use crate::value::{Actual, Target};
use crate::words::{Lang, cases as words};

/// One thing of a case that came out otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What was compared: 得分, 方法, 第 3 行….
    pub what: String,
    /// What the case asks for.
    pub expected: String,
    /// What the rule gives.
    pub got: String,
}

impl Scorer {
    /// Runs one case; nothing is returned when all came out as expected.
    ///
    /// # Errors
    /// A script of the pack is at fault.
    pub fn check(&self, case: &Case, lang: Lang) -> Result<Vec<Mismatch>, Box<ScriptFault>> {
        let mut comparison = Comparison {
            case,
            lang,
            mismatches: Vec::new(),
        };
        match &case.given {
            Given::Row(indicator) => {
                let sheet = sheet_around(indicator, self.pack());
                comparison.row(&self.score(&Arc::new(sheet))?);
            }
            Given::Execution(budget) => {
                let sheet = Sheet {
                    budget: (**budget).clone(),
                    ..Sheet::default()
                };
                comparison.execution(&self.score(&Arc::new(sheet))?);
            }
            Given::Total(total) => {
                let band = self.pack().grade(*total);
                comparison.grade(band.map(|band| &band.name));
            }
            Given::Sheet(sheet) => {
                comparison.sheet(&self.score(&Arc::new((**sheet).clone()))?);
            }
        }
        Ok(comparison.mismatches)
    }
}

/// A case beside what came out.
struct Comparison<'c> {
    case: &'c Case,
    lang: Lang,
    mismatches: Vec<Mismatch>,
}

impl Comparison<'_> {
    fn row(&mut self, evaluation: &Evaluation) {
        // The row of the case is the first; the one behind it only carries the rest of the marks.
        let Some(row) = evaluation.rows.first() else {
            return;
        };
        let expected = &self.case.expected;
        let got = outcome(&row.outcome);
        self.result(words::points(self.lang), expected.points.as_ref(), &got);
        if let Some(wanted) = expected.completion
            && row.completion != Some(wanted)
        {
            let got = row.completion.map(|it| it.to_string());
            self.differ(words::completion(self.lang), &wanted.to_string(), got);
        }
        if let Some(wanted) = &expected.method {
            let method = method(evaluation, row);
            if !method.is_some_and(|name| is_called(name, wanted)) {
                let got = method.map(|name| name.get(self.lang).to_owned());
                self.differ(words::method(self.lang), wanted, got);
            }
        }
    }

    fn execution(&mut self, evaluation: &Evaluation) {
        let expected = &self.case.expected;
        let Some(execution) = &evaluation.execution else {
            let got = Some(words::nothing(self.lang));
            return self.differ(words::points(self.lang), "", got);
        };
        let got = outcome(&execution.outcome);
        self.result(words::points(self.lang), expected.points.as_ref(), &got);
        if let Some(wanted) = expected.completion
            && execution.completion != Some(wanted)
        {
            let got = execution.completion.map(|it| it.to_string());
            self.differ(words::completion(self.lang), &wanted.to_string(), got);
        }
    }

    fn sheet(&mut self, evaluation: &Evaluation) {
        let expected = &self.case.expected;
        for (number, wanted) in &expected.rows {
            let row = evaluation
                .rows
                .iter()
                .find(|row| evaluation.measure(row).row.to_string() == *number);
            let what = words::row(self.lang, number);
            match row {
                Some(row) => {
                    self.result(what, Some(wanted), &outcome(&row.outcome));
                }
                None => self.differ(what, &shown(wanted, self.lang), None),
            }
        }
        let total = match &evaluation.total {
            Ok(total) => Ok(*total),
            Err(reason) => Err(in_both(|lang| reason.describe(lang))),
        };
        self.result(words::total(self.lang), expected.total.as_ref(), &total);
        let band = evaluation
            .grade
            .map(|index| &evaluation.pack.grades[index].name);
        self.grade(band);
    }

    fn grade(&mut self, got: Option<&Bilingual>) {
        if let Some(wanted) = &self.case.expected.grade
            && !got.map_or(matches!(wanted.as_str(), "没有" | "none"), |name| {
                is_called(name, wanted)
            })
        {
            let got = got.map(|name| name.get(self.lang).to_owned());
            self.differ(words::grade(self.lang), wanted, got);
        }
    }

    fn result(&mut self, what: String, wanted: Option<&Wanted>, got: &Got) {
        let Some(wanted) = wanted else {
            return;
        };
        let holds = match (wanted, got) {
            (Wanted::Points(wanted), Ok(got)) => wanted == got,
            (Wanted::Unscored(part), Err(reason)) => {
                reason.zh.contains(part.as_str()) || reason.en.contains(part.as_str())
            }
            _ => false,
        };
        if !holds {
            let got = match got {
                Ok(points) => points.to_string(),
                Err(reason) => words::unscored_because(self.lang, reason.get(self.lang)),
            };
            self.differ(what, &shown(wanted, self.lang), Some(got));
        }
    }

    fn differ(&mut self, what: String, expected: &str, got: Option<String>) {
        self.mismatches.push(Mismatch {
            what,
            expected: expected.to_owned(),
            got: got.unwrap_or_else(|| words::nothing(self.lang)),
        });
    }
}

/// Whether a name of the pack is the one a case uses, in either language.
fn is_called(name: &Bilingual, wanted: &str) -> bool {
    name.zh == wanted || name.en == wanted
}

fn method<'e>(evaluation: &'e Evaluation, row: &RowResult) -> Option<&'e Bilingual> {
    let method = &evaluation.pack.methods[row.method?];
    Some(&method.name)
}

/// Points, or why there are none: in both languages, so that a case holds in either.
type Got = Result<Decimal, Bilingual>;

fn outcome(outcome: &Outcome) -> Got {
    match outcome {
        Outcome::Scored(points) => Ok(points.rounded),
        Outcome::Unscored(reason) => Err(in_both(|lang| reason.describe(lang))),
        Outcome::Dropped => Err(in_both(crate::words::score::dropped)),
    }
}

fn in_both(words: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual {
        zh: words(Lang::Zh),
        en: words(Lang::En),
    }
}

fn shown(wanted: &Wanted, lang: Lang) -> String {
    match wanted {
        Wanted::Points(points) => points.to_string(),
        Wanted::Unscored(part) if part.is_empty() => words::unscored(lang),
        Wanted::Unscored(part) => words::unscored_because(lang, part),
    }
}

/// A sheet on which the row's full mark counts as it stands: where the pack weighs levels, a second
/// row carries the rest of the level's weight.
pub(super) fn sheet_around(indicator: &Indicator, pack: &RulePack) -> Sheet {
    let mut row = indicator.clone();
    let measure = &mut row.measures[0];
    let part = &pack.indicators;
    if measure.full_mark == Entry::Blank {
        measure.full_mark = mark(part.full_mark_each.unwrap_or(Decimal::ONE));
    }
    let own = measure.full_mark.value().unwrap_or_default();
    if row.levels.is_empty() {
        let level = part.levels.first().map(|(label, _)| label);
        let group = part.groups.first().map(|group| &group.label);
        row.levels = level.or(group).cloned().into_iter().collect();
    }
    let weight = weighed_level(part, &row).map(|(_, weight)| *weight);
    let rest = weight.map(|weight| weight - own);
    let filler = rest
        .filter(|rest| *rest > Decimal::ZERO)
        .map(|rest| filler(&row, rest));
    Sheet {
        indicators: [row].into_iter().chain(filler).collect(),
        ..Sheet::default()
    }
}

fn filler(row: &Indicator, rest: Decimal) -> Indicator {
    Indicator {
        levels: row.levels.clone(),
        name: String::new(),
        full_mark: Entry::Blank,
        measures: vec![Measure {
            row: 2,
            target: Target::read("1"),
            actual: Actual::read("1"),
            full_mark: mark(rest),
            points: Entry::Blank,
            direction: None,
            judged: None,
            applicable: true,
            inputs: Default::default(),
            places: Default::default(),
            origin: Origin::default(),
        }],
        reason: None,
        origin: Origin::default(),
    }
}

fn mark(value: Decimal) -> Entry {
    Entry::Number(Printed {
        text: value.to_string(),
        value,
        places: value.scale(),
        origin: Origin::default(),
    })
}
