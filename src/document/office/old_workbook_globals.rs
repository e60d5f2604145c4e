//! What all sheets of a .xls share: its list of sheets, texts and number formats.

use std::collections::HashMap;

use super::biff::{Fields, Records};
use super::limits::{Budget, damaged, refusal};
use super::number_format::NumberFormat;
use crate::document::ProblemKind;
use crate::words::office as words;

/// The most worksheets.
const MOST_SHEETS: usize = 256;
/// The most shared texts.
const MOST_STRINGS: usize = 1_000_000;

/// A worksheet as the list of sheets has it.
#[derive(Debug)]
pub(super) struct SheetEntry {
    /// Where it begins in the stream.
    pub(super) offset: usize,
    /// Its name.
    pub(super) name: String,
    /// It is hidden.
    pub(super) hidden: bool,
}

/// What all sheets share.
#[derive(Debug, Default)]
pub(super) struct Globals {
    /// The worksheets, without charts and macros.
    pub(super) sheets: Vec<SheetEntry>,
    /// Texts that cells refer to.
    pub(super) strings: Vec<Box<str>>,
    /// The number format of every cell format.
    formats: Vec<NumberFormat>,
    from_1904: bool,
}

impl Globals {
    /// Reads the first part of the stream.
    ///
    /// # Errors
    /// It is protected, or no workbook of Excel 97 or later.
    pub(super) fn read(stream: &[u8], budget: &mut Budget) -> Result<Globals, ProblemKind> {
        let mut globals = Globals::default();
        let mut codes: HashMap<u16, NumberFormat> = HashMap::new();
        let mut format_ids = Vec::new();
        for (index, record) in Records::from(stream, 0).enumerate() {
            let mut fields = record.reader();
            match record.kind {
                0x0809 if index == 0 => match fields.u16() {
                    Some(0x0600) => {}
                    _ => {
                        return Err(refusal(
                            |lang| words::not_read(lang, words::kind_old_excel(lang)),
                            |lang| words::save_as(lang, "xlsx"),
                        ));
                    }
                },
                _ if index == 0 => return Err(damaged(words::kind_xls, "BOF")),
                0x000A => break,
                0x002F => return Err(refusal(words::encrypted, words::encrypted_help)),
                0x0022 => globals.from_1904 = fields.u16() == Some(1),
                0x0085 if globals.sheets.len() < MOST_SHEETS => {
                    globals.sheets.extend(sheet_entry(&mut fields));
                }
                0x041E => {
                    if let (Some(id), Some(length)) = (fields.u16(), fields.u16())
                        && let Some(code) = fields.text(usize::from(length))
                    {
                        codes.insert(id, NumberFormat::parse(&code));
                    }
                }
                0x00E0 => {
                    let id = fields.skip(2).and_then(|()| fields.u16());
                    format_ids.push(id.unwrap_or(0));
                }
                0x00FC => {
                    // Two counts, which need not be true.
                    if fields.skip(8).is_none() {
                        continue;
                    }
                    while let Some(text) = fields.rich_text() {
                        if globals.strings.len() >= MOST_STRINGS {
                            return Err(damaged(words::kind_xls, "SST"));
                        }
                        budget.take_text(text.len())?;
                        globals.strings.push(text.into());
                    }
                }
                _ => {}
            }
        }
        // Cells have two bytes to name their format.
        format_ids.truncate(usize::from(u16::MAX));
        let formats = format_ids.into_iter().map(|id| match codes.get(&id) {
            Some(format) => format.clone(),
            None => NumberFormat::built_in(usize::from(id)),
        });
        globals.formats = formats.collect();
        Ok(globals)
    }

    /// The text of a number in a cell of the given format.
    pub(super) fn shown(&self, stored: &str, format: u16) -> String {
        match self.formats.get(usize::from(format)) {
            Some(format) => format.shown(stored, self.from_1904),
            None => NumberFormat::default().shown(stored, self.from_1904),
        }
    }
}

/// An entry of the list of sheets; `None` for charts and macros.
fn sheet_entry(fields: &mut Fields<'_>) -> Option<SheetEntry> {
    let offset = usize::try_from(fields.u32()?).ok()?;
    let hidden = fields.u8()? & 3 != 0;
    let is_worksheet = fields.u8()? == 0;
    let length = usize::from(fields.u8()?);
    let name = fields.text(length)?;
    is_worksheet.then_some(SheetEntry {
        offset,
        name,
        hidden,
    })
}
