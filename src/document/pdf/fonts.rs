//! Fonts, rewritten to what the library reads rightly and cheaply.
//!
//! * `UniGB-UCS2-H` and its like: codes are UTF-16. The library takes them for GBK bytes, so they
//!   become `Identity-H` with a collection in which a code is its character.
//! * `GBK-EUC-H` and its like: read rightly, but widths are looked up by code where they are listed by
//!   glyph number, so the list is written anew for the Latin range.
//! * Font programs are left out: widths and characters stand in the dictionaries.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::limits::MOST_CMAP;
use super::objects::{array, dictionary, name, resolve, text, unpack};
use super::{cmap, copy::Copy};

/// Latin signs of one byte: space to tilde.
const LATIN: std::ops::RangeInclusive<u32> = 0x20..=0x7E;

/// Glyph numbers of the Latin signs in the Chinese collections: of their natural width, and of half
/// the width of a Chinese character.
const PROPORTIONAL: u32 = 1;
const HALF_WIDTH: u32 = 814;

/// Entries kept of a list in a font.
const MOST_ENTRIES: usize = 4_096;

/// Copies a font into the new file.
pub(super) fn copy_font(source: &Document, font: &Dictionary, copy: &mut Copy) -> ObjectId {
    let mut out = Dictionary::new();
    out.set("Type", Object::Name(b"Font".to_vec()));
    keep(source, font, &mut out, &["Subtype", "BaseFont"]);
    if let Some(table) = font
        .get(b"ToUnicode")
        .ok()
        .and_then(|table| resolve(source, table).as_stream().ok())
        .and_then(|stream| unpack(source, stream, MOST_CMAP))
    {
        let table = Stream::new(Dictionary::new(), cmap::plain(&table));
        out.set("ToUnicode", copy.add(table));
    }
    if name(source, font, b"Subtype") == Some(b"Type0") {
        composite(source, font, &mut out, copy);
    } else {
        simple(source, font, &mut out, copy);
    }
    copy.add(out)
}

/// A font of one-byte codes.
fn simple(source: &Document, font: &Dictionary, out: &mut Dictionary, copy: &mut Copy) {
    keep(
        source,
        font,
        out,
        &["FirstChar", "LastChar", "Widths", "FontMatrix", "FontBBox"],
    );
    let mut has_encoding = true;
    match font.get(b"Encoding").map(|object| resolve(source, object)) {
        Ok(Object::Name(encoding)) => out.set("Encoding", Object::Name(encoding.clone())),
        Ok(Object::Dictionary(encoding)) => {
            let mut kept = Dictionary::new();
            keep(
                source,
                encoding,
                &mut kept,
                &["BaseEncoding", "Differences"],
            );
            out.set("Encoding", kept);
        }
        _ => has_encoding = false,
    }
    // Only a Type 1 program can name the characters of a font that says nothing else about them.
    let needs_program = !has_encoding && !out.has(b"ToUnicode");
    descriptor(source, font, out, needs_program.then_some(copy));
}

/// A font of two-byte codes, with the font of glyphs below it.
fn composite(source: &Document, font: &Dictionary, out: &mut Dictionary, copy: &mut Copy) {
    let Some(glyphs) = array(source, font, b"DescendantFonts")
        .and_then(<[Object]>::first)
        .and_then(|glyphs| resolve(source, glyphs).as_dict().ok())
    else {
        return;
    };
    let encoding = match font.get(b"Encoding").map(|object| resolve(source, object)) {
        Ok(Object::Name(encoding)) => String::from_utf8_lossy(encoding).into_owned(),
        // A table of the file's own. With ToUnicode the glyph numbers do not matter.
        _ => "Identity-H".to_owned(),
    };
    let collection = dictionary(source, glyphs, b"CIDSystemInfo");
    let mut ordering = collection
        .and_then(|info| text(source, info, b"Ordering"))
        .unwrap_or_default();
    let mut widths = widths(source, glyphs);
    let mut name = encoding.clone();
    if is_utf16(&encoding) {
        let direction = if encoding.ends_with('V') { "V" } else { "H" };
        name = format!("Identity-{direction}");
        ordering = b"Identity".to_vec();
        widths = latin_widths(&widths, PROPORTIONAL, None);
    } else if is_gb(&encoding) {
        widths = if encoding.starts_with("GBKp") || encoding.starts_with("GBpc") {
            latin_widths(&widths, PROPORTIONAL, None)
        } else {
            latin_widths(&widths, HALF_WIDTH, Some(500.0))
        };
    }
    out.set("Encoding", Object::Name(name.into_bytes()));

    let mut below = Dictionary::new();
    below.set("Type", Object::Name(b"Font".to_vec()));
    keep(
        source,
        glyphs,
        &mut below,
        &["Subtype", "BaseFont", "DW", "DW2"],
    );
    let mut info = Dictionary::new();
    info.set("Registry", Object::string_literal("Adobe"));
    info.set("Ordering", Object::string_literal(ordering));
    info.set("Supplement", 0);
    below.set("CIDSystemInfo", info);
    below.set("W", written(&widths));
    descriptor(source, glyphs, &mut below, None);
    let below = copy.add(below);
    out.set("DescendantFonts", vec![Object::Reference(below)]);
}

/// `UniGB-UCS2-H`, `UniGB-UTF16-V`, and the same of the other collections.
fn is_utf16(encoding: &str) -> bool {
    encoding.starts_with("Uni") && (encoding.contains("-UCS2-") || encoding.contains("-UTF16-"))
}

/// `GBK-EUC-H`, `GB-EUC-V`, `GBK2K-H`, `GBKp-EUC-H`, `GBpc-EUC-H`.
fn is_gb(encoding: &str) -> bool {
    encoding.starts_with("GB")
}

