//! The YAML of sheets, read in one pass: see [`super::strict`].
//!
//! Known are maps and lists in blocks, `{…}` and `[…]` on one line, texts on one line with or without
//! quotes, comments. A value that is left empty, goes on in the next line, has an anchor or a tag, a
//! tab: none of these is known here.

use super::strict::{Cursor, new_key, node};
use super::{Node, NodeKind};

/// Signs that end a text without quotes inside `{…}` and `[…]`.
const FLOW: &[u8] = b",[]{}";

/// The tree of a text, exactly as [`super::yaml::parse`] builds it, or `None`.
pub(super) fn parse(text: &str, first: u32) -> Option<Node> {
    let mut cursor = Cursor::new(text, first)?;
    if next_line(&mut cursor) != 0 {
        return None;
    }
    let (root, _) = block(&mut cursor, 0)?;
    cursor.rest().is_empty().then_some(root)
}

/// A list or map in a block, and how far the line behind it is indented. The cursor stands on its first
/// character, `indent` characters into the line. Calls itself once a level, as [`Cursor::open`] bounds.
fn block(cursor: &mut Cursor<'_>, indent: usize) -> Option<(Node, usize)> {
    match is_item(cursor) {
        true => list(cursor, indent, false),
        false => map(cursor, indent),
    }
}

fn is_item(cursor: &Cursor<'_>) -> bool {
    cursor.peek() == Some(b'-') && cursor.second() == Some(b' ')
}

/// The full reader puts a list that stands as far to the left as its key where its first item begins.
fn list(cursor: &mut Cursor<'_>, indent: usize, below_key: bool) -> Option<(Node, usize)> {
    let mut place = cursor.place();
    cursor.open()?;
    let mut items = Vec::new();
    let mut next = indent;
    while next == indent && is_item(cursor) {
        let before = cursor.rest().len();
        cursor.skip(1);
        cursor.spaces();
        if below_key && items.is_empty() {
            place = cursor.place();
        }
        let within = indent + before - cursor.rest().len();
        let mut ahead = cursor.clone();
        let is_map = scalar(&mut ahead, false).is_some() && ahead.eat(b':');
        let item = if is_map {
            let (item, line) = map(cursor, within)?;
            next = line;
            item
        } else {
            let item = value(cursor, false)?;
            next = end_line(cursor)?;
            item
        };
        items.push(item);
    }
    cursor.close();
    (next <= indent).then(|| (node(NodeKind::List(items), place), next))
}

fn map(cursor: &mut Cursor<'_>, indent: usize) -> Option<(Node, usize)> {
    let place = cursor.place();
    cursor.open()?;
    let mut entries = Vec::new();
    let mut next = indent;
    while next == indent && cursor.peek().is_some() && !is_item(cursor) {
        let key = new_key(&entries, scalar(cursor, false)?)?;
        if !cursor.eat(b':') || !matches!(cursor.peek(), Some(b' ' | b'\n')) {
            return None;
        }
        let here = cursor.clone();
        cursor.spaces();
        let value = if matches!(cursor.peek(), Some(b'\n' | b'#')) {
            *cursor = here;
            let below = end_line(cursor)?;
            let (value, line) = if below > indent {
                block(cursor, below)?
            } else if below == indent && is_item(cursor) {
                list(cursor, indent, true)?
            } else {
                return None;
            };
            next = line;
            value
        } else {
            let value = value(cursor, false)?;
            next = end_line(cursor)?;
            value
        };
        entries.push((key, value));
    }
    cursor.close();
    (next <= indent && !entries.is_empty()).then(|| (node(NodeKind::Map(entries), place), next))
}

/// A value that begins and ends on this line.
fn value(cursor: &mut Cursor<'_>, in_flow: bool) -> Option<Node> {
    match cursor.peek()? {
        b'{' => flow_map(cursor),
        b'[' => flow_list(cursor),
        _ => scalar(cursor, in_flow),
    }
}

fn flow_map(cursor: &mut Cursor<'_>) -> Option<Node> {
    let place = cursor.place();
    cursor.open()?;
    cursor.skip(1);
    cursor.spaces();
    let mut entries = Vec::new();
    if !cursor.eat(b'}') {
        loop {
            let key = new_key(&entries, scalar(cursor, true)?)?;
            if !cursor.eat(b':') || cursor.peek() != Some(b' ') {
                return None;
            }
            cursor.spaces();
            entries.push((key, value(cursor, true)?));
            cursor.spaces();
            if cursor.eat(b'}') {
                break;
            }
            if !cursor.eat(b',') {
                return None;
            }
            cursor.spaces();
        }
    }
    cursor.close();
    Some(node(NodeKind::Map(entries), place))
}

