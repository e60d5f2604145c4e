//! Tables without ruling lines: rows by height, columns by the gaps that run through all rows.

use super::glyph::Glyph;
use super::table::{PageTable, TableCell};
use super::text::{TextLine, text};

/// Gap between columns, in heights of a character.
const GAP: f64 = 1.0;

/// Space between two rows of one table, in heights of a character.
const ROW_GAP: f64 = 3.0;

/// Rows and columns a table has at least; less is a heading or a signature line.
const LEAST_ROWS: usize = 3;
const LEAST_COLUMNS: usize = 3;

/// A piece of a page without ruling lines.
#[derive(Debug)]
pub(super) enum Piece<'g> {
    /// A line of text.
    Line(TextLine<'g>),
    /// Lines that stand in columns.
    Table(PageTable),
}

/// Finds the lines that stand in columns.
pub(super) fn pieces(lines: Vec<TextLine<'_>>) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let run = run(&lines[start..]);
        match table(&lines[start..start + run]) {
            Some(table) => pieces.push(Piece::Table(table)),
            None => pieces.extend(lines[start..start + run].iter().cloned().map(Piece::Line)),
        }
        start += run;
    }
    pieces
}

/// How many of the first lines form one table, if they form one. It begins and ends with a line of
/// several parts; between them the rest of a wrapped cell may stand alone below its column.
fn run(lines: &[TextLine<'_>]) -> usize {
    if !is_row(&lines[0]) {
        return 1;
    }
    let mut columns = Columns::default();
    columns.widen(&lines[0]);
    let (mut length, mut alone) = (1, Vec::new());
    for (number, pair) in lines.windows(2).enumerate() {
        let [last, line] = pair else { break };
        if !follows(last, line) {
            break;
        }
        if !is_row(line) {
            alone.push((line.bbox.x0, line.bbox.x1));
            continue;
        }
        let before = columns.0.len();
        columns.widen(line);
        let bridges = |&part: &(f64, f64)| columns.touched(part) != 1;
        if alone.drain(..).any(|part| bridges(&part)) || columns.0.len() < before.min(LEAST_COLUMNS)
        {
            break;
        }
        length = number + 2;
    }
    length
}

/// The intervals that the parts of lines cover, from left to right.
#[derive(Debug, Default)]
struct Columns(Vec<(f64, f64)>);

impl Columns {
    fn widen(&mut self, line: &TextLine<'_>) {
        for segment in segments(line) {
            let (mut start, mut end) = extent(&segment);
            let first = self.0.partition_point(|column| column.1 < start);
            let last = self.0.partition_point(|column| column.0 <= end);
            for column in &self.0[first..last] {
                start = start.min(column.0);
                end = end.max(column.1);
            }
            self.0.splice(first..last, [(start, end)]);
        }
    }

    fn touched(&self, (start, end): (f64, f64)) -> usize {
        let first = self.0.partition_point(|column| column.1 <= start);
        let last = self.0.partition_point(|column| column.0 < end);
        last.saturating_sub(first)
    }
}

fn is_row(line: &TextLine<'_>) -> bool {
    segments(line).len() > 1
}

fn follows(last: &TextLine<'_>, next: &TextLine<'_>) -> bool {
    let height = last.bbox.bottom - last.bbox.top;
    next.bbox.top - last.bbox.bottom <= ROW_GAP * height
}

/// The parts of a line between wide gaps.
fn segments<'g>(line: &TextLine<'g>) -> Vec<Vec<&'g Glyph>> {
    let mut segments: Vec<Vec<&Glyph>> = Vec::new();
    for &glyph in &line.glyphs {
        if glyph.is_blank() {
            continue;
        }
        match segments.last_mut() {
            Some(segment) if !is_wide_gap(segment, glyph) => segment.push(glyph),
            _ => segments.push(vec![glyph]),
        }
    }
    segments
}

fn is_wide_gap(segment: &[&Glyph], glyph: &Glyph) -> bool {
    segment
        .last()
        .is_some_and(|last| glyph.bbox.x0 - last.bbox.x1 > GAP * last.height())
}

