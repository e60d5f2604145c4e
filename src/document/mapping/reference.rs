//! What a mapping says in place of a value: a column, a fixed text, or a text made of columns.

use super::keys;
use crate::document::{Fields, Node, NodeKind, ProblemKind, Problems, Shape};
use crate::document::{text_of, wrong_shape};
use crate::words::mapping as words;

/// The most characters of a fixed text.
const LONGEST: usize = 2_000;

/// A place in the mapping file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Place {
    pub line: u32,
    pub column: u32,
    pub length: u32,
}

impl Place {
    pub(super) fn of(node: &Node) -> Place {
        Place {
            line: node.line,
            column: node.column,
            length: node.length(),
        }
    }
}

/// A value as the mapping describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    pub kind: Kind,
    pub place: Place,
}

/// Where the value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// The cell of a column.
    Column(String),
    /// The same for every row.
    Constant(String),
    /// Fixed texts and cells one behind the other.
    Template(Vec<Part>),
}

/// A part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    Column(String),
}

/// What a text without braces means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    Column,
    Constant,
}

/// Names that stand for texts while a block of measures is repeated.
pub(super) type Item = [(String, String)];

impl Reference {
    /// Reads a reference; `None` when nothing stands there, or something wrong, which is a problem then.
    pub(super) fn read(
        node: &Node,
        bare: Bare,
        item: &Item,
        problems: &mut Problems<'_>,
    ) -> Option<Reference> {
        if node.is_blank() {
            return None;
        }
        let (node, bare, plain) = match &node.kind {
            NodeKind::Map(_) => {
                let mut fields = Fields::open(node, keys::REFERENCE, problems)?;
                let value = fields.take(keys::VALUE, problems);
                let column = fields.take(keys::COLUMN, problems);
                fields.close(problems);
                match (value, column) {
                    (Some(value), None) => (value, Bare::Constant, true),
                    (None, Some(column)) => (column, Bare::Column, true),
                    _ => {
                        let kind =
                            ProblemKind::said(words::one_reference, words::one_reference_help);
                        problems.at_node(node, kind);
                        return None;
                    }
                }
            }
            NodeKind::Scalar { .. } => (node, bare, false),
            NodeKind::List(_) => {
                problems.at_node(node, wrong_shape(Shape::Text, node));
                return None;
            }
        };
        let text = text_of(node, problems)?;
        let place = Place::of(node);
        let parts = match parts(text, item) {
            Ok(parts) => parts,
            Err(fault) => {
                problems.at_node(node, fault);
                return None;
            }
        };
        let is_template = parts.iter().any(|part| matches!(part, Part::Column(_)));
        let kind = if is_template && !plain {
            Kind::Template(parts)
        } else {
            let whole: String = parts.iter().map(Part::written).collect();
            match bare {
                Bare::Column => Kind::Column(heading(&whole)),
                Bare::Constant => Kind::Constant(whole),
            }
        };
        Some(Reference { kind, place })
    }

    /// The columns it names.
    pub(super) fn columns(&self) -> Vec<&str> {
        match &self.kind {
            Kind::Column(name) => vec![name],
            Kind::Constant(_) => Vec::new(),
            Kind::Template(parts) => parts.iter().filter_map(Part::column).collect(),
        }
    }
}

impl Part {
    fn column(&self) -> Option<&str> {
        match self {
            Part::Text(_) => None,
            Part::Column(name) => Some(name),
        }
    }

    /// As it stood in the mapping.
    fn written(&self) -> String {
        match self {
            Part::Text(text) => text.clone(),
            Part::Column(name) => format!("{{{name}}}"),
        }
    }
}

/// A heading as headings are compared: without spaces around it, any white space inside one space.
pub(super) fn heading(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Splits at braces and puts the texts of the item in. `{{` and `}}` are braces.
fn parts(text: &str, item: &Item) -> Result<Vec<Part>, ProblemKind> {
    let unclosed = || ProblemKind::said(words::open_brace, words::open_brace_help);
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut length = 0;
    let mut rest = text;
    loop {
        let Some(at) = rest.find(['{', '}']) else {
            literal.push_str(rest);
            break;
        };
        literal.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        let behind = &rest[at + 1..];
        if let Some(after) = behind.strip_prefix(brace) {
            literal.push_str(brace);
            rest = after;
            continue;
        }
        let (name, after) = match brace {
            "{" => behind.split_once('}').ok_or_else(unclosed)?,
            _ => return Err(unclosed()),
        };
        let name = heading(name);
        match item.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => literal.push_str(text),
            None => {
                length += literal.len();
                if !literal.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut literal)));
                }
                parts.push(Part::Column(name));
            }
        }
        if length + literal.len() > 4 * LONGEST {
            return Err(too_long());
        }
        rest = after;
    }
    if length + literal.len() > 4 * LONGEST || literal.chars().count() > LONGEST {
        return Err(too_long());
    }
    if !literal.is_empty() || parts.is_empty() {
        parts.push(Part::Text(literal));
    }
    Ok(parts)
}

fn too_long() -> ProblemKind {
    ProblemKind::said(
        |lang| words::text_too_long(lang, LONGEST),
        |_| String::new(),
    )
}
