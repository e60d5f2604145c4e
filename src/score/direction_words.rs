//! Finds the words of a pack that decide a direction, in one pass over a name.

use std::sync::Arc;

use aho_corasick::automaton::{Automaton, OverlappingState};
use aho_corasick::{Input, dfa::DFA};

use crate::rules::pack::DirectionWords;
use crate::sheet::Direction;

/// The words of a pack, ready to be searched for.
pub(super) struct WordFinder {
    /// `at_least` words first.
    words: Vec<Arc<str>>,
    at_least: usize,
    search: Option<DFA>,
    beginnings: Beginnings,
}

/// The pairs of characters that words begin with, as a set that says "perhaps" or "no". Most names hold
/// no word of a pack, and this tells several times sooner than searching.
struct Beginnings {
    pairs: [u64; Beginnings::BITS / 64],
    /// A word of one character begins with no pair: everything is perhaps one.
    all: bool,
}

impl Beginnings {
    const BITS: usize = 4096;

    fn of(words: &[Arc<str>]) -> Beginnings {
        let mut beginnings = Beginnings {
            pairs: [0; Self::BITS / 64],
            all: false,
        };
        for word in words {
            let mut characters = word.chars();
            match (characters.next(), characters.next()) {
                (Some(first), Some(second)) => {
                    let (word, bit) = Self::place(first, second);
                    beginnings.pairs[word] |= bit;
                }
                _ => beginnings.all = true,
            }
        }
        beginnings
    }

    fn place(first: char, second: char) -> (usize, u64) {
        let place = (first as usize * 31 + second as usize) % Self::BITS;
        (place / 64, 1 << (place % 64))
    }

    /// Whether some word may stand in a name.
    fn perhaps_in(&self, name: &str) -> bool {
        let mut characters = name.chars();
        let Some(mut first) = characters.next() else {
            return self.all;
        };
        let found = characters.any(|second| {
            let (word, bit) = Self::place(first, second);
            first = second;
            self.pairs[word] & bit != 0
        });
        found || self.all
    }
}

impl WordFinder {
    pub(super) fn new(words: &DirectionWords) -> WordFinder {
        let all = words.at_least.iter().chain(&words.at_most);
        let all: Vec<Arc<str>> = all.map(|word| Arc::from(word.as_str())).collect();
        WordFinder {
            // Building fails only beyond two billion states; then no word is found.
            search: DFA::new(all.iter().map(|word| word.as_bytes())).ok(),
            at_least: words.at_least.len(),
            beginnings: Beginnings::of(&all),
            words: all,
        }
    }

    /// The first word of the pack's lists in a name, by its place; a word for "more is better" wins over
    /// any other (节约成本 is about saving, not about cost).
    pub(super) fn find(&self, name: &str) -> Option<(Direction, usize)> {
        let search = self.search.as_ref()?;
        if !self.beginnings.perhaps_in(name) {
            return None;
        }
        let input = Input::new(name);
        let (mut state, mut first) = (OverlappingState::start(), usize::MAX);
        while search.try_find_overlapping(&input, &mut state).is_ok()
            && let Some(found) = state.get_match()
        {
            first = first.min(found.pattern().as_usize());
        }
        let direction = match first {
            usize::MAX => return None,
            first if first < self.at_least => Direction::AtLeast,
            _ => Direction::AtMost,
        };
        Some((direction, first))
    }

    /// The word at a place that [`WordFinder::find`] gave.
    pub(super) fn word(&self, place: usize) -> Arc<str> {
        Arc::clone(&self.words[place])
    }
}
