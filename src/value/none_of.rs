//! Saying that there is none: 无, 没有, 未发生, 无事故.

use super::{lexicon, normalise};

/// What a text says there is none of: "" for 无 or 未发生 alone, "事故" for 无事故; `None` for any other
/// text.
///
/// ```
/// use jixiao::value::none_of;
///
/// assert_eq!(none_of("无"), Some(String::new()));
/// assert_eq!(none_of("未发生安全事故。"), Some("安全事故".to_owned()));
/// assert_eq!(none_of("无障碍设施"), None);
/// assert_eq!(none_of("/"), None);
/// ```
pub fn none_of(text: &str) -> Option<String> {
    // Nearly every text can be told by its first character, which normalising leaves as it is.
    let first = text.chars().next()?;
    if ('\u{4e00}'..='\u{9fff}').contains(&first) && !lexicon::NONE_BEGINS.contains(&first) {
        return None;
    }
    let plain = normalise(text);
    let plain = plain.trim_end_matches(['。', ';', ',', '、', '.']);
    if lexicon::longest_word(lexicon::NOT_NONE, plain).is_some() {
        return None;
    }
    let (_, what) = lexicon::longest_word(lexicon::NONE, plain)?;
    // A sentence is no name of a thing.
    let short = what.chars().count() <= LONGEST && !what.contains([',', '，', '。', ';', '；']);
    short.then(|| what.to_owned())
}

/// Whether "none of `found`" says less than was asked: 无重大事故 leaves open whether there were others.
pub fn says_less(found: &str, asked: &str) -> bool {
    let narrows = |word: &&str| found.contains(*word) && !asked.contains(*word);
    lexicon::NARROWING.iter().any(narrows)
}

/// Longest name of what there is none of.
const LONGEST: usize = 12;

#[cfg(test)]
mod tests {
    use super::lexicon;

    #[test]
    fn the_first_characters_are_those_of_the_words() {
        let mut begins: Vec<char> = lexicon::NONE
            .iter()
            .flat_map(|word| word.chars().next())
            .collect();
        begins.sort_unstable();
        begins.dedup();
        let mut listed = lexicon::NONE_BEGINS;
        listed.sort_unstable();
        assert_eq!(begins, listed);
    }
}
