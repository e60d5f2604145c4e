//! A worksheet of a paper on its way: cells that know where they stand.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, XlsxError};

use super::formula::{Expr, formula, keeps};
use super::style::Style;
use crate::number::{Fraction, Rounding};
use crate::report::worksheet::{Block, Table, letters};
use crate::words::Lang;

/// A worksheet.
pub(super) struct Page<'w> {
    pub(super) table: Table<'w>,
    pub(super) style: &'w Style,
    pub(super) lang: Lang,
    /// Its name, as a formula on another worksheet writes it.
    pub(super) quoted: String,
    /// The next free line.
    pub(super) at: u32,
}

impl Page<'_> {
    /// A cell, as formulas of every worksheet name it.
    pub(super) fn anywhere(&self, row: u32, column: u16) -> String {
        format!("{}!${}${}", self.quoted, letters(column), row + 1)
    }

    /// Prints everything up to this line, the heading on every page; it and the first columns stay in sight.
    pub(super) fn print(&mut self, heading: u32, stay: u16, last: u16) -> Result<(), XlsxError> {
        let bottom = self.at.saturating_sub(1);
        let sheet = &mut self.table.page;
        sheet.set_print_area(0, 0, bottom, last)?;
        sheet.set_repeat_rows(heading, heading)?;
        sheet.set_freeze_panes(heading + 1, stay)?;
        Ok(())
    }

    /// A text over some columns of the line.
    pub(super) fn text(
        &mut self,
        from: u16,
        to: u16,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.block((self.at, from, self.at, to), text, format)
    }

    /// A text over a block of cells.
    pub(super) fn block(
        &mut self,
        block: Block,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.table.text(block, text, format)
    }

    /// A formula of the line.
    pub(super) fn formula(
        &mut self,
        column: u16,
        formula: &str,
        result: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let formula = format!("={formula}");
        self.table
            .computed(self.at, column, &formula, result, format)
    }

    /// A number of the line.
    pub(super) fn number(
        &mut self,
        column: u16,
        number: Decimal,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.table.figure(self.at, column, number, format)
    }

    /// An exact number of the line: a third is written as the quotient it is.
    pub(super) fn exact(
        &mut self,
        column: u16,
        number: Fraction,
        format: &Format,
    ) -> Result<(), XlsxError> {
        match number.as_exact_decimal() {
            Some(decimal) => self.number(column, decimal, format),
            None if keeps(number) => {
                let written = formula(&Expr::Number(number));
                self.formula(column, &written, &shown(number), format)
            }
            None => match Rounding::SHOWN.apply(number) {
                Ok(decimal) => self.number(column, decimal, format),
                Err(_) => self.text(column, column, &number.to_string(), format),
            },
        }
    }

    /// An empty cell of the line.
    pub(super) fn blank(&mut self, column: u16, format: &Format) -> Result<(), XlsxError> {
        self.text(column, column, "", format)
    }

    /// A line of headings from the first column on.
    pub(super) fn headings(&mut self, labels: &[String]) -> Result<(), XlsxError> {
        let style = self.style;
        for (column, label) in (0..).zip(labels) {
            self.text(column, column, label, &style.heading)?;
        }
        let texts: Vec<(&str, u16, u16)> = (0..)
            .zip(labels)
            .map(|(column, label)| (label.as_str(), column, column))
            .collect();
        self.table.fit(self.at, &texts)?;
        self.at += 1;
        Ok(())
    }

    /// Sentences below a table, one a line.
    pub(super) fn guides(&mut self, texts: &[String], last: u16) -> Result<(), XlsxError> {
        let style = self.style;
        let guide = style.guide.clone().set_text_wrap();
        for text in texts {
            self.text(0, last, text, &guide)?;
            self.table.fit(self.at, &[(text, 0, last)])?;
            self.at += 1;
        }
        Ok(())
    }
}

/// A number as the result of a formula: all its digits where they end.
pub(super) fn shown(number: Fraction) -> String {
    let exact = number.as_exact_decimal();
    let decimal = exact.or_else(|| Rounding::SHOWN.apply(number).ok());
    decimal.map_or_else(String::new, |decimal| decimal.normalize().to_string())
}
