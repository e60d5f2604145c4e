//! A look at the parts of a .xlsx before the library sees them: claims that would make it reserve
//! memory, XML that no spreadsheet program writes; and what is hidden.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use super::archive::Archive;
use super::limits::{damaged, refusal};
use super::xml::{Piece, Xml, attribute, attributes, is_on, number};
use crate::document::ProblemKind;
use crate::words::office as words;

/// The most cell formats: as many as Excel has.
const MOST_FORMATS: usize = 65_536;
/// The longest attribute in a style sheet; every cell format repeats those it refers to.
const LONGEST_ATTRIBUTE: usize = 1_024;

/// Checks every XML part and gives notices on hidden rows and columns.
///
/// # Errors
/// A part is no XML, or claims what no workbook has.
pub(super) fn check(archive: &mut Archive<'_>) -> Result<Vec<ProblemKind>, ProblemKind> {
    let parts: Vec<String> = archive
        .names()
        .iter()
        .filter(|name| {
            let name = name.to_ascii_lowercase();
            name.ends_with(".xml") || name.ends_with(".rels")
        })
        .cloned()
        .collect();
    let names = sheet_names(archive)?;
    let mut notices = Vec::new();
    for part in parts {
        let Some(text) = archive.text(&part)? else {
            continue;
        };
        let hidden = check_part(&text)?;
        let name = names.get(&part).unwrap_or(&part);
        if hidden.rows > 0 {
            notices.push(refusal(
                |lang| words::hidden_rows(lang, name, hidden.rows),
                words::hidden_help,
            ));
        }
        if hidden.columns > 0 {
            notices.push(refusal(
                |lang| words::hidden_columns(lang, name, hidden.columns),
                words::hidden_help,
            ));
        }
    }
    Ok(notices)
}

#[derive(Default)]
struct Hidden {
    rows: usize,
    columns: usize,
}

fn check_part(text: &str) -> Result<Hidden, ProblemKind> {
    let mut xml = Xml::new(text, words::kind_xlsx);
    let mut hidden = Hidden::default();
    let mut in_styles = false;
    let mut formats = 0;
    let mut sheets = HashSet::new();
    // Only rows and columns with something in them are worth a notice.
    let mut row_is_hidden = false;
    while let Some(piece) = xml.next()? {
        let Piece::Open(element) = piece else {
            continue;
        };
        match element.local_name().as_ref() {
            // The shortest string takes five bytes: `<si/>`.
            "sst" if number(&element, "uniqueCount").is_some_and(|n| n > text.len() / 5) => {
                return Err(damaged(words::kind_xlsx, "uniqueCount"));
            }
            // Otherwise this look would have missed it.
            "Relationship"
                if last(&element, "Type") == "officedocument"
                    && !last(&element, "Target").ends_with(".xml") =>
            {
                return Err(damaged(words::kind_xlsx, "officeDocument"));
            }
            "styleSheet" => in_styles = true,
            "xf" => {
                formats += 1;
                if formats > MOST_FORMATS {
                    return Err(damaged(words::kind_xlsx, "cellXfs"));
                }
            }
            "row" => {
                row_is_hidden =
                    attribute(&element, "hidden").is_some_and(|value| is_on(Some(&value)))
            }
            "v" | "is" if std::mem::take(&mut row_is_hidden) => hidden.rows += 1,
            "col" if attribute(&element, "hidden").is_some_and(|value| is_on(Some(&value))) => {
                let first = number(&element, "min").unwrap_or(1);
                let last = number(&element, "max").unwrap_or(first);
                // Forms hide all columns to the right of them.
                if last < 16_384 {
                    hidden.columns += last.saturating_sub(first) + 1;
                }
            }
            _ => {}
        }
        if named(&element)
            .into_iter()
            .any(|sheet| !sheets.insert(sheet))
        {
            return Err(damaged(words::kind_xlsx, "sheets"));
        }
        if in_styles && element.attributes_raw().len() > LONGEST_ATTRIBUTE {
            return Err(damaged(words::kind_xlsx, "styles"));
        }
    }
    Ok(hidden)
}

/// The last name of a path or address, in small letters.
fn last(element: &BytesStart<'_>, key: &str) -> String {
    let path = attribute(element, key).unwrap_or_default();
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.to_ascii_lowercase()
}

/// What a list of sheets or of relations names. A worksheet that is named many times would be read as
/// often.
fn named(element: &BytesStart<'_>) -> Vec<String> {
    match element.local_name().as_ref() {
        // The identifier in any of its spellings.
        "sheet" => attributes(element, "id").collect(),
        "Relationship" if last(element, "Type") == "worksheet" => vec![last(element, "Target")],
        _ => Vec::new(),
    }
}

/// Names of worksheets by their parts, as far as the usual places tell.
fn sheet_names(archive: &mut Archive<'_>) -> Result<HashMap<String, String>, ProblemKind> {
    let mut targets = HashMap::new();
    if let Some(text) = archive.text("xl/_rels/workbook.xml.rels")? {
        let mut xml = Xml::new(&text, words::kind_xlsx);
        while let Some(piece) = xml.next()? {
            if let Piece::Open(element) = piece
                && let (Some(id), Some(target)) =
                    (attribute(&element, "Id"), attribute(&element, "Target"))
            {
                let part = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("xl/{target}"),
                };
                targets.insert(id, part);
            }
        }
    }
    let mut names = HashMap::new();
    if let Some(text) = archive.text("xl/workbook.xml")? {
        let mut xml = Xml::new(&text, words::kind_xlsx);
        while let Some(piece) = xml.next()? {
            if let Piece::Open(element) = piece
                && element.local_name().as_ref() == "sheet"
                && let (Some(name), Some(id)) =
                    (attribute(&element, "name"), attribute(&element, "id"))
                && let Some(part) = targets.get(&id)
            {
                names.insert(part.clone(), name);
            }
        }
    }
    Ok(names)
}
