//! Where something stood.

use std::sync::Arc;

/// 出处: the place of a value in the input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The file as the user named it; empty for values made in memory.
    pub file: Arc<str>,
    /// Line in the file, from 1; 0 when the format has no lines.
    pub line: u32,
    /// Column in the line, from 1, in characters; 0 when unknown.
    pub column: u32,
    /// Cell of a grid ("表2!C7"); `None` in line-based files.
    pub cell: Option<Arc<str>>,
}

/// A passage of text with its place: a goal, a reason box, a sentence of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub text: String,
    /// Where they stood.
    pub origin: Origin,
}
