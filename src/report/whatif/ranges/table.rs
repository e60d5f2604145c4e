//! Open figures, for a terminal.

use super::RangesResult;
use super::said::heads;
use crate::report::screen::{Screen, Set, clean, lines, paragraph, words as cell};
use crate::report::whatif::WhatIf;
use crate::report::whatif::table::{throughout, title};
use crate::words::{report as labels, whatif_ranges as words};

/// Every sheet under every rule.
pub fn table(all: &WhatIf, screen: Screen) -> String {
    let mut pages = Vec::new();
    for sheet in &all.sheets {
        let mut head = title(&sheet.baseline, screen);
        head.push_str(&throughout(&sheet.throughout, screen));
        for result in &sheet.ranges {
            pages.push(format!("{head}{}", page(result, screen)));
        }
    }
    pages.join("\n\n")
}

fn page(result: &RangesResult, screen: Screen) -> String {
    let (lang, width) = (screen.lang, screen.width);
    let rules = labels::rules(lang, &result.rules, result.title.get(lang));
    let mut text = paragraph("", &clean(&rules), width) + "\n";
    for (index, said) in result.says(lang).into_iter().enumerate() {
        match index {
            0 => {
                text.push_str(&(screen.bold(paragraph("", &clean(&said), width).trim_end()) + "\n"))
            }
            _ => text.push_str(&paragraph("", &clean(&said), width)),
        }
    }
    for said in result.without_bounds(lang) {
        text.push_str(&paragraph("  ", &clean(&said), width));
    }
    if result.open.is_empty() {
        return text;
    }
    text.push('\n');
    if result.open.len() > 1 && result.total.is_some() {
        text.push_str(&paragraph("", &words::first(lang), width));
    }
    let sets = [
        Set::Figures,
        Set::Words,
        Set::Words,
        Set::Words,
        Set::Figures,
        Set::Figures,
    ];
    let columns: Vec<(String, Set)> = heads(lang).into_iter().zip(sets).collect();
    let mut table = screen.table(&columns);
    for one in &result.open {
        let cells = one.cells(lang);
        table.add_row(cells.iter().map(|it| cell(it)).collect::<Vec<_>>());
    }
    text.push_str(&lines(&table));
    if result.has_looks() {
        text.push_str(&paragraph("", &words::legend(lang), width));
    }
    text
}
