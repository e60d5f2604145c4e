//! The unit behind a figure in a text, and the words between a name and its figure.

use super::told::Kind;

/// A text without words at its end.
pub(super) fn without_endings<'t>(mut text: &'t str, endings: &[String]) -> &'t str {
    while let Some(rest) = endings
        .iter()
        .filter(|ending| !ending.is_empty())
        .find_map(|ending| text.strip_suffix(ending.as_str()))
    {
        text = rest;
    }
    text
}

/// A text without the words of some lists, one list after the other.
pub(super) fn without(text: String, lists: &[&[String]]) -> String {
    let words = lists.iter().flat_map(|list| list.iter());
    words.fold(text, |text, word| text.replace(word.as_str(), ""))
}

/// The unit of a figure of this kind and its power of ten; `None` for another unit, and where only a bound
/// is named (90分以上).
pub(super) fn unit_of(kind: Kind, behind: &str, bounds: &[String]) -> Option<(&'static str, i32)> {
    let units: &[(&str, i32)] = match kind {
        Kind::Score => &[("分", 0)],
        Kind::Rate => &[("%", -2)],
        Kind::Budget | Kind::Executed => &[("亿元", 8), ("万元", 4), ("元", 0)],
    };
    let mut units = units.iter();
    let ((unit, power), rest) = units.find_map(|one| Some((*one, behind.strip_prefix(one.0)?)))?;
    let bound = rest.starts_with('/') || bounds.iter().any(|word| rest.starts_with(word.as_str()));
    (!bound).then_some((unit, power))
}
