//! What scripts would see of a row, for those who write a rule or a workbook.

use std::sync::Arc;

use jixiao::document::read_sheets;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Scorer, row_facts};

/// Method, whether target and actual could be compared, and what is known of a row; of every row.
fn facts(pack: &str, rows: &[&str]) -> Vec<String> {
    let files = PackFiles::of_shipped(pack, "2024").expect("shipped");
    let scorer = Scorer::new(Arc::new(load(&files).expect("loads"))).expect("compiles");
    let rows: String = rows
        .iter()
        .map(|row| format!("    - {{name: 培训, {row}}}\n"))
        .collect();
    let yaml = format!("scope: project\nindicators:\n  Safety:\n{rows}");
    let mut sheets = read_sheets("sheet.yaml", yaml.as_bytes()).expect("a sheet");
    let evaluation = scorer.score(&Arc::new(sheets.remove(0))).expect("it runs");
    let told = row_facts(&evaluation).into_iter().map(|row| {
        row.map_or_else(String::new, |row| {
            let number = |number: Option<jixiao::number::Fraction>| {
                number.map_or("-".to_owned(), |it| it.to_string())
            };
            let seen = &row.facts;
            let method = &scorer.pack().methods[row.method].name.en;
            let figures = [seen.actual, seen.target, seen.target_high, seen.full_mark].map(number);
            format!(
                "{method}, {}, {}, {}",
                row.read,
                figures.join(" "),
                seen.same_word
            )
        })
    });
    told.collect()
}

#[test]
fn a_row_is_seen_as_far_as_it_can_be_read() {
    let rows = [
        "target: 8个, actual: 7个, full_mark: 10",
        "target: 8-9个, actual: 7个",
        "target: 8个, actual: ''",
        "target: ≤8个, actual: 见附件, full_mark: 十分",
        "target: 是, actual: 是",
        "target: 是, actual: ''",
        "target: 约8个, actual: 7个",
        "target: '', actual: 7个",
        "target: 8个, actual: 7个, applicable: false",
    ];
    assert_eq!(
        facts("wuhan", &rows),
        [
            "at least, true, 7 8 - 10, false",
            "within a range, true, 7 8 9 -, false",
            "at least, false, - 8 - -, false",
            "at most, false, - 8 - -, false",
            "yes or no, true, - - - -, true",
            "yes or no, false, - - - -, false",
            "",
            "",
            ""
        ]
    );
}

#[test]
fn a_rule_that_takes_actuals_alone_sees_them() {
    let rows = [
        "target: '', actual: 0.87",
        "target: '', actual: 0.87, direction: at_most",
        "target: '', actual: ''",
    ];
    assert_eq!(
        facts("value-purchasing", &rows),
        [
            "higher is better, true, 0.87 - - -, false",
            "lower is better, true, 0.87 - - -, false",
            ""
        ]
    );
}
