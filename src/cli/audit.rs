//! `jixiao audit`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jixiao::accept::Forms;
use jixiao::audit::{self, Outcome, Portfolio, Profile, Severity};
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::audit::{self as report, AuditedSheets};
use jixiao::report::paper::Paper;
use jixiao::words::{cli as words, portfolio as progress};

use super::Exit;
use super::acceptance::{Acceptance, Decisions};
use super::chosen::Chosen;
use super::console::Console;
use super::format::{self, Formats};
use super::inputs::Named;
use super::language::say;
use super::options::{Target, Which};
use super::output::{self, Pieces};
use super::progress::Progress;
use super::run::Judged;
use super::sheets;

/// Audits sheets: reconciliation and findings.
#[derive(Args)]
pub struct Audit {
    #[command(flatten)]
    which: Which,
    #[arg(long, short, value_name = "table|json|jsonl|csv|md|sarif|xlsx|docx|html", help = say(words::help_audit_format))]
    format: Option<Format>,
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
    #[arg(long, conflicts_with = "list", help = say(words::help_show_profile))]
    show_profile: bool,
    #[arg(long, help = say(progress::help_summary))]
    summary: bool,
    #[arg(long, conflicts_with = "summary", help = say(progress::help_pages))]
    pages: bool,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    #[default]
    Table,
    Json,
    Jsonl,
    Csv,
    Md,
    Sarif,
    Xlsx,
    Docx,
    Html,
}

