//! What the explanations say of an indicator: 未开展, 未完成, 已完成, and how sure it is that the
//! indicator as a whole is meant.
//!
//! In "课题攻关完成4个，品牌服务因项目调整未开展" only the second is said not to have been carried
//! out: a clause speaks of the indicators it names, or else of those named last before it.

use std::collections::BTreeSet;

use super::named::{MARKS, Names};
use super::{Subject, text};
use crate::sheet::{Origin, Text};

/// A word of a list, said of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// Index of the indicator in the sheet.
    pub indicator: usize,
    /// The sentence, as a quotation.
    pub sentence: String,
    /// The word.
    pub word: String,
    /// Where the passage stands.
    pub origin: Origin,
    /// Nothing else in the clause can be meant: no other subject, no other object, no number.
    pub sure: bool,
}

/// The most statements.
const MOST_STATEMENTS: usize = 20_000;

/// A passage with the indicators it is about before it names any.
pub(super) type Passage<'p> = (&'p Text, Vec<usize>);

/// The reasons beside rows, and the shared box.
pub(super) fn explanations<'a>(subject: &Subject<'a>) -> Vec<Passage<'a>> {
    let sheet = subject.sheet();
    let beside = sheet
        .indicators
        .iter()
        .enumerate()
        .filter_map(|(index, indicator)| Some((indicator.reason.as_ref()?, vec![index])));
    let shared = sheet.reasons.iter().map(|passage| (passage, Vec::new()));
    beside.chain(shared).collect()
}

/// Every statement with one of the words, from some passages.
pub(super) fn statements(
    subject: &Subject,
    passages: &[Passage],
    words: &[String],
) -> Vec<Statement> {
    let names = Names::new(subject);
    passages
        .iter()
        .filter(|(passage, _)| text::has_any(&text::plain(&passage.text), words))
        .flat_map(|(passage, row)| of_passage(subject, &names, words, passage, row.clone()))
        .take(MOST_STATEMENTS)
        .collect()
}

/// What is said of one indicator, the surest first.
pub(super) fn surest(statements: &[Statement], indicator: usize) -> Option<&Statement> {
    let of_it = || statements.iter().filter(|one| one.indicator == indicator);
    of_it().find(|one| one.sure).or_else(|| of_it().next())
}

/// `about` begins as the row the passage stands beside, if it stands beside one.
fn of_passage(
    subject: &Subject,
    names: &Names,
    words: &[String],
    passage: &Text,
    mut about: Vec<usize>,
) -> Vec<Statement> {
    let mut found = Vec::new();
    for sentence in text::sentences(&passage.text) {
        let Some(marked) = names.mark(&text::plain(&sentence)) else {
            break;
        };
        if found.len() >= MOST_STATEMENTS {
            break;
        }
        let applies = speaks_of_the_whole(subject, &marked.text, words);
        for clause in text::phrases(&marked.text) {
            let marks = clause.chars().filter_map(|c| marked.names.get(&c));
            let named: BTreeSet<usize> = marks.copied().flatten().copied().collect();
            if !named.is_empty() {
                about = named.into_iter().collect();
            }
            let Some((before, word, behind)) = said(subject, &clause, words) else {
                continue;
            };
            for &indicator in about.iter().filter(|_| applies) {
                let name = &subject.sheet().indicators[indicator].name;
                found.push(Statement {
                    indicator,
                    sentence: sentence.clone(),
                    word: word.to_owned(),
                    origin: passage.origin.clone(),
                    sure: nothing_else(subject, before, behind, name),
                });
            }
        }
    }
    found
}

/// Whether a sentence speaks of this year and of more than a part. What it says of the cause only
/// (因部分资金未到位，本年度未开展) makes the thing itself no smaller.
fn speaks_of_the_whole(subject: &Subject, sentence: &str, words: &[String]) -> bool {
    let lists = &subject.profile.words;
    let begins = |phrase: &str, words: &[String]| words.iter().any(|word| phrase.starts_with(word));
    let only_cause = |phrase: &str| begins(phrase, &lists.because) && !text::has_any(phrase, words);
    let other_year = |(year, _): &(u16, String)| Some(*year) != subject.sheet().year;
    text::phrases(sentence)
        .filter(|phrase| !only_cause(phrase))
        .all(|phrase| {
            !text::has_any(&phrase, &lists.only_partly)
                && !text::years(&phrase).iter().any(other_year)
        })
}

/// The first of the words in a clause that is not taken back (并非未开展), with what stands around it.
fn said<'t>(
    subject: &Subject,
    clause: &'t str,
    words: &'t [String],
) -> Option<(&'t str, &'t str, &'t str)> {
    let denials = &subject.profile.words.denials;
    words.iter().find_map(|word| {
        let (before, behind) = clause.split_once(word.as_str())?;
        let denied = denials.iter().any(|denial| before.ends_with(denial));
        (!denied).then_some((before, word.as_str(), behind))
    })
}

fn nothing_else(subject: &Subject, before: &str, behind: &str, name: &str) -> bool {
    let words = &subject.profile.words;
    let bare = |text: &str| {
        let mut text = text.replace(|c| MARKS.contains(&c), "");
        if let Some(year) = subject.sheet().year {
            text = text.replace(&format!("{year}年度"), "");
            text = text.replace(&format!("{year}年"), "");
        }
        text
    };
    let (before, behind) = (bare(before), bare(behind));
    let empty = |text: &str| {
        let fold = |text: String, filler: &String| text.replace(filler.as_str(), "");
        words.fillers.iter().fold(text.to_owned(), fold).is_empty()
    };
    let number = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    // 因项目调整本年度未开展 gives the cause; 因配套展览未组织 says what was not organised.
    let cause = words.because.iter().any(|word| before.starts_with(word))
        && words
            .cause_endings
            .iter()
            .any(|word| without_closing(&before, &words.fillers).ends_with(word));
    let same_object = || text::shared_pieces(&behind, name) >= subject.profile.shared_pieces;
    (cause || empty(&before))
        && (empty(&behind) || same_object())
        && !number(&before)
        && !number(&behind)
}

/// A text without the words that close it.
fn without_closing<'t>(mut text: &'t str, words: &[String]) -> &'t str {
    while let Some(shorter) = words.iter().find_map(|word| text.strip_suffix(word)) {
        text = shorter;
    }
    text
}
