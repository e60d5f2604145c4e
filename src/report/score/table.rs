//! The tables of `jixiao score` for a terminal.

use comfy_table::{Attribute, Cell, ColumnConstraint, Table, Width};

use super::{FullMarkFrom, Part, Parts, ScoredGroup, ScoredRow, ScoredSheet, ScoredSheets, Status};
use crate::report::Figure;
use crate::report::screen::{Screen, Set, clean, lines, paragraph, striking, words as cell};
use crate::rules::pack::Bilingual;
use crate::sheet::MoneyUnit;
use crate::words::{Lang, report as words};

/// From this width on the levels have columns of their own; below, lines of their own.
const WIDE: u16 = 100;
/// Columns a name has on a narrow screen.
const NAME: u16 = 21;

/// Every sheet with rows and parts, and a summary when there are several.
pub fn table(sheets: &ScoredSheets, screen: Screen) -> String {
    let pages: Vec<String> = sheets
        .sheets
        .iter()
        .map(|sheet| page(sheet, screen))
        .collect();
    let mut text = pages.join("\n\n");
    if sheets.sheets.len() > 1 {
        text.push_str("\n\n");
        text.push_str(&summary(sheets, screen));
    }
    text
}

fn page(sheet: &ScoredSheet, screen: Screen) -> String {
    let mut text = heading(sheet, screen);
    text.push('\n');
    text.push_str(&lines(&rows(sheet, screen)));
    text.push('\n');
    text.push_str(&notes(sheet, screen));
    text.push_str(&lines(&parts(sheet, screen)));
    text
}

fn heading(sheet: &ScoredSheet, screen: Screen) -> String {
    let lang = screen.lang;
    let year = sheet.year.map(|year| words::year(lang, year));
    let about = [Some(sheet.unit.clone()), sheet.project.clone(), year];
    let about: Vec<String> = about
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let title = format!("{}  {}", sheet.id, sheet.title);
    let mut text = screen.bold(clean(&title).trim_end()) + "\n";
    for line in [
        clean(&about.join(" · ")),
        rules_line(sheet, sheet.rules.title.get(lang), lang),
    ] {
        if !line.is_empty() {
            text.push_str(&paragraph("", &line, screen.width));
        }
    }
    text
}

/// The edition that was used, and that it is not in force for the sheet's year where it is not.
pub(super) fn rules_line(sheet: &ScoredSheet, title: impl std::fmt::Display, lang: Lang) -> String {
    let rules = format!("{}@{}", sheet.rules.pack, sheet.rules.edition);
    let line = words::rules(lang, rules, title);
    match (sheet.rules.in_force, sheet.year) {
        (Some(false), Some(year)) => words::not_in_force(lang, line, year),
        _ => line,
    }
}

fn rows(sheet: &ScoredSheet, screen: Screen) -> Table {
    let lang = screen.lang;
    let wide = screen.width >= WIDE;
    let mut columns = vec![(words::row(lang), Set::Figures)];
    if wide {
        columns.push((words::level1(lang), Set::Words));
        columns.push((words::level2(lang), Set::Words));
    }
    columns.extend([
        (words::indicator(lang), Set::Words),
        (words::target(lang), Set::Words),
        (words::actual(lang), Set::Words),
        (words::completion(lang), Set::Figures),
        (words::full_mark(lang), Set::Figures),
        (words::computed(lang), Set::Figures),
        (words::reported(lang), Set::Figures),
        (words::difference(lang), Set::Figures),
    ]);
    let mut table = screen.table(&columns);
    if !wide {
        give_room_to_names(&mut table);
    }
    let mut above: Option<&ScoredRow> = None;
    let mut unscored = 0;
    for row in &sheet.rows {
        let new1 = above.is_none_or(|above| above.level1 != row.level1);
        let new2 = new1 || above.is_none_or(|above| above.level2 != row.level2);
        let same_indicator = row.measure > 1;
        above = Some(row);
        let mut cells = vec![cell(&row.id)];
        if wide {
            cells.push(cell(if new1 { &row.level1 } else { "" }));
            cells.push(cell(if new2 { &row.level2 } else { "" }));
        } else if new2 {
            let labels = [short(&row.level1), short(&row.level2)];
            let labels: Vec<&str> = labels
                .into_iter()
                .filter(|label| !label.is_empty())
                .collect();
            if !labels.is_empty() {
                let label = cell(&labels.join(" · ")).add_attribute(Attribute::Bold);
                table.add_row(vec![cell(""), label]);
            }
        }
        cells.push(cell(if same_indicator { "" } else { &row.indicator }));
        cells.push(cell(&row.target));
        cells.push(cell(&row.actual));
        cells.push(cell(row.percent().as_deref().unwrap_or("")));
        cells.push(cell(&marked(row)));
        cells.extend(points(row, &mut unscored, lang));
        table.add_row(cells);
    }
    table
}

