//! Papers people sign.

mod workbook;
