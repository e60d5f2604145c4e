//! Sweeps and grids for a terminal.

use rust_decimal::Decimal;

use super::break_even_table::break_even;
use super::{Answered, Answers, GridFound, PointFound, SweepFound};
use crate::number::Fraction;
use crate::report::score::shown;
use crate::report::screen::{Screen, Set, clean, lines, paragraph, striking, words as cell};
use crate::report::whatif::table::{grade, heading, throughout};
use crate::whatif::MOST_PLACES;
use crate::words::{Lang, report as labels, whatif_sweep as words};

/// Heights of a sparkline.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// The most kinks that are listed.
pub(super) const MOST_KINKS: usize = 12;

/// Every sheet with its answers.
pub fn table(all: &Answers, screen: Screen) -> String {
    let pages = all.sheets.iter().map(|sheet| page(sheet, screen));
    pages.collect::<Vec<String>>().join("\n\n")
}

fn page(sheet: &Answered, screen: Screen) -> String {
    let mut text = heading(&sheet.baseline, screen);
    text.push_str(&throughout(&sheet.throughout, screen));
    text.push('\n');
    if let Some(found) = &sheet.sweep {
        text.push_str(&sweep(sheet, found, screen));
    }
    if let Some(found) = &sheet.grid {
        text.push_str(&grid(sheet, found, screen));
    }
    if let Some(found) = &sheet.break_even {
        if sheet.sweep.is_some() || sheet.grid.is_some() {
            text.push('\n');
        }
        text.push_str(&break_even(found, screen));
    }
    text
}

fn sweep(sheet: &Answered, found: &SweepFound, screen: Screen) -> String {
    let lang = screen.lang;
    let mut text = sparkline(&found.points, screen);
    let mut table = screen.table(&[
        (clean(&found.key), Set::Figures),
        (labels::part_total(lang), Set::Figures),
        (labels::difference(lang), Set::Figures),
        (labels::part_grade(lang), Set::Names),
    ]);
    for point in &found.points {
        table.add_row(vec![
            cell(&point.at),
            cell(&shown(point.total, lang)),
            cell(&difference(sheet, point)),
            standing(sheet, point, grade(point.grade_name.as_ref(), lang)),
        ]);
    }
    text.push_str(&lines(&table));
    text.push('\n');
    match (&found.grades[..], found.points.first()) {
        ([], first) => {
            let name = first.and_then(|point| point.grade_name.as_ref());
            let stays = words::no_grade_turn(lang, grade(name, lang));
            text.push_str(&paragraph("", &stays, screen.width));
        }
        (turns, _) => {
            text.push_str(&(screen.bold(&words::grade_turns(lang)) + "\n"));
            for turn in turns {
                let (place, change) = &turn.said;
                let said = words::turn(lang, clean(place), clean(change));
                text.push_str(&paragraph("  ", &said, screen.width));
            }
        }
    }
    if !found.kinks.is_empty() {
        text.push_str(&(screen.bold(&words::kinks(lang)) + "\n"));
        for kink in found.kinks.iter().take(MOST_KINKS) {
            let parts = kink.parts.join(&words::comma(lang));
            let said = words::turn(lang, clean(&kink.said), clean(&parts));
            text.push_str(&paragraph("  ", &said, screen.width));
        }
        let more = found.kinks.len().saturating_sub(MOST_KINKS);
        if more > 0 {
            let more = words::more_kinks(lang, more);
            text.push_str(&paragraph("  ", &more, screen.width));
        }
    }
    if found.cut {
        text.push_str(&paragraph("", &words::cut(lang, MOST_PLACES), screen.width));
    }
    text
}

/// The total less the baseline's, signed.
pub(super) fn difference(sheet: &Answered, point: &PointFound) -> String {
    let before = sheet.baseline.computed.total.map(|figure| figure.0);
    let less = point.total.and_then(|it| it.0.checked_sub(before?));
    crate::report::score::signed(less.map(crate::report::Figure))
}

/// A cell that strikes where the grade is not the baseline's.
fn standing(sheet: &Answered, point: &PointFound, text: String) -> comfy_table::Cell {
    match point.grade == sheet.baseline.computed.grade {
        true => cell(&text),
        false => striking(&text),
    }
}

/// The totals as a line of bars, and what its lowest and highest mean.
fn sparkline(points: &[PointFound], screen: Screen) -> String {
    let totals = points.iter().filter_map(|point| Some(point.total?.0));
    let (Some(least), Some(most)) = (totals.clone().min(), totals.max()) else {
        return String::new();
    };
    // No more bars than columns: of more points every second, third….
    let room = usize::from(screen.width).saturating_sub(2).max(1);
    let every = points.len().div_ceil(room);
    let bars = points.iter().step_by(every).map(|point| {
        let total = point.total.map(|total| total.0);
        total.map_or(' ', |total| bar(total, least, most))
    });
    let bars: String = bars.collect();
    let said = words::total_along(screen.lang, least, most);
    format!("{bars}\n{}\n", paragraph("", &said, screen.width))
}

fn bar(total: Decimal, least: Decimal, most: Decimal) -> char {
    let height = || {
        let share = Fraction::from(total - least).over(Fraction::from(most - least));
        let share = share
            .ok()?
            .times(Fraction::from(BARS.len() as i64 - 1))
            .ok()?;
        usize::try_from(share.numerator() / share.denominator()).ok()
    };
    BARS[height().unwrap_or_default().min(BARS.len() - 1)]
}

fn grid(sheet: &Answered, found: &GridFound, screen: Screen) -> String {
    let lang = screen.lang;
    let [of_lines, of_columns] = &found.keys;
    let mut heads = vec![(clean(of_lines), Set::Figures)];
    let columns = found.columns.iter();
    heads.extend(columns.map(|column| (clean(column), Set::Figures)));
    let mut table = screen.table(&heads);
    for line in &found.lines {
        let mut row = vec![cell(&line.at)];
        row.extend(line.cells.iter().map(|point| {
            let name = grade_initial(point, lang);
            let text = format!("{} {name}", shown(point.total, lang));
            standing(sheet, point, text.trim_end().to_owned())
        }));
        table.add_row(row);
    }
    let head = words::columns_are(lang, clean(of_columns));
    let mut text = paragraph("", &head, screen.width) + lines(&table).as_str();
    if found.lines.iter().any(|line| !line.grades.is_empty()) {
        let head = words::grade_turns_along(lang, clean(of_columns));
        text.push_str(&format!("\n{}\n", screen.bold(&head)));
    }
    for line in &found.lines {
        let turns = line.grades.iter().map(|turn| {
            let (place, change) = &turn.said;
            words::turn(lang, clean(place), clean(change))
        });
        let turns: Vec<String> = turns.collect();
        if !turns.is_empty() {
            let lead = format!("  {of_lines}={}  ", line.at);
            let turns = turns.join(&words::semicolon(lang));
            text.push_str(&paragraph(&clean(&lead), &turns, screen.width));
        }
    }
    text
}

fn grade_initial(point: &PointFound, lang: Lang) -> String {
    match &point.grade_name {
        Some(name) => name.get(lang).to_owned(),
        None => String::new(),
    }
}
