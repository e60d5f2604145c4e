//! `jixiao score`: sheets re-scored, reported beside computed.

mod csv;
mod json;
mod markdown;
mod scored_group;
mod scored_sheet;
mod table;

pub use csv::csv;
pub(crate) use csv::harmless;
pub use json::{json, jsonl};
pub(crate) use markdown::escaped;
pub use markdown::markdown;
pub use scored_group::ScoredGroup;
pub use scored_sheet::{
    FullMarkFrom, Money, Part, Parts, Receipt, RulesUsed, ScoredRow, ScoredSheet, ScoredSheets,
    Status,
};
pub use table::table;
