//! The forms findings point into: self-evaluation sheets and target tables.

use std::collections::HashMap;
use std::path::Path;

use crate::score::Evaluation;
use crate::sheet::{Sheet, TargetTable, TargetValues};

/// A form of the run.
#[derive(Debug, Clone, Copy)]
pub enum Form<'a> {
    /// 自评表.
    Sheet(&'a Sheet),
    /// 绩效目标表.
    Targets(&'a TargetTable),
}

/// What a row says, as printed.
#[derive(Default)]
pub(super) struct Row {
    /// Its indicator.
    pub indicator: String,
    /// Its target; in a target table the values of all years, for a finding may rest on each.
    pub target: String,
    /// Its actual.
    pub actual: String,
}

impl<'a> Form<'a> {
    fn id(self) -> &'a str {
        match self {
            Form::Sheet(sheet) => &sheet.id,
            Form::Targets(table) => &table.id,
        }
    }

    /// The file it was read from, as the user named it.
    pub fn file(self) -> &'a str {
        match self {
            Form::Sheet(sheet) => &sheet.origin.file,
            Form::Targets(table) => &table.origin.file,
        }
    }

    /// The folder its file lies in; `None` for standard input.
    pub fn folder(self) -> Option<&'a Path> {
        match self.file() {
            "" | "-" | "stdin" | "stdin.json" => None,
            file => Path::new(file).parent(),
        }
    }

    /// The name it has in an acceptance file: its id without the folders a run may put in front.
    pub fn key(self) -> &'a str {
        let (id, file) = (self.id(), Path::new(self.file()));
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let put_in_front = |front: &str| file.parent().is_some_and(|path| path.ends_with(front));
        match id.rsplit_once(['/', '\\']) {
            Some((front, last))
                if !stem.is_empty() && last.starts_with(&*stem) && put_in_front(front) =>
            {
                last
            }
            _ => id,
        }
    }

    /// One of its rows, by the number findings name it by.
    pub(super) fn row(self, number: u32) -> Option<Row> {
        match self {
            Form::Sheet(sheet) => {
                let mut measures = sheet.measures();
                let (indicator, measure) = measures.find(|(_, one)| one.row == number)?;
                Some(Row {
                    indicator: indicator.name.clone(),
                    target: measure.target.0.text.clone(),
                    actual: measure.actual.0.text.clone(),
                })
            }
            Form::Targets(table) => {
                let mut rows = table.long_term.iter().chain(&table.annual);
                let row = rows.nth(usize::try_from(number).ok()?.checked_sub(1)?)?;
                let values: Vec<&str> = match &row.values {
                    TargetValues::One(target) => vec![&target.0.text],
                    TargetValues::ByYear(years) => {
                        years.iter().map(|(_, one)| one.0.text.as_str()).collect()
                    }
                };
                Some(Row {
                    indicator: row.indicator.clone(),
                    target: values.join(" → "),
                    actual: String::new(),
                })
            }
        }
    }
}

/// The forms of a run by their ids.
pub struct Forms<'a>(HashMap<&'a str, Form<'a>>);

impl<'a> Forms<'a> {
    /// All sheets and target tables of a run.
    pub fn new(evaluations: &'a [Evaluation], targets: &'a [TargetTable]) -> Forms<'a> {
        let sheets = evaluations.iter().map(|one| Form::Sheet(&one.sheet));
        let forms = sheets.chain(targets.iter().map(Form::Targets));
        Forms(forms.map(|form| (form.id(), form)).collect())
    }

    /// The form of this id.
    pub fn get(&self, id: &str) -> Option<Form<'a>> {
        self.0.get(id).copied()
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = Form<'a>> {
        self.0.values().copied()
    }
}
