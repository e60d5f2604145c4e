//! Tick boxes: "☑是 □否", and what scanners make of them: "口是 2否".

use super::reading::Reading;
use super::{Doubt, Value, lexicon};

/// One box with its answer.
struct Box<'t> {
    ticked: bool,
    /// The mark is a letter or a digit that only looks like a box.
    guessed: bool,
    word: &'t str,
}

/// Reads a row of boxes: the answer is the word of the only ticked one, else the text as a whole, in doubt.
pub(super) fn read(text: &str) -> Option<Reading> {
    let Some(boxes) = boxes(text) else {
        return text.contains(['□', '☐', '☑', '☒']).then(|| doubtful(text));
    };
    let mut ticked = boxes.iter().filter(|one| one.ticked);
    let (Some(answer), None) = (ticked.next(), ticked.next()) else {
        return Some(doubtful(text));
    };
    let mut reading = Reading::plain(Value::Word(answer.word.to_owned()));
    if boxes.iter().any(|one| one.guessed) {
        reading.doubt(Doubt::TickBox);
    }
    Some(reading)
}

fn doubtful(text: &str) -> Reading {
    let mut reading = Reading::plain(Value::Word(text.to_owned()));
    reading.doubt(Doubt::TickBox);
    reading
}

/// The boxes a text consists of; `None` when it holds anything else.
fn boxes(text: &str) -> Option<Vec<Box<'_>>> {
    let mut boxes = Vec::new();
    let mut rest = text;
    while let Some(mark) = rest.chars().next() {
        let (ticked, guessed) = match mark {
            '□' | '☐' => (false, false),
            '☑' | '☒' | '■' | '√' => (true, false),
            '口' | '0' => (false, true),
            '2' => (true, true),
            _ => return None,
        };
        let (word, behind) =
            lexicon::longest_word(lexicon::TICKED_WORDS, &rest[mark.len_utf8()..])?;
        boxes.push(Box {
            ticked,
            guessed,
            word,
        });
        rest = behind;
    }
    (!boxes.is_empty()).then_some(boxes)
}
