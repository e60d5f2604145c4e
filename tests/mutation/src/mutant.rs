//! A mutant as `cargo mutants --list --json` describes it.

use serde::{Deserialize, Serialize};

/// One change of the program.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Mutant {
    /// Place and change in words; unique.
    pub name: String,
    /// Path from the root of the project.
    pub file: String,
    /// Which kind of change: `FnValue`, `BinaryOperator`, …
    pub genre: String,
    /// The new text.
    pub replacement: String,
    /// What is replaced.
    pub span: Span,
    /// The function it stands in.
    pub function: Option<Function>,
}

/// A function.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Function {
    /// Its name.
    pub function_name: String,
}

/// From the first character to after the last.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Span {
    /// The first character.
    pub start: Place,
    /// After the last.
    pub end: Place,
}

/// A line and a column of characters, both from 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}
