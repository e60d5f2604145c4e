//! Small questions to a parsed PDF.

use lopdf::{Dictionary, Document, Object, Stream};

/// The object itself, where a reference may stand; a reference to nowhere is null.
pub(super) fn resolve<'d>(document: &'d Document, object: &'d Object) -> &'d Object {
    // The library follows chains of references and knows cycles.
    match document.dereference(object) {
        Ok((_, object)) => object,
        Err(_) => &Object::Null,
    }
}

/// A dictionary in a dictionary.
pub(super) fn dictionary<'d>(
    document: &'d Document,
    within: &'d Dictionary,
    key: &[u8],
) -> Option<&'d Dictionary> {
    resolve(document, within.get(key).ok()?).as_dict().ok()
}

/// A list in a dictionary.
pub(super) fn array<'d>(
    document: &'d Document,
    within: &'d Dictionary,
    key: &[u8],
) -> Option<&'d [Object]> {
    let array = resolve(document, within.get(key).ok()?).as_array().ok()?;
    Some(array)
}

/// A name in a dictionary.
pub(super) fn name<'d>(
    document: &'d Document,
    within: &'d Dictionary,
    key: &[u8],
) -> Option<&'d [u8]> {
    resolve(document, within.get(key).ok()?).as_name().ok()
}

/// A short text in a dictionary.
pub(super) fn text(document: &Document, within: &Dictionary, key: &[u8]) -> Option<Vec<u8>> {
    const LONGEST: usize = 64;
    match resolve(document, within.get(key).ok()?) {
        Object::String(text, _) if text.len() <= LONGEST => Some(text.clone()),
        _ => None,
    }
}

/// What a stream unpacks to; `None` beyond the limit, or where it cannot be unpacked.
pub(super) fn unpack(document: &Document, stream: &Stream, limit: usize) -> Option<Vec<u8>> {
    let indirect = [&b"Filter"[..], b"DecodeParms"]
        .into_iter()
        .filter(|key| matches!(stream.dict.get(key), Ok(Object::Reference(_))));
    let mut resolved = None;
    for key in indirect {
        let copy = resolved.get_or_insert_with(|| stream.clone());
        let value = stream.dict.get(key).ok()?;
        copy.dict.set(key, resolve(document, value).clone());
    }
    let stream = resolved.as_ref().unwrap_or(stream);
    stream.decompressed_content_with_limit(limit).ok()
}
