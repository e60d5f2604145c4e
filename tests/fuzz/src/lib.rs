//! What the targets share: building files around fuzzed parts, and using whatever a reader gives.

pub mod build;
pub mod pdf;
mod watch;

use std::cell::OnceCell;
use std::sync::Arc;

use jixiao::audit::{Profile, audit};
use jixiao::document::office::read_office;
use jixiao::document::{Document, Problem, read_own_file, read_pdf_with_notices};
use jixiao::recognise::{Opened, recognise};
use jixiao::report::Screen;
use jixiao::report::audit::{self as audit_report, AuditedSheets};
use jixiao::report::explain::{Focus, explain};
use jixiao::report::import::{Form, Imported, told, yaml};
use jixiao::report::score::{self as score_report, ScoredSheet, ScoredSheets};
use jixiao::words::Lang;
use jixiao::{PackFiles, Scorer, load};

pub use watch::watch;

/// Puts problems into words.
pub fn say(problems: &[Problem]) {
    for problem in problems.iter().take(20) {
        problem.render(Lang::Zh);
        problem.render(Lang::En);
    }
}

/// Reads a sheet or target file.
pub fn own(file: &str, bytes: &[u8]) {
    match read_own_file(file, bytes) {
        Err(problems) => say(&problems),
        Ok(own) => uses(&Opened {
            sheets: own.sheets,
            targets: own.targets,
            notes: Vec::new(),
            notices: own.notices,
        }),
    }
}

/// Reads an office file or a web page and goes on to the import.
pub fn open_office(file: &str, bytes: &[u8]) {
    match read_office(file, bytes) {
        Err(problems) => say(&problems),
        Ok(document) => recognised(&document),
    }
}

/// Reads a PDF and goes on to the import.
pub fn open_pdf(bytes: &[u8]) {
    match read_pdf_with_notices("a.pdf", bytes) {
        Err(problems) => say(&problems),
        Ok((document, notices)) => {
            say(&notices);
            recognised(&document);
        }
    }
}

/// Recognises a document, as far as the import.
pub fn recognised(document: &Document) {
    let found = recognise(document);
    imports(&Opened {
        sheets: found.sheets,
        targets: found.targets,
        notes: found.notes,
        notices: Vec::new(),
    });
}

thread_local! {
    static PACKS: OnceCell<(Vec<Scorer>, Profile)> = const { OnceCell::new() };
}

fn packs() -> (Vec<Scorer>, Profile) {
    let scorers = PackFiles::shipped().into_iter().map(|(pack, edition)| {
        let files = PackFiles::of_shipped(&pack, &edition).expect("a shipped pack");
        let pack = load(&files).unwrap_or_else(|_| panic!("a sound pack"));
        Scorer::new(Arc::new(pack)).unwrap_or_else(|_| panic!("scripts that compile"))
    });
    (scorers.collect(), Profile::shipped())
}

/// Notices, notes and import of whatever was read.
pub fn imports(opened: &Opened) {
    say(&opened.notices);
    for note in &opened.notes {
        told(note, Lang::Zh);
        told(note, Lang::En);
    }
    let sheets = opened.sheets.iter().map(Form::Sheet);
    let forms: Vec<Form<'_>> = sheets
        .chain(opened.targets.iter().map(Form::Targets))
        .collect();
    yaml(&forms);
    let mut imported = Imported::new();
    imported.add(opened, Lang::Zh);
    imported.json();
}

/// Import, scores, audit and reports of whatever was read.
pub fn uses(opened: &Opened) {
    imports(opened);
    if opened.sheets.is_empty() {
        return;
    }
    let sheets: Vec<_> = opened.sheets.iter().cloned().map(Arc::new).collect();
    PACKS.with(|packs_of_thread| {
        let (scorers, profile) = packs_of_thread.get_or_init(packs);
        for (scorer, lang) in scorers.iter().zip([Lang::Zh, Lang::En]) {
            let evaluations: Vec<_> = sheets
                .iter()
                .map(|sheet| {
                    scorer
                        .score(sheet)
                        .unwrap_or_else(|_| panic!("a fault of a shipped script"))
                })
                .collect();
            let found = audit(&evaluations, profile);
            let audited = AuditedSheets::new(&evaluations, &found, lang);
            let scored = ScoredSheets {
                sheets: evaluations
                    .iter()
                    .map(|one| ScoredSheet::new(one, lang))
                    .collect(),
            };
            let screen = Screen {
                lang,
                width: 100,
                color: false,
            };
            audit_report::table(&audited, screen);
            audit_report::json(&audited);
            audit_report::csv(&audited);
            audit_report::markdown(&audited, lang);
            score_report::table(&scored, screen);
            score_report::json(&scored);
            score_report::csv(&scored);
            score_report::markdown(&scored, lang);
            for evaluation in &evaluations {
                explain(evaluation, Focus::Everything, lang);
                explain(evaluation, Focus::Execution, lang);
                for row in 0..evaluation.rows.len().min(3) {
                    explain(evaluation, Focus::Row(row), lang);
                }
            }
        }
    });
}
