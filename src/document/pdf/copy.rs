//! A few pages of a PDF as a new, plain one: drawing instructions, fonts, nothing else.
//!
//! The library that finds the tables trusts its input. What reaches it is written here: a flat list of
//! pages, unpacked instructions within limits, rewritten fonts, no pictures, no annotations, no
//! outline. A few pages at a time keep memory bounded.

use std::collections::{BTreeMap, HashMap, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::content::Content;
use super::failure::Failure;
use super::fonts::copy_font;
use super::limits::{
    MOST_FORM_BYTES, MOST_FORM_DEPTH, MOST_FORMS, MOST_PAGE_CONTENT, MOST_PAGE_TEXT,
};
use super::objects::{dictionary, name, resolve, unpack};
use super::pages::PageSource;

/// What was copied.
pub(super) struct Copied {
    /// The new file.
    pub(super) bytes: Vec<u8>,
    /// Bytes of drawing instructions in it.
    pub(super) content: usize,
    /// For every page, whether it draws pictures.
    pub(super) pictures: Vec<bool>,
}

/// Copies some pages.
///
/// # Errors
/// The number of the first page that is broken or beyond a limit.
pub(super) fn copy_pages(source: &Document, pages: &[PageSource<'_>]) -> Result<Copied, Failure> {
    let mut copy = Copy::default();
    let tree = copy.target.new_object_id();
    let (mut kids, mut pictures, mut content) = (Vec::new(), Vec::new(), 0_usize);
    for page in pages {
        let (id, cost) = copy_page(source, page, tree, &mut copy)?;
        kids.push(Object::Reference(id));
        pictures.push(cost.pictures);
        content = content.saturating_add(cost.bytes);
    }
    let mut root = Dictionary::new();
    root.set("Type", Object::Name(b"Pages".to_vec()));
    root.set("Count", i64::try_from(kids.len()).unwrap_or(i64::MAX));
    root.set("Kids", kids);
    copy.target.objects.insert(tree, root.into());
    let mut catalogue = Dictionary::new();
    catalogue.set("Type", Object::Name(b"Catalog".to_vec()));
    catalogue.set("Pages", tree);
    let catalogue = copy.add(catalogue);
    copy.target.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    copy.target
        .save_to(&mut bytes)
        .map_err(|_| Failure::Library)?;
    Ok(Copied {
        bytes,
        content,
        pictures,
    })
}

/// The new file while it grows, with what it already holds.
pub(super) struct Copy {
    target: Document,
    fonts: HashMap<ObjectId, ObjectId>,
    forms: HashMap<ObjectId, (ObjectId, Cost)>,
    /// Forms being copied: one that draws itself is left out.
    open: HashSet<ObjectId>,
    /// Forms that may still be copied, and their bytes.
    forms_left: usize,
    bytes_left: usize,
}

impl Default for Copy {
    fn default() -> Copy {
        Copy {
            target: Document::with_version("1.7"),
            fonts: HashMap::new(),
            forms: HashMap::new(),
            open: HashSet::new(),
            forms_left: MOST_FORMS,
            bytes_left: MOST_FORM_BYTES,
        }
    }
}

impl Copy {
    /// Adds an object.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        self.target.add_object(object)
    }
}

/// What interpreting a piece of instructions costs, forms counted as often as they are drawn.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    bytes: usize,
    text: usize,
    pictures: bool,
}

impl Cost {
    fn add(&mut self, other: Cost, times: usize) {
        let more = |this: usize, other: usize| this.saturating_add(other.saturating_mul(times));
        self.bytes = more(self.bytes, other.bytes);
        self.text = more(self.text, other.text);
        self.pictures |= other.pictures;
    }

    fn is_bounded(self) -> bool {
        self.bytes <= MOST_PAGE_CONTENT && self.text <= MOST_PAGE_TEXT
    }
}

fn copy_page(
    source: &Document,
    page: &PageSource<'_>,
    tree: ObjectId,
    copy: &mut Copy,
) -> Result<(ObjectId, Cost), Failure> {
    let overfull = || Failure::Overfull(page.number);
    let content = page_content(source, page)?;
    let drawing = copy_drawing(source, &content, page.resources, 0, copy)
        .filter(|drawing| drawing.cost.is_bounded())
        .ok_or_else(overfull)?;
    let mut out = Dictionary::new();
    out.set("Type", Object::Name(b"Page".to_vec()));
    out.set("Parent", tree);
    out.set("MediaBox", page.media_box.map(Object::Real).to_vec());
    out.set("Rotate", page.rotation);
    out.set("Resources", drawing.resources);
    let content = copy.add(Stream::new(Dictionary::new(), drawing.content));
    out.set("Contents", content);
    Ok((copy.add(out), drawing.cost))
}

