//! What a group of rows came to.

use super::evaluation::Outcome;
use crate::number::Fraction;
use crate::rules::facts::Note;

/// A group of rows the pack scores as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupResult {
    /// Its label in the pack.
    pub label: String,
    /// 0 for the outermost groups.
    pub depth: usize,
    /// Key of the clause; "" when the pack names none.
    pub citation: String,
    /// The script function.
    pub function: String,
    /// What it counts, after groups that were left out gave their weight to the others.
    pub weight: Fraction,
    /// Its own rows, as indices into the evaluation's.
    pub rows: Vec<usize>,
    /// How many of its rows and groups were left out.
    pub left_out: usize,
    /// Points its rows earned (or the groups in it).
    pub earned: Fraction,
    /// Full marks of the rows that have points (or the weights of the groups in it).
    pub possible: Fraction,
    /// The ratio the script returned.
    pub completion: Option<Fraction>,
    /// Why the script left it out, in the pack's words.
    pub said: Option<String>,
    /// What the script reported.
    pub notes: Vec<Note>,
    /// The points; `Dropped` when the group was left out.
    pub outcome: Outcome,
}
