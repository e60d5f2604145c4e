//! What a report for people may use, and the tables it is made of.

use comfy_table::{
    Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table,
    TableStyle,
};
use unicode_width::UnicodeWidthStr;

use crate::document::plain;
use crate::words::Lang;

/// Language, width and colour of a report for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// The language.
    pub lang: Lang,
    /// Columns a line may have; a Chinese character takes two.
    pub width: u16,
    /// Whether colour may be used.
    pub color: bool,
}

/// A line below the heads of the columns and nothing else.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Set {
    /// Words: from the left, broken over several lines where the width does not suffice.
    Words,
    /// Names: from the left, never broken.
    Names,
    /// Figures: to the right, never broken.
    Figures,
}

impl Screen {
    /// A table with its heads; `columns` says how each is set.
    pub(crate) fn table(self, columns: &[(String, Set)]) -> Table {
        let mut table = Table::new();
        table
            .load_style(STYLE)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(self.width);
        table.force_no_tty();
        if self.color {
            table.enforce_styling();
        }
        let heads = columns.iter().map(|(head, set)| {
            let cell = Cell::new(head).add_attribute(Attribute::Bold);
            match set {
                Set::Words | Set::Names => cell,
                Set::Figures => cell.set_alignment(CellAlignment::Right),
            }
        });
        table.set_header(heads.collect::<Vec<Cell>>());
        for (column, (_, set)) in table.column_iter_mut().zip(columns) {
            column.set_padding((0, 2));
            if *set != Set::Words {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
            if *set == Set::Figures {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        table
    }

    /// A heading.
    pub(crate) fn bold(self, text: &str) -> String {
        if self.color {
            format!("\u{1b}[1m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// A table as text, without spaces at the ends of lines.
pub(crate) fn lines(table: &Table) -> String {
    table
        .lines()
        .fold(String::new(), |text, line| text + line.trim_end() + "\n")
}

/// A cell of words; control characters cannot reach the terminal.
pub(crate) fn words(text: &str) -> Cell {
    Cell::new(clean(text))
}

/// A cell of words that calls for attention.
pub(crate) fn striking(text: &str) -> Cell {
    words(text)
        .fg(Color::DarkYellow)
        .add_attribute(Attribute::Bold)
}

/// Text of a user, fit for one line of a terminal.
pub fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c == '\n' { ' ' } else { plain(c) })
        .collect()
}

/// A paragraph broken at the width, every line after the first indented like the text of the first
/// behind `lead`.
pub(crate) fn paragraph(lead: &str, text: &str, width: u16) -> String {
    let indent = lead.width();
    let room = usize::from(width).saturating_sub(indent).max(20);
    let (mut out, mut used) = (lead.to_owned(), 0);
    for word in pieces(text) {
        let wide = word.trim_end().width();
        if used > 0 && used + wide > room {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            used = 0;
        }
        out.push_str(word);
        used += word.width();
    }
    out.push('\n');
    out
}

/// The parts a text may be broken between: behind a space, and around a wide character, but never in
/// front of closing punctuation.
fn pieces(text: &str) -> Vec<&str> {
    const CLOSING: &str = "，。、；：？！）》」』】〕”’％,.;:?!)]}%";
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((_, c)) = characters.next() {
        let Some((next, following)) = characters.peek().copied() else {
            break;
        };
        let wide = |c: char| !c.is_ascii() && !c.is_alphabetic() || ('\u{2e80}'..).contains(&c);
        let may_break = (c == ' ' || wide(c) || wide(following)) && following != ' ';
        let opening = "（《「『【〔“‘([{".contains(c);
        if may_break && !opening && !CLOSING.contains(following) {
            pieces.push(&text[start..next]);
            start = next;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_broken_where_it_may_be() {
        assert_eq!(
            paragraph("[1] ", "第 2 行: 单位不同，不能相比，请改正后再评分。", 24),
            "[1] 第 2 行: 单位不同，\n    不能相比，请改正后再\n    评分。\n"
        );
        assert_eq!(
            paragraph("", "the target is not filled in", 20),
            "the target is not\nfilled in\n"
        );
    }

    #[test]
    fn nothing_of_a_user_commands_the_terminal() {
        assert_eq!(clean("a\u{1b}[2J\nb\tc"), "a\u{fffd}[2J b c");
    }
}