/// On a narrow screen the columns stand closer, and names are broken last.
fn give_room_to_names(table: &mut Table) {
    for column in table.column_iter_mut() {
        column.set_padding((0, 1));
    }
    if let Some(names) = table.column_mut(1) {
        names.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(NAME)));
    }
}

/// Computed, reported and difference of a row.
fn points(row: &ScoredRow, unscored: &mut usize, lang: Lang) -> [Cell; 3] {
    let difference = row.difference();
    let differs = difference.is_some_and(|difference| !difference.0.is_zero());
    let computed = match row.points {
        Some(points) => points.to_string(),
        None => {
            *unscored += 1;
            match row.dropped {
                true => words::dropped_note(lang, *unscored),
                false => words::unscored_note(lang, *unscored),
            }
        }
    };
    let of = if differs || row.status == Status::Unscored {
        striking
    } else {
        cell
    };
    [
        of(&computed),
        of(&text_or_blank(row.reported_text(), lang)),
        of(&signed(difference)),
    ]
}

/// 产出指标 as 产出, where room is short.
fn short(label: &str) -> &str {
    label
        .strip_suffix("指标")
        .filter(|rest| !rest.is_empty())
        .unwrap_or(label)
}

/// The full mark with the sign of its legend.
fn marked(row: &ScoredRow) -> String {
    let sign = match row.full_mark_source {
        Some(FullMarkFrom::Inferred) => "*",
        Some(FullMarkFrom::Pack) => "+",
        Some(FullMarkFrom::Sheet) => " ",
        None => "",
    };
    format!("{}{sign}", row.mark())
}

