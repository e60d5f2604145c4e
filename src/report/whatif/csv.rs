//! One line an amount, for a spreadsheet.

use super::{ScenarioResult, WhatIf, WhatIfSheet};
use crate::report::Figure;
use crate::report::score::harmless;

/// Heads of the columns, the same in every language.
const HEADS: [&str; 12] = [
    "sheet",
    "scenario",
    "rules",
    "part",
    "row",
    "indicator",
    "before",
    "after",
    "delta",
    "judged",
    "grade_before",
    "grade_after",
];

/// Every amount of every scenario, and its total, under one line of heads.
pub fn csv(all: &WhatIf) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has as many cells as there are heads.
    let _ = writer.write_record(HEADS);
    for sheet in &all.sheets {
        for scenario in &sheet.scenarios {
            for record in records(sheet, scenario) {
                let _ = writer.write_record(record);
            }
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn records(sheet: &WhatIfSheet, scenario: &ScenarioResult) -> Vec<[String; HEADS.len()]> {
    let figure = |figure: Option<Figure>| figure.map_or_else(String::new, |it| it.to_string());
    let base = &sheet.baseline;
    let record = |part: &str, row: [&str; 2], figures: [Option<Figure>; 3]| {
        let [before, after, delta] = figures.map(figure);
        [
            harmless(&base.id),
            harmless(&scenario.name),
            harmless(&scenario.rules),
            part.to_owned(),
            row[0].to_owned(),
            harmless(row[1]),
            before,
            after,
            delta,
            String::new(),
            String::new(),
            String::new(),
        ]
    };
    let rows = base.rows.iter().zip(&scenario.rows).map(|(row, delta)| {
        let figures = [row.points, delta.points, delta.delta];
        let mut record = record("row", [&row.id, &row.indicator], figures);
        record[9] = if delta.judged { "true" } else { "" }.to_owned();
        record
    });
    let steps = scenario
        .steps
        .iter()
        .map(|step| record(step.step, ["", ""], [step.before, step.after, step.delta]));
    let figures = [base.computed.total, scenario.total, scenario.delta];
    let mut total = record("total", ["", ""], figures);
    total[10] = base.computed.grade.clone().unwrap_or_default();
    total[11] = scenario.grade.clone().unwrap_or_default();
    rows.chain(steps).chain([total]).collect()
}
