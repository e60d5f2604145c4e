//! How worksheets look and are printed.

use std::io::{self, ErrorKind};

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use crate::document::guard::guarded;

/// A4.
const A4: u8 = 9;
/// A font every Chinese office has; others are put in its place elsewhere.
const FONT: &str = "SimSun";

/// Colours of cells.
pub(in crate::report) mod palette {
    use super::Color;

    /// Cells a person fills in.
    pub(in crate::report) const OPEN: Color = Color::RGB(0x00FF_F8D6);
    /// Cells that are computed.
    pub(in crate::report) const COMPUTED: Color = Color::RGB(0x00F2_F2F2);
    /// Headings.
    pub(in crate::report) const HEADING: Color = Color::RGB(0x00E8_EEF7);
    /// What stands beside the print.
    pub(in crate::report) const FAINT: Color = Color::RGB(0x0080_8080);
}

/// A workbook of these properties, and the format everything else is built on. The day a file is made is
/// of no interest and would make every file another.
pub(in crate::report) fn begin(properties: DocProperties) -> Result<(Workbook, Format), XlsxError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&properties.set_creation_datetime(&day));
    Ok((book, Format::new().set_font_name(FONT).set_font_size(10)))
}

/// The workbook as a file.
///
/// # Errors
/// A text is too long, or memory is short: its library panics for want of a thread, the one that packs it
/// for want of a buffer.
pub(in crate::report) fn save(mut book: Workbook) -> Result<Vec<u8>, XlsxError> {
    let saved = guarded(|| book.save_to_buffer());
    saved.unwrap_or_else(|| Err(io::Error::from(ErrorKind::OutOfMemory).into()))
}

/// A4 across, one page wide, pages numbered; locked but for open cells, without a password.
pub(in crate::report) fn print_setup(
    page: &mut Worksheet,
    widths: &[u16],
) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(widths) {
        page.set_column_width(column, *width)?;
    }
    page.set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_footer("&C&P / &N");
    let mut options = ProtectionOptions::new();
    options.format_columns = true;
    options.format_rows = true;
    page.protect_with_options(&options);
    Ok(())
}
