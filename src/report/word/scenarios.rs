//! 情景: the totals of every scenario, then what each changes and where its difference comes from.

use super::body::{Body, UPRIGHT};
use super::name_of;
use super::table::{Cell, Set, Table};
use super::xml::capital;
use crate::report::score::{shown, text_or_blank};
use crate::report::whatif::{
    ChangeMade, ScenarioResult, WhatIf, WhatIfSheet, amount, cells, columns, grade_change,
};
use crate::words::{Lang, audit, papers_word as words, report as labels, whatif as said};

/// Rules beside one another in one table; more go on in the next.
const MOST_RULES: usize = 4;

/// The part with the totals, the part with the changes.
pub(super) fn write(body: &mut Body, all: &WhatIf) {
    let lang = body.lang;
    body.part(words::scenarios(lang));
    body.lead(&words::scenarios_about(lang));
    let rules = columns(all);
    for some in rules.chunks(MOST_RULES) {
        matrix(body, all, some);
    }
    body.part(words::changes(lang));
    for sheet in &all.sheets {
        body.heading(2, &name_of(&sheet.baseline));
        for one in &sheet.scenarios {
            scenario(body, sheet, one);
        }
    }
}

fn matrix(body: &mut Body, all: &WhatIf, rules: &[String]) {
    let lang = body.lang;
    let (sheet, name) = (1_700, 2_000);
    let share = u32::try_from(rules.len()).unwrap_or(1).max(1);
    let width = (UPRIGHT - sheet - name) / share;
    let mut heads = vec![
        (capital(&audit::sheet(lang)), sheet, Set::Words),
        (capital(&said::scenario(lang)), name, Set::Words),
    ];
    let rule = |rule: &String| (rule.clone(), width, Set::Middle);
    heads.extend(rules.iter().map(rule));
    let mut table = Table::of(heads);
    let mut above = None;
    for line in cells(all, rules, lang) {
        let id = line.sheet.baseline.id.as_str();
        let name = line
            .name
            .map_or_else(|| capital(&said::baseline(lang)), str::to_owned);
        let mut row = vec![Cell::of(id).merged(above == Some(id)), Cell::of(name)];
        above = Some(id);
        row.extend(line.cells.into_iter().map(|entry| match entry {
            None => Cell::of(labels::blank(lang)),
            Some(entry) => {
                // On a line of its own: a sign is not torn from its figure.
                let delta = Some(entry.delta).filter(|delta| !delta.is_empty());
                let delta = delta.map_or_else(String::new, |delta| format!("({delta})"));
                Cell::of(entry.total).small(delta).strong(entry.flips)
            }
        }));
        table.cells(&row);
    }
    body.table(table);
}

fn scenario(body: &mut Body, sheet: &WhatIfSheet, one: &ScenarioResult) {
    let lang = body.lang;
    let name = match one.name == one.rules {
        true => one.name.clone(),
        false => words::scenario_under(lang, &one.name, &one.rules),
    };
    body.heading(3, &name);
    if let Some(reason) = &one.reason {
        body.lead(reason);
    }
    if !one.changes.is_empty() {
        body.table(changes(&one.changes, lang));
    }
    for said in one.notes.iter().chain(&one.missing) {
        body.item(said);
    }
    body.table(amounts(sheet, one, lang));
    if one.rows.iter().any(|row| row.judged) {
        let sign = said::judged_sign(lang);
        body.note(&format!("{sign} {}", said::legend_judged(lang)));
    }
}

/// What was changed, from what to what, and where that is written.
fn changes(changes: &[ChangeMade], lang: Lang) -> Table {
    let mut table = Table::new([
        (words::change(lang), 2_700, Set::Words),
        (words::from(lang), 2_000, Set::Words),
        (words::to(lang), 2_000, Set::Words),
        (words::because(lang), 2_600, Set::Words),
    ])
    .together(changes.len());
    for change in changes {
        let because = change.because.clone().unwrap_or_default();
        let judged = match change.judgement {
            true => said::is_judgement(lang),
            false => String::new(),
        };
        let from = Some(change.from.clone()).filter(|from| !from.is_empty());
        table.row([
            Cell::of(&change.key).small(change.indicator.clone().unwrap_or_default()),
            Cell::of(text_or_blank(from, lang)).small(change.from_at.clone().unwrap_or_default()),
            Cell::of(format!("{}{judged}", change.to)).small(&change.at),
            text_or_blank(Some(because).filter(|why| !why.is_empty()), lang).into(),
        ]);
    }
    table
}

/// The rows and steps that differ; they add up to the difference of the totals.
fn amounts(sheet: &WhatIfSheet, one: &ScenarioResult, lang: Lang) -> Table {
    let mut table = Table::new([
        (labels::row(lang), 800, Set::Middle),
        (labels::indicator(lang), 4_300, Set::Words),
        (said::baseline(lang), 1_300, Set::Figures),
        (said::scenario(lang), 1_500, Set::Figures),
        (words::difference(lang), 1_400, Set::Figures),
    ]);
    let base = &sheet.baseline;
    for (row, delta) in base.rows.iter().zip(&one.rows) {
        if !delta.judged && delta.points == row.points {
            continue;
        }
        let sign = match delta.judged {
            true => said::judged_sign(lang),
            false => String::new(),
        };
        table.row([
            Cell::of(&row.id),
            Cell::of(&row.indicator),
            shown(row.points, lang).into(),
            Cell::of(format!("{}{sign}", shown(delta.points, lang))),
            amount(delta.delta, delta.points, row.points, lang).into(),
        ]);
    }
    let names = [
        labels::part_execution(lang),
        said::step_groups(lang),
        said::step_total(lang),
    ];
    for (name, step) in names.into_iter().zip(&one.steps) {
        if step.is_told() {
            table.row([
                Cell::of(""),
                Cell::of(name),
                shown(step.before, lang).into(),
                shown(step.after, lang).into(),
                amount(step.delta, step.after, step.before, lang).into(),
            ]);
        }
    }
    let total = base.computed.total;
    table.row([
        Cell::of(""),
        Cell::of(capital(&labels::part_total(lang))).strong(true),
        Cell::of(shown(total, lang)).strong(true),
        Cell::of(shown(one.total, lang)).strong(true),
        Cell::of(amount(one.delta, one.total, total, lang)).strong(true),
    ]);
    table.row([
        Cell::of(""),
        Cell::of(capital(&labels::part_grade(lang))),
        Cell::of(grade_change(sheet, one, lang)).over(3),
    ]);
    table
}
