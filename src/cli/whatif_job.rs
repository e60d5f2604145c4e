//! What is done with every sheet of a comparison, and what came of it.

use std::sync::Arc;

use jixiao::document::{Problem, ProblemKind};
use jixiao::report::explain::explain_scenario;
use jixiao::report::whatif::{self as report, WhatIfSheet};
use jixiao::rules::{Editions, RulePack, fault_as_problem};
use jixiao::score::{Evaluation, Scorers, each};
use jixiao::sheet::Sheet;
use jixiao::whatif::portfolio::{Kept, Outcome, Standing};
use jixiao::whatif::{Change, Prepared, Refused, Scenario, Stopped};
use jixiao::words::{Lang, migration, whatif as words};

use super::Exit;
use super::changes::Asked;
use super::console::Console;
use super::explain::focuses;
use super::run::edition;

/// A sheet, and the rules it is compared under.
pub struct Work {
    pub sheet: Arc<Sheet>,
    pub packs: Vec<Arc<RulePack>>,
}

impl Work {
    /// Gives every sheet the editions of its year.
    pub fn all(sheets: Vec<Sheet>, editions: &[Editions], console: &Console) -> Vec<Work> {
        let with_packs = |sheet: Sheet| {
            let packs = editions.iter();
            let packs = packs.map(|found| edition(found, sheet.year, &sheet.id, console));
            Work {
                packs: packs.collect(),
                sheet: Arc::new(sheet),
            }
        };
        sheets.into_iter().map(with_packs).collect()
    }

    /// Does something with the sheet prepared under each rule, unless a script of one is at fault.
    pub fn prepared(
        &self,
        scorers: &mut Scorers,
        done: &mut Done,
        does: impl FnOnce(&[Prepared<'_>], &mut Done),
    ) {
        let mut of_sheet = Vec::new();
        for pack in &self.packs {
            match scorers.of(pack) {
                Ok(scorer) => of_sheet.push(scorer),
                Err(fault) => done.problems.push(fault_as_problem(&fault, &pack.scripts)),
            }
        }
        let mut prepared = Vec::new();
        for scorer in &of_sheet {
            match Prepared::new(scorer, &self.sheet) {
                Ok(baseline) => prepared.push(baseline),
                Err(fault) => {
                    let scripts = &scorer.pack().scripts;
                    done.problems.push(fault_as_problem(&fault, scripts));
                }
            }
        }
        if prepared.len() == self.packs.len() {
            does(&prepared, done);
        }
    }
}

/// What is to be done with every sheet.
pub struct Job<'a> {
    pub asked: &'a [Asked],
    /// The row to explain.
    pub focus: Option<&'a str>,
    /// Whether the amounts of every sheet are going to be printed.
    pub in_full: bool,
    /// Whether the baselines are wanted.
    pub for_paper: bool,
    pub lang: Lang,
}

/// What came of it.
#[derive(Default)]
pub struct Done {
    /// Where they are going to be printed.
    pub sheets: Vec<WhatIfSheet>,
    /// The baselines, where a paper is going to be written.
    pub evaluations: Vec<Evaluation>,
    /// One entry a sheet.
    pub kept: Vec<Kept>,
    pub pages: Vec<String>,
    /// Rows of the sheet that has most.
    pub most_rows: usize,
    pub notices: Vec<String>,
    pub problems: Vec<Problem>,
    /// Whether a change cannot be made, and whether it was one set on the command line.
    pub refused: bool,
    pub usage: bool,
    /// Changes that were made somewhere.
    made: Vec<Change>,
    /// Changes that met nothing somewhere, and changes that were wrong somewhere.
    met_nothing: Vec<NotMade>,
    wrong: Vec<NotMade>,
}

/// A change that was not made: what was said the first time, where, and how often.
struct NotMade {
    change: Change,
    kind: ProblemKind,
    sheet: String,
    count: usize,
}

fn note(all: &mut Vec<NotMade>, new: NotMade) {
    match all.iter_mut().find(|known| known.change == new.change) {
        Some(known) => known.count += new.count,
        None => all.push(new),
    }
}

impl Done {
    /// Adds what came of further sheets.
    pub fn add(&mut self, more: Done) {
        self.sheets.extend(more.sheets);
        self.evaluations.extend(more.evaluations);
        self.kept.extend(more.kept);
        self.pages.extend(more.pages);
        self.most_rows = self.most_rows.max(more.most_rows);
        self.problems.extend(more.problems);
        self.make(more.made);
        let met_nothing = more.met_nothing.into_iter();
        met_nothing.for_each(|new| note(&mut self.met_nothing, new));
        let wrong = more.wrong.into_iter();
        wrong.for_each(|new| note(&mut self.wrong, new));
    }

