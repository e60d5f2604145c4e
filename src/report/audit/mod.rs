//! `jixiao audit`: the way from the reported to the recomputed total, and what was found.

mod accepted;
mod catalogue;
mod csv;
mod groups;
mod json;
mod kinds;
mod markdown;
mod model;
pub mod portfolio;
mod sarif;
mod table;

pub use accepted::{AcceptedRow, FiguresRow};
pub use catalogue::catalogue;
pub use csv::csv;
pub(in crate::report) use groups::grouped;
pub use json::{json, jsonl};
pub use markdown::markdown;
pub use model::{AuditedSheet, AuditedSheets, AuditedTargets, FoundRow, Step, Where};
pub use sarif::sarif;
pub use table::{MOST_PAGES, pages, table};
pub(in crate::report) use table::{
    grades, is_accepted, name_of, no_reconciliation, outcome_name, place, severity_name,
};
