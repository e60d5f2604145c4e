//! Bytes to text: which encoding an office computer saved the file in.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{BinaryKind, ProblemKind};

/// The encoding a file turned out to be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 of either byte order, known by its byte order mark.
    Utf16,
    /// GB18030, which includes GBK and GB2312: guessed, because the bytes are no valid UTF-8.
    Gb18030,
}

/// Decodes the whole file, strictly: valid UTF-8 wins, then a UTF-16 byte order mark, then GB18030.
/// A byte order mark is not part of the text.
///
/// "年" is read from `E5 B9 B4` (UTF-8), `FF FE 74 5E` (UTF-16) and `C4 EA` (GBK) alike.
///
/// # Errors
/// [`ProblemKind::Empty`] for a file of white space, [`ProblemKind::Binary`] for what is no text
/// (it names what it looks like), [`ProblemKind::Undecodable`] for bytes no encoding accepts.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), ProblemKind> {
    if let Some(kind) = binary_kind(bytes) {
        return Err(ProblemKind::Binary(kind));
    }
    let unmarked = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let (text, encoding) = UTF_8
        .decode_without_bom_handling_and_without_replacement(unmarked)
        .map(|text| (text, Encoding::Utf8))
        .or_else(|| decode_other(bytes))
        .ok_or(ProblemKind::Undecodable)?;
    if text.contains('\0') {
        return Err(ProblemKind::Binary(BinaryKind::Other));
    }
    if text.trim().is_empty() {
        return Err(ProblemKind::Empty);
    }
    Ok((text, encoding))
}

/// Decodes a part of an office file: UTF-8, or UTF-16 with its byte order mark; nothing else is allowed
/// there.
pub(super) fn decode_markup(bytes: &[u8]) -> Option<String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Err(_) if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) => {
            decode_other(bytes).map(|(text, _)| text.into_owned())
        }
        Err(_) => None,
    }
}

/// Whether the bytes can be a text: no zero bytes, except in UTF-16.
pub(super) fn looks_like_text(bytes: &[u8]) -> bool {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    utf16 || !bytes.contains(&0)
}

/// The beginning of a text for a first look: what cannot be decoded is replaced.
pub(super) fn decode_loosely(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] => UTF_16BE,
        // Markup and keys are ASCII in every encoding that remains.
        _ => UTF_8,
    };
    encoding.decode(bytes).0
}

fn decode_other(bytes: &[u8]) -> Option<(Cow<'_, str>, Encoding)> {
    let (encoding, rest, name) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (UTF_16LE, rest, Encoding::Utf16),
        [0xFE, 0xFF, rest @ ..] => (UTF_16BE, rest, Encoding::Utf16),
        _ => (GB18030, bytes, Encoding::Gb18030),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest)?;
    Some((text, name))
}

/// What the first bytes announce, if it is no text.
fn binary_kind(bytes: &[u8]) -> Option<BinaryKind> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        // The first entry names of an Office file stand uncompressed near its beginning.
        let head = &bytes[..bytes.len().min(8_192)];
        let has = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
        return Some(if has(b"xl/") {
            BinaryKind::Xlsx
        } else if has(b"word/") {
            BinaryKind::Docx
        } else {
            BinaryKind::Zip
        });
    }
    if bytes.starts_with(b"%PDF-") {
        return Some(BinaryKind::Pdf);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some(BinaryKind::OldOffice);
    }
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    (!utf16 && bytes.contains(&0)).then_some(BinaryKind::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> (String, Encoding) {
        let (text, encoding) = decode(bytes).unwrap();
        (text.into_owned(), encoding)
    }

    #[test]
    fn one_word_in_every_encoding() {
        for (bytes, encoding) in [
            (&b"\xE5\xB9\xB4"[..], Encoding::Utf8),
            (b"\xEF\xBB\xBF\xE5\xB9\xB4", Encoding::Utf8),
            (b"\xFF\xFE\x74\x5E", Encoding::Utf16),
            (b"\xFE\xFF\x5E\x74", Encoding::Utf16),
            (b"\xC4\xEA", Encoding::Gb18030),
        ] {
            assert_eq!(text_of(bytes), ("年".to_owned(), encoding));
        }
    }

    #[test]
    fn what_is_no_text_is_named() {
        let kind = |bytes: &[u8]| match decode(bytes) {
            Err(ProblemKind::Binary(kind)) => Some(kind),
            _ => None,
        };
        assert_eq!(kind(b"%PDF-1.7\n"), Some(BinaryKind::Pdf));
        assert_eq!(
            kind(b"PK\x03\x04.....xl/workbook.xml"),
            Some(BinaryKind::Xlsx)
        );
        assert_eq!(
            kind(b"PK\x03\x04.....word/document.xml"),
            Some(BinaryKind::Docx)
        );
        assert_eq!(kind(b"PK\x03\x04"), Some(BinaryKind::Zip));
        assert_eq!(kind(b"\xD0\xCF\x11\xE0\xA1"), Some(BinaryKind::OldOffice));
        assert_eq!(kind(b"year: 2024\0"), Some(BinaryKind::Other));
    }

    #[test]
    fn nothing_and_nonsense_are_refused() {
        assert_eq!(decode(b"\xEF\xBB\xBF \n"), Err(ProblemKind::Empty));
        assert_eq!(decode(b""), Err(ProblemKind::Empty));
        assert_eq!(decode(b"\xFF\xFF\xFF"), Err(ProblemKind::Undecodable));
        assert_eq!(decode(b"\xFF\xFE\x00\xD8"), Err(ProblemKind::Undecodable));
    }
}
