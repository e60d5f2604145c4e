//! The words of cells, by subject. Reading code walks these lists; a new wording is added here.

mod around;
mod levels;
mod table;
mod units;

pub(super) use around::*;
pub(super) use levels::*;
pub(super) use units::*;

/// The entry of `table` whose word is the longest beginning of `text`, with the text behind it: for
/// short lists, long ones are a [`table::Table`].
pub(super) fn longest<'t, T: Copy>(
    table: &[(&'static str, T)],
    text: &'t str,
) -> Option<(&'static str, T, &'t str)> {
    table
        .iter()
        .filter_map(|&(word, meaning)| Some((word, meaning, text.strip_prefix(word)?)))
        .max_by_key(|(word, _, _)| word.len())
}

/// The longest of a few `words` that `text` begins with, and the text behind it.
pub(super) fn longest_word<'t>(
    words: &[&'static str],
    text: &'t str,
) -> Option<(&'static str, &'t str)> {
    words
        .iter()
        .filter_map(|word| Some((*word, text.strip_prefix(word)?)))
        .max_by_key(|(word, _)| word.len())
}

/// Whether `words` may turn the meaning of a number beside them.
pub(super) fn turns_meaning(words: &str) -> bool {
    words.contains(TURNING)
}
