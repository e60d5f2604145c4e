//! `jixiao whatif`: a baseline and its scenarios side by side.

pub mod controls;
mod csv;
mod json;
mod markdown;
mod matrix;
mod model;
pub mod portfolio;
mod ranges;
pub mod sweep;
mod table;
mod vary;

use crate::score::{Evaluation, level_label};
use crate::whatif::{Key, Made, WeightOf};
use crate::words::{Lang, trace, whatif as words};

pub use csv::csv;
pub use json::{json, json_end, json_sheets, jsonl};
pub use markdown::markdown;
pub(in crate::report) use matrix::{cells, columns};
pub use model::{Asked, ChangeMade, Delta, ScenarioResult, StepDelta, WhatIf, WhatIfSheet};
pub use ranges::{
    AtFound, Combinations, GradeFound, OpenFound, RangesResult, Span, UnboundedFound, ranges_csv,
    ranges_markdown, ranges_table,
};
pub use table::table;
pub(in crate::report) use table::{amount, grade_change, sentence};
pub use vary::{GradeDraws, Totals, VaryResult, WeightMoves, vary_csv, vary_markdown, vary_table};

/// A change that was made, as a sentence.
pub(super) fn described(evaluation: &Evaluation, made: &Made, lang: Lang) -> String {
    table::sentence(&model::change(evaluation, made), lang)
}

/// What a changed figure stands in place of.
pub(super) fn in_place_of(made: &Made, lang: Lang) -> String {
    let said = match (made.from.as_str(), &made.from_origin) {
        ("", _) => trace::in_place_of_nothing(lang),
        (from, Some(origin)) => trace::in_place_of(lang, from, super::explain::place(origin)),
        (from, None) => trace::in_place_of_own(lang, from),
    };
    let because = made.because.as_ref();
    let because = because.map_or_else(String::new, |why| words::because(lang, why));
    said + because.as_str()
}

/// That the weight of the execution part, or of a level, is not the rule's own.
pub(super) fn changed_weight(made: &[Made], level: Option<&str>, lang: Lang) -> Option<String> {
    let changed = made.iter().rev().find(|made| match (&made.key, level) {
        (Key::Weight(WeightOf::Execution), None) => true,
        (Key::Weight(WeightOf::Level(label)), Some(level)) => level_label(label) == level,
        _ => false,
    })?;
    let at = trace::place(lang, super::explain::place(&changed.origin));
    let was = in_place_of(changed, lang);
    Some(format!("{at}{}{was}", trace::separator(lang)))
}
