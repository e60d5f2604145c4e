//! Delimited and extracted text: tab tables, pipe tables, csv, and the lines around them.

use super::{
    Block, Document, Encoding, Grid, GridCell, Input, Line, Problem, ProblemKind, Source, encoding,
    input::sha256, markup,
};

/// A text file as a document.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Its lines and tables.
    pub document: Document,
    /// What the user should know although the file could be read.
    pub notices: Vec<Problem>,
}

/// Reads a text file. Consecutive lines with tabs are one table, and so are consecutive lines in
/// pipes; a blank line ends a table, so that a table cut by a page stays two. A file whose name ends
/// in `.csv` is one table. Tags in a cell are taken out: `<br>` and `<p>` leave a line break, a tick
/// box becomes ☑ or ☐.
///
/// ```
/// use jixiao::document::{Block, read_text};
/// let read = read_text("a.txt", "说明\n一级指标\t得分\n产出指标\t<b>2</b>分\n".as_bytes()).unwrap();
/// let [Block::Line(line), Block::Table(grid)] = &read.document.blocks[..] else { panic!() };
/// assert_eq!((line.text.as_str(), line.origin.line), ("说明", 1));
/// assert_eq!((grid.text(1, 1), grid.at(1, 1).unwrap().origin.line), ("2分", 3));
/// ```
///
/// # Errors
/// A file that is empty, no text, too large, or in no encoding we know.
pub fn read_text(file: &str, bytes: &[u8]) -> Result<TextFile, Vec<Problem>> {
    let refuse = |kind| vec![Problem::of_file(file, kind)];
    if bytes.len() > Input::MOST_BYTES {
        let limit = Input::MOST_BYTES / (1024 * 1024);
        return Err(refuse(ProblemKind::TooLarge { limit }));
    }
    let (text, encoding) = encoding::decode(bytes).map_err(refuse)?;
    let notices = match encoding {
        Encoding::Gb18030 => refuse(ProblemKind::ReadAsGb18030),
        Encoding::Utf8 | Encoding::Utf16 => Vec::new(),
    };
    let source = Source::new(file, text);
    let is_csv = file.len() >= 4
        && file.is_char_boundary(file.len() - 4)
        && file[file.len() - 4..].eq_ignore_ascii_case(".csv");
    let blocks = if is_csv {
        csv_blocks(&source)
    } else {
        line_blocks(&source)
    };
    Ok(TextFile {
        document: Document {
            file: source.file.clone(),
            sha256: sha256(bytes),
            blocks,
        },
        notices,
    })
}

/// How the cells of a line are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Tabs,
    Pipes,
}

fn separator(line: &str) -> Option<Separator> {
    if line.contains('\t') {
        return Some(Separator::Tabs);
    }
    let line = line.trim();
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    (!inside.is_empty()).then_some(Separator::Pipes)
}

fn line_blocks(source: &Source) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut table: Option<(Separator, Builder)> = None;
    let mut tables = 0;
    for number in 1.. {
        let Some(line) = source.line(number) else {
            break;
        };
        let found = separator(line);
        if let Some((_, builder)) = table.take_if(|(kind, _)| found != Some(*kind)) {
            builder.finish(&mut tables, &mut blocks);
        }
        match found {
            Some(kind) => {
                let (_, builder) = table.get_or_insert_with(|| (kind, Builder::default()));
                builder.row(source, number, kind, line);
            }
            None => {
                let text = markup::plain(line.trim_start_matches('#'));
                if !text.is_empty() {
                    blocks.push(Block::Line(Line {
                        text,
                        origin: source.origin(number, 1),
                    }));
                }
            }
        }
    }
    if let Some((_, builder)) = table {
        builder.finish(&mut tables, &mut blocks);
    }
    blocks
}

