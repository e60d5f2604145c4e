//! Attribution adds up to the digit, whatever the sheet, the pack and the changes.
//!
//! `JIXIAO_CASES=10000` tries as many cases as the contract names.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rust_decimal::Decimal;

use jixiao::score::{Evaluation, Outcome, Scorer, Terms};
use jixiao::whatif::{Comparison, Prepared, Stopped, edit, read_set};

use super::{pack, sheet};

pub(super) const PACKS: [&str; 9] = [
    "wuhan@2024",
    "national@2020",
    "execution-capped@2024",
    "overshoot-minus-2@2024",
    "reverse-linear@2024",
    "samples/rules/rounding-mixed",
    "samples/rules/levels-40-20-20",
    "samples/rules/sheet-deductions",
    // A pack with groups, judged by a script.
    "tests/packs/groups",
];

/// A random sheet of three levels: rows of (target, actual, mark), marks printed or not.
#[derive(Debug, Clone)]
pub(super) struct Random {
    pub(super) rows: Vec<(u32, u32, u32)>,
    pub(super) prints_marks: bool,
    pub(super) executed: u32,
}

pub(super) fn random() -> impl Strategy<Value = Random> {
    let row = (
        1u32..3000,
        0u32..4000,
        prop::sample::select(vec![100u32, 150, 200, 333, 450]),
    );
    (prop::collection::vec(row, 3..9), any::<bool>(), 0u32..1300).prop_map(
        |(rows, prints_marks, executed)| Random {
            rows,
            prints_marks,
            executed,
        },
    )
}

/// The sheet as text; `actual` replaces that of one row.
pub(super) fn text(random: &Random, actual: Option<(usize, u32)>) -> String {
    let levels = ["产出指标", "效益指标", "满意度指标"];
    let mut yaml = format!(
        "scope: project\nyear: 2024\nexecution: {{full_mark: 20, budget: 1000, executed: {}}}\nindicators:\n",
        random.executed
    );
    let shown: u32 = random.rows.iter().map(|row| row.2).sum();
    for (level, name) in levels.iter().enumerate() {
        writeln!(yaml, "  {name}:").unwrap();
        for (index, (target, own, mark)) in random.rows.iter().enumerate() {
            if index % 3 != level {
                continue;
            }
            // The first row takes what is missing to 80.
            let mark = if index == 0 {
                8000 - (shown - mark)
            } else {
                *mark
            };
            let earned = u64::from(mark) * u64::from(*own.min(target)) / u64::from(*target);
            let now = match actual {
                Some((row, actual)) if row == index => actual,
                _ => *own,
            };
            let (mark, points) = (Decimal::new(mark.into(), 2), Decimal::new(earned as i64, 2));
            let mark = match random.prints_marks {
                true => format!("full_mark: {mark}, "),
                false => String::new(),
            };
            writeln!(yaml, "    - {{name: 行{index}, target: ≥{target}, actual: {now}, {mark}points: {points}}}").unwrap();
        }
    }
    yaml
}

/// A change of any kind; some do not fit every sheet or pack.
pub fn set() -> impl Strategy<Value = String> {
    let level = prop::sample::select(vec!["产出", "效益", "满意度"]);
    let step = prop::sample::select(vec!["rows", "execution", "total"]);
    let mode = prop::sample::select(vec!["half_up", "half_even", "truncate"]);
    prop_oneof![
        (0u32..40).prop_map(|weight| format!("execution.weight={weight}")),
        (1u32..120).prop_map(|weight| format!("indicators.weight={weight}")),
        (level, 1u32..900).prop_map(|(level, weight)| {
            format!("levels.{level}.weight={}", Decimal::new(weight.into(), 1))
        }),
        (step.clone(), 0u32..7)
            .prop_map(|(step, places)| format!("rounding.{step}.places={places}")),
        (step, mode).prop_map(|(step, mode)| format!("rounding.{step}.mode={mode}")),
        (1usize..9, 0u32..4000).prop_map(|(row, actual)| format!("rows[{row}].actual={actual}")),
        (1usize..9, 1u32..4000).prop_map(|(row, target)| format!("rows[{row}].target=≥{target}")),
        (1usize..9, 0u32..999).prop_map(|(row, points)| {
            format!("rows[{row}].points={}", Decimal::new(points.into(), 2))
        }),
        (1usize..9, 1u32..999).prop_map(|(row, mark)| {
            format!("rows[{row}].full_mark={}", Decimal::new(mark.into(), 2))
        }),
        (1usize..9).prop_map(|row| format!("rows[{row}].applicable=false")),
        (1usize..9, 0u32..100).prop_map(|(row, judged)| format!("rows[{row}].judged={judged}%")),
        (0u32..1500).prop_map(|executed| format!("budget.executed={executed}")),
        Just("params.达成下限=70%".to_owned()),
    ]
}

