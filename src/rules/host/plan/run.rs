//! Runs plans.

use std::collections::BTreeMap;

use rhai::INT;
use rust_decimal::Decimal;

use super::{Arithmetic, Comparison, LOCALS, Native, Node, Plan, Plans, Shown};
use crate::number::{Fraction, Rounding};
use crate::rules::facts::{Answer, ExecutionFacts, MeasureFacts, Note, sheet_input};
use crate::rules::host::functions::{divided, kept_within, rounded_by};
use crate::rules::host::view::{Notes, Seen, write_note};
use crate::rules::pack::{Param, Params};

/// Texts beyond this are left to the interpreter, which knows its limit.
const TEXT: usize = 1_000;

/// What a step gives.
#[derive(Clone, Copy)]
pub(in crate::rules::host) enum Value<'a> {
    Nothing,
    Truth(bool),
    Whole(INT),
    Decimal(Decimal),
    Number(Fraction),
    Text(&'a str),
    Points(Fraction),
    Cannot(&'a str),
    LeftOut(&'a str),
    Measure(&'a MeasureFacts),
    Execution(&'a ExecutionFacts),
    Params(&'a Params),
}

/// Why a step gives nothing.
pub(super) enum Stop<'a> {
    /// `return`.
    Return(Value<'a>),
    /// The interpreter has to say what happens here.
    GiveUp,
}

type Step<'a> = Result<Value<'a>, Stop<'a>>;

/// What every step can reach.
pub(super) struct Runner<'a> {
    pub plans: &'a Plans,
    pub notes: &'a Notes,
    pub rounding: &'a BTreeMap<String, Rounding>,
}

impl<'a> Value<'a> {
    /// As an answer; `None` for what is none.
    pub(super) fn answer(self) -> Option<Answer> {
        Some(match self {
            Value::Points(points) => Answer::Points(points),
            Value::Cannot(words) => Answer::Cannot(words.to_owned()),
            Value::LeftOut(words) => Answer::LeftOut(words.to_owned()),
            other => Answer::Completion(other.number().ok()?),
        })
    }

    fn number(self) -> Result<Fraction, Stop<'a>> {
        match self {
            Value::Number(number) => Ok(number),
            Value::Whole(whole) => Ok(whole.into()),
            Value::Decimal(decimal) => Ok(decimal.into()),
            _ => Err(Stop::GiveUp),
        }
    }

    fn truth(self) -> Result<bool, Stop<'a>> {
        match self {
            Value::Truth(truth) => Ok(truth),
            _ => Err(Stop::GiveUp),
        }
    }

    fn words(self) -> Result<&'a str, Stop<'a>> {
        match self {
            Value::Text(text) => Ok(text),
            _ => Err(Stop::GiveUp),
        }
    }
}

fn optional<'a>(number: Option<Fraction>) -> Value<'a> {
    number.map_or(Value::Nothing, Value::Number)
}

fn text<'a>(text: &'a str) -> Step<'a> {
    match text.len() {
        0..=TEXT => Ok(Value::Text(text)),
        _ => Err(Stop::GiveUp),
    }
}

/// The value, or the interpreter decides.
fn sure<'a, T>(value: Option<T>) -> Result<T, Stop<'a>> {
    value.ok_or(Stop::GiveUp)
}

