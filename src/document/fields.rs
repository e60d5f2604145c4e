//! Reading a map by its known keys.

use super::{Key, Node, NodeKind, ProblemKind, Problems, Shape, suggestion::nearest};

/// The two spellings of one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The English, canonical spelling: `target`.
    pub english: &'static str,
    /// The Chinese spelling: `指标值`.
    pub chinese: &'static str,
}

impl Name {
    /// A name in both spellings.
    pub const fn new(english: &'static str, chinese: &'static str) -> Name {
        Name { english, chinese }
    }

    /// Whether `key` is one of the spellings.
    pub fn is(&self, key: &str) -> bool {
        key == self.english || key == self.chinese
    }
}

/// A map that is being read: every known key is taken once, and what is left over is unknown.
#[derive(Debug)]
pub struct Fields<'n> {
    node: &'n Node,
    entries: &'n [(Key, Node)],
    known: &'static [Name],
    taken: Vec<bool>,
}

impl<'n> Fields<'n> {
    /// Opens a map whose keys are `known`. Anything but a map is a problem and gives `None`.
    pub fn open(
        node: &'n Node,
        known: &'static [Name],
        problems: &mut Problems<'_>,
    ) -> Option<Fields<'n>> {
        let NodeKind::Map(entries) = &node.kind else {
            let kind = wrong_shape(Shape::Map, node);
            problems.at_node(node, kind);
            return None;
        };
        Some(Fields {
            node,
            entries,
            known,
            taken: vec![false; entries.len()],
        })
    }

    /// The map itself, for its place.
    pub fn node(&self) -> &'n Node {
        self.node
    }

    /// Whether the key is there, in either spelling, without taking it.
    pub fn has(&self, name: Name) -> bool {
        self.entries.iter().any(|(key, _)| name.is(&key.text))
    }

    /// The value of a key in either spelling. Both spellings at once are a problem; the first counts.
    pub fn take(&mut self, name: Name, problems: &mut Problems<'_>) -> Option<&'n Node> {
        self.take_entry(name, problems).map(|(_, node)| node)
    }

    /// Like [`Fields::take`], with the key as it was written.
    pub fn take_entry(
        &mut self,
        name: Name,
        problems: &mut Problems<'_>,
    ) -> Option<(&'n Key, &'n Node)> {
        debug_assert!(
            self.known.contains(&name),
            "{name:?} is not in the table of this map"
        );
        let mut found: Option<&'n (Key, Node)> = None;
        for (entry, taken) in self.entries.iter().zip(&mut self.taken) {
            // What was taken is another name's.
            if *taken || !name.is(&entry.0.text) {
                continue;
            }
            *taken = true;
            match found {
                None => found = Some(entry),
                Some((first, _)) => problems.at_key(
                    &entry.0,
                    ProblemKind::BothSpellings {
                        key: entry.0.text.to_string(),
                        first: first.text.to_string(),
                        first_line: first.line,
                    },
                ),
            }
        }
        found.map(|(key, node)| (key, node))
    }

    /// The value of a key that has to be there; if it is not, that is a problem of the map.
    pub fn require(&mut self, name: Name, problems: &mut Problems<'_>) -> Option<&'n Node> {
        let value = self.take(name, problems);
        if value.is_none() {
            problems.at(
                self.node.line,
                self.node.column,
                1,
                ProblemKind::MissingKey {
                    english: name.english,
                    chinese: name.chinese,
                },
            );
        }
        value
    }

    /// The text of a key; "" when it is missing or blank. A list or map is a problem.
    pub fn text(&mut self, name: Name, problems: &mut Problems<'_>) -> &'n str {
        self.take(name, problems)
            .and_then(|node| text_of(node, problems))
            .unwrap_or("")
    }

    /// Reports every key nobody took.
    pub fn close(self, problems: &mut Problems<'_>) {
        for ((key, _), taken) in self.entries.iter().zip(&self.taken) {
            if *taken {
                continue;
            }
            if problems.is_full() {
                // Looking for what was meant would be work for nothing.
                problems.at_key(key, ProblemKind::MoreProblems);
                break;
            }
            let head = key.text.split('：').next().unwrap_or("").trim();
            if head.len() < key.text.len() && self.known.iter().any(|name| name.is(head)) {
                problems.at_key(key, ProblemKind::WideColon);
                continue;
            }
            let spellings = self
                .known
                .iter()
                .flat_map(|name| [name.english, name.chinese]);
            problems.at_key(
                key,
                ProblemKind::UnknownKey {
                    key: key.text.to_string(),
                    suggestion: nearest(&key.text, spellings),
                    known: self
                        .known
                        .iter()
                        .map(|name| (name.english, name.chinese))
                        .collect(),
                },
            );
        }
    }
}

/// The text of a scalar, "" when it is blank; a list or map is a problem and gives `None`.
pub(crate) fn text_of<'n>(node: &'n Node, problems: &mut Problems<'_>) -> Option<&'n str> {
    let text = node.text();
    if text.is_none() {
        problems.at_node(node, wrong_shape(Shape::Text, node));
    }
    text
}

/// The items of a list; nothing at all is an empty list, anything else a problem.
pub(crate) fn list_of<'n>(node: &'n Node, problems: &mut Problems<'_>) -> &'n [Node] {
    match &node.kind {
        NodeKind::List(items) => items,
        _ if node.is_blank() => &[],
        _ => {
            problems.at_node(node, wrong_shape(Shape::List, node));
            &[]
        }
    }
}

/// The problem "this should have been …".
pub(crate) fn wrong_shape(expected: Shape, node: &Node) -> ProblemKind {
    let found = match &node.kind {
        NodeKind::List(_) => Shape::List,
        NodeKind::Map(_) => Shape::Map,
        NodeKind::Scalar { .. } if node.is_blank() => Shape::Nothing,
        NodeKind::Scalar { .. } => Shape::Text,
    };
    ProblemKind::WrongShape { expected, found }
}
