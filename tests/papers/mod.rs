//! Papers: what goes into a file, a meeting, a signature.

mod page;
mod word;
mod workbook;
