//! `jixiao whatif --sweep` and `--break-even`: numbers varied, and what would change the grade.

mod break_even;
mod break_even_table;
mod chart;
mod csv;
mod markdown;
mod model;
mod table;

use std::collections::BTreeSet;

use crate::report::Figure;
use crate::rules::RulePack;
use crate::rules::pack::Bilingual;
use crate::whatif::{Axis, Band, Place};
use crate::words::{Lang, whatif_sweep as words};

pub use break_even::{BreakEvenFound, FlipFound, GapFound, LeverFound, RowFound};
pub use chart::chart;
pub use csv::csv;
pub use markdown::markdown;
pub use model::{
    Answered, Answers, GridFound, GridLine, KinkFound, PlaceFound, PointFound, SweepFound,
    TurnFound,
};
pub use table::table;

/// All answers as one JSON document.
pub fn json(all: &Answers) -> String {
    // Strings and lists only: nothing in there can fail to be written.
    let mut text = serde_json::to_string_pretty(all).unwrap_or_default();
    text.push('\n');
    text
}

/// One sheet a line.
pub fn jsonl(all: &Answers) -> String {
    let lines = all.sheets.iter().map(serde_json::to_string);
    lines.map(|line| line.unwrap_or_default() + "\n").collect()
}

/// The name of a band; `None` without one.
fn name(pack: &RulePack, band: Band) -> Option<&Bilingual> {
    Some(&pack.grades.get(band.1?)?.name)
}

/// A band in words.
fn said(pack: &RulePack, band: Band, lang: Lang) -> String {
    match (name(pack, band), band) {
        (Some(name), _) => name.get(lang).to_owned(),
        (None, (true, _)) => words::no_band(lang),
        (None, (false, _)) => words::no_total(lang),
    }
}

/// A place as it is written at its key; one that is no decimal with its decimals behind it.
fn written(axis: &Axis, place: Place, lang: Lang) -> String {
    match place {
        Place::Between(low, high) => words::between(lang, axis.text(low), axis.text(high)),
        Place::From(at) | Place::Above(at) => {
            let about = match at.as_exact_decimal() {
                Some(_) => None,
                None => Figure::short_ratio(at),
            };
            let about = about.map(|about| words::about(lang, axis.text(about.0)));
            axis.place(at) + about.as_deref().unwrap_or_default()
        }
    }
}

/// A place from below: from 23.4 on, above 100/3.
fn upwards(axis: &Axis, place: Place, lang: Lang) -> String {
    let at = written(axis, place, lang);
    match place {
        Place::From(_) => words::from_on(lang, at),
        Place::Above(_) => words::above(lang, at),
        Place::Between(..) => at,
    }
}

/// A place from above: below 23.4, 23.4 or less.
fn downwards(axis: &Axis, place: Place, lang: Lang) -> String {
    let at = written(axis, place, lang);
    match place {
        Place::Above(exact) if exact.as_exact_decimal().is_some() => words::up_to(lang, at),
        Place::From(_) | Place::Above(_) => words::below(lang, at),
        Place::Between(..) => at,
    }
}

/// Texts, each once, in order.
fn once(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| seen.insert(text.clone())).collect()
}
