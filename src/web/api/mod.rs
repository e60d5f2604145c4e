//! The questions the page asks. One file a subject; every answer is what the command line prints as JSON.

mod library;
mod sheets;
mod whatif;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{delete, get, post};
use jixiao::words::Lang;
use serde::Deserialize;

use super::answer::{Answer, Refusal};
use super::desk::Desk;
use super::page;

/// The most bytes of a question.
const MOST_ASKED: usize = 1024 * 1024;
/// The most bytes of an uploaded file: what the readers of office files take.
const MOST_UPLOADED: usize = 64 * 1024 * 1024;

/// What questions have in common.
#[derive(Debug, Clone, Deserialize)]
pub struct Common {
    /// `zh` or `en`.
    #[serde(default)]
    lang: String,
    /// The rule; the desk's own when absent.
    #[serde(default)]
    pub rules: String,
}

impl Common {
    /// The language; Chinese unless English is asked for.
    pub fn lang(&self) -> Lang {
        match self.lang.as_str() {
            "en" => Lang::En,
            _ => Lang::Zh,
        }
    }
}

/// Everything the workbench answers.
pub fn router(desk: Arc<Desk>) -> Router {
    let upload = post(library::upload).layer(DefaultBodyLimit::max(MOST_UPLOADED));
    Router::new()
        .route("/", get(page::index))
        .route("/page/{file}", get(page::file))
        .route("/api/library", get(library::list).merge(upload))
        .route("/api/library/{number}", delete(library::remove))
        .route("/api/sheets", get(sheets::list))
        .route("/api/sheet", get(sheets::one))
        .route("/api/whatif", post(whatif::whatif))
        .layer(DefaultBodyLimit::max(MOST_ASKED))
        .with_state(desk)
}

/// Asks the engine away from the threads that talk to the browser.
pub async fn ask<T: Send + 'static>(
    lang: Lang,
    question: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Answer<T> {
    match tokio::task::spawn_blocking(question).await {
        Ok(answer) => answer.map(axum::Json),
        Err(_) => Err(Refusal::broken(lang)),
    }
}
