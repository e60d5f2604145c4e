//! The questions the page asks. One file a subject; every answer is what the command line prints as JSON.

mod accept;
mod confirm;
mod library;
mod overlay;
mod paper;
mod portfolio;
mod rules;
mod sheets;
mod whatif;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use jixiao::words::{Lang, web as words};
use serde::Serialize;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::answer::{Answer, Refusal, Sent};
use super::asked;
use super::desk::Desk;
use super::page;

/// Questions that may take seconds, at the same time: the quick ones always find a thread.
static SLOW: Semaphore = Semaphore::const_new(4);

/// Everything the workbench answers.
pub fn router(desk: Arc<Desk>) -> Router {
    Router::new()
        .route("/", get(page::index))
        .route("/page/{file}", get(page::file))
        .route("/api/library", get(library::list).post(library::upload))
        .route("/api/library/{number}", delete(library::remove))
        .route("/api/sheets", get(sheets::list))
        .route("/api/sheet", get(sheets::one))
        .route("/api/controls", get(whatif::moved))
        .route("/api/whatif", post(whatif::whatif))
        .route("/api/breakeven", post(whatif::break_even))
        .route("/api/vary", post(whatif::vary))
        .route("/api/ranges", post(whatif::ranges))
        .route("/api/paper", get(paper::paper))
        .route("/api/overlay", post(overlay::write))
        .route("/api/overlay/read", post(overlay::read))
        .route("/api/portfolio", get(portfolio::together))
        .route("/api/portfolio/whatif", post(portfolio::moved))
        .route(
            "/api/accept",
            post(accept::accept).delete(accept::take_back),
        )
        .route("/api/accepted", get(accept::file))
        .route(
            "/api/confirm",
            post(confirm::confirm).delete(confirm::take_back),
        )
        .route("/api/sheet/yaml", get(confirm::yaml))
        .route("/api/rules", get(rules::list))
        .route("/api/rules/page", get(rules::page))
        .route("/api/rules/check", post(rules::try_out))
        .route("/api/rules/score", post(rules::score))
        .method_not_allowed_fallback(no_such_page)
        .fallback(no_such_page)
        // Bodies are read within limits of their own.
        .layer(DefaultBodyLimit::disable())
        .with_state(desk)
}

async fn no_such_page(uri: Uri) -> Response {
    let lang = asked::common(&uri).lang();
    let status = StatusCode::NOT_FOUND;
    Refusal::plain(status, words::no_such_page, words::not_read_help, lang).into_response()
}

/// Asks the engine away from the threads that talk to the browser.
pub async fn ask<T: Send + 'static>(
    lang: Lang,
    question: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    match tokio::task::spawn_blocking(question).await {
        Ok(answer) => answer,
        Err(_) => Err(Refusal::broken(lang)),
    }
}

/// As [`ask`]; what comes of it is written down there too.
pub async fn told<T: Serialize + 'static>(
    lang: Lang,
    question: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Answer {
    ask(lang, move || Sent::new(&question()?, lang)).await
}

/// As [`told`], for what may take seconds.
pub async fn told_slowly<T: Serialize + 'static>(
    lang: Lang,
    question: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Answer {
    let _turn = turn().await;
    told(lang, question).await
}

/// Waits until there is room for a question that may take seconds.
pub async fn turn() -> Option<SemaphorePermit<'static>> {
    // Never closed.
    SLOW.acquire().await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_breaks_off_is_answered_and_the_next_goes_on() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        let broken = runtime.block_on(ask(Lang::En, || -> Result<(), Refusal> {
            panic!("a fault of the program")
        }));
        assert_eq!(
            broken.unwrap_err().into_response().status(),
            StatusCode::INTERNAL_SERVER_ERROR
        );
        assert_eq!(runtime.block_on(ask(Lang::En, || Ok(1))).unwrap(), 1);
    }
}
