//! The XML inside office files, event by event: no recursion, no entities but the predefined ones, no
//! document types, a limit on depth.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::limits::{MOST_DEPTH, damaged, refusal, too_deep};
use crate::document::ProblemKind;
use crate::words::{Lang, office as words};

/// What comes next in the text. An empty element is a beginning and an end.
pub(super) enum Piece<'x> {
    /// An element begins.
    Open(BytesStart<'x>),
    /// The innermost element ends.
    Close,
    /// Text between tags.
    Text(Cow<'x, str>),
}

/// Reads one XML part.
pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    kind: fn(Lang) -> String,
    depth: usize,
}

impl<'x> Xml<'x> {
    /// Opens a part of a file of the given kind.
    pub(super) fn new(text: &'x str, kind: fn(Lang) -> String) -> Xml<'x> {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        Xml {
            reader,
            kind,
            depth: 0,
        }
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// No XML, a document type, or too deep.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'x>>, ProblemKind> {
        loop {
            let event = self
                .reader
                .read_event()
                .map_err(|error| damaged(self.kind, error))?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > MOST_DEPTH {
                        return Err(too_deep());
                    }
                    Piece::Open(start)
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Piece::Close
                }
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned().into()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned().into()),
                Event::GeneralRef(reference) => {
                    let resolved = match reference.resolve_char_ref() {
                        Ok(Some(c)) => Some(c.to_string().into()),
                        Ok(None) => resolve_predefined_entity(&reference.xml10_content())
                            .map(|text| Cow::Owned(text.to_owned())),
                        Err(_) => None,
                    };
                    match resolved {
                        Some(text) => Piece::Text(text),
                        None => continue,
                    }
                }
                Event::DocType(_) => return Err(refusal(words::has_dtd, words::archive_help)),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::Eof if self.depth > 0 => return Err(damaged(self.kind, "unexpected end")),
                Event::Eof => return Ok(None),
            }));
        }
    }

    /// Passes over the element that was just opened.
    ///
    /// # Errors
    /// Those of [`Xml::next`].
    pub(super) fn skip(&mut self) -> Result<(), ProblemKind> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// An attribute by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    attributes(element, name).next()
}

/// All attributes of a name, which prefixes tell apart.
pub(super) fn attributes(element: &BytesStart<'_>, name: &str) -> impl Iterator<Item = String> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    attributes
        .flatten()
        .filter(move |attribute| attribute.key.local_name().as_ref() == name)
        .filter_map(|attribute| unescape(&attribute.value).ok().map(Cow::into_owned))
}

/// A whole number in an attribute.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.trim().parse().ok()
}

/// `<w:vanish/>`, `hidden="1"`: there and not switched off.
pub(super) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off" | "none"))
}
