//! `jixiao rules check`.

use std::sync::Arc;

use clap::{Args, ValueEnum};
use jixiao::report::rules::{Checked, finding, findings_json, outcome};
use jixiao::rules::lint::{Severity, lint_pack};
use jixiao::rules::{PackFiles, cases, load};
use jixiao::score::Scorer;
use jixiao::words::cli as words;

use super::{Exit, editions};
use crate::cli::console::Console;
use crate::cli::language::say;
use crate::cli::options::Target;
use crate::cli::output;

/// Checks descriptions, scripts and worked cases.
#[derive(Args)]
pub struct Check {
    #[arg(value_name = "PACK[@EDITION]|DIR", help = say(words::help_packs))]
    packs: Vec<String>,
    #[arg(long, short, value_name = "text|json", default_value = "text", help = say(words::help_check_format))]
    format: Format,
    #[arg(long, help = say(words::help_strict))]
    strict: bool,
    #[command(flatten)]
    target: Target,
}

/// How the findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Check {
    /// Prints a line for every edition, and everything found beside it. Ends as failed when a pack cannot
    /// be used or will fail for some sheet; with `--strict` also for a warning.
    pub fn run(&self, console: &Console) -> Exit {
        let (files, problems) = editions(&self.packs);
        console.problems(&problems);
        let checked: Vec<Checked> = files.iter().map(check).collect();
        let gravest = if self.strict {
            Severity::Warning
        } else {
            Severity::Error
        };
        let failed = |checked: &Checked| {
            [Severity::Error, Severity::Warning]
                .into_iter()
                .any(|severity| severity <= gravest && checked.count(severity) > 0)
        };
        let file = self.target.output.as_deref();
        match self.format {
            Format::Json => output::write(findings_json(&checked, console.lang), file, console),
            Format::Text => {
                let mut text = String::new();
                for checked in &checked {
                    console.problems(&checked.problems);
                    for found in &checked.findings {
                        let problem = finding(found);
                        match found.severity {
                            Severity::Error => console.problems(&[problem]),
                            _ => console.remarks(&[problem]),
                        }
                    }
                    // Without a name there is nothing but problems.
                    if checked.problems.is_empty() {
                        text.push_str(&(outcome(checked, console.lang) + "\n"));
                    }
                }
                output::write(&text, file, console);
            }
        }
        if checked.iter().any(failed) {
            Exit::Failed
        } else {
            console.exit()
        }
    }
}

/// Everything that is wrong with one edition.
pub(crate) fn check(files: &PackFiles) -> Checked {
    let mut problems = Vec::new();
    let pack = load(files).map_err(|found| problems.extend(found)).ok();
    let cases = cases(files).map_err(|found| problems.extend(found));
    let mut checked = Checked {
        pack: files.folder.clone(),
        problems,
        findings: Vec::new(),
    };
    if let Some(pack) = pack {
        checked.pack = pack.name();
        let cases = cases.unwrap_or_default();
        let pack = Arc::new(pack);
        let scorer = Scorer::new(Arc::clone(&pack)).ok();
        let reached = scorer.map(|scorer| scorer.without_trace().reached(&cases));
        checked.findings = lint_pack(files, &pack, &cases, reached.as_ref());
    }
    checked
}
