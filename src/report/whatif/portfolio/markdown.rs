//! The overview for a document: every change of grade, every unit and department.

use super::WhatIfPortfolio;
use super::blocks::{Block, Most, blocks};
use crate::report::score::escaped;
use crate::report::screen::{Set, clean};
use crate::words::{Lang, migration as words};

const ALL: Most = Most {
    flips: usize::MAX,
    groups: usize::MAX,
};

/// All scenarios, one below the other.
pub fn markdown(portfolio: &WhatIfPortfolio, lang: Lang) -> String {
    let heading = words::heading(lang, portfolio.sheets, portfolio.units);
    let mut text = format!("## {heading}\n\n");
    for block in blocks(portfolio, ALL, lang) {
        match block {
            Block::Heading(heading) => text.push_str(&format!("### {}\n\n", escaped(&heading))),
            Block::Said(said) | Block::Last(said) => {
                text.push_str(&format!("{}\n\n", escaped(&clean(&said))))
            }
            Block::Grid(heads, rows) => {
                line(&mut text, heads.iter().map(|(head, _)| escaped(head)));
                let marks = heads.iter().map(|(_, set)| match set {
                    Set::Figures => "---:".to_owned(),
                    Set::Words | Set::Names => "---".to_owned(),
                });
                line(&mut text, marks);
                for row in rows {
                    line(&mut text, row.iter().map(|cell| escaped(&clean(cell))));
                }
                text.push('\n');
            }
        }
    }
    text
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    text.push_str(&format!("| {} |\n", cells.join(" | ")));
}
