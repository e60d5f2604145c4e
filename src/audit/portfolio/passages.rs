//! The explanations of all sheets, by fingerprints: which passage stands in sheets of several units.

use std::collections::HashMap;
use std::sync::Arc;

use super::entry::fingerprint;
use crate::audit::profile::Profile;
use crate::audit::text;
use crate::sheet::{Origin, Sheet, Text};

/// The most different passages that are kept; those that come later are compared with these only.
const MOST_PASSAGES: usize = if cfg!(test) { 3 } else { 1_000_000 };
/// Characters kept of a passage, to quote it.
const EXCERPT: usize = 24;
/// Names shorter than this are not taken out of a passage: they may be ordinary words.
const SHORT_NAME: usize = 4;

/// The passages seen so far.
#[derive(Debug, Clone, Default)]
pub struct Passages {
    /// By the fingerprint of the letters alone: without figures, marks, and the sheet's own names.
    by_letters: HashMap<u128, Passage>,
    /// Passages that came when there was no more room.
    left_out: usize,
}

/// A passage, where it was first seen.
#[derive(Debug, Clone)]
pub struct Passage {
    /// The sheet, by its index.
    pub sheet: u32,
    /// The unit of that sheet.
    unit: Arc<str>,
    /// Its beginning.
    pub excerpt: Box<str>,
    /// Where it stands.
    pub origin: Origin,
    /// Fingerprint of the passage with its figures and names.
    exact: u128,
    /// Which of all passages it was.
    order: usize,
    /// Sheets of other units that have it too.
    copies: Vec<u32>,
    /// Whether all of them have it with the same figures and names.
    word_for_word: bool,
}

/// The passages that one sheet shares with the same sheets of other units.
#[derive(Debug, Clone)]
pub struct Copies<'p> {
    /// The first of them.
    pub first: &'p Passage,
    /// How many there are.
    pub count: usize,
    /// The sheets of other units, by their index, in their order.
    pub sheets: &'p [u32],
    /// Whether the passages are the same to the last figure.
    pub word_for_word: bool,
}

impl Passages {
    pub(super) fn add(&mut self, number: usize, unit: &Arc<str>, sheet: &Sheet, profile: &Profile) {
        // Without a unit nothing can be said about other units.
        let Ok(number) = u32::try_from(number) else {
            return;
        };
        if unit.is_empty() {
            return;
        }
        let own_names = [Some(&sheet.unit), sheet.project.as_ref()];
        let own_names = own_names
            .into_iter()
            .flatten()
            .map(|name| text::plain(name));
        let own_names: Vec<String> = own_names
            .filter(|name| name.chars().count() >= SHORT_NAME)
            .collect();
        let of_rows = sheet
            .indicators
            .iter()
            .filter_map(|one| one.reason.as_ref());
        let reasons = sheet.reasons.iter().chain(of_rows);
        for reason in reasons.chain(&sheet.budget.reason) {
            self.passage(number, unit, reason, &own_names, profile);
        }
    }

    fn passage(
        &mut self,
        sheet: u32,
        unit: &Arc<str>,
        reason: &Text,
        own_names: &[String],
        profile: &Profile,
    ) {
        let plain = text::plain(&reason.text);
        let nameless = own_names
            .iter()
            .fold(plain.clone(), |text, name| text.replace(name.as_str(), ""));
        let letters: String = nameless.chars().filter(|c| c.is_alphabetic()).collect();
        if letters.chars().count() < profile.many.copied_passage {
            return;
        }
        let (key, exact) = (fingerprint(&letters), fingerprint(&plain));
        let order = self.by_letters.len();
        if let Some(passage) = self.by_letters.get_mut(&key) {
            passage.seen_in(sheet, unit, exact);
        } else if order >= MOST_PASSAGES {
            self.left_out += 1;
        } else {
            let passage = Passage {
                sheet,
                unit: unit.clone(),
                excerpt: reason.text.trim().chars().take(EXCERPT).collect(),
                origin: reason.origin.clone(),
                exact,
                order,
                copies: Vec::new(),
                word_for_word: true,
            };
            self.by_letters.insert(key, passage);
        }
    }

    /// Passages in sheets of several units, those of the same sheets together, in the order they came.
    pub fn copied(&self) -> Vec<Copies<'_>> {
        let copied = self.by_letters.values();
        let copied = copied.filter(|passage| !passage.copies.is_empty());
        let mut copied: Vec<&Passage> = copied.collect();
        copied.sort_unstable_by_key(|passage| passage.order);
        let mut groups: Vec<Copies> = Vec::new();
        let mut places: HashMap<(u32, &[u32]), usize> = HashMap::new();
        for passage in copied {
            let sheets = passage.copies.as_slice();
            let place = places.entry((passage.sheet, sheets)).or_insert_with(|| {
                groups.push(Copies {
                    first: passage,
                    count: 0,
                    sheets,
                    word_for_word: true,
                });
                groups.len() - 1
            });
            let group = &mut groups[*place];
            group.count += 1;
            group.word_for_word &= passage.word_for_word;
        }
        groups
    }

    /// Passages that were not kept, because there were too many different ones.
    pub fn left_out(&self) -> usize {
        self.left_out
    }
}

impl Passage {
    fn seen_in(&mut self, sheet: u32, unit: &Arc<str>, exact: u128) {
        if *unit == self.unit {
            return;
        }
        if self.copies.last() != Some(&sheet) {
            self.copies.push(sheet);
        }
        self.word_for_word &= exact == self.exact;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_beyond_the_limit_are_counted_and_those_known_still_compared() {
        let (mut passages, profile) = (Passages::default(), Profile::shipped());
        let mut say = |sheet, unit: &str, letter: &str| {
            let text = letter.repeat(40);
            let reason = Text {
                text,
                origin: Origin::default(),
            };
            passages.passage(sheet, &Arc::from(unit), &reason, &[], &profile);
        };
        ["甲", "乙", "丙", "丁", "戊"]
            .iter()
            .for_each(|letter| say(0, "一", letter));
        say(1, "二", "甲");
        assert_eq!((passages.left_out(), passages.copied().len()), (2, 1));
    }
}
