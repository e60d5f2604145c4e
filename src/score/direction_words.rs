//! Finds the words of a pack that decide a direction, in one pass over a name.

use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::rules::pack::DirectionWords;
use crate::sheet::Direction;

/// The words of a pack, ready to be searched for.
pub(super) struct WordFinder {
    /// `at_least` words first.
    words: Vec<Arc<str>>,
    at_least: usize,
    search: Option<AhoCorasick>,
}

impl WordFinder {
    pub(super) fn new(words: &DirectionWords) -> WordFinder {
        let all = words.at_least.iter().chain(&words.at_most);
        let all: Vec<Arc<str>> = all.map(|word| Arc::from(word.as_str())).collect();
        WordFinder {
            // Building fails only beyond two billion states; then no word is found.
            search: AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::DFA))
                .build(all.iter().map(|word| word.as_bytes()))
                .ok(),
            at_least: words.at_least.len(),
            words: all,
        }
    }

    /// The first word of the pack's lists in a name; a word for "more is better" wins over any other
    /// (节约成本 is about saving, not about cost).
    pub(super) fn find(&self, name: &str) -> Option<(Direction, Arc<str>)> {
        let matches = self.search.as_ref()?.find_overlapping_iter(name);
        let index = matches.map(|found| found.pattern().as_usize()).min()?;
        let direction = if index < self.at_least {
            Direction::AtLeast
        } else {
            Direction::AtMost
        };
        Some((direction, Arc::clone(&self.words[index])))
    }
}
