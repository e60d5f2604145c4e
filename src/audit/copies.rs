//! 重份: sheets or tables of one unit, year and project given more than once.

use std::collections::HashMap;

use super::text::plain;
use super::{Subject, TargetSubject};
use crate::sheet::{Scope, TargetValues};

/// Unit, year, scope and project: what a document is about.
pub(super) type About = (String, u16, bool, String);

/// Which documents of a run are about the same thing.
#[derive(Debug, Default)]
pub(super) struct Copies {
    /// Groups that differ in what they say, by index: none of them can be used against other documents.
    pub rivals: Vec<Vec<usize>>,
    /// Whether a document repeats an earlier one word for word, by index.
    pub repeated: Vec<bool>,
    is_rival: Vec<bool>,
}

impl Copies {
    pub fn of_sheets(sheets: &[Subject]) -> Copies {
        let about = |one: &Subject| {
            let sheet = one.sheet();
            about(
                &sheet.unit,
                sheet.year,
                sheet.scope,
                sheet.project.as_deref(),
            )
        };
        Copies::new(sheets, about, sheet_content)
    }

    pub fn of_tables(tables: &[TargetSubject]) -> Copies {
        let about = |one: &TargetSubject| {
            let table = one.table;
            about(
                &table.unit,
                table.year,
                table.scope,
                table.project.as_deref(),
            )
        };
        Copies::new(tables, about, table_content)
    }

    /// Whether a document speaks for what it is about: neither a repetition nor contradicted.
    pub fn counts(&self, index: usize) -> bool {
        !self.repeated[index] && !self.is_rival[index]
    }

    fn new<T>(all: &[T], about: impl Fn(&T) -> Option<About>, content: fn(&T) -> String) -> Copies {
        let mut groups: HashMap<About, Vec<usize>> = HashMap::new();
        for (index, one) in all.iter().enumerate() {
            if let Some(about) = about(one) {
                groups.entry(about).or_default().push(index);
            }
        }
        let mut copies = Copies {
            rivals: Vec::new(),
            repeated: vec![false; all.len()],
            is_rival: vec![false; all.len()],
        };
        for group in groups.into_values().filter(|group| group.len() > 1) {
            let mut first: HashMap<String, usize> = HashMap::new();
            for index in group {
                let before = first.len();
                first.entry(content(&all[index])).or_insert(index);
                copies.repeated[index] = first.len() == before;
            }
            if first.len() > 1 {
                let mut rivals: Vec<usize> = first.into_values().collect();
                rivals.sort_unstable();
                rivals
                    .iter()
                    .for_each(|index| copies.is_rival[*index] = true);
                copies.rivals.push(rivals);
            }
        }
        copies.rivals.sort_unstable();
        copies
    }
}

/// `None` where a document does not say what it is about.
fn about(unit: &str, year: Option<u16>, scope: Scope, project: Option<&str>) -> Option<About> {
    let whole = scope == Scope::Unit;
    let (unit, project) = (plain(unit), plain(project.unwrap_or_default()));
    let said = !unit.is_empty() && (whole || !project.is_empty());
    said.then_some((
        unit,
        year?,
        whole,
        [project, String::new()][usize::from(whole)].clone(),
    ))
}

/// What a sheet says, in one text: rows, money and total.
fn sheet_content(one: &Subject) -> String {
    let sheet = one.sheet();
    let rows = sheet.measures().flat_map(|(indicator, measure)| {
        let points = format!("{:?}", measure.points.value().map(|one| one.normalize()));
        let cells = [
            &indicator.name,
            &measure.target.0.text,
            &measure.actual.0.text,
        ];
        cells.map(|cell| plain(cell)).into_iter().chain([points])
    });
    let budget = &sheet.budget;
    let lines = [&budget.total].into_iter().chain(&budget.sources);
    let money = lines.flat_map(|line| [&line.budget, &line.executed]);
    let money = money.chain([&budget.basic, &budget.project, &sheet.total]);
    let money = money.map(|entry| format!("{:?}", entry.value().map(|one| one.normalize())));
    rows.chain(money).collect::<Vec<_>>().join("\u{1f}")
}

/// What a table promises, in one text.
fn table_content(one: &TargetSubject) -> String {
    let rows = one.rows().flat_map(|row| {
        let values = match &row.row.values {
            TargetValues::One(target) => vec![plain(&target.0.text)],
            TargetValues::ByYear(years) => {
                let years = years
                    .iter()
                    .map(|(year, one)| format!("{year}{}", plain(&one.0.text)));
                years.collect()
            }
        };
        [plain(row.name())].into_iter().chain(values)
    });
    rows.collect::<Vec<_>>().join("\u{1f}")
}