/// The legend and the reasons, then a blank line.
fn notes(sheet: &ScoredSheet, screen: Screen) -> String {
    let lang = screen.lang;
    let mut text = String::new();
    for (from, sign, legend) in [
        (FullMarkFrom::Inferred, "* ", words::legend_inferred(lang)),
        (FullMarkFrom::Pack, "+ ", words::legend_pack(lang)),
    ] {
        let mut sources = sheet.rows.iter().map(|row| row.full_mark_source);
        if sources.any(|source| source == Some(from)) {
            text.push_str(&paragraph(sign, &legend, screen.width));
        }
    }
    let reasons = sheet.rows.iter().filter(|row| row.points.is_none());
    for (index, row) in reasons.enumerate() {
        let number = index + 1;
        let reason = clean(row.reason.as_deref().unwrap_or_default());
        let line = words::note(lang, number, &row.id, reason);
        let lead = format!("[{number}] ");
        let rest = line.strip_prefix(&lead).unwrap_or(&line);
        text.push_str(&paragraph(&lead, rest, screen.width));
    }
    for note in &sheet.notes {
        let lead = words::caveat(lang);
        text.push_str(&paragraph(&lead, &clean(note), screen.width));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn parts(sheet: &ScoredSheet, screen: Screen) -> Table {
    let lang = screen.lang;
    let (computed, reported) = (&sheet.computed, &sheet.reported);
    let mut table = screen.table(&[
        (words::part(lang), Set::Words),
        (words::computed(lang), Set::Figures),
        (words::reported(lang), Set::Figures),
        (words::difference(lang), Set::Figures),
        (String::new(), Set::Words),
    ]);
    for part in Part::ALL {
        if part == Part::Execution && !sheet.rules.has_execution {
            continue;
        }
        if part == Part::Indicators {
            for group in &sheet.groups {
                table.add_row(group_line(group, lang));
            }
        }
        let difference = sheet.difference(part);
        let differs = difference.is_none_or(|difference| !difference.0.is_zero());
        let of = if differs { striking } else { cell };
        table.add_row(vec![
            cell(&part.name(lang)),
            of(&shown(computed.get(part), lang)),
            of(&text_or_blank(sheet.reported_text(part), lang)),
            of(&signed(difference)),
            cell(&remark(sheet, part, lang)),
        ]);
    }
    let grade = |parts: &Parts| grade(parts.grade_name.as_ref(), lang);
    table.add_row(vec![
        cell(&words::part_grade(lang)),
        cell(&grade(computed)),
        cell(&grade(reported)),
        cell(""),
        cell(computed.grade_missing.as_deref().unwrap_or_default()),
    ]);
    table
}

/// A group: its points, what it counts, or why it has none.
fn group_line(group: &ScoredGroup, lang: Lang) -> Vec<Cell> {
    let difference = group.difference();
    let differs = difference.is_some_and(|difference| !difference.0.is_zero());
    let of = if differs { striking } else { cell };
    let remark = group.remark(lang);
    vec![
        cell(&clean(&group.name())),
        of(&shown(group.points, lang)),
        of(&shown(group.reported, lang)),
        of(&signed(difference)),
        cell(&remark),
    ]
}

/// What stands beside a part: its arithmetic, its full mark, or why it is missing.
pub(in crate::report) fn remark(sheet: &ScoredSheet, part: Part, lang: Lang) -> String {
    let (execution, indicators) = sheet.rules.weights;
    let missing = &sheet.computed.missing;
    match part {
        Part::Execution => money(sheet, execution.normalize(), lang),
        Part::Indicators => words::weight(lang, indicators.normalize()),
        Part::Total if missing.is_empty() => String::new(),
        Part::Total => words::not_computed(lang, missing.join("; ")),
    }
}

fn money(sheet: &ScoredSheet, weight: impl std::fmt::Display, lang: Lang) -> String {
    let money = &sheet.execution;
    let unit = match money.unit {
        MoneyUnit::TenThousandYuan => words::unit_ten_thousand(lang),
        MoneyUnit::Yuan => words::unit_yuan(lang),
    };
    let (executed, budget) = (shown(money.executed, lang), shown(money.budget, lang));
    match &money.percent {
        Some(percent) => words::money(lang, executed, budget, unit, percent, weight),
        None => words::money_without_rate(lang, executed, budget, unit),
    }
}

fn summary(sheets: &ScoredSheets, screen: Screen) -> String {
    let lang = screen.lang;
    let mut table = screen.table(&[
        (words::sheet(lang), Set::Words),
        (String::new(), Set::Words),
        (words::computed(lang), Set::Figures),
        (words::reported(lang), Set::Figures),
        (words::difference(lang), Set::Figures),
        (words::part_grade(lang), Set::Words),
    ]);
    for sheet in &sheets.sheets {
        let (reported, computed) = (&sheet.reported, &sheet.computed);
        let name = |parts: &Parts| grade(parts.grade_name.as_ref(), lang);
        let difference = sheet.difference(Part::Total);
        let differs = difference.is_none_or(|difference| !difference.0.is_zero());
        let of = if differs { striking } else { cell };
        table.add_row(vec![
            cell(&sheet.id),
            cell(sheet.subject()),
            of(&shown(computed.total, lang)),
            of(&text_or_blank(sheet.reported_text(Part::Total), lang)),
            of(&signed(difference)),
            cell(&words::grade_change(lang, name(reported), name(computed))),
        ]);
    }
    format!("{}\n{}", screen.bold(&words::summary(lang)), lines(&table))
}

/// A figure, or the sign for none.
pub(crate) fn shown(figure: Option<Figure>, lang: Lang) -> String {
    figure.map_or_else(|| words::blank(lang), |figure| figure.to_string())
}

/// A text, or the sign for none.
pub(in crate::report) fn text_or_blank(text: Option<String>, lang: Lang) -> String {
    text.unwrap_or_else(|| words::blank(lang))
}

/// A difference with its sign; nothing where there is none.
pub(crate) fn signed(difference: Option<Figure>) -> String {
    match difference {
        Some(difference) if difference.0.is_zero() => String::new(),
        Some(difference) if difference.0.is_sign_positive() => format!("+{difference}"),
        Some(difference) => difference.to_string(),
        None => String::new(),
    }
}

pub(in crate::report) fn grade(name: Option<&Bilingual>, lang: Lang) -> String {
    name.map_or_else(|| words::blank(lang), |name| name.get(lang).to_owned())
}
