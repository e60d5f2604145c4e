//! A character on a page.

use pdfplumber::{BBox, Char};
use unicode_normalization::UnicodeNormalization;

/// A character with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// What it says; a ligature says several letters, an unknown one U+FFFD.
    pub(super) text: String,
    /// Its edges on the page as displayed, from the top left.
    pub(super) bbox: BBox,
    /// Whether it stands upright; sideways text is read in the order it was drawn.
    pub(super) upright: bool,
}

/// A character nobody can name.
pub(super) const UNKNOWN: &str = "\u{FFFD}";

impl Glyph {
    /// A character of the library; `None` for what has no place or draws nothing.
    pub(super) fn of(character: &Char) -> Option<Glyph> {
        let BBox {
            x0,
            top,
            x1,
            bottom,
        } = character.bbox;
        let is_finite = [x0, top, x1, bottom].into_iter().all(f64::is_finite);
        let text = readable(&character.text);
        (is_finite && !text.is_empty()).then_some(Glyph {
            text,
            bbox: character.bbox,
            upright: character.upright,
        })
    }

    /// Whether it is white space.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// Its middle, across and down.
    pub(super) fn centre(&self) -> (f64, f64) {
        let BBox {
            x0,
            top,
            x1,
            bottom,
        } = self.bbox;
        (f64::midpoint(x0, x1), f64::midpoint(top, bottom))
    }

    /// Its height, which is the size of its font.
    pub(super) fn height(&self) -> f64 {
        self.bbox.bottom - self.bbox.top
    }

    /// Whether it is as wide as a Chinese character: between such characters no space is written.
    pub(super) fn is_wide(&self) -> bool {
        self.text.chars().any(|character| character >= '\u{2E80}')
    }
}

/// The text of a character: `(cid:12)`, the library's word for an unknown one, becomes U+FFFD; control
/// signs go; a radical that looks like a character (⽬, U+2F6C) becomes the character (目), which is
/// what the font was asked to draw.
fn readable(text: &str) -> String {
    if text.starts_with("(cid:") {
        return UNKNOWN.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars().filter(|character| !character.is_control()) {
        if matches!(character, '\u{2E80}'..='\u{2FDF}') {
            out.extend(std::iter::once(character).nfkc());
        } else {
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn characters_are_made_readable() {
        assert_eq!(readable("⽬"), "目");
        assert_eq!(readable("目"), "目");
        assert_eq!(readable("％"), "％");
        assert_eq!(readable("(cid:12)"), "\u{FFFD}");
        assert_eq!(readable("\r"), "");
    }
}
