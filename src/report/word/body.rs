//! The body of a document: paragraphs, headings, tables, and the pages they stand on.

use super::table::Table;
use super::xml::run;
use crate::words::{Lang, papers_word as words};

/// Room between the margins of an upright A4 page, in twentieths of a point.
pub(super) const UPRIGHT: u32 = 9_300;
/// The same of a page laid on its side.
pub(super) const SIDEWAYS: u32 = 14_570;

/// The body on its way.
pub(super) struct Body {
    /// The language of the paper.
    pub lang: Lang,
    xml: String,
    part: usize,
    sideways: bool,
}

impl Body {
    /// An empty one.
    pub fn new(lang: Lang) -> Body {
        Body {
            lang,
            xml: String::new(),
            part: 0,
            sideways: false,
        }
    }

    /// The title above everything.
    pub fn title(&mut self, text: &str) {
        self.styled("Title", text);
    }

    /// A part of the paper, with its number: 一、结论.
    pub fn part(&mut self, title: String) {
        self.part += 1;
        let numbers = [
            words::first,
            words::second,
            words::third,
            words::fourth,
            words::fifth,
        ];
        let title = match numbers.get(self.part - 1) {
            Some(number) => number(self.lang, title),
            None => title,
        };
        self.heading(1, &title);
    }

    /// A heading of level 1 to 3.
    pub fn heading(&mut self, level: u8, text: &str) {
        // One line, as the navigation shows it.
        let text = text.split(['\n', '\r']).collect::<Vec<&str>>().join(" ");
        self.styled(&format!("Heading{level}"), &text);
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.styled("BodyText", text);
    }

    /// A paragraph that stays with what follows.
    pub fn lead(&mut self, text: &str) {
        self.styled("Lead", text);
    }

    /// A point of a list.
    pub fn item(&mut self, text: &str) {
        self.styled("ListBullet", text);
    }

    /// What stands below a table: a legend, a reason.
    pub fn note(&mut self, text: &str) {
        self.styled("Note", text);
    }

    fn styled(&mut self, style: &str, text: &str) {
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>",
            run("", text)
        ));
    }

    /// A table, and a little room below it.
    pub fn table(&mut self, table: Table) {
        self.xml.push_str(&table.finish());
        // Two tables that touch become one.
        self.xml
            .push_str("<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
    }

    /// What follows stands on pages laid on their side.
    pub fn turn(&mut self) {
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/>{}</w:pPr></w:p>",
            pages(false)
        ));
        self.sideways = true;
    }

    /// The XML of the body.
    pub fn finish(mut self) -> String {
        self.xml.push_str(&pages(self.sideways));
        self.xml
    }
}

/// A4, with the foot of the page.
fn pages(sideways: bool) -> String {
    let (size, sides) = match sideways {
        true => ("w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"", 1_134),
        false => ("w:w=\"11906\" w:h=\"16838\"", 1_303),
    };
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz {size}/>\
         <w:pgMar w:top=\"1304\" w:right=\"{sides}\" w:bottom=\"1304\" w:left=\"{sides}\" w:header=\"680\" \
         w:footer=\"680\" w:gutter=\"0\"/></w:sectPr>"
    )
}
