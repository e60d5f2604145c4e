//! Typed code: what every expression of a lowered function becomes.

use super::frame::Frame;
use crate::number::{Fraction, Short};
use crate::rules::facts::Note;
use crate::rules::host::view::write_note;
use crate::rules::pack::{Param, Params};
use crate::rules::short::{Said, ShortFacts};

/// Everything below gives `None` where the interpreter has to say what happens.
pub(super) type Number = Box<dyn Fn(&Frame) -> Option<Short>>;
/// A number, or nothing where the sheet has none.
pub(super) type Maybe = Box<dyn Fn(&Frame) -> Option<Option<Short>>>;
/// Yes or no.
pub(super) type Truth = Box<dyn Fn(&Frame) -> Option<bool>>;
/// Something that is done and gives nothing.
pub(super) type Effect = Box<dyn Fn(&Frame) -> Option<()>>;
/// Statements, which may end the function.
pub(super) type Flow = Box<dyn Fn(&Frame) -> Step>;

/// How statements ended.
pub(super) enum Step {
    /// What follows is next.
    Next,
    /// The function answered.
    Done(Said),
    /// The interpreter has to say what happens.
    GiveUp,
}

/// An expression with its type.
pub(super) enum Code {
    Constant(Short),
    /// A number of the part, by its place among the facts.
    Field(usize),
    /// A name bound to a number or to nothing, by its slot.
    Slot(usize),
    Number(Number),
    Maybe(Maybe),
    Truth(Truth),
    Text(Text),
    /// `()`.
    Nothing,
    Effect(Effect),
    /// Whatever a function may answer.
    Answer(Flow),
    /// The part that is asked about.
    Subject,
    /// The parameters below a path.
    Params(Vec<String>),
    /// The list of texts at a path.
    List(Vec<String>),
}

/// Longer texts are left to the interpreter, which knows its limit.
const LONGEST: usize = 1_000;

/// Words, which stand somewhere already.
#[derive(Clone)]
pub(super) enum Text {
    Constant(String),
    Field(for<'a> fn(&ShortFacts<'a>) -> Option<&'a str>),
    Param(Vec<String>),
}

impl Text {
    /// The words.
    pub fn read<'a>(&'a self, frame: &Frame<'a>) -> Option<&'a str> {
        let words = match self {
            Text::Constant(words) => words,
            Text::Field(read) => read(frame.facts)?,
            Text::Param(path) => match parameter(frame.params, path)? {
                Param::Text(words) => words,
                _ => return None,
            },
        };
        (words.len() <= LONGEST).then_some(words)
    }
}

/// The parameter at a path.
pub(super) fn parameter<'a>(params: &'a Params, path: &[String]) -> Option<&'a Param> {
    let (last, above) = path.split_last()?;
    let mut params = params;
    for name in above {
        match params.get(name)? {
            Param::Map(below) => params = below,
            _ => return None,
        }
    }
    params.get(last)
}

impl Code {
    /// As a number; `None` for what can never be one.
    pub fn number(self) -> Option<Number> {
        Some(match self {
            Code::Constant(number) => Box::new(move |_| Some(number)),
            Code::Field(place) => Box::new(move |frame| frame.facts.numbers[place]),
            Code::Slot(place) => Box::new(move |frame| frame.numbers[place].get()),
            Code::Number(number) => number,
            Code::Maybe(maybe) => Box::new(move |frame| maybe(frame)?),
            Code::Answer(flow) => Box::new(move |frame| match flow(frame) {
                Step::Done(Said::Completion(number)) => Some(number),
                _ => None,
            }),
            _ => return None,
        })
    }

    /// As a number or nothing.
    pub fn maybe(self) -> Option<Maybe> {
        Some(match self {
            Code::Field(place) => Box::new(move |frame| Some(frame.facts.numbers[place])),
            Code::Slot(place) => Box::new(move |frame| Some(frame.numbers[place].get())),
            Code::Maybe(maybe) => maybe,
            Code::Nothing => Box::new(|_| Some(None)),
            other => {
                let number = other.number()?;
                Box::new(move |frame| Some(Some(number(frame)?)))
            }
        })
    }

    pub fn truth(self) -> Option<Truth> {
        match self {
            Code::Truth(truth) => Some(truth),
            _ => None,
        }
    }

    pub fn text(self) -> Option<Text> {
        match self {
            Code::Text(text) => Some(text),
            _ => None,
        }
    }

    /// As what a function answers; `None` for what can never be an answer.
    pub fn answer(self) -> Option<Flow> {
        Some(match self {
            Code::Answer(flow) => flow,
            Code::Constant(number) => Box::new(move |_| Step::Done(Said::Completion(number))),
            other => {
                let number = other.number()?;
                Box::new(move |frame| done(number(frame).map(Said::Completion)))
            }
        })
    }

