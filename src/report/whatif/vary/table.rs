//! Weights drawn at random, for a terminal.

use super::VaryResult;
use super::said::heads;
use crate::report::screen::{Screen, Set, clean, lines, paragraph, words as cell};
use crate::report::whatif::WhatIf;
use crate::words::{report as labels, whatif_vary as words};

/// Weights the table lists.
const LISTED: usize = 10;

/// Every sheet under every rule.
pub fn table(all: &WhatIf, screen: Screen) -> String {
    let mut pages = Vec::new();
    for sheet in &all.sheets {
        let title = format!("{}  {}", sheet.baseline.id, sheet.baseline.title);
        let title = screen.bold(clean(&title).trim_end());
        for result in &sheet.vary {
            pages.push(format!("{title}\n{}", page(result, screen)));
        }
    }
    pages.join("\n\n")
}

fn page(result: &VaryResult, screen: Screen) -> String {
    let lang = screen.lang;
    let mut text = paragraph(
        "",
        &labels::rules(lang, &result.rules, clean(result.title.get(lang))),
        screen.width,
    );
    text.push_str(&paragraph("", &result.says(lang), screen.width));
    text.push('\n');
    let mut grades = screen.table(&[
        (labels::part_grade(lang), Set::Names),
        (words::draws(lang), Set::Figures),
        (words::share(lang), Set::Figures),
    ]);
    for (name, draws) in result.drawn(lang) {
        let draws = [name, draws.to_string(), result.share(draws)];
        grades.add_row(draws.iter().map(|it| cell(it)).collect::<Vec<_>>());
    }
    text.push_str(&lines(&grades));
    text.push_str(&paragraph("", &result.verdict(lang), screen.width));
    text.push('\n');
    let quantiles = result.quantiles(lang);
    if !quantiles.is_empty() {
        let mut heads = vec![(words::total_of(lang), Set::Names)];
        heads.extend(
            quantiles
                .iter()
                .map(|(head, _)| (head.clone(), Set::Figures)),
        );
        let mut totals = screen.table(&heads);
        let figures = quantiles.iter().map(|(_, figure)| cell(figure));
        totals.add_row([cell("")].into_iter().chain(figures).collect::<Vec<_>>());
        text.push_str(&lines(&totals));
        text.push('\n');
    }
    text.push_str(&paragraph("", &words::alone(lang), screen.width));
    let columns = heads(result, lang).into_iter().enumerate();
    let columns: Vec<(String, Set)> = columns
        .map(|(index, head)| (head, if index == 0 { Set::Words } else { Set::Figures }))
        .collect();
    let mut weights = screen.table(&columns);
    for one in result.weights.iter().take(LISTED) {
        weights.add_row(
            one.cells(lang)
                .iter()
                .map(|it| cell(&clean(it)))
                .collect::<Vec<_>>(),
        );
    }
    text.push_str(&lines(&weights));
    if result.weights.len() > LISTED {
        let more = words::and_more(lang, result.weights.len() - LISTED);
        text.push_str(&paragraph("", &more, screen.width));
    }
    text
}
