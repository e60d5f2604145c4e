//! What goes back: JSON, or problems as JSON.

use std::fmt::Write;

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jixiao::document::{Problem, ProblemKind};
use jixiao::words::{Lang, web as words};
use serde::Serialize;

/// An answer, or why there is none.
pub type Answer = Result<Sent, Refusal>;

/// JSON as it is sent.
#[derive(Debug, Clone)]
pub struct Sent(Vec<u8>);

impl Sent {
    /// Writes an answer down.
    ///
    /// # Errors
    /// None for what the workbench says: texts, numbers and lists.
    pub fn new(answer: &impl Serialize, lang: Lang) -> Answer {
        let written = serde_json::to_vec(answer);
        written.map(Sent).map_err(|_| Refusal::broken(lang))
    }
}

impl IntoResponse for Sent {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, "application/json")], self.0).into_response()
    }
}

/// Why a request is not answered.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    problems: Vec<Told>,
}

/// A problem as the page shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Told {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1; null where the file as a whole is meant.
    pub line: Option<u32>,
    /// Column, from 1.
    pub column: Option<u32>,
}

impl Told {
    /// The problem in words.
    pub fn of(problem: &Problem, lang: Lang) -> Told {
        let placed = |number: u32| Some(number).filter(|number| *number > 0);
        Told {
            message: problem.message(lang),
            help: problem.help(lang),
            file: problem.file.to_string(),
            line: placed(problem.line),
            column: placed(problem.column),
        }
    }

    /// All of them.
    pub fn all(problems: &[Problem], lang: Lang) -> Vec<Told> {
        let problems = problems.iter();
        problems.map(|problem| Told::of(problem, lang)).collect()
    }
}

impl Refusal {
    /// What was asked has problems.
    pub fn of(problems: &[Problem], lang: Lang) -> Refusal {
        Refusal {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            problems: Told::all(problems, lang),
        }
    }

    /// One of its kind, at a part of the request.
    pub fn said(part: &str, kind: ProblemKind, lang: Lang) -> Refusal {
        Refusal::of(&[Problem::of_file(part, kind)], lang)
    }

    /// A problem of the request as a whole.
    pub fn plain(
        status: StatusCode,
        message: impl Fn(Lang) -> String,
        help: impl Fn(Lang) -> String,
        lang: Lang,
    ) -> Refusal {
        Refusal {
            status,
            ..Refusal::said("jixiao", ProblemKind::said(message, help), lang)
        }
    }

    /// There is no such thing on the desk.
    pub fn not_there(name: &str, lang: Lang) -> Refusal {
        let said = |lang| words::not_there(lang, name);
        Refusal::plain(StatusCode::NOT_FOUND, said, words::not_there_help, lang)
    }

    /// Work that broke off: a fault of the program.
    pub fn broken(lang: Lang) -> Refusal {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Refusal::plain(status, words::broken, words::broken_help, lang)
    }

    /// Whoever asks has no leave to.
    pub fn forbidden(status: StatusCode, lang: Lang) -> Refusal {
        Refusal::plain(status, words::forbidden, words::forbidden_help, lang)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        #[derive(Serialize)]
        struct Problems {
            problems: Vec<Told>,
        }
        let problems = Problems {
            problems: self.problems,
        };
        (self.status, Json(problems)).into_response()
    }
}

/// A file to take home, by a name that may be Chinese.
pub fn download(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let mut written = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                written.push(char::from(byte));
            }
            // Writing to a string cannot fail.
            _ => drop(write!(written, "%{byte:02X}")),
        }
    }
    let disposition = format!("attachment; filename*=UTF-8''{written}");
    let kind = match kind.starts_with("text/") {
        true => format!("{kind}; charset=utf-8"),
        false => kind.to_owned(),
    };
    let headers = [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}
