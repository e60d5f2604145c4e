//! Headers of a Parquet file, looked through before the library reads them: it makes room for whatever they claim.
//!
//! Only as much of Thrift's compact protocol as that takes. Everything claimed is held against the bytes that are
//! there, nothing is kept, and nesting is counted.

/// Structures and lists within one another.
const DEEPEST: u32 = 32;
/// Structures in lists. The library makes room for all of a list at once, some 500 bytes for what may be one byte
/// there. A footer of nine million sheets has 220,000 column chunks.
const MOST_STRUCTS: usize = 1_000_000;

/// Kinds of values.
const TRUE: u8 = 1;
const FALSE: u8 = 2;
const BYTE: u8 = 3;
const I16: u8 = 4;
pub(super) const I32: u8 = 5;
const I64: u8 = 6;
const DOUBLE: u8 = 7;
const BINARY: u8 = 8;
pub(super) const LIST: u8 = 9;
const SET: u8 = 10;
const MAP: u8 = 11;
pub(super) const STRUCT: u8 = 12;

/// A place in a header; every step is `None` where the bytes end or make no sense.
pub(super) struct Thrift<'b> {
    bytes: &'b [u8],
    /// Bytes read so far.
    pub at: usize,
    /// Structures the lists may still claim.
    structs: usize,
}

impl<'b> Thrift<'b> {
    /// At the beginning.
    pub(super) fn new(bytes: &'b [u8]) -> Thrift<'b> {
        Thrift {
            bytes,
            at: 0,
            structs: MOST_STRUCTS,
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// A whole number.
    pub(super) fn number(&mut self) -> Option<i64> {
        let value = self.varint()?;
        let half = i64::try_from(value >> 1).ok()?;
        Some(if value & 1 == 0 { half } else { !half })
    }

    /// The next field of a structure, after field `last`: its number and its kind. `Some(None)` at the end.
    #[expect(clippy::option_option, reason = "the end is no fault")]
    pub(super) fn field(&mut self, last: i64) -> Option<Option<(i64, u8)>> {
        let byte = self.byte()?;
        if byte == 0 {
            return Some(None);
        }
        let number = match byte >> 4 {
            0 => self.number()?,
            step => last.checked_add(step.into())?,
        };
        Some(Some((number, byte & 0x0f)))
    }

    /// The head of a list: the kind of its items and how many there are, each a byte at least.
    pub(super) fn list(&mut self) -> Option<(u8, usize)> {
        let byte = self.byte()?;
        let count = match byte >> 4 {
            15 => usize::try_from(self.varint()?).ok()?,
            count => count.into(),
        };
        let kind = byte & 0x0f;
        if kind == STRUCT {
            self.structs = self.structs.checked_sub(count)?;
        }
        (count <= self.bytes.len() - self.at).then_some((kind, count))
    }

    fn pass(&mut self, count: usize) -> Option<()> {
        self.at = self.at.checked_add(count)?;
        (self.at <= self.bytes.len()).then_some(())
    }

    /// Passes a value by.
    pub(super) fn skip(&mut self, kind: u8) -> Option<()> {
        self.skip_at(kind, 0)
    }

    /// Calls itself once a level, which [`DEEPEST`] bounds.
    fn skip_at(&mut self, kind: u8, depth: u32) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match kind {
            TRUE | FALSE => Some(()),
            BYTE => self.pass(1),
            I16 | I32 | I64 => self.varint().map(|_| ()),
            DOUBLE => self.pass(8),
            BINARY => {
                let length = self.varint()?;
                self.pass(usize::try_from(length).ok()?)
            }
            LIST | SET => {
                let (kind, count) = self.list()?;
                for _ in 0..count {
                    self.item(kind, depth)?;
                }
                Some(())
            }
            MAP => {
                let count = self.varint()?;
                if count > 0 {
                    let kinds = self.byte()?;
                    for _ in 0..count {
                        self.item(kinds >> 4, depth)?;
                        self.item(kinds & 0x0f, depth)?;
                    }
                }
                Some(())
            }
            STRUCT => {
                let mut last = 0;
                while let Some((number, kind)) = self.field(last)? {
                    self.skip_at(kind, depth + 1)?;
                    last = number;
                }
                Some(())
            }
            _ => None,
        }
    }

    /// An item of a list; truth takes a byte there.
    fn item(&mut self, kind: u8, depth: u32) -> Option<()> {
        match kind {
            TRUE | FALSE => self.pass(1),
            kind => self.skip_at(kind, depth + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_claims_more_than_there_is_ends_the_walk() {
        // Field 2, a list of two billion structures.
        let list = [0x29, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x07, 0x00];
        assert_eq!(Thrift::new(&list).skip(STRUCT), None);
        let text = [
            0x18, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01,
        ];
        assert_eq!(Thrift::new(&text).skip(STRUCT), None);
        let deep = [0x1c; 100_000];
        assert_eq!(Thrift::new(&deep).skip(STRUCT), None);
        // Two lists of empty structures: both are there, and too many together.
        let mut lists = vec![0x29];
        for number in [MOST_STRUCTS, 1] {
            let mut count = number;
            lists.push(0xfc);
            while count > 0x7f {
                lists.push(0x80 | u8::try_from(count & 0x7f).unwrap());
                count >>= 7;
            }
            lists.push(u8::try_from(count).unwrap());
            lists.extend(vec![0; number]);
            lists.push(if number == 1 { 0 } else { 0x19 });
        }
        let one = Thrift::new(&[&lists[..lists.len() - 5], &[0][..]].concat()).skip(STRUCT);
        assert_eq!((one, Thrift::new(&lists).skip(STRUCT)), (Some(()), None));
        // 1: 3, 2: [1, 2], end.
        let mut fine = Thrift::new(&[0x15, 0x06, 0x19, 0x25, 0x02, 0x04, 0x00]);
        assert_eq!((fine.skip(STRUCT), fine.at), (Some(()), 7));
    }
}
