//! Lowered functions: the checked scripts of a pack as typed Rust closures over 64-bit fractions.
//!
//! A function is lowered when it stays within a closed part of the language, once for every kind of part
//! it can be asked about, with the functions it calls inside it. What runs is then no script: comparing,
//! dividing and capping cost what they cost in Rust. A lowered function does exactly what the interpreter
//! does, or it gives up (a wrong type, a figure beyond 64 bits, a missing parameter), and the interpreter
//! runs the function from the start: scripts do nothing but answer and note, so running one twice is
//! harmless once the notes are taken back. Every message comes from the interpreter.

mod call;
mod code;
mod frame;
mod lower;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rhai::AST;

use self::code::{Flow, Step};
use self::frame::Frame;
use super::view::Notes;
use crate::number::Rounding;
use crate::rules::pack::Params;
use crate::rules::short::{ShortAnswer, ShortFacts, Subject};

/// The functions of a pack that are lowered.
#[derive(Default)]
pub(super) struct Lowered {
    functions: Vec<Function>,
}

/// One function for one kind of part.
struct Function {
    name: String,
    parameters: usize,
    subject: Subject,
    body: Flow,
}

impl Lowered {
    /// Lowers what can be lowered. Which parameters are numbers and which are texts is taken from
    /// `params`; where that changes later, functions that read them give up.
    pub fn of(ast: &AST, params: &Params, rounding: &BTreeMap<String, Rounding>) -> Lowered {
        let functions = lower::functions(ast, params, rounding);
        Lowered { functions }
    }

    /// The place of a function for a kind of part, when it is lowered.
    pub fn find(&self, name: &str, parameters: usize, subject: Subject) -> Option<usize> {
        self.functions.iter().position(|function| {
            (
                function.name.as_str(),
                function.parameters,
                function.subject,
            ) == (name, parameters, subject)
        })
    }

    /// Runs a function; `None` when it gave up. Its notes are then taken back.
    pub fn run(
        &self,
        place: usize,
        facts: &ShortFacts,
        params: &Params,
        notes: &Notes,
    ) -> Option<ShortAnswer> {
        let function = self.functions.get(place)?;
        let frame = Frame::new(facts, params, notes);
        if let Step::Done(said) = (function.body)(&frame) {
            let quotient = frame.quotient.get();
            return Some(ShortAnswer { said, quotient });
        }
        notes.written.borrow_mut().clear();
        None
    }
}