    /// Notes what became of changes.
    fn refuse(&mut self, refused: &[Refused], sheet: &str) {
        for one in refused {
            let Refused { change, kind, .. } = one.clone();
            let list = match one.absent {
                true => &mut self.met_nothing,
                false => &mut self.wrong,
            };
            let sheet = sheet.to_owned();
            let new = NotMade {
                change,
                kind,
                sheet,
                count: 1,
            };
            note(list, new);
        }
    }

    fn make(&mut self, changes: Vec<Change>) {
        for change in changes {
            if !self.made.contains(&change) {
                self.made.push(change);
            }
        }
    }

    /// The scenario, with the changes it could be made from; those that are about nothing this sheet or
    /// pack has are left out and noted.
    pub fn apply(
        &mut self,
        under: &Prepared<'_>,
        changes: &[Change],
    ) -> Option<(Scenario, Vec<Change>)> {
        let mut left = changes.to_vec();
        loop {
            let refused = match under.apply(&left) {
                Ok(scenario) => {
                    self.make(left.clone());
                    return Some((scenario, left));
                }
                Err(Stopped::Fault(fault)) => {
                    let scripts = &under.baseline().pack.scripts;
                    self.problems.push(fault_as_problem(&fault, scripts));
                    return None;
                }
                Err(Stopped::Refused(refused)) => refused,
            };
            self.refuse(&refused, &under.baseline().sheet.id);
            if refused.iter().any(|one| !one.absent) {
                return None;
            }
            left.retain(|change| !refused.iter().any(|one| one.change == *change));
        }
    }

    /// A change that could be made nowhere leaves the question without an answer; one that met nothing
    /// in some places is worth a notice.
    pub fn close(&mut self, lang: Lang) {
        let mut nowhere = Vec::new();
        for wrong in std::mem::take(&mut self.wrong) {
            let NotMade {
                change,
                kind,
                sheet,
                count,
            } = wrong;
            self.problems.push(change.problem(kind));
            if count > 1 {
                let notice = migration::wrong_elsewhere(lang, &change.key, count, sheet);
                self.notices.push(notice);
            }
            nowhere.push(change);
        }
        for met_nothing in std::mem::take(&mut self.met_nothing) {
            let NotMade {
                change,
                kind,
                sheet,
                count,
            } = met_nothing;
            if self.made.contains(&change) {
                let why = kind.message(lang);
                let notice = words::applies_not(lang, &change.key, count, sheet, why);
                self.notices.push(notice);
            } else {
                self.problems.push(change.problem(kind));
                nowhere.push(change);
            }
        }
        let nowhere = nowhere.iter();
        for change in nowhere.filter(|change| !self.made.contains(change)) {
            self.refused = true;
            // `--set …` has no line to stand in.
            self.usage |= change.origin.cell.is_some();
        }
    }
}

impl Done {
    /// Tells what became of the changes; how the run ends where there is nothing to print.
    pub fn told(&mut self, console: &Console) -> Option<Exit> {
        self.close(console.lang);
        for notice in &self.notices {
            console.notice(notice);
        }
        console.problems(&self.problems);
        match (self.refused, self.usage) {
            (true, true) => Some(Exit::Usage),
            (true, false) => Some(Exit::Failed),
            (false, _) => None,
        }
    }
}

impl Job<'_> {
    /// Compares every sheet, on the threads of the current pool; `done` is called after each.
    pub fn run(&self, work: &[Work], done: impl Fn() + Sync) -> Done {
        let each = each(work, |scorers, work| {
            let of_sheet = self.one(scorers, work);
            done();
            of_sheet
        });
        let mut all = Done::default();
        each.into_iter().for_each(|of_sheet| all.add(of_sheet));
        all
    }

