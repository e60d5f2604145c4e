//! `jixiao whatif`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::explain::explain_scenario;
use jixiao::report::whatif::{self as report, WhatIf, WhatIfSheet};
use jixiao::rules::{Editions, RulePack, fault_as_problem};
use jixiao::score::Scorer;
use jixiao::sheet::Sheet;
use jixiao::whatif::{Change, Prepared, Refused, Scenario, Stopped};
use jixiao::words::{Lang, cli, whatif as words};

use super::Exit;
use super::changes::{self, Asked, Changes, Format};
use super::console::Console;
use super::explain::{focuses, no_such_row};
use super::language::say;
use super::options::{Target, Which};
use super::output;
use super::run::edition;
use super::vary::{Varying, vary};

/// Compares a sheet with what it would score otherwise.
#[derive(Args)]
pub struct WhatIfs {
    #[arg(value_name = "PATH", required = true, help = say(cli::help_paths))]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    changes: Changes,
    #[arg(long, value_name = "FILE", help = say(words::help_scenario))]
    scenario: Vec<PathBuf>,
    #[command(flatten)]
    varying: Varying,
    #[arg(long, short, value_name = "PACK[@EDITION]|DIR", default_value = "wuhan", help = say(words::help_rules))]
    rules: Vec<String>,
    #[arg(long, short, value_name = "FILE", help = say(cli::help_mapping))]
    mapping: Option<PathBuf>,
    #[arg(long, value_name = "ID", help = say(cli::help_sheet))]
    sheet: Vec<String>,
    #[arg(long, value_name = "ROW", help = say(words::help_explain))]
    explain: Option<String>,
    #[arg(long, short, value_name = "table|json|csv|md", default_value = "table", help = say(words::help_format))]
    format: Format,
    #[command(flatten)]
    target: Target,
}

impl WhatIfs {
    /// The question `explain` asks about a sheet that was changed.
    pub fn explaining(
        path: PathBuf,
        changes: Changes,
        rules: String,
        mapping: Option<PathBuf>,
        sheet: Vec<String>,
        row: Option<String>,
        target: Target,
    ) -> WhatIfs {
        WhatIfs {
            paths: vec![path],
            changes,
            scenario: Vec::new(),
            varying: Varying::default(),
            rules: vec![rules],
            mapping,
            sheet,
            explain: Some(row.unwrap_or_else(|| "total".to_owned())),
            format: Format::Table,
            target,
        }
    }

    /// Compares and prints.
    pub fn run(&self, console: &Console) -> Exit {
        let varying = match self.varying.asked(console) {
            Ok(varying) => varying,
            Err(exit) => return exit,
        };
        let asked = match varying {
            Some(_) => Vec::new(),
            None => match self.asked(console) {
                Ok(asked) => asked,
                Err(exit) => return exit,
            },
        };
        let output = self.target.output.as_deref();
        let mut editions = Vec::new();
        for name in &self.rules {
            match Editions::find(name) {
                Ok(found) => editions.push(found),
                Err(problems) => console.problems(&problems),
            }
        }
        if editions.len() < self.rules.len() {
            return Exit::Failed;
        }
        let which = Which {
            paths: self.paths.clone(),
            rules: self.rules[0].clone(),
            mapping: self.mapping.clone(),
            sheet: self.sheet.clone(),
            jobs: None,
        };
        let sheets = which.sheets(output, console);
        let work: Vec<(Arc<Sheet>, Vec<Arc<RulePack>>)> = sheets
            .into_iter()
            .map(|sheet| {
                let (year, id) = (sheet.year, &sheet.id);
                let packs = editions
                    .iter()
                    .map(|found| edition(found, year, id, console));
                let packs = packs.collect();
                (Arc::new(sheet), packs)
            })
            .collect();
        if let Some(asked) = varying {
            return vary(&work, asked, self.format, output, console);
        }
        let job = Job {
            asked: &asked,
            focus: self.explain.as_deref(),
            lang: console.lang,
        };
        let done = which.threads().run(|| job.run(&work));
        for notice in &done.notices {
            console.notice(notice);
        }
        console.problems(&done.problems);
        if done.refused {
            return if done.usage {
                Exit::Usage
            } else {
                Exit::Failed
            };
        }
        if let (Some(row), true) = (&self.explain, done.pages.is_empty())
            && !done.sheets.is_empty()
        {
            let rows = done.sheets.iter().map(|sheet| sheet.baseline.rows.len());
            let problem = no_such_row(&self.paths[0], row, rows.max().unwrap_or(0));
            console.problems(&[problem]);
            return Exit::Failed;
        }
        if done.sheets.is_empty() {
            return Exit::Failed;
        }
        let all = WhatIf {
            sheets: done.sheets,
        };
        let text = match (&self.explain, self.format) {
            (Some(_), _) => done.pages.join("\n\n"),
            (None, Format::Table) => report::table(&all, console.screen(output.is_some())),
            (None, Format::Json) => report::json(&all),
            (None, Format::Csv) => output::spreadsheet(report::csv(&all), output),
            (None, Format::Md) => report::markdown(&all, console.lang),
        };
        output::write(&text, output, console);
        console.exit()
    }

