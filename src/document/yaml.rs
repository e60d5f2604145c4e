//! YAML text to nodes: one event at a time, no recursion, every limit checked on the way.

use std::collections::HashMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError};

use super::{Key, Node, NodeKind, ProblemKind, Problems, Source, SyntaxFault};

/// The most lists and maps within one another.
pub(super) const MOST_DEPTH: usize = 64;
/// The most values in one file.
pub(super) const MOST_NODES: usize = 200_000;

/// Reads the one document of a text. `None` when it could not be read to its end; a tree beside
/// problems lacks what the problems name.
pub(super) fn parse(text: &str, problems: &mut Problems<'_>) -> Option<Node> {
    let first = problems.source().first_line();
    if has_too_many_flow_signs(text) {
        problems.at(0, 0, 0, ProblemKind::TooManyNodes { limit: MOST_NODES });
        return None;
    }
    let mut parser = Parser::new_from_str(text);
    let mut tree = Tree::default();
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                report_scan_error(&error, problems);
                return None;
            }
        };
        if let Event::DocumentStart(_) = event {
            documents += 1;
            if documents == 2 {
                let (line, column) = place(&span.start, first);
                problems.at(line, column, 3, ProblemKind::SecondDocument);
                return None;
            }
        }
        if let Err(kind) = tree.accept(event, &span.start, problems) {
            let (line, column) = place(&span.start, first);
            problems.at(line, column, 1, kind);
            return None;
        }
    }
    if tree.root.is_none() {
        problems.at(0, 0, 0, ProblemKind::Empty);
    }
    tree.root
}

/// The parser reads a `[…]` or `{…}` to its end before it reports the beginning, so what it holds in
/// memory has to be bounded before it starts. In a flow every value costs one of these signs.
pub(super) fn has_too_many_flow_signs(text: &str) -> bool {
    if text.len() <= MOST_NODES {
        return false;
    }
    let signs = text
        .bytes()
        .filter(|byte| matches!(byte, b',' | b'[' | b'{'));
    signs.take(MOST_NODES + 1).count() > MOST_NODES
}

/// The tree while it grows: the collections that are still open, outermost first.
#[derive(Default)]
struct Tree {
    open: Vec<Open>,
    nodes: usize,
    root: Option<Node>,
}

/// A list or map whose end has not come yet.
struct Open {
    line: u32,
    column: u32,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Map {
        entries: Vec<(Key, Node)>,
        /// Line of the first use of every key.
        lines: HashMap<String, u32>,
        key: Option<Key>,
    },
}

impl Tree {
    /// Takes the next event.
    ///
    /// # Errors
    /// A problem after which reading on makes no sense.
    fn accept(
        &mut self,
        event: Event<'_>,
        start: &Marker,
        problems: &mut Problems<'_>,
    ) -> Result<(), ProblemKind> {
        let (line, column) = place(start, problems.source().first_line());
        match event {
            Event::Alias(_) => Err(ProblemKind::Alias),
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(anchor, _)
            | Event::MappingStart(anchor, _)
                if anchor > 0 =>
            {
                Err(ProblemKind::Alias)
            }
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) => Err(ProblemKind::Tag),
            Event::Scalar(text, style, _, None) => {
                let node = Node {
                    kind: NodeKind::Scalar {
                        text: text.into(),
                        quoted: style != ScalarStyle::Plain,
                    },
                    line,
                    column,
                };
                self.count()?;
                self.place_scalar(node, problems);
                Ok(())
            }
            Event::SequenceStart(..) => self.open(line, column, Content::List(Vec::new())),
            Event::MappingStart(..) => self.open(
                line,
                column,
                Content::Map {
                    entries: Vec::new(),
                    lines: HashMap::new(),
                    key: None,
                },
            ),
            Event::SequenceEnd | Event::MappingEnd => {
                self.close(problems);
                Ok(())
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn count(&mut self) -> Result<(), ProblemKind> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(ProblemKind::TooManyNodes { limit: MOST_NODES });
        }
        Ok(())
    }

    fn open(&mut self, line: u32, column: u32, content: Content) -> Result<(), ProblemKind> {
        self.count()?;
        if self.open.len() >= MOST_DEPTH {
            return Err(ProblemKind::TooDeep { limit: MOST_DEPTH });
        }
        if let Some(Open {
            content: Content::Map { key: None, .. },
            ..
        }) = self.open.last()
        {
            return Err(ProblemKind::KeyNotText);
        }
        self.open.push(Open {
            line,
            column,
            content,
        });
        Ok(())
    }

    fn close(&mut self, problems: &mut Problems<'_>) {
        let Some(done) = self.open.pop() else { return };
        let kind = match done.content {
            Content::List(items) => NodeKind::List(items),
            Content::Map { entries, .. } => NodeKind::Map(entries),
        };
        let node = Node {
            kind,
            line: done.line,
            column: done.column,
        };
        self.place_value(node, problems);
    }

