//! `jixiao whatif --sweep` and `--break-even`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::whatif::sweep::{
    self as report, Answered, Answers, BreakEvenFound, GridFound, SweepFound,
};
use jixiao::rules::host::ScriptFault;
use jixiao::rules::{Editions, fault_as_problem};
use jixiao::score::Scorer;
use jixiao::sheet::Sheet;
use jixiao::whatif::{BreakEven, Change, Grid, Ground, NoSweep, Prepared, Range, Stopped, Sweep};
use jixiao::words::{Lang, whatif as whatif_words, whatif_sweep as words};

use super::Exit;
use super::changes::Asked;
use super::console::Console;
use super::format::Format;
use super::language::say;
use super::options::Which;
use super::output;
use super::run::edition;
use super::whatif::WhatIfs;

/// Numbers that are varied.
#[derive(Args, Default)]
pub struct Sweeps {
    #[arg(long, value_name = "KEY=FROM..TO[:STEP]", help = say(words::help_sweep))]
    sweep: Vec<String>,
    #[arg(long, help = say(words::help_break_even))]
    break_even: bool,
    #[arg(long, value_name = "FILE.svg", help = say(words::help_chart))]
    chart: Option<PathBuf>,
}

impl Sweeps {
    /// Whether anything of this is asked for.
    pub fn any(&self) -> bool {
        !self.sweep.is_empty() || self.break_even || self.chart.is_some()
    }

    /// Answers and prints.
    pub fn run(
        &self,
        of: &WhatIfs,
        which: &Which,
        asked: &[Asked],
        editions: &[Editions],
        console: &Console,
    ) -> Exit {
        let (ranges, editions) = match (self.ranges(console), editions) {
            (Err(exit), _) => return exit,
            (Ok(ranges), [one]) if of.scenario.is_empty() && of.explain.is_none() => (ranges, one),
            _ => return usage(words::alone, words::alone_help, console),
        };
        if self.chart.is_some() && ranges.len() != 1 {
            return usage(words::chart_of_one, words::chart_of_one_help, console);
        }
        let output = of.target.output.as_deref();
        if output.is_some() && self.chart.as_deref() == output {
            return usage(words::chart_is_output, words::chart_is_output_help, console);
        }
        let sheets = which.sheets(output, console).into_iter().map(Arc::new);
        let changes = asked.first().map_or(&[][..], |asked| &asked.changes);
        let mut done = Done {
            changes,
            ranges: &ranges,
            break_even: self.break_even,
            lang: console.lang,
            sheets: Vec::new(),
            problems: Vec::new(),
            absent: Vec::new(),
        };
        let mut scorers: Vec<Scorer> = Vec::new();
        for sheet in sheets {
            let pack = edition(editions, sheet.year, &sheet.id, console);
            let same = |scorer: &Scorer| Arc::ptr_eq(scorer.pack(), &pack);
            if !scorers.iter().any(same) {
                match Scorer::new(Arc::clone(&pack)) {
                    Ok(scorer) => scorers.push(scorer),
                    Err(faults) => {
                        let faults = faults.iter();
                        let faults = faults.map(|fault| fault_as_problem(fault, &pack.scripts));
                        done.problems.extend(faults);
                        continue;
                    }
                }
            }
            if let Some(scorer) = scorers.iter().find(|scorer| same(scorer)) {
                done.sheet(&sheet, scorer);
            }
        }
        let Done {
            sheets,
            problems,
            absent,
            ..
        } = done;
        for (sheet, problem) in &absent {
            // What one sheet has not, another may have; when none has, it is a slip.
            if !sheets.is_empty() {
                let (key, why) = (&problem.file, problem.kind.message(console.lang));
                console.notice(&whatif_words::applies_not(console.lang, key, 1, sheet, why));
            }
        }
        console.problems(&problems);
        if sheets.is_empty() {
            let absent: Vec<Problem> = absent.into_iter().map(|(_, problem)| problem).collect();
            console.problems(&absent);
            // A slip of the command line has no file to stand in.
            let mut all = problems.iter().chain(&absent);
            return match all.any(|problem| problem.file.starts_with("--")) {
                true => Exit::Usage,
                false => Exit::Failed,
            };
        }
        if let Some(file) = &self.chart {
            let [sheet] = &sheets[..] else {
                return usage(words::chart_of_one, words::chart_of_one_help, console);
            };
            let picture = report::chart(sheet, console.lang);
            output::write(picture, Some(file), console);
        }
        let all = Answers { sheets };
        let text = match of.format() {
            Format::Json => report::json(&all),
            Format::Csv => output::spreadsheet(report::csv(&all), output),
            Format::Md => report::markdown(&all, console.lang),
            Format::Jsonl => report::jsonl(&all),
            Format::Table => report::table(&all, console.screen(output.is_some())),
            // Papers of sweeps were refused before anything was read.
            Format::Xlsx | Format::Docx | Format::Html => return Exit::Usage,
        };
        output::write(&text, output, console);
        console.exit()
    }

