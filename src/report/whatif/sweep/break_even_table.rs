//! Break-even values for a terminal.

use super::break_even::{BreakEvenFound, LeverFound, RowFound};
use crate::report::score::shown;
use crate::report::screen::{Screen, Set, clean, lines, paragraph, striking, words as cell};
use crate::report::whatif::model::ranges;
use crate::whatif::MOST_ROWS;
use crate::words::{report as labels, whatif_sweep as words};

/// How far other grades are, what rows and weights could do, and what was tried.
pub(super) fn break_even(found: &BreakEvenFound, screen: Screen) -> String {
    let (lang, width) = (screen.lang, screen.width);
    if let Some(why) = &found.missing {
        return paragraph("", &words::nothing_to_say(lang, clean(why)), width);
    }
    let total = shown(found.total, lang);
    let mut text = screen.bold(&words::stands(lang, total, &found.grade_said)) + "\n";
    let up = found.up.as_ref().map(|gap| match gap.suffices {
        true => words::points_up(lang, gap.points, &gap.said),
        false => words::points_up_more(lang, gap.points, &gap.said),
    });
    let up = up.unwrap_or_else(|| words::no_up(lang));
    text.push_str(&paragraph("  ", &up, width));
    if let Some(gap) = &found.down {
        let down = match gap.suffices {
            true => words::points_down(lang, gap.points, &gap.said),
            false => words::points_down_more(lang, gap.points, &gap.said),
        };
        text.push_str(&paragraph("  ", &down, width));
    }
    let widest = found.rows.iter().filter(|row| row.width.is_some());
    if let Some(row) = widest.max_by_key(|row| row.width.map(|width| width.0)) {
        let [width_of, least, most] = [row.width, row.least, row.most].map(|it| shown(it, lang));
        let indicator = clean(&row.indicator);
        let said = words::most_moving(lang, &row.id, indicator, width_of, least, most);
        text.push_str(&paragraph("  ", &said, width));
    }
    text.push('\n');
    text.push_str(&rows(found, screen));
    text.push('\n');
    text.push_str(&weights(found, screen));
    text.push('\n');
    text.push_str(&paragraph("", &words::tried(lang), width));
    text
}

fn flip(lever: Option<&LeverFound>, screen: Screen) -> comfy_table::Cell {
    match lever {
        None => cell(&labels::blank(screen.lang)),
        Some(lever) => match &lever.said {
            Some(said) => striking(said),
            None => cell(&words::not_alone(screen.lang)),
        },
    }
}

fn rows(found: &BreakEvenFound, screen: Screen) -> String {
    let lang = screen.lang;
    let mut table = screen.table(&[
        (labels::row(lang), Set::Figures),
        (labels::indicator(lang), Set::Words),
        (words::head_actual(lang), Set::Figures),
        (words::head_flip_actual(lang), Set::Words),
        (words::head_flip_points(lang), Set::Words),
        (words::head_span(lang), Set::Figures),
    ]);
    let can = |lever: &Option<LeverFound>| lever.as_ref().is_some_and(|it| it.said.is_some());
    let (able, others): (Vec<&RowFound>, Vec<&RowFound>) = found
        .rows
        .iter()
        .partition(|row| can(&row.actual) || can(&row.points));
    for row in &able {
        let now = row.actual.as_ref().map(|lever| lever.now.clone());
        table.add_row(vec![
            cell(&row.id),
            cell(&row.indicator),
            cell(&now.unwrap_or_else(|| labels::blank(lang))),
            flip(row.actual.as_ref(), screen),
            flip(row.points.as_ref(), screen),
            cell(&shown(row.width, lang)),
        ]);
    }
    let mut text = screen.bold(&words::rows_title(lang)) + "\n";
    if !able.is_empty() {
        text.push_str(&lines(&table));
    }
    let others: Vec<u32> = others
        .iter()
        .filter_map(|row| row.id.parse().ok())
        .collect();
    if !others.is_empty() {
        let said = words::rows_not_alone(lang, ranges(&others));
        text.push_str(&paragraph("", &said, screen.width));
    }
    if found.rows.len() >= MOST_ROWS {
        let said = words::rows_not_looked_at(lang, MOST_ROWS);
        text.push_str(&paragraph("", &said, screen.width));
    }
    text
}

fn weights(found: &BreakEvenFound, screen: Screen) -> String {
    let lang = screen.lang;
    let mut table = screen.table(&[
        (words::head_weight(lang), Set::Words),
        (words::head_now(lang), Set::Figures),
        (words::head_flip(lang), Set::Words),
    ]);
    for weight in &found.weights {
        table.add_row(vec![
            cell(&weight.key),
            cell(&weight.now),
            flip(Some(weight), screen),
        ]);
    }
    let title = match found.of_rows {
        true => words::full_marks_title(lang),
        false => words::weights_title(lang),
    };
    screen.bold(&title) + "\n" + lines(&table).as_str()
}
