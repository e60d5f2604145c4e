//! Limits of a Parquet file, held before the library unpacks anything of it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use super::thrift::{I32, LIST, STRUCT, Thrift};

/// The longest footer: that of a file with nine million sheets as `batch` writes them.
const MOST_FOOTER: u64 = 32 * 1024 * 1024;
/// Levels of the schema.
const DEEPEST_SCHEMA: usize = 32;
/// Columns and groups of the schema.
const MOST_SCHEMA: usize = 10_000;
/// Bytes of a page, unpacked.
const MOST_PAGE: i64 = 64 * 1024 * 1024;
/// Bytes of the largest pages of all columns that are read, which are in memory together.
pub(super) const MOST_PAGES: i64 = 512 * 1024 * 1024;
/// Values of a page.
const MOST_VALUES: i64 = 4 * 1024 * 1024;
/// Bytes of the header of a page, with the extremes some programs write there; nearly every header has far fewer.
const MOST_HEADER: u64 = 64 * 1024;
const FEW: u64 = 256;
/// Bytes a value of a dictionary takes beyond its own.
const ENTRY: i64 = 32;
/// How the values of a page may be written. The one left out, DELTA_BYTE_ARRAY, makes gigabytes of a page.
const ENCODINGS: [i64; 6] = [0, 2, 3, 5, 6, 8];

/// Bytes in front of the footer; `None` when the footer claims what is not there. The library reads it after this.
pub(super) fn before_sound_footer(file: &mut File) -> io::Result<Option<u64>> {
    let length = file.seek(SeekFrom::End(0))?;
    if length < 12 {
        return Ok(None);
    }
    file.seek(SeekFrom::End(-8))?;
    let mut tail = [0; 8];
    file.read_exact(&mut tail)?;
    let footer = u64::from(u32::from_le_bytes([tail[0], tail[1], tail[2], tail[3]]));
    if &tail[4..] != b"PAR1" || footer > MOST_FOOTER || footer + 12 > length {
        return Ok(None);
    }
    let before = length - 8 - footer;
    file.seek(SeekFrom::Start(before))?;
    let mut bytes = Vec::new();
    Read::take(&mut *file, footer).read_to_end(&mut bytes)?;
    Ok(is_sound(&bytes).map(|()| before))
}

/// Walks FileMetaData; its second field is the schema.
fn is_sound(footer: &[u8]) -> Option<()> {
    let mut thrift = Thrift::new(footer);
    let mut last = 0;
    while let Some((number, kind)) = thrift.field(last)? {
        match (number, kind) {
            (2, LIST) => schema_is_sound(&mut thrift)?,
            (_, kind) => thrift.skip(kind)?,
        }
        last = number;
    }
    Some(())
}

/// The schema is a tree written as a list; the library builds it by recursion.
fn schema_is_sound(thrift: &mut Thrift<'_>) -> Option<()> {
    let (kind, count) = thrift.list()?;
    if kind != STRUCT || count > MOST_SCHEMA {
        return None;
    }
    let mut open: Vec<i64> = Vec::new();
    for _ in 0..count {
        let (mut last, mut children) = (0, 0);
        while let Some((number, kind)) = thrift.field(last)? {
            match (number, kind) {
                (5, I32) => children = thrift.number()?,
                (_, kind) => thrift.skip(kind)?,
            }
            last = number;
        }
        while open.last() == Some(&0) {
            open.pop();
        }
        if let Some(rest) = open.last_mut() {
            *rest -= 1;
        }
        open.push(children.max(0));
        if open.len() > DEEPEST_SCHEMA {
            return None;
        }
    }
    Some(())
}

/// Looks at the head of every page of a column chunk. The bytes its largest pages take unpacked; `None` where
/// a page goes beyond a limit.
pub(super) fn largest(file: &mut File, start: u64, length: u64) -> io::Result<Option<i64>> {
    let end = start.saturating_add(length);
    let (mut at, mut largest, mut dictionary) = (start, 0, 0);
    let mut head = Vec::new();
    while at < end {
        let mut page = None;
        for most in [FEW, MOST_HEADER] {
            file.seek(SeekFrom::Start(at))?;
            head.clear();
            Read::take(&mut *file, most.min(end - at)).read_to_end(&mut head)?;
            page = Page::read(&head);
            if page.is_some() {
                break;
            }
        }
        let Some(page) = page.filter(Page::is_within_limits) else {
            return Ok(None);
        };
        match page.is_dictionary {
            true => dictionary = dictionary.max(page.unpacked + page.values * ENTRY),
            false => largest = page.unpacked.max(largest),
        }
        let packed = u64::try_from(page.packed).unwrap_or(u64::MAX);
        at = at.saturating_add(page.head).saturating_add(packed);
    }
    Ok(Some(largest + dictionary))
}

/// What the header of a page claims; of what it says twice, the larger.
#[derive(Debug, Default)]
struct Page {
    /// Bytes of the header itself.
    head: u64,
    unpacked: i64,
    packed: i64,
    values: i64,
    encodings: Vec<i64>,
    is_dictionary: bool,
}

impl Page {
    fn read(bytes: &[u8]) -> Option<Page> {
        let mut thrift = Thrift::new(bytes);
        let (mut page, mut last) = (Page::default(), 0);
        let mut packed = None;
        while let Some((number, kind)) = thrift.field(last)? {
            match (number, kind) {
                (2, I32) => page.unpacked = page.unpacked.max(thrift.number()?),
                // Where the next page begins must not be a matter of opinion.
                (3, I32) if packed.is_none() => packed = Some(thrift.number()?),
                (3, _) => return None,
                // The headers of data pages, of dictionaries and of data pages of the second version.
                (5 | 7 | 8, STRUCT) => {
                    page.is_dictionary |= number == 7;
                    let encoding = if number == 8 { 4 } else { 2 };
                    page.kind(&mut thrift, encoding)?;
                }
                (_, kind) => thrift.skip(kind)?,
            }
            last = number;
        }
        page.packed = packed?;
        page.head = thrift.at as u64;
        Some(page)
    }

    /// The structure with the number of values and the encoding.
    fn kind(&mut self, thrift: &mut Thrift<'_>, encoding: i64) -> Option<()> {
        let mut last = 0;
        while let Some((number, kind)) = thrift.field(last)? {
            match (number, kind) {
                (1, I32) => self.values = self.values.max(thrift.number()?),
                (number, I32) if number == encoding => self.encodings.push(thrift.number()?),
                (_, kind) => thrift.skip(kind)?,
            }
            last = number;
        }
        Some(())
    }

    fn is_within_limits(&self) -> bool {
        self.unpacked <= MOST_PAGE
            && (0..=MOST_PAGE).contains(&self.packed)
            && self.values <= MOST_VALUES
            // An entry takes a byte at least.
            && (!self.is_dictionary || self.values <= self.unpacked)
            && self.encodings.iter().all(|encoding| ENCODINGS.contains(encoding))
    }
}
