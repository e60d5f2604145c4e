//! 问题清单: every finding with its number, those of one check and clause together.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::body::{Body, UPRIGHT};
use super::name_of;
use super::table::{Cell, Set, Table};
use super::xml::capital;
use crate::audit::{Family, checks};
use crate::report::Figure;
use crate::report::audit::{self, FoundRow, grouped, is_accepted, outcome_name, severity_name};
use crate::report::paper::Paper;
use crate::report::score::{signed, text_or_blank};
use crate::words::{Lang, accept, audit as labels, papers_word as words};

/// A figure of more letters than this has no column of its own.
const MOST_LETTERS: usize = 16;

/// The numbers of the findings, by sheet and row.
#[derive(Debug, Default)]
pub(super) struct Numbers<'p> {
    used: usize,
    rows: BTreeMap<(&'p str, &'p str), Vec<usize>>,
}

impl<'p> Numbers<'p> {
    fn next(&mut self, finding: &'p FoundRow) -> usize {
        self.used += 1;
        if let Some(row) = &finding.place.row {
            let of_row = self.rows.entry((&finding.place.sheet, row));
            of_row.or_default().push(self.used);
        }
        self.used
    }

    /// The numbers of what was found in a row.
    pub fn of(&self, sheet: &'p str, row: &'p str) -> &[usize] {
        self.rows.get(&(sheet, row)).map_or(&[], Vec::as_slice)
    }
}

/// Findings under one heading.
struct Chapter<'p> {
    title: String,
    findings: &'p [FoundRow],
    /// Whether the heading does not say which sheet they are of.
    across: bool,
}

/// Open findings, then accepted ones in a part of their own.
pub(super) fn write<'p>(body: &mut Body, paper: &'p Paper) -> Numbers<'p> {
    let (lang, mut numbers) = (paper.lang, Numbers::default());
    let chapters = chapters(paper);
    body.part(words::findings(lang));
    for chapter in &chapters {
        body.heading(2, &chapter.title);
        let open = chapter.findings.iter();
        let open: Vec<&FoundRow> = open.filter(|finding| !is_accepted(finding)).collect();
        if chapter.findings.is_empty() {
            body.paragraph(&paper.audited.nothing_found(lang));
        } else if open.is_empty() {
            body.paragraph(&words::all_accepted(lang));
        }
        groups(body, &mut numbers, &open, chapter.across);
    }
    if paper.audited.findings().any(is_accepted) {
        body.part(words::accepted(lang));
        body.lead(&words::accepted_about(lang));
        for chapter in &chapters {
            let accepted = chapter.findings.iter();
            let accepted: Vec<&FoundRow> = accepted.filter(|one| is_accepted(one)).collect();
            if !accepted.is_empty() {
                body.heading(2, &chapter.title);
                groups(body, &mut numbers, &accepted, chapter.across);
            }
        }
    }
    numbers
}

fn chapters(paper: &Paper) -> Vec<Chapter<'_>> {
    let (lang, audited) = (paper.lang, &paper.audited);
    let sheets = audited.sheets.iter().map(|sheet| Chapter {
        title: name_of(&sheet.scored),
        findings: &sheet.findings,
        across: false,
    });
    let targets = audited.targets.iter().map(|table| Chapter {
        title: labels::target_table(lang, &table.id, audit::name_of(table)),
        findings: &table.findings,
        across: false,
    });
    let across = (!audited.findings.is_empty()).then(|| Chapter {
        title: capital(&labels::across(lang)),
        findings: &audited.findings,
        across: true,
    });
    sheets.chain(targets).chain(across).collect()
}

fn groups<'p>(body: &mut Body, numbers: &mut Numbers<'p>, findings: &[&'p FoundRow], across: bool) {
    let lang = body.lang;
    for group in grouped(findings.iter().copied()) {
        let Some(first) = group.first() else {
            continue;
        };
        let (severity, outcome) = first.grade;
        let check = checks::ALL.iter().find(|check| check.code == first.code);
        let title = check.map_or_else(String::new, |check| (check.title)(lang));
        let heading = words::group(
            lang,
            first.code,
            capital(&title),
            severity_name(severity, lang),
            outcome_name(outcome, lang),
        );
        body.heading(3, &heading);
        body.table(table(&group, numbers, across, lang));
    }
}

