//! Files built here and read back.

mod files;
mod html;
mod mutated;
mod old_workbook;
mod open_workbook;
mod word;
mod workbook;
