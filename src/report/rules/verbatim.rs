//! A statement as its script has it, for what has no faithful words.

use crate::rules::outline::Part;

/// A character that is neither blank nor within a comment or text; a text is its first quote.
#[derive(Clone, Copy)]
struct Mark {
    /// Line and column, from 1.
    place: (u32, u32),
    /// Index among the script's characters.
    at: usize,
    c: char,
}

/// The lines of the statement a part stands in, from its own indentation on.
pub(super) fn statement(script: &str, part: &Part) -> Vec<String> {
    let mut places = Vec::new();
    part.each(&mut |part| {
        if part.place.line > 0 {
            places.push((part.place.line, part.place.column));
        }
    });
    let text: Vec<char> = script.chars().collect();
    let marks = marks(&text);
    let (Some(first), Some(last)) = (places.iter().min(), places.iter().max()) else {
        return vec!["?".to_owned()];
    };
    let before = marks.partition_point(|mark| mark.place <= *first);
    let mut start = before.saturating_sub(1);
    while start > 0 && !ends_before(&marks, start - 1) {
        start -= 1;
    }
    let end = end(&marks, &text, start, *last);
    let Some(from) = marks.get(start).map(|mark| mark.at) else {
        return vec!["?".to_owned()];
    };
    let line = text[..from].iter().rposition(|c| *c == '\n');
    let line = line.map_or(0, |newline| newline + 1);
    let blank = |c: &&char| c.is_whitespace();
    let indent = text[line..from].iter().take_while(blank).count();
    let said: String = text[from..end].iter().collect();
    let said = said.trim().strip_prefix("else ").unwrap_or(said.trim());
    let lines = said.lines().enumerate().map(|(index, line)| {
        let own = line.chars().take_while(|c| c.is_whitespace()).count();
        let skip = if index == 0 { 0 } else { own.min(indent) };
        line.chars().skip(skip).collect::<String>()
    });
    lines.collect()
}

/// Whether a statement can start behind this mark.
fn ends_before(marks: &[Mark], index: usize) -> bool {
    let map = || index > 0 && marks[index - 1].c == '#';
    match marks[index].c {
        ';' | '}' => true,
        '{' => !map(),
        _ => false,
    }
}

/// Where the statement ends, as an index among the characters.
fn end(marks: &[Mark], text: &[char], start: usize, last: (u32, u32)) -> usize {
    let mut depth = 0_usize;
    for index in start..marks.len() {
        let Mark { place, at, c } = marks[index];
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return at,
            ')' | ']' | '}' => {
                depth -= 1;
                if c == '}' && depth == 0 && place >= last {
                    let goes_on = marks.get(index + 1).is_some_and(|next| {
                        let rest: String = text[next.at..].iter().take(5).collect();
                        let words = ["else", "while", "until", "catch"];
                        ".,*/<>=!&|?%+-)];".contains(next.c)
                            || words.iter().any(|word| rest.starts_with(word))
                    });
                    if !goes_on {
                        return at + 1;
                    }
                }
            }
            ';' if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

fn marks(text: &[char]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let (mut at, mut line, mut column) = (0, 1, 1);
    while at < text.len() {
        let next = text.get(at + 1).copied();
        let length = match (text[at], next) {
            ('/', Some('/')) => text[at..].iter().take_while(|c| **c != '\n').count(),
            ('/', Some('*')) => comment(&text[at..]),
            (c, _) => {
                if !c.is_whitespace() {
                    marks.push(Mark {
                        place: (line, column),
                        at,
                        c,
                    });
                }
                match c {
                    '"' | '`' | '\'' => quoted(&text[at..]),
                    _ => 1,
                }
            }
        };
        for c in &text[at..(at + length).min(text.len())] {
            column += 1;
            if *c == '\n' {
                (line, column) = (line + 1, 1);
            }
        }
        at += length;
    }
    marks
}

/// How long the comment is that starts here; they nest.
fn comment(text: &[char]) -> usize {
    let (mut at, mut depth) = (0, 0);
    while at < text.len() {
        match (text[at], text.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// How long the text is that starts here with its quote.
fn quoted(text: &[char]) -> usize {
    let mut at = 1;
    while at < text.len() && text[at] != text[0] {
        at += if text[at] == '\\' && text[0] != '`' {
            2
        } else {
            1
        };
    }
    at + 1
}
