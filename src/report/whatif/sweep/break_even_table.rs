//! Break-even values for a terminal.

use super::break_even::{BreakEvenFound, LeverFound, RowFound};
use crate::report::score::shown;
use crate::report::screen::{Screen, Set, clean, lines, paragraph, striking, words as cell};
use crate::report::whatif::model::ranges;
use crate::whatif::MOST_ROWS;
use crate::words::{Lang, report as labels, whatif_sweep as words};

/// How far other grades are, what rows and weights could do, and what was tried.
pub(super) fn break_even(found: &BreakEvenFound, screen: Screen) -> String {
    let (lang, width) = (screen.lang, screen.width);
    if let Some(why) = &found.missing {
        return paragraph("", &words::nothing_to_say(lang, clean(why)), width);
    }
    let mut text = String::new();
    for (index, said) in standing(found, lang).iter().enumerate() {
        match index {
            0 => text.push_str(&(screen.bold(said) + "\n")),
            _ => text.push_str(&paragraph("  ", said, width)),
        }
    }
    text.push('\n');
    text.push_str(&rows(found, screen));
    text.push('\n');
    text.push_str(&weights(found, screen));
    text.push('\n');
    text.push_str(&paragraph("", &words::tried(lang), width));
    text
}

/// Total and grade, how far the next grades are, and which row moves the total most, a sentence each.
pub(super) fn standing(found: &BreakEvenFound, lang: Lang) -> Vec<String> {
    let total = shown(found.total, lang);
    let up = found.up.as_ref().map(|gap| match gap.suffices {
        true => words::points_up(lang, gap.points, &gap.said),
        false => words::points_up_more(lang, gap.points, &gap.said),
    });
    let down = found.down.as_ref().map(|gap| match gap.suffices {
        true => words::points_down(lang, gap.points, &gap.said),
        false => words::points_down_more(lang, gap.points, &gap.said),
    });
    let widest = found.rows.iter().filter(|row| row.width.is_some());
    let widest = widest.max_by_key(|row| row.width.map(|width| width.0));
    let widest = widest.map(|row| {
        let [width_of, least, most] = [row.width, row.least, row.most].map(|it| shown(it, lang));
        words::most_moving(lang, &row.id, clean(&row.indicator), width_of, least, most)
    });
    let first = [
        words::stands(lang, total, &found.grade_said),
        up.unwrap_or_else(|| words::no_up(lang)),
    ];
    first.into_iter().chain(down).chain(widest).collect()
}

/// The rows that can change the grade alone, and what is said of the others.
pub(super) fn able(found: &BreakEvenFound, lang: Lang) -> (Vec<&RowFound>, Vec<String>) {
    let can = |lever: &Option<LeverFound>| lever.as_ref().is_some_and(|it| it.said.is_some());
    let (able, others): (Vec<&RowFound>, Vec<&RowFound>) = found
        .rows
        .iter()
        .partition(|row| can(&row.actual) || can(&row.points));
    let others = others.iter().filter_map(|row| row.id.parse().ok());
    let others: Vec<u32> = others.collect();
    let not_alone = || words::rows_not_alone(lang, ranges(&others));
    let cut = found.rows.len() >= MOST_ROWS;
    let said = [
        (!others.is_empty()).then(not_alone),
        cut.then(|| words::rows_not_looked_at(lang, MOST_ROWS)),
    ];
    (able, said.into_iter().flatten().collect())
}

/// The heads above the rows, and above the weights.
pub(super) fn heads(lang: Lang) -> ([String; 6], [String; 3]) {
    let rows = [
        labels::row(lang),
        labels::indicator(lang),
        words::head_actual(lang),
        words::head_flip_actual(lang),
        words::head_flip_points(lang),
        words::head_span(lang),
    ];
    let weights = [
        words::head_weight(lang),
        words::head_now(lang),
        words::head_flip(lang),
    ];
    (rows, weights)
}

/// What is said above the weights.
pub(super) fn weights_title(found: &BreakEvenFound, lang: Lang) -> String {
    match found.of_rows {
        true => words::full_marks_title(lang),
        false => words::weights_title(lang),
    }
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
    let sets = [
        Set::Figures,
        Set::Words,
        Set::Figures,
        Set::Words,
        Set::Words,
        Set::Figures,
    ];
    let columns: Vec<(String, Set)> = heads(lang).0.into_iter().zip(sets).collect();
    let mut table = screen.table(&columns);
    let (able, others) = able(found, lang);
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
    for said in others {
        text.push_str(&paragraph("", &said, screen.width));
    }
    text
}

fn weights(found: &BreakEvenFound, screen: Screen) -> String {
    let lang = screen.lang;
    let sets = [Set::Words, Set::Figures, Set::Words];
    let columns: Vec<(String, Set)> = heads(lang).1.into_iter().zip(sets).collect();
    let mut table = screen.table(&columns);
    for weight in &found.weights {
        table.add_row(vec![
            cell(&weight.key),
            cell(&weight.now),
            flip(Some(weight), screen),
        ]);
    }
    let title = weights_title(found, lang);
    screen.bold(&title) + "\n" + lines(&table).as_str()
}
