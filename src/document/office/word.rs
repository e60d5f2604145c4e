//! .docx: paragraphs, tables, nested tables and text boxes in reading order.

use std::sync::Arc;

use quick_xml::events::BytesStart;

use super::Reading;
use super::archive::Archive;
use super::limits::{Budget, damaged};
use super::word_flow::{Flow, Place};
use super::word_table::WordTable;
use super::xml::{Piece, Xml, attribute, is_on, number};
use crate::document::{Block, ProblemKind};
use crate::words::office as words;

/// Reads a document: its main part, without headers, footers, notes and comments.
///
/// # Errors
/// It is damaged, protected or too large.
pub(super) fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, ProblemKind> {
    let mut archive = Archive::open(bytes, words::kind_docx)?;
    let part = main_part(&mut archive)?;
    let text = archive
        .text(&part)?
        .ok_or_else(|| damaged(words::kind_docx, &part))?;
    let mut xml = Xml::new(&text, words::kind_docx);
    let mut word = Word::new(file);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) => match word.open(&element)? {
                Some(role) => word.roles.push(role),
                None => xml.skip()?,
            },
            Piece::Close => word.close()?,
            Piece::Text(text) if word.in_text > 0 => word.write(&text)?,
            Piece::Text(_) => {}
        }
    }
    Ok(Reading {
        blocks: word.finish(),
        notices: Vec::new(),
    })
}

/// The main part as the package names it.
fn main_part(archive: &mut Archive<'_>) -> Result<String, ProblemKind> {
    if let Some(text) = archive.text("_rels/.rels")? {
        let mut xml = Xml::new(&text, words::kind_docx);
        while let Some(piece) = xml.next()? {
            if let Piece::Open(element) = piece
                && attribute(&element, "Type").is_some_and(|t| t.ends_with("/officeDocument"))
                && let Some(target) = attribute(&element, "Target")
            {
                return Ok(target.trim_start_matches('/').to_owned());
            }
        }
    }
    Ok("word/document.xml".to_owned())
}

/// What an open element means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Paragraph,
    Run,
    /// `w:t`
    Text,
    Table,
    Row,
    RowProperties,
    Cell,
    TextBox,
    /// `mc:AlternateContent`
    Alternatives,
    Other,
}

/// The state of the reading.
struct Word {
    file: Arc<str>,
    roles: Vec<Role>,
    /// The body at the bottom; above it cells and text boxes that are open.
    flows: Vec<Flow>,
    tables: Vec<WordTable>,
    /// For every `mc:AlternateContent` that is open: whether one of its choices was read.
    alternatives: Vec<bool>,
    in_text: usize,
    tables_begun: usize,
    paragraphs: usize,
    budget: Budget,
}

impl Word {
    fn new(file: &Arc<str>) -> Word {
        Word {
            file: Arc::clone(file),
            roles: Vec::new(),
            flows: vec![Flow::new(Place::Body)],
            tables: Vec::new(),
            alternatives: Vec::new(),
            in_text: 0,
            tables_begun: 0,
            paragraphs: 0,
            budget: Budget::default(),
        }
    }

    /// An element begins: what it means, or `None` when it is not read.
    fn open(&mut self, element: &BytesStart<'_>) -> Result<Option<Role>, ProblemKind> {
        let name = element.local_name();
        let name = name.as_ref();
        let value = || attribute(element, "val");
        let parent = self.roles.last().copied().unwrap_or(Role::Other);
        let role = match name {
            "p" => {
                self.flow().begin_paragraph();
                Role::Paragraph
            }
            "r" => {
                self.flow().hidden = false;
                Role::Run
            }
            "t" => {
                self.in_text += 1;
                Role::Text
            }
            "tab" | "ptab" if parent == Role::Run => return self.sign("\t"),
            "br" | "cr" => return self.sign("\n"),
            "noBreakHyphen" => return self.sign("-"),
            "sym" => return self.sign(symbol(attribute(element, "char").as_deref())),
            "vanish" if self.is_in(Role::Run) && is_on(value().as_deref()) => {
                self.flow().hidden = true;
                Role::Other
            }
            // Deleted or moved away under revision; phonetic guides; comments.
            "del" if parent == Role::RowProperties => {
                if let Some(table) = self.tables.last_mut() {
                    table.delete_row();
                }
                return Ok(None);
            }
            "del" | "moveFrom" | "rt" | "pPrChange" | "rPrChange" | "tblPrChange"
            | "tcPrChange" | "trPrChange" | "tblGridChange" => return Ok(None),
            "AlternateContent" => {
                self.alternatives.push(false);
                Role::Alternatives
            }
            "Choice" | "Fallback" if parent == Role::Alternatives => {
                let Some(read @ false) = self.alternatives.last_mut() else {
                    return Ok(None);
                };
                *read = true;
                Role::Other
            }
            "tbl" => {
                self.budget.take_table()?;
                self.tables_begun += 1;
                self.tables.push(WordTable::new(self.tables_begun));
                Role::Table
            }
            "tr" if self.in_table_not_cell() => {
                self.table(WordTable::begin_row);
                Role::Row
            }
            "trPr" => Role::RowProperties,
            "gridBefore" if parent == Role::RowProperties => {
                let columns = number(element, "val").unwrap_or(0);
                self.table(|table| table.skip_columns(columns));
                Role::Other
            }
            "tc" if self.in_table_not_cell() && self.is_in(Role::Row) => {
                self.table(WordTable::begin_cell);
                self.flows.push(Flow::new(Place::Cell));
                Role::Cell
            }
            "gridSpan" => {
                let columns = number(element, "val").unwrap_or(1);
                self.table(|table| table.cell_columns(columns));
                Role::Other
            }
            "vMerge" => {
                let goes_on = value().as_deref() != Some("restart");
                self.table(|table| table.cell_continues_above(goes_on));
                Role::Other
            }
            "hMerge" => {
                let goes_on = value().as_deref() != Some("restart");
                self.table(|table| table.cell_continues_left(goes_on));
                Role::Other
            }
            "txbxContent" => {
                let place = match self.flow().place {
                    Place::Body | Place::BodyBox => Place::BodyBox,
                    Place::Cell | Place::CellBox => Place::CellBox,
                };
                self.flows.push(Flow::new(place));
                Role::TextBox
            }
            _ => Role::Other,
        };
        Ok(Some(role))
    }

