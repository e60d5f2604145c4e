//! Weights drawn at random, for a spreadsheet.

use crate::report::Figure;
use crate::report::score::harmless;
use crate::report::whatif::WhatIf;

/// Heads of the columns of the spreadsheet, the same in every language.
const HEADS: [&str; 8] = [
    "sheet", "rules", "part", "key", "name", "figure", "least", "most",
];

/// One line a grade, a quantile and a weight, under one line of heads.
pub fn csv(all: &WhatIf) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has as many cells as there are heads.
    let _ = writer.write_record(HEADS);
    let all = all.sheets.iter().flat_map(|sheet| {
        let results = sheet.vary.iter();
        results.map(|result| (&sheet.baseline.id, result))
    });
    for (sheet, result) in all {
        let record = |part: &str, key: &str, name: &str, figures: [String; 3]| {
            let [figure, least, most] = figures;
            let (sheet, rules) = (harmless(sheet), harmless(&result.rules));
            let (key, name) = (harmless(key), harmless(name));
            [
                sheet,
                rules,
                part.to_owned(),
                key,
                name,
                figure,
                least,
                most,
            ]
        };
        let one = |figure: String| [figure, String::new(), String::new()];
        let asked = [
            ("by", result.by.to_string()),
            ("draws", result.draws.to_string()),
            ("seed", result.seed.to_string()),
            ("sum", result.sum.to_string()),
        ];
        for (key, figure) in asked {
            let _ = writer.write_record(record("asked", key, "", one(figure)));
        }
        for grade in &result.grades {
            let name = grade.grade.as_deref().unwrap_or_default();
            let _ = writer.write_record(record("grade", "", name, one(grade.draws.to_string())));
        }
        let without = one(result.without_total.to_string());
        let _ = writer.write_record(record("without_total", "", "", without));
        if let Some(totals) = &result.totals {
            let totals = [
                ("least", totals.least),
                ("low", totals.low),
                ("median", totals.median),
                ("high", totals.high),
                ("most", totals.most),
            ];
            for (key, total) in totals {
                let _ = writer.write_record(record("total", key, "", one(total.to_string())));
            }
        }
        for weight in &result.weights {
            let figure =
                |figure: Option<Figure>| figure.map_or_else(String::new, |it| it.to_string());
            let figures = [
                weight.weight.to_string(),
                figure(weight.least),
                figure(weight.most),
            ];
            let name = weight.name.as_deref().unwrap_or_default();
            let _ = writer.write_record(record("weight", &weight.key, name, figures));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
