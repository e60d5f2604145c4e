//! What a script says, as a tree: for checks and pages that read a rule without running it.

use crate::number::Fraction;

/// The functions of a pack's scripts, in the order they stand in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// The functions.
    pub functions: Vec<FunctionOutline>,
}

/// A function as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionOutline {
    /// Its name.
    pub name: String,
    /// Names of its parameters.
    pub parameters: Vec<String>,
    /// Where its name stands.
    pub place: Place,
    /// The `///` lines above it, without the strokes.
    pub says: Vec<String>,
    /// What it does.
    pub body: Vec<Part>,
}

/// A place in a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Index of the script in [`crate::rules::RulePack::scripts`].
    pub script: usize,
    /// Line, from 1; 0 when unknown.
    pub line: u32,
    /// Column in characters, from 1; 0 when unknown.
    pub column: u32,
}

/// A statement or expression with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands: for a field, a call and an operator, where its name stands.
    pub place: Place,
    /// What it is.
    pub kind: PartKind,
}

/// What a script can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartKind {
    /// A number.
    Number(Fraction),
    /// A text.
    Text(String),
    /// `true`, `false`.
    Truth(bool),
    /// `()`.
    Nothing,
    /// A name.
    Variable(String),
    /// `a.b`.
    Field(Box<Part>, String),
    /// `a.b(c)`.
    Method(Box<Part>, String, Vec<Part>),
    /// `f(a)`, and every operator: `+`, `<=`, `!`.
    Call(String, Vec<Part>),
    /// `a && b`.
    And(Vec<Part>),
    /// `a || b`.
    Or(Vec<Part>),
    /// `a[b]`.
    Index(Box<Part>, Box<Part>),
    /// `{ … }`.
    Block(Vec<Part>),
    /// `if`; no `else` is an empty one.
    If(Box<Part>, Vec<Part>, Vec<Part>),
    /// `return`.
    Return(Option<Box<Part>>),
    /// `throw`.
    Throw(Option<Box<Part>>),
    /// `let`, `const`.
    Let(String, Box<Part>),
    /// `a = b`, `a += b`: with the operator, empty for a plain one.
    Assign(String, Box<Part>, Box<Part>),
    /// `for`, `while` and the like: the names it binds, its condition or list, and what it repeats.
    Loop(Repeat, Vec<String>, Option<Box<Part>>, Vec<Part>),
    /// Anything else: lists, maps, `switch`, `try`; only what stands in it.
    Other(Vec<Part>),
}

/// How a loop repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// `for`: over a list.
    Each,
    /// `while`: as long as its condition holds.
    While,
    /// `loop`, `do`, and `try` with what it catches.
    Other,
}

impl Outline {
    /// The function of this name that counts: of several layers the last.
    pub fn function(&self, name: &str) -> Option<&FunctionOutline> {
        self.functions
            .iter()
            .rfind(|function| function.name == name)
    }
}

impl FunctionOutline {
    /// Every part of the body, however deep.
    pub fn each<'p>(&'p self, look: &mut dyn FnMut(&'p Part)) {
        each(&self.body, look);
    }

    /// Every name the body binds by itself: `let`, `for`.
    pub fn bound(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.each(&mut |part| match &part.kind {
            PartKind::Let(name, _) => names.push(name.as_str()),
            PartKind::Loop(_, bound, ..) => names.extend(bound.iter().map(String::as_str)),
            _ => {}
        });
        names
    }
}

/// Every part of a list of parts, however deep.
pub fn each<'p>(parts: &'p [Part], look: &mut dyn FnMut(&'p Part)) {
    for part in parts {
        part.each(look);
    }
}

impl Part {
    /// This part and every part in it.
    pub fn each<'p>(&'p self, look: &mut dyn FnMut(&'p Part)) {
        look(self);
        for below in self.below() {
            below.each(look);
        }
    }

    /// The parts right below.
    pub fn below(&self) -> Vec<&Part> {
        match &self.kind {
            PartKind::Number(_)
            | PartKind::Text(_)
            | PartKind::Truth(_)
            | PartKind::Nothing
            | PartKind::Variable(_) => Vec::new(),
            PartKind::Field(of, _) | PartKind::Let(_, of) => vec![of],
            PartKind::Method(of, _, arguments) => std::iter::once(&**of).chain(arguments).collect(),
            PartKind::Call(_, parts)
            | PartKind::And(parts)
            | PartKind::Or(parts)
            | PartKind::Block(parts)
            | PartKind::Other(parts) => parts.iter().collect(),
            PartKind::Index(a, b) | PartKind::Assign(_, a, b) => vec![a, b],
            PartKind::If(condition, then, otherwise) => std::iter::once(&**condition)
                .chain(then)
                .chain(otherwise)
                .collect(),
            PartKind::Return(value) | PartKind::Throw(value) => {
                value.iter().map(|value| &**value).collect()
            }
            PartKind::Loop(_, _, condition, body) => condition
                .iter()
                .map(|condition| &**condition)
                .chain(body)
                .collect(),
        }
    }

    /// Whether both say the same, wherever they stand.
    pub fn same(&self, other: &Part) -> bool {
        match (&self.kind, &other.kind) {
            (PartKind::Field(a, x), PartKind::Field(b, y)) => x == y && a.same(b),
            (PartKind::Call(x, a), PartKind::Call(y, b)) => {
                x == y && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b))
            }
            (PartKind::Method(o, x, a), PartKind::Method(p, y, b)) => {
                x == y && o.same(p) && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b))
            }
            (PartKind::Variable(x), PartKind::Variable(y)) => x == y,
            (PartKind::Number(x), PartKind::Number(y)) => x == y,
            (PartKind::Text(x), PartKind::Text(y)) => x == y,
            (PartKind::Truth(x), PartKind::Truth(y)) => x == y,
            (PartKind::Nothing, PartKind::Nothing) => true,
            _ => false,
        }
    }
}
