//! 情景测算: a sheet with something different, as often as a slider moves; and where its grade changes.

use std::sync::Arc;

use axum::extract::State;
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::whatif::WhatIf;
use jixiao::report::whatif::controls::ControlRow;
use jixiao::report::whatif::sweep::Answers;
use jixiao::rules::{Editions, RulePack, fault_as_problem};
use jixiao::score::Scorer;
use jixiao::sheet::Sheet;
use jixiao::whatif::{Change, MOST_CHANGES, NoSweep, Prepared, Stopped, controls, read_set};
use jixiao::words::{Lang, whatif as words};
use serde::{Deserialize, Serialize};

use super::{told, told_slowly};
use crate::cli::changes::Asked;
use crate::cli::ranges;
use crate::cli::sweeps;
use crate::cli::vary;
use crate::cli::whatif_job::{Done, Job, Work};
use crate::web::answer::{Answer, Refusal};
use crate::web::asked::{InAddress, InBody};
use crate::web::desk::Desk;

/// What is asked.
#[derive(Deserialize)]
pub struct Question {
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
    InBody(common, question): InBody<Question>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        let (sheet, mut packs) = found(&desk, &question.sheet, &common.rules, lang)?;
        for editions in others(&desk, &question.others, lang)? {
            packs.push(editions.for_year(sheet.year).pack);
        }
        let asked = [asked(&question.set, lang)?];
        let job = Job {
            asked: &asked,
            focus: None,
            in_full: true,
            for_paper: false,
            lang,
        };
        finished(job.run(&[Work { sheet, packs }], || ()), lang)
    });
    answer.await
}

/// Which sheet.
#[derive(Deserialize)]
pub struct Which {
    sheet: String,
}

/// What can be moved.
#[derive(Serialize)]
pub struct Controls {
    controls: Vec<ControlRow>,
}

/// `GET /api/controls?sheet=…`.
pub async fn moved(
    State(desk): State<Arc<Desk>>,
    InAddress(common, which): InAddress<Which>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        let (sheet, packs) = found(&desk, &which.sheet, &common.rules, lang)?;
        with(&sheet, &packs[0], lang, |prepared| {
            let baseline = prepared.baseline();
            let controls = controls(baseline).into_iter();
            let controls = controls.map(|one| ControlRow::new(&one, baseline, lang));
            Ok(Controls {
                controls: controls.collect(),
            })
        })
    });
    answer.await
}

/// `POST /api/breakeven`: as `whatif --break-even`.
pub async fn break_even(
    State(desk): State<Arc<Desk>>,
    InBody(common, question): InBody<Question>,
) -> Answer {
    let lang = common.lang();
    let answer = told_slowly(lang, move || {
        let (sheet, packs) = found(&desk, &question.sheet, &common.rules, lang)?;
        let changes = asked(&question.set, lang)?.changes;
        with(&sheet, &packs[0], lang, |prepared| {
            let answered = sweeps::answer(prepared, &changes, &[], true, lang);
            let answered = answered.map_err(|why| not_swept(why, &packs[0], lang))?;
            Ok(Answers {
                sheets: vec![answered],
            })
        })
    });
    answer.await
}

/// `POST /api/ranges`: as `whatif --ranges`.
pub async fn ranges(
    State(desk): State<Arc<Desk>>,
    InBody(common, question): InBody<Question>,
) -> Answer {
    let lang = common.lang();
    let answer = told_slowly(lang, move || {
        let (sheet, packs) = found(&desk, &question.sheet, &common.rules, lang)?;
        let changes = asked(&question.set, lang)?.changes;
        let done = ranges::found(&[Work { sheet, packs }], &changes, lang);
        finished(done, lang)
    });
    answer.await
}

/// How weights are drawn.
#[derive(Deserialize)]
pub struct Draws {
    sheet: String,
    /// How far: `25%`.
    by: String,
    draws: Option<u32>,
    seed: Option<u64>,
}

