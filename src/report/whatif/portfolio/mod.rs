//! Many sheets together: who moves from which grade to which, who gains and loses, by unit and department.

mod blocks;
mod csv;
mod groups;
mod markdown;
mod model;
mod movers;
mod table;

pub use csv::{csv, jsonl};
pub use groups::GroupRow;
pub use markdown::markdown;
pub use model::{
    ChangeRow, GradeRow, MigrationCell, PortfolioScenario, Side, Totals, WhatIfPortfolio,
};
pub use movers::Mover;
pub use table::table;

/// With more sheets the table is this overview instead of pages.
pub const MOST_PAGES: usize = 20;

/// The portfolio as one JSON document, under the key it has beside the sheets.
pub fn json(portfolio: &WhatIfPortfolio) -> String {
    let document = serde_json::json!({ "portfolio": portfolio });
    // Strings, numbers and lists only: nothing in there can fail to be written.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}