    /// The scenarios: `--overlay` and `--set` together are the first, every `--scenario` builds on it.
    fn asked(&self, console: &Console) -> Result<Vec<Asked>, Exit> {
        let first = self.changes.read(console);
        let files = self.scenario.iter();
        let files: Vec<_> = files.map(|path| changes::overlay(path, console)).collect();
        let first = first?;
        let mut asked = Vec::new();
        for file in files {
            let overlay = file?;
            asked.push(Asked {
                name: overlay.title,
                reason: overlay.reason,
                changes: [first.changes.clone(), overlay.changes].concat(),
            });
        }
        if !self.changes.is_empty() {
            asked.insert(0, first);
        }
        if asked.is_empty() && self.rules.len() < 2 {
            let kind = ProblemKind::said(words::nothing_asked, words::nothing_asked_help);
            console.problems(&[Problem::of_file("whatif", kind)]);
            return Err(Exit::Usage);
        }
        Ok(asked)
    }
}

/// What is to be done with every sheet.
struct Job<'a> {
    asked: &'a [Asked],
    focus: Option<&'a str>,
    lang: Lang,
}

/// What came of it.
#[derive(Default)]
struct Done {
    sheets: Vec<WhatIfSheet>,
    pages: Vec<String>,
    notices: Vec<String>,
    problems: Vec<Problem>,
    /// Whether a change cannot be made, and whether it was one set on the command line.
    refused: bool,
    usage: bool,
    /// Changes that were made somewhere.
    made: Vec<Change>,
    /// Changes that met nothing somewhere: what was said the first time, where, and how often.
    met_nothing: Vec<(Refused, String, usize)>,
    /// Changes that were wrong somewhere.
    wrong: Vec<Change>,
}

impl Done {
    /// Notes what became of changes.
    fn refuse(&mut self, refused: &[Refused], sheet: &str) {
        for one in refused {
            if !one.absent {
                self.problems.push(one.change.problem(one.kind.clone()));
                self.wrong.push(one.change.clone());
                continue;
            }
            let mut known = self.met_nothing.iter_mut();
            match known.find(|(other, ..)| other.change == one.change) {
                Some((.., count)) => *count += 1,
                None => self.met_nothing.push((one.clone(), sheet.to_owned(), 1)),
            }
        }
    }

    fn make(&mut self, changes: Vec<Change>) {
        for change in changes {
            if !self.made.contains(&change) {
                self.made.push(change);
            }
        }
    }

