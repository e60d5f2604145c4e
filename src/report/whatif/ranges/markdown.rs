//! Open figures, for a document.

use super::RangesResult;
use super::said::heads;
use crate::report::score::escaped;
use crate::report::whatif::WhatIf;
use crate::words::{Lang, whatif_ranges as words};

/// Every sheet under every rule as a section.
pub fn markdown(all: &WhatIf, lang: Lang) -> String {
    let mut text = String::new();
    for sheet in &all.sheets {
        let base = &sheet.baseline;
        for result in &sheet.ranges {
            let title = format!("{} {} · {}", base.id, base.title, result.rules);
            let section = section(result, lang);
            text += &format!("## {}\n\n{}\n\n", escaped(&title), section.trim_end());
        }
    }
    text
}

fn section(result: &RangesResult, lang: Lang) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut text = String::new();
    for said in result.says(lang) {
        text += &format!("{}\n\n", escaped(&said));
    }
    for said in result.without_bounds(lang) {
        text += &format!("* {}\n", escaped(&said));
    }
    if result.open.is_empty() {
        return text;
    }
    if result.open.len() > 1 && result.total.is_some() {
        text += &format!("{}\n\n", words::first(lang));
    } else if !result.unbounded.is_empty() {
        text.push('\n');
    }
    text += &line(&heads(lang));
    text += "| ---: | --- | --- | --- | ---: | ---: |\n";
    for one in &result.open {
        text += &line(&one.cells(lang).map(|it| escaped(&it)));
    }
    if result.has_looks() {
        text += &format!("\n{}\n", words::legend(lang));
    }
    text
}