/// The table some rows form; `None` when no gap runs through all of them.
fn table(run: &[TextLine<'_>]) -> Option<PageTable> {
    if run.len() < LEAST_ROWS {
        return None;
    }
    let mut columns = Columns::default();
    for line in run.iter().filter(|line| is_row(line)) {
        columns.widen(line);
    }
    let columns = columns.0;
    let rows: Vec<Vec<Vec<&Glyph>>> = run.iter().map(segments).collect();
    if columns.len() < LEAST_COLUMNS {
        return None;
    }
    let mut cells: Vec<TableCell> = Vec::new();
    for (row, segments) in rows.iter().enumerate() {
        for segment in segments {
            let start = extent(segment).0;
            // The rest of a wrapped cell may begin a little left of its column.
            let column = columns.partition_point(|column| column.1 <= start);
            let column = column.min(columns.len() - 1);
            let words = text(segment);
            match cells.last_mut() {
                Some(cell) if (cell.row, cell.column) == (row, column) => {
                    cell.text.push(' ');
                    cell.text.push_str(&words);
                }
                _ => cells.push(TableCell {
                    row,
                    column,
                    row_span: 1,
                    column_span: 1,
                    text: words,
                }),
            }
        }
    }
    Some(PageTable {
        top: run[0].bbox.top,
        rows: rows.len(),
        columns: columns.len(),
        cells,
    })
}

fn extent(segment: &[&Glyph]) -> (f64, f64) {
    let start = segment
        .iter()
        .map(|glyph| glyph.bbox.x0)
        .fold(f64::MAX, f64::min);
    let end = segment
        .iter()
        .map(|glyph| glyph.bbox.x1)
        .fold(f64::MIN, f64::max);
    (start, end)
}

#[cfg(test)]
mod tests {
    use pdfplumber::BBox;

    use super::*;
    use crate::document::pdf::text::lines;

    /// A page of ten-point characters; every line is 20 points below the one before.
    fn page(rows: &[&[(f64, &str)]]) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        for (top, parts) in (0..).map(|row| f64::from(row) * 20.0).zip(rows) {
            for &(x, words) in *parts {
                for (x, word) in (0..).map(|n| x + f64::from(n) * 10.0).zip(words.chars()) {
                    glyphs.push(Glyph {
                        text: word.to_string(),
                        bbox: BBox::new(x, top, x + 10.0, top + 10.0),
                        upright: true,
                    });
                }
            }
        }
        glyphs
    }

    fn read(rows: &[&[(f64, &str)]]) -> Vec<String> {
        let glyphs = page(rows);
        let told = |piece: &Piece<'_>| match piece {
            Piece::Line(line) => line.text(),
            Piece::Table(table) => {
                let cells = table.cells.iter();
                let cells = cells.map(|cell| format!("{}{}{}", cell.row, cell.column, cell.text));
                cells.collect::<Vec<_>>().join(" ")
            }
        };
        pieces(lines(&glyphs)).iter().map(told).collect()
    }

    #[test]
    fn lines_in_columns_are_a_table_wrapped_cells_included() {
        let rows: &[&[(f64, &str)]] = &[
            &[(100.0, "绩效目标表")],
            &[(0.0, "指标"), (100.0, "指标值"), (200.0, "单位")],
            &[(0.0, "服务企业"), (100.0, "五十"), (200.0, "家")],
            &[(0.0, "数量")],
            &[(0.0, "场次"), (100.0, "二"), (200.0, "场")],
            &[(0.0, "指标值依据上年完成情况确定再加上今年的变化")],
        ];
        let table = "00指标 01指标值 02单位 10服务企业 11五十 12家 20数量 30场次 31二 32场";
        assert_eq!(
            read(rows),
            [
                "绩效目标表",
                table,
                "指标值依据上年完成情况确定再加上今年的变化"
            ]
        );
    }

    #[test]
    fn headings_and_signatures_are_lines() {
        let rows: &[&[(f64, &str)]] = &[
            &[(0.0, "单位"), (100.0, "年度")],
            &[(0.0, "负责人"), (100.0, "填表人"), (200.0, "日期")],
        ];
        assert_eq!(read(rows), ["单位 年度", "负责人 填表人 日期"]);
    }
}
