//! Records and strings of old workbooks (BIFF8), as slices that are never read beyond their end.

/// A record with the records that continue it.
pub(super) struct Record<'s> {
    /// What it is.
    pub(super) kind: u16,
    /// Its content, in pieces of at most 8 224 bytes.
    pieces: Vec<&'s [u8]>,
}

/// The records of a stream; ends at the first that is cut off.
pub(super) struct Records<'s> {
    rest: &'s [u8],
}

const CONTINUE: u16 = 0x003C;

impl<'s> Records<'s> {
    /// The records from an offset on.
    pub(super) fn from(stream: &'s [u8], offset: usize) -> Records<'s> {
        Records {
            rest: stream.get(offset..).unwrap_or_default(),
        }
    }

    fn piece(&mut self) -> Option<(u16, &'s [u8])> {
        let (head, rest) = self.rest.split_first_chunk::<4>()?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let (content, rest) = rest.split_at_checked(length)?;
        self.rest = rest;
        Some((kind, content))
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let (kind, content) = self.piece()?;
        let mut pieces = vec![content];
        while self.rest.starts_with(&CONTINUE.to_le_bytes()) {
            match self.piece() {
                Some((_, content)) => pieces.push(content),
                None => break,
            }
        }
        Some(Record { kind, pieces })
    }
}

impl<'s> Record<'s> {
    /// Reads the record from its beginning.
    pub(super) fn reader(&self) -> Fields<'_> {
        Fields {
            current: self.pieces.first().copied().unwrap_or_default(),
            later: self.pieces.get(1..).unwrap_or_default(),
        }
    }

    /// Bytes of its first piece.
    pub(super) fn length(&self) -> usize {
        self.pieces.first().map_or(0, |piece| piece.len())
    }
}

/// The fields of a record, one after another; `None` when it is too short.
pub(super) struct Fields<'r> {
    current: &'r [u8],
    later: &'r [&'r [u8]],
}

impl Fields<'_> {
    /// Goes on with the next piece when one is used up.
    fn refill(&mut self) -> bool {
        while self.current.is_empty() {
            let Some((next, later)) = self.later.split_first() else {
                return false;
            };
            (self.current, self.later) = (next, later);
        }
        true
    }

    /// The next bytes, which do not straddle two pieces.
    pub(super) fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.refill();
        let (bytes, rest) = self.current.split_first_chunk::<N>()?;
        self.current = rest;
        Some(*bytes)
    }

    /// One byte.
    pub(super) fn u8(&mut self) -> Option<u8> {
        self.bytes::<1>().map(|[byte]| byte)
    }

    /// Two bytes.
    pub(super) fn u16(&mut self) -> Option<u16> {
        self.bytes().map(u16::from_le_bytes)
    }

    /// Four bytes.
    pub(super) fn u32(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }

    /// Passes over bytes.
    pub(super) fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            if !self.refill() {
                return None;
            }
            let step = bytes.min(self.current.len());
            self.current = &self.current[step..];
            bytes -= step;
        }
        Some(())
    }

    /// A string of so many characters: a byte of flags, then one or two bytes each. Where it goes on in
    /// the next piece, that begins with flags of its own.
    pub(super) fn text(&mut self, characters: usize) -> Option<String> {
        let flags = self.u8()?;
        self.characters(characters, flags & 1 != 0)
    }

    /// A string with its length in front (two bytes), possibly with formatting and phonetics behind it.
    pub(super) fn rich_text(&mut self) -> Option<String> {
        let characters = usize::from(self.u16()?);
        let flags = self.u8()?;
        let runs = if flags & 8 != 0 { self.u16()? } else { 0 };
        let phonetics = if flags & 4 != 0 { self.u32()? } else { 0 };
        let text = self.characters(characters, flags & 1 != 0)?;
        self.skip(usize::from(runs) * 4)?;
        self.skip(usize::try_from(phonetics).ok()?)?;
        Some(text)
    }

    fn characters(&mut self, mut left: usize, mut wide: bool) -> Option<String> {
        let mut units = Vec::new();
        while left > 0 {
            if self.current.is_empty() {
                self.refill().then_some(())?;
                wide = self.u8()? & 1 != 0;
            }
            let size = if wide { 2 } else { 1 };
            let count = left.min(self.current.len() / size);
            if count == 0 && !self.current.is_empty() {
                return None;
            }
            let (now, rest) = self.current.split_at(count * size);
            self.current = rest;
            left -= count;
            units.extend(now.chunks_exact(size).map(|unit| match *unit {
                [low, high] => u16::from_le_bytes([low, high]),
                [low, ..] => u16::from(low),
                [] => 0,
            }));
        }
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_goes_on_with_flags_of_its_own() {
        // 4 characters: `ab` in single bytes, then 年度 in double bytes, then the next string.
        let mut stream = vec![0xFC, 0, 5, 0, 4, 0, 0, b'a', b'b'];
        stream.extend([0x3C, 0, 9, 0, 1, 0x74, 0x5E, 0xA6, 0x5E, 1, 0, 0, b'z']);
        let record = Records::from(&stream, 0).next().unwrap();
        let mut fields = record.reader();
        assert_eq!(fields.rich_text().as_deref(), Some("ab年度"));
        assert_eq!(fields.rich_text().as_deref(), Some("z"));
        assert_eq!(fields.rich_text(), None);
    }

    #[test]
    fn what_is_cut_off_ends_the_stream() {
        assert!(Records::from(&[0xFC, 0, 5, 0, 1], 0).next().is_none());
        assert!(Records::from(&[0xFC], 9).next().is_none());
    }
}
