//! Everything that knows a file format: bytes in, sheets and nodes out.
//!
//! ```text
//!  bytes ─encoding─▶ text ─yaml─▶ Node ─fields─▶ Sheet
//! ```
//! [`read_text`] reads a text with tables as a [`Document`], in which nothing is recognised yet.
//! [`read_sheets`] reads a sheet file, [`write_sheet`] writes one. [`Input`], [`Node`] and [`Fields`]
//! are the way in for any other file of our own, such as a rule pack. What is wrong with a file is
//! a list of [`Problem`]s, each with its place and what to do about it; all of them, not the first.

mod encoding;
mod excerpt;
mod fields;
mod grid;
pub(crate) mod guard;
mod input;
mod json;
mod json_strict;
pub(crate) mod kind;
mod levels;
pub mod mapping;
mod markup;
mod node;
pub mod office;
mod own_file;
mod pdf;
mod problem;
mod problem_kind;
pub mod sheet_yaml;
mod source;
mod strict;
#[cfg(any(test, fuzzing))]
pub mod strict_alike;
#[cfg(test)]
mod strict_tests;
mod suggestion;
mod system;
pub mod target_yaml;
mod text;
mod text_kind;
mod yaml;
mod yaml_strict;
mod yaml_text;

pub use encoding::Encoding;
pub use excerpt::Excerpt;
pub(crate) use excerpt::plain;
pub use fields::{Fields, Name};
pub(crate) use fields::{list_of, text_of, wrong_shape};
pub use grid::{Block, Document, Grid, GridCell, Line};
pub use input::Input;
pub(crate) use input::sha256;
pub use kind::is_own_paper;
pub use mapping::{Mapped, Mapping};
pub use node::{Key, Node, NodeKind};
pub use own_file::{OwnFile, read_own_file};
pub use pdf::{read_pdf, read_pdf_with_notices};
pub use problem::{Problem, Problems};
pub use problem_kind::{BinaryKind, ProblemKind, Said, Shape, SyntaxFault};
pub use sheet_yaml::{SheetFile, read_record, read_sheet_file, read_sheets, write_sheet};
pub use source::Source;
pub use suggestion::nearest;
pub use system::system_error;
pub use target_yaml::{read_targets, write_targets};
pub use text::{TextFile, read_text};
pub(crate) use yaml_text::scalar;
