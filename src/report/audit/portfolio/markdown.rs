//! The portfolio as Markdown.

use super::PortfolioRows;
use super::table::{bands, classes, counted, heads, said};
use crate::report::score::escaped;
use crate::report::screen::clean;
use crate::words::{Lang, portfolio as words};

/// The overview for a document: every check and every unit.
pub fn markdown(portfolio: &PortfolioRows, lang: Lang) -> String {
    let mut text = format!(
        "## {}\n\n",
        words::heading(lang, portfolio.sheets, portfolio.units)
    );
    for line in said(portfolio, lang) {
        text.push_str(&format!("{line}\n\n"));
    }
    let counts = heads(portfolio, lang);
    if !portfolio.checks.is_empty() {
        let front = [words::checks(lang)];
        head(&mut text, &front, &counts, &[words::sheets(lang)], 1);
        for check in &portfolio.checks {
            let name = format!("{} {}", check.code, check.title);
            let cells = counted(&check.findings, portfolio);
            row(&mut text, &[name], &cells, &[check.sheets.to_string()]);
        }
        text.push('\n');
    }
    let front = [words::rank(lang), words::ranking(lang), words::sheets(lang)];
    let back = [words::deviation(lang), words::first(lang)];
    head(&mut text, &front, &counts, &back, 2);
    for unit in &portfolio.ranking {
        let name = unit.unit.clone().unwrap_or_default();
        let front = [unit.rank.to_string(), name, unit.sheets.to_string()];
        let off = unit.deviation.map(|off| off.to_string());
        let back = [off.unwrap_or_default(), unit.first.clone()];
        row(
            &mut text,
            &front,
            &counted(&unit.findings, portfolio),
            &back,
        );
    }
    text.push_str(&format!("\n{}\n\n", words::ranking_legend(lang)));
    for rows in &portfolio.grades {
        let front = [words::grades(lang, &rows.rules)];
        head(
            &mut text,
            &front,
            &[],
            &[words::reported(lang), words::computed(lang)],
            1,
        );
        for (name, reported, computed) in bands(rows, lang) {
            row(&mut text, &[name], &[], &[reported, computed]);
        }
        text.push_str(&format!(
            "\n{}\n\n",
            words::moved(lang, rows.lowered, rows.raised)
        ));
    }
    let front = [words::deviations(lang)];
    head(
        &mut text,
        &front,
        &[],
        &[words::over(lang), words::under(lang)],
        1,
    );
    for (name, over, under) in classes(portfolio, lang) {
        row(&mut text, &[name], &[], &[over, under]);
    }
    text.push('\n');
    text
}

/// The head of a table; column `words` (from 1) is set from the left like words, the others like figures.
fn head(text: &mut String, front: &[String], counts: &[String], back: &[String], words: usize) {
    row(text, front, counts, back);
    let columns = front.len() + counts.len() + back.len();
    let marks = (1..=columns).map(|column| if column == words { "---" } else { "---:" });
    text.push_str(&format!(
        "| {} |\n",
        marks.collect::<Vec<&str>>().join(" | ")
    ));
}

fn row(text: &mut String, front: &[String], counts: &[String], back: &[String]) {
    let cells = front.iter().chain(counts).chain(back);
    let cells: Vec<String> = cells.map(|cell| escaped(&clean(cell))).collect();
    text.push_str(&format!("| {} |\n", cells.join(" | ")));
}
