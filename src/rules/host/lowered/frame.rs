//! What a lowered function sees while it runs.

use std::cell::Cell;

use crate::number::Short;
use crate::rules::host::view::Notes;
use crate::rules::pack::Params;
use crate::rules::short::ShortFacts;

/// Names a function may hold at once, those of the functions inside it included.
pub(super) const SLOTS: usize = 8;

/// One call.
pub(super) struct Frame<'a> {
    /// The part that is asked about.
    pub facts: &'a ShortFacts<'a>,
    /// The pack's parameters.
    pub params: &'a Params,
    /// Where notes go.
    pub notes: &'a Notes,
    /// Names bound to a number, or to nothing.
    pub numbers: [Cell<Option<Short>>; SLOTS],
    /// Names bound to yes or no.
    pub truths: [Cell<bool>; SLOTS],
    /// The first quotient, which tells how far a target was reached before any cap.
    pub quotient: Cell<Option<(Short, Short)>>,
}

impl<'a> Frame<'a> {
    pub fn new(facts: &'a ShortFacts<'a>, params: &'a Params, notes: &'a Notes) -> Frame<'a> {
        Frame {
            facts,
            params,
            notes,
            numbers: Default::default(),
            truths: Default::default(),
            quotient: Cell::new(None),
        }
    }
}
