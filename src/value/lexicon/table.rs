//! Long lists of words, found by their first character: they are asked at every place of every cell.

/// Words by the bucket their first character falls into; numbers of words are from 1, 0 is none.
struct Buckets {
    /// The last word of a bucket.
    last: [u8; 256],
    /// The word of the same bucket before a word.
    before: [u8; 256],
}

/// Words, of which a text may begin with one.
pub(in crate::value) struct Words {
    words: &'static [&'static str],
    buckets: Buckets,
}

/// Words with what each of them means.
pub(in crate::value) struct Table<T: 'static> {
    words: &'static [(&'static str, T)],
    buckets: Buckets,
}

impl Buckets {
    const EMPTY: Buckets = Buckets {
        last: [0; 256],
        before: [0; 256],
    };

    /// Adds the word with the index `at`. Compilation fails when there are too many words.
    const fn with(mut self, word: &str, at: usize) -> Buckets {
        assert!(at < 255 && !word.is_empty());
        let bucket = bucket_of(word.as_bytes());
        self.before[at + 1] = self.last[bucket];
        self.last[bucket] = (at + 1) as u8;
        self
    }

    /// Indexes of the words that `text` may begin with.
    fn of(&self, text: &str) -> impl Iterator<Item = usize> {
        let last = match text.is_empty() {
            true => 0,
            false => self.last[bucket_of(text.as_bytes())],
        };
        let some = |number: u8| (number > 0).then_some(number);
        std::iter::successors(some(last), move |number| {
            some(self.before[usize::from(*number)])
        })
        .map(|number| usize::from(number) - 1)
    }
}

/// The bucket of a text that is not empty, by its first character alone: its first byte, or the two bytes
/// that tell Chinese characters apart.
const fn bucket_of(text: &[u8]) -> usize {
    match text {
        [0xE0..=0xFF, middle, last, ..] => {
            0x80 | (((*middle as usize) * 29 + (*last as usize)) & 0x7F)
        }
        _ => text[0] as usize,
    }
}

impl Words {
    /// The words in any order, each of them once.
    pub(super) const fn new(words: &'static [&'static str]) -> Words {
        let mut buckets = Buckets::EMPTY;
        let mut at = 0;
        while at < words.len() {
            buckets = buckets.with(words[at], at);
            at += 1;
        }
        Words { words, buckets }
    }

    /// The longest word that `text` begins with, and the text behind it.
    pub(in crate::value) fn longest<'t>(&self, text: &'t str) -> Option<(&'static str, &'t str)> {
        self.buckets
            .of(text)
            .filter_map(|at| Some((self.words[at], text.strip_prefix(self.words[at])?)))
            .max_by_key(|(word, _)| word.len())
    }

    /// Whether `text` is one of the words.
    pub(in crate::value) fn contains(&self, text: &str) -> bool {
        self.buckets.of(text).any(|at| self.words[at] == text)
    }

    /// Whether one of the words stands anywhere in `text`.
    pub(in crate::value) fn occur_in(&self, text: &str) -> bool {
        text.char_indices()
            .any(|(at, _)| self.longest(&text[at..]).is_some())
    }
}

impl<T: Copy> Table<T> {
    /// The words in any order, each of them once.
    pub(super) const fn new(words: &'static [(&'static str, T)]) -> Table<T> {
        let mut buckets = Buckets::EMPTY;
        let mut at = 0;
        while at < words.len() {
            buckets = buckets.with(words[at].0, at);
            at += 1;
        }
        Table { words, buckets }
    }

    /// The entry whose word is the longest that `text` begins with, and the text behind it.
    pub(in crate::value) fn longest<'t>(
        &self,
        text: &'t str,
    ) -> Option<(&'static str, T, &'t str)> {
        self.buckets
            .of(text)
            .filter_map(|at| {
                let (word, meaning) = self.words[at];
                Some((word, meaning, text.strip_prefix(word)?))
            })
            .max_by_key(|(word, _, _)| word.len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DEGREES, LEADING, MOVING, TRAILING, UNITS, longest, longest_word};

    /// Texts that begin with every word of a list, alone, cut short and with something behind them.
    fn texts(words: impl Iterator<Item = &'static str>) -> Vec<String> {
        let mut texts = vec![
            String::new(),
            "甲".to_owned(),
            "é".to_owned(),
            "x".to_owned(),
        ];
        for word in words {
            let cut: String = word.chars().take(word.chars().count() - 1).collect();
            texts.extend([
                word.to_owned(),
                cut,
                format!("{word}甲"),
                format!("{word}{word}"),
            ]);
            texts.extend(word.chars().map(String::from));
        }
        texts
    }

    fn all() -> Vec<String> {
        let words = [&UNITS, &MOVING, &DEGREES].into_iter();
        let words = words.flat_map(|list| list.words.iter().copied());
        let leading = LEADING.words.iter().map(|(word, _)| *word);
        texts(
            words
                .chain(leading)
                .chain(TRAILING.words.iter().map(|(word, _)| *word)),
        )
    }

    #[test]
    fn a_bucket_finds_what_looking_through_the_list_finds() {
        for text in &all() {
            for list in [&UNITS, &MOVING, &DEGREES] {
                assert_eq!(list.longest(text), longest_word(list.words, text), "{text}");
                assert_eq!(list.contains(text), list.words.contains(&text.as_str()));
                let occurs = list.words.iter().any(|word| text.contains(word));
                assert_eq!(list.occur_in(text), occurs, "{text}");
            }
            assert_eq!(
                LEADING.longest(text),
                longest(LEADING.words, text),
                "{text}"
            );
            assert_eq!(
                TRAILING.longest(text),
                longest(TRAILING.words, text),
                "{text}"
            );
        }
    }

    #[test]
    fn every_word_stands_once() {
        for list in [&UNITS, &MOVING, &DEGREES] {
            for (at, word) in list.words.iter().enumerate() {
                assert!(!list.words[..at].contains(word), "{word}");
            }
        }
        let leading: Vec<_> = LEADING.words.iter().map(|(word, _)| word).collect();
        let trailing: Vec<_> = TRAILING.words.iter().map(|(word, _)| word).collect();
        for list in [leading, trailing] {
            for (at, word) in list.iter().enumerate() {
                assert!(!list[..at].contains(word), "{word}");
            }
        }
    }
}
