//! One line a point, for a spreadsheet.

use super::{Answered, Answers, LeverFound, PlaceFound};
use crate::report::Figure;
use crate::report::score::harmless;

/// Heads of the columns, the same in every language. `what` is `point`, `grade` or `kink` of a sweep,
/// `cell` of a grid; of break-even values `up`, `down`, `actual`, `points`, `weight`.
const HEADS: [&str; 11] = [
    "sheet", "what", "key", "at", "key2", "at2", "side", "total", "grade", "before", "note",
];

/// Every point, every place and every break-even value under one line of heads.
pub fn csv(all: &Answers) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has as many cells as there are heads.
    let _ = writer.write_record(HEADS);
    for sheet in &all.sheets {
        for record in records(sheet) {
            let _ = writer.write_record(record);
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

type Record = [String; HEADS.len()];

fn records(sheet: &Answered) -> Vec<Record> {
    let mut records = Vec::new();
    let mut add = |what: &str, cells: [&str; 9]| {
        let cells = cells.into_iter().map(harmless);
        let ahead = [harmless(&sheet.baseline.id), what.to_owned()];
        let mut all = ahead.into_iter().chain(cells);
        records.push(std::array::from_fn(|_| all.next().unwrap_or_default()));
    };
    let figure = |figure: Option<Figure>| figure.map_or_else(String::new, |it| it.to_string());
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    if let Some(sweep) = &sheet.sweep {
        let key = &sweep.key;
        for point in &sweep.points {
            let (total, grade) = (figure(point.total), text(&point.grade));
            add(
                "point",
                [key, &point.at, "", "", "", &total, &grade, "", ""],
            );
        }
        for turn in &sweep.grades {
            let (at, side) = place(&turn.place);
            let (before, after) = (text(&turn.before), text(&turn.after));
            add("grade", [key, &at, "", "", side, "", &after, &before, ""]);
        }
        for kink in &sweep.kinks {
            let (at, side) = place(&kink.place);
            let note = kink.parts.join("; ");
            add("kink", [key, &at, "", "", side, "", "", "", &note]);
        }
    }
    if let Some(grid) = &sheet.grid {
        let [of_lines, of_columns] = &grid.keys;
        for line in &grid.lines {
            for cell in &line.cells {
                let (total, grade) = (figure(cell.total), text(&cell.grade));
                let cells = [of_lines, &line.at, of_columns, &cell.at, "", &total, &grade];
                let [a, b, c, d, e, f, g] = cells.map(|cell: &str| cell);
                add("cell", [a, b, c, d, e, f, g, "", ""]);
            }
        }
    }
    if let Some(found) = &sheet.break_even {
        let before = text(&found.grade);
        for (what, gap) in [("up", &found.up), ("down", &found.down)] {
            let Some(gap) = gap else { continue };
            let side = if gap.suffices { "from" } else { "above" };
            let (points, grade) = (gap.points.to_string(), text(&gap.grade));
            add(what, ["", &points, "", "", side, "", &grade, &before, ""]);
        }
        let mut lever = |what: &str, lever: &LeverFound| {
            for flip in [&lever.below, &lever.above].into_iter().flatten() {
                let ((at, side), grade) = (place(&flip.place), text(&flip.grade));
                let cells = [&lever.key, &at, "", "", side, "", &grade, &before, ""];
                add(what, cells);
            }
        };
        for row in &found.rows {
            for (what, of_row) in [("actual", &row.actual), ("points", &row.points)] {
                of_row.iter().for_each(|found| lever(what, found));
            }
        }
        found
            .weights
            .iter()
            .for_each(|found| lever("weight", found));
    }
    records
}

fn place(place: &PlaceFound) -> (String, &'static str) {
    let bracket = |figure: Option<Figure>| figure.map_or_else(String::new, |it| it.to_string());
    let at = place.at.clone();
    let between = || format!("{}..{}", bracket(place.low), bracket(place.high));
    (at.unwrap_or_else(between), place.side)
}
