//! .xlsx: every worksheet a table, numbers as their formats show them.
//!
//! The library reads the cells; [`super::workbook_guard`] has looked at the parts before, because the
//! library reserves memory by what a file claims.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx};

use super::archive::Archive;
use super::double::{serial_text, shortest_text};
use super::layout::{Layout, MOST_REGIONS, Placed, Region, spreadsheet_address};
use super::limits::{Budget, MOST_CELLS, damaged, refusal};
use super::number_format::NumberFormat;
use super::{Reading, workbook_guard};
use crate::document::guard::guarded;
use crate::document::{Block, ProblemKind};
use crate::words::office as words;

/// The most worksheets: several entries of the list may name one and the same part.
const MOST_SHEETS: usize = 256;
/// The most cells that are looked at, empty ones included.
const MOST_VISITED: usize = 20_000_000;

/// Reads a workbook.
///
/// # Errors
/// It is damaged, protected or too large.
pub(super) fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, ProblemKind> {
    let mut archive = Archive::open(bytes, words::kind_xlsx)?;
    let mut reading = Reading {
        notices: workbook_guard::check(&mut archive)?,
        ..Reading::default()
    };
    drop(archive);
    // The library is well kept, but a panic on a crafted file must end as a refusal.
    guarded(|| read_sheets(file, bytes, &mut reading))
        .unwrap_or_else(|| Err(damaged(words::kind_xlsx, "unexpected content")))?;
    Ok(reading)
}

fn read_sheets(file: &Arc<str>, bytes: &[u8], reading: &mut Reading) -> Result<(), ProblemKind> {
    let broken = |error: calamine::XlsxError| damaged(words::kind_xlsx, error);
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => refusal(words::encrypted, words::encrypted_help),
        error => broken(error),
    })?;
    let mut budget = Budget::default();
    let mut visits = MOST_VISITED;
    let mut formats = None;
    let from_1904 = workbook.has_1904_epoch();
    let sheets = workbook.sheets_metadata().to_vec();
    for sheet in sheets.into_iter().take(MOST_SHEETS) {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        budget.take_table()?;
        let name = sheet.name;
        let mut layout = Layout::default();
        {
            let mut cells = workbook.worksheet_cells_reader(&name).map_err(broken)?;
            let formats = formats.get_or_insert_with(|| number_formats(cells.styles()));
            while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(broken)? {
                visits = visits.checked_sub(1).ok_or_else(too_many)?;
                let text = shown(cell.get_value(), formats.get(style), from_1904);
                if text.trim().is_empty() {
                    continue;
                }
                let (row, column) = cell.get_position();
                let placed = Placed {
                    row: row as usize,
                    column: column as usize,
                    row_span: 1,
                    column_span: 1,
                    text,
                };
                layout.add(placed, &mut budget)?;
            }
        }
        let regions = workbook.merge_cells_by_sheet_name(&name).map_err(broken)?;
        if regions.len() > MOST_REGIONS {
            return Err(too_many());
        }
        let regions = regions.iter().map(|region| Region {
            top: region.start.0 as usize,
            left: region.start.1 as usize,
            bottom: region.end.0 as usize,
            right: region.end.1 as usize,
        });
        layout.merge(regions.collect());
        let address = |row, column| format!("{name}!{}", spreadsheet_address(row, column));
        let Some(grid) = layout.finish(name.clone(), file, address)? else {
            continue;
        };
        if sheet.visible != SheetVisible::Visible {
            reading.notices.push(refusal(
                |lang| words::hidden_sheet(lang, &name),
                words::hidden_help,
            ));
        }
        reading.blocks.push(Block::Table(grid));
    }
    Ok(())
}

fn too_many() -> ProblemKind {
    refusal(
        |lang| words::too_many_cells(lang, MOST_CELLS),
        words::split_help,
    )
}

fn number_formats(styles: &[Style]) -> Vec<NumberFormat> {
    let formats = styles.iter().map(|style| match &style.number_format {
        Some(format) if format.format_code == "General" => {
            let id = format.format_id.and_then(|id| usize::try_from(id).ok());
            NumberFormat::built_in(id.unwrap_or(0))
        }
        Some(format) => NumberFormat::parse(&format.format_code),
        None => NumberFormat::default(),
    });
    formats.collect()
}

/// The text of a cell as a person sees it.
fn shown(value: &DataRef<'_>, format: Option<&NumberFormat>, from_1904: bool) -> String {
    let number = |text: String| match format {
        Some(format) => format.shown(&text, from_1904),
        None => NumberFormat::default().shown(&text, from_1904),
    };
    match value {
        DataRef::Float(value) => number(shortest_text(*value)),
        DataRef::Int(value) => number(value.to_string()),
        DataRef::DateTime(value) => number(serial_text(value)),
        DataRef::DateTimeIso(text) => text.trim_end_matches("T00:00:00").replace('T', " "),
        DataRef::DurationIso(text) | DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}
