//! `jixiao audit`: the way from the reported to the recomputed total, and what was found.

mod groups;
mod json;
mod markdown;
mod model;
mod table;

pub use json::{json, jsonl};
pub use markdown::{csv, markdown};
pub use model::{AuditedSheet, AuditedSheets, AuditedTargets, FoundRow, Step, Where};
pub use table::table;