    /// Done for what it does alone.
    pub fn effect(self) -> Option<Effect> {
        Some(match self {
            Code::Effect(effect) => effect,
            Code::Constant(_) | Code::Field(_) | Code::Slot(_) | Code::Nothing => {
                Box::new(|_| Some(()))
            }
            Code::Number(number) => Box::new(move |frame| number(frame).map(drop)),
            Code::Maybe(maybe) => Box::new(move |frame| maybe(frame).map(drop)),
            Code::Truth(truth) => Box::new(move |frame| truth(frame).map(drop)),
            Code::Text(text) => Box::new(move |frame| text.read(frame).map(drop)),
            Code::Answer(flow) => Box::new(move |frame| match flow(frame) {
                Step::Done(_) => Some(()),
                Step::Next | Step::GiveUp => None,
            }),
            Code::Subject | Code::Params(_) | Code::List(_) => return None,
        })
    }

    fn is_number(&self) -> bool {
        matches!(self, Code::Constant(_) | Code::Number(_))
    }

    fn may_be_nothing(&self) -> bool {
        matches!(
            self,
            Code::Field(_) | Code::Slot(_) | Code::Maybe(_) | Code::Nothing
        )
    }

    /// `if condition { self } else { other }`.
    pub fn or(self, condition: Truth, other: Code) -> Option<Code> {
        let numbers = self.is_number() && other.is_number();
        let maybe = |code: &Code| code.is_number() || code.may_be_nothing();
        Some(match (self, other) {
            (Code::Truth(a), Code::Truth(b)) => {
                Code::Truth(Box::new(move |frame| match condition(frame)? {
                    true => a(frame),
                    false => b(frame),
                }))
            }
            (a, b) if numbers => {
                let (a, b) = (a.number()?, b.number()?);
                Code::Number(Box::new(move |frame| match condition(frame)? {
                    true => a(frame),
                    false => b(frame),
                }))
            }
            (a @ (Code::Effect(_) | Code::Nothing), b @ (Code::Effect(_) | Code::Nothing)) => {
                let (a, b) = (a.effect()?, b.effect()?);
                Code::Effect(Box::new(move |frame| match condition(frame)? {
                    true => a(frame),
                    false => b(frame),
                }))
            }
            (a, b) if maybe(&a) && maybe(&b) => {
                let (a, b) = (a.maybe()?, b.maybe()?);
                Code::Maybe(Box::new(move |frame| match condition(frame)? {
                    true => a(frame),
                    false => b(frame),
                }))
            }
            (a, b) => Code::Answer(either(condition, a.answer()?, b.answer()?)),
        })
    }

    /// The same after something else was done.
    pub fn after(self, effect: Effect) -> Option<Code> {
        Some(match self {
            Code::Truth(truth) => Code::Truth(Box::new(move |frame| {
                effect(frame)?;
                truth(frame)
            })),
            Code::Effect(_) | Code::Nothing => {
                let own = self.effect()?;
                Code::Effect(Box::new(move |frame| {
                    effect(frame)?;
                    own(frame)
                }))
            }
            Code::Answer(flow) => Code::Answer(first(effect, flow)),
            code if code.is_number() => {
                let number = code.number()?;
                Code::Number(Box::new(move |frame| {
                    effect(frame)?;
                    number(frame)
                }))
            }
            code => {
                let maybe = code.maybe()?;
                Code::Maybe(Box::new(move |frame| {
                    effect(frame)?;
                    maybe(frame)
                }))
            }
        })
    }
}

/// One of two flows.
pub(super) fn either(condition: Truth, then: Flow, otherwise: Flow) -> Flow {
    Box::new(move |frame| match condition(frame) {
        Some(true) => then(frame),
        Some(false) => otherwise(frame),
        None => Step::GiveUp,
    })
}

/// Something done before a flow.
pub(super) fn first(effect: Effect, then: Flow) -> Flow {
    Box::new(move |frame| match effect(frame) {
        Some(()) => then(frame),
        None => Step::GiveUp,
    })
}

/// The answer, or the interpreter's.
pub(super) fn done(said: Option<Said>) -> Step {
    said.map_or(Step::GiveUp, Step::Done)
}

/// A quotient, noted.
pub(super) fn quotient(frame: &Frame, dividend: Short, divisor: Short) -> Option<Short> {
    let quotient = dividend.over(divisor)?;
    if frame.quotient.get().is_none() {
        frame.quotient.set(Some((dividend, divisor)));
    }
    write_note(frame.notes, || Note::Quotient {
        dividend: dividend.into(),
        divisor: divisor.into(),
    });
    Some(quotient)
}

/// `bounded(x, least, most)` and `capped(x, most)`, noted when they cut something off.
pub(super) fn kept_within(frame: &Frame, from: Short, least: Option<Short>, most: Short) -> Short {
    let above = from > most;
    let kept = if above { most } else { from };
    let below = least.filter(|least| *least > kept);
    if !above && below.is_none() {
        return from;
    }
    let to = below.unwrap_or(kept);
    if to != from {
        write_note(frame.notes, || Note::Capped {
            from: from.into(),
            to: to.into(),
        });
    }
    to
}

/// A note with a figure.
pub(super) fn noted(frame: &Frame, words: &str, figure: Option<Short>) {
    write_note(frame.notes, || match figure {
        None => Note::Said(words.to_owned()),
        Some(figure) => Note::Figure(words.to_owned(), Fraction::from(figure)),
    });
}
