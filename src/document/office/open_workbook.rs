//! .ods: the format keeps the text that is shown beside every value, and the spans in the cells.
//!
//! Read here because the spreadsheet library gives neither.

use std::sync::Arc;

use quick_xml::events::BytesStart;

use super::Reading;
use super::archive::Archive;
use super::decimal_text::DecimalText;
use super::layout::{Layout, MOST_REGIONS, Placed, Region, spreadsheet_address};
use super::limits::{Budget, MOST_CELLS, damaged, refusal};
use super::xml::{Piece, Xml, attribute, number};
use crate::document::{Block, ProblemKind};
use crate::words::office as words;

/// Reads a spreadsheet.
///
/// # Errors
/// It is damaged, protected or too large.
pub(super) fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, ProblemKind> {
    let mut archive = Archive::open(bytes, words::kind_ods)?;
    if let Some(manifest) = archive.text("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(refusal(words::encrypted, words::encrypted_help));
    }
    let text = archive
        .text("content.xml")?
        .ok_or_else(|| damaged(words::kind_ods, "content.xml"))?;
    let mut reader = Tables {
        xml: Xml::new(&text, words::kind_ods),
        file: Arc::clone(file),
        budget: Budget::default(),
        reading: Reading::default(),
        hidden_styles: Vec::new(),
    };
    let mut style = String::new();
    while let Some(piece) = reader.xml.next()? {
        let Piece::Open(element) = piece else {
            continue;
        };
        match element.local_name().as_ref() {
            "style" => style = attribute(&element, "name").unwrap_or_default(),
            "table-properties" if attribute(&element, "display").as_deref() == Some("false") => {
                reader.hidden_styles.push(style.clone());
            }
            "table" => reader.table(&element)?,
            // Former states of cells under revision hold tables, too.
            "tracked-changes" => reader.xml.skip()?,
            _ => {}
        }
    }
    Ok(reader.reading)
}

struct Tables<'x> {
    xml: Xml<'x>,
    file: Arc<str>,
    budget: Budget,
    reading: Reading,
    hidden_styles: Vec<String>,
}

/// One table while it is read.
#[derive(Default)]
struct Table {
    layout: Layout,
    regions: Vec<Region>,
    row: usize,
    column: usize,
    /// How often the current row is repeated, and where its cells begin in `cells`.
    repeat: usize,
    cells: Vec<Cell>,
    row_is_hidden: bool,
    hidden_rows: usize,
}

/// A cell of the current row.
struct Cell {
    column: usize,
    repeat: usize,
    row_span: usize,
    column_span: usize,
    text: String,
}

impl Tables<'_> {
    fn table(&mut self, element: &BytesStart<'_>) -> Result<(), ProblemKind> {
        self.budget.take_table()?;
        let name = attribute(element, "name").unwrap_or_default();
        let style = attribute(element, "style-name").unwrap_or_default();
        let mut table = Table::default();
        // Elements that are open, this one included.
        let mut open = 1_usize;
        while open > 0 {
            match self.xml.next()? {
                Some(Piece::Open(element)) => match element.local_name().as_ref() {
                    // Drawings, charts and their data tables.
                    "shapes" | "table" | "dde-links" | "forms" => self.xml.skip()?,
                    "table-row" => {
                        table.begin_row(&element);
                        open += 1;
                    }
                    "table-cell" | "covered-table-cell" => self.cell(&element, &mut table)?,
                    _ => open += 1,
                },
                Some(Piece::Close) => {
                    open -= 1;
                    // Rows may stand in groups; their cells are there only once.
                    table.end_row(&mut self.budget)?;
                }
                Some(Piece::Text(_)) => {}
                None => break,
            }
        }
        let hidden_rows = table.hidden_rows;
        table.layout.merge(table.regions);
        let address = |row, column| format!("{name}!{}", spreadsheet_address(row, column));
        let Some(grid) = table.layout.finish(name.clone(), &self.file, address)? else {
            return Ok(());
        };
        self.reading.blocks.push(Block::Table(grid));
        let mut notice = |message: &dyn Fn(crate::words::Lang) -> String| {
            self.reading
                .notices
                .push(refusal(message, words::hidden_help));
        };
        if self.hidden_styles.contains(&style) {
            notice(&|lang| words::hidden_sheet(lang, &name));
        }
        if hidden_rows > 0 {
            notice(&|lang| words::hidden_rows(lang, &name, hidden_rows));
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>, table: &mut Table) -> Result<(), ProblemKind> {
        let count = |name| number(element, name).unwrap_or(1).max(1);
        let is_covered = element.local_name().as_ref() == "covered-table-cell";
        let repeat = count("number-columns-repeated");
        let column = table.column;
        table.column = column.saturating_add(repeat);
        let mut text = self.cell_text()?;
        if text.is_empty() {
            text = stored_value(element).unwrap_or_default();
        }
        let (row_span, column_span) = (
            count("number-rows-spanned"),
            count("number-columns-spanned"),
        );
        if is_covered || (text.trim().is_empty() && row_span == 1 && column_span == 1) {
            return Ok(());
        }
        table.cells.push(Cell {
            column,
            repeat,
            row_span,
            column_span,
            text,
        });
        Ok(())
    }

    /// The paragraphs of the cell that was just opened, to its end.
    fn cell_text(&mut self) -> Result<String, ProblemKind> {
        let mut text = String::new();
        let mut open = 1_usize;
        let (mut paragraphs, mut in_paragraph) = (0, 0_usize);
        while open > 0 {
            match self.xml.next()? {
                Some(Piece::Open(element)) => match element.local_name().as_ref() {
                    "annotation" | "frame" | "table" | "ruby-text" => self.xml.skip()?,
                    name => {
                        open += 1;
                        match name {
                            "p" | "h" => {
                                if paragraphs > 0 {
                                    text.push('\n');
                                }
                                paragraphs += 1;
                                in_paragraph = in_paragraph.max(open);
                            }
                            "s" => {
                                let spaces = number(&element, "c").unwrap_or(1).min(100);
                                text.push_str(&" ".repeat(spaces));
                            }
                            "tab" => text.push('\t'),
                            "line-break" => text.push('\n'),
                            _ => {}
                        }
                    }
                },
                Some(Piece::Close) => {
                    if open == in_paragraph {
                        in_paragraph = 0;
                    }
                    open -= 1;
                }
                Some(Piece::Text(part)) if in_paragraph > 0 => {
                    self.budget.take_text(part.len())?;
                    text.push_str(&part);
                }
                Some(Piece::Text(_)) => {}
                None => break,
            }
        }
        Ok(text)
    }
}

