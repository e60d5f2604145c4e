//! What a rule makes of everything on the desk.

use std::sync::{Arc, OnceLock};

use jixiao::accept::{Forms, apply};
use jixiao::audit::{self, Audit, Portfolio, Profile, Standing};
use jixiao::document::Problem;
use jixiao::rules::{Editions, fault_as_problem};
use jixiao::score::{Evaluation, score_all};
use jixiao::sheet::TargetTable;
use jixiao::words::Lang;

use super::answer::{Answer, Sent};
use super::desk::State;
use super::file::Correction;

/// What a rule makes of all sheets.
pub struct Judged {
    pub(super) generation: u64,
    /// Which state of the files it is made of.
    pub(super) read: u64,
    /// In the order of the desk.
    pub evaluations: Arc<Vec<Evaluation>>,
    /// The target tables, in the same order.
    pub targets: Arc<Vec<TargetTable>>,
    pub audit: Audit,
    /// What a person has read in their cells.
    pub corrections: Vec<Correction>,
    /// Sheets a script of the rule failed at.
    pub problems: Vec<Problem>,
    /// All sheets in a line each, once they were asked for, in either language.
    lines: [OnceLock<Sent>; 2],
}

impl Judged {
    /// Scores and audits everything.
    pub fn of(state: &State, editions: &Editions, profile: &Profile) -> Judged {
        let work: Vec<_> = state
            .sheets()
            .map(|sheet| (Arc::clone(sheet), editions.for_year(sheet.year).pack))
            .collect();
        let (mut evaluations, mut problems) = (Vec::new(), Vec::new());
        for (result, (_, pack)) in score_all(&work, || ()).into_iter().zip(&work) {
            match result {
                Ok(evaluation) => evaluations.push(evaluation),
                Err(fault) => problems.push(fault_as_problem(&fault, &pack.scripts)),
            }
        }
        let targets = state.files.iter().flat_map(|file| file.targets.clone());
        let targets: Vec<TargetTable> = targets.collect();
        let mut audit = audit::audit_with_targets(&evaluations, &targets, profile);
        accept(&mut audit, &evaluations, &targets, state);
        let corrections = state.files.iter().flat_map(|file| file.corrections());
        Judged {
            generation: state.generation,
            read: state.read,
            evaluations: Arc::new(evaluations),
            targets: Arc::new(targets),
            audit,
            corrections: corrections.cloned().collect(),
            problems,
            lines: Default::default(),
        }
    }

    /// All sheets in a line each, as they were written the first time.
    pub fn lines(&self, lang: Lang, write: impl FnOnce() -> Answer) -> Answer {
        let lines = match lang {
            Lang::Zh => &self.lines[0],
            Lang::En => &self.lines[1],
        };
        match lines.get() {
            Some(lines) => Ok(lines.clone()),
            None => write().map(|written| lines.get_or_init(|| written).clone()),
        }
    }

    /// The same files after something else was accepted.
    pub fn again(&self, state: &State) -> Judged {
        let mut audit = self.audit.clone();
        let sheets = audit.sheets.iter_mut().map(|sheet| &mut sheet.findings);
        let targets = audit.targets.iter_mut().map(|table| &mut table.findings);
        let all = sheets.chain(targets).chain([&mut audit.across]);
        all.flatten()
            .for_each(|finding| finding.standing = Standing::Open);
        accept(&mut audit, &self.evaluations, &self.targets, state);
        Judged {
            generation: state.generation,
            read: self.read,
            evaluations: Arc::clone(&self.evaluations),
            targets: Arc::clone(&self.targets),
            audit,
            corrections: self.corrections.clone(),
            problems: self.problems.clone(),
            lines: Default::default(),
        }
    }

    /// Some of the sheets by their places, and what is found in and across them.
    pub fn part(&self, places: &[usize], profile: &Profile) -> (Vec<Evaluation>, Audit) {
        let evaluations = places.iter().map(|place| self.evaluations[*place].clone());
        let evaluations: Vec<Evaluation> = evaluations.collect();
        let sheets = places.iter().map(|place| self.audit.sheets[*place].clone());
        let across = self.audit.across.iter();
        let about = |id: &String| evaluations.iter().any(|one| one.sheet.id == *id);
        let audit = Audit {
            sheets: sheets.collect(),
            targets: Vec::new(),
            across: across
                .filter(|one| about(&one.place.sheet))
                .cloned()
                .collect(),
            portfolio: Portfolio::new(profile),
        };
        (evaluations, audit)
    }

    /// The place of a sheet.
    pub fn find(&self, id: &str) -> Option<usize> {
        let mut sheets = self.evaluations.iter();
        sheets.position(|evaluation| evaluation.sheet.id == id)
    }
}

/// Marks what a person has accepted.
fn accept(audit: &mut Audit, evaluations: &[Evaluation], targets: &[TargetTable], state: &State) {
    let forms = Forms::new(evaluations, targets);
    for (folder, accepted) in &state.accepted {
        apply(audit, &forms, accepted, Some(folder));
    }
}
