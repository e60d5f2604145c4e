//! 情景测算: a sheet with something different, as often as a slider moves.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use jixiao::document::Problem;
use jixiao::report::whatif::WhatIf;
use jixiao::whatif::read_set;
use serde::Deserialize;

use super::{Common, ask};
use crate::cli::changes::Asked;
use crate::cli::whatif_job::{Job, Work};
use crate::web::answer::{Answer, Refusal};
use crate::web::desk::Desk;

/// What is asked.
#[derive(Deserialize)]
pub struct Question {
    #[serde(flatten)]
    common: Common,
    /// The sheet.
    sheet: String,
    /// Further rules it is compared under.
    #[serde(default)]
    others: Vec<String>,
    /// Changes, as `--set` takes them.
    #[serde(default)]
    set: Vec<String>,
}

/// `POST /api/whatif`.
pub async fn whatif(
    State(desk): State<Arc<Desk>>,
    Json(question): Json<Question>,
) -> Answer<WhatIf> {
    let lang = question.common.lang();
    ask(lang, move || {
        let refused = |problems: Vec<Problem>| Refusal::of(&problems, lang);
        let state = desk.state();
        let sheet = state.sheets().find(|sheet| sheet.id == question.sheet);
        let sheet = sheet.ok_or_else(|| Refusal::not_there(&question.sheet, lang))?;
        let mut packs = Vec::new();
        for name in std::iter::once(&question.common.rules).chain(&question.others) {
            let editions = desk.editions(name).map_err(refused)?;
            packs.push(editions.for_year(sheet.year).pack);
        }
        let (mut changes, mut problems) = (Vec::new(), Vec::new());
        for set in &question.set {
            match read_set(set) {
                Ok(change) => changes.push(change),
                Err(kind) => problems.push(Problem::of_file(set, kind)),
            }
        }
        if !problems.is_empty() {
            return Err(refused(problems));
        }
        let asked = [Asked {
            name: question.set.join(" + "),
            reason: None,
            changes,
        }];
        let work = [Work {
            sheet: Arc::clone(sheet),
            packs,
        }];
        let job = Job {
            asked: &asked,
            focus: None,
            in_full: true,
            lang,
        };
        let mut done = job.run(&work, || ());
        done.close(lang);
        match done.problems.is_empty() {
            true => Ok(WhatIf {
                sheets: done.sheets,
            }),
            false => Err(refused(done.problems)),
        }
    })
    .await
}
