//! Script → typed code: statements, and expressions that are no calls.

use std::collections::BTreeMap;

use rhai::{AST, ASTFlags, ASTNode, Dynamic, Expr, FnAccess, ScriptFuncDef, Stmt};

use super::code::{Code, Effect, Flow, Step, Text, either, first};
use super::frame::SLOTS;
use super::{Function, code};
use crate::number::{Rounding, Short};
use crate::rules::host::view::INPUT;
use crate::rules::pack::Params;
use crate::rules::short::Subject;

/// Calls of pack functions inside one another; the interpreter allows more.
const DEPTH: usize = 4;
/// Steps a call can take at the most; the interpreter allows a hundred times more.
const STEPS: usize = 5_000;

/// Lowers every function that lies within what this covers, for every kind of part.
pub(super) fn functions(
    ast: &AST,
    params: &Params,
    rounding: &BTreeMap<String, Rounding>,
) -> Vec<Function> {
    let all: Vec<Definition> = ast
        .iter_fn_def()
        .map(|function| Definition {
            function,
            body: statements(ast, function),
        })
        .collect();
    // A function of the pack could take the place of a method of ours, or see `this`.
    let changes_methods = |one: &Definition| {
        one.function.this_type.is_some() || INPUT.contains(&one.function.name.as_str())
    };
    if all.iter().any(changes_methods) {
        return Vec::new();
    }
    let public = all.iter().filter(|one| {
        one.function.access == FnAccess::Public && (1..=2).contains(&one.function.params.len())
    });
    let lowered = public.flat_map(|one| Subject::ALL.map(|subject| (one, subject)));
    let lowered = lowered.filter_map(|(one, subject)| {
        let mut lowering = Lowering {
            all: &all,
            params,
            rounding,
            subject,
            names: Vec::new(),
            used: 0,
            depth: 0,
            steps: 0,
        };
        let given = [Bound::Subject, Bound::Params(Vec::new())];
        let body = lowering.function(one, given.into_iter().take(one.function.params.len()))?;
        Some(Function {
            name: one.function.name.to_string(),
            parameters: one.function.params.len(),
            subject,
            body: body.answer()?,
        })
    });
    lowered.collect()
}

/// A function of the pack.
pub(super) struct Definition<'a> {
    pub function: &'a ScriptFuncDef,
    body: Vec<Stmt>,
}

/// The statements of a function: the language shows them only to a walk.
fn statements(ast: &AST, function: &ScriptFuncDef) -> Vec<Stmt> {
    let (name, count) = (function.name.as_str(), function.params.len());
    let mut only = ast.clone();
    only.retain_functions(|_, _, other, arguments| other == name && arguments == count);
    let mut statements = Vec::new();
    only.walk(&mut |path| {
        if let [ASTNode::Stmt(statement)] = path {
            statements.push((*statement).clone());
        }
        true
    });
    statements
}

/// What a name stands for.
#[derive(Clone)]
pub(super) enum Bound {
    Number(usize),
    Truth(usize),
    Constant(Short),
    Text(Text),
    Nothing,
    Subject,
    Params(Vec<String>),
    List(Vec<String>),
}

/// One function being lowered. Everything returns `None` for what is not covered.
pub(super) struct Lowering<'a> {
    pub all: &'a [Definition<'a>],
    pub params: &'a Params,
    pub rounding: &'a BTreeMap<String, Rounding>,
    pub subject: Subject,
    /// The names that can be seen, innermost last.
    names: Vec<(String, Bound)>,
    /// Slots that hold something.
    pub used: usize,
    depth: usize,
    steps: usize,
}

