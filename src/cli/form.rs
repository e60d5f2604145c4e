//! `jixiao form`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jixiao::document::{Problem, ProblemKind};
use jixiao::form::{BlankForm, Marks, NoForm, Parts};
use jixiao::report::form::{form_yaml, needs_checking, reads_back, workbook};
use jixiao::rules::{Editions, FullMarkPolicy, RulePack};
use jixiao::sheet::TargetTable;
use jixiao::words::{cli as words, form as said};

use super::Exit;
use super::console::{Console, complain};
use super::folder_files::LeftOver;
use super::language::say;
use super::{folder, inputs, output, run, sheets};

/// Target tables → blank self-evaluations.
#[derive(Args)]
pub struct Form {
    #[arg(value_name = "TARGETS", required = true, help = say(words::help_targets))]
    targets: Vec<PathBuf>,
    #[arg(long, short, value_name = "yaml|xlsx", help = say(words::help_form_format))]
    format: Option<Format>,
    #[arg(long, short, value_name = "DIR|FILE", required_if_eq("format", "xlsx"), help = say(words::help_form_output))]
    output: Option<PathBuf>,
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1900..=2999), help = say(words::help_form_year))]
    year: Option<u16>,
    #[arg(long, short, value_name = "PACK[@EDITION]|DIR", default_value = "wuhan", help = say(words::help_form_rules))]
    rules: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Yaml,
    Xlsx,
}

impl Format {
    /// The format an ending names; `None` for any other ending, and for a folder.
    fn of(path: &Path) -> Option<Format> {
        if path.is_dir() {
            return None;
        }
        let ending = path.extension()?.to_str()?.to_lowercase();
        match ending.as_str() {
            "yaml" | "yml" => Some(Format::Yaml),
            "xlsx" => Some(Format::Xlsx),
            _ => None,
        }
    }

    /// The ending of its files.
    fn ending(self) -> &'static str {
        match self {
            Format::Yaml => "yaml",
            Format::Xlsx => "xlsx",
        }
    }

    /// Forms as a file; `None` when a text is too long for a workbook, which has been said then.
    fn file(self, forms: &[BlankForm], console: &Console) -> Option<Vec<u8>> {
        match self {
            Format::Yaml => Some(form_yaml(forms, console.lang).into_bytes()),
            Format::Xlsx => match workbook(forms, console.lang) {
                Ok(bytes) => {
                    for (at, form) in forms.iter().enumerate() {
                        if let Some(row) = reads_back(form, &bytes, at) {
                            let text = said::not_the_same(console.lang, row);
                            console.notice(&said::of_form(console.lang, name(form), text));
                        }
                    }
                    Some(bytes)
                }
                Err(error) => {
                    let kind =
                        ProblemKind::said(|lang| error.describe(lang), said::no_workbook_help);
                    let file = forms.first().map_or("", |form| &form.sheet.origin.file);
                    console.problems(&[Problem::of_file(file, kind)]);
                    None
                }
            },
        }
    }
}

/// Whether a name is that of a file `form` does not write; a folder of such a name is nobody's wish.
fn is_other_document(path: &Path) -> bool {
    const OTHERS: [&str; 11] = [
        "doc", "docx", "xls", "ods", "pdf", "html", "htm", "csv", "txt", "json", "md",
    ];
    let ending = path.extension().and_then(|ending| ending.to_str());
    let is = |ending: &str| {
        OTHERS
            .iter()
            .any(|other| other.eq_ignore_ascii_case(ending))
    };
    !path.is_dir() && ending.is_some_and(is)
}

impl Form {
    /// Reads the tables, tells what the forms are like, and prints or writes them.
    pub fn run(&self, console: &Console) -> Exit {
        let by_name = self.output.as_deref().and_then(Format::of);
        let format = self.format.or(by_name).unwrap_or(Format::Yaml);
        let fits = by_name.is_none_or(|by_name| by_name == format);
        if let Some(file) = self.output.as_deref()
            && (!fits || is_other_document(file))
        {
            let message = said::ending_is_not_format(console.lang, file.display(), format.ending());
            complain(&words::usage_error(console.lang, message));
            return Exit::Usage;
        }
        let editions = match Editions::find(&self.rules) {
            Ok(editions) => editions,
            Err(problems) => {
                console.problems(&problems);
                return Exit::Failed;
            }
        };
        let (files, problems) = inputs::read(&self.targets, &inputs::SHEETS);
        console.problems(&problems);
        if let Some(output) = self.output.as_deref().filter(|_| by_name.is_some()) {
            let inputs = files.iter().filter_map(|file| file.path.as_deref());
            if !may_write(output, inputs, console) {
                return console.exit();
            }
        }
        let mut forms = Vec::new();
        for table in tables(&files, console) {
            match self.form(&table, &editions, console) {
                Ok(form) => forms.push(form),
                Err(why) => console.problems(&[refused(&table, &why)]),
            }
        }
        if !forms.is_empty() {
            self.write(&forms, format, by_name.is_some(), console);
        }
        console.exit()
    }

    /// The form of a table under the edition of its year.
    fn form(
        &self,
        table: &TargetTable,
        editions: &Editions,
        console: &Console,
    ) -> Result<BlankForm, NoForm> {
        let chosen = run::edition(editions, self.year.or(table.year), &table.id, console);
        let parts = Parts {
            execution: chosen.execution_weight(),
            indicators: chosen.indicators.weight,
        };
        let form = BlankForm::of(table, self.year, parts)?;
        tell(&form, &chosen, console);
        Ok(form)
    }