/// `POST /api/vary`: as `whatif --vary`.
pub async fn vary(State(desk): State<Arc<Desk>>, InBody(common, draws): InBody<Draws>) -> Answer {
    let lang = common.lang();
    let answer = told_slowly(lang, move || {
        let (sheet, packs) = found(&desk, &draws.sheet, &common.rules, lang)?;
        let asked = vary::read(&draws.by, draws.draws, draws.seed);
        let asked = asked.map_err(|kind| Refusal::said("by", kind, lang))?;
        let (drawn, problems) = vary::draw(&[Work { sheet, packs }], asked, lang);
        match problems.is_empty() {
            true => Ok(drawn),
            false => Err(Refusal::of(&problems, lang)),
        }
    });
    answer.await
}

/// What came of it, unless something could not be done.
fn finished(mut done: Done, lang: Lang) -> Result<WhatIf, Refusal> {
    done.close(lang);
    match done.problems.is_empty() {
        true => Ok(WhatIf {
            sheets: done.sheets,
        }),
        false => Err(Refusal::of(&done.problems, lang)),
    }
}

/// A sheet and the edition of the rule for its year.
pub fn found(
    desk: &Desk,
    sheet: &str,
    rules: &str,
    lang: Lang,
) -> Result<(Arc<Sheet>, Vec<Arc<RulePack>>), Refusal> {
    let state = desk.state();
    let there = state.sheet(sheet);
    let sheet = there.ok_or_else(|| Refusal::not_there(sheet, lang))?;
    let editions = desk.editions(rules).map_err(refused(lang))?;
    let pack = editions.for_year(sheet.year).pack;
    Ok((Arc::clone(sheet), vec![pack]))
}

/// Further rules; there is no use in more than there are.
pub fn others(desk: &Desk, names: &[String], lang: Lang) -> Result<Vec<Editions>, Refusal> {
    let names = names.iter().take(desk.most_rules());
    let editions = names.map(|name| desk.editions(name).map_err(refused(lang)));
    editions.collect()
}

/// The scenario that sets these.
pub fn asked(set: &[String], lang: Lang) -> Result<Asked, Refusal> {
    if set.len() > MOST_CHANGES {
        return Err(too_many(lang));
    }
    let (mut changes, mut problems): (Vec<Change>, Vec<Problem>) = Default::default();
    for text in set {
        match read_set(text) {
            Ok(change) => changes.push(change),
            Err(kind) => problems.push(Problem::of_file(text, kind)),
        }
    }
    match problems.is_empty() {
        true => Ok(Asked {
            name: set.join(" + "),
            reason: None,
            changes,
        }),
        false => Err(Refusal::of(&problems, lang)),
    }
}

/// More changes than a scenario has.
pub fn too_many(lang: Lang) -> Refusal {
    let most = |lang| words::too_many_changes(lang, MOST_CHANGES);
    let kind = ProblemKind::said(most, |_| String::new());
    Refusal::said("set", kind, lang)
}

/// Does something with a sheet that was scored.
pub fn with<T>(
    sheet: &Arc<Sheet>,
    pack: &Arc<RulePack>,
    lang: Lang,
    does: impl FnOnce(&Prepared<'_>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let scorer = Scorer::new(Arc::clone(pack)).map_err(|faults| {
        let faults = faults.iter();
        let problems = faults.map(|fault| fault_as_problem(fault, &pack.scripts));
        Refusal::of(&problems.collect::<Vec<_>>(), lang)
    })?;
    let prepared = Prepared::new(&scorer, sheet).map_err(|fault| {
        let problem = fault_as_problem(&fault, &pack.scripts);
        Refusal::of(&[problem], lang)
    })?;
    does(&prepared)
}

/// Problems as the answer.
pub fn refused(lang: Lang) -> impl Fn(Vec<Problem>) -> Refusal {
    move |problems| Refusal::of(&problems, lang)
}

fn not_swept(why: NoSweep, pack: &RulePack, lang: Lang) -> Refusal {
    match why {
        NoSweep::Range(kind) => Refusal::said("set", kind, lang),
        NoSweep::Stopped(Stopped::Fault(fault)) => {
            Refusal::of(&[fault_as_problem(&fault, &pack.scripts)], lang)
        }
        NoSweep::Stopped(Stopped::Refused(refused)) => {
            let problems = refused.into_iter();
            let problems = problems.map(|one| one.change.problem(one.kind));
            Refusal::of(&problems.collect::<Vec<_>>(), lang)
        }
    }
}
