//! `jixiao rules test`.

use std::sync::Arc;

use clap::Args;
use jixiao::document::Problem;
use jixiao::report::rules::{Failure, cases as report, derivation};
use jixiao::rules::case::Case;
use jixiao::rules::host::ScriptFault;
use jixiao::rules::{PackFiles, RulePack, cases, fault_as_problem, load};
use jixiao::score::Scorer;
use jixiao::words::{Lang, cli as words};

use super::{Exit, editions};
use crate::cli::console::Console;
use crate::cli::language::say;
use crate::cli::output;

/// Runs the worked cases of packs.
#[derive(Args)]
pub struct Test {
    #[arg(value_name = "PACK[@EDITION]|DIR", help = say(words::help_packs))]
    packs: Vec<String>,
}

impl Test {
    /// Prints a line for every edition, and what came out otherwise.
    pub fn run(&self, console: &Console) -> Exit {
        let (files, problems) = editions(&self.packs);
        console.problems(&problems);
        let mut all_hold = true;
        for files in &files {
            match test(files, console) {
                Ok((text, holds)) => {
                    output::write(&text, None, console);
                    all_hold &= holds;
                }
                Err(problems) => console.problems(&problems),
            }
        }
        if all_hold {
            console.exit()
        } else {
            Exit::Failed
        }
    }
}

/// The report on one edition, and whether all its cases hold.
fn test(files: &PackFiles, console: &Console) -> Result<(String, bool), Vec<Problem>> {
    let pack = Arc::new(load(files)?);
    let cases = cases(files)?;
    let failures = failures(&pack, &cases, console.lang)?;
    let text = report(&pack.name(), cases.len(), &failures, console.lang);
    Ok((text, failures.is_empty()))
}

/// The cases that do not hold.
///
/// # Errors
/// A script of the pack is at fault.
pub(crate) fn failures<'c>(
    pack: &Arc<RulePack>,
    cases: &'c [Case],
    lang: Lang,
) -> Result<Vec<Failure<'c>>, Vec<Problem>> {
    let problem = |fault: &ScriptFault| fault_as_problem(fault, &pack.scripts);
    let scorer = Scorer::new(Arc::clone(pack))
        .map_err(|faults| faults.iter().map(problem).collect::<Vec<Problem>>())?;
    let mut failures = Vec::new();
    for case in cases {
        let mismatches = scorer
            .check(case, lang)
            .map_err(|fault| vec![problem(&fault)])?;
        if !mismatches.is_empty() {
            let evaluation = scorer
                .run_case(case)
                .map_err(|fault| vec![problem(&fault)])?;
            let derivation = evaluation.map_or_else(Vec::new, |it| derivation(case, &it, lang));
            failures.push(Failure {
                case,
                mismatches,
                derivation,
            });
        }
    }
    Ok(failures)
}
