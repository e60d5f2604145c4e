//! 底稿: what goes into a file, as the command line writes it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jixiao::document::ProblemKind;
use jixiao::report::audit::AuditedSheets;
use jixiao::report::paper::{MOST_SHEETS, Paper, PaperError, PaperFormat};
use jixiao::report::whatif::WhatIf;
use jixiao::sheet::Cell;
use jixiao::words::{Lang, web as words};

use super::whatif::{asked, refused};
use super::{ask, turn};
use crate::cli::whatif_job::{Job, Work};
use crate::web::answer::{Refusal, download};
use crate::web::asked::{Common, InAddress};
use crate::web::desk::Desk;
use crate::web::judged::Judged;

/// What is asked: `format`, `subject`, and as often as wanted `sheet` and `set`.
type Words = Vec<(String, String)>;

/// `GET /api/paper?format=…&subject=…`.
pub async fn paper(
    State(desk): State<Arc<Desk>>,
    InAddress(common, words): InAddress<Words>,
) -> Result<Response, Refusal> {
    let lang = common.lang();
    let _turn = turn().await;
    ask(lang, move || {
        let (format, kind) = match one(&words, "format") {
            "xlsx" => (
                PaperFormat::Workbook,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            "docx" => (
                PaperFormat::Word,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            "html" => (PaperFormat::Page, "text/html"),
            other => return Err(unknown("format", other, "xlsx, docx, html", lang)),
        };
        let mut paper = about(&desk, &common, &words, lang)?;
        tell_corrections(&desk, &mut paper, lang);
        let written = paper.write(format);
        let bytes = written.map_err(|why| not_written(&why, lang))?;
        let of = match paper.evaluations.as_slice() {
            [only] => only.sheet.project.as_ref().unwrap_or(&only.sheet.unit),
            _ => "",
        };
        let odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
        let of: String = of.replace(odd, "_").chars().take(60).collect();
        let name = format!("{} {of}", paper.title());
        let name = format!("{}.{}", name.trim(), format.ending());
        Ok(download(&name, kind, bytes))
    })
    .await
}

fn about(desk: &Desk, common: &Common, words: &Words, lang: Lang) -> Result<Paper, Refusal> {
    let judged = desk.judged(&common.rules).map_err(refused(lang))?;
    let places = places(&judged, words, lang)?;
    let chosen = || {
        let (evaluations, audit) = judged.part(&places, &desk.profile);
        let audited = AuditedSheets::part(&evaluations, &audit, lang);
        (evaluations, audited)
    };
    match one(words, "subject") {
        "score" => Ok(Paper::score(chosen().0, lang)),
        "audit" if places.len() == judged.evaluations.len() => {
            let evaluations = judged.evaluations.to_vec();
            let audited = AuditedSheets::new(&evaluations, &judged.audit, lang);
            Ok(Paper::audit(evaluations, audited, lang))
        }
        "audit" => {
            let (evaluations, audited) = chosen();
            Ok(Paper::audit(evaluations, audited, lang))
        }
        "whatif" => {
            let set: Vec<String> = all(words, "set").map(str::to_owned).collect();
            let asked = [asked(&set, lang)?];
            let work = places.iter().map(|place| {
                let evaluation = &judged.evaluations[*place];
                Work {
                    sheet: Arc::clone(&evaluation.sheet),
                    packs: vec![Arc::clone(&evaluation.pack)],
                }
            });
            let job = Job {
                asked: &asked,
                focus: None,
                in_full: true,
                for_paper: true,
                lang,
            };
            let mut done = job.run(&work.collect::<Vec<_>>(), || ());
            done.close(lang);
            if !done.problems.is_empty() {
                return Err(Refusal::of(&done.problems, lang));
            }
            let whatif = WhatIf {
                sheets: done.sheets,
            };
            Ok(Paper::whatif(done.evaluations, whatif, lang))
        }
        other => Err(unknown("subject", other, "audit, score, whatif", lang)),
    }
}

/// Says of every cell a person has read otherwise that it is not the document's, and what stands there: the
/// checksum of a paper is that of the document.
fn tell_corrections(desk: &Desk, paper: &mut Paper, lang: Lang) {
    let state = desk.state();
    for sheet in &mut paper.audited.sheets {
        let scored = &mut sheet.scored;
        let corrections = state.files.iter().flat_map(|file| file.corrections());
        for one in corrections.filter(|one| one.sheet == scored.id) {
            let cell = match one.cell {
                Cell::Target => words::cell_target(lang),
                Cell::Actual => words::cell_actual(lang),
                Cell::FullMark => words::cell_full_mark(lang),
                Cell::Points => words::cell_points(lang),
            };
            let told = words::corrected(lang, cell, &one.was, &one.text);
            let mut rows = scored.rows.iter_mut();
            let Some(row) = rows.find(|row| row.id == one.row.to_string()) else {
                continue;
            };
            scored
                .notes
                .push(words::corrected_row(lang, &row.id, &row.indicator, &told));
            row.reason = Some(match row.reason.take() {
                Some(reason) => format!("{told}; {reason}"),
                None => told,
            });
        }
    }
}

/// The sheets asked for, all of them when none is named.
fn places(judged: &Judged, words: &Words, lang: Lang) -> Result<Vec<usize>, Refusal> {
    let named = all(words, "sheet").take(MOST_SHEETS + 1).map(|id| {
        let place = judged.find(id);
        place.ok_or_else(|| Refusal::not_there(id, lang))
    });
    let mut places = named.collect::<Result<Vec<usize>, Refusal>>()?;
    if places.is_empty() {
        places = (0..judged.evaluations.len()).collect();
    }
    places.sort_unstable();
    places.dedup();
    match places.len() {
        0 => Err(Refusal::not_there("sheet", lang)),
        many if many > MOST_SHEETS => Err(not_written(&PaperError::TooMany(many), lang)),
        _ => Ok(places),
    }
}

fn all<'w>(words: &'w Words, key: &'w str) -> impl Iterator<Item = &'w str> {
    let words = words.iter().filter(move |(name, _)| name == key);
    words.map(|(_, value)| value.as_str())
}

fn one<'w>(words: &'w Words, key: &'w str) -> &'w str {
    all(words, key).next().unwrap_or_default()
}

fn unknown(key: &str, value: &str, known: &str, lang: Lang) -> Refusal {
    let said = |lang| words::not_known(lang, key, value);
    let help = |lang| words::not_known_help(lang, known);
    Refusal::plain(StatusCode::BAD_REQUEST, said, help, lang)
}

fn not_written(why: &PaperError, lang: Lang) -> Refusal {
    let kind = ProblemKind::said(|lang| why.describe(lang), |lang| why.help(lang));
    Refusal::said("paper", kind, lang)
}
