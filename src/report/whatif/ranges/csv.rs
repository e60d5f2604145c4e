//! Open figures, for a spreadsheet.

use super::RangesResult;
use crate::report::Figure;
use crate::report::score::harmless;
use crate::report::whatif::WhatIf;

/// Heads of the columns of the spreadsheet, the same in every language.
const HEADS: [&str; 12] = [
    "sheet",
    "rules",
    "part",
    "row",
    "indicator",
    "kind",
    "actual",
    "least",
    "most",
    "exact",
    "moves",
    "why",
];

/// The total, every grade, everything open and everything without bounds, under one line of heads.
pub fn csv(all: &WhatIf) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has as many cells as there are heads.
    let _ = writer.write_record(HEADS);
    for sheet in &all.sheets {
        for result in &sheet.ranges {
            for record in records(result) {
                let lead = [harmless(&sheet.baseline.id), harmless(&result.rules)];
                let _ = writer.write_record(lead.iter().chain(&record));
            }
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The cells behind sheet and rules.
fn records(result: &RangesResult) -> Vec<[String; 10]> {
    let none = String::new;
    let figure = |figure: Option<Figure>| figure.map_or_else(none, |it| it.to_string());
    let text = |text: &Option<String>| text.as_deref().map_or_else(none, harmless);
    let mut records = Vec::new();
    let total = result.total.as_ref();
    records.push([
        "total".to_owned(),
        none(),
        none(),
        none(),
        none(),
        figure(total.map(|total| total.least)),
        figure(total.map(|total| total.most)),
        total.map_or_else(none, |total| total.exact.to_string()),
        none(),
        text(&result.missing),
    ]);
    for grade in &result.grades {
        let mut record = [const { String::new() }; 10];
        record[0] = "grade".to_owned();
        record[2] = text(&grade.grade);
        record[3] = if grade.seen { "seen" } else { "between" }.to_owned();
        records.push(record);
    }
    for one in &result.open {
        records.push([
            "open".to_owned(),
            text(&one.row),
            text(&one.indicator),
            one.kind.to_owned(),
            text(&one.actual),
            one.points.least.to_string(),
            one.points.most.to_string(),
            one.points.exact.to_string(),
            figure(one.moves),
            harmless(&one.why),
        ]);
    }
    for one in &result.unbounded {
        let mut record = [const { String::new() }; 10];
        record[0] = "unbounded".to_owned();
        record[1] = text(&one.row);
        record[2] = text(&one.indicator);
        record[9] = harmless(&one.why);
        records.push(record);
    }
    records
}
