//! 核对: what a person reads in a doubtful cell, on the desk's own copy of the sheet.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use jixiao::document::ProblemKind;
use jixiao::report::import::Form;
use jixiao::sheet::{Cell, Entry, Measure, Origin};
use jixiao::words::{Lang, web as words};
use serde::{Deserialize, Serialize};

use super::sheets::{Sheet, sheet};
use super::told;
use super::whatif::refused;
use crate::web::answer::{Answer, Refusal, download};
use crate::web::asked::{InAddress, InBody};
use crate::web::desk::{Desk, State as OnDesk};
use crate::web::file::{Correction, File};

/// The most characters of a cell.
const LONGEST: usize = 2_000;

/// Which cell.
#[derive(Deserialize)]
pub struct Which {
    sheet: String,
    row: u32,
    field: Field,
}

/// Which cell, and what stands there.
#[derive(Deserialize)]
pub struct Reading {
    sheet: String,
    row: u32,
    field: Field,
    value: String,
}

/// A cell by the word the page has for it.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Target,
    Actual,
    /// Not asked for: a single printed mark would change how all others are found.
    #[serde(skip_deserializing)]
    FullMark,
    Points,
}

impl Field {
    /// The word for a cell.
    pub fn of(cell: Cell) -> Field {
        match cell {
            Cell::Target => Field::Target,
            Cell::Actual => Field::Actual,
            Cell::FullMark => Field::FullMark,
            Cell::Points => Field::Points,
        }
    }

    /// What stands in a row of the sheet.
    fn text(self, row: &Measure) -> String {
        let figure = |entry: &Entry| match entry {
            Entry::Blank => String::new(),
            Entry::Number(printed) => printed.text.clone(),
            Entry::Unreadable { text, .. } => text.clone(),
        };
        match self {
            Field::Target => row.target.0.text.clone(),
            Field::Actual => row.actual.0.text.clone(),
            Field::FullMark => figure(&row.full_mark),
            Field::Points => figure(&row.points),
        }
    }

    fn cell(self) -> Cell {
        match self {
            Field::Target => Cell::Target,
            Field::Actual => Cell::Actual,
            Field::FullMark => Cell::FullMark,
            Field::Points => Cell::Points,
        }
    }
}

/// `POST /api/confirm`.
pub async fn confirm(
    State(desk): State<Arc<Desk>>,
    InBody(common, asked): InBody<Reading>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        let text = asked.value.trim();
        if text.chars().nth(LONGEST).is_some() {
            let kind = ProblemKind::said(
                |lang| words::cell_too_long(lang, LONGEST),
                words::cell_too_long_help,
            );
            return Err(Refusal::said("value", kind, lang));
        }
        let noted = desk.change_files(|state| {
            in_file(state, &asked.sheet, |file| {
                let as_read = Arc::clone(file.as_read(&asked.sheet)?);
                let mut rows = as_read.measures().map(|(_, row)| row);
                let row = rows.find(|row| row.row == asked.row)?;
                let stood = match asked.field.cell() {
                    Cell::Target => row.target_origin(),
                    Cell::Actual => row.actual_origin(),
                    Cell::FullMark => row.full_mark_origin(),
                    Cell::Points => row.points.printed().map_or(&row.origin, |it| &it.origin),
                };
                let correction = Correction {
                    sheet: asked.sheet.clone(),
                    row: asked.row,
                    cell: asked.field.cell(),
                    text: text.to_owned(),
                    was: asked.field.text(row),
                    origin: by_a_person(stood, lang),
                };
                file.correct(correction);
                Some(())
            })
        });
        let found = noted.is_some();
        answered(&desk, found, &asked.sheet, asked.row, &common.rules, lang)
    });
    answer.await
}

/// `DELETE /api/confirm`: the cell as it was read.
pub async fn take_back(
    State(desk): State<Arc<Desk>>,
    InBody(common, which): InBody<Which>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        let taken = desk.change_files(|state| {
            in_file(state, &which.sheet, |file| {
                let taken = file.take_back(&which.sheet, which.row, which.field.cell());
                taken.then_some(())
            })
        });
        let found = taken.is_some();
        answered(&desk, found, &which.sheet, which.row, &common.rules, lang)
    });
    answer.await
}

/// Changes the file a sheet stands in; what is no change leaves it alone.
fn in_file<T>(
    state: &mut OnDesk,
    sheet: &str,
    change: impl FnOnce(&mut File) -> Option<T>,
) -> Option<T> {
    let mut files = state.files.iter_mut();
    let file = files.find(|file| file.as_read(sheet).is_some())?;
    change(Arc::make_mut(file))
}

fn answered(
    desk: &Desk,
    found: bool,
    id: &str,
    row: u32,
    rules: &str,
    lang: Lang,
) -> Result<Sheet, Refusal> {
    let not_there = || Refusal::not_there(&format!("{id} {row}"), lang);
    if !found {
        return Err(not_there());
    }
    let judged = desk.judged(rules).map_err(refused(lang))?;
    sheet(desk, &judged, id, lang).ok_or_else(not_there)
}

/// The place of a reading: that a person made it, and where the cell stands.
fn by_a_person(stood: &Origin, lang: Lang) -> Origin {
    let cell = match &stood.cell {
        Some(cell) => words::confirmed_cell(lang, cell),
        None if stood.line > 0 => words::confirmed_line(lang, stood.line),
        None => words::confirmed(lang),
    };
    Origin {
        cell: Some(cell.into()),
        ..stood.clone()
    }
}

/// Which sheet.
#[derive(Deserialize)]
pub struct Taken {
    id: String,
}

/// `GET /api/sheet/yaml?id=…`: the sheet as a file of its own.
pub async fn yaml(
    State(desk): State<Arc<Desk>>,
    InAddress(common, taken): InAddress<Taken>,
) -> Response {
    let state = desk.state();
    let Some(sheet) = state.sheet(&taken.id) else {
        return Refusal::not_there(&taken.id, common.lang()).into_response();
    };
    let name = sheet.id.replace(['/', '\\'], "-");
    let text = Form::Sheet(sheet).file();
    download(&format!("{name}.yaml"), "text/yaml", text.into())
}
