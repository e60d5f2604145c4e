//! 附表: every row of every sheet as re-checkers set it out, on pages laid on their side.

use super::body::{Body, SIDEWAYS};
use super::findings::Numbers;
use super::name_of;
use super::table::{Cell, Set, Table};
use super::xml::capital;
use crate::report::paper::{Paper, Subject};
use crate::report::score::{
    FullMarkFrom, Part, Parts, ScoredRow, ScoredSheet, grade, remark, shown, signed, text_or_blank,
};
use crate::words::{Lang, audit, papers_word as words, report as labels};

/// Columns the name of a part of the total reaches over, and those its arithmetic does.
const OF_NAME: usize = 4;
const OF_REMARK: usize = 3;

/// A table a sheet; nothing where there are target tables alone.
pub(super) fn write<'p>(body: &mut Body, paper: &'p Paper, numbers: &Numbers<'p>) {
    let sheets = &paper.audited.sheets;
    if sheets.is_empty() {
        return;
    }
    body.turn();
    body.heading(1, &words::appendix(paper.lang));
    for sheet in sheets {
        body.heading(2, &name_of(&sheet.scored));
        body.table(rows(&sheet.scored, paper, numbers));
        legend(body, &sheet.scored, paper.lang);
    }
}

fn rows<'p>(sheet: &'p ScoredSheet, paper: &Paper, numbers: &Numbers<'p>) -> Table {
    let lang = paper.lang;
    let computed = match paper.subject {
        Subject::Audit => words::audit_points(lang),
        Subject::Score | Subject::WhatIf => words::computed_points(lang),
    };
    let columns = [
        (labels::row(lang), 600, Set::Middle),
        (labels::level1(lang), 1_050, Set::Middle),
        (labels::level2(lang), 1_250, Set::Middle),
        (labels::indicator(lang), 2_600, Set::Words),
        (labels::target(lang), 1_500, Set::Middle),
        (labels::full_mark(lang), 850, Set::Figures),
        (words::self_actual(lang), 1_500, Set::Middle),
        (words::self_points(lang), 1_000, Set::Figures),
        (computed, 1_250, Set::Figures),
        (words::difference(lang), 1_050, Set::Figures),
    ];
    let taken: u32 = columns.iter().map(|(_, width, _)| width).sum();
    let mut columns = Vec::from(columns);
    columns.push((words::remark(lang), SIDEWAYS - taken, Set::Words));
    let columns = columns.into_iter();
    let columns = columns.map(|(head, width, set)| (capital(&head), width, set));
    let mut table = Table::of(columns.collect()).together(sheet.rows.len());
    let mut above: Option<&ScoredRow> = None;
    for (index, row) in sheet.rows.iter().enumerate() {
        if index + 1 == sheet.rows.len() {
            table.keep_on();
        }
        let same1 = above.is_some_and(|above| above.level1 == row.level1);
        let same2 = same1 && above.is_some_and(|above| above.level2 == row.level2);
        above = Some(row);
        let difference = signed(row.difference());
        table.row([
            Cell::of(&row.id),
            Cell::of(&row.level1).merged(same1),
            Cell::of(&row.level2).merged(same2),
            Cell::of(&row.indicator).merged(same2 && row.measure > 1),
            Cell::of(&row.target),
            Cell::of(format!("{}{}", row.mark(), sign(row))),
            Cell::of(&row.actual),
            text_or_blank(row.reported_text(), lang).into(),
            points(row, lang).into(),
            Cell::of(difference).strong(true),
            remarks(row, numbers.of(&sheet.id, &row.id), lang).into(),
        ]);
    }
    parts(&mut table, sheet, lang);
    table
}

fn points(row: &ScoredRow, lang: Lang) -> String {
    match (row.points, row.dropped) {
        (Some(points), _) => points.to_string(),
        (None, true) => words::dropped(lang),
        (None, false) => labels::unscored(lang),
    }
}

fn sign(row: &ScoredRow) -> &'static str {
    match row.full_mark_source {
        Some(FullMarkFrom::Inferred) => "*",
        Some(FullMarkFrom::Pack) => "+",
        Some(FullMarkFrom::Sheet) | None => "",
    }
}

/// Why a row has no points, and which findings speak of it.
fn remarks(row: &ScoredRow, findings: &[usize], lang: Lang) -> String {
    let reason = row.reason.clone();
    let numbers: Vec<String> = findings.iter().map(usize::to_string).collect();
    let see =
        (!numbers.is_empty()).then(|| words::see_findings(lang, numbers.join(&audit::and(lang))));
    let said = reason.into_iter().chain(see);
    let said: Vec<String> = said.map(|said| capital(&said)).collect();
    said.join("\n")
}

/// Execution, groups, indicators, total and grade below the rows.
fn parts(table: &mut Table, sheet: &ScoredSheet, lang: Lang) {
    let mut line = |name: String, points: [String; 3], remark: String, strong: bool| {
        let [reported, computed, difference] = points;
        table.row([
            Cell::label(&name).over(OF_NAME),
            Cell::of(remark).over(OF_REMARK),
            Cell::of(reported).strong(strong),
            Cell::of(computed).strong(strong),
            Cell::of(difference).strong(true),
            Cell::of(""),
        ]);
    };
    for part in Part::ALL {
        if part == Part::Execution && !sheet.rules.has_execution {
            continue;
        }
        if part == Part::Indicators {
            for group in &sheet.groups {
                let points = [
                    shown(group.reported, lang),
                    shown(group.points, lang),
                    signed(group.difference()),
                ];
                line(group.name(), points, capital(&group.remark(lang)), false);
            }
        }
        let points = [
            text_or_blank(sheet.reported_text(part), lang),
            shown(sheet.computed.get(part), lang),
            signed(sheet.difference(part)),
        ];
        let remark = remark(sheet, part, lang);
        line(
            capital(&part.name(lang)),
            points,
            capital(&remark),
            part == Part::Total,
        );
    }
    let name = |parts: &Parts| grade(parts.grade_name.as_ref(), lang);
    let grades = [name(&sheet.reported), name(&sheet.computed), String::new()];
    let why = sheet.computed.grade_missing.clone().unwrap_or_default();
    line(capital(&labels::part_grade(lang)), grades, why, true);
}

/// The signs the table has, and which way the difference goes.
fn legend(body: &mut Body, sheet: &ScoredSheet, lang: Lang) {
    let mut said = vec![words::legend_row(lang)];
    for (from, words) in [
        (
            FullMarkFrom::Inferred,
            words::sign_inferred(lang, labels::legend_inferred(lang)),
        ),
        (
            FullMarkFrom::Pack,
            words::sign_pack(lang, labels::legend_pack(lang)),
        ),
    ] {
        let mut sources = sheet.rows.iter().map(|row| row.full_mark_source);
        if sources.any(|source| source == Some(from)) {
            said.push(words);
        }
    }
    body.note(&said.join("  "));
}
