//! The page itself, carried by the program.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// `GET /`.
pub async fn index() -> Html<&'static str> {
    Html("<!doctype html><title>jixiao</title>")
}

/// `GET /page/{file}`: what the page is made of.
pub async fn file(Path(_file): Path<String>) -> Response {
    StatusCode::NOT_FOUND.into_response()
}
