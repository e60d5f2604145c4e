//! A target table as YAML: what is blank is left out.

use serde_yaml::{Mapping, Value};

use super::keys;
use crate::document::yaml_text::{Map, by_level, cell, plain, to_yaml};
use crate::sheet::{MoneyUnit, Scope, TargetRow, TargetTable, TargetValues};

/// The table as YAML that [`super::read_targets`] reads back to the same table, places and file name
/// aside. Keys are English; values are written as they were printed.
///
/// ```
/// use jixiao::document::{read_targets, write_targets};
/// let text = "scope: project\nannual:\n- indicator: 直播\n  values:\n    2025: 10期\n    2026: 10期\n  basis: 计划数据\n";
/// let tables = read_targets("a.yaml", text.as_bytes()).unwrap();
/// assert_eq!(write_targets(&tables[0]), text);
/// ```
pub fn write_targets(table: &TargetTable) -> String {
    to_yaml(value(table))
}

/// The table as a tree of the same shape.
fn value(table: &TargetTable) -> Value {
    let mut map = Map::default();
    map.text(keys::TITLE, &table.title);
    map.put(
        keys::SCOPE,
        plain(match table.scope {
            Scope::Unit => "unit",
            Scope::Project => "project",
        }),
    );
    if let Some(year) = table.year {
        map.put(keys::YEAR, Value::from(year));
    }
    map.text(keys::UNIT, &table.unit);
    map.text(keys::PROJECT, table.project.as_deref().unwrap_or(""));
    map.entry(keys::BUDGET, &table.budget);
    if table.money_unit == MoneyUnit::Yuan {
        map.put(keys::MONEY, plain("元"));
    }
    for (name, rows) in [
        (keys::LONG_TERM, &table.long_term),
        (keys::ANNUAL, &table.annual),
    ] {
        if !rows.is_empty() {
            map.put(name, by_level(rows, |row| &row.levels, row));
        }
    }
    if table.long_term.is_empty() && table.annual.is_empty() {
        map.put(keys::ANNUAL, Value::Sequence(Vec::new()));
    }
    Value::Mapping(map.0)
}

fn row(row: &TargetRow, levels: Option<&[String]>) -> Map {
    let mut map = Map::default();
    map.put(keys::INDICATOR, plain(&row.indicator));
    map.labels(keys::LEVELS, levels);
    match &row.values {
        TargetValues::One(target) => map.put(keys::VALUE, cell(&target.0)),
        TargetValues::ByYear(years) => {
            let years: Mapping = years
                .iter()
                .map(|(year, target)| (Value::from(*year), cell(&target.0)))
                .collect();
            map.put(keys::VALUES, Value::Mapping(years));
        }
    }
    map.entry(keys::FULL_MARK, &row.full_mark);
    map.text(keys::BASIS, row.basis.as_deref().unwrap_or(""));
    if row.doubtful {
        map.put(keys::DOUBTFUL, Value::Bool(true));
    }
    map
}