fn flow_list(cursor: &mut Cursor<'_>) -> Option<Node> {
    let place = cursor.place();
    cursor.open()?;
    cursor.skip(1);
    cursor.spaces();
    let mut items = Vec::new();
    if !cursor.eat(b']') {
        loop {
            items.push(value(cursor, true)?);
            cursor.spaces();
            if cursor.eat(b']') {
                break;
            }
            if !cursor.eat(b',') {
                return None;
            }
            cursor.spaces();
        }
    }
    cursor.close();
    Some(node(NodeKind::List(items), place))
}

/// A text with or without quotes.
fn scalar(cursor: &mut Cursor<'_>, in_flow: bool) -> Option<Node> {
    let place = cursor.place();
    let (text, quoted) = match cursor.peek()? {
        b'"' => (cursor.double_quoted()?, true),
        b'\'' => (single_quoted(cursor)?.into(), true),
        _ => (plain(cursor, in_flow)?.into(), false),
    };
    cursor.count()?;
    Some(node(NodeKind::Scalar { text, quoted }, place))
}

/// A text in single quotes, in which two stand for one.
fn single_quoted(cursor: &mut Cursor<'_>) -> Option<String> {
    cursor.skip(1);
    let mut text = String::new();
    loop {
        let rest = cursor.rest();
        let end = rest.find(['\'', '\n'])?;
        text.push_str(&rest[..end]);
        cursor.skip(end);
        if !cursor.eat(b'\'') {
            return None;
        }
        if !cursor.eat(b'\'') {
            return Some(text);
        }
        text.push('\'');
    }
}

/// A text without quotes, up to what ends it: the line, `: `, a comment, a sign of the flow around it.
fn plain<'t>(cursor: &mut Cursor<'t>, in_flow: bool) -> Option<&'t str> {
    let rest = cursor.rest();
    let bytes = rest.as_bytes();
    match bytes.first()? {
        b'-' => match bytes.get(1)? {
            b' ' | b'\n' => return None,
            second if FLOW.contains(second) => return None,
            _ => {}
        },
        b'.' if rest.starts_with("...") => return None,
        first if b" \n?:,[]{}#&*!|>'\"%@`".contains(first) => return None,
        _ => {}
    }
    let mut end = bytes.len();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' => {}
            b':' => match bytes.get(at + 1) {
                None | Some(b' ' | b'\n') => {}
                Some(next) if in_flow && FLOW.contains(next) => return None,
                _ => continue,
            },
            b'#' if bytes[at - 1] == b' ' => {}
            // The full reader takes the dash of `{a: b -}` for that of a list.
            b'-' if in_flow && at > 0 && bytes[at - 1] == b' ' => match bytes.get(at + 1) {
                Some(next) if FLOW.contains(next) => return None,
                _ => continue,
            },
            b',' | b'[' | b']' | b'{' | b'}' if in_flow => {}
            _ => continue,
        }
        end = at;
        break;
    }
    let text = rest[..end].trim_end_matches(' ');
    // A row of dashes may be the line between two documents.
    let is_mark = text.starts_with("---");
    cursor.skip(text.len());
    (!is_mark).then_some(text)
}

/// Goes on to the next line with something on it: how far it is indented. 0 at the end of the text.
fn next_line(cursor: &mut Cursor<'_>) -> usize {
    loop {
        let before = cursor.rest().len();
        cursor.spaces();
        let indent = before - cursor.rest().len();
        if cursor.peek() == Some(b'#') {
            comment(cursor);
        }
        if !cursor.line_end() {
            return if cursor.peek().is_none() { 0 } else { indent };
        }
    }
}

/// Ends a line behind a value and goes on to the next: how far it is indented.
fn end_line(cursor: &mut Cursor<'_>) -> Option<usize> {
    let before = cursor.rest().len();
    cursor.spaces();
    if cursor.peek() == Some(b'#') && cursor.rest().len() < before {
        comment(cursor);
    }
    matches!(cursor.peek(), None | Some(b'\n')).then(|| next_line(cursor))
}

fn comment(cursor: &mut Cursor<'_>) {
    let rest = cursor.rest();
    cursor.skip(rest.find('\n').unwrap_or(rest.len()));
}
