//! The unit of measure behind a number, its period, and the words behind it.

use super::lexicon::{self, Trailing};
use super::{Operator, Period};

/// Longest word behind a slash that is taken for a unit though no list knows it: 元/四折页.
const LONGEST_UNKNOWN: usize = 4;

/// What stands behind a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Tail<'t> {
    pub(super) unit: String,
    pub(super) per: Option<Period>,
    pub(super) operator: Option<Operator>,
    pub(super) about: bool,
    /// Two comparisons behind one number.
    pub(super) contradictory: bool,
    /// What is left.
    pub(super) words: &'t str,
}

/// The listed unit that `text` begins with; a Latin one only as a whole word, so the m of "min" is none.
pub(super) fn known(text: &str) -> Option<&'static str> {
    let latin = |c: char| c.is_ascii_alphanumeric();
    lexicon::UNITS
        .longest(text)
        .filter(|(unit, rest)| !(unit.ends_with(latin) && rest.starts_with(latin)))
        .map(|(unit, _)| unit)
}

/// Reads everything behind a number and its scale.
pub(super) fn scan(text: &str) -> Tail<'_> {
    let mut tail = Tail::default();
    let rest = compound(text, &mut tail);
    trailing(rest, &mut tail);
    tail
}

/// 人次/家次, 家(次), 次/周, 3次每月: units joined by a slash or brackets, closed by a period.
fn compound<'t>(text: &'t str, tail: &mut Tail<'_>) -> &'t str {
    let (first, mut rest) = known(text)
        .map(|unit| text.split_at(unit.len()))
        .or_else(|| adopt(text))
        .unwrap_or(("", text));
    tail.unit = first.to_owned();
    loop {
        if let Some((segment, after)) = bracketed(rest).filter(|_| !tail.unit.is_empty()) {
            tail.unit.push_str(segment);
            rest = after;
        } else if let Some((_, period, after)) = period(rest) {
            tail.per = Some(tail.per.map_or(period, |_| Period::Other));
            rest = after;
        } else if let Some((segment, after)) = slashed(rest) {
            tail.unit.push_str(segment);
            rest = after;
        } else {
            return rest;
        }
    }
}

/// "/周", "/每周", "每周".
fn period(text: &str) -> Option<(&'static str, Period, &str)> {
    let slashless = text.strip_prefix('/');
    let rest = slashless.unwrap_or(text);
    let rest = rest.strip_prefix('每').or(slashless)?;
    lexicon::longest(lexicon::PERIODS, rest)
}

/// "/家次" with its slash.
fn slashed(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('/')?;
    let length = known(inner).map(str::len).or_else(|| unknown(inner))?;
    Some(text.split_at('/'.len_utf8() + length))
}

/// "(次)" with its brackets.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('(')?;
    let end = inner.find(')')?;
    lexicon::UNITS
        .contains(&inner[..end])
        .then(|| text.split_at('('.len_utf8() + end + ')'.len_utf8()))
}

/// Bytes of a short word without signs or digits, up to the next slash.
fn unknown(text: &str) -> Option<usize> {
    let word = text.split('/').next().unwrap_or("");
    (!word.is_empty() && word.chars().count() <= LONGEST_UNKNOWN && is_name(word))
        .then_some(word.len())
}

/// Whether a word can be a name: letters only, none of which turns a meaning or spans from one thing to
/// another (6月至年底).
fn is_name(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
        && !lexicon::turns_meaning(word)
        && !word.contains(['至', '到'])
}

/// 以上, 以内, 左右, 完成, 以上/年: in any order.
fn trailing<'t>(text: &'t str, tail: &mut Tail<'t>) {
    tail.words = text;
    loop {
        if let Some((_, per, rest)) = period(tail.words).filter(|_| tail.per.is_none()) {
            tail.per = Some(per);
            tail.words = rest;
            continue;
        }
        let Some((_, meaning, rest)) = lexicon::TRAILING.longest(tail.words) else {
            return;
        };
        match meaning {
            Trailing::Compares(operator) => {
                tail.contradictory |= tail.operator.is_some_and(|before| before != operator);
                tail.operator = Some(operator);
            }
            Trailing::About => tail.about = true,
            Trailing::Filler => {}
        }
        tail.words = rest;
    }
}

/// A short word that no list knows, up to a slash, a bracket or a known word behind it: 5桶以上.
fn adopt(text: &str) -> Option<(&str, &str)> {
    let ends = |rest: &str| {
        rest.is_empty() || rest.starts_with(['/', '(']) || lexicon::TRAILING.longest(rest).is_some()
    };
    let end = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .find(|&at| ends(&text[at..]))?;
    let (name, rest) = text.split_at(end);
    // A Latin letter behind a digit makes a name: 5G基站, 4A景区.
    let latin = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let short = unknown(name) == Some(name.len());
    (short && !latin && !lexicon::COUNTED.contains(&name)).then_some((name, rest))
}
