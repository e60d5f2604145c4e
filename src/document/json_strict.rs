//! The JSON that programs write, read in one pass: see [`super::strict`].

use super::strict::{Cursor, new_key, node};
use super::{Node, NodeKind};

/// The tree of a text, exactly as [`super::json::parse`] builds it; `None` when the text holds anything
/// but objects, lists, strings, numbers and words in at most 64 levels, or a key twice.
pub(super) fn parse(text: &str, first: u32) -> Option<Node> {
    let text = text.trim_end_matches([' ', '\n', '\r']);
    let mut cursor = Cursor::new(text, first)?;
    let root = value(&mut cursor)?;
    cursor.rest().is_empty().then_some(root)
}

/// Calls itself once a level, which [`Cursor::open`] bounds.
fn value(cursor: &mut Cursor<'_>) -> Option<Node> {
    let place = cursor.place();
    let (text, quoted) = match cursor.peek()? {
        b'{' => return object(cursor).map(|kind| node(kind, place)),
        b'[' => return list(cursor).map(|kind| node(kind, place)),
        b'"' => (cursor.double_quoted()?, true),
        _ => (bare(cursor)?.into(), false),
    };
    cursor.count()?;
    Some(node(NodeKind::Scalar { text, quoted }, place))
}

fn object(cursor: &mut Cursor<'_>) -> Option<NodeKind> {
    cursor.open()?;
    cursor.skip(1);
    white(cursor);
    // A row has about ten keys.
    let mut entries = Vec::with_capacity(12);
    if !cursor.eat(b'}') {
        loop {
            if cursor.peek() != Some(b'"') {
                return None;
            }
            let key = new_key(&entries, value(cursor)?)?;
            cursor.spaces();
            if !cursor.eat(b':') {
                return None;
            }
            white(cursor);
            let value = value(cursor)?;
            entries.push((key, value));
            white(cursor);
            if cursor.eat(b'}') {
                break;
            }
            if !cursor.eat(b',') {
                return None;
            }
            white(cursor);
        }
    }
    cursor.close();
    Some(NodeKind::Map(entries))
}

fn list(cursor: &mut Cursor<'_>) -> Option<NodeKind> {
    cursor.open()?;
    cursor.skip(1);
    white(cursor);
    let mut items = Vec::new();
    if !cursor.eat(b']') {
        loop {
            items.push(value(cursor)?);
            white(cursor);
            if cursor.eat(b']') {
                break;
            }
            if !cursor.eat(b',') {
                return None;
            }
            white(cursor);
        }
    }
    cursor.close();
    Some(NodeKind::List(items))
}

/// A number, `true`, `false` or `null`.
fn bare<'t>(cursor: &mut Cursor<'t>) -> Option<&'t str> {
    let rest = cursor.rest();
    let end = rest
        .bytes()
        .position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')))
        .unwrap_or(rest.len());
    let word = &rest[..end];
    cursor.skip(end);
    (matches!(word, "true" | "false" | "null") || is_number(word)).then_some(word)
}

/// Whether a word is a number as JSON writes it: no `+` or point in front, no zero before other digits.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (figure, exponent) = unsigned
        .split_once(['e', 'E'])
        .map_or((unsigned, None), |(figure, power)| (figure, Some(power)));
    let (whole, decimals) = figure
        .split_once('.')
        .map_or((figure, None), |(whole, behind)| (whole, Some(behind)));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && decimals.is_none_or(digits)
        && exponent.is_none_or(|power| digits(power.strip_prefix(['-', '+']).unwrap_or(power)))
}

/// Passes over blanks and line ends.
fn white(cursor: &mut Cursor<'_>) {
    loop {
        cursor.spaces();
        if !cursor.line_end() {
            return;
        }
    }
}
