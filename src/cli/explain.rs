//! `jixiao explain`.

use std::path::Path;

use clap::Args;
use jixiao::audit::{Check, checks};
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::explain::{Focus, explain};
use jixiao::score::Evaluation;
use jixiao::words::{Lang, cli as words};

use super::Exit;
use super::changes::Changes;
use super::console::Console;
use super::language::say;
use super::options::{Target, Which};
use super::output;
use super::whatif::WhatIfs;

/// Explains a number, or a check.
#[derive(Args)]
pub struct Explain {
    #[arg(value_name = "PATH|CODE", help = say(words::help_explain_path))]
    path: std::path::PathBuf,
    #[arg(value_name = "ROW", help = say(words::help_explain_row))]
    row: Option<String>,
    #[command(flatten)]
    changes: Changes,
    #[arg(long, short, value_name = "PACK[@EDITION]|DIR", default_value = "wuhan", help = say(words::help_rules))]
    rules: String,
    #[arg(long, short, value_name = "FILE", help = say(words::help_mapping))]
    mapping: Option<std::path::PathBuf>,
    #[arg(long, value_name = "ID", help = say(words::help_sheet))]
    sheet: Vec<String>,
    #[command(flatten)]
    target: Target,
}

impl Explain {
    /// Explains and prints.
    pub fn run(&self, console: &Console) -> Exit {
        let output = self.target.output.as_deref();
        if let Some(check) = self.check() {
            output::write(page(check, console.lang), output, console);
            return console.exit();
        }
        if let Some(code) = self.unknown_code() {
            let kind = ProblemKind::said(
                |lang| words::no_such_check(lang, &code),
                words::no_such_check_help,
            );
            console.problems(&[Problem::of_file(&code, kind)]);
            return Exit::Failed;
        }
        if !self.changes.is_empty() {
            return self.scenario().run(console);
        }
        let which = Which {
            paths: vec![self.path.clone()],
            rules: self.rules.clone(),
            mapping: self.mapping.clone(),
            sheet: self.sheet.clone(),
            jobs: None,
        };
        let evaluations = which.evaluate(output, console);
        if evaluations.is_empty() {
            return Exit::Failed;
        }
        let pages: Vec<String> = evaluations
            .iter()
            .flat_map(|evaluation| {
                let focuses = focuses(evaluation, self.row.as_deref());
                focuses
                    .into_iter()
                    .map(|focus| explain(evaluation, focus, console.lang))
            })
            .collect();
        if pages.is_empty() {
            let rows = evaluations.iter().map(|evaluation| evaluation.rows.len());
            let row = self.row.as_deref().unwrap_or_default();
            let problem = no_such_row(&self.path, row, rows.max().unwrap_or(0));
            console.problems(&[problem]);
            return Exit::Failed;
        }
        output::write(pages.join("\n\n"), output, console);
        console.exit()
    }

    /// The same question about the sheet as the changes leave it.
    fn scenario(&self) -> WhatIfs {
        WhatIfs::explaining(
            self.path.clone(),
            self.changes.clone(),
            self.rules.clone(),
            self.mapping.clone(),
            self.sheet.clone(),
            self.row.clone(),
            self.target.clone(),
        )
    }

    /// A word that looks like the code of a check and is none: C99.
    fn unknown_code(&self) -> Option<String> {
        let code = self.path.to_str()?.to_uppercase();
        let digits = code.strip_prefix('C')?;
        let looks_like_one = digits.len() == 2 && digits.chars().all(|c| c.is_ascii_digit());
        (looks_like_one && !self.path.exists()).then_some(code)
    }

    /// The check the words name, unless a file of that name lies there.
    fn check(&self) -> Option<&'static Check> {
        let code = self.path.to_str()?.to_uppercase();
        let check = checks::ALL.iter().find(|check| check.code == code)?;
        (!Path::new(&self.path).exists()).then_some(check)
    }
}

/// There is no such row in a file with this many.
pub fn no_such_row(path: &Path, row: &str, rows: usize) -> Problem {
    let kind = ProblemKind::said(
        |lang| words::no_such_row(lang, row),
        |lang| words::no_such_row_help(lang, rows),
    );
    Problem::of_file(&path.to_string_lossy(), kind)
}

/// What the words for a row mean in one sheet; nothing when the sheet has no such row.
pub fn focuses(evaluation: &Evaluation, row: Option<&str>) -> Vec<Focus> {
    let Some(wanted) = row.map(str::trim) else {
        return vec![Focus::Everything];
    };
    match wanted {
        "total" | "grade" | "总分" | "等级" => return vec![Focus::Everything],
        "execution" | "执行" | "预算执行" => return vec![Focus::Execution],
        _ => {}
    }
    let matches = |evaluation: &Evaluation, index: usize| {
        let row = &evaluation.rows[index];
        evaluation.measure(row).row.to_string() == wanted
            || (wanted.parse::<u32>().is_err() && evaluation.indicator(row).name.contains(wanted))
    };
    (0..evaluation.rows.len())
        .filter(|index| matches(evaluation, *index))
        .map(Focus::Row)
        .collect()
}

/// The page of a check in one language: its heading and the section of that language.
fn page(check: &Check, lang: Lang) -> String {
    let title = format!("{} {}\n", check.code, (check.title)(lang));
    format!("{title}\n{}\n", check.section(lang).replace("**", ""))
}