    fn ranges(&self, console: &Console) -> Result<Vec<Range>, Exit> {
        let mut ranges = Vec::new();
        for text in &self.sweep {
            match Range::read(text) {
                Ok(range) => ranges.push(range),
                Err(kind) => {
                    console.problems(&[Problem::of_file(&format!("--sweep {text}"), kind)]);
                    return Err(Exit::Usage);
                }
            }
        }
        if ranges.len() > 2 {
            return Err(usage(
                words::too_many_keys,
                words::too_many_keys_help,
                console,
            ));
        }
        Ok(ranges)
    }
}

fn usage(message: fn(Lang) -> String, help: fn(Lang) -> String, console: &Console) -> Exit {
    let kind = ProblemKind::said(message, help);
    console.problems(&[Problem::of_file("whatif", kind)]);
    Exit::Usage
}

/// What is asked, and what came of it.
struct Done<'a> {
    changes: &'a [Change],
    ranges: &'a [Range],
    break_even: bool,
    lang: Lang,
    sheets: Vec<Answered>,
    problems: Vec<Problem>,
    /// Sheets that do not have a key.
    absent: Vec<(String, Problem)>,
}

impl Done<'_> {
    fn sheet(&mut self, sheet: &Arc<Sheet>, scorer: &Scorer) {
        let fault = |fault: Box<ScriptFault>| fault_as_problem(&fault, &scorer.pack().scripts);
        let prepared = match Prepared::new(scorer, sheet) {
            Ok(prepared) => prepared,
            Err(found) => return self.problems.push(fault(found)),
        };
        match answer(
            &prepared,
            self.changes,
            self.ranges,
            self.break_even,
            self.lang,
        ) {
            Ok(answered) => self.sheets.push(answered),
            Err(NoSweep::Range(kind)) => self.problems.push(Problem::of_file("--sweep", kind)),
            Err(NoSweep::Stopped(Stopped::Fault(found))) => self.problems.push(fault(found)),
            Err(NoSweep::Stopped(Stopped::Refused(refused))) => {
                for one in refused {
                    let problem = one.change.problem(one.kind);
                    match one.absent {
                        true => self.absent.push((sheet.id.clone(), problem)),
                        false => self.problems.push(problem),
                    }
                }
            }
        }
    }
}

/// What is asked about one sheet.
///
/// # Errors
/// A change cannot be made, a key cannot be varied, or a script is at fault.
pub(crate) fn answer(
    prepared: &Prepared<'_>,
    changes: &[Change],
    ranges: &[Range],
    break_even: bool,
    lang: Lang,
) -> Result<Answered, NoSweep> {
    let ground = Ground { prepared, changes };
    let as_set = ground.at(&[])?;
    let baseline = &as_set.evaluation;
    let pack = &baseline.pack;
    let mut answered = Answered::new(baseline, &as_set.made, lang);
    match ranges {
        [] => {}
        [range] => {
            let sweep = Sweep::of(&ground, range)?;
            answered.sweep = Some(SweepFound::new(&sweep, pack, lang));
        }
        [lines, columns, ..] => {
            let grid = Grid::of(&ground, [lines, columns])?;
            answered.grid = Some(GridFound::new(&grid, pack, lang));
        }
    }
    if break_even {
        let found = BreakEven::of(&ground)?;
        answered.break_even = Some(BreakEvenFound::new(baseline, found.as_ref(), lang));
    }
    Ok(answered)
}
