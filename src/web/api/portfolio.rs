//! 全部自评表: together as they stand, and together under a scenario.

use std::sync::Arc;

use axum::extract::State;
use jixiao::report::audit::portfolio::PortfolioRows;
use jixiao::report::whatif::portfolio::WhatIfPortfolio;
use jixiao::whatif::portfolio::Portfolio;
use serde::{Deserialize, Serialize};

use super::library::Nothing;
use super::told_slowly;
use super::whatif::{asked, others, refused};
use crate::cli::whatif_job::{Job, Work};
use crate::cli::whatif_many::columns;
use crate::web::answer::{Answer, Refusal, Told};
use crate::web::asked::{InAddress, InBody};
use crate::web::desk::Desk;

/// All sheets together; null where there are not several.
#[derive(Serialize)]
pub struct Together {
    portfolio: Option<PortfolioRows>,
}

/// `GET /api/portfolio`: as `audit --summary`.
pub async fn together(
    State(desk): State<Arc<Desk>>,
    InAddress(common, Nothing {}): InAddress<Nothing>,
) -> Answer {
    let lang = common.lang();
    let answer = told_slowly(lang, move || {
        let judged = desk.judged(&common.rules).map_err(refused(lang))?;
        Ok(Together {
            portfolio: PortfolioRows::new(&judged.audit, lang),
        })
    });
    answer.await
}

/// What is asked of all sheets.
#[derive(Deserialize)]
pub struct Question {
    /// Further rules they are compared under.
    #[serde(default)]
    others: Vec<String>,
    /// Changes, as `--set` takes them.
    #[serde(default)]
    set: Vec<String>,
}

/// All sheets under a scenario.
#[derive(Serialize)]
pub struct Moved {
    portfolio: WhatIfPortfolio,
    /// Changes that fit some of the sheets only.
    notices: Vec<String>,
    /// Sheets that could not be scored.
    problems: Vec<Told>,
}

/// `POST /api/portfolio/whatif`: as `whatif --summary`.
pub async fn moved(
    State(desk): State<Arc<Desk>>,
    InBody(common, question): InBody<Question>,
) -> Answer {
    let lang = common.lang();
    let answer = told_slowly(lang, move || {
        let mut editions = vec![desk.editions(&common.rules).map_err(refused(lang))?];
        editions.extend(others(&desk, &question.others, lang)?);
        let asked = match question.set.is_empty() {
            true => Vec::new(),
            false => vec![asked(&question.set, lang)?],
        };
        let state = desk.state();
        let work = state.sheets().map(|sheet| {
            let packs = editions.iter();
            let packs = packs.map(|found| found.for_year(sheet.year).pack);
            Work {
                packs: packs.collect(),
                sheet: Arc::clone(sheet),
            }
        });
        let work: Vec<Work> = work.collect();
        let job = Job {
            asked: &asked,
            focus: None,
            in_full: false,
            for_paper: false,
            lang,
        };
        let mut done = job.run(&work, || ());
        done.close(lang);
        if done.refused {
            return Err(Refusal::of(&done.problems, lang));
        }
        let mut portfolio = Portfolio::new(columns(editions.len(), &asked));
        done.kept.drain(..).for_each(|kept| portfolio.add(kept));
        Ok(Moved {
            portfolio: WhatIfPortfolio::new(&portfolio, lang),
            notices: done.notices,
            problems: Told::all(&done.problems, lang),
        })
    });
    answer.await
}
