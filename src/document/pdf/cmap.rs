//! The table that gives a font's codes their characters (ToUnicode), read with bounds and written
//! again in its plainest form.
//!
//! The library believes a range like `<0000> <FFFFFFFF>` and would fill memory with it.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Codes have at most two bytes in every encoding met here.
const LAST_CODE: u32 = 0xFFFF;

/// The most UTF-16 units one code stands for; a ligature has three or four.
const MOST_UNITS: usize = 16;

/// Rewrites the table: one line per code. `<0000> <FFFF> 0` in its CID notation means that codes are
/// characters, and stays.
pub(super) fn plain(table: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(table);
    let mut codes = BTreeMap::new();
    for section in sections(&text, "beginbfchar", "endbfchar") {
        read_characters(&tokens(section), &mut codes);
    }
    for section in sections(&text, "beginbfrange", "endbfrange") {
        read_ranges(&tokens(section), &mut codes);
    }
    let mut out = String::new();
    if codes.is_empty() {
        for section in sections(&text, "begincidrange", "endcidrange") {
            if tokens(section)[..].starts_with(&[Token::Hex("0000"), Token::Hex("FFFF")]) {
                out.push_str("1 begincidrange\n<0000> <FFFF> 0\nendcidrange\n");
            }
        }
    }
    out.push_str("beginbfchar\n");
    for (code, units) in &codes {
        // Writing to a String cannot fail.
        let _ = write!(out, "<{code:04X}> <");
        for unit in units {
            let _ = write!(out, "{unit:04X}");
        }
        out.push_str(">\n");
    }
    out.push_str("endbfchar\n");
    out.into_bytes()
}

/// The texts between two words.
fn sections<'t>(text: &'t str, begin: &str, end: &str) -> impl Iterator<Item = &'t str> {
    text.split(begin)
        .skip(1)
        .map(move |rest| rest.split(end).next().unwrap_or(rest))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'t> {
    /// `<4E00>`: what stands between the signs.
    Hex(&'t str),
    /// `[`
    Open,
    /// `]`
    Close,
}

fn tokens(section: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = section;
    while let Some(place) = rest.find(['<', '[', ']']) {
        let (sign, after) = rest[place..].split_at(1);
        rest = after;
        match sign {
            "[" => tokens.push(Token::Open),
            "]" => tokens.push(Token::Close),
            _ => {
                let Some((hex, after)) = rest.split_once('>') else {
                    break;
                };
                tokens.push(Token::Hex(hex.trim()));
                rest = after;
            }
        }
    }
    tokens
}

/// `<code> <characters>` pairs.
fn read_characters(tokens: &[Token<'_>], codes: &mut BTreeMap<u32, Vec<u16>>) {
    for pair in tokens.chunks_exact(2) {
        if let [Token::Hex(code), Token::Hex(characters)] = pair
            && let Some(code) = code_of(code)
            && let Some(units) = units_of(characters)
        {
            codes.insert(code, units);
        }
    }
}

/// `<first> <last> <characters of the first>` or `<first> <last> [<characters> …]`.
fn read_ranges(tokens: &[Token<'_>], codes: &mut BTreeMap<u32, Vec<u16>>) {
    let mut rest = tokens;
    while let [Token::Hex(first), Token::Hex(last), after @ ..] = rest {
        let range = code_of(first).zip(code_of(last));
        match after {
            [Token::Hex(characters), after @ ..] => {
                rest = after;
                if let Some((first, last)) = range
                    && let Some(units) = units_of(characters)
                {
                    read_range(first, last, &units, codes);
                }
            }
            [Token::Open, after @ ..] => {
                let length = after
                    .iter()
                    .position(|token| *token == Token::Close)
                    .unwrap_or(after.len());
                if let Some((first, last)) = range {
                    for (code, token) in (first..=last).zip(&after[..length]) {
                        if let Token::Hex(characters) = token
                            && let Some(units) = units_of(characters)
                        {
                            codes.insert(code, units);
                        }
                    }
                }
                rest = &after[(length + 1).min(after.len())..];
            }
            _ => return,
        }
    }
}

/// Consecutive codes have consecutive characters.
fn read_range(first: u32, last: u32, units: &[u16], codes: &mut BTreeMap<u32, Vec<u16>>) {
    let Ok(text) = String::from_utf16(units) else {
        return;
    };
    let mut characters = text.chars();
    let (Some(start), None) = (characters.next(), characters.next()) else {
        // More than one character: only the first code can be meant.
        codes.insert(first, units.to_vec());
        return;
    };
    for (code, offset) in (first..=last).zip(0_u32..) {
        if let Some(character) = char::from_u32(u32::from(start).saturating_add(offset)) {
            codes.insert(code, character.encode_utf16(&mut [0; 2]).to_vec());
        }
    }
}

fn code_of(hex: &str) -> Option<u32> {
    let code = u32::from_str_radix(hex, 16).ok()?;
    (code <= LAST_CODE).then_some(code)
}

fn units_of(hex: &str) -> Option<Vec<u16>> {
    if hex.is_empty() || hex.len() > MOST_UNITS * 4 || !hex.is_ascii() {
        return None;
    }
    let unit = |digits: &[u8]| u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok();
    hex.as_bytes().chunks(4).map(unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(table: &str) -> String {
        let plain = String::from_utf8(plain(table.as_bytes())).unwrap();
        let body = plain.strip_prefix("beginbfchar\n").unwrap_or(&plain);
        body.strip_suffix("endbfchar\n").unwrap_or(body).to_owned()
    }

    #[test]
    fn every_notation_becomes_one() {
        assert_eq!(
            rewritten("2 beginbfchar <01> <4E00>\n<02><0066 >endbfchar"),
            "<0001> <4E00>\n<0002> <0066>\n"
        );
        assert_eq!(
            rewritten(
                "beginbfrange <0003> <0005> <5E74>\n<10> <11> [<00660069> <D840DC00>] endbfrange"
            ),
            "<0003> <5E74>\n<0004> <5E75>\n<0005> <5E76>\n<0010> <00660069>\n<0011> <D840DC00>\n"
        );
        assert_eq!(
            rewritten("begincidrange <0000> <FFFF> 0 endcidrange"),
            "1 begincidrange\n<0000> <FFFF> 0\nendcidrange\nbeginbfchar\n"
        );
    }

    #[test]
    fn endless_ranges_and_nonsense_are_dropped() {
        for table in [
            "beginbfrange <0000> <FFFFFFFF> <0041> endbfrange",
            "beginbfchar <zz> <0041> endbfchar",
            "beginbfchar <01> <年> endbfchar",
            "beginbfrange <01> <02> [ <0041",
            "beginbfchar <01",
        ] {
            assert_eq!(rewritten(table), "", "{table}");
        }
    }
}
