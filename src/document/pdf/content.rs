//! A look at drawing instructions before they are interpreted: how much text, which forms, how deep.

use std::collections::BTreeMap;

use super::limits::MOST_NESTING;

/// What a piece of drawing instructions asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// Bytes of text strings.
    pub(super) text: usize,
    /// Names of the forms and pictures drawn, with the number of times.
    pub(super) drawn: BTreeMap<Vec<u8>, usize>,
    /// Pictures written into the instructions.
    pub(super) inline_pictures: usize,
}

impl Content {
    /// Reads instructions; `None` when arrays nest beyond the limit.
    pub(super) fn of(bytes: &[u8]) -> Option<Content> {
        let mut scanner = Scanner {
            bytes,
            place: 0,
            content: Content::default(),
        };
        scanner.run()?;
        Some(scanner.content)
    }
}

struct Scanner<'b> {
    bytes: &'b [u8],
    place: usize,
    content: Content,
}

impl Scanner<'_> {
    fn run(&mut self) -> Option<()> {
        let (mut depth, mut name) = (0_usize, Vec::new());
        while let Some(byte) = self.next() {
            match byte {
                b'%' => self.skip_while(|byte| byte != b'\n' && byte != b'\r'),
                b'(' => self.literal(),
                b'<' if self.peek() == Some(b'<') => {
                    self.place += 1;
                    depth += 1;
                }
                b'<' => self.hexadecimal(),
                b'[' => depth += 1,
                b'>' | b']' => depth = depth.saturating_sub(1),
                b'/' => name = self.name(),
                byte if is_regular(byte) => {
                    let start = self.place - 1;
                    self.skip_while(is_regular);
                    match &self.bytes[start..self.place] {
                        b"Do" => *self.content.drawn.entry(name.clone()).or_default() += 1,
                        b"ID" => self.inline_picture(),
                        _ => {}
                    }
                }
                _ => {}
            }
            if depth > MOST_NESTING {
                return None;
            }
        }
        Some(())
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.place += 1;
        Some(byte)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.place).copied()
    }

    fn skip_while(&mut self, belongs: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&belongs) {
            self.place += 1;
        }
    }

    /// `(text (with brackets) and \) signs)`.
    fn literal(&mut self) {
        let mut depth = 1_usize;
        while let Some(byte) = self.next() {
            match byte {
                b'\\' => self.place += 1,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
            self.content.text += 1;
        }
    }

    /// `<8BA1>`: two digits a byte.
    fn hexadecimal(&mut self) {
        let start = self.place;
        self.skip_while(|byte| byte != b'>');
        self.content.text += (self.place - start) / 2;
        self.place += 1;
    }

    /// The bytes of a name, `#41` read as `A`.
    fn name(&mut self) -> Vec<u8> {
        let start = self.place;
        self.skip_while(is_regular);
        super::prescan::unescaped(&self.bytes[start.min(self.bytes.len())..self.place])
    }

    /// The data of a picture, up to `EI` between white space.
    fn inline_picture(&mut self) {
        self.content.inline_pictures += 1;
        let rest = &self.bytes[self.place..];
        let end = rest.windows(4).position(|window| {
            matches!(window, [before, b'E', b'I', after]
                if before.is_ascii_whitespace() && after.is_ascii_whitespace())
        });
        self.place += end.map_or(rest.len(), |end| end + 3);
    }
}

/// Neither white space nor one of the signs that end a word.
fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t'
            | b'\n'
            | 0x0C
            | b'\r'
            | b' '
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'/'
            | b'%'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_forms_and_pictures_are_counted() {
        let content = Content::of(
            b"BT (a\\)(b)) Tj [<8BA1> -20 <67>] TJ ET % (no)\n/F#31 Do /F1 Do q /P Do Q BI /W 1 ID (((( EI Q",
        )
        .unwrap();
        assert_eq!(content.text, 5 + 2 + 1);
        assert_eq!(
            content.drawn,
            BTreeMap::from([(b"F1".to_vec(), 2), (b"P".to_vec(), 1)])
        );
        assert_eq!(content.inline_pictures, 1);
    }

    #[test]
    fn endless_nesting_is_refused() {
        assert_eq!(Content::of(&[b'['; 100]), None);
        assert_eq!(Content::of(&b"<<".repeat(100)), None);
        assert!(Content::of(&b"[1 2]".repeat(100)).is_some());
    }
}
