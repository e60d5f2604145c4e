//! Script → typed code: fields, operators, functions of ours and of the pack.

use std::cmp::Ordering;

use rhai::{Expr, FnCallExpr};

use super::code::{
    Code, Effect, Number, Step, Text, done, kept_within, noted, parameter, quotient,
};
use super::frame::Frame;
use super::lower::Lowering;
use crate::number::{Rounding, Short};
use crate::rules::facts::Note;
use crate::rules::host::parts::{EXECUTION, TOTAL};
use crate::rules::host::view::{INPUT, INVERSE, MEASURE, RATIO, direction_name, write_note};
use crate::rules::pack::Param;
use crate::rules::short::{ACTUAL, Said, Subject, TARGET};

impl Lowering<'_> {
    /// `of.rest`, where `rest` may go on.
    pub(super) fn member(&mut self, of: Code, rest: &Expr) -> Option<Code> {
        match rest {
            Expr::Property(names, _) => self.field(of, names.2.as_str()),
            Expr::MethodCall(call, _) if INPUT.contains(&call.name.as_str()) => {
                let ([name], Code::Subject) = (&*call.args, of) else {
                    return None;
                };
                let name = self.expression(name)?.text()?;
                Some(Code::Maybe(Box::new(move |frame| {
                    let name = name.read(frame)?;
                    let own = frame
                        .facts
                        .row
                        .and_then(|(_, measure)| measure.inputs.get(name));
                    let written = own.or_else(|| frame.facts.sheet.inputs.get(name));
                    match written.and_then(|written| written.number()) {
                        None => Some(None),
                        Some(number) => Short::of_decimal(number).map(Some),
                    }
                })))
            }
            Expr::Dot(pair, flags, _) if flags.is_empty() => {
                let inner = self.member(of, &pair.lhs)?;
                self.member(inner, &pair.rhs)
            }
            _ => None,
        }
    }

    fn field(&self, of: Code, name: &str) -> Option<Code> {
        match of {
            Code::Subject => self.shown(name),
            Code::Params(mut path) => {
                path.push(name.to_owned());
                Some(match parameter(self.params, &path)? {
                    Param::Number(_) => Code::Number(Box::new(move |frame| {
                        match parameter(frame.params, &path)? {
                            Param::Number(number) => Short::of(*number),
                            _ => None,
                        }
                    })),
                    Param::Text(_) => Code::Text(Text::Param(path)),
                    Param::Map(_) => Code::Params(path),
                    Param::List(_) => Code::List(path),
                })
            }
            _ => None,
        }
    }

    /// A field of the part that is asked about.
    fn shown(&self, name: &str) -> Option<Code> {
        if self.subject == Subject::Measure {
            for (names, dividend, divisor) in [(RATIO, ACTUAL, TARGET), (INVERSE, TARGET, ACTUAL)] {
                if names.contains(&name) {
                    return Some(Code::Maybe(Box::new(move |frame| {
                        let numbers = &frame.facts.numbers;
                        match (numbers[dividend], numbers[divisor]) {
                            (Some(a), Some(b)) => quotient(frame, a, b).map(Some),
                            _ => Some(None),
                        }
                    })));
                }
            }
        }
        let english = match self.subject {
            Subject::Measure => english(MEASURE.iter().map(|(en, zh, _)| (*en, *zh)), name)?,
            Subject::Execution => english(EXECUTION.iter().map(|(en, zh, _)| (*en, *zh)), name)?,
            Subject::Total => english(TOTAL.into_iter(), name)?,
        };
        if let Some(place) = self
            .subject
            .numbers()
            .iter()
            .position(|own| *own == english)
        {
            return Some(Code::Field(place));
        }
        if self.subject != Subject::Measure {
            return None;
        }
        Some(match english {
            "strict" => Code::Truth(Box::new(|frame| Some(frame.facts.strict))),
            "same_word" => Code::Truth(Box::new(|frame| Some(frame.facts.same_word))),
            "kind" => Code::Text(Text::Field(|facts| Some(facts.kind?.name()))),
            "direction" => Code::Text(Text::Field(|facts| {
                Some(facts.direction.map_or("", direction_name))
            })),
            "name" => Code::Text(Text::Field(|facts| Some(&facts.row?.0.name))),
            "level1" => Code::Text(Text::Field(|facts| Some(facts.row?.0.level1()))),
            "level2" => Code::Text(Text::Field(|facts| Some(facts.row?.0.level2()))),
            "target_text" => Code::Text(Text::Field(|facts| Some(&facts.row?.1.target.0.text))),
            "actual_text" => Code::Text(Text::Field(|facts| Some(&facts.row?.1.actual.0.text))),
            _ => return None,
        })
    }

    pub(super) fn call(&mut self, call: &FnCallExpr) -> Option<Code> {
        if call.capture_parent_scope {
            return None;
        }
        let name = call.name.as_str();
        let all = self.all;
        let mut own = all
            .iter()
            .filter(|one| one.function.name == name)
            .peekable();
        if own.peek().is_some() {
            let definition = own.find(|one| one.function.params.len() == call.args.len())?;
            let (mut given, mut effects): (Vec<_>, Vec<Effect>) = Default::default();
            let used = self.used;
            for argument in &call.args {
                let value = self.expression(argument)?;
                let (bound, effect) = self.keep(value)?;
                given.push(bound);
                effects.extend(effect);
            }
            let mut code = self.function(definition, given.into_iter())?;
            self.used = used;
            for effect in effects.into_iter().rev() {
                code = code.after(effect)?;
            }
            return Some(code);
        }
        let arguments = call.args.iter().map(|argument| self.expression(argument));
        let arguments: Option<Vec<Code>> = arguments.collect();
        self.native(name, arguments?)
    }

    /// Operators and functions of ours.
    fn native(&self, name: &str, arguments: Vec<Code>) -> Option<Code> {
        let count = arguments.len();
        let mut arguments = arguments.into_iter();
        let mut next = || arguments.next();
        Some(match (name, count) {
            ("==", 2) => return same(next()?, next()?, true),
            ("!=", 2) => return same(next()?, next()?, false),
            ("<", 2) => compared(next()?, next()?, Ordering::is_lt)?,
            ("<=", 2) => compared(next()?, next()?, Ordering::is_le)?,
            (">", 2) => compared(next()?, next()?, Ordering::is_gt)?,
            (">=", 2) => compared(next()?, next()?, Ordering::is_ge)?,
            ("+", 2) => two(next()?, next()?, |_, a, b| a.plus(b))?,
            ("-", 2) => two(next()?, next()?, |_, a, b| a.minus(b))?,
            ("*", 2) => two(next()?, next()?, |_, a, b| a.times(b))?,
            ("/", 2) => two(next()?, next()?, |_, a, b| a.over(b))?,
            ("ratio" | "比", 2) => two(next()?, next()?, quotient)?,
            ("least" | "取小", 2) => two(next()?, next()?, |_, a, b| Some(a.min(b)))?,
            ("most" | "取大", 2) => two(next()?, next()?, |_, a, b| Some(a.max(b)))?,
            ("capped" | "封顶", 2) => two(next()?, next()?, |frame, x, most| {
                Some(kept_within(frame, x, None, most))
            })?,
            ("bounded" | "限于", 3) => bounded(next()?, next()?, next()?)?,
            ("rounded" | "取舍", 2) => self.rounded(next()?, next()?)?,
            ("-", 1) => one(next()?, Short::negated)?,
            ("abs", 1) => one(next()?, Short::absolute)?,
            ("contains", 2) => contains(next()?, next()?)?,
            ("!", 1) => {
                let truth = next()?.truth()?;
                Code::Truth(Box::new(move |frame| Some(!truth(frame)?)))
            }
            ("note" | "说明", 1) => {
                let words = next()?.text()?;
                Code::Effect(Box::new(move |frame| {
                    noted(frame, words.read(frame)?, None);
                    Some(())
                }))
            }
            ("note" | "说明", 2) => {
                let (words, figure) = (next()?.text()?, next()?.number()?);
                Code::Effect(Box::new(move |frame| {
                    let figure = figure(frame)?;
                    noted(frame, words.read(frame)?, Some(figure));
                    Some(())
                }))
            }
            ("cannot" | "无法评分", 1) => words(next()?, Said::Cannot)?,
            ("left_out" | "不计", 1) => words(next()?, Said::LeftOut)?,
            ("points" | "得分", 1) => {
                let number = next()?.number()?;
                Code::Answer(Box::new(move |frame| done(number(frame).map(Said::Points))))
            }
            _ => return None,
        })
    }

    /// `rounded(x, "…")`, for a step the pack names.
    fn rounded(&self, x: Code, step: Code) -> Option<Code> {
        let (Text::Constant(step), x) = (step.text()?, x.number()?) else {
            return None;
        };
        let rounding: Rounding = *self.rounding.get(&step)?;
        Some(Code::Number(Box::new(move |frame| {
            let from = x(frame)?;
            let to = Short::of_decimal(from.rounded(rounding)?)?;
            write_note(frame.notes, || Note::Rounded {
                from: from.into(),
                to: to.into(),
                step: step.clone(),
            });
            Some(to)
        })))
    }
}

