//! 文件: what was read, and what is doubtful in it.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use jixiao::report::explain::place;
use jixiao::words::Lang;
use serde::{Deserialize, Serialize};

use super::{Common, ask};
use crate::web::answer::{Answer, Refusal, Told};
use crate::web::desk::{Desk, File};

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

/// `GET /api/library`.
pub async fn list(State(desk): State<Arc<Desk>>, Query(common): Query<Common>) -> Answer<Library> {
    let lang = common.lang();
    ask(lang, move || Ok(library(&desk, lang))).await
}

/// What an upload is called.
#[derive(Deserialize)]
pub struct Named {
    name: String,
}

/// `POST /api/library?name=…`: a file, as it is.
pub async fn upload(
    State(desk): State<Arc<Desk>>,
    Query(common): Query<Common>,
    Query(named): Query<Named>,
    bytes: Bytes,
) -> Answer<Library> {
    let lang = common.lang();
    ask(lang, move || {
        // A name, never a path: nothing is read or written there.
        let name = named.name.replace(['/', '\\'], "_");
        let uploaded = desk.upload(&name, bytes.to_vec());
        uploaded.map_err(|problem| Refusal::of(&[problem], lang))?;
        Ok(library(&desk, lang))
    })
    .await
}

/// `DELETE /api/library/{number}`.
pub async fn remove(
    State(desk): State<Arc<Desk>>,
    Path(number): Path<u64>,
    Query(common): Query<Common>,
) -> Answer<Library> {
    let lang = common.lang();
    ask(lang, move || match desk.remove(number) {
        true => Ok(library(&desk, lang)),
        false => Err(Refusal::not_there(&number.to_string(), lang)),
    })
    .await
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
