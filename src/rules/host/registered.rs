//! What the engine really knows: asked from the engine itself, so that no list can be out of date.

use std::any::TypeId;
use std::collections::BTreeSet;

use super::outline::engine;
use super::parts::{GroupView, ParamsView};
use super::view::MeasureView;
use crate::rules::facts::{ExecutionFacts, TotalFacts};

/// What a script is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// `m`: a row.
    Measure,
    /// `e`: the execution part.
    Execution,
    /// `t`: the total.
    Total,
    /// `g`: a group, or the measures of one indicator.
    Group,
    /// `params`.
    Params,
}

impl Object {
    /// All with the letter the manuals use.
    pub const ALL: [(Object, &'static str); 5] = [
        (Object::Measure, "m"),
        (Object::Execution, "e"),
        (Object::Total, "t"),
        (Object::Group, "g"),
        (Object::Params, "params"),
    ];

    /// The letter the manuals use.
    pub fn letter(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(object, _)| *object == self)
            .map_or("", |(_, letter)| letter)
    }

    fn type_id(self) -> TypeId {
        match self {
            Object::Measure => TypeId::of::<MeasureView>(),
            Object::Execution => TypeId::of::<ExecutionFacts>(),
            Object::Total => TypeId::of::<TotalFacts>(),
            Object::Group => TypeId::of::<GroupView>(),
            Object::Params => TypeId::of::<ParamsView>(),
        }
    }
}

/// The names the engine answers to.
#[derive(Debug, Clone, Default)]
pub struct Registered {
    fields: BTreeSet<(Object, String)>,
    /// Functions with the number of arguments; operators too.
    functions: BTreeSet<(String, usize)>,
    /// Functions that take one of the objects first: `m.input("上年")`.
    methods: BTreeSet<(Object, String)>,
    /// What the language itself brings along: `len`, `contains`, `push`.
    language: BTreeSet<String>,
}

impl Registered {
    /// Asks an engine.
    pub fn read() -> Registered {
        let engine = engine();
        let list = |standard: bool| {
            engine.collect_fn_metadata(
                None,
                |info| {
                    let data = info.metadata;
                    let first = data.param_types.first().copied();
                    Some((data.name.to_string(), data.num_params, first))
                },
                standard,
            )
        };
        let own = list(false);
        let mut all = Registered::default();
        for (name, arguments, first) in &own {
            let object = Object::ALL
                .iter()
                .find(|(object, _)| Some(object.type_id()) == *first);
            match (name.strip_prefix("get$"), object) {
                (Some(field), Some((object, _))) => {
                    all.fields.insert((*object, field.to_owned()));
                }
                (None, Some((object, _))) if !name.contains('$') => {
                    all.methods.insert((*object, name.clone()));
                }
                (None, None) => {
                    all.functions.insert((name.clone(), *arguments));
                }
                _ => {}
            }
        }
        let brought = list(true).into_iter().map(|(name, ..)| name);
        all.language = brought.collect();
        all
    }

    /// The fields of an object.
    pub fn fields(&self, object: Object) -> impl Iterator<Item = &str> {
        let fields = self.fields.iter();
        fields
            .filter(move |(of, _)| *of == object)
            .map(|(_, name)| name.as_str())
    }

    /// The methods of an object.
    pub fn methods(&self, object: Object) -> impl Iterator<Item = &str> {
        let methods = self.methods.iter();
        methods
            .filter(move |(of, _)| *of == object)
            .map(|(_, name)| name.as_str())
    }

    /// The functions this program gives to scripts, operators left out.
    pub fn functions(&self) -> impl Iterator<Item = (&str, usize)> {
        let functions = self.functions.iter();
        functions
            .map(|(name, arguments)| (name.as_str(), *arguments))
            .filter(|(name, _)| is_word(name))
    }

    /// Whether a function or operator of this name exists at all, ours or the language's.
    pub fn knows(&self, name: &str) -> bool {
        !is_word(name)
            || self.language.contains(name)
            || self.functions.iter().any(|(known, _)| known == name)
            || matches!(
                name,
                "is_def_var" | "is_def_fn" | "type_of" | "Fn" | "call" | "curry" | "is_shared"
            )
    }

    /// The number of arguments our function of this name can have; empty for the language's own.
    pub fn arguments(&self, name: &str) -> Vec<usize> {
        let functions = self.functions();
        functions
            .filter(|(known, _)| *known == name)
            .map(|(_, arguments)| arguments)
            .collect()
    }
}

fn is_word(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_') && !name.contains('$')
}
