//! What a web page does not show.

use html5ever::tokenizer::{Tag, TagKind};

/// An element that is not shown, up to its end.
pub(super) struct Hidden {
    name: String,
    /// Elements of the same name inside it that are open.
    same: usize,
    /// Tables inside it that are open.
    tables: usize,
}

/// Where a tag stands to a hidden element.
pub(super) enum Passed {
    /// In it.
    Inside,
    /// It is its end.
    Last,
    /// The element ended before, without an end tag.
    Behind,
}

impl Hidden {
    /// The element that begins with a tag, if it is not shown. A slash at its end means nothing but for
    /// `<svg/>`.
    pub(super) fn begin(tag: &Tag) -> Option<Hidden> {
        let name = tag.name.as_ref();
        let is_empty = is_void(name) || (name == "svg" && tag.self_closing);
        (!is_empty && is_hidden(tag)).then(|| Hidden {
            name: name.to_owned(),
            same: 0,
            tables: 0,
        })
    }

    /// Takes a tag that comes after it began.
    pub(super) fn pass(&mut self, tag: &Tag) -> Passed {
        let name = tag.name.as_ref();
        let begins = tag.kind == TagKind::StartTag;
        let is_cell = matches!(name, "td" | "th");
        let is_row = matches!(name, "tr" | "thead" | "tbody" | "tfoot");
        if name == "table" {
            if begins {
                self.tables += 1;
                return Passed::Inside;
            }
            if self.tables == 0 {
                return if self.name == "table" {
                    Passed::Last
                } else {
                    Passed::Behind
                };
            }
            self.tables -= 1;
            return Passed::Inside;
        }
        // Whatever stands in a cell or row ends with it, and these end where the next begins.
        if self.tables == 0 && self.name != "table" && (is_cell || is_row) {
            let is_own = match self.name.as_str() {
                "td" | "th" => is_cell,
                "tr" => name == "tr",
                _ => name == self.name,
            };
            if is_own && !begins {
                return Passed::Last;
            }
            if self.name == "tr" && is_cell {
                return Passed::Inside;
            }
            if matches!(self.name.as_str(), "thead" | "tbody" | "tfoot")
                && (is_cell || name == "tr")
            {
                return Passed::Inside;
            }
            return Passed::Behind;
        }
        if name != self.name {
            return Passed::Inside;
        }
        match (begins, self.same) {
            // Paragraphs and items do not stand in one another.
            (true, _) if matches!(name, "p" | "li" | "option" | "dt" | "dd") => Passed::Behind,
            (true, _) => {
                self.same += 1;
                Passed::Inside
            }
            (false, 0) => Passed::Last,
            (false, _) => {
                self.same -= 1;
                Passed::Inside
            }
        }
    }
}

/// Elements whose content is not shown, and those that say so.
fn is_hidden(tag: &Tag) -> bool {
    let name = tag.name.as_ref();
    if matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "title"
            | "select"
            | "iframe"
            | "object"
            | "svg"
            | "rt"
            | "noframes"
            | "noembed"
            | "datalist"
    ) {
        return true;
    }
    if attribute(tag, "hidden").is_some() {
        return true;
    }
    let style = attribute(tag, "style").unwrap_or_default();
    let style: String = style.to_ascii_lowercase().split_whitespace().collect();
    // Excel and Word write rows and text they hide with marks of their own.
    ["display:none", "visibility:hidden", "mso-hide:all"]
        .iter()
        .any(|sign| style.contains(sign))
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// An attribute by its name.
pub(super) fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs
        .iter()
        .find(|attribute| &*attribute.name.local == name)
        .map(|attribute| attribute.value.to_string())
}