impl<'a> Runner<'a> {
    /// Calls a function with its arguments.
    pub(super) fn call(&self, plan: &'a Plan, arguments: &[Value<'a>]) -> Step<'a> {
        let mut locals = [Value::Nothing; LOCALS];
        sure(locals.get_mut(..arguments.len()))?.copy_from_slice(arguments);
        match self.block(&plan.body, &mut locals[..plan.locals]) {
            Err(Stop::Return(value)) => Ok(value),
            other => other,
        }
    }

    fn block(&self, nodes: &'a [Node], locals: &mut [Value<'a>]) -> Step<'a> {
        let mut last = Value::Nothing;
        for node in nodes {
            last = self.step(node, locals)?;
        }
        Ok(last)
    }

    fn step(&self, node: &'a Node, locals: &mut [Value<'a>]) -> Step<'a> {
        Ok(match node {
            Node::Nothing => Value::Nothing,
            Node::Truth(truth) => Value::Truth(*truth),
            Node::Whole(whole) => Value::Whole(*whole),
            Node::Decimal(decimal) => Value::Decimal(*decimal),
            Node::Text(words) => return text(words),
            Node::Local(place) => locals[*place],
            Node::Let(place, value) => {
                locals[*place] = self.step(value, locals)?;
                Value::Nothing
            }
            Node::Field(of, field) => {
                let of = self.step(of, locals)?;
                return show(of, field);
            }
            Node::Quotient(of, inverse) => {
                let Value::Measure(facts) = self.step(of, locals)? else {
                    return Err(Stop::GiveUp);
                };
                let (dividend, divisor) = match inverse {
                    false => (facts.actual, facts.target),
                    true => (facts.target, facts.actual),
                };
                let (Some(dividend), Some(divisor)) = (dividend, divisor) else {
                    return Ok(Value::Nothing);
                };
                Value::Number(sure(divided(self.notes, dividend, divisor).ok())?)
            }
            Node::Input(pair) => {
                let of = self.step(&pair.0, locals)?;
                let name = self.step(&pair.1, locals)?.words()?;
                optional(match of {
                    Value::Measure(facts) => facts.input(name),
                    Value::Execution(facts) => sheet_input(&facts.sheet, name),
                    _ => return Err(Stop::GiveUp),
                })
            }
            Node::Arithmetic(operator, pair) => {
                let a = self.step(&pair.0, locals)?;
                let b = self.step(&pair.1, locals)?;
                return arithmetic(*operator, a, b);
            }
            Node::Comparison(operator, pair) => {
                let a = self.step(&pair.0, locals)?;
                let b = self.step(&pair.1, locals)?;
                Value::Truth(compared(*operator, a, b)?)
            }
            Node::Negative(of) => match self.step(of, locals)? {
                Value::Whole(whole) => Value::Whole(sure(whole.checked_neg())?),
                Value::Number(number) => Value::Number(number.negated()),
                _ => return Err(Stop::GiveUp),
            },
            Node::Not(of) => Value::Truth(!self.step(of, locals)?.truth()?),
            Node::And(items) => {
                for item in items {
                    if !self.step(item, locals)?.truth()? {
                        return Ok(Value::Truth(false));
                    }
                }
                Value::Truth(true)
            }
            Node::Or(items) => {
                for item in items {
                    if self.step(item, locals)?.truth()? {
                        return Ok(Value::Truth(true));
                    }
                }
                Value::Truth(false)
            }
            Node::Block(nodes) => return self.block(nodes, locals),
            Node::If(parts) => {
                let (condition, then, otherwise) = &**parts;
                return match self.step(condition, locals)?.truth()? {
                    true => self.block(then, locals),
                    false => self.block(otherwise, locals),
                };
            }
            Node::Return(value) => return Err(Stop::Return(self.step(value, locals)?)),
            Node::Native(native, nodes) => {
                let mut arguments = [Value::Nothing; 3];
                for (argument, node) in arguments.iter_mut().zip(nodes) {
                    *argument = self.step(node, locals)?;
                }
                return self.native(*native, &arguments[..nodes.len()]);
            }
            Node::Call(place, nodes) => {
                let mut arguments = [Value::Nothing; LOCALS];
                for (argument, node) in arguments.iter_mut().zip(nodes) {
                    *argument = self.step(node, locals)?;
                }
                let plan = &self.plans.functions[*place];
                return self.call(plan, &arguments[..nodes.len()]);
            }
        })
    }

    fn native(&self, native: Native, arguments: &[Value<'a>]) -> Step<'a> {
        Ok(match (native, arguments) {
            (Native::Ratio, [a, b]) => {
                Value::Number(sure(divided(self.notes, a.number()?, b.number()?).ok())?)
            }
            (Native::Capped, [x, most]) => {
                Value::Number(kept_within(self.notes, x.number()?, None, most.number()?))
            }
            (Native::Bounded, [x, least, most]) => {
                let (x, least, most) = (x.number()?, least.number()?, most.number()?);
                Value::Number(kept_within(self.notes, x, Some(least), most))
            }
            (Native::Note, [words]) => {
                let words = words.words()?;
                write_note(self.notes, || Note::Said(words.to_owned()));
                Value::Nothing
            }
            (Native::Note, [words, figure]) => {
                let (words, figure) = (words.words()?, figure.number()?);
                write_note(self.notes, || Note::Figure(words.to_owned(), figure));
                Value::Nothing
            }
            (Native::Rounded, [x, step]) => {
                let (x, step) = (x.number()?, step.words()?);
                let rounding = sure(self.rounding.get(step))?;
                Value::Number(sure(rounded_by(self.notes, *rounding, x, step).ok())?)
            }
            (Native::Cannot, [words]) => Value::Cannot(words.words()?),
            (Native::LeftOut, [words]) => Value::LeftOut(words.words()?),
            (Native::Least, [a, b]) => Value::Number(a.number()?.min(b.number()?)),
            (Native::Most, [a, b]) => Value::Number(a.number()?.max(b.number()?)),
            (Native::Points, [x]) => Value::Points(x.number()?),
            (Native::Absolute, [x]) => Value::Number(x.number()?.absolute()),
            _ => return Err(Stop::GiveUp),
        })
    }
}

fn show<'a>(of: Value<'a>, field: &Shown) -> Step<'a> {
    let seen = match of {
        Value::Measure(facts) => sure(field.measure)?(facts),
        Value::Execution(facts) => sure(field.execution)?(facts),
        Value::Params(params) => {
            return match params.get(&field.name) {
                Some(Param::Number(number)) => Ok(Value::Number(*number)),
                Some(Param::Text(words)) => text(words),
                Some(Param::Map(params)) => Ok(Value::Params(params)),
                Some(Param::List(_)) | None => Err(Stop::GiveUp),
            };
        }
        _ => return Err(Stop::GiveUp),
    };
    match seen {
        Seen::Number(number) => Ok(optional(number)),
        Seen::Text(words) => text(words),
        Seen::Truth(truth) => Ok(Value::Truth(truth)),
    }
}