    fn write(&self, forms: &[BlankForm], format: Format, one_file: bool, console: &Console) {
        let Some(output) = &self.output else {
            if let Some(bytes) = format.file(forms, console) {
                output::write(bytes, None, console);
            }
            return;
        };
        let mut files = Vec::new();
        if one_file {
            let Some(bytes) = format.file(forms, console) else {
                return;
            };
            files.push((output.clone(), bytes));
        } else {
            if !folder::make(output, console) {
                return;
            }
            let mut names = folder::Names::new(output);
            for form in forms {
                let Some(bytes) = format.file(std::slice::from_ref(form), console) else {
                    return;
                };
                let stem = folder::stem(name(form), &form.sheet.id);
                let stem = match form.sheet.year {
                    Some(year) => words::form_of_year(console.lang, stem, year),
                    None => words::form_of(console.lang, stem),
                };
                files.push((names.free(&stem, format.ending()), bytes));
            }
        }
        if output::write_all(&files, console) {
            for (path, _) in &files {
                console.notice(&words::imported_to(console.lang, path.display()));
            }
        }
    }
}

/// The target tables of all files; a file without any is said, as a problem where it is the only one.
fn tables(files: &[inputs::Document], console: &Console) -> Vec<TargetTable> {
    let mut tables = Vec::new();
    let mut without = Vec::new();
    let mut left_over = LeftOver::default();
    for file in files {
        match sheets::open_one(file) {
            Err(problems) => console.problems(&problems),
            Ok(opened) => {
                console.notices(&opened.notices);
                let (sheets, notes) = (opened.sheets.len(), opened.notes.len());
                if opened.targets.is_empty() && left_over.take(file) {
                    continue;
                }
                if opened.targets.is_empty() {
                    let kind = ProblemKind::said(
                        |lang| said::no_targets(lang, sheets),
                        said::no_targets_help,
                    );
                    without.push(Problem::of_file(&file.name, kind));
                } else if notes > 0 {
                    let kind = ProblemKind::said(
                        |lang| words::notes_on_document(lang, notes),
                        words::notes_on_document_help,
                    );
                    console.notices(&[Problem::of_file(&file.name, kind)]);
                }
                tables.extend(opened.targets);
            }
        }
    }
    without.extend(left_over.told(words::targets_wanted));
    if tables.is_empty() {
        console.problems(&without);
    } else {
        console.notices(&without);
    }
    tables
}

/// Whether a file can be written: it is no input, and it is not there yet.
fn may_write<'i>(file: &Path, inputs: impl Iterator<Item = &'i Path>, console: &Console) -> bool {
    let kind = if run::same_file(file, inputs).is_some() {
        ProblemKind::said(words::output_is_input, words::output_is_input_help)
    } else if file.exists() {
        ProblemKind::said(said::already_there, said::already_there_help)
    } else {
        return true;
    };
    console.problems(&[Problem::of_file(&file.to_string_lossy(), kind)]);
    false
}

/// What was made, where its full marks come from, and how many targets a person should look at.
fn tell(form: &BlankForm, pack: &RulePack, console: &Console) {
    let lang = console.lang;
    let rows = form.hints.len();
    let mut lines = vec![match form.sheet.year {
        Some(year) => said::made(lang, year, rows),
        None => said::made_without_year(lang, rows),
    }];
    let weight = pack.indicators.weight.normalize();
    lines.push(match form.marks {
        Marks::Printed(sum) if sum == weight => said::marks_printed(lang, sum.normalize()),
        Marks::Printed(sum) => said::marks_differ(lang, sum.normalize(), pack.name(), weight),
        Marks::Partly { without } => said::marks_partly(lang, without),
        Marks::None if pack.full_mark == FullMarkPolicy::Infer => {
            said::marks_none_inferred(lang, weight, pack.name())
        }
        Marks::None => said::marks_none_needed(lang, weight, pack.name()),
    });
    let doubtful = form.hints.iter();
    let doubtful = doubtful.filter(|hints| hints.iter().any(|hint| needs_checking(*hint)));
    match doubtful.count() {
        0 => {}
        rows => lines.push(said::hinted(lang, rows)),
    }
    for line in lines {
        console.notice(&said::of_form(lang, name(form), line));
    }
}

/// What people call a form by.
fn name(form: &BlankForm) -> &str {
    let sheet = &form.sheet;
    match sheet.project.as_deref().unwrap_or(&sheet.unit) {
        "" => &sheet.id,
        name => name,
    }
}

/// Why there is no form of a table, at the place where the table begins.
fn refused(table: &TargetTable, why: &NoForm) -> Problem {
    let name = match (table.project.as_deref(), table.title.as_str()) {
        (Some(project), _) => project,
        (None, "") => &table.id,
        (None, title) => title,
    };
    let kind = match why {
        NoForm::NoAnnual => {
            ProblemKind::said(|lang| said::no_annual(lang, name), said::no_annual_help)
        }
        NoForm::NoValue { year, known } if !known.is_empty() => ProblemKind::said(
            |lang| match year {
                Some(year) => said::no_value(lang, name, year),
                None => said::no_value_at_all(lang, name),
            },
            |lang| {
                let known: Vec<String> = known.iter().map(u16::to_string).collect();
                said::no_value_help(lang, known.join(", "))
            },
        ),
        NoForm::NoValue { .. } => ProblemKind::said(
            |lang| said::no_value_at_all(lang, name),
            said::no_value_at_all_help,
        ),
    };
    let mut problem = Problem::of_file(&table.origin.file, kind);
    (problem.line, problem.column) = (table.origin.line, table.origin.column);
    problem
}
