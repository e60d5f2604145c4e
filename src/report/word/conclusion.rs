//! 结论: the totals and grades as reported and recomputed, and how much was found.

use super::body::Body;
use super::table::{Cell, Set, Table};
use super::xml::capital;
use super::{head, limits, name_of};
use crate::audit::{Outcome, Severity};
use crate::report::Figure;
use crate::report::audit::{
    FoundRow, MOST_PAGES, grades, is_accepted, outcome_name, severity_name,
};
use crate::report::paper::{Paper, Subject};
use crate::report::score::{Part, ScoredSheet, grade, shown, signed, text_or_blank};
use crate::words::{Lang, accept, audit, papers_word as words};

/// The part: sentences, the table of totals, the table of findings, what was not looked at.
pub(super) fn write(body: &mut Body, paper: &Paper) {
    let lang = paper.lang;
    body.part(words::conclusion(lang));
    sentences(body, paper);
    if !paper.audited.sheets.is_empty() {
        totals(body, paper);
    }
    if paper.subject == Subject::Audit {
        counts(body, paper);
    }
    limits::write(body, paper);
}

fn sentences(body: &mut Body, paper: &Paper) {
    let (lang, sheets) = (paper.lang, &paper.audited.sheets);
    let count = match paper.audited.targets.len() {
        0 => words::sheets_given(lang, sheets.len()),
        targets => words::sheets_and_targets(lang, sheets.len(), targets),
    };
    let mut said = vec![count];
    if !sheets.is_empty() {
        let differences = sheets
            .iter()
            .map(|sheet| sheet.scored.difference(Part::Total));
        let (mut same, mut other, mut open) = (0, 0, 0);
        for difference in differences {
            match difference {
                None => open += 1,
                Some(difference) if difference.0.is_zero() => same += 1,
                Some(_) => other += 1,
            }
        }
        said.push(words::totals_compared(lang, same, other, open));
    }
    if paper.subject == Subject::Audit {
        let [errors, warnings, notes, uncertain, accepted] = tally(paper.audited.findings());
        let fails = errors + warnings + notes;
        said.push(words::found(
            lang, fails, errors, warnings, notes, uncertain,
        ));
        if accepted > 0 {
            said.push(words::found_accepted(lang, accepted));
        }
    }
    let space = match lang {
        Lang::Zh => "",
        Lang::En => " ",
    };
    body.paragraph(&said.join(space));
    // Of more sheets than anybody reads sentences about, the table tells.
    if sheets.len() <= MOST_PAGES {
        for sheet in sheets {
            let total = total_said(&sheet.scored, lang);
            let said = [
                Some(total),
                grades(sheet, lang).map(|grades| words::sentence(lang, capital(&grades))),
            ];
            let said: Vec<String> = said.into_iter().flatten().collect();
            body.item(&words::of_sheet(
                lang,
                name_of(&sheet.scored),
                said.join(space),
            ));
        }
    }
}

fn total_said(sheet: &ScoredSheet, lang: Lang) -> String {
    let why = || sheet.computed.missing.join("; ");
    match (sheet.reported_text(Part::Total), sheet.computed.total) {
        (Some(reported), Some(computed)) => match sheet.difference(Part::Total) {
            Some(Figure(difference)) if !difference.is_zero() => {
                // In words: a sign may be torn from its figure at the end of a line.
                let by = Figure(difference.abs());
                match difference.is_sign_positive() {
                    true => words::total_higher(lang, reported, computed, by),
                    false => words::total_lower(lang, reported, computed, by),
                }
            }
            Some(_) => words::total_same(lang, reported, computed),
            None => words::total_unread(lang, reported, computed),
        },
        (None, Some(computed)) => words::total_not_reported(lang, computed),
        (Some(reported), None) => words::total_not_computed(lang, reported, why()),
        (None, None) => words::total_neither(lang, why()),
    }
}

fn totals(body: &mut Body, paper: &Paper) {
    let lang = paper.lang;
    let mut table = Table::new([
        (audit::sheet(lang), 1_500, Set::Words),
        (words::subject(lang), 2_150, Set::Words),
        (words::total_reported(lang), 1_050, Set::Figures),
        (words::total_computed(lang), 1_250, Set::Figures),
        (words::difference(lang), 1_100, Set::Figures),
        (words::grade_reported(lang), 1_000, Set::Middle),
        (words::grade_computed(lang), 1_250, Set::Middle),
    ])
    .together(paper.audited.sheets.len());
    for sheet in &paper.audited.sheets {
        let sheet = &sheet.scored;
        let difference = signed(sheet.difference(Part::Total));
        table.row([
            Cell::of(&sheet.id),
            head::subject(sheet, lang).into(),
            text_or_blank(sheet.reported_text(Part::Total), lang).into(),
            shown(sheet.computed.total, lang).into(),
            Cell::of(text_or_blank(
                Some(difference).filter(|text| !text.is_empty()),
                lang,
            ))
            .strong(true),
            grade(sheet.reported.grade_name.as_ref(), lang).into(),
            grade(sheet.computed.grade_name.as_ref(), lang).into(),
        ]);
    }
    body.table(table);
}

/// Open findings that fail by severity, uncertain ones, accepted ones.
fn tally<'f>(findings: impl Iterator<Item = &'f FoundRow>) -> [usize; 5] {
    let mut counts = [0; 5];
    for finding in findings {
        let place = match finding.grade {
            _ if is_accepted(finding) => 4,
            (_, Outcome::Uncertain) => 3,
            (_, Outcome::NotApplicable) => continue,
            (Severity::Error, Outcome::Fails) => 0,
            (Severity::Warning, Outcome::Fails) => 1,
            (Severity::Note, Outcome::Fails) => 2,
        };
        counts[place] += 1;
    }
    counts
}

/// How many findings each sheet, each target table and the whole have.
fn counts(body: &mut Body, paper: &Paper) {
    let (lang, audited) = (paper.lang, &paper.audited);
    let fails = |severity| {
        let outcome = outcome_name(Outcome::Fails, lang);
        audit::both(lang, severity_name(severity, lang), outcome)
    };
    let mut table = Table::new([
        (audit::form(lang), 2_700, Set::Words),
        (fails(Severity::Error), 1_320, Set::Figures),
        (fails(Severity::Warning), 1_320, Set::Figures),
        (fails(Severity::Note), 1_320, Set::Figures),
        (outcome_name(Outcome::Uncertain, lang), 1_320, Set::Figures),
        (accept::accepted(lang), 1_320, Set::Figures),
    ])
    .together(audited.sheets.len() + audited.targets.len());
    let sheets = audited.sheets.iter();
    let sheets = sheets.map(|sheet| (sheet.scored.id.clone(), &sheet.findings));
    let targets = audited.targets.iter();
    let targets = targets.map(|table| (table.id.clone(), &table.findings));
    let across =
        (!audited.findings.is_empty()).then(|| (capital(&audit::across(lang)), &audited.findings));
    for (name, findings) in sheets.chain(targets).chain(across) {
        let counts = tally(findings.iter()).map(|count| Cell::of(count.to_string()));
        let cells: Vec<Cell> = [Cell::of(name)].into_iter().chain(counts).collect();
        table.cells(&cells);
    }
    body.table(table);
}
