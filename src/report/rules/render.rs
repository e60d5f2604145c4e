//! A page as text, Markdown and a web page.

use crate::report::screen::{Screen, Set, clean, lines, paragraph, words as cell};
use crate::words::Lang;

/// A piece of a page.
#[derive(Debug, Clone)]
pub(super) enum Block {
    /// The heading of the page.
    Title(String),
    /// The heading of a section.
    Section(String),
    /// A line, with its depth.
    Line(usize, String),
    /// A name that is explained below.
    Term(String),
    /// Lines that keep their spaces.
    Code(Vec<String>),
    /// A table.
    Table(Grid),
}

/// A table before it is set.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    heads: Vec<(String, Set)>,
    rows: Vec<Vec<String>>,
}

impl Grid {
    pub(super) fn new(heads: &[(String, Set)]) -> Grid {
        Grid {
            heads: heads.to_vec(),
            rows: Vec::new(),
        }
    }

    /// A row; what is missing at its end is empty.
    pub(super) fn add_row(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }
}

pub(super) fn text(blocks: &[Block], screen: Screen) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(title) => text.push_str(&(screen.bold(&clean(title)) + "\n")),
            Block::Section(title) => {
                text.push_str(&format!("\n{}\n", screen.bold(&clean(title))));
            }
            Block::Line(depth, line) => {
                text.push_str(&paragraph(&"  ".repeat(*depth), &clean(line), screen.width));
            }
            Block::Term(name) => text.push_str(&format!("  {}\n", screen.bold(&clean(name)))),
            Block::Code(code) => {
                for line in code {
                    text.push_str(&format!("      {}\n", clean(line)));
                }
            }
            Block::Table(grid) => {
                let mut table = screen.table(&grid.heads);
                for row in &grid.rows {
                    table.add_row(row.iter().map(|text| cell(text)).collect::<Vec<_>>());
                }
                text.push_str(&lines(&table));
            }
        }
    }
    text
}

pub(super) fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut listed = false;
    for block in blocks {
        let item = matches!(block, Block::Line(..));
        if !item || !listed {
            // A list and whatever stands around it are apart by an empty line.
            if !text.is_empty() {
                text.push('\n');
            }
        }
        listed = item;
        match block {
            Block::Title(title) => text.push_str(&format!("# {}\n", marked(title))),
            Block::Section(title) => text.push_str(&format!("## {}\n", marked(title))),
            Block::Term(name) => text.push_str(&format!("### `{}`\n", plain(name))),
            Block::Line(depth, line) => {
                let indent = "  ".repeat(depth.saturating_sub(1));
                text.push_str(&format!("{indent}* {}\n", marked(line)));
            }
            Block::Code(code) => {
                // A fence longer than any in the text, so that nothing can end it.
                text.push_str("````text\n");
                for line in code {
                    text.push_str(&(clean(line).replace("````", "'''") + "\n"));
                }
                text.push_str("````\n");
            }
            Block::Table(grid) => {
                let heads: Vec<String> = grid.heads.iter().map(|(head, _)| marked(head)).collect();
                text.push_str(&format!("| {} |\n|", heads.join(" | ")));
                for (_, set) in &grid.heads {
                    text.push_str(match set {
                        Set::Words | Set::Names => " --- |",
                        Set::Figures => " ---: |",
                    });
                }
                text.push('\n');
                for row in &grid.rows {
                    let mut row: Vec<String> = row.iter().map(|text| marked(text)).collect();
                    row.resize(grid.heads.len(), String::new());
                    text.push_str(&format!("| {} |\n", row.join(" | ")));
                }
            }
        }
    }
    text
}

/// Text without a meaning in Markdown, on one line.
fn marked(text: &str) -> String {
    let mut out = String::new();
    for c in clean(text).trim().chars() {
        if "\\`*_[]<>|#~&".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn plain(text: &str) -> String {
    clean(text).replace('`', "'")
}

pub(super) fn html(blocks: &[Block], title: &str, lang: Lang) -> String {
    let code = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let mut text = format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n",
        escaped(title)
    );
    text.push_str(&fragment(blocks));
    text.push_str("</body>\n</html>\n");
    text
}

/// What stands in the body of the page.
pub(super) fn fragment(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        text.push_str(&match block {
            Block::Title(title) => format!("<h1>{}</h1>\n", escaped(title)),
            Block::Section(title) => format!("<h2>{}</h2>\n", escaped(title)),
            Block::Term(name) => format!("<h3><code>{}</code></h3>\n", escaped(name)),
            Block::Line(depth, line) => {
                format!("<p class=\"d{}\">{}</p>\n", depth.min(&3), escaped(line))
            }
            Block::Code(code) => {
                let code: Vec<String> = code.iter().map(|line| escaped(line)).collect();
                format!("<pre>{}</pre>\n", code.join("\n"))
            }
            Block::Table(grid) => table(grid),
        });
    }
    text
}

fn table(grid: &Grid) -> String {
    let class = |index: usize| match grid.heads.get(index) {
        Some((_, Set::Figures)) => " class=\"n\"",
        _ => "",
    };
    let row = |cells: &[String], tag: &str| {
        let cells = cells.iter().enumerate().map(|(index, text)| {
            format!("<{tag}{}>{}</{tag}>", class(index), escaped(text.trim()))
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    let heads: Vec<String> = grid.heads.iter().map(|(head, _)| head.clone()).collect();
    let body: String = grid.rows.iter().map(|cells| row(cells, "td")).collect();
    format!(
        "<table>\n<thead>{}</thead>\n<tbody>{body}</tbody>\n</table>\n",
        row(&heads, "th")
    )
}

/// Text without a meaning in HTML.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Nothing is fetched from anywhere.
const STYLE: &str = "body{font-family:sans-serif;line-height:1.6;max-width:60rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.2rem .6rem;text-align:left;vertical-align:top}\
.n{text-align:right}p{margin:.2rem 0}.d1{margin-left:1rem}.d2{margin-left:2rem}.d3{margin-left:3rem}\
pre{background:#f5f5f5;padding:.5rem 1rem;overflow-x:auto}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_an_author_becomes_markup() {
        let blocks = [
            Block::Title("<script>alert(1)</script>".to_owned()),
            Block::Line(1, "a|b *c* [d](javascript:e) \u{1b}[2J".to_owned()),
        ];
        let page = html(&blocks, "\"><b>", Lang::Zh);
        assert!(
            !page.contains("<script>") && !page.contains("<b>"),
            "{page}"
        );
        let page = markdown(&blocks);
        assert!(
            page.contains("\\<script\\>") && page.contains("a\\|b \\*c\\* \\[d\\]"),
            "{page}"
        );
        assert!(!page.contains('\u{1b}'));
    }
}
