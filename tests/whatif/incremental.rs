//! What is taken from the baseline changes nothing: a scenario is a full run of its changed copies, with
//! every reason and note, under every pack there is.
//!
//! `JIXIAO_CASES=10000` tries that many.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use jixiao::score::{Evaluation, Scorer, Terms};
use jixiao::whatif::{Prepared, edit, read_set};

use super::property::{random, set, text};
use super::{pack, sheet};

const SHIPPED: [&str; 10] = [
    "wuhan@2024",
    "national@2020",
    "national-core@2021",
    "hubei@2020",
    "jianghan@2026",
    "cost-40-20-20-10@2024",
    "execution-capped@2024",
    "overshoot-minus-2@2024",
    "reverse-linear@2024",
    "value-purchasing@2024",
];

/// Everything but the copies themselves.
fn result(evaluation: &Evaluation) -> String {
    let Evaluation {
        sheet: _,
        pack: _,
        rows,
        groups,
        execution,
        inference,
        printed_marks,
        rescale,
        indicators,
        total,
        total_notes,
        grade,
        grade_said,
    } = evaluation;
    let parts = format!("{rows:?} {groups:?} {execution:?} {inference:?} {printed_marks:?}");
    format!("{parts} {rescale:?} {indicators:?} {total:?} {total_notes:?} {grade:?} {grade_said:?}")
}

/// Every pack that comes with the program, its samples and its tests.
fn scorers() -> Vec<Scorer> {
    let mut names: Vec<String> = SHIPPED.iter().map(ToString::to_string).collect();
    for folder in ["samples/rules", "tests/packs"] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.join("pack.yaml").exists() {
                names.push(path.display().to_string());
            }
        }
    }
    names.sort();
    let all = names.iter().map(|name| Scorer::new(pack(name)).unwrap());
    all.collect()
}

#[test]
fn a_scenario_is_a_full_run_to_the_last_note() {
    let scorers = scorers();
    assert!(scorers.len() > 35, "{}", scorers.len());
    let cases = std::env::var("JIXIAO_CASES").ok();
    let cases = cases.and_then(|cases| cases.parse().ok()).unwrap_or(400);
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    });
    let odd = prop::sample::select(vec!["部分完成", "显著提升", "约50家", "", "50-70"]);
    let strategy = (
        random(),
        0..scorers.len(),
        prop::collection::vec(set(), 1..4),
        prop::option::of(odd),
    );
    let made = std::cell::Cell::new(0);
    runner
        .run(&strategy, |(random, index, sets, odd)| {
            let mut text = text(&random, None);
            if let Some(odd) = odd {
                let from = text.find("actual: ").unwrap() + "actual: ".len();
                let to = from + text[from..].find(',').unwrap();
                text.replace_range(from..to, &format!("'{odd}'"));
            }
            let scorer = &scorers[index];
            let prepared = Prepared::new(scorer, &sheet(&text)).unwrap();
            // In full: the swift way gives the same values in fewer digits above and below the bar.
            let alone = scorer
                .score_under(&sheet(&text), &Terms::default())
                .unwrap();
            prop_assert_eq!(result(prepared.baseline()), result(&alone));
            let changes: Vec<_> = sets.iter().map(|set| read_set(set).unwrap()).collect();
            let Ok(edited) = edit(prepared.baseline(), &changes) else {
                return Ok(());
            };
            made.set(made.get() + 1);
            let scenario = prepared.apply(&changes).unwrap().evaluation;
            let terms = Terms {
                base: Some(prepared.baseline()),
                awarded: edited.awarded,
            };
            let full = Scorer::new(edited.pack).unwrap();
            let full = full.score_under(&edited.sheet, &terms).unwrap();
            let mut probe = prepared.probe();
            // What was tried before leaves no trace, refused or not.
            let _ = probe.score(&changes[..1]);
            let _ =
                probe.score(&[changes.clone(), super::changes(&["rows[99].points=1"])].concat());
            let tried = probe.score(&changes).unwrap();
            prop_assert_eq!(&tried.total, &full.total);
            prop_assert_eq!(tried.grade, full.grade);
            let pack = scorer.pack().name();
            prop_assert_eq!(
                result(&scenario),
                result(&full),
                "{} {:?}\n{}",
                pack,
                sets,
                text
            );
            Ok(())
        })
        .unwrap();
    assert!(made.get() > cases / 4, "{} of {cases}", made.get());
}
