//! `jixiao audit`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jixiao::audit::{self, Outcome, Profile, Severity, checks};
use jixiao::document::{Problem, ProblemKind, system_error};
use jixiao::report::audit::{self as report, AuditedSheets};
use jixiao::words::cli as words;

use super::Exit;
use super::console::Console;
use super::language::say;
use super::options::{Target, Which};
use super::output;
use super::run::Judged;
use super::sheets::Forms;

/// Audits sheets: reconciliation and findings.
#[derive(Args)]
pub struct Audit {
    #[command(flatten)]
    which: Which,
    #[arg(long, short, value_name = "table|json|jsonl|csv|md", default_value = "table", help = say(words::help_audit_format))]
    format: Format,
    #[arg(long, value_name = "error|warning|note|never", default_value = "error", help = say(words::help_fail_on))]
    fail_on: FailOn,
    #[arg(long, value_name = "FILE", help = say(words::help_profile))]
    profile: Option<PathBuf>,
    #[arg(long, help = say(words::help_list))]
    list: bool,
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
    /// The profile asked for; what is wrong with it is shown on the console.
    fn profile(&self, console: &Console) -> Option<Profile> {
        let Some(path) = &self.profile else {
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

    /// Audits and prints.
    pub fn run(&self, console: &Console) -> Exit {
        let output = self.target.output.as_deref();
        if self.list {
            let line =
                |check: &audit::Check| format!("{}  {}\n", check.code, (check.title)(console.lang));
            let text: String = checks::ALL.iter().map(line).collect();
            output::write(&text, output, console);
            return console.exit();
        }
        let Judged {
            evaluations,
            targets,
        } = self.which.judge(Forms::SheetsAndTargets, output, console);
        if evaluations.is_empty() && targets.is_empty() {
            return Exit::Failed;
        }
        let Some(profile) = self.profile(console) else {
            return Exit::Failed;
        };
        let audit = audit::audit_with_targets(&evaluations, &targets, &profile);
        let audited = AuditedSheets::new(&evaluations, &audit, console.lang);
        let text = match self.format {
            Format::Table => report::table(&audited, console.screen(output.is_some())),
            Format::Json => report::json(&audited),
            Format::Jsonl => report::jsonl(&audited),
            Format::Csv => report::csv(&audited),
            Format::Md => report::markdown(&audited, console.lang),
        };
        output::write(&text, output, console);
        let grave = self.fail_on.severity().is_some_and(|limit| {
            audit
                .findings()
                .any(|finding| finding.outcome == Outcome::Fails && finding.severity >= limit)
        });
        match console.exit() {
            Exit::Done if grave => Exit::Found,
            exit => exit,
        }
    }
}
