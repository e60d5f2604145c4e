//! What the parameters of each function are given, as far as the pack and the calls tell.

use std::collections::{BTreeMap, BTreeSet};

use super::Subject;
use super::uses::uses;
use crate::rules::host::Object;
use crate::rules::outline::{FunctionOutline, Part, PartKind};

/// What each parameter of each function is; `None` where it is unknown. The first use counts.
pub(super) struct Types<'s> {
    known: BTreeMap<&'s str, Known<'s>>,
}

/// One function.
struct Known<'s> {
    function: &'s FunctionOutline,
    parameters: Vec<Option<Object>>,
    /// Names the body binds anew: nothing is known about those.
    bound: BTreeSet<&'s str>,
}

/// A parameter of one function handed on as a parameter of another.
struct Handed<'s> {
    from: (&'s str, usize),
    to: (&'s str, usize),
}

impl<'s> Types<'s> {
    /// Follows the objects from where the pack hands them out through the calls inside the scripts.
    pub fn of(subject: &'s Subject<'_>) -> Types<'s> {
        let functions = subject.functions().map(|function| {
            let known = Known {
                function,
                parameters: vec![None; function.parameters.len()],
                bound: function.bound().into_iter().collect(),
            };
            (function.name.as_str(), known)
        });
        let mut types = Types {
            known: functions.collect(),
        };
        let mut open = Vec::new();
        for used in uses(subject.pack) {
            open.push(((used.function, 0), used.object));
            open.push(((used.function, 1), Object::Params));
        }
        let handed = types.handed();
        // Every parameter is settled once, so this ends.
        while let Some(((name, index), object)) = open.pop() {
            let Some(known) = types.known.get_mut(name) else {
                continue;
            };
            match known.parameters.get_mut(index) {
                Some(slot @ None) => *slot = Some(object),
                _ => continue,
            }
            let on = handed.iter().filter(|it| it.from == (name, index));
            open.extend(on.map(|it| (it.to, object)));
        }
        types
    }

    /// Every parameter that is handed on as it is.
    fn handed(&self) -> Vec<Handed<'s>> {
        let mut handed = Vec::new();
        for (caller, known) in &self.known {
            known.function.each(&mut |part| {
                let PartKind::Call(called, arguments) = &part.kind else {
                    return;
                };
                for (index, argument) in arguments.iter().enumerate() {
                    if let Some(parameter) = known.parameter(argument) {
                        handed.push(Handed {
                            from: (caller, parameter),
                            to: (called, index),
                        });
                    }
                }
            });
        }
        handed
    }

    /// What a name in a function is; `None` also when the function binds the name anew.
    pub fn object(&self, function: &FunctionOutline, part: &Part) -> Option<Object> {
        let known = self.known.get(function.name.as_str())?;
        known.parameters[known.parameter(part)?]
    }
}

impl Known<'_> {
    /// Which parameter a part is, if it is one.
    fn parameter(&self, part: &Part) -> Option<usize> {
        let PartKind::Variable(name) = &part.kind else {
            return None;
        };
        if self.bound.contains(name.as_str()) {
            return None;
        }
        self.function.parameters.iter().position(|it| it == name)
    }
}
