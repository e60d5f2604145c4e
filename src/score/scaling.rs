//! How the marks of a sheet count under the weights of a pack.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::evaluation::{FullMark, Outcome, Scaling};
use super::full_mark::Inference;
use super::judgement::Judged;
use super::marks::PrintedMarks;
use super::reason::Reason;
use crate::number::{Fraction, OutOfRange};
use crate::rules::RulePack;
use crate::rules::pack::IndicatorsPart;
use crate::sheet::{Indicator, Sheet};

/// What the marks of the sheet's own scale add up to, as far as the sheet says.
pub(super) fn declared(
    sheet: &Sheet,
    marks: Option<&PrintedMarks>,
    inference: Option<&Inference>,
) -> Option<Decimal> {
    let of_marks = marks.map(PrintedMarks::scale);
    let of_header = || sheet.indicators_full_mark.mark();
    let of_inference = || inference.map(|inference| inference.declared);
    of_marks.or_else(of_header).or_else(of_inference)
}

/// Decides how the sheet's marks count under the pack. Returns a level the pack weighs and the
/// sheet lacks.
pub(super) fn scale(
    pack: &RulePack,
    sheet: &Sheet,
    declared: Option<Decimal>,
    judged: &mut [Judged],
) -> Option<String> {
    let part = &pack.indicators;
    if part.levels.is_empty() {
        let declared = declared?;
        if declared > Decimal::ZERO && declared != part.weight {
            for judged in judged.iter_mut() {
                judged.row.scaling = Scaling::Part {
                    weight: part.weight,
                    declared,
                };
            }
        }
        return None;
    }
    let mut missing = None;
    for (level, weight) in &part.levels {
        let belongs = |judged: &Judged| {
            let indicator = &sheet.indicators[judged.row.indicator];
            weighed_level(part, indicator).is_some_and(|(label, _)| label == level)
        };
        let sum = judged
            .iter()
            .filter(|judged| belongs(judged))
            .filter_map(|judged| judged.row.full_mark.as_ref())
            .try_fold(Fraction::ZERO, |sum, mark| sum.plus(mark.value));
        match sum {
            Ok(sum) if sum > Fraction::ZERO => {
                let scaling = Scaling::Level {
                    level: level.clone(),
                    weight: *weight,
                    sum,
                };
                for judged in judged.iter_mut().filter(|judged| belongs(judged)) {
                    judged.row.scaling = scaling.clone();
                }
            }
            Ok(_) => missing = missing.or_else(|| Some(level.clone())),
            Err(OutOfRange) => {
                for judged in judged.iter_mut().filter(|judged| belongs(judged)) {
                    judged.refuse(Reason::OutOfRange);
                }
            }
        }
    }
    for judged in judged.iter_mut() {
        let indicator = &sheet.indicators[judged.row.indicator];
        if weighed_level(part, indicator).is_none() {
            let level = level_label(indicator.level1()).to_owned();
            judged.refuse(Reason::LevelWithoutWeight(level));
        }
    }
    missing
}

/// Full total ÷ (full total − dropped marks), when rows were dropped.
/// Groups deal with rows that were left out themselves.
pub(super) fn rescaling(pack: &RulePack, judged: &[Judged]) -> Option<(Fraction, Fraction)> {
    if !pack.indicators.groups.is_empty() {
        return None;
    }
    let dropped = judged
        .iter()
        .filter(|judged| judged.row.outcome == Outcome::Dropped)
        .try_fold(Fraction::ZERO, |sum, judged| {
            sum.plus(judged.row.effective_full_mark().unwrap_or(Fraction::ZERO))
        })
        .ok()
        .filter(|dropped| !dropped.is_zero())?;
    let full = Fraction::from(pack.whole());
    let factor = full.over(full.minus(dropped).ok()?).ok()?;
    Some((factor, dropped))
}

/// The level of the pack a row counts in: the innermost of its labels that has a weight.
pub fn weighed_level<'p>(
    part: &'p IndicatorsPart,
    indicator: &Indicator,
) -> Option<&'p (String, Decimal)> {
    indicator.levels.iter().rev().find_map(|label| {
        let mut levels = part.levels.iter();
        levels.find(|(name, _)| name == level_label(label))
    })
}

/// Whether one of the labels above a row is this one.
pub(super) fn stands_under(indicator: &Indicator, label: &str) -> bool {
    let wanted = level_label(label);
    indicator
        .levels
        .iter()
        .any(|label| level_label(label) == wanted)
}

/// Shares the weight of each level evenly among its indicators, and an indicator's share among its
/// measures. Rows that were left out take no share.
pub(super) fn share(pack: &RulePack, sheet: &Sheet, judged: &mut [Judged]) {
    let part = &pack.indicators;
    let whole = [(String::new(), part.weight)];
    let levels = if part.levels.is_empty() {
        &whole[..]
    } else {
        &part.levels
    };
    let counts = |judged: &Judged| judged.row.outcome != Outcome::Dropped;
    for (level, weight) in levels {
        let belongs = |indicator: &Indicator| {
            part.levels.is_empty()
                || weighed_level(part, indicator).is_some_and(|(label, _)| label == level)
        };
        let mut measures: BTreeMap<usize, i64> = BTreeMap::new();
        for one in judged.iter().filter(|one| counts(one)) {
            if belongs(&sheet.indicators[one.row.indicator]) {
                *measures.entry(one.row.indicator).or_default() += 1;
            }
        }
        let indicators = i64::try_from(measures.len()).unwrap_or(i64::MAX);
        for one in judged.iter_mut().filter(|one| counts(one)) {
            // A mark that was laid down stays.
            if one.printed == Ok(None)
                && let Some(of_indicator) = measures.get(&one.row.indicator)
            {
                let shares = Fraction::from(indicators).times((*of_indicator).into());
                let mark = shares.and_then(|shares| Fraction::from(*weight).over(shares));
                one.printed = mark
                    .map(|mark| Some(FullMark::of_pack(mark)))
                    .map_err(|OutOfRange| Reason::OutOfRange);
            }
        }
    }
}

/// 产出指标 and 产出 name the same level.
pub fn level_label(label: &str) -> &str {
    label.strip_suffix("指标").unwrap_or(label)
}
