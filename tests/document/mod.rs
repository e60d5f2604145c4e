//! What a file of our own says, and what the user is told when it says something else.

mod found;
mod hostile;
mod messages;
mod order;
mod reading;
mod record;
mod schema;
mod writing;

use jixiao::document::{Problem, ProblemKind, read_sheets};
use jixiao::sheet::Sheet;
use jixiao::words::Lang;

/// A sheet with one indicator, whose keys are `row`, and whatever else is in `rest`.
fn with_row(row: &str) -> String {
    format!("scope: unit\nindicators:\n  产出指标:\n    - {row}\n")
}

fn read(text: &str) -> Sheet {
    read_file("a.yaml", text.as_bytes())
}

fn read_file(file: &str, bytes: &[u8]) -> Sheet {
    match read_sheets(file, bytes) {
        Ok(mut sheets) => sheets.remove(0),
        Err(problems) => panic!("{}", rendered(&problems, Lang::En)),
    }
}

fn problems(text: &str) -> Vec<Problem> {
    problems_of("a.yaml", text.as_bytes())
}

fn problems_of(file: &str, bytes: &[u8]) -> Vec<Problem> {
    match read_sheets(file, bytes) {
        Ok(sheets) => panic!("read without a problem: {sheets:?}"),
        Err(problems) => problems,
    }
}

fn kinds(text: &str) -> Vec<ProblemKind> {
    problems(text)
        .into_iter()
        .map(|problem| problem.kind)
        .collect()
}

fn rendered(problems: &[Problem], lang: Lang) -> String {
    let texts: Vec<String> = problems
        .iter()
        .map(|problem| problem.render(lang))
        .collect();
    texts.join("\n")
}
