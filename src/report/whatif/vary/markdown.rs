//! Weights drawn at random, for a document.

use super::VaryResult;
use super::said::heads;
use crate::report::score::escaped;
use crate::report::whatif::WhatIf;
use crate::words::{Lang, report as labels, whatif_vary as words};

/// Every sheet under every rule as a section.
pub fn markdown(all: &WhatIf, lang: Lang) -> String {
    let mut text = String::new();
    for sheet in &all.sheets {
        let base = &sheet.baseline;
        for result in &sheet.vary {
            let title = format!("{} {} · {}", base.id, base.title, result.rules);
            text += &format!("## {}\n\n{}\n", escaped(&title), section(result, lang));
        }
    }
    text
}

fn section(result: &VaryResult, lang: Lang) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let rule = |count: usize| format!("|{}\n", " --- |".repeat(count));
    let mut text = format!("{}\n\n", escaped(&result.says(lang)));
    text += &line(&[
        labels::part_grade(lang),
        words::draws(lang),
        words::share(lang),
    ]);
    text += &rule(3);
    for (name, draws) in result.drawn(lang) {
        text += &line(&[escaped(&name), draws.to_string(), result.share(draws)]);
    }
    text += &format!("\n{}\n\n", escaped(&result.verdict(lang)));
    let (names, figures): (Vec<String>, Vec<String>) = result.quantiles(lang).into_iter().unzip();
    if !names.is_empty() {
        for part in [
            line(&names),
            rule(names.len()),
            line(&figures),
            "\n".to_owned(),
        ] {
            text += &part;
        }
    }
    text += &format!("{}\n\n", words::alone(lang));
    text += &line(&heads(result, lang));
    text += &rule(5);
    for one in &result.weights {
        text += &line(&one.cells(lang).map(|it| escaped(&it)));
    }
    text
}
