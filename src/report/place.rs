//! Where something stands, as a person looks it up.

use crate::sheet::Origin;

/// "whole.yaml:45", or the cell where the input is a grid.
pub fn place(origin: &Origin) -> String {
    match &origin.cell {
        Some(cell) => format!("{} {cell}", origin.file),
        None if origin.line > 0 => format!("{}:{}", origin.file, origin.line),
        None => origin.file.to_string(),
    }
}