impl Lowering<'_> {
    /// The body of a function whose parameters are bound so.
    pub fn function(
        &mut self,
        definition: &Definition,
        given: impl Iterator<Item = Bound>,
    ) -> Option<Code> {
        if self.depth >= DEPTH {
            return None;
        }
        self.depth += 1;
        let parameters = definition.function.params.iter().map(ToString::to_string);
        // A function sees its own names only.
        let outside = std::mem::replace(&mut self.names, parameters.zip(given).collect());
        let used = self.used;
        let mut body = self.value(&definition.body);
        if body.is_none() {
            self.names.truncate(definition.function.params.len());
            self.used = used;
            body = self.flow(&definition.body, true).map(Code::Answer);
        }
        self.names = outside;
        self.used = used;
        self.depth -= 1;
        body
    }

    fn step(&mut self) -> Option<()> {
        self.steps += 1;
        (self.steps <= STEPS).then_some(())
    }

    /// A slot for another name.
    fn slot(&mut self) -> Option<usize> {
        self.used += 1;
        (self.used <= SLOTS).then_some(self.used - 1)
    }

    /// Keeps a value for a name: what the name stands for, and what is to be done before.
    pub fn keep(&mut self, value: Code) -> Option<(Bound, Option<Effect>)> {
        Some(match value {
            Code::Constant(number) => (Bound::Constant(number), None),
            Code::Text(text) => (Bound::Text(text), None),
            Code::Nothing => (Bound::Nothing, None),
            Code::Subject => (Bound::Subject, None),
            Code::Params(path) => (Bound::Params(path), None),
            Code::List(path) => (Bound::List(path), None),
            Code::Truth(truth) => {
                let slot = self.slot()?;
                let set: Effect = Box::new(move |frame| {
                    frame.truths[slot].set(truth(frame)?);
                    Some(())
                });
                (Bound::Truth(slot), Some(set))
            }
            Code::Effect(effect) => (Bound::Nothing, Some(effect)),
            number => {
                let maybe = number.maybe()?;
                let slot = self.slot()?;
                let set: Effect = Box::new(move |frame| {
                    frame.numbers[slot].set(maybe(frame)?);
                    Some(())
                });
                (Bound::Number(slot), Some(set))
            }
        })
    }

    /// Statements in a scope of their own that give a value and never leave the function.
    fn value(&mut self, statements: &[Stmt]) -> Option<Code> {
        let (names, used) = (self.names.len(), self.used);
        let Some((last, before)) = statements.split_last() else {
            return Some(Code::Nothing);
        };
        let mut effects = Vec::new();
        for statement in before {
            effects.push(match statement {
                Stmt::Var(..) => self.bind(statement)?,
                other => self.single(other)?.effect()?,
            });
        }
        let mut code = match last {
            Stmt::Var(..) => Code::Effect(self.bind(last)?),
            other => self.single(other)?,
        };
        for effect in effects.into_iter().rev() {
            code = code.after(effect)?;
        }
        self.names.truncate(names);
        self.used = used;
        Some(code)
    }

    /// One statement for its value.
    fn single(&mut self, statement: &Stmt) -> Option<Code> {
        self.step()?;
        match statement {
            Stmt::Noop(_) => Some(Code::Nothing),
            Stmt::Expr(expression) => self.expression(expression),
            Stmt::FnCall(call, _) => self.call(call),
            Stmt::Block(block) => self.value(block.statements()),
            Stmt::If(flow, _) => {
                let condition = self.expression(&flow.expr)?.truth()?;
                let then = self.value(flow.body.statements())?;
                let otherwise = self.value(flow.branch.statements())?;
                then.or(condition, otherwise)
            }
            _ => None,
        }
    }

    /// `let name = value;`
    fn bind(&mut self, statement: &Stmt) -> Option<Effect> {
        self.step()?;
        let Stmt::Var(parts, flags, _) = statement else {
            return None;
        };
        if !flags.difference(ASTFlags::CONSTANT).is_empty() {
            return None;
        }
        let (name, value, _) = &**parts;
        let value = self.expression(value)?;
        let (bound, effect) = self.keep(value)?;
        self.names.push((name.name.to_string(), bound));
        Some(effect.unwrap_or_else(|| Box::new(|_| Some(()))))
    }

    /// Statements that may leave the function. At its end they have to: a function that runs out of
    /// statements answers nothing, of which the interpreter speaks.
    fn flow(&mut self, statements: &[Stmt], is_end: bool) -> Option<Flow> {
        let (names, used) = (self.names.len(), self.used);
        let mut flows = Vec::new();
        for (index, statement) in statements.iter().enumerate() {
            let is_end = is_end && index + 1 == statements.len();
            flows.push(self.leaving(statement, is_end)?);
        }
        self.names.truncate(names);
        self.used = used;
        let mut flows = flows.into_iter().rev();
        let end = || -> Flow {
            match is_end {
                true => Box::new(|_| Step::GiveUp),
                false => Box::new(|_| Step::Next),
            }
        };
        let last = match flows.next() {
            None => return Some(end()),
            Some(Part::Flow(flow)) => flow,
            Some(Part::Effect(effect)) => first(effect, end()),
        };
        Some(flows.fold(last, |then, part| match part {
            Part::Effect(effect) => first(effect, then),
            Part::Flow(flow) => Box::new(move |frame| match flow(frame) {
                Step::Next => then(frame),
                left => left,
            }),
        }))
    }

    /// One statement that may leave the function.
    fn leaving(&mut self, statement: &Stmt, is_end: bool) -> Option<Part> {
        self.step()?;
        Some(match statement {
            Stmt::Var(..) => Part::Effect(self.bind(statement)?),
            Stmt::Block(block) => Part::Flow(self.flow(block.statements(), is_end)?),
            Stmt::If(flow, _) => {
                let condition = self.expression(&flow.expr)?.truth()?;
                let then = self.flow(flow.body.statements(), is_end)?;
                let otherwise = self.flow(flow.branch.statements(), is_end)?;
                Part::Flow(either(condition, then, otherwise))
            }
            Stmt::Return(Some(value), flags, _) if flags.is_empty() => match &**value {
                Expr::Stmt(block) => Part::Flow(self.flow(block.statements(), true)?),
                value => Part::Flow(self.expression(value)?.answer()?),
            },
            Stmt::Return(None, ..) => Part::Flow(Box::new(|_| Step::GiveUp)),
            other => {
                let code = self.single(other)?;
                match is_end {
                    true => Part::Flow(code.answer()?),
                    false => Part::Effect(code.effect()?),
                }
            }
        })
    }

    pub fn expression(&mut self, expression: &Expr) -> Option<Code> {
        self.step()?;
        Some(match expression {
            Expr::IntegerConstant(number, _) => Code::Constant(Short::whole(*number)),
            Expr::DynamicConstant(value, _) => Code::Constant(decimal(value)?),
            Expr::BoolConstant(truth, _) => {
                let truth = *truth;
                Code::Truth(Box::new(move |_| Some(truth)))
            }
            Expr::StringConstant(text, _) => Code::Text(Text::Constant(text.to_string())),
            Expr::Unit(_) => Code::Nothing,
            Expr::Variable(name, ..) => self.name(name.1.as_str())?,
            Expr::Stmt(block) => self.value(block.statements())?,
            Expr::FnCall(call, _) => return self.call(call),
            Expr::And(items, _) => {
                let mut items = self.truths(items)?;
                // Nearly always two.
                if let [_, _] = &items[..] {
                    let (b, a) = (items.pop()?, items.pop()?);
                    return Some(Code::Truth(Box::new(move |frame| match a(frame)? {
                        true => b(frame),
                        false => Some(false),
                    })));
                }
                Code::Truth(Box::new(move |frame| {
                    for item in &items {
                        if !item(frame)? {
                            return Some(false);
                        }
                    }
                    Some(true)
                }))
            }
            Expr::Or(items, _) => {
                let items = self.truths(items)?;
                Code::Truth(Box::new(move |frame| {
                    for item in &items {
                        if item(frame)? {
                            return Some(true);
                        }
                    }
                    Some(false)
                }))
            }
            Expr::Dot(pair, flags, _) if flags.is_empty() => {
                let of = self.expression(&pair.lhs)?;
                return self.member(of, &pair.rhs);
            }
            _ => return None,
        })
    }

    fn truths(&mut self, items: &[Expr]) -> Option<Vec<code::Truth>> {
        let truths = items.iter().map(|item| self.expression(item)?.truth());
        truths.collect()
    }

    fn name(&self, name: &str) -> Option<Code> {
        let (_, bound) = self.names.iter().rfind(|(other, _)| other == name)?;
        Some(match bound.clone() {
            Bound::Number(slot) => Code::Slot(slot),
            Bound::Truth(slot) => {
                Code::Truth(Box::new(move |frame| Some(frame.truths[slot].get())))
            }
            Bound::Constant(number) => Code::Constant(number),
            Bound::Text(text) => Code::Text(text),
            Bound::Nothing => Code::Nothing,
            Bound::Subject => Code::Subject,
            Bound::Params(path) => Code::Params(path),
            Bound::List(path) => Code::List(path),
        })
    }
}

/// A statement.
enum Part {
    Effect(Effect),
    Flow(Flow),
}

fn decimal(value: &Dynamic) -> Option<Short> {
    Short::of_decimal(value.as_decimal().ok()?)
}
