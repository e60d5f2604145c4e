//! What a sentence has spoken of before a figure stands in it.

use super::profile::ToldWords;
use super::text;

/// What was spoken of in a sentence so far.
#[derive(Clone, Copy, Default)]
pub(super) struct Heard {
    pub evaluated: bool,
    pub score_parts: bool,
    pub beside_money: bool,
    pub money_parts: bool,
    pub initial: bool,
    /// A short clause of other words, a heading perhaps: what follows may be about that.
    pub heading: bool,
}

impl Heard {
    /// With the words of one more text.
    pub fn with(self, told: &ToldWords, text: &str) -> Heard {
        Heard {
            evaluated: self.evaluated || text::has_any(text, &told.evaluated),
            score_parts: self.score_parts || text::has_any(text, &told.score_parts),
            beside_money: self.beside_money || text::has_any(text, &told.beside_money),
            money_parts: self.money_parts || text::has_any(text, &told.money_parts),
            initial: self.initial || text::has_any(text, &told.initial),
            heading: self.heading,
        }
    }
}
