//! 自评表: reported beside recomputed, findings in place.

use std::sync::Arc;

use axum::extract::State;
use jixiao::audit::Audit;
use jixiao::report::audit::{AuditedSheet, AuditedSheets, FoundRow};
use jixiao::report::explain::{Focus, explain};
use jixiao::report::score::ScoredSheet;
use jixiao::score::Evaluation;
use jixiao::sheet::Cell;
use jixiao::value::Written;
use jixiao::words::Lang;
use serde::{Deserialize, Serialize};

use super::confirm::Field;
use super::library::Nothing;
use super::whatif::refused;
use super::{ask, told};
use crate::web::answer::{Answer, Refusal, Sent, Told};
use crate::web::asked::InAddress;
use crate::web::desk::Desk;
use crate::web::judged::Judged;

/// All sheets in a line each.
#[derive(Serialize)]
pub struct Sheets {
    sheets: Vec<Line>,
    /// Findings across sheets and those of target tables.
    findings: Vec<FoundRow>,
    problems: Vec<Told>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    title: String,
    unit: String,
    project: Option<String>,
    year: Option<u16>,
    rules: String,
    reported: Option<String>,
    total: Option<String>,
    grade: Option<String>,
    reported_grade: Option<String>,
    /// Findings that fail, are uncertain, are accepted.
    fails: usize,
    uncertain: usize,
    accepted: usize,
}

/// `GET /api/sheets`.
pub async fn list(
    State(desk): State<Arc<Desk>>,
    InAddress(common, Nothing {}): InAddress<Nothing>,
) -> Answer {
    let lang = common.lang();
    let answer = ask(lang, move || {
        let judged = desk.judged(&common.rules).map_err(refused(lang))?;
        judged.lines(lang, || Sent::new(&lines(&judged, lang), lang))
    });
    answer.await
}

fn lines(judged: &Judged, lang: Lang) -> Sheets {
    use jixiao::audit::Outcome;
    let both = judged.evaluations.iter().zip(&judged.audit.sheets);
    let sheets = both.map(|(evaluation, audited)| {
        let count = |wanted: Outcome| {
            let findings = audited.findings.iter();
            let open = findings.filter(|finding| !finding.standing.is_accepted());
            open.filter(|finding| finding.outcome == wanted).count()
        };
        let scored = ScoredSheet::new(evaluation, lang);
        let text = |figure: Option<jixiao::report::Figure>| figure.map(|figure| figure.to_string());
        let accepted = audited.findings.iter();
        Line {
            id: scored.id,
            title: scored.title,
            unit: scored.unit,
            project: scored.project,
            year: scored.year,
            rules: evaluation.pack.name(),
            reported: text(scored.reported.total),
            total: text(scored.computed.total),
            grade: scored.computed.grade,
            reported_grade: scored.reported.grade,
            fails: count(Outcome::Fails),
            uncertain: count(Outcome::Uncertain),
            accepted: accepted
                .filter(|finding| finding.standing.is_accepted())
                .count(),
        }
    });
    let sheets = sheets.collect();
    let rest = Audit {
        sheets: Vec::new(),
        ..judged.audit.clone()
    };
    let rest = AuditedSheets::part(&[], &rest, lang);
    let of_targets = rest.targets.into_iter().flat_map(|table| table.findings);
    Sheets {
        sheets,
        findings: rest.findings.into_iter().chain(of_targets).collect(),
        problems: Told::all(&judged.problems, lang),
    }
}

/// One sheet, and why its numbers are what they are.
#[derive(Serialize)]
pub struct Sheet {
    #[serde(flatten)]
    sheet: AuditedSheet,
    /// Findings across sheets that are about this one.
    across: Vec<FoundRow>,
    /// Cells whose reading is doubtful, for a person to confirm.
    doubtful: Vec<DoubtRow>,
    /// Cells a person has confirmed or corrected.
    confirmed: Vec<ConfirmedRow>,
    /// How total and grade come about, then the execution part, then every row.
    why: Why,
}

#[derive(Serialize)]
struct DoubtRow {
    row: u32,
    field: Field,
    /// What was read.
    text: String,
    /// Why it is doubtful, a reason each.
    doubts: Vec<String>,
}

#[derive(Serialize)]
struct ConfirmedRow {
    row: u32,
    field: Field,
    value: String,
    /// What was read there before.
    was: String,
}

#[derive(Serialize)]
struct Why {
    total: String,
    execution: String,
    rows: Vec<String>,
}

/// Which sheet.
#[derive(Deserialize)]
pub struct Which {
    id: String,
}

/// `GET /api/sheet?id=…`.
pub async fn one(
    State(desk): State<Arc<Desk>>,
    InAddress(common, which): InAddress<Which>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        let judged = desk.judged(&common.rules).map_err(refused(lang))?;
        sheet(&desk, &judged, &which.id, lang).ok_or_else(|| Refusal::not_there(&which.id, lang))
    });
    answer.await
}

/// The sheet of that id.
pub fn sheet(desk: &Desk, judged: &Judged, id: &str, lang: Lang) -> Option<Sheet> {
    let at = judged.find(id)?;
    let (evaluations, audit) = judged.part(&[at], &desk.profile);
    let evaluation = &evaluations[0];
    let id = &evaluation.sheet.id;
    let audited = AuditedSheets::part(&evaluations, &audit, lang);
    let rows = 0..evaluation.rows.len();
    let corrections = judged.corrections.iter();
    let confirmed = corrections.filter(|it| it.sheet == *id);
    let confirmed = confirmed.map(|it| ConfirmedRow {
        row: it.row,
        field: Field::of(it.cell),
        value: it.text.clone(),
        was: it.was.clone(),
    });
    Some(Sheet {
        sheet: audited.sheets.into_iter().next()?,
        across: audited.findings,
        doubtful: doubtful(evaluation, lang),
        confirmed: confirmed.collect(),
        why: Why {
            total: explain(evaluation, Focus::Everything, lang),
            execution: explain(evaluation, Focus::Execution, lang),
            rows: rows
                .map(|row| explain(evaluation, Focus::Row(row), lang))
                .collect(),
        },
    })
}

/// Targets and actuals whose reading is doubtful.
fn doubtful(evaluation: &Evaluation, lang: Lang) -> Vec<DoubtRow> {
    let rows = evaluation.sheet.measures();
    let cells = rows.flat_map(|(_, row)| {
        let cell = |cell: Cell, written: &Written| DoubtRow {
            row: row.row,
            field: Field::of(cell),
            text: written.text.clone(),
            doubts: written.doubts.iter().map(|it| it.describe(lang)).collect(),
        };
        [
            cell(Cell::Target, &row.target.0),
            cell(Cell::Actual, &row.actual.0),
        ]
    });
    cells.filter(|cell| !cell.doubts.is_empty()).collect()
}
