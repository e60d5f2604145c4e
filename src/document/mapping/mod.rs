//! 列对照: delimited files of many institutions become sheets, as a mapping file says.
//!
//! ```text
//!  mapping.yaml ─read─▶ Mapping ─┐
//!  table.csv ─table─▶ headings ──┴─bind─▶ which cell gives what ─apply─▶ indicators ─join─▶ Sheets
//! ```
//! What a column means stands in the mapping and nowhere else; nothing here knows a scheme. Texts stay
//! as printed beside their values, a word that says "nothing there" is nothing, and every value has the
//! address of its cell.

mod apply;
mod bind;
mod cells;
mod delimited;
mod join;
pub mod keys;
mod pattern;
mod plan;
mod read;
mod read_measures;
mod reference;
mod table;

pub use apply::Mapped;
pub use plan::Mapping;
