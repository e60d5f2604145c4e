//! The tables of `jixiao whatif` for a terminal.

use comfy_table::Cell;
use unicode_width::UnicodeWidthStr;

use super::matrix::{columns, matrix};
use super::{ChangeMade, Delta, ScenarioResult, StepDelta, WhatIf, WhatIfSheet};
use crate::report::Figure;
use crate::report::score::{ScoredSheet, shown, signed};
use crate::report::screen::{Screen, Set, clean, lines, paragraph, striking, words as cell};
use crate::rules::pack::Bilingual;
use crate::words::{Lang, report as labels, whatif as words, whatif_sweep as sweeps};

/// Columns a name of a scenario may take above its figures.
const WIDEST: usize = 24;

/// Every sheet with its scenarios; under several rules the matrix of totals and grades.
pub fn table(all: &WhatIf, screen: Screen) -> String {
    if columns(all).len() > 1 {
        return matrix(all, screen);
    }
    let pages = all.sheets.iter().map(|sheet| page(sheet, screen));
    pages.collect::<Vec<String>>().join("\n\n")
}

/// The sheet and the rule it stands under.
pub(super) fn heading(base: &ScoredSheet, screen: Screen) -> String {
    let lang = screen.lang;
    let mut text = title(base, screen);
    let rules = format!("{}@{}", base.rules.pack, base.rules.edition);
    let rules = labels::rules(lang, rules, base.rules.title.get(lang));
    text.push_str(&paragraph("", &clean(&rules), screen.width));
    text
}

/// The sheet.
pub(super) fn title(base: &ScoredSheet, screen: Screen) -> String {
    let title = format!("{}  {}", base.id, base.title);
    screen.bold(clean(&title).trim_end()) + "\n"
}

/// What is different throughout, as a paragraph.
pub(super) fn throughout(changes: &[ChangeMade], screen: Screen) -> String {
    let said = different(changes, screen.lang);
    said.map_or_else(String::new, |said| {
        paragraph("", &clean(&said), screen.width)
    })
}

/// What is different throughout; `None` where nothing is.
pub(super) fn different(changes: &[ChangeMade], lang: Lang) -> Option<String> {
    let changes = changes.iter().map(|change| sentence(change, lang));
    let changes: Vec<String> = changes.collect();
    let changes = (!changes.is_empty()).then(|| changes.join(&sweeps::comma(lang)));
    changes.map(|changes| sweeps::base(lang, changes))
}

fn page(sheet: &WhatIfSheet, screen: Screen) -> String {
    let mut text = heading(&sheet.baseline, screen);
    text.push('\n');
    text.push_str(&totals(sheet, screen));
    text.push('\n');
    for scenario in &sheet.scenarios {
        text.push_str(&about(scenario, screen));
    }
    text.push_str(&amounts(sheet, screen));
    text
}

/// One line a scenario: total, difference, grade.
fn totals(sheet: &WhatIfSheet, screen: Screen) -> String {
    let (base, lang) = (&sheet.baseline.computed, screen.lang);
    let mut table = screen.table(&[
        (words::scenario(lang), Set::Words),
        (labels::part_total(lang), Set::Figures),
        (labels::difference(lang), Set::Figures),
        (labels::part_grade(lang), Set::Names),
    ]);
    table.add_row(vec![
        cell(&words::baseline(lang)),
        cell(&shown(base.total, lang)),
        cell(""),
        cell(&grade(base.grade_name.as_ref(), lang)),
    ]);
    for (scenario, name) in sheet.scenarios.iter().zip(names(sheet, lang)) {
        table.add_row(vec![
            cell(&match name == scenario.name {
                true => name,
                false => format!("{name}: {}", scenario.name),
            }),
            cell(&shown(scenario.total, lang)),
            of(scenario.delta)(&signed(scenario.delta)),
            grade_cell(sheet, scenario, lang),
        ]);
    }
    lines(&table)
}

/// What scenarios are called above columns: their names, or numbers where those would take the room.
fn names(sheet: &WhatIfSheet, lang: Lang) -> Vec<String> {
    let names: Vec<String> = sheet.scenarios.iter().map(|one| one.name.clone()).collect();
    if names.iter().all(|name| name.width() <= WIDEST) {
        return names;
    }
    let numbers = 1..=names.len();
    numbers
        .map(|number| words::scenario_number(lang, number))
        .collect()
}

/// The grade, or the way from one to the other.
pub(in crate::report) fn grade_change(
    sheet: &WhatIfSheet,
    scenario: &ScenarioResult,
    lang: Lang,
) -> String {
    let before = sheet.baseline.computed.grade_name.as_ref();
    let after = scenario.grade_name.as_ref();
    match before == after {
        true => grade(after, lang),
        false => labels::grade_change(lang, grade(before, lang), grade(after, lang)),
    }
}

fn grade_cell(sheet: &WhatIfSheet, scenario: &ScenarioResult, lang: Lang) -> Cell {
    let same = sheet.baseline.computed.grade_name == scenario.grade_name;
    let change = grade_change(sheet, scenario, lang);
    if same {
        cell(&change)
    } else {
        striking(&change)
    }
}