    fn one(&self, scorers: &mut Scorers, work: &Work) -> Done {
        let mut done = Done::default();
        work.prepared(scorers, &mut done, |prepared, done| {
            self.sheet(prepared, done)
        });
        done
    }

    /// Compares one sheet, prepared under each rule.
    fn sheet(&self, prepared: &[Prepared<'_>], done: &mut Done) {
        let Some(baseline) = prepared.first().map(Prepared::baseline) else {
            return;
        };
        let mut sheet = self.in_full.then(|| WhatIfSheet::new(baseline, self.lang));
        let mut kept = Kept::new(baseline);
        done.most_rows = baseline.rows.len();
        let for_paper = self.for_paper.then(|| baseline.clone());
        done.evaluations.extend(for_paper);
        for (index, under) in prepared.iter().enumerate() {
            let name = under.baseline().pack.name();
            let as_it_stands = (index > 0).then(|| Scenario {
                evaluation: under.baseline().clone(),
                made: Vec::new(),
                remarks: Vec::new(),
            });
            let as_it_stands = as_it_stands.map(|it| (name.as_str(), None, 0, true, Some(it)));
            let asked = self.asked.iter().enumerate().map(|(index, asked)| {
                let scenario = done
                    .apply(under, &asked.changes)
                    .map(|(scenario, _)| scenario);
                let made = scenario.as_ref().is_some_and(|it| !it.made.is_empty());
                let fits = made || asked.changes.is_empty();
                let reason = asked.reason.as_deref();
                (asked.name.as_str(), reason, index + 1, fits, scenario)
            });
            let scenarios: Vec<_> = as_it_stands.into_iter().chain(asked).collect();
            for (name, reason, line, fits, scenario) in scenarios {
                kept.after.push(scenario.as_ref().map(|scenario| Outcome {
                    standing: Standing::of(&scenario.evaluation),
                    rules: scenario.evaluation.pack.name(),
                    fits,
                    remarks: scenario.remarks.clone(),
                }));
                let Some(scenario) = scenario else {
                    continue;
                };
                if let Some(sheet) = &mut sheet {
                    sheet.add(baseline, row(name, reason, line, &scenario), self.lang);
                    let last = sheet.scenarios.last_mut().filter(|_| !fits);
                    let told = last.map(|last| &mut last.notes);
                    if let Some(notes) = told {
                        notes.push(words::fits_nothing(self.lang));
                    }
                }
                self.explain(name, &scenario, done);
            }
        }
        done.sheets.extend(sheet);
        done.kept.push(kept);
    }

    fn explain(&self, name: &str, scenario: &Scenario, done: &mut Done) {
        let Some(focus) = self.focus else {
            return;
        };
        let evaluation = &scenario.evaluation;
        for focus in focuses(evaluation, Some(focus)) {
            let page = explain_scenario(evaluation, name, &scenario.made, focus, self.lang);
            done.pages.push(page);
        }
    }
}

fn row<'a>(
    name: &'a str,
    reason: Option<&'a str>,
    line: usize,
    scenario: &'a Scenario,
) -> report::Asked<'a> {
    report::Asked {
        name,
        reason,
        line,
        evaluation: &scenario.evaluation,
        made: &scenario.made,
        remarks: &scenario.remarks,
    }
}
