//! The tree of a YAML or JSON file, every part with its place.

use compact_str::CompactString;

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What stands there.
    pub kind: NodeKind,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// A text, number, true/false or nothing: always the exact text of the file. `3582.930` stays
    /// `3582.930`; what it means is decided by whoever reads it.
    Scalar {
        /// The text, escapes resolved.
        text: CompactString,
        /// Whether it stood in quotes or in a text block (`|`, `>`).
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file; keys are unique.
    Map(Vec<(Key, Node)>),
}

/// A key of a map with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key as written.
    pub text: CompactString,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
}

impl Node {
    /// The text of a scalar; "" for `null`, `~` and nothing at all. `None` for lists and maps.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar { .. } if self.is_blank() => Some(""),
            NodeKind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether nothing was filled in: `null`, `~`, or only white space. A quoted "null" is a word.
    pub fn is_blank(&self) -> bool {
        match &self.kind {
            NodeKind::Scalar { text, quoted } => {
                // Nearly every text ends this at its first character.
                text.chars().all(char::is_whitespace)
                    || (!quoted && matches!(text.as_str(), "~" | "null" | "Null" | "NULL"))
            }
            _ => false,
        }
    }

    /// How many characters an underline below it covers: the text of a short scalar, else 1.
    pub fn length(&self) -> u32 {
        match &self.kind {
            NodeKind::Scalar { text, quoted } => {
                let quotes = if *quoted { 2 } else { 0 };
                // Underlines never cover more than one line.
                let first = text.lines().next().unwrap_or("");
                u32::try_from(first.chars().take(200).count() + quotes).unwrap_or(1)
            }
            _ => 1,
        }
    }
}

impl Key {
    /// How many characters an underline below it covers.
    pub fn length(&self) -> u32 {
        u32::try_from(self.text.chars().take(200).count()).unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar(text: &str, quoted: bool) -> Node {
        Node {
            kind: NodeKind::Scalar {
                text: text.into(),
                quoted,
            },
            line: 1,
            column: 1,
        }
    }

    #[test]
    fn blank_is_blank_however_it_is_written() {
        for text in ["", "  ", "~", "null", "NULL"] {
            assert_eq!(scalar(text, false).text(), Some(""));
        }
        assert_eq!(scalar("null", true).text(), Some("null"));
        assert_eq!(scalar("0", false).text(), Some("0"));
    }
}
