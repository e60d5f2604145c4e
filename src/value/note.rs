//! Remarks in brackets: "1600000人(线上+线下)"; but 家(次) is a unit.

use std::borrow::Cow;

use super::lexicon;

/// What begins a remark.
const OPENING: [char; 4] = ['(', '[', '【', '〔'];

/// The text without its remarks, and the remarks. A text that is one remark altogether is its content.
pub(super) fn set_aside(plain: &str) -> (Cow<'_, str>, Vec<String>) {
    if next_brackets(plain).is_none() {
        return (Cow::Borrowed(plain), Vec::new());
    }
    let mut body = String::with_capacity(plain.len());
    let mut notes = Vec::new();
    let mut rest = plain;
    while let Some((before, inner, after)) = next_brackets(rest) {
        body.push_str(before);
        if is_unit(inner) && body.ends_with(|last: char| last.is_alphabetic()) {
            body.push('(');
            body.push_str(inner);
            body.push(')');
        } else if lexicon::UNITS.contains(inner)
            && body.ends_with(|last: char| last.is_ascii_digit())
        {
            // "20(家)": the form printed the unit in brackets.
            body.push_str(inner);
        } else if !inner.is_empty() {
            notes.push(inner.to_owned());
        }
        rest = after;
    }
    body.push_str(rest);
    if body.is_empty() && notes.len() == 1 {
        body = notes.remove(0);
    }
    (Cow::Owned(body), notes)
}

/// Whether a text stands in brackets altogether: "(10)" may be a clerk's negative or a remark.
pub(super) fn is_all_remark(plain: &str) -> bool {
    plain.starts_with(OPENING) && matches!(next_brackets(plain), Some(("", _, "")))
}

/// Whether brackets around `inner` are part of a unit: 家(次), 人(次).
fn is_unit(inner: &str) -> bool {
    inner.chars().count() <= 2 && lexicon::UNITS.contains(inner)
}

/// The first pair of brackets with its closing partner: before, between, behind.
fn next_brackets(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find(OPENING)?;
    let mut depth = 0usize;
    for (at, character) in text.char_indices().skip_while(|(at, _)| *at < start) {
        match character {
            _ if OPENING.contains(&character) => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            let opening = text[start..].chars().next().map_or(0, char::len_utf8);
            let inner = &text[start + opening..at];
            return Some((&text[..start], inner, &text[at + character.len_utf8()..]));
        }
    }
    None
}
