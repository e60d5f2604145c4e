//! How the marks of a sheet count under the weights of a pack.

use rust_decimal::Decimal;

use super::evaluation::{Outcome, Scaling};
use super::marks::PrintedMarks;
use super::reason::Reason;
use super::scorer::Judged;
use crate::number::{Fraction, OutOfRange};
use crate::rules::RulePack;
use crate::sheet::Sheet;

/// Decides how the sheet's marks count under the pack. Returns a level the pack weighs and the
/// sheet lacks.
pub(super) fn scale(
    pack: &RulePack,
    sheet: &Sheet,
    marks: Option<&PrintedMarks>,
    judged: &mut [Judged],
) -> Option<String> {
    let part = &pack.indicators;
    if part.levels.is_empty() {
        let declared = match marks {
            Some(marks) => marks.scale(),
            None => sheet.indicators_full_mark.mark()?,
        };
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
        let belongs =
            |judged: &Judged| level_label(sheet.indicators[judged.row.indicator].level1()) == level;
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
        let level = level_label(sheet.indicators[judged.row.indicator].level1());
        if !part.levels.iter().any(|(name, _)| name == level) {
            judged.refuse(Reason::LevelWithoutWeight(level.to_owned()));
        }
    }
    missing
}

/// Full total ÷ (full total − dropped marks), when rows were dropped.
pub(super) fn rescaling(pack: &RulePack, judged: &[Judged]) -> Option<(Fraction, Fraction)> {
    let dropped = judged
        .iter()
        .filter(|judged| judged.row.outcome == Outcome::Dropped)
        .try_fold(Fraction::ZERO, |sum, judged| {
            sum.plus(judged.row.effective_full_mark().unwrap_or(Fraction::ZERO))
        })
        .ok()
        .filter(|dropped| !dropped.is_zero())?;
    let full = Fraction::from(pack.execution.weight + pack.indicators.weight);
    let factor = full.over(full.minus(dropped).ok()?).ok()?;
    Some((factor, dropped))
}

/// 产出指标 and 产出 name the same level.
pub(super) fn level_label(label: &str) -> &str {
    label.strip_suffix("指标").unwrap_or(label)
}
