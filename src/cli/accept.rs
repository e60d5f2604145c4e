//! `jixiao accept`.

use std::path::{Path, PathBuf};

use clap::Args;
use jixiao::accept::{self, Acceptance, Accepted, FILE_NAMES, Form, Forms};
use jixiao::audit::{self, Audit, Finding, codes_of};
use jixiao::document::{Problem, ProblemKind};
use jixiao::words::{Lang, accept as words, audit as audit_words, cli};

use super::Exit;
use super::acceptance::{beside, plain, read};
use super::console::Console;
use super::language::say;
use super::options::Which;
use super::output;
use super::run::{Judged, same_file};
use super::sheets;

/// What stops the run; `None` when the console has shown it.
type Shown = Option<Box<Problem>>;

/// What a check finds in the forms given.
struct Found {
    /// All of it.
    all: Vec<Acceptance>,
    /// What is to be accepted: findings of one row of one form, at least one.
    chosen: Vec<Acceptance>,
    /// The id of that form.
    form: String,
}

/// Accepts a finding.
#[derive(Args)]
pub struct Accept {
    #[arg(value_name = "PATH", help = say(words::help_path))]
    path: PathBuf,
    #[arg(value_name = "CODE", help = say(words::help_code))]
    code: String,
    #[arg(value_name = "ROW", help = say(words::help_row))]
    row: Option<String>,
    #[arg(long, value_name = "PATH", help = say(words::help_with))]
    with: Vec<PathBuf>,
    #[arg(long, value_name = "TEXT", help = say(words::help_reason))]
    reason: String,
    #[arg(long, value_name = "NAME", help = say(words::help_by))]
    by: Option<String>,
    #[arg(long, value_name = "FILE", help = say(words::help_file))]
    file: Option<PathBuf>,
    #[arg(long, short, value_name = "PACK[@EDITION]|DIR", default_value = "wuhan", help = say(cli::help_rules))]
    rules: String,
    #[arg(long, short, value_name = "FILE", help = say(cli::help_mapping))]
    mapping: Option<PathBuf>,
    #[arg(long, value_name = "ID", help = say(words::help_sheet))]
    sheet: Vec<String>,
    #[arg(long, value_name = "FILE", help = say(cli::help_profile))]
    profile: Option<PathBuf>,
}

impl Accept {
    /// Notes the acceptance in the file.
    pub fn run(&self, console: &Console) -> Exit {
        if self.reason.trim().is_empty() {
            let kind = ProblemKind::said(words::no_reason, words::help_reason);
            console.problems(&[Problem::of_file("--reason", kind)]);
            return Exit::Usage;
        }
        match self.accept(console) {
            Ok(()) => console.exit(),
            Err(None) => Exit::Failed,
            Err(Some(problem)) => {
                console.problems(&[*problem]);
                Exit::Failed
            }
        }
    }

    /// `Err(None)` when the console has shown what is wrong.
    fn accept(&self, console: &Console) -> Result<(), Shown> {
        let code = self.code()?;
        let profile = super::audit::profile(self.profile.as_deref(), console).ok_or(None)?;
        // All of them, whatever `--sheet` says: a finding may rest on the figures of two.
        let which = Which {
            paths: [&self.path]
                .into_iter()
                .chain(&self.with)
                .cloned()
                .collect(),
            rules: self.rules.clone(),
            mapping: self.mapping.clone(),
            sheet: Vec::new(),
            jobs: None,
        };
        let Judged {
            evaluations,
            targets,
        } = which.judge(sheets::Forms::SheetsAndTargets, None, console);
        if evaluations.is_empty() && targets.is_empty() {
            return Err(None);
        }
        let forms = Forms::new(&evaluations, &targets);
        if let Some(id) = self.sheet.iter().find(|id| forms.get(id).is_none()) {
            let first = evaluations.first().map(|one| &one.sheet.id);
            let first = first.or(targets.first().map(|table| &table.id));
            let help = |lang| cli::no_such_sheet_help(lang, first.unwrap_or(id));
            return Err(problem(
                "--sheet",
                |lang| cli::no_such_sheet(lang, id),
                help,
            ));
        }
        let audit = audit::audit_with_targets(&evaluations, &targets, &profile);
        let Found { all, chosen, form } = self.found(code, &audit, &forms)?;
        let file = self.file(&form, &forms, console)?;
        let there = match file.exists() {
            true => read(&file, console).map_err(|()| None)?,
            false => Accepted::default(),
        };
        let mut entries = there.entries;
        // What was noted for the same place and holds no longer is replaced.
        entries.retain(|entry| {
            let holds = all.iter().any(|now| entry.holds_for(now));
            let again = chosen.iter().any(|new| entry.holds_for(new));
            let place = chosen.iter().any(|new| entry.same_place(new));
            !again && (holds || !place)
        });
        let by = self.by.as_deref().map(str::trim);
        let by = by.filter(|by| !by.is_empty()).map(str::to_owned);
        let mut said = String::new();
        for mut new in chosen {
            let (sheet, finding) = (plain(&new.sheet), plain(&new.finding));
            said.push_str(&words::done(console.lang, &new.code, sheet, finding));
            new.reason = self.reason.trim().to_owned();
            new.by = by.clone();
            entries.push(new);
        }
        output::write(accept::write(&entries, console.lang), Some(&file), console);
        if console.exit() == Exit::Done {
            output::write(said, None, console);
            let file = plain(&file.to_string_lossy());
            console.notice(&words::noted_in(console.lang, file));
        }
        Ok(())
    }

