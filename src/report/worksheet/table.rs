//! A worksheet to write on: cells that are merged where they are wide, texts that stay texts.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, IgnoreError,
    Note, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

/// The longest text of a cell.
const LONGEST_TEXT: usize = 32_767;
/// Height of a line of text, and what is left free above and below, in points.
const LINE: u32 = 14;
const FREE: u32 = 6;
/// The tallest row; more text than fits can be read in the cell.
const TALLEST: u32 = 400;
/// Most characters of a list of choices, and of a message beside a cell.
const MOST_CHOICES: usize = 255;
const MOST_MESSAGE: usize = 255;

/// A block of cells: first row, first column, last row, last column.
pub(in crate::report) type Block = (u32, u16, u32, u16);

/// A worksheet.
pub(in crate::report) struct Table<'w> {
    pub(in crate::report) page: &'w mut Worksheet,
    /// Widths of the columns, in characters of the default font.
    pub(in crate::report) widths: &'w [u16],
}

impl Table<'_> {
    /// A text, never a formula, whatever it begins with.
    pub(in crate::report) fn text(
        &mut self,
        block: Block,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let (row, column, last_row, last_column) = block;
        // As office programs count, not in characters.
        if text.encode_utf16().count() > LONGEST_TEXT {
            return Err(XlsxError::MaxStringLengthExceeded);
        }
        // A sign in front stays a sign when the cell is edited.
        let signed = text.starts_with(['=', '+', '-', '@', '\'']);
        let quoted = signed.then(|| format.clone().set_quote_prefix());
        let format = quoted.as_ref().unwrap_or(format);
        if row == last_row && column == last_column {
            if text.is_empty() {
                self.page.write_blank(row, column, format)?;
            } else {
                self.page
                    .write_string_with_format(row, column, text, format)?;
            }
        } else {
            self.page
                .merge_range(row, column, last_row, last_column, text, format)?;
        }
        if text.is_empty() {
            return Ok(());
        }
        self.page.ignore_error_range(
            row,
            column,
            last_row,
            last_column,
            IgnoreError::NumberStoredAsText,
        )?;
        Ok(())
    }

    /// A formula that shows nothing until it is computed.
    pub(in crate::report) fn formula(
        &mut self,
        row: u32,
        column: u16,
        formula: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        // Without this the stored result is 0, which a reader that does not compute would take for one.
        self.page.set_formula_result_default("");
        let formula = Formula::new(formula);
        self.page
            .write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }

    /// A formula with the figure it gives, for readers that do not compute.
    pub(in crate::report) fn computed(
        &mut self,
        row: u32,
        column: u16,
        formula: &str,
        result: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        // Without this an empty result is stored as 0.
        self.page.set_formula_result_default("");
        let formula = Formula::new(formula).set_result(result);
        self.page
            .write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }

    /// A number.
    pub(in crate::report) fn figure(
        &mut self,
        row: u32,
        column: u16,
        number: Decimal,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.page
            .write_with_format(row, column, number.normalize(), format)?;
        Ok(())
    }

    /// A message that shows when a cell is chosen.
    pub(in crate::report) fn ask(
        &mut self,
        row: u32,
        column: u16,
        message: &str,
    ) -> Result<(), XlsxError> {
        let rule = DataValidation::new()
            .allow_any_value()
            .set_input_message(cut(message))?;
        self.page
            .add_data_validation(row, column, row, column, &rule)?;
        Ok(())
    }

    /// Words to choose from; others can be typed.
    pub(in crate::report) fn choose(
        &mut self,
        row: u32,
        column: u16,
        choices: &[String],
        message: &str,
    ) -> Result<(), XlsxError> {
        let length: usize = choices.iter().map(|one| one.chars().count() + 1).sum();
        // A comma would end a choice; a long list does not fit.
        if length > MOST_CHOICES || choices.iter().any(|one| one.contains([',', '"'])) {
            return self.ask(row, column, message);
        }
        let rule = DataValidation::new()
            .allow_list_strings(choices)?
            .set_error_style(DataValidationErrorStyle::Information)
            .set_input_message(cut(message))?;
        self.page
            .add_data_validation(row, column, row, column, &rule)?;
        Ok(())
    }

    /// A number from 0 on, up to a figure if one is given; anything else is asked about, not refused.
    pub(in crate::report) fn number(
        &mut self,
        row: u32,
        column: u16,
        most: Option<&str>,
        message: &str,
        complaint: &str,
    ) -> Result<(), XlsxError> {
        let zero = Formula::new("0");
        let rule = match most {
            Some(most) => DataValidationRule::Between(zero, Formula::new(most)),
            None => DataValidationRule::GreaterThanOrEqualTo(zero),
        };
        let rule = DataValidation::new()
            .allow_decimal_number_formula(rule)
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_message(cut(complaint))?
            .set_input_message(cut(message))?;
        self.page
            .add_data_validation(row, column, row, column, &rule)?;
        Ok(())
    }

    /// A note beside a cell, which is not printed.
    pub(in crate::report) fn note(
        &mut self,
        row: u32,
        column: u16,
        lines: &[String],
    ) -> Result<(), XlsxError> {
        if lines.is_empty() {
            return Ok(());
        }
        let note = Note::new(lines.join("\n"))
            .add_author_prefix(false)
            .set_author("jixiao")
            .set_width(260);
        self.page.insert_note(row, column, &note)?;
        Ok(())
    }

    /// Makes a row as tall as its texts need in the columns they stand in.
    pub(in crate::report) fn fit(
        &mut self,
        row: u32,
        texts: &[(&str, u16, u16)],
    ) -> Result<(), XlsxError> {
        let width = |from, to| -> u16 {
            let columns = self.widths.get(usize::from(from)..=usize::from(to));
            columns.unwrap_or_default().iter().sum()
        };
        let lines = texts
            .iter()
            .map(|(text, from, to)| lines(text, width(*from, *to)));
        let height = lines.max().unwrap_or(1).saturating_mul(LINE) + FREE;
        self.page.set_row_height(row, height.clamp(24, TALLEST))?;
        Ok(())
    }
}

/// How many lines a text takes in a width of so many characters; a Chinese character counts for two.
fn lines(text: &str, width: u16) -> u32 {
    // Cells keep a little free at both sides.
    let width = usize::from(width).saturating_sub(2).max(2);
    let lines = text.lines().map(|line| line.width().div_ceil(width).max(1));
    u32::try_from(lines.sum::<usize>())
        .unwrap_or(TALLEST)
        .max(1)
}

/// A message no longer than a cell can show.
fn cut(text: &str) -> String {
    text.chars().take(MOST_MESSAGE).collect()
}

/// `C7` of row 6, column 2.
pub(in crate::report) fn address(row: u32, column: u16) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// `C` of column 2.
pub(in crate::report) fn letters(column: u16) -> String {
    let letter = |index: u16| char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    match column / 26 {
        0 => letter(column).to_string(),
        more => format!("{}{}", letters(more - 1), letter(column)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_take_the_lines_they_need() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("数量指标", 10), 1);
        assert_eq!(lines("社会效益指标", 11), 2);
        assert_eq!(lines("一\n二", 28), 2);
    }

    #[test]
    fn addresses_are_those_of_a_spreadsheet() {
        assert_eq!(address(0, 0), "A1");
        assert_eq!(address(6, 8), "I7");
        assert_eq!(
            (letters(25), letters(26), letters(701)),
            ("Z".into(), "AA".into(), "ZZ".into())
        );
    }
}
