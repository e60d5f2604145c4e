//! 情景: totals side by side, what each scenario changes and why, and where its difference comes from.

use std::borrow::Cow;

use maud::{Markup, html};

use super::parts::{heads, table_box};
use super::sheet::name;
use super::text::text;
use super::waterfall::{Step, waterfall};
use crate::report::Figure;
use crate::report::score::{shown, signed};
use crate::report::whatif::{
    ScenarioResult, WhatIf, WhatIfSheet, amount, cells, columns, grade_change, sentence,
};
use crate::words::{Lang, papers_page as words, report as labels, whatif};

/// Totals and grades: a line a sheet and scenario, a column a rule.
pub(super) fn matrix(all: &WhatIf, lang: Lang) -> Markup {
    let rules = columns(all);
    let mut heading = vec![
        (labels::sheet(lang), false),
        (whatif::scenario(lang), false),
    ];
    heading.extend(rules.iter().map(|rule| (rule.clone(), true)));
    html! {
        section id="matrix" {
            h2 { (words::matrix(lang)) }
            (table_box(&words::matrix(lang), html! {
                (heads(&heading))
                tbody { @for line in cells(all, &rules, lang) { tr {
                    th scope="row" { (text(name(&line.sheet.baseline))) }
                    td { @match line.name { Some(name) => (text(name)), None => (whatif::baseline(lang)) } }
                    @for entry in &line.cells { @match entry {
                        None => td.num { (labels::blank(lang)) },
                        Some(entry) => td.num.flips[entry.flips] {
                            (text(&entry.total))
                            @if !entry.delta.is_empty() { " (" (entry.delta) ")" }
                        },
                    } }
                } } }
            }, lang))
        }
    }
}

/// The scenarios of one sheet.
pub(super) fn scenarios(sheet: &WhatIfSheet, anchor: &str, lang: Lang) -> Markup {
    html! {
        @for (number, scenario) in (1..).zip(&sheet.scenarios) {
            h3 id={ (anchor) "-scenario" (number) } {
                (text(&scenario.name))
                @if scenario.name != scenario.rules { " · " (text(&scenario.rules)) }
            }
            @if let Some(reason) = &scenario.reason { p { (text(reason)) } }
            p {
                (labels::part_total(lang)) " "
                strong.points { (shown(scenario.total, lang)) }
                @if let Some(delta) = scenario.delta { " (" (or_zero(delta)) ")" }
                " · " (text(&grade_change(sheet, scenario, lang)))
            }
            @let said = scenario.changes.iter().map(|change| sentence(change, lang));
            @let said: Vec<String> = said.chain(scenario.missing.iter().cloned()).collect();
            @if !said.is_empty() { ul { @for line in &said { li { (text(line)) } } } }
            @for note in &scenario.notes { p.note { (labels::caveat(lang)) (text(note)) } }
            (contributions(sheet, scenario, anchor, lang))
        }
    }
}

fn or_zero(delta: Figure) -> String {
    match delta.0.is_zero() {
        true => delta.to_string(),
        false => signed(Some(delta)),
    }
}

/// A row or another part that has another amount than before.
struct Part<'a> {
    label: String,
    row: Option<&'a str>,
    before: Option<Figure>,
    after: Option<Figure>,
    delta: Option<Figure>,
}

fn parts<'a>(sheet: &'a WhatIfSheet, scenario: &'a ScenarioResult, lang: Lang) -> Vec<Part<'a>> {
    let rows = sheet.baseline.rows.iter().zip(&scenario.rows);
    let rows = rows.filter(|(row, delta)| {
        delta.judged || delta.points.map(|it| it.0) != row.points.map(|it| it.0)
    });
    let rows = rows.map(|(row, delta)| {
        let sign = if delta.judged {
            whatif::judged_sign(lang)
        } else {
            String::new()
        };
        Part {
            label: format!("{} {}{sign}", row.id, row.indicator),
            row: Some(row.id.as_str()),
            before: row.points,
            after: delta.points,
            delta: delta.delta,
        }
    });
    let names = [
        labels::part_execution(lang),
        whatif::step_groups(lang),
        whatif::step_total(lang),
    ];
    let steps = names.into_iter().zip(&scenario.steps);
    let steps = steps.filter(|(_, step)| step.is_told());
    let steps = steps.map(|(label, step)| Part {
        label,
        row: None,
        before: step.before,
        after: step.after,
        delta: step.delta,
    });
    rows.chain(steps).collect()
}

fn contributions(
    sheet: &WhatIfSheet,
    scenario: &ScenarioResult,
    anchor: &str,
    lang: Lang,
) -> Markup {
    let parts = parts(sheet, scenario, lang);
    let total = sheet.baseline.computed.total;
    let columns = [
        (labels::indicator(lang), false),
        (whatif::baseline(lang), true),
        (whatif::scenario(lang), true),
        (words::difference(lang), true),
    ];
    let link = |row: &str| format!("{anchor}-row{row}");
    html! {
        @match steps(&parts, total, scenario.total, anchor, lang) {
            Some(steps) => (waterfall(&steps, &words::contributions(lang), lang)),
            None => (table_box(&words::contributions(lang), html! {
                (heads(&columns))
                tbody { @for part in &parts { tr {
                    th scope="row" { @match part.row {
                        Some(row) => a href={ "#" (link(row)) } { (text(&part.label)) },
                        None => (text(&part.label)),
                    } }
                    td.num { (shown(part.before, lang)) }
                    td.num { (shown(part.after, lang)) }
                    td.num { (amount(part.delta, part.after, part.before, lang)) }
                } } }
            }, lang)),
        }
        @if scenario.rows.iter().any(|row| row.judged) {
            p.legend { (whatif::judged_sign(lang)) " " (whatif::legend_judged(lang)) }
        }
    }
}

/// The waterfall; `None` where an amount is missing, so that nothing would add up.
fn steps<'a>(
    parts: &'a [Part<'a>],
    before: Option<Figure>,
    after: Option<Figure>,
    anchor: &str,
    lang: Lang,
) -> Option<Vec<Step<'a>>> {
    let (before, after) = (before?.0, after?.0);
    let end = |label, amount| Step {
        label,
        amount,
        row: None,
    };
    let mut steps = vec![end(Cow::from(whatif::baseline(lang)), before)];
    for part in parts {
        let amount = part.delta?.0;
        if amount.is_zero() {
            continue;
        }
        let row = part.row.map(|row| (row, format!("{anchor}-row{row}")));
        let label = Cow::from(part.label.as_str());
        steps.push(Step { label, amount, row });
    }
    steps.push(end(Cow::from(whatif::scenario(lang)), after));
    Some(steps)
}
