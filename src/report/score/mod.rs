//! `jixiao score`: sheets re-scored, reported beside computed.

mod csv;
mod json;
mod markdown;
mod scored_group;
mod scored_row;
mod scored_sheet;
mod table;

pub use crate::score::FullMarkFrom;
pub(crate) use csv::harmless;
pub use csv::{CsvRows, csv, csv_heads};
pub use json::{json, jsonl, jsonl_line};
pub(crate) use markdown::escaped;
pub use markdown::markdown;
pub use scored_group::ScoredGroup;
pub(crate) use scored_row::left_out;
pub use scored_row::{ScoredRow, Status};
pub(crate) use scored_sheet::ENGINE;
pub use scored_sheet::{Money, Part, Parts, Receipt, RulesUsed, ScoredSheet, ScoredSheets};
pub use table::table;
pub(in crate::report) use table::{grade, remark, text_or_blank};
pub(crate) use table::{shown, signed};
