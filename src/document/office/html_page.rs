//! A web page while it is read: what is open, what is hidden, where text goes.

use std::sync::Arc;

use html5ever::tokenizer::{Tag, TagKind};

use super::html_hidden::{Hidden, Passed, attribute};
use super::html_table::{CellText, HtmlTable};
use super::limits::{Budget, MOST_DEPTH, too_deep};
use crate::document::{Block, Line, ProblemKind};
use crate::sheet::Origin;

/// The page.
pub(super) struct Page {
    file: Arc<str>,
    budget: Budget,
    blocks: Vec<Block>,
    /// The line of text outside tables.
    line: CellText,
    lines: usize,
    /// Open tables, outermost first.
    tables: Vec<HtmlTable>,
    tables_begun: usize,
    hidden: Option<Hidden>,
    /// White space counts.
    preformatted: usize,
}

impl Page {
    /// An empty page.
    pub(super) fn new(file: &Arc<str>) -> Page {
        Page {
            file: Arc::clone(file),
            budget: Budget::default(),
            blocks: Vec::new(),
            line: CellText::default(),
            lines: 0,
            tables: Vec::new(),
            tables_begun: 0,
            hidden: None,
            preformatted: 0,
        }
    }

    /// A run of text.
    ///
    /// # Errors
    /// There is too much.
    pub(super) fn text(&mut self, text: &str) -> Result<(), ProblemKind> {
        if self.hidden.is_some() {
            return Ok(());
        }
        self.budget.take_text(text.len())?;
        let preformatted = self.preformatted > 0;
        self.target().write(text, preformatted);
        Ok(())
    }

    /// A tag.
    ///
    /// # Errors
    /// The page is too large.
    pub(super) fn tag(&mut self, tag: &Tag) -> Result<(), ProblemKind> {
        if let Some(hidden) = &mut self.hidden {
            match hidden.pass(tag) {
                Passed::Inside => return Ok(()),
                Passed::Last => {
                    self.hidden = None;
                    return Ok(());
                }
                Passed::Behind => self.hidden = None,
            }
        }
        match tag.kind {
            TagKind::StartTag => self.start(tag),
            TagKind::EndTag => self.end(tag.name.as_ref()),
        }
    }

    fn start(&mut self, tag: &Tag) -> Result<(), ProblemKind> {
        let name = tag.name.as_ref();
        if let Some(hidden) = Hidden::begin(tag) {
            // What a hidden cell or row stands for is closed by it as by a visible one.
            match name {
                "td" | "th" => self.close_cell()?,
                "tr" => self.close_row()?,
                _ => {}
            }
            self.hidden = Some(hidden);
            return Ok(());
        }
        match name {
            "table" => self.begin_table(),
            "caption" => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_caption = true;
                }
                Ok(())
            }
            "thead" | "tbody" | "tfoot" => {
                self.close_row()?;
                if let Some(table) = self.tables.last_mut() {
                    table.end_group();
                }
                Ok(())
            }
            "tr" => {
                self.close_row()?;
                if let Some(table) = self.tables.last_mut() {
                    table.begin_row();
                }
                Ok(())
            }
            "td" | "th" => {
                self.close_cell()?;
                if let Some(table) = self.tables.last_mut() {
                    table.begin_cell(span(tag, "rowspan"), span(tag, "colspan"));
                }
                Ok(())
            }
            "br" => {
                self.target().line_break();
                Ok(())
            }
            // Saved forms keep what was typed into them.
            "input" => match (attribute(tag, "type").as_deref(), attribute(tag, "value")) {
                (None | Some("text" | "number" | ""), Some(value)) => self.text(&value),
                _ => Ok(()),
            },
            "pre" | "textarea" => {
                self.preformatted += 1;
                self.boundary()
            }
            name if is_block(name) => self.boundary(),
            _ => Ok(()),
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ProblemKind> {
        match name {
            "table" => self.end_table(),
            "caption" => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_caption = false;
                }
                Ok(())
            }
            "thead" | "tbody" | "tfoot" => {
                self.close_row()?;
                if let Some(table) = self.tables.last_mut() {
                    table.end_group();
                }
                Ok(())
            }
            "tr" => self.close_row(),
            "td" | "th" => self.close_cell(),
            "pre" | "textarea" => {
                self.preformatted = self.preformatted.saturating_sub(1);
                self.boundary()
            }
            name if is_block(name) => self.boundary(),
            _ => Ok(()),
        }
    }

    fn begin_table(&mut self) -> Result<(), ProblemKind> {
        // A table directly in a table, outside its cells, ends it.
        if self.tables.last().is_some_and(|table| !table.is_in_cell()) {
            self.end_table()?;
        }
        if self.tables.is_empty() {
            self.boundary()?;
        }
        self.budget.take_table()?;
        if self.tables.len() >= MOST_DEPTH {
            return Err(too_deep());
        }
        self.tables_begun += 1;
        self.tables.push(HtmlTable::new(self.tables_begun));
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), ProblemKind> {
        self.close_row()?;
        let Some(table) = self.tables.pop() else {
            return Ok(());
        };
        let (before, blocks) = table.finish(&self.file)?;
        match self.tables.last_mut() {
            Some(outer) => {
                outer.write_line(&before);
                outer.nest(blocks);
            }
            None => {
                self.add_line(&before)?;
                self.blocks.extend(blocks);
            }
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), ProblemKind> {
        match self.tables.last_mut() {
            Some(table) => table.end_cell(&mut self.budget),
            None => self.boundary(),
        }
    }

    fn close_row(&mut self) -> Result<(), ProblemKind> {
        self.close_cell()?;
        if let Some(table) = self.tables.last_mut() {
            table.end_row();
        }
        Ok(())
    }

    /// Where text goes at the moment.
    fn target(&mut self) -> &mut CellText {
        match self.tables.last_mut() {
            Some(table) => table.target(),
            None => &mut self.line,
        }
    }

    /// The end of a paragraph or heading: a new line in a cell, the end of a line outside.
    fn boundary(&mut self) -> Result<(), ProblemKind> {
        if !self.tables.is_empty() {
            self.target().paragraph_break();
            return Ok(());
        }
        let text = std::mem::take(&mut self.line).finish();
        self.add_line(&text)
    }

    fn add_line(&mut self, text: &str) -> Result<(), ProblemKind> {
        if text.is_empty() {
            return Ok(());
        }
        self.budget.take(0)?;
        self.lines += 1;
        self.blocks.push(Block::Line(Line {
            text: text.to_owned(),
            origin: Origin {
                file: Arc::clone(&self.file),
                cell: Some(format!("第{}段", self.lines).into()),
                ..Origin::default()
            },
        }));
        Ok(())
    }

    /// The lines and tables of the page; what is still open ends here.
    ///
    /// # Errors
    /// The page is too large.
    pub(super) fn finish(mut self) -> Result<Vec<Block>, ProblemKind> {
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        self.boundary()?;
        Ok(self.blocks)
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "nav"
            | "aside"
            | "form"
            | "fieldset"
            | "legend"
            | "blockquote"
            | "center"
            | "address"
            | "figure"
            | "figcaption"
            | "body"
            | "head"
    )
}

/// A span as browsers read it: the digits it begins with.
fn span(tag: &Tag, name: &str) -> Option<usize> {
    let value = attribute(tag, name)?;
    let digits = value.trim_start().trim_start_matches('+');
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    // Longer than any number that fits is as good as the largest.
    match &digits[..end] {
        "" => None,
        digits => Some(digits.parse().unwrap_or(usize::MAX)),
    }
}
