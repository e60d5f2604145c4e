//! A look at the bytes before anything parses them: how much would the parser keep?

use std::io::{Read, Write};

use flate2::read::ZlibDecoder;

use super::limits::{MOST_OBJECT_STREAM, MOST_STRUCTURE, MOST_VALUES};

/// Whether the parts the parser unpacks and keeps at once stay within bounds: everything outside
/// streams, and what object streams and cross-reference streams unpack to.
pub(super) fn is_bounded(bytes: &[u8]) -> bool {
    let mut meter = Meter::default();
    let mut rest = bytes;
    while let Some(start) = find(rest, b"stream") {
        let (before, from) = rest.split_at(start);
        let body = &from[b"stream".len()..];
        let end = find(body, b"endstream").unwrap_or(body.len());
        meter.count(before);
        if keeps_objects(before) {
            meter.unpack(&body[..end]);
        }
        if !meter.is_bounded() {
            return false;
        }
        rest = &body[(end + b"endstream".len()).min(body.len())..];
    }
    meter.count(rest);
    meter.is_bounded()
}

/// Counts what is kept. A value of one byte costs the parser as much as one of a hundred.
#[derive(Debug, Default)]
struct Meter {
    bytes: usize,
    values: usize,
    /// Whether the last byte belongs to a number or word.
    within: bool,
}

impl Meter {
    fn count(&mut self, bytes: &[u8]) {
        self.bytes = self.bytes.saturating_add(bytes.len());
        for byte in bytes {
            let opens = matches!(byte, b'[' | b'<' | b'(');
            let begins = matches!(byte, b'/' | b'+' | b'-' | b'.');
            let belongs = byte.is_ascii_alphanumeric();
            self.values += usize::from(opens || begins || (belongs && !self.within));
            self.within = begins || belongs;
        }
    }

    /// Counts what a stream unpacks to, up to just beyond what a single one may. What is not packed
    /// the usual way counts for as much as a real file ever expands.
    fn unpack(&mut self, body: &[u8]) {
        let body = body.trim_ascii_start();
        let most = MOST_OBJECT_STREAM + 1;
        let limit = u64::try_from(most).unwrap_or(u64::MAX);
        if std::io::copy(&mut ZlibDecoder::new(body).take(limit), self).is_err() {
            let guess = body.len().saturating_mul(100).min(most);
            self.bytes = self.bytes.saturating_add(guess);
        }
    }

    fn is_bounded(&self) -> bool {
        self.bytes <= MOST_STRUCTURE && self.values <= MOST_VALUES
    }
}

impl Write for Meter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.count(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Whether the dictionary in front of a stream makes it one of objects or cross references.
fn keeps_objects(before: &[u8]) -> bool {
    // Long enough for any real dictionary of that kind.
    let dictionary = unescaped(&before[before.len().saturating_sub(4_096)..]);
    find(&dictionary, b"ObjStm").is_some() || find(&dictionary, b"XRef").is_some()
}

/// Names may spell any byte as `#xx`.
pub(super) fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first == b'#'
            && let [high, low, tail @ ..] = after
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            plain.extend(u8::try_from(high * 16 + low));
            rest = tail;
        } else {
            plain.push(first);
        }
    }
    plain
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    // Faster than comparing windows: jumps from one first letter to the next.
    let mut from = 0;
    while let Some(place) = bytes[from..].iter().position(|byte| *byte == word[0]) {
        let start = from + place;
        if bytes[start..].starts_with(word) {
            return Some(start);
        }
        from = start + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn object_stream(length: usize, kind: &str) -> Vec<u8> {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(&vec![b'0'; length]).unwrap();
        let packed = packed.finish().unwrap();
        let mut file = format!("1 0 obj <</Type/{kind}/Filter/FlateDecode>> stream\n").into_bytes();
        file.extend(packed);
        file.extend(b"\nendstream endobj\n");
        file
    }

    #[test]
    fn what_objects_unpack_to_is_counted_and_pictures_are_not() {
        let half = MOST_STRUCTURE / 2 - 1_024;
        let twice = |kind| object_stream(half, kind).repeat(2);
        let thrice = |kind| object_stream(half, kind).repeat(3);
        assert!(is_bounded(&twice("ObjStm")));
        assert!(!is_bounded(&thrice("ObjStm")));
        assert!(!is_bounded(&thrice("Obj#53tm")));
        assert!(!is_bounded(&thrice("XRef")));
        assert!(is_bounded(&thrice("XObject")));
        assert!(!is_bounded(&vec![b'a'; MOST_STRUCTURE + 1]));
    }

    #[test]
    fn values_are_counted_however_short_they_are() {
        let values = |text: &str| {
            let mut meter = Meter::default();
            meter.count(text.as_bytes());
            meter.values
        };
        assert_eq!(values("<</Type/Page/Kids[12 0 R]>>"), 8 + 1);
        assert_eq!(values("0 0-0[][]"), 5);
        assert!(!is_bounded(&b"0 ".repeat(MOST_VALUES + 1)));
    }
}
