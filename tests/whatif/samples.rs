//! The overlays of the samples come to what they say.

use std::sync::Arc;

use jixiao::score::{Evaluation, Scorer};
use jixiao::whatif::{Comparison, Prepared, read_overlay};

use super::{pack, sheet};

fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// Baseline and scenario of a sample.
fn sample(name: &str, rules: &str, overlay: &str) -> (Evaluation, Evaluation) {
    let sheet = sheet(&read(&format!("samples/wuhan-2024/{name}.yaml")));
    let path = format!("samples/wuhan-2024/whatif/{overlay}.yaml");
    let overlay = read_overlay(&path, read(&path).as_bytes()).unwrap();
    let scorer = Scorer::new(pack(rules)).unwrap();
    let prepared = Prepared::new(&scorer, &sheet).unwrap();
    let scenario = prepared.apply(&overlay.changes).unwrap();
    (prepared.baseline().clone(), scenario.evaluation)
}

#[test]
fn three_judgements_give_the_published_total() {
    let (baseline, published) = sample("whole", "wuhan@2024", "published-92.9");
    assert_eq!(baseline.total.as_ref().unwrap().to_string(), "92.60");
    assert_eq!(published.total.as_ref().unwrap().to_string(), "92.9");
    let printed = published.sheet.total.printed().unwrap();
    assert_eq!(printed.value, *published.total.as_ref().unwrap());
    // Every row and the execution part are what the unit printed.
    for row in &published.rows {
        let printed = published.measure(row).points.value();
        assert_eq!(
            row.outcome.points(),
            printed,
            "{}",
            published.indicator(row).name
        );
    }
    let execution = published.sheet.budget.total.points.value();
    assert_eq!(published.execution_points(), execution);

    let comparison = Comparison::of(&baseline, &published);
    let moved: Vec<(usize, String)> = comparison
        .rows
        .iter()
        .enumerate()
        .filter(|(_, share)| !share.is_same())
        .map(|(index, share)| (index + 1, share.delta().unwrap().to_string()))
        .collect();
    let expected = [(8, "-1.00"), (9, "-1.00"), (20, "2.00"), (22, "0.27")];
    assert_eq!(moved, expected.map(|(row, delta)| (row, delta.to_owned())));
    assert_eq!(comparison.execution.delta().unwrap().to_string(), "0.03");
    assert_eq!(comparison.total.delta().unwrap().to_string(), "0.30");
}

/// The table of the series sheet under other rules.
#[test]
fn the_series_under_other_rules() {
    for (rules, overlay, total, grade) in [
        ("wuhan@2024", None, "91.90", "优"),
        ("national@2020", None, "90.84", "优"),
        ("national@2020", Some("round-once"), "90.82", "优"),
        (
            "samples/rules/execution-steps",
            Some("round-once"),
            "88.46",
            "良",
        ),
        ("wuhan@2024", Some("brand-not-run"), "89.90", "良"),
        ("overshoot-minus-2@2024", None, "76.90", "中"),
    ] {
        let evaluation = match overlay {
            Some(overlay) => sample("series", rules, overlay).1,
            None => {
                let sheet = sheet(&read("samples/wuhan-2024/series.yaml"));
                Scorer::new(Arc::clone(&pack(rules)))
                    .unwrap()
                    .score(&sheet)
                    .unwrap()
            }
        };
        let got = evaluation.total.as_ref().unwrap().to_string();
        assert_eq!(
            (got.as_str(), evaluation.grade_name()),
            (total, Some(grade)),
            "{rules} {overlay:?}"
        );
    }
}
