//! What the parameters of each function are given, as far as the pack and the calls tell.

use std::collections::BTreeMap;

use super::Subject;
use super::uses::uses;
use crate::rules::host::Object;
use crate::rules::outline::{FunctionOutline, Part, PartKind};

/// What each parameter of each function is; `None` where it is unknown or differs from call to call.
pub(super) struct Types<'s> {
    known: BTreeMap<&'s str, Vec<Option<Object>>>,
}

impl<'s> Types<'s> {
    /// Follows the objects from where the pack hands them out through the calls inside the scripts.
    pub fn of(subject: &'s Subject<'_>) -> Types<'s> {
        let mut types = Types {
            known: BTreeMap::new(),
        };
        for used in uses(subject.pack) {
            if let Some(function) = subject.outline.function(used.function) {
                types.give(function, 0, used.object);
                types.give(function, 1, Object::Params);
            }
        }
        // Every round reaches one call further; a script has at most as many calls in a row as functions.
        for _ in 0..subject.outline.functions.len() {
            let mut given = Vec::new();
            for function in subject.functions() {
                function.each(&mut |part| {
                    let PartKind::Call(name, arguments) = &part.kind else {
                        return;
                    };
                    let Some(called) = subject.outline.function(name) else {
                        return;
                    };
                    for (index, argument) in arguments.iter().enumerate() {
                        if let Some(object) = types.object(function, argument) {
                            given.push((called, index, object));
                        }
                    }
                });
            }
            for (called, index, object) in given {
                types.give(called, index, object);
            }
        }
        types
    }

    fn give(&mut self, function: &'s FunctionOutline, index: usize, object: Object) {
        let fresh = || vec![None; function.parameters.len()];
        let known = self.known.entry(&function.name).or_insert_with(fresh);
        if let Some(slot) = known.get_mut(index)
            && slot.is_none()
        {
            *slot = Some(object);
        }
    }

    /// What a name in a function is; `None` also when the function binds the name anew.
    pub fn object(&self, function: &FunctionOutline, part: &Part) -> Option<Object> {
        let PartKind::Variable(name) = &part.kind else {
            return None;
        };
        if function.bound().contains(&name.as_str()) {
            return None;
        }
        let index = function.parameters.iter().position(|it| it == name)?;
        *self.known.get(function.name.as_str())?.get(index)?
    }
}