impl Formats for Format {}

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
        if self.list || self.show_profile {
            let text = match self.list {
                true => report::catalogue(console.lang),
                false => Profile::shipped_file().to_owned(),
            };
            output::write(text, output, console);
            return console.exit();
        }
        let format = match format::check(self.format, output, "audit", console) {
            Ok(format) => format,
            Err(exit) => return exit,
        };
        if self.summary && format.paper().is_some() {
            return format::not_of_these(format, "audit", console);
        }
        let Some(profile) = profile(self.profile.as_deref(), console) else {
            return Exit::Failed;
        };
        let forms = sheets::Forms::SheetsAndTargets;
        let Some(mut run) = self.which.prepare(forms, output, console) else {
            return Exit::Failed;
        };
        let parts = run.parts(Some(&profile), console);
        let selection = self.chosen.selection();
        let mut decisions = Decisions::default();
        let mut portfolio = Portfolio::new(&profile);
        let mut all = AuditedSheets::default();
        let mut for_paper = Vec::new();
        let mut written = Pieces::new(output);
        let (mut found, mut grave) = (false, false);
        for (left, files) in (0..parts.files.len()).rev().zip(&parts.files) {
            let Judged {
                evaluations,
                targets,
            } = run.judge(files, parts.labels.as_ref(), console);
            found |= !evaluations.is_empty() || !targets.is_empty();
            let counter = Progress::new(progress::auditing, evaluations.len(), console);
            let done = || counter.step();
            let units = parts.units.as_ref();
            let part =
                || audit::audit_part(&evaluations, &targets, &profile, units, portfolio, done);
            let mut audit = run.threads.run(part);
            drop(counter);
            if left == 0 {
                audit.add_many(&profile);
            }
            if let Some(own) = &self.profile {
                audit.cite(&own.to_string_lossy());
            }
            audit.keep(&selection);
            let forms = Forms::new(&evaluations, &targets);
            decisions.apply(&self.acceptance, &mut audit, &forms, console);
            grave |= self.is_grave(&audit);
            let part = match left {
                0 => AuditedSheets::new(&evaluations, &audit, console.lang),
                _ => AuditedSheets::part(&evaluations, &audit, console.lang),
            };
            portfolio = audit.let_go();
            all.go_on(part.about(&selection));
            if format.paper().is_some() {
                for_paper.extend(evaluations);
                if format::is_too_much(&for_paper, output, console) {
                    return Exit::Failed;
                }
            }
            if self.goes_line_by_line() {
                written.add(self.lines(&mut all, written.is_empty()), console);
            } else if left > 0 && self.is_overview(&portfolio) {
                all.let_go();
            }
        }
        if !found {
            return Exit::Failed;
        }
        decisions.tell(&selection, console);
        if format.paper().is_some() {
            let paper = Paper::audit(for_paper, all, console.lang);
            format::write(&paper, format, output, console);
        } else if !self.goes_line_by_line() {
            let Some(text) = self.whole(&all, console) else {
                return Exit::Failed;
            };
            written.add(text, console);
        }
        written.finish(console);
        match console.exit() {
            Exit::Done if grave => Exit::Found,
            exit => exit,
        }
    }

    /// The format asked for, or that of the output's name.
    fn format(&self) -> Format {
        format::of(self.format, self.target.output.as_deref())
    }

    /// Whether something fails that is not accepted, at or above `--fail-on`.
    fn is_grave(&self, audit: &audit::Audit) -> bool {
        self.fail_on.severity().is_some_and(|limit| {
            audit
                .findings()
                .filter(|finding| !finding.standing.is_accepted())
                .any(|finding| finding.outcome == Outcome::Fails && finding.severity >= limit)
        })
    }

    /// Whether the parts of a large run are written as they come.
    fn goes_line_by_line(&self) -> bool {
        !self.summary && matches!(self.format(), Format::Csv | Format::Jsonl)
    }

    /// Whether the rows of single sheets are not going to be printed.
    fn is_overview(&self, portfolio: &Portfolio) -> bool {
        let many = portfolio.entries().len() > report::MOST_PAGES;
        self.summary || (matches!(self.format(), Format::Table) && !self.pages && many)
    }

    /// The lines of a part, which then need not be kept.
    fn lines(&self, part: &mut AuditedSheets, is_first: bool) -> String {
        let text = match (self.format(), is_first) {
            (Format::Jsonl, _) => report::jsonl(part),
            (_, true) => output::spreadsheet(report::csv(part), self.target.output.as_deref()),
            (_, false) => {
                let text = report::csv(part);
                let head = text.find('\n').map_or(0, |end| end + 1);
                text[head..].to_owned()
            }
        };
        *part = AuditedSheets::default();
        text
    }

    /// Everything in one piece; `None` where that cannot be, which the console has shown.
    fn whole(&self, audited: &AuditedSheets, console: &Console) -> Option<String> {
        let screen = console.screen(self.target.output.is_some());
        if self.summary {
            return self.overview(audited, console);
        }
        Some(match self.format() {
            Format::Table if self.pages => report::pages(audited, screen),
            Format::Table => report::table(audited, screen),
            Format::Json => report::json(audited),
            Format::Jsonl => report::jsonl(audited),
            Format::Csv => report::csv(audited),
            Format::Md => report::markdown(audited, console.lang),
            Format::Sarif => report::sarif(audited, console.lang),
            Format::Xlsx | Format::Docx | Format::Html => return None,
        })
    }

    /// The sheets together and nothing else; `None` where there is nothing to put together, or no way to
    /// write it, which the console has shown.
    fn overview(&self, audited: &AuditedSheets, console: &Console) -> Option<String> {
        let output = self.target.output.as_deref();
        let refused = |kind| console.problems(&[Problem::of_file("--summary", kind)]);
        let Some(overview) = &audited.portfolio else {
            refused(ProblemKind::said(
                progress::summary_of_one,
                progress::summary_of_one_help,
            ));
            return None;
        };
        Some(match self.format() {
            Format::Table => {
                let screen = console.screen(output.is_some());
                report::portfolio::table(overview, audited, screen)
            }
            Format::Json => report::portfolio::json(overview),
            Format::Jsonl => report::portfolio::jsonl(overview),
            Format::Csv => output::spreadsheet(report::portfolio::csv(overview), output),
            Format::Md => report::portfolio::markdown(overview, console.lang),
            // Papers of a summary were refused before anything was read.
            Format::Sarif | Format::Xlsx | Format::Docx | Format::Html => {
                refused(ProblemKind::said(
                    progress::no_sarif,
                    progress::no_sarif_help,
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
    console.reads(path);
    let named = Named::itself(path.to_owned());
    let read = named
        .read()
        .and_then(|document| jixiao::profile::read(&document.name, &document.bytes));
    read.map_err(|problems| console.problems(&problems)).ok()
}