    /// A change that could be made nowhere leaves the question without an answer; one that met nothing
    /// in some places is worth a notice.
    fn close(&mut self, lang: Lang) {
        for (refused, sheet, count) in std::mem::take(&mut self.met_nothing) {
            let Refused { change, kind, .. } = refused;
            if self.made.contains(&change) {
                let why = kind.message(lang);
                let notice = words::applies_not(lang, &change.key, count, sheet, why);
                self.notices.push(notice);
            } else {
                self.problems.push(change.problem(kind));
                self.wrong.push(change);
            }
        }
        let nowhere = self
            .wrong
            .iter()
            .filter(|change| !self.made.contains(change));
        for change in nowhere {
            self.refused = true;
            // `--set …` has no line to stand in.
            self.usage |= change.origin.cell.is_some();
        }
    }
}

impl Job<'_> {
    fn run(&self, work: &[(Arc<Sheet>, Vec<Arc<RulePack>>)]) -> Done {
        let mut done = Done::default();
        // Compiling a pack costs as much as many sheets.
        let mut scorers: Vec<Scorer> = Vec::new();
        for (sheet, packs) in work {
            let mut of_sheet = Vec::new();
            for pack in packs {
                let known = scorers
                    .iter()
                    .position(|scorer| Arc::ptr_eq(scorer.pack(), pack));
                let index = match known {
                    Some(index) => index,
                    None => match Scorer::new(Arc::clone(pack)) {
                        Ok(scorer) => {
                            scorers.push(scorer);
                            scorers.len() - 1
                        }
                        Err(faults) => {
                            let faults = faults.iter();
                            let faults = faults.map(|fault| fault_as_problem(fault, &pack.scripts));
                            done.problems.extend(faults);
                            continue;
                        }
                    },
                };
                of_sheet.push(index);
            }
            let mut prepared = Vec::new();
            for index in of_sheet {
                let scorer = &scorers[index];
                match Prepared::new(scorer, sheet) {
                    Ok(baseline) => prepared.push(baseline),
                    Err(fault) => {
                        let scripts = &scorer.pack().scripts;
                        done.problems.push(fault_as_problem(&fault, scripts));
                    }
                }
            }
            if prepared.len() == packs.len() {
                self.sheet(&prepared, &mut done);
            }
        }
        done.close(self.lang);
        done
    }

    /// Compares one sheet, prepared under each rule.
    fn sheet(&self, prepared: &[Prepared<'_>], done: &mut Done) {
        let Some(baseline) = prepared.first().map(Prepared::baseline) else {
            return;
        };
        let mut sheet = WhatIfSheet::new(baseline, self.lang);
        for (index, under) in prepared.iter().enumerate() {
            if index > 0 {
                let as_it_stands = Scenario {
                    evaluation: under.baseline().clone(),
                    made: Vec::new(),
                    remarks: Vec::new(),
                };
                let name = under.baseline().pack.name();
                let asked = row(&name, None, 0, &as_it_stands);
                sheet.add(baseline, asked, self.lang);
                self.explain(&name, &as_it_stands, done);
            }
            for (line, asked) in self.asked.iter().enumerate() {
                let Some(scenario) = self.apply(under, &asked.changes, done) else {
                    continue;
                };
                let reason = asked.reason.as_deref();
                sheet.add(
                    baseline,
                    row(&asked.name, reason, line + 1, &scenario),
                    self.lang,
                );
                self.explain(&asked.name, &scenario, done);
            }
        }
        done.sheets.push(sheet);
    }

    /// The scenario; changes that are about nothing this sheet or pack has are left out and noted.
    fn apply(&self, under: &Prepared<'_>, changes: &[Change], done: &mut Done) -> Option<Scenario> {
        let mut left = changes.to_vec();
        loop {
            let refused = match under.apply(&left) {
                Ok(scenario) => {
                    done.make(left);
                    return Some(scenario);
                }
                Err(Stopped::Fault(fault)) => {
                    let scripts = &under.baseline().pack.scripts;
                    done.problems.push(fault_as_problem(&fault, scripts));
                    return None;
                }
                Err(Stopped::Refused(refused)) => refused,
            };
            done.refuse(&refused, &under.baseline().sheet.id);
            if refused.iter().any(|one| !one.absent) {
                return None;
            }
            left.retain(|change| !refused.iter().any(|one| one.change == *change));
        }
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