fn arithmetic<'a>(operator: Arithmetic, a: Value<'a>, b: Value<'a>) -> Step<'a> {
    let whole = match (operator, a, b) {
        (Arithmetic::Plus, Value::Whole(a), Value::Whole(b)) => a.checked_add(b),
        (Arithmetic::Minus, Value::Whole(a), Value::Whole(b)) => a.checked_sub(b),
        (Arithmetic::Times, Value::Whole(a), Value::Whole(b)) => a.checked_mul(b),
        (Arithmetic::Over, ..) | (_, Value::Number(_), _) | (_, _, Value::Number(_)) => {
            let (a, b) = (a.number()?, b.number()?);
            let exact = match operator {
                Arithmetic::Plus => a.plus(b),
                Arithmetic::Minus => a.minus(b),
                Arithmetic::Times => a.times(b),
                Arithmetic::Over => a.over(b),
            };
            return sure(exact.ok()).map(Value::Number);
        }
        // Decimals among themselves are the interpreter's; texts too.
        _ => None,
    };
    sure(whole).map(Value::Whole)
}

fn compared<'a>(operator: Comparison, a: Value<'a>, b: Value<'a>) -> Result<bool, Stop<'a>> {
    let same = match (a, b) {
        (Value::Text(a), Value::Text(b)) => a == b,
        (Value::Truth(a), Value::Truth(b)) => a == b,
        (Value::Nothing, Value::Nothing) => true,
        (Value::Nothing, other) | (other, Value::Nothing) => match other {
            Value::Number(_) | Value::Whole(_) | Value::Text(_) | Value::Truth(_) => false,
            _ => return Err(Stop::GiveUp),
        },
        _ => {
            let order = match (a, b) {
                (Value::Whole(a), Value::Whole(b)) => a.cmp(&b),
                _ => a.number()?.cmp(&b.number()?),
            };
            return Ok(match operator {
                Comparison::Equal => order.is_eq(),
                Comparison::Unequal => order.is_ne(),
                Comparison::Less => order.is_lt(),
                Comparison::AtMost => order.is_le(),
                Comparison::More => order.is_gt(),
                Comparison::AtLeast => order.is_ge(),
            });
        }
    };
    match operator {
        Comparison::Equal => Ok(same),
        Comparison::Unequal => Ok(!same),
        _ => Err(Stop::GiveUp),
    }
}
