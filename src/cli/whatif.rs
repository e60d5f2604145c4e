//! `jixiao whatif`.

use std::path::{Path, PathBuf};

use clap::Args;
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::paper::Paper;
use jixiao::report::whatif::portfolio::{self as together, WhatIfPortfolio};
use jixiao::report::whatif::{self as report, WhatIf};
use jixiao::rules::Editions;
use jixiao::whatif::portfolio::Portfolio;
use jixiao::words::{cli, migration, whatif as words};

use super::Exit;
use super::changes::{self, Asked, Changes};
use super::console::Console;
use super::explain::no_such_row;
use super::format::{self, Format, Formats};
use super::language::say;
use super::options::{Target, Which};
use super::output::{self, Pieces};
use super::progress::Progress;
use super::ranges::{Open, ranges};
use super::run::reads_rules;
use super::sheets::Forms;
use super::sweeps::Sweeps;
use super::vary::{Varying, vary};
use super::whatif_job::{Done, Job, Work};
use super::whatif_many::{Many, columns};

/// Compares a sheet with what it would score otherwise.
#[derive(Args)]
pub struct WhatIfs {
    #[arg(value_name = "PATH", required = true, help = say(cli::help_paths))]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    changes: Changes,
    #[command(flatten)]
    sweeps: Sweeps,
    #[arg(long, value_name = "FILE", help = say(words::help_scenario))]
    pub(super) scenario: Vec<PathBuf>,
    #[command(flatten)]
    varying: Varying,
    #[command(flatten)]
    open: Open,
    #[arg(long, short, value_name = "PACK[@EDITION]|DIR", default_value = "wuhan", help = say(words::help_rules))]
    rules: Vec<String>,
    #[arg(long, short, value_name = "FILE", help = say(cli::help_mapping))]
    mapping: Option<PathBuf>,
    #[arg(long, value_name = "ID", help = say(cli::help_sheet))]
    sheet: Vec<String>,
    #[arg(long, value_name = "ROW", help = say(words::help_explain))]
    pub(super) explain: Option<String>,
    #[arg(long, short, value_name = "table|json|jsonl|csv|md|xlsx|docx|html", help = say(words::help_format))]
    format: Option<Format>,
    #[command(flatten)]
    many: Many,
    #[command(flatten)]
    pub(super) target: Target,
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
            sweeps: Sweeps::default(),
            scenario: Vec::new(),
            varying: Varying::default(),
            open: Open::default(),
            rules: vec![rules],
            mapping,
            sheet,
            explain: Some(row.unwrap_or_else(|| "total".to_owned())),
            format: Some(Format::Table),
            many: Many::default(),
            target,
        }
    }

    /// Compares and prints.
    pub fn run(&self, console: &Console) -> Exit {
        let output = self.target.output.as_deref();
        let format = match format::check(self.format, output, "whatif", console) {
            Ok(format) => format,
            Err(exit) => return exit,
        };
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
        let other = self.sweeps.any() || varying.is_some() || self.open.ranges || self.many.summary;
        if format.paper().is_some() && (other || self.explain.is_some()) {
            return format::not_of_these(format, "whatif", console);
        }
        let mut editions = Vec::new();
        for name in &self.rules {
            reads_rules(name, console);
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
            jobs: self.many.jobs,
        };
        if self.sweeps.any() {
            return self.sweeps.run(self, &which, &asked, &editions, console);
        }
        if let Some(asked) = varying {
            return vary(&which, &editions, asked, format, output, console);
        }
        if self.open.ranges {
            let changes = asked.first().map_or(&[][..], |asked| &asked.changes);
            return ranges(&which, &editions, changes, format, output, console);
        }
        let Some(mut run) = which.prepare(Forms::Sheets, output, console) else {
            return Exit::Failed;
        };
        let parts = run.parts(None, console);
        let mut portfolio = Portfolio::new(columns(self.rules.len(), &asked));
        let mut all = Done::default();
        let mut for_paper = Vec::new();
        let mut written = Pieces::new(output);
        let (mut first, mut many) = (0, false);
        for (left, files) in (0..parts.files.len()).rev().zip(&parts.files) {
            let (sheets, _) = run.read(files, parts.labels.as_ref(), console);
            let work = Work::all(sheets, &editions, console);
            first = portfolio.entries().len();
            many |= left > 0 || first + work.len() > together::MOST_PAGES;
            let job = Job {
                asked: &asked,
                focus: self.explain.as_deref(),
                in_full: self.is_in_full(many),
                for_paper: format.paper().is_some(),
                lang: console.lang,
            };
            let counter = Progress::new(migration::comparing, work.len(), console);
            let done = run.threads.run(|| job.run(&work, || counter.step()));
            drop(counter);
            all.add(done);
            for_paper.append(&mut all.evaluations);
            if format::is_too_much(&for_paper, output, console) {
                return Exit::Failed;
            }
            for kept in all.kept.drain(..) {
                portfolio.add(kept);
            }
            // Of the last part it has to be known whether the question has an answer at all.
            if left > 0
                && portfolio.entries().len() > first
                && let Some(text) = self.piece(&mut all, &portfolio, first, written.is_empty())
            {
                written.add(text, console);
            }
        }
        if let Some(exit) = self.close(&mut all, console) {
            return exit;
        }
        if portfolio.entries().is_empty() {
            return Exit::Failed;
        }
        if format.paper().is_some() {
            let sheets = WhatIf { sheets: all.sheets };
            let paper = Paper::whatif(for_paper, sheets, console.lang);
            format::write(&paper, format, output, console);
            return console.exit();
        }
        let first_part = written.is_empty();
        let text = match self.piece(&mut all, &portfolio, first, first_part) {
            Some(text) => text + self.end(&portfolio, console).as_str(),
            None => self.whole(all, &portfolio, self.is_in_full(many), console),
        };
        written.add(text, console);
        written.finish(console);
        console.exit()
    }

    /// Tells what became of the changes; how the run ends where there is nothing to print.
    fn close(&self, all: &mut Done, console: &Console) -> Option<Exit> {
        if let Some(exit) = all.told(console) {
            return Some(exit);
        }
        let row = self.explain.as_ref()?;
        if !all.pages.is_empty() || all.most_rows == 0 {
            return None;
        }
        let problem = no_such_row(&self.paths[0], row, all.most_rows);
        console.problems(&[problem]);
        Some(Exit::Failed)
    }

    /// The format asked for, or that of the output's name.
    pub(super) fn format(&self) -> Format {
        format::of(self.format, self.target.output.as_deref())
    }

    /// Whether the amounts of every sheet are going to be printed.
    fn is_in_full(&self, many: bool) -> bool {
        let overview = self.format() == Format::Table && many && !self.many.pages;
        !self.many.summary && !overview && self.explain.is_none()
    }

    /// What can be written of a part of a large run, which then need not be kept; `None` where everything
    /// is written at the end.
    fn piece(
        &self,
        part: &mut Done,
        portfolio: &Portfolio,
        first: usize,
        is_first: bool,
    ) -> Option<String> {
        let entries = first..portfolio.entries().len();
        let output = self.target.output.as_deref();
        if self.explain.is_some() {
            return None;
        }
        let text = match (self.format(), self.many.summary) {
            (Format::Csv, true) => csv(together::csv(portfolio, entries), is_first, output),
            (Format::Jsonl, true) => together::jsonl(portfolio, entries),
            (_, true) | (Format::Table | Format::Md, _) => return None,
            (Format::Xlsx | Format::Docx | Format::Html, _) => return None,
            (format, false) => {
                let sheets = std::mem::take(&mut part.sheets);
                match format {
                    Format::Json => report::json_sheets(&sheets, is_first),
                    Format::Jsonl => report::jsonl(&sheets),
                    _ => {
                        let text = report::csv(&WhatIf { sheets });
                        let head = text.find('\n').map_or(0, |end| end + 1);
                        match is_first {
                            true => csv(text, true, output),
                            false => text[head..].to_owned(),
                        }
                    }
                }
            }
        };
        Some(text)
    }

    /// What comes behind the last part.
    fn end(&self, portfolio: &Portfolio, console: &Console) -> String {
        if self.format() != Format::Json {
            return String::new();
        }
        let several = portfolio.entries().len() > 1;
        let overview = several.then(|| WhatIfPortfolio::new(portfolio, console.lang));
        report::json_end(overview.as_ref())
    }

    /// Everything in one piece.
    fn whole(&self, all: Done, portfolio: &Portfolio, in_full: bool, console: &Console) -> String {
        if self.explain.is_some() {
            return all.pages.join("\n\n");
        }
        let screen = console.screen(self.target.output.is_some());
        let overview = || WhatIfPortfolio::new(portfolio, console.lang);
        let sheets = WhatIf { sheets: all.sheets };
        match self.format() {
            Format::Table if in_full => report::table(&sheets, screen),
            Format::Table => together::table(&overview(), screen),
            Format::Md if in_full => report::markdown(&sheets, console.lang),
            Format::Md => together::markdown(&overview(), console.lang),
            _ => together::json(&overview()),
        }
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
        let other = self.sweeps.any() || self.open.ranges;
        if asked.is_empty() && self.rules.len() < 2 && !other {
            let kind = ProblemKind::said(words::nothing_asked, words::nothing_asked_help);
            console.problems(&[Problem::of_file("whatif", kind)]);
            return Err(Exit::Usage);
        }
        Ok(asked)
    }
}

/// A part of a CSV; the first has what Excel wants in front of a file.
fn csv(text: String, is_first: bool, output: Option<&Path>) -> String {
    match is_first {
        true => output::spreadsheet(text, output),
        false => text,
    }
}
