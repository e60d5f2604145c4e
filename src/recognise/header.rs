//! The header block: captions and their values.

use super::lexicon::{Caption, LEXICON};
use super::money;
use super::row::Row;
use super::tidy::{key, tidy};
use super::titles::captions_in_line;
use super::walk::Walk;
use crate::document::Line;
use crate::sheet::{Origin, Text};

impl Walk {
    /// The captions of a row with the values beside them.
    pub(super) fn captions(&mut self, row: &Row<'_>) {
        for pair in row.cells.windows(2) {
            let (label, value) = (&pair[0], &pair[1]);
            let Some(caption) = LEXICON.caption(&label.key) else {
                continue;
            };
            let is_label = LEXICON.caption(&value.key).is_some();
            if !is_label {
                self.caption(caption, value.text, value.origin);
            }
        }
        for cell in &row.cells {
            self.captions_with_colons(cell.text, cell.origin);
        }
    }

    fn caption(&mut self, caption: Caption, value: &str, origin: &Origin) {
        // Persons and their telephones are among the rest and are not kept.
        if caption != Caption::Other && !tidy(value).is_empty() {
            let text = Text {
                text: value.trim().to_owned(),
                origin: origin.clone(),
            };
            self.form.captions.push((caption, text));
        }
    }

    /// The captions of a text with the values behind their colons.
    pub(super) fn captions_with_colons(&mut self, text: &str, origin: &Origin) {
        for (caption, value) in captions_in_line(text) {
            if key(&caption) == "单位" {
                self.form.money.unit = money::unit(&value).or(self.form.money.unit);
            } else if let Some(caption) = LEXICON.caption(&key(&caption)) {
                self.caption(caption, &value, origin);
            }
        }
    }

    /// "项目名称 甲 项目编码", the value of the last caption in the lines below it.
    pub(super) fn captions_without_colons(&mut self, line: &Line) {
        let number = line.origin.line;
        let mut tokens = line.text.split_whitespace().peekable();
        let first = tokens.peek().map_or(String::new(), |token| key(token));
        if LEXICON.caption(&first).is_none() {
            if let Some((caption, last)) = self.waiting.take()
                && number <= last + 2
                && !line.text.contains(['。', '：'])
            {
                let going = match self.form.captions.last_mut() {
                    Some((known, text)) if *known == caption && number == last + 1 => {
                        text.text.push_str(&line.text);
                        true
                    }
                    _ => {
                        let begins = self.form.caption(caption).is_none();
                        if begins {
                            self.caption(caption, &line.text, &line.origin);
                        }
                        begins
                    }
                };
                self.waiting = going.then_some((caption, number));
            }
            return;
        }
        self.waiting = None;
        while let Some(token) = tokens.next() {
            let Some(caption) = LEXICON.caption(&key(token)) else {
                continue;
            };
            let mut value = String::new();
            while let Some(next) = tokens.next_if(|next| LEXICON.caption(&key(next)).is_none()) {
                value.push_str(if value.is_empty() { "" } else { " " });
                value.push_str(next);
            }
            if value.is_empty() && tokens.peek().is_none() && caption != Caption::Other {
                self.waiting = Some((caption, number));
            }
            self.caption(caption, &value, &line.origin);
        }
    }
}