/// The English name of a field that is known by either.
fn english(
    mut names: impl Iterator<Item = (&'static str, &'static str)>,
    name: &str,
) -> Option<&'static str> {
    let found = names.find(|(english, chinese)| *english == name || *chinese == name);
    found.map(|(english, _)| english)
}

fn one(a: Code, operation: fn(Short) -> Option<Short>) -> Option<Code> {
    let a = a.number()?;
    Some(Code::Number(Box::new(move |frame| operation(a(frame)?))))
}

/// Two numbers to one.
fn two(
    a: Code,
    b: Code,
    operation: impl Fn(&Frame, Short, Short) -> Option<Short> + 'static,
) -> Option<Code> {
    let a = a.number()?;
    if let Code::Constant(b) = b {
        let number: Number = Box::new(move |frame| operation(frame, a(frame)?, b));
        return Some(Code::Number(number));
    }
    let b = b.number()?;
    Some(Code::Number(Box::new(move |frame| {
        let (a, b) = (a(frame)?, b(frame)?);
        operation(frame, a, b)
    })))
}

fn bounded(x: Code, least: Code, most: Code) -> Option<Code> {
    let x = x.number()?;
    Some(Code::Number(match (least, most) {
        (Code::Constant(least), Code::Constant(most)) => {
            Box::new(move |frame| Some(kept_within(frame, x(frame)?, Some(least), most)))
        }
        (least, most) => {
            let (least, most) = (least.number()?, most.number()?);
            Box::new(move |frame| {
                let (x, least, most) = (x(frame)?, least(frame)?, most(frame)?);
                Some(kept_within(frame, x, Some(least), most))
            })
        }
    }))
}

