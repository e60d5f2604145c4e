//! The overview in sentences and grids, which every format for people sets in its own way.

use super::{ChangeRow, GroupRow, Mover, PortfolioScenario, Side, Totals, WhatIfPortfolio};
use crate::report::Figure;
use crate::report::score::{shown, signed};
use crate::report::screen::Set;
use crate::report::whatif::table::grade;
use crate::words::findings::separator;
use crate::words::{Lang, migration as words, report as labels, whatif};

/// Ids that are named before "and others".
const MOST_NAMED: usize = 5;

/// A piece of the overview.
pub(super) enum Block {
    /// The heading of a scenario.
    Heading(String),
    /// A sentence.
    Said(String),
    /// The sentence at the end.
    Last(String),
    /// A grid.
    Grid(Vec<(String, Set)>, Vec<Vec<String>>),
}

/// How much of the lists is shown.
#[derive(Clone, Copy)]
pub(super) struct Most {
    /// Sheets that change their grade.
    pub flips: usize,
    /// Units, and departments.
    pub groups: usize,
}

/// The overview of all scenarios.
pub(super) fn blocks(portfolio: &WhatIfPortfolio, most: Most, lang: Lang) -> Vec<Block> {
    let rules = portfolio.rules.join(", ");
    let mut blocks = vec![Block::Said(words::baseline_under(lang, rules))];
    let scenarios = portfolio.scenarios.iter();
    blocks.extend(scenarios.flat_map(|scenario| about(scenario, portfolio, most, lang)));
    blocks.push(Block::Last(words::how_to_go_on(lang)));
    blocks
}

fn about(
    scenario: &PortfolioScenario,
    portfolio: &WhatIfPortfolio,
    most: Most,
    lang: Lang,
) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(scenario.name.clone())];
    blocks.extend(scenario.reason.clone().map(Block::Said));
    let rules = scenario.rules.join(", ");
    if rules != scenario.name && scenario.rules != portfolio.rules && !rules.is_empty() {
        blocks.push(Block::Said(words::under(lang, rules)));
    }
    let notes = scenario.notes.iter();
    blocks.extend(notes.map(|note| Block::Said(labels::caveat(lang) + note.as_str())));
    match &scenario.change {
        None => blocks.push(Block::Said(words::no_change(lang))),
        Some(change) => blocks.extend(changed(change, lang).map(Block::Said)),
    }
    let moves = words::moves(lang, scenario.raised, scenario.lowered);
    blocks.push(Block::Said(moves));
    blocks.extend(said(scenario, lang).into_iter().map(Block::Said));
    blocks.push(migration(scenario, lang));
    for (title, list) in [
        (words::losers(lang), &scenario.losers),
        (words::gainers(lang), &scenario.gainers),
    ] {
        if !list.is_empty() {
            blocks.push(movers(title, list, lang));
        }
    }
    let flips = &scenario.flips[..most.flips.min(scenario.flips.len())];
    if !flips.is_empty() {
        blocks.push(movers(words::flips(lang), flips, lang));
    }
    if scenario.flips.len() > flips.len() {
        let more = scenario.flips.len() - flips.len();
        blocks.push(Block::Said(words::more_flips(lang, more)));
    }
    // Groups of one sheet each would say it all again.
    if portfolio.units < portfolio.sheets {
        blocks.extend(groups(
            words::unit(lang),
            &scenario.units,
            most.groups,
            lang,
        ));
    }
    if scenario.departments.iter().any(|row| row.name.is_some()) {
        let name = words::department(lang);
        blocks.extend(groups(name, &scenario.departments, most.groups, lang));
    }
    blocks
}

fn changed(change: &ChangeRow, lang: Lang) -> [String; 2] {
    let spread = |totals: &Totals, show: fn(Option<Figure>) -> String| {
        let [mean, median] = [totals.mean, totals.median].map(show);
        let [lowest, highest] = [totals.lowest, totals.highest].map(Some).map(show);
        words::spread(lang, lowest, mean, median, highest)
    };
    let plain = |totals| {
        spread(totals, |figure| {
            figure.map_or_else(String::new, |it| it.to_string())
        })
    };
    let delta = spread(&change.delta, difference);
    [
        words::totals(lang, plain(&change.before), plain(&change.after)),
        words::change(lang, change.gain, change.lose, change.same, delta),
    ]
}

