//! `whatif --ranges`: what is not certain on a sheet, and between which totals it lies.

use std::path::Path;

use clap::Args;
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::whatif::{self as report, RangesResult, WhatIf, WhatIfSheet};
use jixiao::rules::{Editions, fault_as_problem};
use jixiao::score::{Scorers, each};
use jixiao::whatif::{Change, Ground, Prepared, Ranges, Stopped};
use jixiao::words::{Lang, whatif_ranges as words};

use super::Exit;
use super::console::Console;
use super::format::Format;
use super::language::say;
use super::options::Which;
use super::output;
use super::whatif_job::{Done, Work};

/// Other questions about a sheet.
const OTHERS: [&str; 8] = [
    "vary",
    "draws",
    "seed",
    "scenario",
    "explain",
    "sweep",
    "break_even",
    "chart",
];

/// Whether what is not certain is asked for.
#[derive(Args, Clone, Copy, Default)]
pub struct Open {
    #[arg(long, conflicts_with_all = OTHERS, help = say(words::help_ranges))]
    pub ranges: bool,
}

/// Works out the ranges of every sheet under every rule, after the changes, and prints them.
pub fn ranges(
    which: &Which,
    editions: &[Editions],
    changes: &[Change],
    format: Format,
    output: Option<&Path>,
    console: &Console,
) -> Exit {
    let work = Work::all(which.sheets(output, console), editions, console);
    let lang = console.lang;
    let mut all = which.threads().run(|| found(&work, changes, lang));
    if let Some(exit) = all.told(console) {
        return exit;
    }
    if all.sheets.is_empty() {
        return Exit::Failed;
    }
    let all = WhatIf { sheets: all.sheets };
    let text = match format {
        Format::Table => report::ranges_table(&all, console.screen(output.is_some())),
        Format::Json => report::json(&all),
        Format::Jsonl => report::jsonl(&all.sheets),
        Format::Csv => output::spreadsheet(report::ranges_csv(&all), output),
        Format::Md => report::ranges_markdown(&all, console.lang),
        // Papers of ranges were refused before anything was read.
        Format::Xlsx | Format::Docx | Format::Html => return Exit::Usage,
    };
    output::write(&text, output, console);
    console.exit()
}

/// The ranges of every sheet under every rule, after the changes, on the threads of the current pool.
pub(crate) fn found(work: &[Work], changes: &[Change], lang: Lang) -> Done {
    let one = |scorers: &mut Scorers, work: &Work| one(scorers, work, changes, lang);
    let mut all = Done::default();
    each(work, one)
        .into_iter()
        .for_each(|of_sheet| all.add(of_sheet));
    all
}

fn one(scorers: &mut Scorers, work: &Work, changes: &[Change], lang: Lang) -> Done {
    let mut done = Done::default();
    work.prepared(scorers, &mut done, |prepared, done| {
        let mut model: Option<WhatIfSheet> = None;
        for under in prepared {
            let Some((scenario, made)) = done.apply(under, changes) else {
                return;
            };
            let ground = Ground {
                prepared: under,
                changes: &made,
            };
            let now = &scenario.evaluation;
            match Ranges::of(&ground) {
                Ok(found) => {
                    let result = RangesResult::new(now, &found, lang);
                    let fresh = || WhatIfSheet::after(now, &scenario.made, lang);
                    model.get_or_insert_with(fresh).ranges.push(result);
                }
                Err(stopped) => {
                    done.problems.extend(problems(&stopped, under));
                    return;
                }
            }
        }
        done.sheets.extend(model);
    });
    done
}

fn problems(stopped: &Stopped, under: &Prepared<'_>) -> Vec<Problem> {
    let baseline = under.baseline();
    match stopped {
        Stopped::Fault(fault) => vec![fault_as_problem(fault, &baseline.pack.scripts)],
        // The changes were made once already.
        Stopped::Refused(refused) => {
            let kinds = refused.iter().map(|one| one.kind.clone());
            let of_file = |kind: ProblemKind| Problem::of_file(&baseline.sheet.id, kind);
            kinds.map(of_file).collect()
        }
    }
}
