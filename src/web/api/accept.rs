//! 接受: findings a person leaves as they are, noted on the desk as `jixiao accept` notes them in a file.

use std::path::Path;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jixiao::accept::{self, Chosen, FILE_NAMES, Forms, choose};
use jixiao::audit::codes_of;
use jixiao::document::ProblemKind;
use jixiao::words::{Lang, accept as words, cli as cli_words, web as web_words};
use serde::Deserialize;

use super::library::Nothing;
use super::sheets::{Sheet, sheet};
use super::told;
use super::whatif::refused;
use crate::web::answer::{Answer, Refusal, download};
use crate::web::asked::{InAddress, InBody};
use crate::web::desk::{Desk, State as OnDesk};

/// The most characters of a reason, and of who gives it.
const LONGEST: usize = 2_000;

/// Which finding.
#[derive(Deserialize)]
pub struct Which {
    /// The sheet or target table.
    sheet: String,
    /// The check.
    code: String,
    /// The row, by its number or part of its indicator's name.
    row: Option<String>,
}

/// Which finding, and why it may stay.
#[derive(Deserialize)]
pub struct Decision {
    sheet: String,
    code: String,
    row: Option<String>,
    reason: String,
    by: Option<String>,
}

/// `POST /api/accept`: the sheet as it is then; null for a target table.
pub async fn accept(
    State(desk): State<Arc<Desk>>,
    InBody(common, asked): InBody<Decision>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        let mut texts = [Some(&asked.reason), asked.by.as_ref()]
            .into_iter()
            .flatten();
        if texts.any(|text| text.chars().nth(LONGEST).is_some()) {
            let said = |lang| web_words::reason_too_long(lang, LONGEST);
            let kind = ProblemKind::said(said, words::help_reason);
            return Err(Refusal::said("reason", kind, lang));
        }
        if asked.reason.trim().is_empty() {
            let kind = ProblemKind::said(words::no_reason, words::help_reason);
            return Err(Refusal::said("reason", kind, lang));
        }
        let which = Which {
            sheet: asked.sheet,
            code: asked.code,
            row: asked.row,
        };
        which.change(&desk, &common.rules, lang, |chosen, state, folder| {
            let file = state.accepted.entry(folder.to_owned()).or_default();
            chosen.note(&mut file.entries, &asked.reason, asked.by.as_deref());
            true
        })
    });
    answer.await
}

/// `DELETE /api/accept`: takes it back.
pub async fn take_back(
    State(desk): State<Arc<Desk>>,
    InBody(common, which): InBody<Which>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        which.change(&desk, &common.rules, lang, |chosen, state, folder| {
            let file = state.accepted.get_mut(folder);
            file.is_some_and(|file| chosen.take_back(&mut file.entries))
        })
    });
    answer.await
}

impl Which {
    /// Notes something about the finding, and says what the sheet looks like then.
    fn change(
        &self,
        desk: &Desk,
        rules: &str,
        lang: Lang,
        change: impl FnOnce(Chosen, &mut OnDesk, &Path) -> bool,
    ) -> Result<Option<Sheet>, Refusal> {
        let codes = codes_of(&self.code);
        let Some([code]) = codes.as_deref() else {
            let said = |lang| cli_words::no_such_check(lang, &self.code);
            let kind = ProblemKind::said(said, cli_words::no_such_check_help);
            return Err(Refusal::said("code", kind, lang));
        };
        let judged = desk.judged(rules).map_err(refused(lang))?;
        let forms = Forms::new(&judged.evaluations, &judged.targets);
        let Some(form) = forms.get(&self.sheet) else {
            return Err(Refusal::not_there(&self.sheet, lang));
        };
        let Some(folder) = form.folder() else {
            let kind = ProblemKind::said(words::no_folder, words::no_folder_help);
            return Err(Refusal::said(&self.sheet, kind, lang));
        };
        let only = std::slice::from_ref(&self.sheet);
        let chosen = choose(&judged.audit, &forms, code, self.row.as_deref(), only);
        let chosen = chosen.map_err(|kind| Refusal::said(&self.sheet, kind, lang))?;
        if !desk.change(|state| change(chosen, state, folder)) {
            return Err(Refusal::not_there(&self.code, lang));
        }
        let judged = desk.judged(rules).map_err(refused(lang))?;
        Ok(sheet(desk, &judged, &self.sheet, lang))
    }
}

/// `GET /api/accepted`: the file to keep beside the sheets.
pub async fn file(
    State(desk): State<Arc<Desk>>,
    InAddress(common, Nothing {}): InAddress<Nothing>,
) -> Response {
    let lang = common.lang();
    let state = desk.state();
    let entries = state.accepted.values().flat_map(|file| &file.entries);
    let entries: Vec<_> = entries.cloned().collect();
    let name = match lang {
        Lang::Zh => FILE_NAMES[0],
        Lang::En => FILE_NAMES[1],
    };
    download(name, "text/yaml", accept::write(&entries, lang).into())
}
