//! Lines with a meaning of their own: titles, headings inside a table, captions.

use super::form::Section;
use super::lexicon::{LEXICON, without_number};
use super::tidy::{without_numbering, year};
use crate::value::normalise;

/// Longest title.
pub(super) const LONGEST_TITLE: usize = 60;

/// Whether a text is the title of a form: it ends in the word for one, a year behind it aside.
pub(super) fn is_title(text: &str) -> bool {
    if text.chars().take(LONGEST_TITLE + 1).count() > LONGEST_TITLE {
        return false;
    }
    let plain: String = normalise(without_numbering(text))
        .chars()
        .filter(|c| !"()[] ".contains(*c))
        .collect();
    let Some((_, behind)) = plain.rsplit_once('表') else {
        return false;
    };
    let bare = &plain[..plain.len() - behind.len()];
    let ends = |list| {
        let mut words = LEXICON.words("titles", list).iter();
        words.any(|word| bare.ends_with(word.as_str()))
    };
    let is_tail = behind.is_empty() || (behind.chars().count() <= 8 && year(behind).is_some());
    (ends("sheet") || ends("target")) && is_tail && !is_section(bare)
}

/// Whether a bare title is a heading inside a target table.
pub(super) fn is_section(bare: &str) -> bool {
    LEXICON
        .words("titles", "sections")
        .iter()
        .any(|word| word == bare)
}

/// 长期 or 年度, if the words say so.
pub(super) fn section_of(key: &str) -> Option<Section> {
    let key = without_number(key);
    if LEXICON.is("rows", "long_term", key) {
        Some(Section::LongTerm)
    } else if LEXICON.is("rows", "annual", key) {
        Some(Section::Annual)
    } else {
        None
    }
}

/// The captions of a line with their values: "单位名称：甲 填报日期：2025.5.15".
pub(super) fn captions_in_line(text: &str) -> Vec<(String, String)> {
    if text.chars().take(3 * LONGEST_TITLE).count() == 3 * LONGEST_TITLE {
        return Vec::new();
    }
    let parts: Vec<&str> = text.split([':', '：']).collect();
    let mut found = Vec::new();
    let mut caption = parts[0].trim();
    for (index, part) in parts.iter().enumerate().skip(1) {
        let last = index + 1 == parts.len();
        let (value, next) = match part.trim().rsplit_once(char::is_whitespace) {
            Some((value, next)) if !last => (value, next),
            _ if last => (part.trim(), ""),
            _ => ("", part.trim()),
        };
        found.push((caption.to_owned(), value.trim().to_owned()));
        caption = next;
    }
    found.retain(|(_, value)| !value.is_empty());
    found
}
