//! 文件: what was read, and what is doubtful in it.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use jixiao::report::explain::place;
use jixiao::words::Lang;
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;

use super::told;
use crate::web::answer::{Answer, Refusal, Told};
use crate::web::asked::{InAddress, bytes};
use crate::web::desk::Desk;
use crate::web::file::File;

/// The most bytes of an uploaded file: what the readers of office files take.
const MOST_UPLOADED: usize = 64 * 1024 * 1024;
/// The most characters of its name.
const MOST_NAME: usize = 120;
/// Uploads that are taken in at the same time; more wait.
static UPLOADS: Semaphore = Semaphore::const_new(4);

/// Everything on the desk.
#[derive(Serialize)]
pub struct Library {
    files: Vec<FileRow>,
    /// What could not be read when the desk was opened.
    problems: Vec<Told>,
    /// The rule of the desk.
    rules: String,
}

#[derive(Serialize)]
struct FileRow {
    number: u64,
    name: String,
    uploaded: bool,
    sheets: Vec<FormRow>,
    targets: Vec<FormRow>,
    notes: Vec<NoteRow>,
    notices: Vec<Told>,
    problems: Vec<Told>,
}

#[derive(Serialize)]
struct FormRow {
    id: String,
    title: String,
    unit: String,
    project: Option<String>,
    year: Option<u16>,
}

/// Something that was repaired or stays uncertain.
#[derive(Serialize)]
struct NoteRow {
    message: String,
    place: String,
}

/// Nothing is asked but what all questions have in common.
#[derive(Deserialize)]
pub struct Nothing {}

/// `GET /api/library`.
pub async fn list(
    State(desk): State<Arc<Desk>>,
    InAddress(common, Nothing {}): InAddress<Nothing>,
) -> Answer {
    let lang = common.lang();
    told(lang, move || Ok(library(&desk, lang))).await
}

/// What an upload is called.
#[derive(Deserialize)]
pub struct Named {
    name: String,
}

/// `POST /api/library?name=…`: a file, as it is.
pub async fn upload(
    State(desk): State<Arc<Desk>>,
    InAddress(common, named): InAddress<Named>,
    request: Request,
) -> Answer {
    let lang = common.lang();
    // Never closed. Held until the file is read, not only until it is there.
    let _turn = UPLOADS.acquire().await;
    let (parts, body) = request.into_parts();
    let bytes = bytes(&parts, body, MOST_UPLOADED).await?;
    let answer = told(lang, move || {
        let uploaded = desk.upload(&plain(&named.name), bytes);
        uploaded.map_err(|problems| Refusal::of(&problems, lang))?;
        Ok(library(&desk, lang))
    });
    answer.await
}

/// A name, never a path: nothing is read or written there.
fn plain(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' => '_',
            c if c.is_control() => '_',
            c => c,
        })
        .collect();
    let before = kept.chars().count().saturating_sub(MOST_NAME);
    // The ending says what it is.
    match kept.trim() {
        "" | "-" | "." | ".." => "_".to_owned(),
        kept => kept.chars().skip(before).collect(),
    }
}

/// `DELETE /api/library/{number}`.
pub async fn remove(
    State(desk): State<Arc<Desk>>,
    Path(number): Path<String>,
    InAddress(common, Nothing {}): InAddress<Nothing>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        match number.parse().is_ok_and(|number| desk.remove(number)) {
            true => Ok(library(&desk, lang)),
            false => Err(Refusal::not_there(&number, lang)),
        }
    });
    answer.await
}

fn library(desk: &Desk, lang: Lang) -> Library {
    let state = desk.state();
    let files = state.files.iter();
    Library {
        files: files.map(|file| row(file, lang)).collect(),
        problems: Told::all(&state.problems, lang),
        rules: desk.rules.clone(),
    }
}

fn row(file: &File, lang: Lang) -> FileRow {
    let sheets = file.sheets.iter().map(|sheet| FormRow {
        id: sheet.id.clone(),
        title: sheet.title.clone(),
        unit: sheet.unit.clone(),
        project: sheet.project.clone(),
        year: sheet.year,
    });
    let targets = file.targets.iter().map(|table| FormRow {
        id: table.id.clone(),
        title: table.title.clone(),
        unit: table.unit.clone(),
        project: table.project.clone(),
        year: table.year,
    });
    let notes = file.notes.iter().map(|note| NoteRow {
        message: note.message(lang),
        place: place(&note.origin),
    });
    FileRow {
        number: file.number,
        name: file.name.clone(),
        uploaded: file.uploaded,
        sheets: sheets.collect(),
        targets: targets.collect(),
        notes: notes.collect(),
        notices: Told::all(&file.notices, lang),
        problems: Told::all(&file.problems, lang),
    }
}
