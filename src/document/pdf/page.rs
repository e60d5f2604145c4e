//! One page: its tables and the lines around them, from top to bottom.

use pdfplumber::{Edge, Page};

use super::aligned::{Piece, pieces};
use super::failure::Notice;
use super::glyph::{Glyph, UNKNOWN};
use super::ruled::{TooManyRules, tables};
use super::table::PageTable;
use super::text::lines;

/// What stands on a page.
#[derive(Debug, Default)]
pub(super) struct PageContent {
    /// Lines and tables in reading order.
    pub(super) items: Vec<Item>,
    /// Characters that are no white space.
    pub(super) characters: usize,
    /// Characters among them that nobody can name.
    pub(super) unknown: usize,
    /// Whether pictures are drawn on it.
    pub(super) pictures: bool,
    /// What the user should know.
    pub(super) notices: Vec<Notice>,
}

/// A part of a page.
#[derive(Debug)]
pub(super) enum Item {
    /// A line outside any table.
    Line(String),
    /// A table.
    Table(PageTable),
}

/// Reads a page; `number` counts from 1.
pub(super) fn read_page(page: &Page, number: usize, pictures: bool) -> PageContent {
    let glyphs: Vec<Glyph> = page.chars().iter().filter_map(Glyph::of).collect();
    let inked = || glyphs.iter().filter(|glyph| !glyph.is_blank());
    let mut content = PageContent {
        characters: inked().count(),
        unknown: inked().filter(|glyph| glyph.text == UNKNOWN).count(),
        pictures,
        ..PageContent::default()
    };
    if content.unknown > 0 {
        content.notices.push(Notice::UnknownCharacters(number));
    }
    if content.characters == 0 {
        if pictures {
            content.notices.push(Notice::ScannedPage(number));
        }
        return content;
    }
    let edges: Vec<Edge> = page.edges();
    let items = match tables(edges, &glyphs) {
        Ok((ruled, outside)) if ruled.is_empty() => pieces(lines(outside))
            .into_iter()
            .map(|piece| match piece {
                Piece::Line(line) => Item::Line(line.text()),
                Piece::Table(table) => Item::Table(table),
            })
            .collect(),
        Ok((ruled, outside)) => {
            let mut items: Vec<(f64, Item)> = lines(outside)
                .iter()
                .map(|line| (line.bbox.top, Item::Line(line.text())))
                .collect();
            items.extend(
                ruled
                    .into_iter()
                    .map(|table| (table.top, Item::Table(table))),
            );
            items.sort_by(|one, other| one.0.total_cmp(&other.0));
            items.into_iter().map(|(_, item)| item).collect()
        }
        Err(TooManyRules) => {
            content.notices.push(Notice::TooManyRules(number));
            let lines = lines(&glyphs);
            lines.iter().map(|line| Item::Line(line.text())).collect()
        }
    };
    content.items = items;
    content
}
