//! Whether the explanations of a sheet speak of an indicator.

use super::{Subject, text};
use crate::sheet::{Indicator, Text};
use crate::value::{Value, read};

/// The most characters of the shared explanations, and the most passages, times indicators that are looked
/// for: beyond any real sheet.
const MOST_SEARCHED: usize = 300_000_000;
const MOST_COMPARED: usize = 3_000_000;

/// The same for the rest of a report.
const MOST_SEARCHED_ELSEWHERE: usize = 30_000_000;

/// A passage of the shared explanations.
pub struct Passage<'a> {
    /// As written.
    pub text: &'a Text,
    /// As it is searched.
    pub plain: String,
    pieces: Vec<[char; 2]>,
}

/// Whether the explanations speak of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mention<'a> {
    /// A passage names it, or stands beside its row.
    Named(&'a Text),
    /// A passage shares words with it but does not name it.
    Perhaps(&'a Text),
    /// No passage speaks of it.
    No,
}

impl<'a> Subject<'a> {
    /// What the explanations say of an indicator: its own reason, a passage of the shared box that
    /// names it, or a passage that shares enough words with it.
    pub fn mention(&self, indicator: &'a Indicator) -> Mention<'a> {
        // A reason column filled with "无" or "/" explains nothing.
        let says_something = |reason: &&Text| read(&reason.text).value != Value::Missing;
        if let Some(reason) = indicator.reason.as_ref().filter(says_something) {
            return Mention::Named(reason);
        }
        let name = text::plain(&indicator.name);
        let mut passages = self.passages().iter();
        if let Some(passage) = passages.find(|passage| passage.plain.contains(&name)) {
            return Mention::Named(passage.text);
        }
        // Half of the name's pieces, and never fewer than the profile asks for.
        let count = name.chars().count().saturating_sub(1);
        let enough = self.profile.shared_pieces.max(count.div_ceil(2));
        let pieces = text::pieces(&name);
        let mut passages = self.passages().iter();
        let alike = passages.find(|passage| text::shared(&passage.pieces, &pieces) >= enough);
        match alike.map(|passage| passage.text).or(self.elsewhere(&name)) {
            Some(passage) => Mention::Perhaps(passage),
            None => Mention::No,
        }
    }

    /// A passage outside of the explanations that may explain: an improvement that names the indicator,
    /// a passage of the report that names it in a sentence with a cause.
    fn elsewhere(&self, name: &str) -> Option<&'a Text> {
        let mut others = self.others().iter().filter(|_| !name.is_empty());
        let found = others.find(|other| other.plain.contains(name))?;
        Some(found.text)
    }

    /// The improvements, and the sentences of the report that give a cause, as far as every indicator can
    /// be looked for in them.
    fn others(&self) -> &[Passage<'a>] {
        self.others.get_or_init(|| {
            let sheet = self.evaluation.sheet.as_ref();
            let mut characters = MOST_SEARCHED_ELSEWHERE / sheet.indicators.len().max(1);
            let improvements = sheet.improvements.iter();
            let improvements = improvements.map(|passage| (passage, passage.text.clone()));
            let sentences = sheet.narrative.iter().flat_map(|passage| {
                let sentences = text::sentences(&passage.text);
                sentences
                    .filter(|one| text::has_any(one, &self.profile.words.causes))
                    .map(move |one| (passage, one))
            });
            let passages = improvements.chain(sentences).map_while(|(text, said)| {
                let plain = text::plain(&said);
                characters = characters.checked_sub(plain.chars().count())?;
                let pieces = Vec::new();
                Some(Passage {
                    text,
                    plain,
                    pieces,
                })
            });
            passages.collect()
        })
    }

    /// A passage of the explanations that says something of these words without naming an indicator or
    /// speaking of the budget: "部分指标未完成，因…" may mean any of them.
    pub fn in_general(&self, words: &[String]) -> Option<&'a Text> {
        let names = self.sheet().indicators.iter();
        let names = names.map(|one| text::plain(&one.name));
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        let general = |passage: &&Passage| {
            let plain = &passage.plain;
            text::has_any(plain, words)
                && !text::has_any(plain, &self.profile.words.budget)
                && !names.iter().any(|name| plain.contains(name))
        };
        self.passages().iter().find(general).map(|one| one.text)
    }

    /// The shared box, as far as every indicator can be looked for in it.
    pub fn passages(&self) -> &[Passage<'a>] {
        self.passages.get_or_init(|| {
            let names = self.sheet().indicators.len().max(1);
            let mut characters = MOST_SEARCHED / names;
            let passages = self.sheet().reasons.iter().take(MOST_COMPARED / names + 1);
            let passages = passages.map(|passage| {
                let plain: String = text::plain(&passage.text)
                    .chars()
                    .take(characters)
                    .collect();
                characters -= plain.chars().count();
                let pieces = text::pieces(&plain);
                Passage {
                    text: passage,
                    plain,
                    pieces,
                }
            });
            passages.collect()
        })
    }
}