/// Widths by glyph number, as the font lists them: `1 [207 270]` or `814 939 500`.
fn widths(source: &Document, glyphs: &Dictionary) -> BTreeMap<u32, f32> {
    let mut widths = BTreeMap::new();
    let mut list = array(source, glyphs, b"W").unwrap_or_default().iter();
    while let Some((first, next)) = list.next().zip(list.next()) {
        let Some(first) = glyph_number(source, first) else {
            break;
        };
        match resolve(source, next) {
            Object::Array(each) => {
                for (glyph, width) in (first..=0xFFFF).zip(each) {
                    if let Ok(width) = resolve(source, width).as_float() {
                        widths.insert(glyph, width);
                    }
                }
            }
            last => {
                let Some(width) = list.next() else { break };
                if let Some(last) = glyph_number(source, last)
                    && let Ok(width) = resolve(source, width).as_float()
                {
                    widths.extend((first..=last).map(|glyph| (glyph, width)));
                }
            }
        }
    }
    widths
}

fn glyph_number(source: &Document, object: &Object) -> Option<u32> {
    let number = resolve(source, object).as_float().ok()?;
    // Out of range saturates; there are no more than 65536 glyphs.
    let number = i64::from(number.round() as i32);
    u32::try_from(number)
        .ok()
        .filter(|number| *number <= 0xFFFF)
}

/// Widths by code, for the Latin signs, from widths by glyph number.
fn latin_widths(
    glyphs: &BTreeMap<u32, f32>,
    first: u32,
    otherwise: Option<f32>,
) -> BTreeMap<u32, f32> {
    LATIN
        .filter_map(|code| {
            let glyph = first + (code - LATIN.start());
            Some((code, glyphs.get(&glyph).copied().or(otherwise)?))
        })
        .collect()
}

/// `first [width …]`, a run of consecutive numbers at a time.
fn written(widths: &BTreeMap<u32, f32>) -> Vec<Object> {
    let mut list: Vec<Object> = Vec::new();
    let mut next = None;
    for (&code, &width) in widths {
        if next != Some(code) {
            list.push(Object::Integer(code.into()));
            list.push(Object::Array(Vec::new()));
        }
        if let Some(Object::Array(run)) = list.last_mut() {
            run.push(Object::Real(width));
        }
        next = code.checked_add(1);
    }
    list
}

/// The measures of a font, and its Type 1 program if the copy is given.
fn descriptor(
    source: &Document,
    font: &Dictionary,
    out: &mut Dictionary,
    program: Option<&mut Copy>,
) {
    let Some(descriptor) = dictionary(source, font, b"FontDescriptor") else {
        return;
    };
    let mut kept = Dictionary::new();
    kept.set("Type", Object::Name(b"FontDescriptor".to_vec()));
    keep(
        source,
        descriptor,
        &mut kept,
        &[
            "FontName",
            "Flags",
            "Ascent",
            "Descent",
            "FontBBox",
            "MissingWidth",
        ],
    );
    if let Some(copy) = program
        && let Ok(program) = descriptor.get(b"FontFile")
        && let Ok(stream) = resolve(source, program).as_stream()
        && let Some(program) = unpack(source, stream, MOST_CMAP)
    {
        let program = Stream::new(Dictionary::new(), program);
        kept.set("FontFile", copy.add(program));
    }
    out.set("FontDescriptor", kept);
}

/// Copies flat values: names, numbers, texts, and lists of these.
fn keep(source: &Document, from: &Dictionary, to: &mut Dictionary, keys: &[&str]) {
    for key in keys {
        let Ok(value) = from.get(key.as_bytes()) else {
            continue;
        };
        match resolve(source, value) {
            Object::Array(items) => {
                let flat = items
                    .iter()
                    .take(MOST_ENTRIES)
                    .map(|item| resolve(source, item));
                to.set(
                    *key,
                    flat.filter(|item| is_flat(item))
                        .cloned()
                        .collect::<Vec<_>>(),
                );
            }
            value if is_flat(value) => to.set(*key, value.clone()),
            _ => {}
        }
    }
}

fn is_flat(object: &Object) -> bool {
    matches!(
        object,
        Object::Integer(_) | Object::Real(_) | Object::Name(_) | Object::String(..)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_read_in_both_notations_and_bounded() {
        let source = Document::new();
        let mut glyphs = Dictionary::new();
        glyphs.set(
            "W",
            vec![
                1.into(),
                Object::Array(vec![207.into(), 270.into()]),
                814.into(),
                816.into(),
                500.into(),
                0.into(),
                Object::Integer(4_000_000_000),
                1.into(),
            ],
        );
        let widths = widths(&source, &glyphs);
        let expected = [
            (1, 207.0),
            (2, 270.0),
            (814, 500.0),
            (815, 500.0),
            (816, 500.0),
        ];
        assert_eq!(widths, BTreeMap::from(expected));
        assert_eq!(
            latin_widths(&widths, PROPORTIONAL, None),
            BTreeMap::from([(0x20, 207.0), (0x21, 270.0)])
        );
        assert_eq!(latin_widths(&widths, HALF_WIDTH, Some(500.0)).len(), 95);
        assert_eq!(written(&widths).len(), 4);
    }

    #[test]
    fn encodings_of_utf16_are_known_by_name() {
        assert!(is_utf16("UniGB-UCS2-H"));
        assert!(is_utf16("UniJIS-UTF16-V"));
        assert!(!is_utf16("GBK-EUC-H"));
        assert!(!is_utf16("Identity-H"));
    }
}
