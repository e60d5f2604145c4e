//! 工作表: what forms and papers share when they are written as a workbook.

mod levels;
mod name;
mod print;
mod table;

pub(super) use levels::spans;
pub(super) use name::name;
pub(super) use print::{begin, palette, print_setup, save};
pub(super) use table::{Block, Table, address, letters};