/// A row a finding, then what they have in common: the clause, what to do, what a person has decided.
fn table<'p>(group: &[&'p FoundRow], numbers: &mut Numbers<'p>, across: bool, lang: Lang) -> Table {
    let reported = has_column(group, |finding| finding.reported.as_deref());
    let expected = has_column(group, |finding| finding.expected.as_deref());
    let difference = reported && expected && group.iter().any(|one| difference(one).is_some());
    let columns = [
        (reported, words::reported(lang)),
        (expected, words::expected(lang)),
        (difference, words::difference(lang)),
    ];
    let figures = columns.into_iter().filter(|(is_there, _)| *is_there);
    let figures: Vec<(String, u32, Set)> = figures
        .map(|(_, head)| (capital(&head), 1_050, Set::Figures))
        .collect();
    let taken = 700 + 2_000 + 1_050 * u32::try_from(figures.len()).unwrap_or_default();
    let mut columns = vec![
        (capital(&words::number(lang)), 700, Set::Middle),
        (capital(&words::place(lang)), 2_000, Set::Words),
    ];
    columns.extend(figures);
    columns.push((capital(&words::message(lang)), UPRIGHT - taken, Set::Words));
    let count = columns.len();
    // A finding takes about three lines.
    let mut table = Table::of(columns).together(group.len() * 3);
    for (index, finding) in group.iter().enumerate() {
        if index + 1 == group.len() {
            table.keep_on();
        }
        let number = numbers.next(finding);
        let (row, file) = place(finding, across, lang);
        let mut cells = vec![Cell::of(number.to_string()), Cell::of(row).small(file)];
        for (has_column, figure) in [(reported, &finding.reported), (expected, &finding.expected)] {
            if has_column {
                cells.push(text_or_blank(figure.clone(), lang).into());
            }
        }
        if difference {
            cells.push(text_or_blank(self::difference(finding), lang).into());
        }
        let was = finding.reported.as_ref().filter(|_| !reported);
        let was = was.map(|text| accept::was_reported(lang, text));
        let should = finding.expected.as_ref().filter(|_| !expected);
        let should = should.map(|text| accept::was_expected(lang, text));
        let beside: Vec<String> = was.into_iter().chain(should).collect();
        let beside = beside.join(&labels::comma(lang));
        cells.push(Cell::of(&finding.message).small(beside));
        table.cells(&cells);
    }
    let mut below = vec![];
    if let Some(first) = group.first() {
        below.push((words::basis(lang), first.rule.clone()));
        below.push((words::help(lang), capital(&first.help)));
        if let Some(accepted) = &first.accepted {
            let label = match accepted.counts() {
                true => words::reason(lang),
                false => words::open_again(lang),
            };
            below.push((label, accepted.why(lang)));
        }
    }
    for (label, text) in below {
        table.cells(&[
            Cell::label(&capital(&label)).over(2),
            Cell::of(text).over(count - 2),
        ]);
    }
    table
}

/// Whether a figure has a column of its own: some finding has it, and none a text.
fn has_column<'p>(group: &[&'p FoundRow], of: fn(&'p FoundRow) -> Option<&'p str>) -> bool {
    let mut texts = group.iter().copied().filter_map(of).peekable();
    texts.peek().is_some() && texts.all(|text| text.chars().count() <= MOST_LETTERS)
}

/// Expected less reported points, sums and the like, where both are plain numbers: elsewhere (years,
/// counts of different things) a difference would say nothing.
fn difference(finding: &FoundRow) -> Option<String> {
    Family::of(finding.code).filter(|family| family.english == "arithmetic")?;
    let number = |text: &Option<String>| text.as_deref()?.parse::<Decimal>().ok();
    let (reported, expected) = (number(&finding.reported)?, number(&finding.expected)?);
    let mut difference = expected.checked_sub(reported)?;
    // Subtracting from 0.00 forgets the places.
    difference.rescale(expected.scale().max(reported.scale()));
    Some(signed(Some(Figure(difference)))).filter(|text| !text.is_empty())
}

/// The row, with its sheet where the heading does not say it; the line or cell of the file.
fn place(finding: &FoundRow, across: bool, lang: Lang) -> (String, String) {
    let place = &finding.place;
    let row = place
        .row
        .as_ref()
        .map(|row| capital(&words::place_row(lang, row)));
    let sheet = (across || row.is_none()).then(|| place.sheet.clone());
    let parts: Vec<String> = sheet.into_iter().chain(row).collect();
    let file = match (&place.cell, place.line) {
        (Some(cell), _) => format!("{} {cell}", place.file),
        (None, Some(line)) => format!("{}:{line}", place.file),
        (None, None) => place.file.clone(),
    };
    (parts.join(" "), file)
}
