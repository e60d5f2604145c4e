//! JSONL: a sheet a line, of a file or an endless stream.

use std::io::{self, BufRead, Read};

use super::chunk::{CHUNK_BYTES, CHUNK_RECORDS, Chunk, Record};
use super::rejected::MOST_TEXT;
use crate::document::Input;

/// The byte order mark some editors write.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Fills a chunk with lines; those that are longer than a sheet may be keep their beginning only, blank ones
/// are left out. `true` when there are no more.
///
/// # Errors
/// The input cannot be read on; the chunk has what came before.
pub(super) fn fill(from: &mut impl BufRead, chunk: &mut Chunk) -> io::Result<bool> {
    while chunk.bytes.len() < CHUNK_BYTES && chunk.records.len() < CHUNK_RECORDS {
        let start = chunk.bytes.len();
        let read = one_line(from, &mut chunk.bytes);
        let (length, too_long) = match read {
            Ok(read) => read,
            Err(error) => {
                // Half a line is none.
                chunk.bytes.truncate(start);
                return Err(error);
            }
        };
        if length == 0 {
            return Ok(true);
        }
        chunk.taken += length;
        chunk.after.offset += length;
        chunk.after.records += 1;
        let mut place = start..chunk.bytes.len();
        let line = &chunk.bytes[place.clone()];
        if chunk.after.records == 1 && line.starts_with(MARK) {
            place.start += MARK.len();
        }
        let line = &chunk.bytes[place.clone()];
        place.end -= line.len() - line.trim_ascii_end().len();
        if place.is_empty() {
            chunk.bytes.truncate(start);
            continue;
        }
        chunk.records.push(Record {
            number: chunk.after.records,
            place,
            too_long,
            carried: None,
        });
    }
    Ok(false)
}

/// Appends a line; the length it has in the input, and whether that is too long.
fn one_line(from: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<(u64, bool)> {
    let most = Input::MOST_BYTES + 2;
    let start = bytes.len();
    let read = from.by_ref().take(most as u64).read_until(b'\n', bytes)?;
    if read < most || bytes.ends_with(b"\n") {
        return Ok((read as u64, read > Input::MOST_BYTES + 1));
    }
    bytes.truncate(start + MOST_TEXT);
    let rest = from.skip_until(b'\n')?;
    Ok(((read + rest) as u64, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &[u8]) -> Vec<(u64, String, bool)> {
        let mut chunk = Chunk::default();
        let mut from = text;
        while !fill(&mut from, &mut chunk).unwrap() {}
        let records = chunk.records.iter().map(|record| {
            let text = String::from_utf8_lossy(&chunk.bytes[record.place.clone()]);
            (record.number, text.into_owned(), record.too_long)
        });
        assert_eq!(chunk.after.offset, text.len() as u64);
        records.collect()
    }

    #[test]
    fn lines_end_as_they_like_and_blank_ones_count() {
        let lines = filled(b"\xef\xbb\xbf{1}\r\n\r\n \n{2}\n{3}");
        let expected = [(1, "{1}"), (4, "{2}"), (5, "{3}")];
        let expected = expected.map(|(line, text)| (line, text.to_owned(), false));
        assert_eq!(lines, expected);
        assert_eq!(filled(b""), []);
        assert_eq!(filled(b"\n\n"), []);
    }

    #[test]
    fn a_line_longer_than_a_sheet_keeps_its_beginning_only() {
        let mut text = vec![b'x'; Input::MOST_BYTES + 1];
        text.extend(b"\ny");
        let lines = filled(&text);
        assert_eq!((lines[0].1.len(), lines[0].2), (text.len() - 2, true));
        let mut longer = vec![b'x'; 3 * Input::MOST_BYTES];
        longer.extend(b"\ny");
        let lines = filled(&longer);
        assert_eq!((lines[0].1.len(), lines[0].2), (MOST_TEXT, true));
        assert_eq!(lines[1], (2, "y".to_owned(), false));
    }
}
