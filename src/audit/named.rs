//! 名称 of indicators in a text, found in one pass however many there are.

use std::cell::Cell;
use std::collections::HashMap;

use super::{Subject, text};

/// Names stand as one private character each, so that neither punctuation nor words inside a name are
/// read, and a name inside a longer one is not found.
pub(super) const MARKS: std::ops::RangeInclusive<char> = '\u{f0000}'..='\u{10fffd}';

/// The most steps of a search: beyond any real sheet, what is left is not looked at.
const MOST_STEPS: usize = 4_000_000;

/// The names of a sheet's indicators, letter by letter.
pub(super) struct Names {
    /// From a place in the names by a letter to the next place; 0 is where names begin.
    next: HashMap<(usize, char), usize>,
    /// The indicators whose name ends at a place, by their index in the sheet.
    ends: HashMap<usize, Vec<usize>>,
    left: Cell<usize>,
}

/// A text with a mark for every name in it.
pub(super) struct Marked<'n> {
    /// The text.
    pub text: String,
    /// The marks with the indicators of the name.
    pub names: HashMap<char, &'n [usize]>,
}

impl Names {
    pub fn new(subject: &Subject) -> Names {
        let mut names = Names {
            next: HashMap::new(),
            ends: HashMap::new(),
            left: Cell::new(MOST_STEPS),
        };
        for (index, indicator) in subject.sheet().indicators.iter().enumerate() {
            let mut place = 0;
            for letter in text::plain(&indicator.name).chars() {
                let free = names.next.len() + 1;
                place = *names.next.entry((place, letter)).or_insert(free);
            }
            if place > 0 {
                names.ends.entry(place).or_default().push(index);
            }
        }
        names
    }

    /// The text with marks for the longest names from its beginning on; `None` once too much was read.
    pub fn mark(&self, text: &str) -> Option<Marked<'_>> {
        let mut marked = Marked {
            text: String::new(),
            names: HashMap::new(),
        };
        let mut marks: HashMap<usize, char> = HashMap::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let Some((place, length)) = self.longest(rest)? else {
                marked.text.push(first);
                rest = &rest[first.len_utf8()..];
                continue;
            };
            let mark = match marks.get(&place) {
                Some(mark) => *mark,
                None => MARKS.clone().nth(marks.len())?,
            };
            marks.insert(place, mark);
            marked.names.insert(mark, &self.ends[&place]);
            marked.text.push(mark);
            rest = &rest[length..];
        }
        Some(marked)
    }

    /// The longest name a text begins with: where it ends among the names, and in the text.
    fn longest(&self, text: &str) -> Option<Option<(usize, usize)>> {
        let (mut place, mut longest) = (0, None);
        for (at, letter) in text.char_indices() {
            self.left.set(self.left.get().checked_sub(1)?);
            let Some(next) = self.next.get(&(place, letter)) else {
                break;
            };
            place = *next;
            if self.ends.contains_key(&place) {
                longest = Some((place, at + letter.len_utf8()));
            }
        }
        Some(longest)
    }
}