    /// The innermost element ends.
    fn close(&mut self) -> Result<(), ProblemKind> {
        match self.roles.pop() {
            Some(Role::Text) => self.in_text -= 1,
            Some(Role::Paragraph) => self.end_paragraph()?,
            Some(Role::Alternatives) => {
                self.alternatives.pop();
            }
            Some(Role::Row) => self.table(WordTable::end_row),
            Some(Role::Cell) => {
                if let (Some(flow), Some(table)) = (self.flows.pop(), self.tables.last_mut()) {
                    table.end_cell(flow, &mut self.budget)?;
                }
            }
            Some(Role::Table) => {
                if let Some(table) = self.tables.pop() {
                    let blocks = table.finish(&self.file)?;
                    self.flow().add_blocks(blocks);
                }
            }
            Some(Role::TextBox) => {
                if let Some(flow) = self.flows.pop() {
                    self.flow().hold(flow);
                }
            }
            Some(Role::Run | Role::RowProperties | Role::Other) | None => {}
        }
        Ok(())
    }

    /// A sign that an empty element stands for; the element is done with.
    fn sign(&mut self, text: &str) -> Result<Option<Role>, ProblemKind> {
        self.write(text)?;
        Ok(None)
    }

    fn write(&mut self, text: &str) -> Result<(), ProblemKind> {
        // Text counts while it grows: one cell can hold all of it.
        self.budget.take_text(text.len())?;
        self.flow().write(text);
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), ProblemKind> {
        if matches!(self.flow().place, Place::Body | Place::BodyBox) {
            self.paragraphs += 1;
            self.budget.take(0)?;
        }
        let (file, number) = (Arc::clone(&self.file), self.paragraphs);
        self.flow().end_paragraph(&file, number);
        Ok(())
    }

    /// The innermost flow of text.
    fn flow(&mut self) -> &mut Flow {
        if self.flows.is_empty() {
            self.flows.push(Flow::new(Place::Body));
        }
        let last = self.flows.len() - 1;
        &mut self.flows[last]
    }

    /// Does something with the innermost table, if there is one.
    fn table(&mut self, act: impl FnOnce(&mut WordTable)) {
        if let Some(table) = self.tables.last_mut() {
            act(table);
        }
    }

    /// Whether the innermost table is open and none of its cells.
    fn in_table_not_cell(&self) -> bool {
        let inner = self
            .roles
            .iter()
            .rev()
            .find(|role| matches!(role, Role::Table | Role::Cell | Role::TextBox));
        inner == Some(&Role::Table)
    }

    /// Whether an element of this role is open inside the innermost table, cell or text box.
    fn is_in(&self, wanted: Role) -> bool {
        self.roles
            .iter()
            .rev()
            .take_while(|role| !matches!(role, Role::Table | Role::Cell | Role::TextBox))
            .any(|&role| role == wanted)
    }

    fn finish(mut self) -> Vec<Block> {
        self.flows
            .drain(..)
            .next()
            .map_or_else(Vec::new, Flow::into_blocks)
    }
}

/// Boxes and ticks set in the symbol fonts of Word.
fn symbol(code: Option<&str>) -> &'static str {
    match code.map(str::to_ascii_uppercase).as_deref() {
        Some("F0FE" | "F052" | "F053") => "☑",
        Some("F0FD" | "F051") => "☒",
        Some("F0A8" | "F06F" | "F0A3" | "F071" | "F072") => "□",
        Some("F0FC" | "F050") => "√",
        _ => "",
    }
}