/// What a scenario changes and what is to be said about it.
pub(super) fn about(scenario: &ScenarioResult, screen: Screen) -> String {
    let lang = screen.lang;
    let mut text = screen.bold(&clean(&scenario.name)) + "\n";
    if let Some(reason) = &scenario.reason {
        text.push_str(&paragraph("  ", &clean(reason), screen.width));
    }
    for change in &scenario.changes {
        text.push_str(&paragraph(
            "  · ",
            &clean(&sentence(change, lang)),
            screen.width,
        ));
    }
    for note in &scenario.notes {
        let lead = format!("  {}", labels::caveat(lang));
        text.push_str(&paragraph(&lead, &clean(note), screen.width));
    }
    for missing in &scenario.missing {
        text.push_str(&paragraph("  ", &clean(missing), screen.width));
    }
    text.push('\n');
    text
}

/// `rows[20].points 培训对象参训率: 0.00 → 2 (a person's judgement) …`.
pub(in crate::report) fn sentence(change: &ChangeMade, lang: Lang) -> String {
    let key = match &change.indicator {
        Some(indicator) => format!("{} {indicator}", change.key),
        None => change.key.clone(),
    };
    let from = match change.from.is_empty() {
        true => labels::blank(lang),
        false => change.from.clone(),
    };
    let mut sentence = words::changed(lang, key, from, &change.to);
    if change.judgement {
        sentence += &words::is_judgement(lang);
    }
    if let Some(because) = &change.because {
        sentence += &words::because(lang, because);
    }
    sentence
}

/// Where the differences come from: the rows that differ, and everything else that adds up to the total.
fn amounts(sheet: &WhatIfSheet, screen: Screen) -> String {
    let (base, lang) = (&sheet.baseline, screen.lang);
    let mut heads = vec![
        (labels::row(lang), Set::Figures),
        (labels::indicator(lang), Set::Words),
        (words::baseline(lang), Set::Figures),
    ];
    let names = names(sheet, lang).into_iter();
    heads.extend(names.map(|name| (clean(&name), Set::Figures)));
    let mut table = screen.table(&heads);
    for (index, row) in base.rows.iter().enumerate() {
        let deltas: Vec<&Delta> = sheet
            .scenarios
            .iter()
            .filter_map(|scenario| scenario.rows.get(index))
            .collect();
        if !deltas.iter().any(|delta| differs(delta, row.points)) {
            continue;
        }
        let mut cells = vec![
            cell(&row.id),
            cell(&row.indicator),
            cell(&shown(row.points, lang)),
        ];
        cells.extend(deltas.into_iter().map(|delta| {
            let sign = if delta.judged {
                words::judged_sign(lang)
            } else {
                String::new()
            };
            cell(&format!(
                "{}{sign}",
                amount(delta.delta, delta.points, row.points, lang)
            ))
        }));
        table.add_row(cells);
    }
    for (index, name) in [
        labels::part_execution(lang),
        words::step_groups(lang),
        words::step_total(lang),
    ]
    .into_iter()
    .enumerate()
    {
        let steps = sheet.scenarios.iter();
        let steps: Vec<&StepDelta> = steps
            .filter_map(|scenario| scenario.steps.get(index))
            .collect();
        let before = steps.first().and_then(|step| step.before);
        if !steps.iter().any(|step| step.is_told()) {
            continue;
        }
        let mut cells = vec![cell(""), cell(&name), cell(&shown(before, lang))];
        let amounts = steps.into_iter();
        cells.extend(amounts.map(|step| cell(&amount(step.delta, step.after, before, lang))));
        table.add_row(cells);
    }
    let mut cells = vec![
        cell(""),
        cell(&labels::part_total(lang)),
        cell(&shown(base.computed.total, lang)),
    ];
    let totals = sheet.scenarios.iter();
    cells.extend(totals.map(|scenario| {
        let total = match scenario.total {
            Some(_) => amount(scenario.delta, scenario.total, base.computed.total, lang),
            None => labels::blank(lang),
        };
        of(scenario.delta)(&total)
    }));
    table.add_row(cells);
    let mut text = lines(&table);
    let judged = |scenario: &ScenarioResult| scenario.rows.iter().any(|row| row.judged);
    if sheet.scenarios.iter().any(judged) {
        let lead = words::judged_sign(lang) + " ";
        text.push_str(&paragraph(&lead, &words::legend_judged(lang), screen.width));
    }
    text
}

fn differs(delta: &Delta, before: Option<Figure>) -> bool {
    delta.judged || delta.points.map(|it| it.0) != before.map(|it| it.0)
}

/// A difference with its sign; where there is none, what became of the figure.
pub(in crate::report) fn amount(
    delta: Option<Figure>,
    after: Option<Figure>,
    before: Option<Figure>,
    lang: Lang,
) -> String {
    match (delta, after, before) {
        (Some(delta), ..) => match signed(Some(delta)) {
            same if same.is_empty() => labels::blank(lang),
            signed => signed,
        },
        (None, Some(after), _) => words::is_now(lang, after),
        (None, None, _) => labels::unscored(lang),
    }
}

fn of(delta: Option<Figure>) -> fn(&str) -> Cell {
    match delta.is_some_and(|delta| delta.0.is_zero()) {
        true => cell,
        false => striking,
    }
}

pub(super) fn grade(name: Option<&Bilingual>, lang: Lang) -> String {
    name.map_or_else(|| labels::blank(lang), |name| name.get(lang).to_owned())
}
