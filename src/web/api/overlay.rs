//! 改动文件: a scenario to take home, and one brought along.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use jixiao::document::{Problem, ProblemKind};
use jixiao::whatif::{MOST_BYTES, MOST_CHANGES, read_overlay, read_set, write_overlay};
use jixiao::words::web as words;
use serde::{Deserialize, Serialize};

use super::library::Nothing;
use super::whatif::too_many;
use super::{ask, told};
use crate::web::answer::{Answer, Refusal, Told, download};
use crate::web::asked::{InAddress, InBody, bytes};
use crate::web::desk::Desk;

/// A scenario.
#[derive(Deserialize)]
pub struct Overlay {
    title: String,
    #[serde(default)]
    reason: String,
    set: Vec<Change>,
}

/// One of its changes: `KEY=VALUE`.
#[derive(Deserialize, Serialize)]
pub struct Change {
    set: String,
    because: Option<String>,
}

/// `POST /api/overlay`: the file the command line takes.
pub async fn write(InBody(common, overlay): InBody<Overlay>) -> Result<Response, Refusal> {
    let lang = common.lang();
    ask(lang, move || {
        if overlay.set.len() > MOST_CHANGES {
            return Err(too_many(lang));
        }
        let (mut changes, mut problems) = (Vec::new(), Vec::new());
        for Change { set, because } in overlay.set {
            let because = because.filter(|because| !because.trim().is_empty());
            match read_set(&set) {
                Ok(change) => changes.push(jixiao::Change { because, ..change }),
                Err(kind) => problems.push(Problem::of_file(&set, kind)),
            }
        }
        if !problems.is_empty() {
            return Err(Refusal::of(&problems, lang));
        }
        let text = write_overlay(&overlay.title, &overlay.reason, &changes);
        let text = text.ok_or_else(|| {
            let kind = ProblemKind::said(words::not_written, words::not_written_help);
            Refusal::said("set", kind, lang)
        })?;
        let odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
        let stem: String = overlay.title.replace(odd, "_").chars().take(60).collect();
        Ok(download(&format!("{stem}.yaml"), "text/yaml", text.into()))
    })
    .await
}

/// A scenario that was read.
#[derive(Serialize)]
pub struct Read {
    title: String,
    reason: Option<String>,
    set: Vec<Change>,
    /// What the user should know of the file.
    notices: Vec<Told>,
}

/// `POST /api/overlay/read`: a file, as it is.
pub async fn read(
    State(_): State<Arc<Desk>>,
    InAddress(common, Nothing {}): InAddress<Nothing>,
    request: Request,
) -> Answer {
    let lang = common.lang();
    let (parts, body) = request.into_parts();
    let most = usize::try_from(MOST_BYTES).unwrap_or(usize::MAX);
    let bytes = bytes(&parts, body, most).await?;
    let answer = told(lang, move || {
        let overlay = read_overlay("overlay.yaml", &bytes);
        let overlay = overlay.map_err(|problems| Refusal::of(&problems, lang))?;
        let set = overlay.changes.into_iter().map(|change| Change {
            set: format!("{}={}", change.key, change.value()),
            because: change.because,
        });
        Ok(Read {
            title: overlay.title,
            reason: overlay.reason,
            set: set.collect(),
            notices: Told::all(&overlay.notices, lang),
        })
    });
    answer.await
}
