//! What must hold for every value, sheet and rule, tried on random ones.

mod printed;
mod scoring;
mod values;

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::Decimal;

use jixiao::audit::reconcile;
use jixiao::document::read_sheets;
use jixiao::number::{Fraction, Rounding, RoundingMode};
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Outcome, Scorer};

const LEVELS: [&str; 3] = ["产出指标", "效益指标", "满意度指标"];

thread_local! {
    /// The shipped packs that these sheets can be scored under: no level that they lack, no groups.
    static SCORERS: Vec<Scorer> = PackFiles::shipped()
        .iter()
        .filter_map(|(pack, edition)| {
            let files = PackFiles::of_shipped(pack, edition).expect("shipped");
            let pack = load(&files).expect("loads");
            let part = &pack.indicators;
            let there = |level: &String| LEVELS.iter().any(|label| label.starts_with(level.as_str()));
            let fits = part.groups.is_empty() && part.levels.iter().all(|(level, _)| there(level));
            fits.then(|| Scorer::new(Arc::new(pack)).expect("compiles"))
        })
        .collect();
}

/// Scores a sheet under every shipped pack that fits.
fn score(yaml: &str) -> Vec<Evaluation> {
    let sheets = read_sheets("random.yaml", yaml.as_bytes()).expect("a well-formed sheet");
    let sheet = Arc::new(sheets.into_iter().next().expect("one sheet"));
    SCORERS.with(|scorers| {
        let evaluations = scorers.iter().map(|scorer| scorer.score(&sheet));
        evaluations
            .map(|evaluation| evaluation.expect("the scripts run"))
            .collect()
    })
}

/// A row: completion in percent of its target, and whether the print rounds its points to whole ones.
#[derive(Debug, Clone)]
struct Row {
    target: u32,
    actual: u32,
    reported: Option<u32>,
}

fn rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    let row = (1u32..5000, 0u32..6000, proptest::option::of(0u32..900));
    let row = row.prop_map(|(target, actual, reported)| Row {
        target,
        actual,
        reported,
    });
    proptest::collection::vec(row, 1..most)
}

/// A mark for every row, in cents so that halves occur; together they make 80.
fn closing_marks(rows: usize, marks: &[u32]) -> Vec<u32> {
    let mut left = 8000;
    let mut closing = Vec::new();
    for (index, mark) in marks.iter().cycle().take(rows).enumerate() {
        let after = u32::try_from(rows - index - 1).expect("few rows");
        let mark = if after == 0 {
            left
        } else {
            (*mark).min(left - after)
        };
        left -= mark;
        closing.push(mark);
    }
    closing
}

/// Three levels of rows with printed marks.
fn sheet_with_marks(levels: &[Vec<Row>], marks: &[u32], budget: u32, executed: u32) -> String {
    let mut yaml = format!(
        "scope: project\nyear: 2024\nexecution: {{full_mark: 20, budget: {budget}, executed: {executed}, points: 15.5}}\nindicators:\n"
    );
    let marks = closing_marks(levels.iter().map(Vec::len).sum(), marks);
    let mut marks = marks.into_iter();
    for (name, rows) in LEVELS.iter().zip(levels) {
        writeln!(yaml, "  {name}:").unwrap();
        for (index, row) in rows.iter().enumerate() {
            let mark = Decimal::new(marks.next().expect("one a row").into(), 2);
            let points = row
                .reported
                .map_or_else(String::new, |p| Decimal::new(p.into(), 2).to_string());
            writeln!(
                yaml,
                "    - {{name: {name}{index}, target: ≥{}, actual: {}, full_mark: {mark}, points: {points}}}",
                row.target, row.actual
            )
            .unwrap();
        }
    }
    yaml + "total: 77.7\n"
}

