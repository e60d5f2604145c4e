//! A text with its name: where places in it can be looked up.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::Excerpt;
use crate::sheet::Origin;

/// The decoded text of one file, split into lines for excerpts. The text of a file in UTF-8 is that of its bytes,
/// which the source then borrows.
#[derive(Debug, Clone)]
pub struct Source<'t> {
    /// The file as the user named it.
    pub file: Arc<str>,
    text: Cow<'t, str>,
    /// Number of its first line: 1, but for a record, which is one line of a file.
    first: u32,
    /// Byte offset of the beginning of every line; found when a line is first asked for.
    starts: OnceLock<Vec<usize>>,
}

impl<'t> Source<'t> {
    /// Takes a decoded text. Lines end with LF, CRLF or a lone CR, as YAML has it.
    pub fn new(file: &str, text: impl Into<Cow<'t, str>>) -> Source<'t> {
        Source::from_line(file, 1, text.into())
    }

    /// Takes a part of a file that begins with line `first`: lines are numbered as in the file.
    pub(super) fn from_line(file: &str, first: u32, text: Cow<'t, str>) -> Source<'t> {
        Source {
            file: file.into(),
            text,
            first,
            starts: OnceLock::new(),
        }
    }

    /// The same with a text of its own.
    pub(super) fn into_owned(self) -> Source<'static> {
        Source {
            file: self.file,
            text: Cow::Owned(self.text.into_owned()),
            first: self.first,
            starts: self.starts,
        }
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut starts = vec![0];
            for (index, byte) in bytes.iter().enumerate() {
                let ends =
                    *byte == b'\n' || (*byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'));
                if ends {
                    starts.push(index + 1);
                }
            }
            starts
        })
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Number of its first line.
    pub(super) fn first_line(&self) -> u32 {
        self.first
    }

    /// Line `number`, from 1, without its line end; `None` beyond the last line and for 0.
    pub fn line(&self, number: u32) -> Option<&str> {
        let index = usize::try_from(number.checked_sub(self.first)?).ok()?;
        let start = *self.starts().get(index)?;
        let end = self
            .starts()
            .get(index + 1)
            .copied()
            .unwrap_or(self.text.len());
        Some(self.text[start..end].trim_end_matches(['\n', '\r']))
    }

    /// The excerpt for a place: its line, cut around the column. `None` when there is no such line.
    pub fn excerpt(&self, line: u32, column: u32, length: u32) -> Option<Excerpt> {
        Some(Excerpt::cut(self.line(line)?, column, length))
    }

    /// Line and column of a byte of the text, which must begin a character.
    pub fn place(&self, byte: usize) -> (u32, u32) {
        let line = self.starts().partition_point(|start| *start <= byte);
        let start = self
            .starts()
            .get(line.wrapping_sub(1))
            .copied()
            .unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let line = number(line).saturating_add(self.first - 1);
        (line, number(before.chars().count() + 1))
    }

    /// A place in this file as an [`Origin`].
    pub fn origin(&self, line: u32, column: u32) -> Origin {
        Origin {
            file: Arc::clone(&self.file),
            line,
            column,
            cell: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        let source = Source::new("a.yaml", "一\r\n二\n三\r四");
        assert_eq!(source.line(1), Some("一"));
        assert_eq!(source.line(2), Some("二"));
        assert_eq!(source.line(3), Some("三"));
        assert_eq!(source.line(4), Some("四"));
        assert_eq!(source.line(5), None);
        assert_eq!(source.line(0), None);
        let part = Source::from_line("a.jsonl", 3, "三\n四".into());
        assert_eq!((part.line(2), part.line(3)), (None, Some("三")));
        assert_eq!(part.place("三\n".len()), (4, 1));
    }
}
