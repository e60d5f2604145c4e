//! Cells without a number: movements, levels, yes-no words.

use super::reading::Reading;
use super::{Doubt, Level, Trend, Value, lexicon};

/// Reads what no other class took; figures left in it make it doubtful.
pub(super) fn read(text: &str) -> Reading {
    let mut reading = Reading::plain(value(text));
    if text.contains(|c: char| c.is_ascii_digit()) {
        reading.doubt(Doubt::NumbersInWords);
    }
    reading
}

fn value(text: &str) -> Value {
    trend(text)
        .map(Value::Trend)
        .or_else(|| level(text).map(Value::Level))
        .unwrap_or_else(|| Value::Word(text.to_owned()))
}

/// 增长, 持续增长: a movement and nothing but adverbs of movement before it.
fn trend(words: &str) -> Option<Trend> {
    let mut core = words;
    loop {
        for (movements, trend) in [
            (lexicon::UP, Trend::Up),
            (lexicon::FLAT, Trend::Flat),
            (lexicon::DOWN, Trend::Down),
        ] {
            if movements.contains(&core) {
                return Some(trend);
            }
        }
        core = lexicon::MOVING.longest(core)?.1;
    }
}

fn level(words: &str) -> Option<Level> {
    let opens = |openings: &[&str]| openings.iter().any(|opening| words.starts_with(opening));
    if lexicon::REACHED.contains(&words) {
        return Some(Level::Reached);
    }
    if opens(lexicon::PARTLY_REACHED) {
        return Some(Level::PartlyReached);
    }
    if opens(lexicon::NOT_REACHED) {
        return Some(Level::NotReached);
    }
    let mut characters = words.chars();
    if let (Some(grade), None) = (characters.next(), characters.next())
        && lexicon::GRADES.contains(&grade)
    {
        return Some(Level::Grade(grade));
    }
    lexicon::DEGREES
        .occur_in(words)
        .then(|| Level::Phrase(words.to_owned()))
}
