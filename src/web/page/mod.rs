//! The page itself, carried by the program. Bundled by `build.rs` from `app`.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

/// Name, type, content; empty in a program that was built without the page.
const FILES: &[(&str, &str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// Whether this program carries the page.
pub fn is_there() -> bool {
    !FILES.is_empty()
}

/// `GET /`.
pub async fn index() -> Response {
    carried("index.html")
}

/// `GET /page/{file}`: what the page is made of.
pub async fn file(Path(file): Path<String>) -> Response {
    carried(&file)
}

fn carried(wanted: &str) -> Response {
    match FILES.iter().find(|(name, ..)| *name == wanted) {
        Some((_, kind, content)) => ([(CONTENT_TYPE, *kind)], *content).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
