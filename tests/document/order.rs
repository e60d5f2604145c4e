//! Every reader delivers the cells of a table by row, then column: looking up a position relies on it.

use std::fs;
use std::path::Path;

use jixiao::document::office::read_office;
use jixiao::document::{Block, Document, read_pdf, read_text};

fn document(path: &Path) -> Option<Document> {
    let (name, bytes) = (path.to_string_lossy(), fs::read(path).ok()?);
    match path.extension()?.to_str()? {
        "pdf" => read_pdf(&name, &bytes).ok(),
        "txt" => read_text(&name, &bytes).ok().map(|read| read.document),
        "docx" | "xlsx" | "xls" | "ods" | "html" => read_office(&name, &bytes).ok(),
        _ => None,
    }
}

#[test]
fn cells_stand_by_row_then_column() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tables = 0;
    for folder in [
        "samples/documents",
        "samples/documents/pdf-test",
        "tests/recognise",
    ] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let Some(document) = document(&path) else {
                continue;
            };
            for block in &document.blocks {
                let Block::Table(grid) = block else { continue };
                tables += 1;
                let places = grid.cells.iter().map(|cell| (cell.row, cell.column));
                assert!(places.is_sorted(), "{} {}", path.display(), grid.name);
                for cell in &grid.cells {
                    let found = grid.at(cell.row + cell.row_span - 1, cell.column);
                    assert_eq!(found, Some(cell), "{} {}", path.display(), grid.name);
                }
            }
        }
    }
    assert!(tables > 50, "{tables}");
}
