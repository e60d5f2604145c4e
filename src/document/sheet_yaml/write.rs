//! A sheet as YAML: what is blank is left out.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::keys;
use crate::document::yaml_text::{Map, by_level, cell, plain, to_yaml};
use crate::sheet::{
    Budget, BudgetLine, Direction, Entry, Indicator, Measure, MoneyUnit, Scope, Sheet,
};
use crate::value::Written;

/// The sheet as YAML that [`super::read_sheets`] reads back to the same sheet, places, file name and
/// checksum aside. Keys are English; figures are written as they were printed.
///
/// ```
/// use jixiao::document::{read_sheets, write_sheet};
/// let text = "scope: project\nindicators:\n- name: 课题攻关\n  target: 3个\n  actual: 4个\n  points: 2\n";
/// let sheets = read_sheets("a.yaml", text.as_bytes()).unwrap();
/// assert_eq!(write_sheet(&sheets[0]), text);
/// ```
pub fn write_sheet(sheet: &Sheet) -> String {
    to_yaml(value(sheet))
}

/// The sheet as a tree of the same shape.
fn value(sheet: &Sheet) -> Value {
    let mut map = Map::default();
    map.text(keys::TITLE, &sheet.title);
    map.put(
        keys::SCOPE,
        plain(match sheet.scope {
            Scope::Unit => "unit",
            Scope::Project => "project",
        }),
    );
    if let Some(year) = sheet.year {
        map.put(keys::YEAR, Value::from(year));
    }
    map.text(keys::UNIT, &sheet.unit);
    map.text(keys::PROJECT, sheet.project.as_deref().unwrap_or(""));
    map.text(keys::DEPARTMENT, sheet.department.as_deref().unwrap_or(""));
    map.map(keys::EXECUTION, execution(&sheet.budget));
    map.passages(keys::GOALS, &sheet.goals);
    map.entry(keys::INDICATORS_FULL_MARK, &sheet.indicators_full_mark);
    map.put(keys::INDICATORS, indicators(&sheet.indicators));
    let mut groups = Map::default();
    for (label, points) in &sheet.group_points {
        groups.figure(label, points);
    }
    map.map(keys::GROUP_POINTS, groups);
    inputs(&mut map, &sheet.inputs);
    map.entry(keys::TOTAL, &sheet.total);
    map.passage(keys::GRADE, sheet.grade.as_ref());
    map.entry(keys::INDICATOR_COUNT, &sheet.indicator_count);
    map.passages(keys::REASONS, &sheet.reasons);
    map.passages(keys::IMPROVEMENTS, &sheet.improvements);
    map.passages(keys::NARRATIVE, &sheet.narrative);
    map.passages(keys::PROJECTS, &sheet.projects);
    Value::Mapping(map.0)
}

fn execution(budget: &Budget) -> Map {
    let mut map = Map::default();
    map.entry(keys::FULL_MARK, &budget.full_mark);
    if budget.money_unit == MoneyUnit::Yuan {
        map.put(keys::MONEY, plain("元"));
    }
    line(&mut map, &budget.total);
    map.entry(keys::BASIC_SPENDING, &budget.basic);
    map.entry(keys::PROJECT_SPENDING, &budget.project);
    map.passage(keys::REASON, budget.reason.as_ref());
    if !budget.sources.is_empty() {
        let items = budget.sources.iter().map(|source| {
            let mut map = Map::default();
            line(&mut map, source);
            Value::Mapping(map.0)
        });
        map.put(keys::SOURCES, Value::Sequence(items.collect()));
    }
    map
}

fn line(map: &mut Map, line: &BudgetLine) {
    map.text(keys::LINE_NAME, &line.name);
    map.entry(keys::BUDGET, &line.budget);
    map.entry(keys::EXECUTED, &line.executed);
    map.entry(keys::RATE, &line.rate);
    map.entry(keys::POINTS, &line.points);
}

/// Labels within labels when that keeps the order of the rows, else a list whose items name theirs.
fn indicators(indicators: &[Indicator]) -> Value {
    by_level(
        indicators,
        |one| &one.levels,
        |one, levels| {
            let mut map = Map::default();
            map.put(keys::NAME, plain(&one.name));
            map.labels(keys::LEVELS, levels);
            indicator(&mut map, one);
            map
        },
    )
}

fn indicator(map: &mut Map, indicator: &Indicator) {
    match indicator.measures.as_slice() {
        [one] if indicator.full_mark == Entry::Blank => measure(map, one),
        many => {
            map.entry(keys::FULL_MARK, &indicator.full_mark);
            let items = many.iter().map(|one| {
                let mut map = Map::default();
                measure(&mut map, one);
                Value::Mapping(map.0)
            });
            map.put(keys::MEASURES, Value::Sequence(items.collect()));
        }
    }
    map.passage(keys::REASON, indicator.reason.as_ref());
}

fn measure(map: &mut Map, measure: &Measure) {
    map.put(keys::TARGET, cell(&measure.target.0));
    if !measure.actual.0.text.is_empty() {
        map.put(keys::ACTUAL, cell(&measure.actual.0));
    }
    map.entry(keys::FULL_MARK, &measure.full_mark);
    map.entry(keys::POINTS, &measure.points);
    if let Some(direction) = measure.direction {
        map.put(
            keys::DIRECTION,
            plain(match direction {
                Direction::AtLeast => "at_least",
                Direction::AtMost => "at_most",
                Direction::Equal => "equal",
            }),
        );
    }
    if let Some(judged) = measure.judged {
        map.put(keys::JUDGED, plain(&judged.to_string()));
    }
    if !measure.applicable {
        map.put(keys::APPLICABLE, Value::Bool(false));
    }
    inputs(map, &measure.inputs);
}

fn inputs(map: &mut Map, inputs: &BTreeMap<String, Written>) {
    if !inputs.is_empty() {
        let inputs = inputs
            .iter()
            .map(|(name, value)| (Value::from(name.as_str()), cell(value)));
        map.put(keys::INPUTS, Value::Mapping(inputs.collect()));
    }
}
