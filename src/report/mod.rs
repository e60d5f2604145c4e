//! 报告: what was computed, in a form for a person or a program. One model, one renderer a format.
//!
//! Nothing here computes a score; display rounding goes through [`crate::number::Rounding`] like any
//! other.

pub mod audit;
pub mod explain;
mod figure;
pub mod form;
pub mod import;
mod inferred;
mod page;
pub mod paper;
mod place;
mod remarks;
pub mod rules;
pub mod score;
mod screen;
mod shown;
pub mod whatif;
mod word;
mod workbook;
mod worksheet;
mod yaml_list;

pub use figure::Figure;
pub use screen::{Screen, clean};
