//! `jixiao import`: what was recognised in documents, as sheets a person can check and a program can read.

mod yaml;

use serde::Serialize;
use serde_json::Value as Json;

use crate::document::write_sheet;
use crate::recognise::{Note, Opened};
use crate::sheet::{MoneyUnit, Origin, Scope, Sheet, TargetRow, TargetTable, TargetValues};
use crate::words::Lang;

pub use yaml::{Form, yaml};

/// What `import --format json` prints.
#[derive(Debug, Clone, Serialize)]
pub struct Imported {
    /// 自评表, with the keys of the sheet file.
    pub sheets: Vec<Json>,
    /// 绩效目标表.
    pub targets: Vec<Targets>,
    /// What was repaired and what is uncertain.
    pub notes: Vec<Said>,
}

/// 绩效目标表.
#[derive(Debug, Clone, Serialize)]
pub struct Targets {
    /// 标题.
    pub title: String,
    /// `unit` or `project`.
    pub scope: &'static str,
    /// 单位名称.
    pub unit: String,
    /// 项目名称; null on a unit's table.
    pub project: Option<String>,
    /// The budget year.
    pub year: Option<u16>,
    /// 当年预算 as printed; null where the table does not say.
    pub budget: Option<String>,
    /// 万元 or 元.
    pub money: &'static str,
    /// 长期绩效目标.
    pub long_term: Vec<Promise>,
    /// 年度绩效目标.
    pub annual: Vec<Promise>,
    /// Where the table starts.
    pub origin: Place,
}

/// One promised measure: either `value` or `values` by year.
#[derive(Debug, Clone, Serialize)]
pub struct Promise {
    /// 一级指标.
    pub level1: String,
    /// 二级指标.
    pub level2: String,
    /// 三级指标.
    pub indicator: String,
    /// The single value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Values by year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<serde_json::Map<String, Json>>,
    /// 分值 as a decimal string.
    pub full_mark: Option<String>,
    /// 指标值确定依据.
    pub basis: Option<String>,
    /// Where it stands.
    pub origin: Place,
    /// Whether the row was repaired in a way a person should check.
    pub doubtful: bool,
}

/// A place in a document.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    /// File as the user named it.
    pub file: String,
    /// Line, from 1; null where the format has none.
    pub line: Option<u32>,
    /// Cell; null in line-based files.
    pub cell: Option<String>,
}

/// A note in words.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    /// What it says.
    pub message: String,
    /// Where.
    pub origin: Place,
}

impl Imported {
    /// Adds what stands in one file.
    pub fn add(&mut self, opened: &Opened, lang: Lang) {
        self.sheets.extend(opened.sheets.iter().map(sheet));
        self.targets.extend(opened.targets.iter().map(targets));
        self.notes.extend(opened.notes.iter().map(|note| Said {
            message: note.message(lang),
            origin: place(&note.origin),
        }));
    }

    /// Nothing yet.
    pub fn new() -> Imported {
        Imported {
            sheets: Vec::new(),
            targets: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The whole as JSON.
    pub fn json(&self) -> String {
        // Strings, numbers and lists only: nothing in there can fail to be written.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

impl Default for Imported {
    fn default() -> Self {
        Imported::new()
    }
}

/// A note with its place, for a person.
pub fn told(note: &Note, lang: Lang) -> String {
    let place = super::explain::place(&note.origin);
    format!("{place}: {}", note.message(lang))
}

fn sheet(sheet: &Sheet) -> Json {
    // Our own YAML of plain keys, texts and whole numbers.
    let mut json = serde_yaml::from_str(&write_sheet(sheet)).unwrap_or_default();
    figures_as_text(&mut json, "");
    json
}

/// Figures are strings in JSON; the year is none. Calls itself once a level, of which a sheet has few.
fn figures_as_text(json: &mut Json, key: &str) {
    match json {
        Json::Number(number) if key != "year" => *json = Json::String(number.to_string()),
        Json::Array(items) => items.iter_mut().for_each(|item| figures_as_text(item, key)),
        Json::Object(entries) => entries
            .iter_mut()
            .for_each(|(key, value)| figures_as_text(value, key)),
        _ => {}
    }
}

fn targets(table: &TargetTable) -> Targets {
    Targets {
        title: table.title.clone(),
        scope: match table.scope {
            Scope::Unit => "unit",
            Scope::Project => "project",
        },
        unit: table.unit.clone(),
        project: table.project.clone(),
        year: table.year,
        budget: table.budget.printed().map(|printed| printed.text.clone()),
        money: match table.money_unit {
            MoneyUnit::TenThousandYuan => "万元",
            MoneyUnit::Yuan => "元",
        },
        long_term: table.long_term.iter().map(promise).collect(),
        annual: table.annual.iter().map(promise).collect(),
        origin: place(&table.origin),
    }
}

fn promise(row: &TargetRow) -> Promise {
    let (value, values) = match &row.values {
        TargetValues::One(target) => (Some(target.0.text.clone()), None),
        TargetValues::ByYear(years) => {
            let years = years.iter();
            let years =
                years.map(|(year, target)| (year.to_string(), Json::String(target.0.text.clone())));
            (None, Some(years.collect()))
        }
    };
    let level = |depth: usize| row.levels.get(depth).cloned().unwrap_or_default();
    Promise {
        level1: level(0),
        level2: level(1),
        indicator: row.indicator.clone(),
        value,
        values,
        full_mark: row.full_mark.value().map(|mark| mark.to_string()),
        basis: row.basis.clone(),
        origin: place(&row.origin),
        doubtful: row.doubtful,
    }
}

fn place(origin: &Origin) -> Place {
    Place {
        file: origin.file.to_string(),
        line: Some(origin.line).filter(|line| *line > 0),
        cell: origin.cell.as_deref().map(str::to_owned),
    }
}
