//! `whatif --vary`: weights drawn at random.

use std::path::Path;
use std::sync::Arc;

use clap::Args;
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::whatif::{self as report, VaryResult, WhatIf, WhatIfSheet};
use jixiao::rules::{Editions, fault_as_problem};
use jixiao::score::Scorer;
use jixiao::value::read_figure;
use jixiao::whatif::{DRAWS, MOST_DRAWS, NoVary, Prepared, SEED, Stopped, Vary};
use jixiao::words::{Lang, whatif_vary as words};

use super::Exit;
use super::console::Console;
use super::format::Format;
use super::language::say;
use super::options::Which;
use super::output;
use super::whatif_job::Work;

/// Draws are about the sheet as it stands.
const CHANGES: [&str; 7] = [
    "set",
    "overlay",
    "scenario",
    "explain",
    "sweep",
    "break_even",
    "chart",
];

/// Options of the draws.
#[derive(Args, Clone, Default)]
pub struct Varying {
    #[arg(long, value_name = "X%", conflicts_with_all = CHANGES, help = say(words::help_vary))]
    vary: Option<String>,
    #[arg(long, value_name = "N", requires = "vary", conflicts_with_all = CHANGES, help = say(|lang| words::help_draws(lang, DRAWS, MOST_DRAWS)))]
    draws: Option<u32>,
    #[arg(long, value_name = "N", requires = "vary", conflicts_with_all = CHANGES, help = say(|lang| words::help_seed(lang, SEED)))]
    seed: Option<u64>,
}

impl Varying {
    /// What is asked; `None` where nothing is. `Err` when it cannot be, which the console has shown.
    pub fn asked(&self, console: &Console) -> Result<Option<Vary>, Exit> {
        let Some(text) = &self.vary else {
            return Ok(None);
        };
        let read = read(text, self.draws, self.seed).map(Some);
        read.map_err(|kind| {
            console.problems(&[Problem::of_file("whatif", kind)]);
            Exit::Usage
        })
    }
}

/// Reads how far weights go, how many draws there are, and where they begin.
///
/// # Errors
/// One of them cannot be; says what can.
pub(crate) fn read(text: &str, draws: Option<u32>, seed: Option<u64>) -> Result<Vary, ProblemKind> {
    let (draws, seed) = (draws.unwrap_or(DRAWS), seed.unwrap_or(SEED));
    let by = read_figure(text).ok().flatten().map(|figure| figure.value);
    let asked = by.and_then(|by| Vary::new(by, draws, seed));
    asked.ok_or_else(|| match (1..=MOST_DRAWS).contains(&draws) {
        true => ProblemKind::said(|lang| words::bad_share(lang, text), words::bad_share_help),
        false => ProblemKind::said(
            |lang| words::bad_draws(lang, draws),
            |lang| words::bad_draws_help(lang, MOST_DRAWS),
        ),
    })
}

/// Draws the weights of every sheet under every rule and prints what came of it. What has no weights to
/// draw is told and left out.
pub fn vary(
    which: &Which,
    editions: &[Editions],
    vary: Vary,
    format: Format,
    output: Option<&Path>,
    console: &Console,
) -> Exit {
    let work = Work::all(which.sheets(output, console), editions, console);
    let (all, problems) = draw(&work, vary, console.lang);
    console.problems(&problems);
    if all.sheets.is_empty() {
        return Exit::Failed;
    }
    let text = match format {
        Format::Table => report::vary_table(&all, console.screen(output.is_some())),
        Format::Json | Format::Jsonl => report::json(&all),
        Format::Csv => output::spreadsheet(report::vary_csv(&all), output),
        Format::Md => report::vary_markdown(&all, console.lang),
        // Papers of draws were refused before anything was read.
        Format::Xlsx | Format::Docx | Format::Html => return Exit::Usage,
    };
    output::write(&text, output, console);
    console.exit()
}

/// Draws the weights of every sheet under every rule; what has none to draw is told and left out.
pub(crate) fn draw(work: &[Work], vary: Vary, lang: Lang) -> (WhatIf, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut sheets = Vec::new();
    for Work { sheet, packs } in work {
        let mut model: Option<WhatIfSheet> = None;
        for pack in packs {
            let result = Scorer::new(Arc::clone(pack)).and_then(|scorer| {
                let prepared = Prepared::new(&scorer, sheet).map_err(|fault| vec![*fault])?;
                let varied = match prepared.vary(vary) {
                    Ok(varied) => Ok(VaryResult::new(prepared.baseline(), &varied)),
                    Err(NoVary::Stopped(Stopped::Fault(fault))) => return Err(vec![*fault]),
                    Err(why) => Err(why),
                };
                let fresh = || WhatIfSheet::new(prepared.baseline(), lang);
                let model = model.get_or_insert_with(fresh);
                Ok(varied.map(|result| model.vary.push(result)))
            });
            match result {
                Ok(Ok(())) => {}
                Ok(Err(why)) => problems.push(Problem::of_file(&sheet.id, refusal(&why))),
                Err(faults) => {
                    let faults = faults.iter();
                    problems.extend(faults.map(|fault| fault_as_problem(fault, &pack.scripts)));
                }
            }
        }
        sheets.extend(model.filter(|model| !model.vary.is_empty()));
    }
    (WhatIf { sheets }, problems)
}

fn refusal(why: &NoVary) -> ProblemKind {
    match why {
        NoVary::NoTotal(why) => ProblemKind::said(
            |lang| words::no_total(lang, why.describe(lang)),
            |_| String::new(),
        ),
        // Changes of weights that stand there already cannot be refused.
        NoVary::NoWeights | NoVary::Stopped(_) => {
            ProblemKind::said(words::no_weights, |_| String::new())
        }
    }
}
