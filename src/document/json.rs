//! JSON text to nodes.
//!
//! JSON is checked as JSON, and then read by the YAML reader, of whose language it is a part: that
//! way every number keeps its digits, every value its place, and a key written twice is noticed.

use super::{Node, ProblemKind, Problems, SyntaxFault, yaml};

/// Reads a JSON text.
pub(super) fn parse(problems: &mut Problems<'_>) -> Option<Node> {
    let source = problems.source();
    // Ignoring the content makes this check run without recursion, however deep the text is.
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(source.text()) {
        let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let detail = error.to_string();
        let detail = detail.split(" at line ").next().unwrap_or(&detail);
        problems.at(
            place(error.line()).saturating_add(source.first_line() - 1),
            place(column_in_characters(
                source.text(),
                error.line(),
                error.column(),
            )),
            1,
            ProblemKind::Syntax {
                fault: SyntaxFault::Json,
                detail: detail.to_owned(),
            },
        );
        return None;
    }
    match join_surrogates(source.text()) {
        Some(text) => yaml::parse(&text, problems),
        None => yaml::parse(source.text(), problems),
    }
}

/// serde_json counts columns in bytes, from 1; 0 means the end of the line before.
fn column_in_characters(text: &str, line: usize, column: usize) -> usize {
    let Some(text) = text.split('\n').nth(line.saturating_sub(1)) else {
        return 1;
    };
    let bytes = column.saturating_sub(1).min(text.len());
    text.char_indices()
        .take_while(|(index, _)| *index < bytes)
        .count()
        + 1
}

/// JSON escapes a character beyond U+FFFF as two halves, `\ud842\udfb7`; YAML has one escape for it.
/// `None` when there is nothing to change.
fn join_surrogates(text: &str) -> Option<String> {
    if !text.contains("\\u") {
        return None;
    }
    let half = |at: &str| -> Option<u32> {
        let digits = at.strip_prefix("\\u")?.get(..4)?;
        u32::from_str_radix(digits, 16).ok()
    };
    let mut joined = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        joined.push_str(&rest[..at]);
        rest = &rest[at..];
        let pair = half(rest).zip(rest.get(6..).and_then(half));
        let whole = match pair {
            Some((high @ 0xD800..=0xDBFF, low @ 0xDC00..=0xDFFF)) => {
                char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
            }
            _ => None,
        };
        if let Some(c) = whole {
            joined.push(c);
            rest = &rest[12..];
        } else {
            // The backslash and what it escapes stay together: `\\u` is no escape of a character.
            let length = rest.chars().take(2).map(char::len_utf8).sum();
            joined.push_str(&rest[..length]);
            rest = &rest[length..];
        }
    }
    joined.push_str(rest);
    Some(joined)
}
