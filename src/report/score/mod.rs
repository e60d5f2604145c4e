//! `jixiao score`: sheets re-scored, reported beside computed.

mod csv;
mod json;
mod markdown;
mod scored_group;
mod scored_row;
mod scored_sheet;
mod table;

pub use crate::score::FullMarkFrom;
pub use csv::csv;
pub(crate) use csv::harmless;
pub use json::{json, jsonl};
pub(crate) use markdown::escaped;
pub use markdown::markdown;
pub use scored_group::ScoredGroup;
pub use scored_row::{ScoredRow, Status};
pub(in crate::report) use scored_sheet::ENGINE;
pub use scored_sheet::{Money, Part, Parts, Receipt, RulesUsed, ScoredSheet, ScoredSheets};
pub use table::table;
pub(in crate::report) use table::{grade, remark, text_or_blank};
pub(crate) use table::{shown, signed};
