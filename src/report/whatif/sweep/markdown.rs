//! Sweeps, grids and break-even values, for a document.

use super::break_even_table::{able, heads, standing, weights_title};
use super::table::{MOST_KINKS, difference};
use super::{Answered, Answers, BreakEvenFound, GridFound, LeverFound, SweepFound, TurnFound};
use crate::report::score::{escaped, shown};
use crate::report::whatif::table::{different, grade};
use crate::words::{Lang, report as labels, whatif_sweep as words};

/// Every sheet as a section.
pub fn markdown(all: &Answers, lang: Lang) -> String {
    let sections = all.sheets.iter().map(|sheet| section(sheet, lang));
    sections.collect::<Vec<String>>().join("\n")
}

fn section(sheet: &Answered, lang: Lang) -> String {
    let base = &sheet.baseline;
    let rules = format!("{}@{}", base.rules.pack, base.rules.edition);
    let title = escaped(&format!("{} {} · {rules}", base.id, base.title));
    let mut parts = vec![format!("## {title}\n")];
    let changes = different(&sheet.throughout, lang);
    parts.extend(changes.map(|said| escaped(&said) + "\n"));
    let sweep = sheet.sweep.as_ref();
    parts.extend(
        sweep
            .into_iter()
            .flat_map(|found| along(sheet, found, lang)),
    );
    let grid = sheet.grid.as_ref();
    parts.extend(grid.into_iter().flat_map(|found| over(found, lang)));
    let found = sheet.break_even.as_ref();
    parts.extend(found.into_iter().flat_map(|found| break_even(found, lang)));
    parts.join("\n")
}

/// A table; `sets` says which columns hold figures.
fn table(heads: &[String], figures: &[bool], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let escape = |cells: Vec<String>| cells.iter().map(|it| escaped(it)).collect::<Vec<_>>();
    let rule = figures.iter().map(|figures| match figures {
        true => " ---: |",
        false => " --- |",
    });
    let head = line(&escape(heads.to_vec()));
    let head = format!("{head}|{}\n", rule.collect::<String>());
    rows.fold(head, |text, row| text + line(&escape(row)).as_str())
}

fn list(head: String, lines: impl Iterator<Item = String>) -> String {
    lines.fold(head + "\n\n", |text, line| {
        format!("{text}* {}\n", escaped(&line))
    })
}

fn along(sheet: &Answered, found: &SweepFound, lang: Lang) -> Vec<String> {
    let rows = found.points.iter().map(|point| {
        vec![
            point.at.clone(),
            shown(point.total, lang),
            difference(sheet, point),
            grade(point.grade_name.as_ref(), lang),
        ]
    });
    let columns = [
        found.key.clone(),
        labels::part_total(lang),
        labels::difference(lang),
        labels::part_grade(lang),
    ];
    let mut parts = vec![table(&columns, &[true, true, true, false], rows)];
    parts.push(match (&found.grades[..], found.points.first()) {
        ([], first) => {
            let name = first.and_then(|point| point.grade_name.as_ref());
            escaped(&words::no_grade_turn(lang, grade(name, lang))) + "\n"
        }
        (turns, _) => list(
            words::grade_turns(lang),
            turns.iter().map(|it| turn(it, lang)),
        ),
    });
    if !found.kinks.is_empty() {
        let kinks = found.kinks.iter().take(MOST_KINKS).map(|kink| {
            let parts = kink.parts.join(&words::comma(lang));
            words::turn(lang, &kink.said, parts)
        });
        let more = found.kinks.len().saturating_sub(MOST_KINKS);
        let more = (more > 0).then(|| words::more_kinks(lang, more));
        parts.push(list(words::kinks(lang), kinks.chain(more)));
    }
    if found.cut {
        parts.push(words::cut(lang, crate::whatif::MOST_PLACES) + "\n");
    }
    parts
}

fn turn(turn: &TurnFound, lang: Lang) -> String {
    let (place, change) = &turn.said;
    words::turn(lang, place, change)
}

fn over(found: &GridFound, lang: Lang) -> Vec<String> {
    let [of_lines, of_columns] = &found.keys;
    let mut columns = vec![of_lines.clone()];
    columns.extend(found.columns.iter().cloned());
    let rows = found.lines.iter().map(|line| {
        let cells = line.cells.iter().map(|point| {
            let name = point.grade_name.as_ref();
            let name = name.map_or("", |name| name.get(lang));
            format!("{} {name}", shown(point.total, lang))
                .trim_end()
                .to_owned()
        });
        [line.at.clone()].into_iter().chain(cells).collect()
    });
    let head = escaped(&words::columns_are(lang, of_columns)) + "\n";
    let mut parts = vec![head, table(&columns, &vec![true; columns.len()], rows)];
    let turning = found.lines.iter().filter(|line| !line.grades.is_empty());
    let mut turning = turning.peekable();
    if turning.peek().is_some() {
        let lines = turning.map(|line| {
            let turns: Vec<String> = line.grades.iter().map(|it| turn(it, lang)).collect();
            format!(
                "{of_lines}={}  {}",
                line.at,
                turns.join(&words::semicolon(lang))
            )
        });
        let head = escaped(&words::grade_turns_along(lang, of_columns));
        parts.push(list(head, lines));
    }
    parts
}

fn break_even(found: &BreakEvenFound, lang: Lang) -> Vec<String> {
    if let Some(why) = &found.missing {
        return vec![escaped(&words::nothing_to_say(lang, why)) + "\n"];
    }
    let mut standing = standing(found, lang).into_iter();
    let first = standing.next().unwrap_or_default();
    let (of_rows, of_weights) = heads(lang);
    let (able, others) = able(found, lang);
    let flip = |lever: Option<&LeverFound>| match lever {
        None => labels::blank(lang),
        Some(lever) => lever.said.clone().unwrap_or_else(|| words::not_alone(lang)),
    };
    let mut parts = vec![
        list(escaped(&first), standing),
        words::rows_title(lang) + "\n",
    ];
    if !able.is_empty() {
        let rows = able.iter().map(|row| {
            let now = row.actual.as_ref().map(|lever| lever.now.clone());
            vec![
                row.id.clone(),
                row.indicator.clone(),
                now.unwrap_or_else(|| labels::blank(lang)),
                flip(row.actual.as_ref()),
                flip(row.points.as_ref()),
                shown(row.width, lang),
            ]
        });
        let figures = [true, false, true, false, false, true];
        parts.push(table(&of_rows, &figures, rows));
    }
    parts.extend(others.iter().map(|said| escaped(said) + "\n"));
    let weights = found.weights.iter();
    let weights = weights.map(|it| vec![it.key.clone(), it.now.clone(), flip(Some(it))]);
    parts.push(weights_title(found, lang) + "\n");
    parts.push(table(&of_weights, &[false, true, false], weights));
    parts.push(words::tried(lang) + "\n");
    parts
}
