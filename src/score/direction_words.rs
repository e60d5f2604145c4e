//! Finds the words of a pack that decide a direction, in one pass over a name.

use std::sync::Arc;

use aho_corasick::automaton::{Automaton, OverlappingState};
use aho_corasick::{Input, dfa::DFA};

use crate::rules::pack::DirectionWords;
use crate::sheet::Direction;

/// The words of a pack, ready to be searched for.
pub(super) struct WordFinder {
    /// `at_least` words first.
    words: Vec<Arc<str>>,
    at_least: usize,
    search: Option<DFA>,
    beginnings: Beginnings,
}

/// The pairs of characters that words begin with, as a set that says "perhaps" or "no". Most names hold
/// no word of a pack, and this tells several times sooner than searching.
struct Beginnings {
    pairs: [u64; Beginnings::BITS / 64],
    /// Some word does not begin with two Chinese characters: everything is perhaps one.
    all: bool,
}

impl Beginnings {
    const BITS: usize = 4096;

    fn of(words: &[Arc<str>]) -> Beginnings {
        let mut beginnings = Beginnings {
            pairs: [0; Self::BITS / 64],
            all: false,
        };
        for word in words {
            let mut characters = word.chars();
            let two = [characters.next(), characters.next()];
            // Chinese characters have three bytes each.
            match (word.get(..6), two) {
                (Some(pair), [Some(a), Some(b)]) if a.len_utf8() == 3 && b.len_utf8() == 3 => {
                    let pair = pair.as_bytes();
                    let (word, bit) = Self::place(low(&pair[..3]), low(&pair[3..]));
                    beginnings.pairs[word] |= bit;
                }
                _ => beginnings.all = true,
            }
        }
        beginnings
    }

    fn place(first: usize, second: usize) -> (usize, u64) {
        let place = (first * 31 + second) % Self::BITS;
        (place / 64, 1 << (place % 64))
    }

    /// Whether some word may stand in a name.
    fn perhaps_in(&self, name: &str) -> bool {
        let (mut rest, mut first) = (name.as_bytes(), 0);
        while let [lead, ..] = rest {
            let next = match rest.get(3..) {
                Some(next) if *lead >= 0xE0 => next,
                _ => {
                    (rest, first) = (&rest[1..], 0);
                    continue;
                }
            };
            let second = low(rest);
            let (word, bit) = Self::place(first, second);
            if self.pairs[word] & bit != 0 {
                return true;
            }
            (rest, first) = (next, second);
        }
        self.all
    }
}

/// What tells a character of three bytes from others.
fn low(character: &[u8]) -> usize {
    (usize::from(character[1]) << 6) ^ usize::from(character[2])
}

impl WordFinder {
    pub(super) fn new(words: &DirectionWords) -> WordFinder {
        let all = words.at_least.iter().chain(&words.at_most);
        let all: Vec<Arc<str>> = all.map(|word| Arc::from(word.as_str())).collect();
        WordFinder {
            // Building fails only beyond two billion states; then no word is found.
            search: DFA::new(all.iter().map(|word| word.as_bytes())).ok(),
            at_least: words.at_least.len(),
            beginnings: Beginnings::of(&all),
            words: all,
        }
    }

    /// The first word of the pack's lists in a name, by its place; a word for "more is better" wins over
    /// any other (节约成本 is about saving, not about cost).
    pub(super) fn find(&self, name: &str) -> Option<(Direction, usize)> {
        let search = self.search.as_ref()?;
        if !self.beginnings.perhaps_in(name) {
            return None;
        }
        let input = Input::new(name);
        let (mut state, mut first) = (OverlappingState::start(), usize::MAX);
        while search.try_find_overlapping(&input, &mut state).is_ok()
            && let Some(found) = state.get_match()
        {
            first = first.min(found.pattern().as_usize());
        }
        let direction = match first {
            usize::MAX => return None,
            first if first < self.at_least => Direction::AtLeast,
            _ => Direction::AtMost,
        };
        Some((direction, first))
    }

    /// The word at a place that [`WordFinder::find`] gave.
    pub(super) fn word(&self, place: usize) -> Arc<str> {
        Arc::clone(&self.words[place])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn finder(at_least: &[&str], at_most: &[&str]) -> WordFinder {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        WordFinder::new(&DirectionWords {
            at_least: owned(at_least),
            at_most: owned(at_most),
        })
    }

    /// Searching finds the same either way, only later: most names are to be told apart before.
    #[test]
    fn few_names_without_a_word_are_searched() {
        let common = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装";
        let characters: Vec<char> = common.chars().filter(|c| c.len_utf8() == 3).collect();
        let words = [
            "节约",
            "成本",
            "费用",
            "故障",
            "事故",
            "投诉",
            "差错",
            "及时率",
            "处理率",
            "满意",
        ];
        let finder = finder(&words[..5], &words[5..]);
        let names = characters.windows(2).map(String::from_iter);
        let searched = names
            .filter(|name| finder.beginnings.perhaps_in(name))
            .count();
        assert!(searched < characters.len() / 40, "{searched}");
    }

    #[test]
    fn a_word_of_characters_of_any_length_is_found() {
        for word in ["成a0a", "a0a成", "𠀀é", "é𠀀", "abcdef", "成本", "率"] {
            assert_eq!(
                finder(&[word], &[]).find(word),
                Some((Direction::AtLeast, 0)),
                "{word}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_word_is_found_wherever_it_stands(name in "[成本节约率超a0 ％𠀀é]{0,12}") {
            for (at_least, at_most) in [
                (&["节约", "成本率"][..], &["成本", "超时"][..]),
                (&["率"], &["成本"]),
                (&["a0"], &["é成"]),
                (&["𠀀é"], &["é𠀀"]),
            ] {
                let all = at_least.iter().chain(at_most);
                let expected = all.enumerate().find(|(_, word)| name.contains(**word));
                let expected = expected.map(|(place, _)| match place < at_least.len() {
                    true => (Direction::AtLeast, place),
                    false => (Direction::AtMost, place),
                });
                prop_assert_eq!(finder(at_least, at_most).find(&name), expected);
            }
        }
    }
}
