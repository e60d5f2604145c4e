//! What the strict readers of JSON and YAML share: a place in the text, and what is not read at all.
//!
//! A strict reader knows a closed part of its notation. `None` says that a text holds something else,
//! right or wrong: the full reader then reads it from the start, and every message is its own.

use compact_str::CompactString;

use super::yaml::{MOST_DEPTH, MOST_NODES};
use super::{Key, Node, NodeKind};

/// The most keys of a map that are looked through for every new one.
const MOST_KEYS: usize = 64;
/// The most bytes of a key: the full reader gives up a key after 1024 characters.
const LONGEST_KEY: usize = 1000;

/// A text that is read from its beginning to its end.
#[derive(Clone)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    /// The next byte, which begins a character.
    at: usize,
    line: u32,
    /// Up to this byte of the line `column` has been counted.
    counted: usize,
    column: u32,
    nodes: usize,
    depth: usize,
}

impl<'t> Cursor<'t> {
    /// The beginning of a text whose first line has the number `first`; `None` when the text holds
    /// characters that are read in more than one way, or too many values to be counted on the way.
    pub(super) fn new(text: &'t str, first: u32) -> Option<Cursor<'t>> {
        (is_ordinary(text.as_bytes()) && !super::yaml::has_too_many_flow_signs(text)).then_some(
            Cursor {
                text,
                at: 0,
                line: first,
                counted: 0,
                column: 1,
                nodes: 0,
                depth: 0,
            },
        )
    }

    /// The next byte.
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The byte behind the next.
    pub(super) fn second(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at + 1).copied()
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Goes on by `bytes` of the same line.
    pub(super) fn skip(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Goes on by one byte if it is `byte`.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is = self.peek() == Some(byte);
        self.at += usize::from(is);
        is
    }

    /// Passes over blanks of the line.
    pub(super) fn spaces(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    /// Passes over the end of the line, if it is here.
    pub(super) fn line_end(&mut self) -> bool {
        let ends = self.eat(b'\n');
        if ends {
            self.line = self.line.saturating_add(1);
            self.counted = self.at;
            self.column = 1;
        }
        ends
    }

    /// Line and column of the next byte.
    pub(super) fn place(&mut self) -> (u32, u32) {
        let passed = &self.text.as_bytes()[self.counted..self.at];
        // Every byte but those that continue a character.
        let characters: u32 = passed.iter().map(|b| u32::from(b & 0xC0 != 0x80)).sum();
        self.column = self.column.saturating_add(characters);
        self.counted = self.at;
        (self.line, self.column)
    }

    /// Counts one more value.
    pub(super) fn count(&mut self) -> Option<()> {
        self.nodes += 1;
        (self.nodes <= MOST_NODES).then_some(())
    }

    /// Begins a list or map.
    pub(super) fn open(&mut self) -> Option<()> {
        self.count()?;
        self.depth += 1;
        (self.depth <= MOST_DEPTH).then_some(())
    }

    /// Ends a list or map.
    pub(super) fn close(&mut self) {
        self.depth -= 1;
    }

    /// A text in double quotes, which begins here and ends on the same line.
    pub(super) fn double_quoted(&mut self) -> Option<CompactString> {
        let body = &self.text.as_bytes()[self.at + 1..];
        let end = body
            .iter()
            .position(|byte| matches!(byte, b'"' | b'\\' | b'\n'))?;
        if body[end] == b'"' {
            let text = &self.text[self.at + 1..self.at + 1 + end];
            self.at += end + 2;
            return Some(text.into());
        }
        self.escaped().map(CompactString::from)
    }

    /// The same with escapes: those that JSON and YAML share, but for halves of a character.
    fn escaped(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut rest = &self.text[self.at + 1..];
        loop {
            let end = rest.find(['"', '\\', '\n'])?;
            text.push_str(&rest[..end]);
            let sign = rest.as_bytes()[end];
            rest = &rest[end + 1..];
            match sign {
                b'"' => break,
                b'\\' => {}
                _ => return None,
            }
            let (character, length) = match rest.bytes().next()? {
                sign @ (b'"' | b'\\' | b'/') => (char::from(sign), 1),
                b'n' => ('\n', 1),
                b't' => ('\t', 1),
                b'r' => ('\r', 1),
                b'b' => ('\u{8}', 1),
                b'f' => ('\u{c}', 1),
                b'u' => {
                    let digits = rest.get(1..5)?;
                    let hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                    let number = u32::from_str_radix(digits, 16).ok().filter(|_| hex)?;
                    (char::from_u32(number)?, 5)
                }
                _ => return None,
            };
            text.push(character);
            rest = &rest[length..];
        }
        self.at = self.text.len() - rest.len();
        Some(text)
    }
}

/// A scalar as the next key of a map; `None` when it is blank or stands there already.
pub(super) fn new_key(entries: &[(Key, Node)], scalar: Node) -> Option<Key> {
    let is_blank = scalar.is_blank();
    let NodeKind::Scalar { text, .. } = scalar.kind else {
        return None;
    };
    let is_new = entries.len() < MOST_KEYS && entries.iter().all(|(key, _)| key.text != text);
    (is_new && !is_blank && text.len() <= LONGEST_KEY).then_some(Key {
        text,
        line: scalar.line,
        column: scalar.column,
    })
}

/// A value with its place.
pub(super) fn node(kind: NodeKind, (line, column): (u32, u32)) -> Node {
    Node { kind, line, column }
}

/// Whether every character is one that no standard takes for a line end, a mark or a control.
fn is_ordinary(bytes: &[u8]) -> bool {
    // Without a way out on the way it is done many bytes at a time.
    let control = |byte: u8| (byte < 0x20 && byte != b'\n') | (byte == 0x7F);
    let pair = |one: u8, two: u8| {
        ((one == 0xC2) & (two < 0xA0)) | ((one == 0xEF) & ((two == 0xBB) | (two == 0xBF)))
    };
    let three = |one: u8, two: u8, three: u8| {
        (one == 0xE2) & (two == 0x80) & ((three == 0xA8) | (three == 0xA9))
    };
    let next = bytes.get(1..).unwrap_or_default();
    let third = bytes.get(2..).unwrap_or_default();
    let alone = bytes.iter().fold(false, |odd, byte| odd | control(*byte));
    let together = bytes
        .iter()
        .zip(next)
        .fold(false, |odd, (one, two)| odd | pair(*one, *two));
    let all = bytes.iter().zip(next).zip(third);
    let separator = all.fold(false, |odd, ((a, b), c)| odd | three(*a, *b, *c));
    !(alone | together | separator)
}
