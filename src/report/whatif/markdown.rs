//! GitHub tables, for a document.

use super::matrix::{cells, columns};
use super::table::{amount, grade, grade_change, sentence};
use super::{WhatIf, WhatIfSheet};
use crate::report::score::{escaped, shown, signed};
use crate::words::{Lang, report as labels, whatif as words};

/// Every sheet as a section; under several rules the matrix alone.
pub fn markdown(all: &WhatIf, lang: Lang) -> String {
    let rules = columns(all);
    if rules.len() > 1 {
        return matrix(all, &rules, lang);
    }
    let sections = all.sheets.iter().map(|sheet| section(sheet, lang));
    sections.collect::<Vec<String>>().join("\n")
}

fn matrix(all: &WhatIf, rules: &[String], lang: Lang) -> String {
    let mut text = String::new();
    let mut heads = vec![labels::sheet(lang), words::scenario(lang)];
    heads.extend(rules.iter().map(|rule| escaped(rule)));
    line(&mut text, &heads);
    text.push_str(&format!("| --- | --- |{}\n", " ---: |".repeat(rules.len())));
    for one in cells(all, rules, lang) {
        let name = one.name.map_or_else(|| words::baseline(lang), escaped);
        let mut row = vec![escaped(&one.sheet.baseline.id), name];
        row.extend(one.cells.into_iter().map(|entry| match entry {
            None => labels::blank(lang),
            Some(entry) if entry.delta.is_empty() => escaped(&entry.total),
            Some(entry) => format!("{} ({})", escaped(&entry.total), entry.delta),
        }));
        line(&mut text, &row);
    }
    text
}

fn section(sheet: &WhatIfSheet, lang: Lang) -> String {
    let base = &sheet.baseline;
    let title = if base.title.is_empty() {
        &base.id
    } else {
        &base.title
    };
    let mut text = format!("## {}\n\n", escaped(title));
    let heads = [
        words::scenario(lang),
        labels::part_total(lang),
        labels::difference(lang),
        labels::part_grade(lang),
    ];
    line(&mut text, &heads);
    text.push_str("| --- | ---: | ---: | --- |\n");
    let first = [
        words::baseline(lang),
        shown(base.computed.total, lang),
        String::new(),
        escaped(&grade(base.computed.grade_name.as_ref(), lang)),
    ];
    line(&mut text, &first);
    for scenario in &sheet.scenarios {
        let cells = [
            escaped(&scenario.name),
            shown(scenario.total, lang),
            signed(scenario.delta),
            escaped(&grade_change(sheet, scenario, lang)),
        ];
        line(&mut text, &cells);
    }
    for scenario in &sheet.scenarios {
        text.push_str(&format!("\n### {}\n\n", escaped(&scenario.name)));
        if let Some(reason) = &scenario.reason {
            text.push_str(&format!("{}\n\n", escaped(reason)));
        }
        let changes = scenario.changes.iter().map(|change| sentence(change, lang));
        for said in changes
            .chain(scenario.notes.clone())
            .chain(scenario.missing.clone())
        {
            text.push_str(&format!("* {}\n", escaped(&said)));
        }
        text.push('\n');
        amounts(&mut text, sheet, scenario, lang);
    }
    text
}

fn amounts(text: &mut String, sheet: &WhatIfSheet, scenario: &super::ScenarioResult, lang: Lang) {
    let heads = [
        labels::row(lang),
        labels::indicator(lang),
        words::baseline(lang),
        escaped(&scenario.name),
        labels::difference(lang),
    ];
    line(text, &heads);
    text.push_str("| ---: | --- | ---: | ---: | ---: |\n");
    for (row, delta) in sheet.baseline.rows.iter().zip(&scenario.rows) {
        if !delta.judged && delta.points == row.points {
            continue;
        }
        let sign = if delta.judged {
            words::judged_sign(lang)
        } else {
            String::new()
        };
        let cells = [
            row.id.clone(),
            escaped(&row.indicator),
            shown(row.points, lang),
            format!("{}{sign}", shown(delta.points, lang)),
            amount(delta.delta, delta.points, row.points, lang),
        ];
        line(text, &cells);
    }
    let names = [
        labels::part_execution(lang),
        words::step_groups(lang),
        words::step_total(lang),
    ];
    for (name, step) in names.into_iter().zip(&scenario.steps) {
        if step.is_told() {
            let cells = [
                String::new(),
                name,
                shown(step.before, lang),
                shown(step.after, lang),
                amount(step.delta, step.after, step.before, lang),
            ];
            line(text, &cells);
        }
    }
    let total = sheet.baseline.computed.total;
    let cells = [
        String::new(),
        labels::part_total(lang),
        shown(total, lang),
        shown(scenario.total, lang),
        amount(scenario.delta, scenario.total, total, lang),
    ];
    line(text, &cells);
    if scenario.rows.iter().any(|row| row.judged) {
        let sign = words::judged_sign(lang);
        text.push_str(&format!("\n{sign} {}\n", words::legend_judged(lang)));
    }
}

fn line(text: &mut String, cells: &[String]) {
    text.push_str("| ");
    text.push_str(&cells.join(" | "));
    text.push_str(" |\n");
}
