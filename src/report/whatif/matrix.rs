//! Totals and grades over rules: one line a sheet and scenario, one column a rule.

use super::table::{about, grade};
use super::{ScenarioResult, WhatIf, WhatIfSheet};
use crate::report::Figure;
use crate::report::score::{shown, signed};
use crate::report::screen::{Screen, Set, lines, striking, words as cell};
use crate::words::{Lang, report as labels, whatif as words};

/// The rules asked for, in their order.
pub(in crate::report) fn columns(all: &WhatIf) -> Vec<String> {
    let mut rules: Vec<String> = Vec::new();
    for sheet in &all.sheets {
        let first = &sheet.baseline.rules;
        let first = format!("{}@{}", first.pack, first.edition);
        let others = sheet
            .scenarios
            .iter()
            .map(|scenario| scenario.rules.clone());
        for name in std::iter::once(first).chain(others) {
            if !rules.contains(&name) {
                rules.push(name);
            }
        }
    }
    rules
}

/// One line of the matrix.
pub(in crate::report) struct Line<'a> {
    /// The sheet.
    pub sheet: &'a WhatIfSheet,
    /// The scenario; `None` for the sheet as it stands.
    pub name: Option<&'a str>,
    /// What it comes to under each rule.
    pub cells: Vec<Option<Entry>>,
}

/// A total under a rule.
pub(in crate::report) struct Entry {
    /// The total and its grade.
    pub total: String,
    /// Less the baseline's; nothing for the baseline itself.
    pub delta: String,
    /// Whether the grade is another than the baseline's.
    pub flips: bool,
}

/// The lines of the matrix.
pub(in crate::report) fn cells<'a>(all: &'a WhatIf, rules: &[String], lang: Lang) -> Vec<Line<'a>> {
    let mut table = Vec::new();
    for sheet in &all.sheets {
        let most = sheet.scenarios.iter().map(|scenario| scenario.line).max();
        for line in 0..=most.unwrap_or(0) {
            let mut scenarios = sheet.scenarios.iter();
            let scenario = scenarios.find(|scenario| scenario.line == line);
            let name = scenario
                .filter(|_| line > 0)
                .map(|scenario| scenario.name.as_str());
            let cells = rules.iter().map(|rule| entry(sheet, line, rule, lang));
            table.push(Line {
                sheet,
                name,
                cells: cells.collect(),
            });
        }
    }
    table
}

fn entry(sheet: &WhatIfSheet, line: usize, rule: &str, lang: Lang) -> Option<Entry> {
    let base = &sheet.baseline;
    let total = |total: Option<Figure>, name| match total {
        Some(_) => format!("{} {}", shown(total, lang), grade(name, lang)),
        None => labels::blank(lang),
    };
    let asked = |scenario: &&ScenarioResult| scenario.line == line && scenario.rules == rule;
    match sheet.scenarios.iter().find(asked) {
        Some(scenario) => Some(Entry {
            total: total(scenario.total, scenario.grade_name.as_ref()),
            delta: signed(scenario.delta),
            flips: scenario.grade != base.computed.grade,
        }),
        None if line == 0 && rule == format!("{}@{}", base.rules.pack, base.rules.edition) => {
            Some(Entry {
                total: total(base.computed.total, base.computed.grade_name.as_ref()),
                delta: String::new(),
                flips: false,
            })
        }
        None => None,
    }
}

/// The matrix for a terminal.
pub(super) fn matrix(all: &WhatIf, screen: Screen) -> String {
    let (lang, rules) = (screen.lang, columns(all));
    let mut heads = vec![
        (labels::sheet(lang), Set::Names),
        (words::scenario(lang), Set::Words),
    ];
    heads.extend(rules.iter().map(|rule| (rule.clone(), Set::Figures)));
    let mut table = screen.table(&heads);
    for line in cells(all, &rules, lang) {
        let name = line
            .name
            .map_or_else(|| words::baseline(lang), str::to_owned);
        let mut row = vec![cell(&line.sheet.baseline.id), cell(&name)];
        row.extend(line.cells.into_iter().map(|entry| match entry {
            None => cell(&labels::blank(lang)),
            Some(entry) => {
                let text = match entry.delta.is_empty() {
                    true => entry.total,
                    false => format!("{} ({})", entry.total, entry.delta),
                };
                if entry.flips {
                    striking(&text)
                } else {
                    cell(&text)
                }
            }
        }));
        table.add_row(row);
    }
    let mut text = lines(&table);
    for sheet in &all.sheets {
        let first = sheet.scenarios.first().map(|scenario| &scenario.rules);
        for scenario in &sheet.scenarios {
            let told = !scenario.changes.is_empty() || !scenario.missing.is_empty();
            if told && (Some(&scenario.rules) == first || !scenario.missing.is_empty()) {
                text.push('\n');
                text.push_str(about(scenario, screen).trim_end());
                text.push('\n');
            }
        }
    }
    text
}
