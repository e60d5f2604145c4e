//! Statements of a script, in the order they run; every way through it becomes a branch.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::Unsayable;
use super::expression::{Expr, Test};
use super::value::Value;
use crate::number::RoundingMode;
use crate::rules::outline::{Outline, Part, PartKind, Repeat};

/// Steps after which a script is too long for a formula. Branches multiply, and so would the time.
const MOST_STEPS: u32 = 4_000;
/// Blocks, branches and expressions within one another.
const MOST_DEPTH: u32 = 120;

/// Turns the functions of a pack into values over cells.
pub(in crate::report::workbook) struct Translator<'p> {
    pub(super) outline: &'p Outline,
    /// The rounding steps scripts name: mode, and where the places stand.
    pub(super) named: BTreeMap<String, (RoundingMode, Expr)>,
    steps: Cell<u32>,
    depth: Cell<u32>,
}

/// The names a function knows, innermost last.
pub(super) type Names = Vec<(String, Value)>;

/// What runs when a block is through.
struct Next<'p> {
    parts: &'p [Part],
    /// A name that is bound before it.
    bind: Option<(String, Value)>,
    /// How many names the block around it knows.
    keep: usize,
    then: Then<'p>,
}

type Then<'p> = Option<Rc<Next<'p>>>;

impl<'p> Translator<'p> {
    /// A translator of these functions.
    pub(in crate::report::workbook) fn new(
        outline: &'p Outline,
        named: BTreeMap<String, (RoundingMode, Expr)>,
    ) -> Translator<'p> {
        Translator {
            outline,
            named,
            steps: Cell::new(0),
            depth: Cell::new(0),
        }
    }

    /// What a function answers; a second argument it does not take is left out.
    pub(in crate::report::workbook) fn ask(
        &self,
        function: &str,
        subject: Value,
        params: Value,
    ) -> Result<Value, Unsayable> {
        self.steps.set(0);
        let found = self.outline.function(function).ok_or(Unsayable)?;
        let mut arguments = vec![subject, params];
        arguments.truncate(found.parameters.len());
        self.own(function, arguments)
    }

    /// What a function of the pack answers.
    pub(super) fn own(&self, function: &str, arguments: Vec<Value>) -> Result<Value, Unsayable> {
        let function = self.outline.function(function).ok_or(Unsayable)?;
        if function.parameters.len() != arguments.len() {
            return Err(Unsayable);
        }
        let names = function.parameters.iter().cloned().zip(arguments);
        self.run(&function.body, names.collect(), None)
    }

    /// Goes into something; an error where it is too deep for a formula.
    fn deeper(
        &self,
        inside: impl FnOnce() -> Result<Value, Unsayable>,
    ) -> Result<Value, Unsayable> {
        self.depth.set(self.depth.get() + 1);
        let result = match self.depth.get() > MOST_DEPTH {
            true => Err(Unsayable),
            false => inside(),
        };
        self.depth.set(self.depth.get() - 1);
        result
    }

    /// One step more; an error when there were too many.
    pub(super) fn step(&self) -> Result<(), Unsayable> {
        self.steps.set(self.steps.get() + 1);
        match self.steps.get() > MOST_STEPS {
            true => Err(Unsayable),
            false => Ok(()),
        }
    }

    /// Runs a block and what comes after it.
    fn run(&self, parts: &'p [Part], names: Names, then: Then<'p>) -> Result<Value, Unsayable> {
        self.deeper(|| self.steps(parts, names, then))
    }

    fn steps(
        &self,
        mut parts: &'p [Part],
        mut names: Names,
        mut then: Then<'p>,
    ) -> Result<Value, Unsayable> {
        loop {
            self.step()?;
            let Some((part, rest)) = parts.split_first() else {
                let Some(next) = then else {
                    return Ok(Value::Nothing);
                };
                names.truncate(next.keep);
                names.extend(next.bind.clone());
                (parts, then) = (next.parts, next.then.clone());
                continue;
            };
            let last = rest.is_empty() && then.is_none();
            let keep = names.len();
            let after = |parts, bind, then| {
                Some(Rc::new(Next {
                    parts,
                    bind,
                    keep,
                    then,
                }))
            };
            match &part.kind {
                PartKind::Return(None) => return Ok(Value::Nothing),
                PartKind::Return(Some(of)) => {
                    (parts, then) = (std::slice::from_ref(&**of), None);
                    continue;
                }
                PartKind::Block(inner) => {
                    then = if last { None } else { after(rest, None, then) };
                    parts = inner;
                    continue;
                }
                PartKind::If(test, yes, no) => {
                    let test = self.value(test, &names)?.test()?;
                    then = if last { None } else { after(rest, None, then) };
                    parts = match test {
                        Test::Known(true) => yes,
                        Test::Known(false) => no,
                        test => {
                            let yes = self.run(yes, names.clone(), then.clone())?;
                            return Ok(Value::choose(test, yes, self.run(no, names, then)?));
                        }
                    };
                    continue;
                }
                PartKind::Loop(Repeat::Each, bound, Some(over), body) => {
                    let ([name], Value::List(items)) = (&bound[..], self.value(over, &names)?)
                    else {
                        return Err(Unsayable);
                    };
                    // Always something after it: a loop has no value.
                    then = after(rest, None, then);
                    for item in items.iter().rev() {
                        then = after(body, Some((name.clone(), item.clone())), then);
                    }
                    parts = &[];
                    continue;
                }
                PartKind::Let(name, of) => {
                    let value = self.value(of, &names)?;
                    names.push((name.clone(), value));
                }
                PartKind::Assign(operator, target, of) => {
                    let PartKind::Variable(name) = &target.kind else {
                        return Err(Unsayable);
                    };
                    let mut value = self.value(of, &names)?;
                    let known = names.iter().rposition(|(known, _)| known == name);
                    let known = known.ok_or(Unsayable)?;
                    if !operator.is_empty() {
                        value = self.call(operator, vec![names[known].1.clone(), value])?;
                    }
                    names[known].1 = value;
                }
                _ => {
                    let value = self.value(part, &names)?;
                    if last {
                        return Ok(value);
                    }
                }
            }
            parts = rest;
        }
    }

    /// What an expression gives.
    fn value(&self, part: &'p Part, names: &Names) -> Result<Value, Unsayable> {
        self.deeper(|| self.expression(part, names))
    }

    fn expression(&self, part: &'p Part, names: &Names) -> Result<Value, Unsayable> {
        self.step()?;
        Ok(match &part.kind {
            PartKind::Number(number) => Value::Number(Expr::Number(*number)),
            PartKind::Text(text) => Value::Text(text.clone()),
            PartKind::Truth(truth) => Value::Truth(Test::Known(*truth)),
            PartKind::Nothing => Value::Nothing,
            PartKind::Variable(name) => {
                let found = names.iter().rfind(|(known, _)| known == name);
                found.ok_or(Unsayable)?.1.clone()
            }
            PartKind::And(parts) => Value::Truth(self.in_turn(parts, names, false)?),
            PartKind::Or(parts) => Value::Truth(self.in_turn(parts, names, true)?),
            PartKind::Field(of, name) => self.field(self.value(of, names)?, name)?,
            PartKind::Index(of, by) => {
                let (of, by) = (self.value(of, names)?, self.value(by, names)?);
                at(of, by)?
            }
            PartKind::Method(of, name, arguments) => {
                let mut all = vec![self.value(of, names)?];
                for argument in arguments {
                    all.push(self.value(argument, names)?);
                }
                self.call(name, all)?
            }
            PartKind::Call(name, arguments) => {
                // A remark changes nothing, whatever it is put together from.
                if self.is_remark(name) {
                    return Ok(Value::Nothing);
                }
                if let Some(refusal) = self.refusal(name) {
                    return Ok(refusal);
                }
                let arguments = arguments.iter().map(|part| self.value(part, names));
                self.call(name, arguments.collect::<Result<_, _>>()?)?
            }
            PartKind::If(..) | PartKind::Block(_) if !returns(part) => {
                self.run(std::slice::from_ref(part), names.clone(), None)?
            }
            _ => return Err(Unsayable),
        })
    }

    /// `&&` and `||`: what is known to decide ends it, as it does in a script.
    fn in_turn(&self, parts: &'p [Part], names: &Names, decides: bool) -> Result<Test, Unsayable> {
        let mut tests = Vec::new();
        for part in parts {
            let test = self.value(part, names)?.test()?;
            let decided = test == Test::Known(decides);
            tests.push(test);
            if decided {
                break;
            }
        }
        Ok(match decides {
            true => Test::any(tests),
            false => Test::all(tests),
        })
    }
}

/// What stands at a name or a number.
fn at(of: Value, by: Value) -> Result<Value, Unsayable> {
    let found = match (&of, &by) {
        (Value::Map(map), Value::Text(name)) => map.get(name),
        (Value::List(items), Value::Number(Expr::Number(index))) => {
            let index = index.as_exact_decimal();
            let index = index.and_then(|index| usize::try_from(index).ok());
            index.and_then(|index| items.get(index))
        }
        _ => None,
    };
    found.cloned().ok_or(Unsayable)
}

/// Whether something in it leaves the function.
fn returns(part: &Part) -> bool {
    let mut found = false;
    part.each(&mut |part| found |= matches!(part.kind, PartKind::Return(_)));
    found
}
