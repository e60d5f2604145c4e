//! All sheets together: what is wrong gravest first, the units in order, grades and deviations.

mod csv;
mod markdown;
mod model;
mod table;

pub use csv::csv;
pub use markdown::markdown;
pub use model::{
    Band, CheckRow, Counts, DeviationClass, DeviationRow, GradeRows, PortfolioRows, Totals, UnitRow,
};
pub use table::table;
pub(crate) use table::{bands, classes, counted, heads, said};

/// The portfolio as one JSON document, under the key it has in the whole audit.
pub fn json(portfolio: &PortfolioRows) -> String {
    let document = serde_json::json!({ "portfolio": portfolio });
    // Strings, numbers and lists only: nothing in there can fail to be written.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// The ranking, one unit a line.
pub fn jsonl(portfolio: &PortfolioRows) -> String {
    let units = portfolio.ranking.iter();
    units
        .map(|unit| serde_json::to_string(unit).unwrap_or_default() + "\n")
        .collect()
}