/// `<` and its like: numbers on both sides.
fn compared(a: Code, b: Code, holds: fn(Ordering) -> bool) -> Option<Code> {
    let (a, b) = (a.number()?, b.number()?);
    Some(Code::Truth(Box::new(move |frame| {
        let (a, b) = (a(frame)?, b(frame)?);
        Some(holds(a.cmp(&b)))
    })))
}

/// `==` where `wanted`, else `!=`. Nothing equals nothing only.
fn same(a: Code, b: Code, wanted: bool) -> Option<Code> {
    Some(Code::Truth(match (a, b) {
        (Code::Text(a), Code::Text(b)) => {
            Box::new(move |frame| Some((a.read(frame)? == b.read(frame)?) == wanted))
        }
        (Code::Truth(a), Code::Truth(b)) => Box::new(move |frame| {
            let (a, b) = (a(frame)?, b(frame)?);
            Some((a == b) == wanted)
        }),
        (Code::Nothing, Code::Field(place)) | (Code::Field(place), Code::Nothing) => {
            Box::new(move |frame| Some(frame.facts.numbers[place].is_none() == wanted))
        }
        (Code::Nothing, other @ (Code::Text(_) | Code::Truth(_)))
        | (other @ (Code::Text(_) | Code::Truth(_)), Code::Nothing) => {
            let other = other.effect()?;
            Box::new(move |frame| other(frame).map(|()| !wanted))
        }
        (a, b) => {
            let (a, b) = (a.maybe()?, b.maybe()?);
            Box::new(move |frame| {
                let (a, b) = (a(frame)?, b(frame)?);
                Some((a == b) == wanted)
            })
        }
    }))
}

/// `words in list`, for lists of texts.
fn contains(list: Code, words: Code) -> Option<Code> {
    let (Code::List(path), words) = (list, words.text()?) else {
        return None;
    };
    Some(Code::Truth(Box::new(move |frame| {
        let Param::List(items) = parameter(frame.params, &path)? else {
            return None;
        };
        let words = words.read(frame)?;
        for item in items {
            match item {
                Param::Text(item) if item == words => return Some(true),
                Param::Text(_) => {}
                _ => return None,
            }
        }
        Some(false)
    })))
}

fn words(words: Code, said: fn(String) -> Said) -> Option<Code> {
    let words = words.text()?;
    Some(Code::Answer(Box::new(move |frame| {
        match words.read(frame) {
            Some(words) => Step::Done(said(words.to_owned())),
            None => Step::GiveUp,
        }
    })))
}
