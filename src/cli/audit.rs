//! `jixiao audit`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jixiao::accept::Forms;
use jixiao::audit::{self, Outcome, Profile, Severity};
use jixiao::document::{Problem, ProblemKind, system_error};
use jixiao::report::audit::{self as report, AuditedSheets};
use jixiao::words::{cli as words, portfolio};

use super::Exit;
use super::acceptance::{Acceptance, Decisions};
use super::chosen::Chosen;
use super::console::Console;
use super::language::say;
use super::options::{Target, Which};
use super::output;
use super::progress::Progress;
use super::run::Judged;
use super::sheets;

/// Audits sheets: reconciliation and findings.
#[derive(Args)]
pub struct Audit {
    #[command(flatten)]
    which: Which,
    #[arg(long, short, value_name = "table|json|jsonl|csv|md|sarif", default_value = "table", help = say(words::help_audit_format))]
    format: Format,
    #[arg(long, value_name = "error|warning|note|never", default_value = "error", help = say(words::help_fail_on))]
    fail_on: FailOn,
    #[arg(long, value_name = "FILE", help = say(words::help_profile))]
    profile: Option<PathBuf>,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    acceptance: Acceptance,
    #[arg(long, help = say(words::help_list))]
    list: bool,
    #[arg(long, help = say(portfolio::help_summary))]
    summary: bool,
    #[arg(long, conflicts_with = "summary", help = say(portfolio::help_pages))]
    pages: bool,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Json,
    Jsonl,
    Csv,
    Md,
    Sarif,
}

/// From which severity on the run counts as failed; Chinese words are taken too.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum FailOn {
    #[value(alias = "严重")]
    Error,
    #[value(alias = "一般")]
    Warning,
    #[value(alias = "提示")]
    Note,
    Never,
}

impl FailOn {
    fn severity(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Note => Some(Severity::Note),
            FailOn::Never => None,
        }
    }
}

impl Audit {
    /// Audits and prints.
    pub fn run(&self, console: &Console) -> Exit {
        let output = self.target.output.as_deref();
        if self.list {
            output::write(report::catalogue(console.lang), output, console);
            return console.exit();
        }
        let Judged {
            evaluations,
            targets,
        } = self
            .which
            .judge(sheets::Forms::SheetsAndTargets, output, console);
        if evaluations.is_empty() && targets.is_empty() {
            return Exit::Failed;
        }
        let Some(profile) = profile(self.profile.as_deref(), console) else {
            return Exit::Failed;
        };
        let counter = Progress::new(portfolio::auditing, evaluations.len(), console);
        let done = || counter.step();
        let threads = self.which.threads();
        let mut audit =
            threads.run(|| audit::audit_counting(&evaluations, &targets, &profile, done));
        drop(counter);
        let selection = self.chosen.selection();
        audit.keep(&selection);
        let forms = Forms::new(&evaluations, &targets);
        let mut decisions = Decisions::default();
        decisions.apply(&self.acceptance, &mut audit, &forms, console);
        decisions.tell(&selection, console);
        let audited = AuditedSheets::new(&evaluations, &audit, console.lang).about(&selection);
        let text = match self.format {
            _ if self.summary => match self.overview(&audited, console) {
                Some(text) => text,
                None => return Exit::Failed,
            },
            Format::Table if self.pages => {
                report::pages(&audited, console.screen(output.is_some()))
            }
            Format::Table => report::table(&audited, console.screen(output.is_some())),
            Format::Json => report::json(&audited),
            Format::Jsonl => report::jsonl(&audited),
            Format::Csv => output::spreadsheet(report::csv(&audited), output),
            Format::Md => report::markdown(&audited, console.lang),
            Format::Sarif => report::sarif(&audited, console.lang),
        };
        output::write(&text, output, console);
        let grave = self.fail_on.severity().is_some_and(|limit| {
            audit
                .findings()
                .filter(|finding| !finding.standing.is_accepted())
                .any(|finding| finding.outcome == Outcome::Fails && finding.severity >= limit)
        });
        match console.exit() {
            Exit::Done if grave => Exit::Found,
            exit => exit,
        }
    }
}

impl Audit {
    /// The sheets together and nothing else; `None` where there is nothing to put together, or no way to
    /// write it, which the console has shown.
    fn overview(&self, audited: &AuditedSheets, console: &Console) -> Option<String> {
        let output = self.target.output.as_deref();
        let refused = |kind| console.problems(&[Problem::of_file("--summary", kind)]);
        let Some(overview) = &audited.portfolio else {
            refused(ProblemKind::said(
                portfolio::summary_of_one,
                portfolio::summary_of_one_help,
            ));
            return None;
        };
        Some(match self.format {
            Format::Table => {
                let screen = console.screen(output.is_some());
                report::portfolio::table(overview, audited, screen)
            }
            Format::Json => report::portfolio::json(overview),
            Format::Jsonl => report::portfolio::jsonl(overview),
            Format::Csv => output::spreadsheet(report::portfolio::csv(overview), output),
            Format::Md => report::portfolio::markdown(overview, console.lang),
            Format::Sarif => {
                refused(ProblemKind::said(
                    portfolio::no_sarif,
                    portfolio::no_sarif_help,
                ));
                return None;
            }
        })
    }
}

/// The profile asked for; what is wrong with it is shown on the console.
pub fn profile(path: Option<&Path>, console: &Console) -> Option<Profile> {
    let Some(path) = path else {
        return Some(Profile::shipped());
    };
    let file = path.to_string_lossy();
    let kind = match std::fs::read_to_string(path) {
        Err(error) => ProblemKind::said(
            |lang| words::cannot_read(lang, system_error(&error, lang)),
            words::cannot_read_help,
        ),
        Ok(text) => match Profile::read(&text) {
            Ok(profile) => return Some(profile),
            Err(detail) => ProblemKind::said(
                |lang| words::bad_profile(lang, &detail),
                words::bad_profile_help,
            ),
        },
    };
    console.problems(&[Problem::of_file(&file, kind)]);
    None
}