fn csv_blocks(source: &Source) -> Vec<Block> {
    let mut builder = Builder::default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(source.text().as_bytes());
    // The text is valid UTF-8 and records may have any length: no record can fail.
    for record in reader.records().flatten() {
        let line = record.position().map_or(0, csv::Position::line);
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        for (column, text) in record.iter().enumerate() {
            builder.cell(column, text, source.origin(line, 0));
        }
        builder.rows += 1;
    }
    let mut blocks = Vec::new();
    builder.finish(&mut 0, &mut blocks);
    blocks
}

/// A table under construction.
#[derive(Default)]
struct Builder {
    rows: usize,
    columns: usize,
    cells: Vec<GridCell>,
}

impl Builder {
    fn row(&mut self, source: &Source, number: u32, kind: Separator, line: &str) {
        let (mark, inside, mut place) = match kind {
            Separator::Tabs => ('\t', line, 1),
            Separator::Pipes => {
                let inside = line.trim().trim_start_matches('|');
                ('|', inside.strip_suffix('|').unwrap_or(inside), 2)
            }
        };
        if kind == Separator::Pipes && is_rule(inside) {
            return;
        }
        for (column, text) in inside.split(mark).enumerate() {
            self.cell(column, text, source.origin(number, place));
            let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            place = place.saturating_add(length).saturating_add(1);
        }
        self.rows += 1;
    }

    /// Adds a cell to the row that is being read; an empty one only widens the table.
    fn cell(&mut self, column: usize, text: &str, origin: crate::sheet::Origin) {
        self.columns = self.columns.max(column + 1);
        let text = markup::plain(text);
        if !text.is_empty() {
            self.cells.push(GridCell {
                row: self.rows,
                column,
                row_span: 1,
                column_span: 1,
                text,
                origin,
            });
        }
    }

    fn finish(self, tables: &mut usize, blocks: &mut Vec<Block>) {
        if self.cells.is_empty() {
            return;
        }
        *tables += 1;
        blocks.push(Block::Table(Grid {
            name: format!("表{tables}"),
            page: None,
            rows: self.rows,
            columns: self.columns,
            cells: self.cells,
        }));
    }
}

/// The line of dashes below a header in markdown.
fn is_rule(inside: &str) -> bool {
    inside.contains('-')
        && inside
            .chars()
            .all(|c| matches!(c, '-' | ':' | '|' | ' ' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grids(file: &str, text: &str) -> Vec<Grid> {
        let read = read_text(file, text.as_bytes()).unwrap();
        let tables = read.document.blocks.into_iter();
        tables
            .filter_map(|block| match block {
                Block::Table(grid) => Some(grid),
                Block::Line(_) => None,
            })
            .collect()
    }

    #[test]
    fn a_blank_line_ends_a_table() {
        let grids = grids("a.txt", "a\tb\n\tc\n\nd\te\tf\n");
        assert_eq!(grids.len(), 2);
        assert_eq!((grids[0].rows, grids[0].columns), (2, 2));
        assert_eq!(grids[1].name, "表2");
        assert_eq!((grids[1].rows, grids[1].columns), (1, 3));
        assert_eq!(grids[0].text(1, 0), "");
        assert_eq!(grids[0].at(1, 1).unwrap().origin.column, 2);
    }

    #[test]
    fn pipe_tables_lose_their_rule() {
        let grids = grids("a.md", "| a | b |\n|---|:-:|\n| 1 |  |\n");
        assert_eq!(grids[0].rows, 2);
        assert_eq!(grids[0].text(1, 0), "1");
        assert_eq!(grids[0].at(1, 0).unwrap().origin.line, 3);
    }

    #[test]
    fn csv_keeps_quoted_line_breaks_and_ragged_rows() {
        let grids = grids("a.CSV", "a,\"b\nc\"\nd\n\"e\",f,g\n");
        assert_eq!((grids[0].rows, grids[0].columns), (3, 3));
        assert_eq!(grids[0].text(0, 1), "b\nc");
        assert_eq!(grids[0].at(1, 0).unwrap().origin.line, 3);
    }
}
