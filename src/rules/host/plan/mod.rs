//! Plans: functions of a pack translated once into a small tree that runs without the interpreter.
//!
//! A plan covers a closed part of the language and does exactly what the interpreter does there. On
//! whatever it does not know for certain (a wrong type, an overflow, a missing parameter) it gives up,
//! and the interpreter runs the function from the start: scripts do nothing but answer and note, so
//! running one twice is harmless once the notes are taken back. Every message comes from the interpreter.

mod draft;
mod run;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rhai::{AST, INT};
use rust_decimal::Decimal;

use self::run::Runner;
pub(super) use self::run::Value;
use super::view::{Notes, Read};
use crate::number::Rounding;
use crate::rules::facts::{Answer, ExecutionFacts, MeasureFacts};

/// Names a function may hold at once, parameters included.
const LOCALS: usize = 8;
/// Calls of pack functions inside one another; the interpreter allows more.
const DEPTH: usize = 4;
/// Steps a call can take at the most; the interpreter allows a hundred times more.
const STEPS: usize = 5_000;

/// The functions of a pack that have a plan.
#[derive(Debug, Default)]
pub(super) struct Plans {
    functions: Vec<Plan>,
}

/// One function.
#[derive(Debug)]
struct Plan {
    name: String,
    parameters: usize,
    locals: usize,
    depth: usize,
    steps: usize,
    body: Vec<Node>,
}

/// A step of a plan.
#[derive(Debug)]
enum Node {
    Nothing,
    Truth(bool),
    Whole(INT),
    Decimal(Decimal),
    Text(String),
    /// A parameter or a name bound by `let`.
    Local(usize),
    Let(usize, Box<Node>),
    Field(Box<Node>, Shown),
    /// `m.ratio`, or `m.inverse`.
    Quotient(Box<Node>, bool),
    /// `m.input("…")`.
    Input(Box<(Node, Node)>),
    Arithmetic(Arithmetic, Box<(Node, Node)>),
    Comparison(Comparison, Box<(Node, Node)>),
    Negative(Box<Node>),
    Not(Box<Node>),
    And(Vec<Node>),
    Or(Vec<Node>),
    Block(Vec<Node>),
    If(Box<(Node, Vec<Node>, Vec<Node>)>),
    Return(Box<Node>),
    /// A function of ours.
    Native(Native, Vec<Node>),
    /// A function of the pack, by its place among the plans.
    Call(usize, Vec<Node>),
}

/// A field, as each object that has it shows it.
#[derive(Debug)]
struct Shown {
    name: String,
    measure: Option<Read<MeasureFacts>>,
    execution: Option<Read<ExecutionFacts>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arithmetic {
    Plus,
    Minus,
    Times,
    Over,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Native {
    Ratio,
    Capped,
    Bounded,
    Note,
    Rounded,
    Cannot,
    LeftOut,
    Least,
    Most,
    Points,
    Absolute,
}

impl Plans {
    /// Translates what can be translated.
    pub fn of(ast: &AST) -> Plans {
        draft::plans(ast)
    }

    /// The place of a function's plan, when it has one.
    pub fn find(&self, name: &str, parameters: usize) -> Option<usize> {
        self.functions
            .iter()
            .position(|plan| plan.name == name && plan.parameters == parameters)
    }

    /// Runs a plan; `None` when it gave up. Its notes are then taken back.
    pub fn run<'a>(
        &'a self,
        place: usize,
        name: &str,
        arguments: &[Value<'a>],
        notes: &'a Notes,
        rounding: &'a BTreeMap<String, Rounding>,
    ) -> Option<Answer> {
        let plan = self.functions.get(place).filter(|plan| plan.name == name)?;
        let runner = Runner {
            plans: self,
            notes,
            rounding,
        };
        let answer = runner.call(plan, arguments).ok();
        let answer = answer.and_then(Value::answer);
        if answer.is_none() {
            notes.written.borrow_mut().clear();
        }
        answer
    }
}
