//! `jixiao accept`.

use std::path::{Path, PathBuf};

use clap::Args;
use jixiao::accept::{self, Accepted, FILE_NAMES, Form, Forms, choose};
use jixiao::audit::{self, codes_of};
use jixiao::document::{Problem, ProblemKind};
use jixiao::words::{Lang, accept as words, cli};

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
        let path = self.path.to_string_lossy();
        let chosen = choose(&audit, &forms, code, self.row.as_deref(), &self.sheet);
        let chosen = chosen.map_err(|kind| Some(Box::new(Problem::of_file(&path, kind))))?;
        let file = self.file(&chosen.form, &forms, console)?;
        let there = match file.exists() {
            true => read(&file, console).map_err(|()| None)?,
            false => Accepted::default(),
        };
        let mut entries = there.entries;
        let mut said = String::new();
        for new in &chosen.chosen {
            let (sheet, finding) = (plain(&new.sheet), plain(&new.finding));
            said.push_str(&words::done(console.lang, &new.code, sheet, finding));
        }
        chosen.note(&mut entries, &self.reason, self.by.as_deref());
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

fn problem(file: &str, message: impl Fn(Lang) -> String, help: impl Fn(Lang) -> String) -> Shown {
    Some(Box::new(Problem::of_file(
        file,
        ProblemKind::said(message, help),
    )))
}