/// The drawing instructions of a page; its streams are one text cut at white space.
fn page_content(source: &Document, page: &PageSource<'_>) -> Result<Vec<u8>, Failure> {
    let contents = page.dictionary.get(b"Contents").ok();
    let contents = contents.map_or(&Object::Null, |contents| resolve(source, contents));
    let single = std::slice::from_ref(contents);
    let parts = contents.as_array().map_or(single, Vec::as_slice);
    let mut content = Vec::new();
    for part in parts {
        let Ok(stream) = resolve(source, part).as_stream() else {
            continue;
        };
        let left = MOST_PAGE_CONTENT.saturating_sub(content.len());
        let Some(part) = unpack(source, stream, left) else {
            // Beyond the limit, or broken: the same stream without a limit tells, at its first byte.
            let limited = matches!(
                stream.decompressed_content_with_limit(left),
                Err(lopdf::Error::Decompress(
                    lopdf::DecompressError::MemoryLimitExceeded { .. }
                ))
            );
            return Err(if limited {
                Failure::Overfull(page.number)
            } else {
                Failure::Page(page.number)
            });
        };
        content.extend(part);
        content.push(b'\n');
    }
    Ok(content)
}

/// Drawing instructions that were copied.
struct Drawing {
    content: Vec<u8>,
    resources: Dictionary,
    cost: Cost,
}

/// Copies the fonts and forms that drawing instructions may name, and counts what they cost. `None`
/// when something nests beyond the limits.
fn copy_drawing(
    source: &Document,
    content: &[u8],
    resources: Option<&Dictionary>,
    depth: usize,
    copy: &mut Copy,
) -> Option<Drawing> {
    let asked = Content::of(content)?;
    let mut cost = Cost {
        bytes: content.len(),
        text: asked.text,
        pictures: asked.inline_pictures > 0,
    };
    let mut kept = Dictionary::new();
    if let Some(fonts) = resources.and_then(|all| dictionary(source, all, b"Font")) {
        kept.set("Font", copy_fonts(source, fonts, copy));
    }
    let mut drawn = Dictionary::new();
    if let Some(objects) = resources.and_then(|all| dictionary(source, all, b"XObject")) {
        for (name, times) in &asked.drawn {
            let Ok(object) = objects.get(name) else {
                continue;
            };
            if let Some((id, each)) = copy_form(source, object, resources, depth, copy)? {
                cost.add(each, *times);
                if let Some(id) = id {
                    drawn.set(name.clone(), id);
                }
            }
            if !cost.is_bounded() {
                break;
            }
        }
    }
    kept.set("XObject", drawn);
    Some(Drawing {
        content: asked.clean,
        resources: kept,
        cost,
    })
}

fn copy_fonts(source: &Document, fonts: &Dictionary, copy: &mut Copy) -> Dictionary {
    let mut kept = BTreeMap::new();
    for (name, font) in fonts {
        let Ok(dictionary) = resolve(source, font).as_dict() else {
            continue;
        };
        let known = font.as_reference().ok();
        let id = match known.and_then(|id| copy.fonts.get(&id).copied()) {
            Some(id) => id,
            None => copy_font(source, dictionary, copy),
        };
        if let Some(known) = known {
            copy.fonts.insert(known, id);
        }
        kept.insert(name.clone(), id);
    }
    kept.into_iter()
        .map(|(name, id)| (name, id.into()))
        .collect()
}

/// Copies a form; a picture is only counted. The inner `None` is for what is neither, the outer for
/// what nests beyond the limits.
#[allow(clippy::type_complexity, reason = "used once, named in the comment")]
fn copy_form(
    source: &Document,
    object: &Object,
    parent: Option<&Dictionary>,
    depth: usize,
    copy: &mut Copy,
) -> Option<Option<(Option<ObjectId>, Cost)>> {
    let (Ok(id), Ok(stream)) = (object.as_reference(), resolve(source, object).as_stream()) else {
        return Some(None);
    };
    if name(source, &stream.dict, b"Subtype") == Some(b"Image") {
        let cost = Cost {
            pictures: true,
            ..Cost::default()
        };
        return Some(Some((None, cost)));
    }
    if name(source, &stream.dict, b"Subtype") != Some(b"Form") || copy.open.contains(&id) {
        return Some(None);
    }
    if let Some((known, cost)) = copy.forms.get(&id) {
        return Some(Some((Some(*known), *cost)));
    }
    if depth >= MOST_FORM_DEPTH {
        return None;
    }
    let content = unpack(source, stream, MOST_PAGE_CONTENT.min(copy.bytes_left))?;
    copy.bytes_left = copy.bytes_left.saturating_sub(content.len());
    copy.forms_left = copy.forms_left.checked_sub(1)?;
    let own = dictionary(source, &stream.dict, b"Resources");
    copy.open.insert(id);
    let drawing = copy_drawing(source, &content, own.or(parent), depth + 1, copy)?;
    let cost = drawing.cost;
    copy.open.remove(&id);
    let mut out = Dictionary::new();
    out.set("Type", Object::Name(b"XObject".to_vec()));
    out.set("Subtype", Object::Name(b"Form".to_vec()));
    out.set("Resources", drawing.resources);
    if let Some(matrix) = super::objects::array(source, &stream.dict, b"Matrix") {
        let numbers = matrix.iter().take(6).map(|item| resolve(source, item));
        let numbers = numbers.filter_map(|item| item.as_float().ok().map(Object::Real));
        out.set("Matrix", numbers.collect::<Vec<_>>());
    }
    let copied = copy.add(Stream::new(out, drawing.content));
    // A form without resources of its own depends on who draws it.
    if own.is_some() {
        copy.forms.insert(id, (copied, cost));
    }
    Some(Some((Some(copied), cost)))
}
