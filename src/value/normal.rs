//! One spelling for the same thing: "２次", "100 ％", "预 期", "﹦", "<p>…</p>".

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Longest HTML tag that is taken for one; a lone "<" further from its ">" is a comparison.
const LONGEST_TAG: usize = 200;

/// The text in plain characters: tags and invisible characters gone, full-width forms folded
/// (NFKC), one sign each for ≥ ≤ = - ~, and no spaces except between two Latin words or numbers.
///
/// Words are left alone: "18.73分" keeps its 分, which only [`read_figure`](super::read_figure) drops.
///
/// ```
/// assert_eq!(jixiao::value::normalise("<p>＞＝ 100 ％</p>"), "≥100%");
/// assert_eq!(jixiao::value::normalise("预 期"), "预期");
/// ```
pub fn normalise(text: &str) -> String {
    normalised(text).into_owned()
}

/// The same, as it stands where it is plain already.
pub(super) fn normalised(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let untagged = entities(without_tags(text));
    let folded: String = untagged.chars().flat_map(fold).filter_map(sign).collect();
    Cow::Owned(comparisons(without_spaces(&folded)))
}

/// Whether a character is its own plain form wherever it stands: most cells are figures or names of such.
fn is_plain(character: char) -> bool {
    match character {
        '<' | '>' | '=' | '&' => false,
        '\u{4e00}'..='\u{9fff}' | '≥' | '≤' | '、' | '。' | '《' | '》' | '“' | '”' => {
            true
        }
        other => other.is_ascii_graphic(),
    }
}

/// Removes `<p>`, `</td>`, `<br/>`, but not the "<" of "<5%".
fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, from) = rest.split_at(start);
        kept.push_str(before);
        match tag_length(from) {
            Some(length) => {
                // A break or a paragraph separates words; `without_spaces` decides what remains of it.
                kept.push('\n');
                rest = &from[length..];
            }
            None => {
                kept.push('<');
                rest = &from[1..];
            }
        }
    }
    Cow::Owned(kept + rest)
}

/// Bytes of the tag at the start of `text`, which begins with "<".
fn tag_length(text: &str) -> Option<usize> {
    let name = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        .then(|| {
            text.char_indices()
                .take(LONGEST_TAG)
                .find(|(_, c)| *c == '>')
        })
        .flatten()
        .map(|(at, _)| at + 1)
}

/// The few entities that exported pages leave in table cells.
fn entities(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('&') {
        return text;
    }
    let entities = [
        ("&nbsp;", " "),
        ("&ge;", "≥"),
        ("&le;", "≤"),
        ("&gt;", ">"),
        ("&lt;", "<"),
        ("&amp;", "&"),
    ];
    let plain = entities
        .iter()
        .fold(text.into_owned(), |text, (entity, plain)| {
            text.replace(entity, plain)
        });
    Cow::Owned(plain)
}

/// NFKC of one character; ① to ⑳ stay, since they number items and are no figures.
fn fold(character: char) -> impl Iterator<Item = char> {
    let numbering = ('①'..='⑳').contains(&character);
    let (kept, folded) = if numbering || is_plain(character) {
        (Some(character), None)
    } else {
        (None, Some(std::iter::once(character).nfkc()))
    };
    kept.into_iter().chain(folded.into_iter().flatten())
}

/// One character for each sign; `None` for what cannot be seen.
fn sign(character: char) -> Option<char> {
    match character {
        '≧' | '⩾' | '≮' | '≫' => Some('≥'),
        '≦' | '⩽' | '≯' | '≪' => Some('≤'),
        '−' | '‐' | '‑' | '‒' | '–' | '─' => Some('-'),
        '∼' | '〜' | '˜' => Some('~'),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        other if other.is_whitespace() => Some(other),
        other if other.is_control() => None,
        other => Some(other),
    }
}

/// Drops spaces, except one between two Latin letters or digits: "1 000" must not become 1000 by itself.
fn without_spaces(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut pending = false;
    for character in text.chars() {
        if character.is_whitespace() {
            pending = true;
            continue;
        }
        let latin = |c: char| c.is_ascii_alphanumeric();
        if pending && latin(character) && kept.ends_with(latin) {
            kept.push(' ');
        }
        pending = false;
        kept.push(character);
    }
    kept
}

/// Comparisons typed as two characters.
fn comparisons(text: String) -> String {
    if !text.contains('=') {
        return text;
    }
    text.replace(">=", "≥")
        .replace("=>", "≥")
        .replace("<=", "≤")
        .replace("=<", "≤")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The short way for plain characters must not change what the long way gives.
    #[test]
    fn plain_characters_are_their_own_compatibility_form() {
        for character in ('\u{0}'..='\u{ffff}').filter(|c| is_plain(*c)) {
            let folded: String = std::iter::once(character).nfkc().collect();
            assert_eq!(folded, character.to_string());
            assert_eq!(sign(character), Some(character));
            assert!(!character.is_whitespace());
        }
    }
}
