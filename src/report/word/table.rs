//! Tables of a document: their heads return on every page, their rows stay in one piece.

use super::xml::{capital, run};

/// A row of more lines than this, by estimate, may be broken between pages: it could be taller than one.
const MOST_LINES: usize = 20;
/// Width of a Chinese letter, in twentieths of a point; in UTF-8 it takes three bytes.
const LETTER: usize = 190;

/// The most rows a table has that stays on one page.
const MOST_TOGETHER: usize = 8;

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    /// Words, from the left.
    Words,
    /// Names and short words, in the middle.
    Middle,
    /// Figures, to the right.
    Figures,
}

/// How a cell goes with the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Merge {
    /// Not at all.
    #[default]
    Alone,
    /// It may go on below.
    Begins,
    /// It goes on from above.
    GoesOn,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    text: String,
    small: String,
    span: usize,
    merge: Merge,
    strong: bool,
    label: bool,
}

impl Cell {
    /// A cell of text.
    pub fn of(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            span: 1,
            ..Cell::default()
        }
    }

    /// A label: bold on a tinted ground.
    pub fn label(text: &str) -> Cell {
        Cell {
            label: true,
            ..Cell::of(text)
        }
    }

    /// With a second paragraph in small letters: a checksum, a file.
    pub fn small(self, small: impl Into<String>) -> Cell {
        let small = small.into();
        Cell { small, ..self }
    }

    /// Over several columns.
    pub fn over(self, span: usize) -> Cell {
        Cell { span, ..self }
    }

    /// In bold letters.
    pub fn strong(self, strong: bool) -> Cell {
        Cell { strong, ..self }
    }

    /// One cell with the one above it where that says the same.
    pub fn merged(self, same_as_above: bool) -> Cell {
        let merge = match same_as_above {
            true => Merge::GoesOn,
            false => Merge::Begins,
        };
        Cell { merge, ..self }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::of(text)
    }
}

/// A table with columns of fixed widths, in twentieths of a point.
pub(super) struct Table {
    columns: Vec<(u32, Set)>,
    xml: String,
    style: &'static str,
}

impl Table {
    /// A table whose heads, labels of the program, stand on every page it reaches.
    pub fn new<const N: usize>(columns: [(String, u32, Set); N]) -> Table {
        Table::of(Vec::from(
            columns.map(|(head, width, set)| (capital(&head), width, set)),
        ))
    }

    /// [`Table::new`] with heads as they are, for a number of columns that is not known beforehand.
    pub fn of(columns: Vec<(String, u32, Set)>) -> Table {
        let (heads, columns): (Vec<String>, Vec<(u32, Set)>) = columns
            .into_iter()
            .map(|(head, width, set)| (head, (width, set)))
            .unzip();
        let mut table = Table::without_heads(columns);
        table
            .xml
            .push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (index, head) in heads.iter().enumerate() {
            let head = Cell::label(head);
            table.cell(index, &head, "TableHead");
        }
        table.xml.push_str("</w:tr>");
        table
    }

    /// A table whose first column holds the labels.
    pub fn without_heads(columns: Vec<(u32, Set)>) -> Table {
        let width: u32 = columns.iter().map(|(width, _)| width).sum();
        let mut xml = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        );
        for (width, _) in &columns {
            xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        xml.push_str("</w:tblGrid>");
        Table {
            columns,
            xml,
            style: "TableText",
        }
    }

    /// On one page where it has few enough rows to fit.
    pub fn together(self, rows: usize) -> Table {
        let style = match rows <= MOST_TOGETHER {
            true => "TableKept",
            false => "TableText",
        };
        Table { style, ..self }
    }

    /// The rows from here on stay with the ones below them.
    pub fn keep_on(&mut self) {
        self.style = "TableKept";
    }

    /// A row; its cells, with what they reach over, are as many as there are columns.
    pub fn row<const N: usize>(&mut self, cells: [Cell; N]) {
        self.cells(&cells);
    }

    /// [`Table::row`] for a number of cells that is not known beforehand.
    pub fn cells(&mut self, cells: &[Cell]) {
        let mut index = 0;
        let tall = cells.iter().any(|cell| {
            let width = self.width(index, cell.span) as usize;
            index += cell.span;
            cell.text.len() / 3 * LETTER > MOST_LINES * width
        });
        self.xml.push_str("<w:tr>");
        let style = match tall {
            true => "TableText",
            false => self.style,
        };
        if !tall {
            self.xml.push_str("<w:trPr><w:cantSplit/></w:trPr>");
        }
        let mut index = 0;
        for cell in cells {
            self.cell(index, cell, style);
            index += cell.span;
        }
        self.xml.push_str("</w:tr>");
    }

    fn width(&self, index: usize, span: usize) -> u32 {
        let columns = self.columns.iter().skip(index).take(span);
        columns.map(|(width, _)| width).sum()
    }

    fn cell(&mut self, index: usize, cell: &Cell, style: &str) {
        let width = self.width(index, cell.span);
        let set = match (cell.span, self.columns.get(index)) {
            (1, Some((_, set))) => *set,
            _ => Set::Words,
        };
        let xml = &mut self.xml;
        xml.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"
        ));
        if cell.span > 1 {
            xml.push_str(&format!("<w:gridSpan w:val=\"{}\"/>", cell.span));
        }
        xml.push_str(match cell.merge {
            Merge::Alone => "",
            Merge::Begins => "<w:vMerge w:val=\"restart\"/>",
            Merge::GoesOn => "<w:vMerge/>",
        });
        if cell.label {
            xml.push_str("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8EEF7\"/>");
        }
        xml.push_str("<w:vAlign w:val=\"center\"/></w:tcPr>");
        // What goes on from above says nothing of its own.
        let text = match cell.merge {
            Merge::GoesOn => "",
            Merge::Begins | Merge::Alone => &cell.text,
        };
        let align = match set {
            _ if cell.label => "center",
            Set::Words => "left",
            Set::Middle => "center",
            Set::Figures => "right",
        };
        let bold = if cell.strong || cell.label {
            "<w:b/><w:bCs/>"
        } else {
            ""
        };
        xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:jc w:val=\"{align}\"/></w:pPr>{}</w:p>",
            run(bold, text)
        ));
        if !cell.small.is_empty() {
            xml.push_str(&format!(
                "<w:p><w:pPr><w:pStyle w:val=\"TableSmall\"/><w:jc w:val=\"{align}\"/></w:pPr>{}</w:p>",
                run("", &cell.small)
            ));
        }
        xml.push_str("</w:tc>");
    }

    /// The table, closed.
    pub fn finish(mut self) -> String {
        self.xml.push_str("</w:tbl>");
        self.xml
    }
}
