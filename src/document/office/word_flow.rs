//! Paragraphs one after another: the body of a document, a cell, a text box.

use std::sync::Arc;

use super::layout::tidy;
use crate::document::{Block, Line};
use crate::sheet::Origin;

/// Where paragraphs stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Outside any table.
    Body,
    /// In a text box outside any table.
    BodyBox,
    /// In a cell.
    Cell,
    /// In a text box in a cell.
    CellBox,
}

/// The text of one place while it is read.
#[derive(Debug)]
pub(super) struct Flow {
    /// Where it stands.
    pub(super) place: Place,
    /// The current run is hidden text.
    pub(super) hidden: bool,
    paragraph: String,
    /// Paragraphs of a cell.
    lines: Vec<String>,
    /// Lines of the body, and tables.
    blocks: Vec<Block>,
    /// Of text boxes: what follows when the paragraph they hang on has ended.
    held_lines: Vec<String>,
    held_blocks: Vec<Block>,
}

impl Flow {
    /// Nothing yet.
    pub(super) fn new(place: Place) -> Flow {
        Flow {
            place,
            hidden: false,
            paragraph: String::new(),
            lines: Vec::new(),
            blocks: Vec::new(),
            held_lines: Vec::new(),
            held_blocks: Vec::new(),
        }
    }

    /// A paragraph begins.
    pub(super) fn begin_paragraph(&mut self) {
        self.paragraph.clear();
        self.hidden = false;
    }

    /// Text of the current run.
    pub(super) fn write(&mut self, text: &str) {
        if !self.hidden {
            self.paragraph.push_str(text);
        }
    }

    /// The paragraph ends; `number` is its place in the document, from 1.
    pub(super) fn end_paragraph(&mut self, file: &Arc<str>, number: usize) {
        let text = std::mem::take(&mut self.paragraph);
        match self.place {
            Place::Cell | Place::CellBox => {
                self.lines.push(text);
                self.lines.append(&mut self.held_lines);
            }
            Place::Body | Place::BodyBox => {
                let text = tidy(&text);
                if !text.is_empty() {
                    let origin = Origin {
                        file: Arc::clone(file),
                        cell: Some(format!("第{number}段").into()),
                        ..Origin::default()
                    };
                    self.blocks.push(Block::Line(Line { text, origin }));
                }
            }
        }
        self.blocks.append(&mut self.held_blocks);
    }

    /// A table that ended here.
    pub(super) fn add_blocks(&mut self, blocks: Vec<Block>) {
        self.blocks.extend(blocks);
    }

    /// A text box that ended here: it follows the paragraph it hangs on.
    pub(super) fn hold(&mut self, text_box: Flow) {
        self.held_lines.extend(text_box.lines);
        self.held_blocks.extend(text_box.blocks);
    }

    /// The text of a cell, and the tables in it.
    pub(super) fn into_cell(mut self) -> (String, Vec<Block>) {
        self.lines.append(&mut self.held_lines);
        (self.lines.join("\n"), self.into_blocks())
    }

    /// The lines and tables.
    pub(super) fn into_blocks(mut self) -> Vec<Block> {
        self.blocks.append(&mut self.held_blocks);
        self.blocks
    }
}
