//! What the targets share: building files around fuzzed parts, and using whatever a reader gives.

pub mod build;
pub mod pdf;
mod watch;

use std::cell::OnceCell;
use std::sync::Arc;

use jixiao::accept::{Acceptance, Accepted, Forms, apply, read, write};
use jixiao::audit::{Audit, Profile, audit_with_targets};
use jixiao::document::office::read_office;
use jixiao::document::{Document, Problem, read_own_file, read_pdf_with_notices};
use jixiao::recognise::{Opened, recognise};
use jixiao::report::Screen;
use jixiao::report::audit::{self as audit_report, AuditedSheets};
use jixiao::report::explain::{Focus, explain};
use jixiao::report::import::{Form, Imported, told, yaml};
use jixiao::report::score::{self as score_report, ScoredSheet, ScoredSheets};
use jixiao::sheet::TargetTable;
use jixiao::words::Lang;
use jixiao::{Evaluation, PackFiles, Scorer, Sheet, load};

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
    if opened.sheets.is_empty() && opened.targets.is_empty() {
        return;
    }
    PACKS.with(|packs_of_thread| {
        let (scorers, profile) = packs_of_thread.get_or_init(packs);
        for (scorer, lang) in scorers.iter().zip([Lang::Zh, Lang::En]) {
            let evaluations = scored(scorer, &opened.sheets);
            let found = audit_with_targets(&evaluations, &opened.targets, profile);
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
            reads_back(&audited, lang);
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

fn scored(scorer: &Scorer, sheets: &[Sheet]) -> Vec<Evaluation> {
    let sheets = sheets.iter().cloned().map(Arc::new);
    let evaluations = sheets.map(|sheet| {
        let scored = scorer.score(&sheet);
        scored.unwrap_or_else(|_| panic!("a fault of a shipped script"))
    });
    evaluations.collect()
}

/// Writes an audit as SARIF, CSV and Markdown: each is what it says it is, and no control character of a
/// sheet gets through.
fn reads_back(audited: &AuditedSheets, lang: Lang) {
    let sarif = audit_report::sarif(audited, lang);
    let log: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), audited.findings().count());
    let csv = audit_report::csv(audited);
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<_> = rows
        .records()
        .map(|row| row.expect("as many cells as heads"))
        .collect();
    assert_eq!(rows.len(), results.len());
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '@']), "{cell:?}");
    }
    let markdown = audit_report::markdown(audited, lang);
    assert!(
        !markdown.contains(|c: char| c.is_control() && c != '\n'),
        "{markdown:?}"
    );
    for line in markdown.lines().filter(|line| line.starts_with("| ")) {
        let escaped = line.replace("\\\\", "").replace("\\|", "");
        let bars = escaped.matches('|').count();
        assert!((4..=10).contains(&bars), "{line:?}");
    }
}

/// The audit of a sheet, a target table or, where there is neither, a sample.
fn audited(file: Option<&[u8]>, check: impl Fn(&[Evaluation], &[TargetTable], &dyn Fn() -> Audit)) {
    const SAMPLE: &[u8] = include_bytes!("../../../samples/wuhan-2024/series.yaml");
    let own = match file.map(|file| read_own_file("a.yaml", file)) {
        Some(Ok(own)) => own,
        Some(Err(problems)) => return say(&problems),
        None => read_own_file("a.yaml", SAMPLE).unwrap_or_else(|_| panic!("a sound sample")),
    };
    PACKS.with(|packs_of_thread| {
        let (scorers, profile) = packs_of_thread.get_or_init(packs);
        let evaluations = scored(&scorers[scorers.len() - 1], &own.sheets);
        let audit = || audit_with_targets(&evaluations, &own.targets, profile);
        check(&evaluations, &own.targets, &audit);
    });
}

/// Meets acceptances with an audit; and whatever is found there can be accepted, all of it.
pub fn accepts(accepted: &Accepted, file: Option<&[u8]>) {
    audited(file, |evaluations, targets, audit| {
        let forms = Forms::new(evaluations, targets);
        let mut found = audit();
        let applied = apply(&mut found, &forms, accepted, None);
        assert!(applied.accepted + applied.changed <= found.findings().count());
        let report = AuditedSheets::new(evaluations, &found, Lang::Zh);
        reads_back(&report, Lang::Zh);
        let mut found = audit();
        let across = found.findings().count() - found.across.len();
        let all = found
            .findings()
            .enumerate()
            .map(|(index, finding)| Acceptance {
                reason: "理由".to_owned(),
                ..Acceptance::of(finding, &forms, index >= across)
            });
        let all: Vec<Acceptance> = all.collect();
        // A form whose name is blank cannot be named in a file.
        if all.iter().any(|one| one.sheet.trim().is_empty()) {
            return;
        }
        let written = write(&all, Lang::Zh);
        let all = read("accepted.yaml", written.as_bytes());
        let all = all.unwrap_or_else(|_| panic!("what is written is read again"));
        apply(&mut found, &forms, &all, None);
        for finding in found.findings() {
            assert!(finding.standing.is_accepted(), "{finding:?}");
        }
    });
}

/// Texts as those of a sheet with something to find in every row.
pub fn renders(data: &[u8]) {
    let texts: Vec<String> = build::parts(data)
        .map(|part| String::from_utf8_lossy(part).into_owned())
        .collect();
    let texts = texts
        .iter()
        .map(String::as_str)
        .chain(std::iter::repeat("甲"));
    let texts: Vec<&str> = texts.take(18).collect();
    let text = |index: usize| match texts[index].trim() {
        "" => "甲",
        _ => texts[index],
    };
    let rows: Vec<serde_json::Value> = (0..4)
        .map(|row| {
            serde_json::json!({
                "name": text(4 + row), "target": "10场", "actual": text(8 + row), "full_mark": "20",
                "points": "25", "levels": ["产出指标", text(12 + row)], "reason": text(3),
            })
        })
        .collect();
    let sheet = serde_json::json!({
        "title": text(0), "scope": "project", "year": 2024, "unit": text(1), "project": text(2),
        "goals": text(3), "indicators": rows, "total": "99", "grade": text(16), "reasons": [text(17)],
        "execution": {"full_mark": "20", "budget": "100", "executed": "90", "points": "18"},
    });
    own("a.json", sheet.to_string().as_bytes());
}
