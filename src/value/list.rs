//! Several values in one cell: "3个、8个", "标杆智能工厂10家，示范项目20个".

use super::reading::{Place, Reading, read_one};
use super::{Doubt, Unreadable, Value, normalise};

/// Reads `plain` as a list if it parts into two or more values, by punctuation or by the lines of `text`.
pub(super) fn read(text: &str, plain: &str, place: Place) -> Option<Reading> {
    if !plain.contains(may_part) && !text.contains(['\n', '\r', '<']) {
        // One piece in one line, as most cells are.
        return None;
    }
    of_values(&pieces(plain), place).or_else(|| {
        let lines = lines(text);
        (lines.len() > 1 && has_stray_figures(&read_one(plain, place)))
            .then(|| of_values(&lines, place))
            .flatten()
    })
}

/// A list when every piece is a value of its own.
fn of_values(pieces: &[String], place: Place) -> Option<Reading> {
    if pieces.len() < 2 {
        return None;
    }
    let place = Place {
        listed: true,
        ..place
    };
    let items: Option<Vec<_>> = pieces
        .iter()
        .map(|piece| {
            let item = read_one(piece, place);
            is_amount(&item.value).then(|| item.beside(piece))
        })
        .collect();
    let items = items?;
    let mut reading = Reading::plain(Value::Missing);
    for doubt in items.iter().flat_map(|item| &item.doubts) {
        reading.doubt(*doubt);
    }
    reading.value = Value::List(items);
    Some(reading)
}

fn is_amount(value: &Value) -> bool {
    matches!(
        value,
        Value::Quantity(_)
            | Value::Range { .. }
            | Value::Approximate(_)
            | Value::Unreadable(Unreadable::RangeBackwards)
    )
}

fn has_stray_figures(reading: &Reading) -> bool {
    reading.doubts.contains(&Doubt::NumbersInWords)
}

/// The non-empty lines of a cell, each in plain characters.
fn lines(text: &str) -> Vec<String> {
    text.replace("<br", "\n<br")
        .replace("</p", "\n</p")
        .split(['\n', '\r'])
        .map(normalise)
        .filter(|line| !line.is_empty())
        .collect()
}

/// Parts at 、；， outside brackets; a comma between digits parts thousands, not items.
fn pieces(plain: &str) -> Vec<String> {
    let characters: Vec<char> = plain.chars().collect();
    let mut pieces = vec![String::new()];
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(&character) = characters.get(at) {
        match character {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let fresh = pieces.last().is_some_and(String::is_empty);
        let numbering = if fresh {
            numbering(&characters[at..])
        } else {
            0
        };
        if numbering > 0 {
            at += numbering;
            depth = 0;
            continue;
        }
        if depth == 0 && parts(&characters, at) {
            pieces.push(String::new());
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(character);
        }
        at += 1;
    }
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// Whether a character can end an item; [`parts`] has the last word.
fn may_part(character: char) -> bool {
    matches!(character, '、' | ';' | '。' | ',') || ('①'..='⑳').contains(&character)
}

fn parts(characters: &[char], at: usize) -> bool {
    let digit = |at: Option<usize>| {
        at.and_then(|at| characters.get(at))
            .is_some_and(char::is_ascii_digit)
    };
    match characters[at] {
        '、' | ';' | '。' => true,
        ',' => !(digit(at.checked_sub(1)) && digit(at.checked_add(1))),
        character => ('①'..='⑳').contains(&character),
    }
}

/// Characters of an item's number in front of it: "1.", "2、", "(3)"; 0 when there is none.
fn numbering(characters: &[char]) -> usize {
    let opened = usize::from(characters.first() == Some(&'('));
    let digits = characters[opened..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .count();
    let end = opened + digits;
    let closed = match characters.get(end) {
        Some(')') => true,
        Some('.' | '、') => opened == 0,
        _ => false,
    };
    let item_follows = characters
        .get(end + 1)
        .is_some_and(|next| next.is_alphabetic());
    if (1..=2).contains(&digits) && closed && item_follows {
        end + 1
    } else {
        0
    }
}
