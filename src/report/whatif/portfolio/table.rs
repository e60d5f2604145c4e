//! The overview for a terminal.

use super::WhatIfPortfolio;
use super::blocks::{Block, Most, blocks};
use crate::report::screen::{Screen, clean, lines, paragraph, words as cell};
use crate::words::migration as words;

/// What a person reads through; JSON and CSV have the rest.
const MOST: Most = Most {
    flips: 20,
    groups: 15,
};

/// All scenarios, one below the other.
pub fn table(portfolio: &WhatIfPortfolio, screen: Screen) -> String {
    let heading = words::heading(screen.lang, portfolio.sheets, portfolio.units);
    let mut text = screen.bold(&heading) + "\n";
    for block in blocks(portfolio, MOST, screen.lang) {
        // What is said below a grid belongs to it.
        let apart = !matches!(block, Block::Said(_));
        if apart {
            text.push('\n');
        }
        match block {
            Block::Heading(heading) => text.push_str(&(screen.bold(&clean(&heading)) + "\n")),
            Block::Said(said) | Block::Last(said) => {
                text.push_str(&paragraph("", &clean(&said), screen.width))
            }
            Block::Grid(heads, rows) => {
                let mut grid = screen.table(&heads);
                for row in rows {
                    grid.add_row(row.iter().map(|text| cell(text)).collect::<Vec<_>>());
                }
                text.push_str(&lines(&grid));
            }
        }
    }
    text
}