/// `mark × actual ÷ target`, capped, in hundredths, half up: whole-number arithmetic written apart
/// from the engine's.
fn by_hand(mark_cents: u32, row: &Row) -> Decimal {
    let (mark, actual, target) = (
        i64::from(mark_cents),
        i64::from(row.actual),
        i64::from(row.target),
    );
    if actual >= target {
        return Decimal::new(mark, 2);
    }
    Decimal::new((2 * mark * actual + target) / (2 * target), 2)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_is_what_whole_number_arithmetic_gives(
        rows in rows(20), marks in proptest::collection::vec(1u32..2000, 1..20)
    ) {
        let levels = [rows.clone(), rows.clone(), rows];
        let yaml = sheet_with_marks(&levels, &marks, 100, 90);
        let wuhan = score(&yaml).pop().expect("wuhan is the last");
        prop_assert_eq!(&wuhan.pack.pack, "wuhan");
        let marks = closing_marks(wuhan.rows.len(), &marks);
        let flat = levels.iter().flatten().zip(&marks);
        let mut sum = Decimal::ZERO;
        for (result, (row, mark)) in wuhan.rows.iter().zip(flat) {
            let expected = by_hand(*mark, row);
            prop_assert_eq!(result.outcome.points(), Some(expected));
            sum += expected;
        }
        prop_assert_eq!(wuhan.total.clone().ok(), Some(sum + Decimal::new(1800, 2)));
    }

    #[test]
    fn reconciliations_add_up_and_no_row_exceeds_its_mark(
        levels in proptest::collection::vec(rows(8), 3),
        marks in proptest::collection::vec(1u32..2000, 1..20),
        budget in 1u32..5000, executed in 0u32..6000,
    ) {
        for evaluation in score(&sheet_with_marks(&levels, &marks, budget, executed)) {
            let steps = reconcile(&evaluation).expect("all rows have points").steps;
            let (last, before) = steps.split_last().expect("two totals");
            prop_assert_eq!(before.iter().map(|step| step.amount).sum::<Decimal>(), last.amount);
            for row in &evaluation.rows {
                if let Outcome::Scored(points) = &row.outcome {
                    prop_assert!(points.exact <= row.effective_full_mark().expect("printed"));
                    prop_assert!(points.exact >= Fraction::ZERO);
                }
            }
        }
    }

    /// Marks are the same within a second level and add up to 80; the sheet does not print them. What
    /// is inferred and closes must be the truth.
    #[test]
    fn inferred_marks_that_close_are_the_true_ones(
        counts in proptest::collection::vec(1usize..7, 2..4),
        marks in proptest::collection::vec(prop::sample::select(vec![100u32, 150, 200, 250, 300]), 3),
        completions in proptest::collection::vec(prop::sample::select(vec![0u32, 0, 37, 8667, 10000, 10000, 10000, 13000]), 30),
    ) {
        let mut left = 8000u32;
        let mut yaml = String::from("scope: project\nexecution: {budget: 100, executed: 90}\nindicators_full_mark: 80\nindicators:\n  产出指标:\n");
        let mut completions = completions.iter().cycle();
        let mut truth = Vec::new();
        for (index, (count, mark)) in counts.iter().zip(&marks).enumerate() {
            writeln!(yaml, "    二级{index}:").unwrap();
            for row in 0..*count {
                left -= mark;
                let completion = *completions.next().expect("cycled");
                truth.push(*mark);
                let points = by_hand(*mark, &Row { target: 10000, actual: completion, reported: None });
                writeln!(yaml, "      - {{name: 指标{index}{row}, target: ≥10000, actual: {completion}, points: {points}}}").unwrap();
            }
        }
        // The rest is one met row of its own level.
        truth.push(left);
        let rest = Decimal::new(left.into(), 2);
        writeln!(yaml, "  满意度指标:\n    满意度:\n      - {{name: 满意度, target: ≥90, actual: 95, points: {rest}}}").unwrap();
        let wuhan = score(&yaml).pop().expect("wuhan is the last");
        let inference = wuhan.inference.as_ref().expect("no mark is printed");
        if inference.closes() {
            for (row, mark) in wuhan.rows.iter().zip(truth) {
                let inferred = row.full_mark.as_ref().map(|mark| mark.value);
                prop_assert_eq!(inferred, Some(Fraction::from(Decimal::new(mark.into(), 2))), "{}", yaml);
            }
        } else {
            prop_assert!(wuhan.total.is_err());
        }
    }

    #[test]
    fn rounding_is_what_whole_number_arithmetic_gives(
        numerator in -1_000_000_000i64..1_000_000_000, denominator in 1i64..1_000_000, places in 0u32..4
    ) {
        let value = Fraction::from(numerator).over(Fraction::from(denominator)).unwrap();
        let scaled = i128::from(numerator) * 10i128.pow(places);
        let denominator = i128::from(denominator);
        let half_up = (2 * scaled.abs() + denominator) / (2 * denominator) * scaled.signum();
        for (mode, expected) in [(RoundingMode::HalfUp, half_up), (RoundingMode::Truncate, scaled / denominator)] {
            let rounded = Rounding { mode, places }.apply(value).unwrap();
            prop_assert_eq!(rounded, Decimal::from_i128_with_scale(expected, places));
        }
    }
}