impl Table {
    fn begin_row(&mut self, element: &BytesStart<'_>) {
        self.column = 0;
        self.cells.clear();
        self.repeat = number(element, "number-rows-repeated").unwrap_or(1).max(1);
        self.row_is_hidden = attribute(element, "visibility").is_some_and(|v| v != "visible");
    }

    /// The row that was begun ends; nothing if there is none.
    fn end_row(&mut self, budget: &mut Budget) -> Result<(), ProblemKind> {
        let repeat = std::mem::take(&mut self.repeat);
        let cells = std::mem::take(&mut self.cells);
        // Only the first hidden row of a repetition with content counts: its text is what matters.
        if self.row_is_hidden && !cells.is_empty() {
            self.hidden_rows = self.hidden_rows.saturating_add(repeat);
        }
        for cell in cells {
            for row in self.row..self.row.saturating_add(repeat) {
                for column in cell.column..cell.column.saturating_add(cell.repeat) {
                    self.place(row, column, &cell, budget)?;
                }
            }
        }
        self.row = self.row.saturating_add(repeat);
        Ok(())
    }

    fn place(
        &mut self,
        row: usize,
        column: usize,
        cell: &Cell,
        budget: &mut Budget,
    ) -> Result<(), ProblemKind> {
        let placed = Placed {
            row,
            column,
            row_span: 1,
            column_span: 1,
            text: cell.text.clone(),
        };
        self.layout.add(placed, budget)?;
        if cell.row_span > 1 || cell.column_span > 1 {
            if self.regions.len() >= MOST_REGIONS {
                return Err(refusal(
                    |lang| words::too_many_cells(lang, MOST_CELLS),
                    words::split_help,
                ));
            }
            self.regions.push(Region {
                top: row,
                left: column,
                bottom: row.saturating_add(cell.row_span - 1),
                right: column.saturating_add(cell.column_span - 1),
            });
        }
        Ok(())
    }
}

/// The value of a cell that keeps no text, as some programs write them.
fn stored_value(element: &BytesStart<'_>) -> Option<String> {
    let value = |name| attribute(element, name);
    match value("value-type").as_deref() {
        Some("percentage") => {
            let mut ratio = DecimalText::parse(&value("value")?)?;
            ratio.shift_left(2);
            Some(format!("{}%", ratio.plain()))
        }
        Some("float" | "currency") => value("value"),
        Some("date") => Some(
            value("date-value")?
                .trim_end_matches("T00:00:00")
                .replace('T', " "),
        ),
        Some("boolean") => value("boolean-value").map(|value| value.to_ascii_uppercase()),
        Some("string") => value("string-value"),
        _ => None,
    }
}