/// What a total is made of, added up apart from the engine.
fn parts(evaluation: &Evaluation) -> Decimal {
    let rows = evaluation.rows.iter().map(|row| match &row.outcome {
        Outcome::Scored(points) => points.rounded,
        Outcome::Unscored(_) | Outcome::Dropped => Decimal::ZERO,
    });
    let indicators = match evaluation.groups.is_empty() {
        true => rows.sum(),
        false => *evaluation.indicators.as_ref().unwrap(),
    };
    indicators + evaluation.execution_points().unwrap_or_default()
}

#[test]
fn the_amounts_add_up_to_the_change_of_the_total() {
    let scorers: Vec<Scorer> = PACKS
        .iter()
        .map(|name| Scorer::new(pack(name)).unwrap())
        .collect();
    let cases = std::env::var("JIXIAO_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    let mut runner = TestRunner::new(Config {
        cases: cases.unwrap_or(400),
        failure_persistence: None,
        ..Config::default()
    });
    let (mut compared, mut tried) = (0_u32, 0_u32);
    let sets = prop::collection::vec(set(), 1..5);
    let strategy = (random(), 0..scorers.len(), sets);
    let counts = std::cell::RefCell::new((&mut compared, &mut tried));
    runner
        .run(&strategy, |(random, index, sets)| {
            let scorer = &scorers[index];
            let text = text(&random, None);
            let prepared = Prepared::new(scorer, &sheet(&text)).unwrap();
            let changes: Vec<_> = sets.iter().map(|set| read_set(set).unwrap()).collect();
            let scenario = match prepared.apply(&changes) {
                Ok(scenario) => scenario,
                Err(Stopped::Refused(_)) => return Ok(()),
                Err(Stopped::Fault(fault)) => panic!("{fault:?}"),
            };
            *counts.borrow_mut().1 += 1;
            let (before, after) = (prepared.baseline(), &scenario.evaluation);
            let comparison = Comparison::of(before, after);
            let (Ok(old), Ok(new)) = (&before.total, &after.total) else {
                prop_assert_eq!(comparison.total.delta(), None);
                return Ok(());
            };
            *counts.borrow_mut().0 += 1;
            let sum: Decimal = comparison
                .shares()
                .map(|share| share.delta().unwrap())
                .sum();
            prop_assert_eq!(sum, new - old, "{} {:?}\n{}", PACKS[index], sets, text);
            prop_assert_eq!(comparison.total.delta(), Some(new - old));
            for (evaluation, step) in [
                (before, comparison.step.before.unwrap()),
                (after, comparison.step.after.unwrap()),
            ] {
                // The last step is the rounding of the total, and more only where the pack has a rule for it.
                prop_assert_eq!(
                    parts(evaluation) + step,
                    *evaluation.total.as_ref().unwrap()
                );
                if evaluation.pack.total.is_none() {
                    let unit = Decimal::new(1, evaluation.pack.rounding.total.places);
                    prop_assert!(step.abs() < unit, "{} {:?}\n{}", step, sets, text);
                }
            }
            Ok(())
        })
        .unwrap();
    assert!(
        compared * 3 > tried,
        "most cases have no total: {compared} of {tried}"
    );
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, ..Config::default() })]

    /// With printed marks, a changed actual is the same as a sheet that was filled in that way.
    #[test]
    fn a_changed_cell_is_a_sheet_filled_in_otherwise(random in random(), row in 0usize..3, actual in 0u32..4000, index in 0usize..4) {
        let random = Random { prints_marks: true, ..random };
        let scorer = Scorer::new(pack(PACKS[index])).unwrap();
        let prepared = Prepared::new(&scorer, &sheet(&text(&random, None))).unwrap();
        let set = format!("rows[行{row}].actual={actual}");
        let scenario = prepared.apply(&[read_set(&set).unwrap()]).unwrap().evaluation;
        let filled_in = scorer.score(&sheet(&text(&random, Some((row, actual))))).unwrap();
        prop_assert_eq!(scenario.total, filled_in.total);
        for (one, other) in scenario.rows.iter().zip(&filled_in.rows) {
            prop_assert_eq!(&one.outcome, &other.outcome);
        }
    }

    /// What is shared with the baseline changes nothing: a scenario is a full run of its changed copies.
    #[test]
    fn a_scenario_is_a_full_run(random in random(), index in 0..PACKS.len(), sets in prop::collection::vec(set(), 1..4)) {
        let scorer = Scorer::new(pack(PACKS[index])).unwrap();
        let prepared = Prepared::new(&scorer, &sheet(&text(&random, None))).unwrap();
        let changes: Vec<_> = sets.iter().map(|set| read_set(set).unwrap()).collect();
        if let Ok(edited) = edit(prepared.baseline(), &changes) {
            let scenario = prepared.apply(&changes).unwrap().evaluation;
            let terms = Terms { base: Some(prepared.baseline()), awarded: edited.awarded };
            let full = Scorer::new(edited.pack).unwrap().score_under(&edited.sheet, &terms).unwrap();
            prop_assert_eq!(&scenario.rows, &full.rows);
            prop_assert_eq!(&scenario.total, &full.total);
            prop_assert_eq!(scenario.grade, full.grade);
        }
    }
}
