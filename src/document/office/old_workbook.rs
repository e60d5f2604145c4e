//! .xls: workbooks of Excel 97–2003.
//!
//! Read here because the spreadsheet library does not give the number formats of this kind, and reserves
//! memory by what a file claims.

use std::io::{Cursor, Read};
use std::sync::Arc;

use super::Reading;
use super::biff::{Fields, Record, Records};
use super::decimal_text::DecimalText;
use super::double::shortest_text_of_bytes;
use super::layout::{Layout, MOST_REGIONS, Placed, Region, spreadsheet_address};
use super::limits::{Budget, MOST_CELLS, damaged, refusal};
use super::old_workbook_globals::{Globals, SheetEntry};
use crate::document::{Block, ProblemKind};
use crate::words::office as words;

/// The most records, and cells in them, that are looked at: more than a file of the largest size holds, but several sheets
/// may claim the same place in it.
const MOST_RECORDS: usize = 20_000_000;

/// Reads a workbook.
///
/// # Errors
/// It is damaged, protected or too large.
pub(super) fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, ProblemKind> {
    let broken = |error: std::io::Error| damaged(words::kind_xls, error);
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    let mut stream = Vec::new();
    container
        .open_stream("Workbook")
        .map_err(broken)?
        // A chain of sectors that runs in circles would be longer than the file.
        .take(bytes.len() as u64)
        .read_to_end(&mut stream)
        .map_err(broken)?;
    let mut budget = Budget::default();
    let globals = Globals::read(&stream, &mut budget)?;
    let mut records = MOST_RECORDS;
    let mut reading = Reading::default();
    for entry in &globals.sheets {
        budget.take_table()?;
        let mut sheet = OldSheet {
            globals: &globals,
            budget: &mut budget,
            layout: Layout::default(),
            regions: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: 0,
            formula: None,
        };
        sheet.read(&stream, entry, &mut records)?;
        sheet.finish(file, entry, &mut reading)?;
    }
    Ok(reading)
}

/// A worksheet while it is read.
struct OldSheet<'g> {
    globals: &'g Globals,
    budget: &'g mut Budget,
    layout: Layout,
    regions: Vec<Region>,
    hidden_rows: Vec<u16>,
    hidden_columns: usize,
    /// The cell of a formula whose text comes in the next record.
    formula: Option<(u16, u16)>,
}

