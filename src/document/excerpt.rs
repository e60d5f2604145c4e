//! One line of a file with the place of a problem in it.

use unicode_width::UnicodeWidthChar;

/// A piece of a line, fit to be shown: at most about a hundred columns, no tabs or control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The piece; `…` stands where the line was cut.
    pub text: String,
    /// Display columns in front of the place, Chinese characters counting two.
    pub indent: usize,
    /// Display columns of the place itself; at least 1.
    pub width: usize,
}

impl Excerpt {
    /// Characters kept in front of the place.
    const BEFORE: usize = 30;
    /// Characters kept from the place on.
    const AFTER: usize = 40;

    /// Cuts `line` around `column` (from 1, in characters), of which `length` characters are meant.
    /// A column past the end of the line stands right behind its last character.
    pub fn cut(line: &str, column: u32, length: u32) -> Excerpt {
        let place = usize::try_from(column.saturating_sub(1)).unwrap_or(usize::MAX);
        let length = usize::try_from(length).unwrap_or(usize::MAX).max(1);
        let first = place.saturating_sub(Self::BEFORE);
        let mut rest = line.chars().skip(first);

        let mut text = String::new();
        let mut columns = 0;
        let mut push = |c: char| {
            text.push(c);
            let before = columns;
            columns += c.width().unwrap_or(0);
            (before, columns)
        };
        if first > 0 {
            push('…');
        }
        let (mut indent, mut end, mut last) = (None, None, 0);
        for (offset, c) in rest.by_ref().take(place - first + Self::AFTER).enumerate() {
            let (before, after) = push(plain(c));
            let index = first + offset;
            if index == place {
                indent = Some(before);
            }
            if index >= place && index - place < length {
                end = Some(after);
            }
            last = after;
        }
        if rest.next().is_some() {
            push('…');
        }
        let indent = indent.unwrap_or(last);
        Excerpt {
            text,
            indent,
            width: end.unwrap_or(indent + 1).saturating_sub(indent).max(1),
        }
    }
}

/// A tab becomes one space and any other control character a sign for "cannot be shown", so that a
/// file can neither shift the underline nor send commands to a terminal.
pub(crate) fn plain(c: char) -> char {
    match c {
        '\t' => ' ',
        // Direction marks would let a line show something else than it says.
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_counts_two_columns() {
        let excerpt = Excerpt::cut("单位: 某某", 5, 2);
        assert_eq!((excerpt.indent, excerpt.width), (6, 4));
    }

    #[test]
    fn a_tab_is_one_column() {
        let excerpt = Excerpt::cut("\ttaget: 3个", 2, 5);
        assert_eq!(excerpt.text, " taget: 3个");
        assert_eq!((excerpt.indent, excerpt.width), (1, 5));
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let line = format!("{}here{}", "字".repeat(500), "x".repeat(500));
        let excerpt = Excerpt::cut(&line, 501, 4);
        assert!(excerpt.text.starts_with("…字") && excerpt.text.ends_with("x…"));
        assert_eq!((excerpt.indent, excerpt.width), (1 + 60, 4));
        assert!(excerpt.text.chars().count() < 80);
    }

    #[test]
    fn a_place_behind_the_line_is_shown_behind_it() {
        let excerpt = Excerpt::cut("指标:", 9, 1);
        assert_eq!((excerpt.indent, excerpt.width), (5, 1));
        assert_eq!(Excerpt::cut("", 1, 0).width, 1);
    }

    #[test]
    fn a_terminal_command_is_not_passed_on() {
        assert_eq!(Excerpt::cut("a\u{1b}[2Jb", 1, 1).text, "a\u{fffd}[2Jb");
    }
}