    /// A scalar is the next key of a map, or a value.
    fn place_scalar(&mut self, node: Node, problems: &mut Problems<'_>) {
        if let Some(Open {
            content: Content::Map {
                key: key @ None, ..
            },
            ..
        }) = self.open.last_mut()
        {
            if node.is_blank() {
                problems.at_node(&node, ProblemKind::BlankKey);
            }
            let (line, column) = (node.line, node.column);
            if let NodeKind::Scalar { text, .. } = node.kind {
                *key = Some(Key { text, line, column });
            }
            return;
        }
        self.place_value(node, problems);
    }

    fn place_value(&mut self, node: Node, problems: &mut Problems<'_>) {
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = Some(node),
            Some(Content::List(items)) => items.push(node),
            Some(Content::Map {
                entries,
                lines,
                key,
            }) => {
                let Some(key) = key.take() else { return };
                match lines.get(key.text.as_str()) {
                    Some(&first_line) => {
                        let text = key.text.to_string();
                        problems.at_key(
                            &key,
                            ProblemKind::DuplicateKey {
                                key: text,
                                first_line,
                            },
                        );
                    }
                    None => {
                        lines.insert(key.text.to_string(), key.line);
                        entries.push((key, node));
                    }
                }
            }
        }
    }
}

/// Line and column from 1, in a text whose first line has the number `first`. Inputs are far below
/// 4 billion characters.
fn place(marker: &Marker, first: u32) -> (u32, u32) {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (
        number(marker.line()).saturating_add(first - 1),
        number(marker.col()).saturating_add(1),
    )
}

fn report_scan_error(error: &ScanError, problems: &mut Problems<'_>) {
    let (line, column) = place(error.marker(), problems.source().first_line());
    let detail = error.info();
    if detail.starts_with("recursion limit") {
        problems.at(line, column, 1, ProblemKind::TooDeep { limit: MOST_DEPTH });
        return;
    }
    if detail.contains("anchor") {
        problems.at(line, column, 1, ProblemKind::Alias);
        return;
    }
    if detail.contains("a tag,") || detail.contains("handle wasn't declared") {
        problems.at(line, column, 1, ProblemKind::Tag);
        return;
    }
    let fault = fault_of(detail);
    if matches!(fault, SyntaxFault::Colon | SyntaxFault::NoColon)
        && let Some((line, column)) = wide_colon(problems.source(), line)
    {
        problems.at(line, column, 1, ProblemKind::WideColon);
        return;
    }
    if fault == SyntaxFault::NoColon {
        report_unfinished_key(line, detail, problems);
        return;
    }
    let kind = ProblemKind::Syntax {
        fault,
        detail: detail.to_owned(),
    };
    problems.at(line, column, 1, kind);
}

/// The parser notices a line without a colon, and a bracket that stays open, only on the next line
/// with something on it: the place is the line before.
fn report_unfinished_key(line: u32, detail: &str, problems: &mut Problems<'_>) {
    let source = problems.source();
    let above = (1..line).rev().find_map(|number| {
        let text = source.line(number)?;
        (!text.trim().is_empty()).then_some((number, text))
    });
    let (line, text) = above.unwrap_or((line, ""));
    let fault = if text.contains(": ") || text.trim_end().ends_with(':') {
        SyntaxFault::Bracket
    } else {
        SyntaxFault::NoColon
    };
    let characters = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let indent = characters(text) - characters(text.trim_start());
    let kind = ProblemKind::Syntax {
        fault,
        detail: detail.to_owned(),
    };
    problems.at(line, indent + 1, characters(text.trim()), kind);
}

/// The full-width colon that ends the key of a line or of the one above it.
fn wide_colon(source: &Source, line: u32) -> Option<(u32, u32)> {
    let candidates = [line.saturating_sub(1), line];
    candidates.into_iter().find_map(|number| {
        let text = source.line(number)?;
        let (head, _) = text.split_once('：')?;
        if head.contains(':') {
            return None;
        }
        let column = u32::try_from(head.chars().count()).ok()?;
        Some((number, column.saturating_add(1)))
    })
}

/// The parser's English sentence as one of the faults a clerk can do something about.
fn fault_of(detail: &str) -> SyntaxFault {
    let says = |part: &str| detail.contains(part);
    if says("tab") && !says("block scalar, did") {
        SyntaxFault::Tab
    } else if says("quoted") {
        SyntaxFault::Quote
    } else if says("block scalar") || says("unexpected character") || says("directive") {
        SyntaxFault::Reserved
    } else if says("flow") || says("bracket") || says("',' or") {
        SyntaxFault::Bracket
    } else if says("mapping values are not allowed") || says("illegal placement of ':'") {
        SyntaxFault::Colon
    } else if says("indent") || says("did not find expected key") || says("'-' indicator") {
        SyntaxFault::Indentation
    } else if says("simple key expect") {
        SyntaxFault::NoColon
    } else {
        SyntaxFault::Other
    }
}
