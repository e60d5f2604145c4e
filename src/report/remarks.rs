//! What scripts reported while they ran, as sentences.

use crate::number::Fraction;
use crate::rules::facts::Note;
use crate::words::{Lang, trace as words};

/// What a script reported, each remark once.
pub(super) fn said(notes: &[Note], figure: impl Fn(Fraction) -> String, lang: Lang) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for note in notes.iter().map(|note| words::note(note, &figure, lang)) {
        if !said.contains(&note) {
            said.push(note);
        }
    }
    said
}
