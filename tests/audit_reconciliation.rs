//! The steps between the reported total and the recomputed one: what each is, and by how much.

use std::sync::Arc;

use jixiao::audit::{Reconciliation, StepKind, reconcile};
use jixiao::document::read_own_file;
use jixiao::rules::{PackFiles, load};
use jixiao::score::Scorer;

const EXECUTION: &str =
    "{full_mark: 20, budget: 100.00, executed: 93.57, rate: 93.57%, points: 18.7}";
/// 40 of 40, and 5 of 6: 33.33 of 40.
const ROWS: &str = "
  产出指标:
    - {name: 培训期数, target: 10期, actual: 10期, full_mark: 40, points: 40}
    - {name: 走访企业, target: ≥6家, actual: 5家, full_mark: 40, points: 30}";

fn reconciled(
    (pack, edition): (&str, &str),
    execution: &str,
    rows: &str,
    total: &str,
) -> Reconciliation {
    let files = PackFiles::of_shipped(pack, edition).expect("the pack is shipped");
    reconciled_by(&files, execution, rows, total)
}

fn reconciled_by(files: &PackFiles, execution: &str, rows: &str, total: &str) -> Reconciliation {
    let text = format!(
        "title: 自评表\nscope: project\nyear: 2024\nexecution: {execution}\nindicators_full_mark: 80\nindicators:{rows}\ntotal: {total}\n"
    );
    let scorer = Scorer::new(Arc::new(load(files).expect("it loads"))).expect("it compiles");
    let mut file = read_own_file("a.yaml", text.as_bytes()).expect("the sheet reads");
    let evaluation = scorer.score(&Arc::new(file.sheets.remove(0)));
    reconcile(&evaluation.expect("the scripts run")).expect("both totals are there")
}

/// The steps between the two totals, and the recomputed one.
fn steps(reconciled: &Reconciliation) -> Vec<(StepKind, String)> {
    let steps = reconciled.steps.iter().skip(1);
    steps
        .map(|step| (step.kind.clone(), step.amount.to_string()))
        .collect()
}

fn expected(steps: &[(StepKind, &str)]) -> Vec<(StepKind, String)> {
    let steps = steps.iter();
    steps
        .map(|(kind, amount)| (kind.clone(), (*amount).to_owned()))
        .collect()
}

const WUHAN: (&str, &str) = ("wuhan", "2024");

fn visits() -> String {
    "走访企业".to_owned()
}

#[test]
fn parts_that_do_not_add_up_stand_before_what_the_rule_gives() {
    // 18.7 + 70 = 88.7 is printed as 90.
    let found = reconciled(WUHAN, EXECUTION, ROWS, "90");
    assert_eq!(
        steps(&found),
        expected(&[
            (StepKind::PartsDoNotAddUp, "-1.30"),
            (StepKind::ExecutionPrecision, "0.01"),
            (StepKind::RowDiffers(visits()), "3.33"),
            (StepKind::Computed, "92.04"),
        ])
    );
    let wrong = EXECUTION.replace("18.7", "15");
    let found = reconciled(WUHAN, &wrong, ROWS, "85");
    assert_eq!(
        steps(&found)[0],
        (StepKind::ExecutionDiffers, "3.71".to_owned())
    );
}

#[test]
fn execution_points_that_are_not_printed_are_what_the_total_leaves() {
    let bare = EXECUTION.replace(", points: 18.7", "");
    assert_eq!(
        steps(&reconciled(WUHAN, &bare, ROWS, "90")),
        expected(&[
            (StepKind::ExecutionImplied(20.into()), "-1.29"),
            (StepKind::RowDiffers(visits()), "3.33"),
            (StepKind::Computed, "92.04"),
        ])
    );
}

#[test]
fn a_row_that_agrees_as_printed_differs_by_its_precision() {
    let rows = ROWS.replace("points: 30", "points: 33.3");
    assert_eq!(
        steps(&reconciled(WUHAN, EXECUTION, &rows, "92.0")),
        expected(&[
            (StepKind::ExecutionPrecision, "0.01"),
            (StepKind::RowPrecision(visits()), "0.03"),
            (StepKind::Computed, "92.04"),
        ])
    );
    let rows = ROWS.replace(", points: 30", "");
    assert_eq!(
        steps(&reconciled(WUHAN, EXECUTION, &rows, "58.7")),
        expected(&[
            (StepKind::ExecutionPrecision, "0.01"),
            (StepKind::RowNotReported(visits()), "33.33"),
            (StepKind::Computed, "92.04"),
        ])
    );
}

/// The levels of the national rule: 16.67 of 20 for 5 of 6, all else in full.
const LEVELS: &str = "
  产出指标:
    - {name: 培训期数, target: 10期, actual: 10期, full_mark: 20, points: 20}
    - {name: 走访企业, target: ≥6家, actual: 5家, full_mark: 20, points: 16.67}
  效益指标:
    - {name: 带动就业, target: ≥10人, actual: 10人, full_mark: 30, points: 30}
  满意度指标:
    - {name: 满意度, target: ≥90%, actual: 90%, full_mark: 10, points: 10}";
const NATIONAL: (&str, &str) = ("national", "2020");

#[test]
fn a_rule_of_other_weights_shows_what_they_change() {
    // 10 and 50 + 30 + 10: half the execution points of 20, and 50 ÷ 40 of 产出.
    let execution = EXECUTION.replace("18.7", "18.71");
    assert_eq!(
        steps(&reconciled(NATIONAL, &execution, LEVELS, "95.38")),
        expected(&[
            (StepKind::ExecutionWeight, "-9.35"),
            (StepKind::RowWeights, "9.16"),
            (StepKind::Computed, "95.19"),
        ])
    );
}

#[test]
fn a_row_that_does_not_apply_is_left_out_with_its_points() {
    let rows = LEVELS.replace("points: 16.67", "points: 5, applicable: false");
    let execution = EXECUTION.replace("18.7", "18.71");
    let found = reconciled(NATIONAL, &execution, &rows, "83.71");
    let dropped = (StepKind::RowDropped(visits()), "-5.00".to_owned());
    assert!(steps(&found).contains(&dropped), "{found:?}");
}

#[test]
fn a_rule_without_an_execution_part_adds_up_the_rows_alone() {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("the pack is shipped");
    let text = String::from_utf8_lossy(files.get("pack.yaml").expect("there")).into_owned();
    let lines = text.lines().filter(|line| !line.starts_with("execution:"));
    let text = lines.collect::<Vec<_>>().join("\n");
    let text = text.replace("{weight: 80,", "{weight: 100,");
    let files = files.changed(&[("pack.yaml".to_owned(), text)]);
    let files = files.expect("a file of it");
    let found = reconciled_by(&files, "{budget: 100.00, executed: 93.57}", ROWS, "90");
    assert_eq!(
        steps(&found),
        expected(&[
            (StepKind::PartsDoNotAddUp, "-20.00"),
            (StepKind::RowDiffers(visits()), "3.33"),
            // 50 and 41.67 of 100.
            (StepKind::RowWeights, "18.34"),
            (StepKind::Computed, "91.67"),
        ])
    );
}