impl OldSheet<'_> {
    fn read(
        &mut self,
        stream: &[u8],
        entry: &SheetEntry,
        records: &mut usize,
    ) -> Result<(), ProblemKind> {
        const BEGIN: u16 = 0x0809;
        const END: u16 = 0x000A;
        // Charts inside a sheet are substreams with cells of their own.
        let mut depth = 0_usize;
        for record in Records::from(stream, entry.offset) {
            // A packed number takes six bytes, and nothing that is shown less.
            let most_cells = record.length() / 6;
            *records = records.checked_sub(1 + most_cells).ok_or_else(too_many)?;
            match record.kind {
                BEGIN => depth += 1,
                END => depth = depth.saturating_sub(1),
                _ if depth == 1 => self.record(&record)?,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        Ok(())
    }

    /// Takes a record; one that is too short is passed over.
    fn record(&mut self, record: &Record<'_>) -> Result<(), ProblemKind> {
        let mut fields = record.reader();
        match record.kind {
            // Text of the formula before.
            0x0207 => {
                let length = fields.u16();
                let text = length.and_then(|length| fields.text(usize::from(length)));
                if let (Some((row, column)), Some(text)) = (self.formula.take(), text) {
                    self.add(row, column, text)?;
                }
            }
            0x00E5 => self.merged(&mut fields)?,
            0x0208 => {
                // Row, first and last column, height, two reserved words, flags.
                if let (Some(row), Some(())) = (fields.u16(), fields.skip(10))
                    && fields.u16().is_some_and(|flags| flags & 0x20 != 0)
                {
                    self.hidden_rows.push(row);
                }
            }
            0x007D => {
                // First and last column, width, format, flags.
                if let (Some(first), Some(last)) = (fields.u16(), fields.u16())
                    && fields.skip(4).is_some()
                    && fields.u16().is_some_and(|flags| flags & 1 != 0)
                    // Forms hide all columns to the right of them.
                    && last < 255
                {
                    self.hidden_columns += usize::from(last.saturating_sub(first)) + 1;
                }
            }
            0x00BD => {
                // Row, first column, six bytes for each cell, last column.
                let cells = record.length().saturating_sub(6) / 6;
                let (Some(row), Some(first)) = (fields.u16(), fields.u16()) else {
                    return Ok(());
                };
                for column in (first..=u16::MAX).take(cells) {
                    let (Some(format), Some(packed)) = (fields.u16(), fields.u32()) else {
                        break;
                    };
                    let text = self.globals.shown(&unpack(packed), format);
                    self.add(row, column, text)?;
                }
            }
            0x00FD | 0x0203 | 0x027E | 0x0006 | 0x0204 | 0x00D6 | 0x0205 => {
                if let Some((row, column, Some(text))) = self.cell(record.kind, &mut fields) {
                    self.add(row, column, text)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Place and text of a record that is one cell.
    fn cell(&mut self, kind: u16, fields: &mut Fields<'_>) -> Option<(u16, u16, Option<String>)> {
        let (row, column, format) = (fields.u16()?, fields.u16()?, fields.u16()?);
        let text = match kind {
            0x00FD => {
                let index = usize::try_from(fields.u32()?).ok()?;
                self.globals.strings.get(index).map(|text| text.to_string())
            }
            0x0203 => Some(
                self.globals
                    .shown(&shortest_text_of_bytes(fields.bytes()?), format),
            ),
            0x027E => Some(self.globals.shown(&unpack(fields.u32()?), format)),
            0x0205 => Some(truth_or_error(fields.u8()?, fields.u8()? != 0)),
            0x0006 => match fields.bytes::<8>()? {
                // No number but a text, a truth value or an error.
                [what, _, value, _, _, _, 0xFF, 0xFF] => match what {
                    0 => {
                        self.formula = Some((row, column));
                        None
                    }
                    1 => Some(truth_or_error(value, false)),
                    2 => Some(truth_or_error(value, true)),
                    _ => None,
                },
                number => Some(self.globals.shown(&shortest_text_of_bytes(number), format)),
            },
            _ => {
                let length = usize::from(fields.u16()?);
                fields.text(length)
            }
        };
        Some((row, column, text))
    }

    fn merged(&mut self, fields: &mut Fields<'_>) -> Result<(), ProblemKind> {
        let count = fields.u16().unwrap_or(0);
        for _ in 0..count {
            let (Some(top), Some(bottom), Some(left), Some(right)) =
                (fields.u16(), fields.u16(), fields.u16(), fields.u16())
            else {
                break;
            };
            if self.regions.len() >= MOST_REGIONS {
                return Err(too_many());
            }
            self.regions.push(Region {
                top: usize::from(top),
                left: usize::from(left),
                bottom: usize::from(bottom),
                right: usize::from(right),
            });
        }
        Ok(())
    }

    fn add(&mut self, row: u16, column: u16, text: String) -> Result<(), ProblemKind> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let placed = Placed {
            row: usize::from(row),
            column: usize::from(column),
            row_span: 1,
            column_span: 1,
            text,
        };
        self.layout.add(placed, self.budget).map(|_| ())
    }

    fn finish(
        mut self,
        file: &Arc<str>,
        entry: &SheetEntry,
        reading: &mut Reading,
    ) -> Result<(), ProblemKind> {
        let name = &entry.name;
        self.hidden_rows.sort_unstable();
        self.hidden_rows.dedup();
        let hidden_rows = self.layout.filled_among(&self.hidden_rows);
        let hidden_columns = self.hidden_columns;
        self.layout.merge(self.regions);
        let address = |row, column| format!("{name}!{}", spreadsheet_address(row, column));
        let Some(grid) = self.layout.finish(name.clone(), file, address)? else {
            return Ok(());
        };
        reading.blocks.push(Block::Table(grid));
        let mut notice = |message: &dyn Fn(crate::words::Lang) -> String| {
            reading.notices.push(refusal(message, words::hidden_help));
        };
        if hidden_rows > 0 {
            notice(&|lang| words::hidden_rows(lang, name, hidden_rows));
        }
        if hidden_columns > 0 {
            notice(&|lang| words::hidden_columns(lang, name, hidden_columns));
        }
        if entry.hidden {
            notice(&|lang| words::hidden_sheet(lang, name));
        }
        Ok(())
    }
}

fn too_many() -> ProblemKind {
    refusal(
        |lang| words::too_many_cells(lang, MOST_CELLS),
        words::split_help,
    )
}

/// A number packed into four bytes: an integer or the upper half of a double, possibly in hundredths.
fn unpack(packed: u32) -> String {
    let [a, b, c, d] = (packed & !3).to_le_bytes();
    let text = if packed & 2 != 0 {
        (i32::from_le_bytes([a, b, c, d]) >> 2).to_string()
    } else {
        shortest_text_of_bytes([0, 0, 0, 0, a, b, c, d])
    };
    match DecimalText::parse(&text) {
        Some(mut hundredths) if packed & 1 != 0 => {
            hundredths.shift_right(2);
            hundredths.plain()
        }
        _ => text,
    }
}

fn truth_or_error(value: u8, is_error: bool) -> String {
    let text = match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers() {
        assert_eq!(unpack(2300 << 2 | 2), "2300");
        assert_eq!(unpack(1890 << 2 | 3), "18.9");
        assert_eq!(unpack(u32::MAX << 2 | 3), "-0.01");
        // 1.0 in its upper half, and a hundredth of it.
        assert_eq!(unpack(0x3FF0_0000), "1");
        assert_eq!(unpack(0x3FF0_0001), "0.01");
    }
}