    /// The check meant.
    fn code(&self) -> Result<&'static str, Shown> {
        match codes_of(&self.code).as_deref() {
            Some([code]) => Ok(code),
            _ => Err(problem(
                &self.code,
                |lang| cli::no_such_check(lang, &self.code),
                cli::no_such_check_help,
            )),
        }
    }

    /// Everything the check finds, and what is to be accepted of it: findings of one sheet and one row.
    fn found(&self, code: &str, audit: &Audit, forms: &Forms<'_>) -> Result<Found, Shown> {
        let across = audit.across.as_slice();
        let within = audit
            .findings()
            .take(audit.findings().count() - across.len());
        let found: Vec<(&Finding, Acceptance)> = within
            .map(|finding| (finding, false))
            .chain(across.iter().map(|finding| (finding, true)))
            .filter(|(finding, _)| finding.code == code)
            .map(|(finding, across)| (finding, Acceptance::of(finding, forms, across)))
            .collect();
        let all: Vec<Acceptance> = found.iter().map(|(_, one)| one.clone()).collect();
        let wanted = self.row.as_deref().map(str::trim);
        let mut chosen: Vec<&(&Finding, Acceptance)> = found
            .iter()
            .filter(|(one, _)| self.sheet.is_empty() || self.sheet.contains(&one.place.sheet))
            .filter(|(_, one)| wanted.is_none_or(|row| is_row(one, row)))
            .collect();
        if wanted.is_none() && chosen.iter().any(|(_, one)| one.row.is_none()) {
            chosen.retain(|(_, one)| one.row.is_none());
        }
        let path = self.path.to_string_lossy();
        let Some((first, _)) = chosen.first() else {
            let said = |lang| match wanted {
                Some(row) => words::no_finding_in_row(lang, code, row),
                None => words::no_finding(lang, code),
            };
            return Err(problem(&path, said, words::no_finding_help));
        };
        let list = |names: Vec<String>, lang| {
            let mut names = names;
            names.dedup();
            names.join(audit_words::and(lang).as_str())
        };
        if chosen
            .iter()
            .any(|(one, _)| one.place.sheet != first.place.sheet)
        {
            let sheets = chosen.iter().map(|(one, _)| one.place.sheet.clone());
            let sheets: Vec<String> = sheets.collect();
            let said = |lang| words::several_sheets(lang, list(sheets.clone(), lang));
            return Err(problem(&path, said, words::several_sheets_help));
        }
        if chosen
            .iter()
            .any(|(one, _)| one.place.row != first.place.row)
        {
            let rows = chosen.iter().filter_map(|(one, _)| one.place.row);
            let rows: Vec<String> = rows.map(|row| row.to_string()).collect();
            let said = |lang| words::several_rows(lang, list(rows.clone(), lang));
            return Err(problem(&path, said, words::several_rows_help));
        }
        let form = first.place.sheet.clone();
        let chosen = chosen.into_iter().map(|(_, one)| one.clone()).collect();
        Ok(Found { all, chosen, form })
    }

    /// The file to note it in; none that was read.
    fn file(&self, form: &str, forms: &Forms<'_>, console: &Console) -> Result<PathBuf, Shown> {
        let file = match &self.file {
            Some(file) => file.clone(),
            None => {
                let folder = forms
                    .get(form)
                    .and_then(Form::folder)
                    .ok_or_else(|| problem("-", words::no_folder, words::no_folder_help))?;
                let name = match console.lang {
                    Lang::Zh => FILE_NAMES[0],
                    Lang::En => FILE_NAMES[1],
                };
                beside(folder).unwrap_or_else(|| folder.join(name))
            }
        };
        let inputs = forms.iter().map(|form| Path::new(form.file()));
        match same_file(&file, inputs) {
            Some(input) => Err(problem(
                &input.to_string_lossy(),
                cli::output_is_input,
                cli::output_is_input_help,
            )),
            None => Ok(file),
        }
    }
}

/// Whether a finding is about the row asked for, by its number or part of its indicator's name.
fn is_row(one: &Acceptance, wanted: &str) -> bool {
    match wanted.parse::<u32>() {
        Ok(number) => one.row == Some(number),
        Err(_) => {
            one.row.is_some()
                && one
                    .indicator
                    .as_ref()
                    .is_some_and(|name| name.contains(wanted))
        }
    }
}

fn problem(file: &str, message: impl Fn(Lang) -> String, help: impl Fn(Lang) -> String) -> Shown {
    Some(Box::new(Problem::of_file(
        file,
        ProblemKind::said(message, help),
    )))
}
