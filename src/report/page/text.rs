//! Texts of a user on their way into the page: whole, and unable to do anything there.
//!
//! Markup is escaped by the templates. What is left are characters that command: control characters, and
//! the signs that turn the direction of everything behind them.

use std::fmt::Write as _;

use maud::{Markup, html};

use crate::document::plain;

/// A text, set apart from its surroundings whichever way it is read.
pub(super) fn text(text: &str) -> Markup {
    html! { bdi { (harmless(text)) } }
}

/// A text where no element can stand: a title, the words for a picture.
pub(super) fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // A mark of direction is kept: it reaches no further than its element.
            '\n' | '\t' | '\u{200e}' | '\u{200f}' => out.push(c),
            // Written out, so that nobody reads a figure backwards without being told.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                let _ = write!(out, "⟨U+{:04X}⟩", u32::from(c));
            }
            '\u{fdd0}'..='\u{fdef}' => out.push('\u{fffd}'),
            c if u32::from(c) & 0xfffe == 0xfffe => out.push('\u{fffd}'),
            c => out.push(plain(c)),
        }
    }
    out
}