/// A difference with its sign; 0 where there is none.
fn difference(figure: Option<Figure>) -> String {
    match figure {
        Some(figure) if figure.0.is_zero() => "0".to_owned(),
        figure => signed(figure),
    }
}

/// Sheets that have to be named.
fn said(scenario: &PortfolioScenario, lang: Lang) -> Vec<String> {
    let named = |ids: &[String]| {
        let names = ids[..ids.len().min(MOST_NAMED)].join(&separator(lang));
        match ids.len() > MOST_NAMED {
            true => words::and_more(lang, names),
            false => names,
        }
    };
    type Say = fn(Lang, usize, String) -> String;
    let all: [(&[String], Say); 4] = [
        (&scenario.fits_nowhere, words::fits_nowhere),
        (&scenario.failed, words::failed),
        (&scenario.no_total_before, words::no_total_before),
        (&scenario.no_total_after, words::no_total_after),
    ];
    let told = all.into_iter().filter(|(ids, _)| !ids.is_empty());
    told.map(|(ids, say)| say(lang, ids.len(), named(ids)))
        .collect()
}

/// Rows by the grade before, columns by the grade after, with their sums.
fn migration(scenario: &PortfolioScenario, lang: Lang) -> Block {
    let name = |side: &Side| match &side.name {
        Some(name) => name.get(lang).to_owned(),
        None if side.has_total() => words::ungraded(lang),
        None => words::no_total(lang),
    };
    let before = scenario.grades.iter().filter(|row| row.before > 0);
    let after: Vec<_> = scenario.grades.iter().filter(|row| row.after > 0).collect();
    let mut heads = vec![(words::migration(lang), Set::Names)];
    heads.extend(after.iter().map(|row| (name(&row.grade), Set::Figures)));
    heads.push((words::sum(lang), Set::Figures));
    let mut rows: Vec<Vec<String>> = Vec::new();
    for from in before {
        let sheets = after.iter().map(|to| {
            let mut cells = scenario.migration.iter();
            let cell = cells.find(|cell| cell.before == from.grade && cell.after == to.grade);
            cell.map_or(0, |cell| cell.sheets).to_string()
        });
        let front = [name(&from.grade)].into_iter();
        rows.push(
            front
                .chain(sheets)
                .chain([from.before.to_string()])
                .collect(),
        );
    }
    let sums = after.iter().map(|row| row.after.to_string());
    let front = [words::sum(lang)].into_iter();
    rows.push(
        front
            .chain(sums)
            .chain([scenario.sheets.to_string()])
            .collect(),
    );
    Block::Grid(heads, rows)
}

fn movers(title: String, movers: &[Mover], lang: Lang) -> Block {
    let heads = vec![
        (title, Set::Words),
        (words::unit(lang), Set::Words),
        (whatif::baseline(lang), Set::Figures),
        (whatif::scenario(lang), Set::Figures),
        (labels::difference(lang), Set::Figures),
        (labels::part_grade(lang), Set::Names),
    ];
    let rows = movers.iter().map(|mover| {
        let [before, after] = &mover.grades;
        let grades = [before, after].map(|name| grade(name.as_ref(), lang));
        let [before, after] = grades;
        vec![
            mover.sheet.clone(),
            mover.unit.clone().unwrap_or_default(),
            shown(mover.before, lang),
            shown(mover.after, lang),
            difference(mover.delta),
            match before == after {
                true => after,
                false => labels::grade_change(lang, before, after),
            },
        ]
    });
    Block::Grid(heads, rows.collect())
}

fn groups(title: String, groups: &[GroupRow], most: usize, lang: Lang) -> Vec<Block> {
    let mut heads = vec![(title, Set::Words)];
    heads.extend(
        [
            words::sheets(lang),
            words::gain(lang),
            words::lose(lang),
            words::raised(lang),
            words::lowered(lang),
            words::change_sum(lang),
            words::change_mean(lang),
        ]
        .map(|head| (head, Set::Figures)),
    );
    let rows = groups.iter().take(most).map(|group| {
        vec![
            group.name.clone().unwrap_or_else(|| words::unnamed(lang)),
            group.sheets.to_string(),
            group.gain.to_string(),
            group.lose.to_string(),
            group.raised.to_string(),
            group.lowered.to_string(),
            difference(group.sum),
            difference(group.mean),
        ]
    });
    let mut blocks = vec![Block::Grid(heads, rows.collect())];
    if groups.len() > most {
        let more = words::more_groups(lang, groups.len() - most);
        blocks.push(Block::Said(more));
    }
    blocks
}
