//! Drawing instructions, looked at and written anew before they are interpreted: how much text, which
//! forms, how deep.
//!
//! The library reads what is broken again from the next byte on, which takes ages when everything is.
//! What it gets is sound: strings end, lists nest within limits and close, there are no pictures.

use std::collections::BTreeMap;

use super::limits::MOST_NESTING;

/// What a piece of drawing instructions asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// The same instructions without comments, pictures, and what never ends or never began.
    pub(super) clean: Vec<u8>,
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
            name: Vec::new(),
            open: Vec::new(),
            picture: None,
            content: Content::default(),
        };
        scanner.content.clean.reserve(bytes.len());
        scanner.run()?;
        Some(scanner.content)
    }
}

/// `[` or `<<`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bracket {
    List,
    Dictionary,
}

impl Bracket {
    fn opening(self) -> &'static [u8] {
        match self {
            Bracket::List => b"[",
            Bracket::Dictionary => b"<<",
        }
    }
}

struct Scanner<'b> {
    bytes: &'b [u8],
    place: usize,
    /// The last name.
    name: Vec<u8>,
    /// What is open, with its place in the clean instructions.
    open: Vec<(Bracket, usize)>,
    /// Where in the clean instructions a picture begins.
    picture: Option<usize>,
    content: Content,
}

impl Scanner<'_> {
    fn run(&mut self) -> Option<()> {
        while let Some(byte) = self.next() {
            match byte {
                b'%' => self.skip_while(|byte| byte != b'\n' && byte != b'\r'),
                b'(' => self.literal(),
                b'<' if self.peek() == Some(b'<') => {
                    self.place += 1;
                    self.begin(Bracket::Dictionary);
                }
                b'<' => self.hexadecimal(),
                b'[' => self.begin(Bracket::List),
                b']' => self.end(Bracket::List),
                b'>' if self.peek() == Some(b'>') => {
                    self.place += 1;
                    self.end(Bracket::Dictionary);
                }
                b'/' => self.name(),
                byte if is_regular(byte) => self.word(),
                // White space, or the end of what never began.
                byte => {
                    let is_end = matches!(byte, b')' | b'>' | b'{' | b'}');
                    self.content.clean.push(if is_end { b' ' } else { byte });
                }
            }
            if self.open.len() > MOST_NESTING {
                return None;
            }
        }
        while let Some((bracket, place)) = self.open.pop() {
            self.blank(bracket, place);
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

    fn begin(&mut self, bracket: Bracket) {
        self.open.push((bracket, self.content.clean.len()));
        self.content.clean.extend(bracket.opening());
    }

    /// Closes the innermost bracket of this kind; those within it never end.
    fn end(&mut self, bracket: Bracket) {
        if !self.open.iter().any(|(open, _)| *open == bracket) {
            self.content.clean.push(b' ');
            return;
        }
        while let Some((open, place)) = self.open.pop() {
            if open == bracket {
                break;
            }
            self.blank(open, place);
        }
        self.content.clean.extend(match bracket {
            Bracket::List => &b"]"[..],
            Bracket::Dictionary => b">>",
        });
    }

    /// Takes an opening bracket back.
    fn blank(&mut self, bracket: Bracket, place: usize) {
        self.content.clean[place..][..bracket.opening().len()].fill(b' ');
    }

    /// `(text (with brackets) and \) signs)`. One that never ends is the rest, and left out.
    fn literal(&mut self) {
        let start = self.place - 1;
        let mut depth = 1_usize;
        while let Some(byte) = self.next() {
            match byte {
                b'\\' => self.place += 1,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let text = &self.bytes[start..self.place];
                self.content.clean.extend(text);
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
        let digits = self.bytes[start..self.place].iter();
        if self.next().is_some() {
            self.content.clean.push(b'<');
            let digits = digits.filter(|byte| byte.is_ascii_hexdigit());
            self.content.clean.extend(digits);
            self.content.clean.push(b'>');
        }
    }

    /// A name; `#41` in it is an `A`.
    fn name(&mut self) {
        let start = self.place;
        self.skip_while(is_regular);
        let name = &self.bytes[start..self.place];
        self.name = super::prescan::unescaped(name);
        self.content.clean.push(b'/');
        self.content.clean.extend(name);
    }

    /// Numbers and instructions, which may stand together: `0 0 1rg`.
    fn word(&mut self) {
        self.place -= 1;
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            if !is_letter(byte) {
                let digit = |place: Option<usize>| {
                    let byte = place.and_then(|place| self.bytes.get(place));
                    byte.is_some_and(u8::is_ascii_digit)
                };
                let after = self.place + 1;
                let point = self.bytes.get(after) == Some(&b'.');
                let is_sound = match byte {
                    b'+' | b'-' => digit(Some(after)) || (point && digit(Some(after + 1))),
                    b'.' => digit(Some(after)) || digit(self.place.checked_sub(1)),
                    _ => true,
                };
                self.content.clean.push(if is_sound { byte } else { b' ' });
                self.place += 1;
                continue;
            }
            let start = self.place;
            self.skip_while(is_letter);
            let word = &self.bytes[start..self.place];
            match (word, self.picture) {
                (b"BI", None) => self.picture = Some(self.content.clean.len()),
                (b"BI", Some(_)) => {}
                (b"ID", Some(begin)) => return self.inline_picture(begin),
                _ => {
                    if word == b"Do" {
                        *self.content.drawn.entry(self.name.clone()).or_default() += 1;
                    }
                    self.content.clean.extend(word);
                }
            }
        }
    }

    /// The data of a picture, up to `EI` between white space.
    fn inline_picture(&mut self, begin: usize) {
        self.content.inline_pictures += 1;
        let rest = &self.bytes[self.place..];
        let end = rest.windows(4).position(|window| {
            matches!(window, [before, b'E', b'I', after]
                if before.is_ascii_whitespace() && after.is_ascii_whitespace())
        });
        self.place += end.map_or(rest.len(), |end| end + 3);
        self.picture = None;
        self.content.clean.truncate(begin);
        self.open.retain(|(_, place)| *place < begin);
    }
}

/// What instructions are made of.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, b'*' | b'\'' | b'"')
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

    #[test]
    fn what_is_broken_is_left_out_and_the_rest_stays() {
        for (broken, clean) in [
            (
                "q BT /F1 12 Tf (a\\)(b)) Tj ET Q",
                "q BT /F1 12 Tf (a\\)(b)) Tj ET Q",
            ),
            ("0 0 1rg[(a)-20<6 7z>]TJ", "0 0 1rg[(a)-20<67>]TJ"),
            ("-.5 +1 5. .5 - + . --2 m", "-.5 +1 5. .5        -2 m"),
            ("/A <</B [1 2]>> BDC EMC", "/A <</B [1 2]>> BDC EMC"),
            ("1 [<61> 2 m (a) Tj", "1  <61> 2 m (a) Tj"),
            ("[ << 1 ] >> 2 ) } m", "[    1 ]   2     m"),
            ("1 % (\n2 m", "1 \n2 m"),
            ("q (a) Tj ( b", "q (a) Tj "),
            ("q <61> Tj <62", "q <61> Tj "),
            ("q BI /W 1 [ ID ((( EI Q", "q  Q"),
            ("q BI q BI Q", "q  q  Q"),
            ("ID [ 1", "ID   1"),
        ] {
            let found = Content::of(broken.as_bytes()).unwrap().clean;
            assert_eq!(String::from_utf8_lossy(&found), clean, "{broken}");
        }
    }
}
