//! Laws of scoring, under every shipped rule they hold for.

use std::fmt::Write as _;
use std::sync::Arc;

use jixiao::document::read_sheets;
use jixiao::number::Fraction;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::score;

/// A row of a random sheet: the unit decides how its numbers may be spelt.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub level: usize,
    pub sign: &'static str,
    pub target: u32,
    pub actual: u32,
    pub unit: &'static str,
    pub mark: u32,
}

pub(super) fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        0usize..6,
        prop::sample::select(vec!["≥", "≤", "", "不少于", "不超过"]),
        1u32..40_000,
        0u32..60_000,
        prop::sample::select(vec!["家", "人次", "场", "%"]),
        1u32..2000,
    );
    let row = row.prop_map(|(level, sign, target, actual, unit, mark)| Row {
        level,
        sign,
        target,
        actual,
        unit,
        mark,
    });
    prop::collection::vec(row, 1..14)
}

/// How a sheet is written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spelling {
    wide: bool,
    magnitudes: bool,
    yuan: bool,
    /// All marks times this.
    marks: u32,
}

const LABELS: [(&str, &str); 6] = [
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "经济效益指标"),
    ("满意度指标", "服务对象满意度指标"),
    ("产出指标", "时效指标"),
];

fn spelt(number: u32, unit: &str, spelling: Spelling) -> String {
    let text = match spelling.magnitudes && number >= 10_000 && unit != "%" {
        true => format!("{}万{unit}", Decimal::new(number.into(), 4).normalize()),
        false => format!("{number}{unit}"),
    };
    let wide = |c: char| match c {
        '!'..='~' if spelling.wide => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        other => other,
    };
    text.chars().map(wide).collect()
}

/// The sheet: rows below their labels, in the order given. Every first level is there, and the heading declares
/// what the marks add up to.
pub(super) fn sheet(rows: &[Row], (budget, executed): (u32, u32), spelling: Spelling) -> String {
    let (unit, factor) = if spelling.yuan {
        ("元", 10_000)
    } else {
        ("万元", 1)
    };
    let mut yaml = format!(
        "scope: project\nyear: 2024\nexecution: {{money: {unit}, budget: {}, executed: {}}}\nindicators:\n",
        u64::from(budget) * factor,
        u64::from(executed) * factor
    );
    let marks = spelling.marks.max(1);
    let mut sum = Decimal::ZERO;
    for level in ["产出指标", "效益指标", "满意度指标"] {
        writeln!(yaml, "  {level}:").unwrap();
        let mut written = false;
        for (at, (first, second)) in LABELS
            .iter()
            .enumerate()
            .filter(|(_, (first, _))| *first == level)
        {
            let own: Vec<(usize, &Row)> = rows
                .iter()
                .enumerate()
                .filter(|(_, row)| row.level == at)
                .collect();
            if own.is_empty() {
                continue;
            }
            writeln!(yaml, "    {second}:").unwrap();
            for (_, row) in own {
                written = true;
                let (target, actual) = (
                    spelt(row.target, row.unit, spelling),
                    spelt(row.actual, row.unit, spelling),
                );
                let mark = Decimal::new(i64::from(row.mark) * i64::from(marks), 2);
                sum += mark;
                let name = format!("{first}{}{}", row.target, row.mark);
                writeln!(yaml, "      - {{name: {name}, target: \"{}{target}\", actual: \"{actual}\", full_mark: {mark}}}", row.sign).unwrap();
            }
        }
        if !written {
            sum += Decimal::from(marks);
            writeln!(yaml, "    其他指标:\n      - {{name: {level}, target: 是, actual: 是, full_mark: {marks}}}").unwrap();
        }
    }
    yaml + format!("indicators_full_mark: {sum}\n").as_str()
}

/// Points of all rows by name, so that another order compares; execution, sum and total.
fn figures(evaluation: &Evaluation) -> (Vec<(String, Option<Decimal>)>, [Option<Decimal>; 3]) {
    let mut rows: Vec<(String, Option<Decimal>)> = evaluation
        .rows
        .iter()
        .map(|row| (evaluation.indicator(row).name.clone(), row.outcome.points()))
        .collect();
    rows.sort();
    let execution = evaluation
        .execution
        .as_ref()
        .and_then(|part| part.outcome.points());
    (
        rows,
        [
            execution,
            evaluation.indicators.clone().ok(),
            evaluation.total.clone().ok(),
        ],
    )
}

fn agree(one: &[Evaluation], other: &[Evaluation]) -> Result<(), TestCaseError> {
    for (one, other) in one.iter().zip(other) {
        prop_assert_eq!(figures(one), figures(other), "{}", one.pack.pack);
        prop_assert_eq!(one.grade, other.grade);
    }
    Ok(())
}

fn money() -> impl Strategy<Value = (u32, u32)> {
    (1u32..50_000, 0u32..60_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Field forms: ２次 is 2次, 2.5万 is 25000, money may stand in 元 or in 万元.
    #[test]
    fn spelling_changes_no_point(rows in rows(), money in money(), wide: bool, magnitudes: bool, yuan: bool) {
        let plain = score(&sheet(&rows, money, Spelling::default()));
        let other = Spelling { wide, magnitudes, yuan, ..Spelling::default() };
        agree(&plain, &score(&sheet(&rows, money, other)))?;
    }

    /// [定量] scores a row by its own target and actual: where it stands below its label is no part of it.
    #[test]
    fn the_order_of_rows_changes_no_point(rows in rows().prop_shuffle(), money in money(), seed in any::<u64>()) {
        let mut turned = rows.clone();
        turned.reverse();
        turned.rotate_left(usize::try_from(seed % 14).unwrap_or(0) % rows.len());
        agree(&score(&sheet(&rows, money, Spelling::default())), &score(&sheet(&turned, money, Spelling::default())))?;
    }

    /// Decisions 0007 and 0011: marks that make what the heading declares count in proportion, so their scale is nothing.
    #[test]
    fn the_scale_of_marks_changes_nothing(rows in rows(), money in money(), times in 2u32..50) {
        let other = Spelling { marks: times, ..Spelling::default() };
        agree(&score(&sheet(&rows, money, Spelling::default())), &score(&sheet(&rows, money, other)))?;
    }

    /// [定量]: where more is better, more never earns less; where less is better, more never earns more. Two points off
    /// from 130 % on are the one exception.
    #[test]
    fn more_of_what_is_wanted_never_costs_points(rows in rows(), money in money(), at in any::<prop::sample::Index>(), more in 1u32..50_000) {
        let at = at.index(rows.len());
        let mut raised = rows.clone();
        raised[at].actual += more;
        let before = score(&sheet(&rows, money, Spelling::default()));
        let after = score(&sheet(&raised, money, Spelling::default()));
        let name = |evaluation: &Evaluation, row: usize| evaluation.indicator(&evaluation.rows[row]).name.clone();
        for (before, after) in before.iter().zip(&after) {
            for (row, (one, other)) in before.rows.iter().zip(&after.rows).enumerate() {
                let (Some(one), Some(other)) = (one.outcome.points(), other.outcome.points()) else {
                    continue;
                };
                let less_is_better = matches!(rows[at].sign, "≤" | "不超过");
                // The same name is the same target and mark; others did not change.
                if name(before, row) != format!("{}{}{}", LABELS[rows[at].level].0, rows[at].target, rows[at].mark) {
                    prop_assert_eq!(one, other);
                } else if less_is_better {
                    prop_assert!(other <= one, "{}", before.pack.pack);
                } else if before.pack.pack != "overshoot-minus-2" {
                    prop_assert!(other >= one, "{}", before.pack.pack);
                }
            }
        }
    }

    /// [执行]: more money spent never earns less, up to the full mark of the part.
    #[test]
    fn more_money_spent_never_costs_points(rows in rows(), (budget, executed) in money(), more in 1u32..50_000) {
        let part = |executed: u32| -> Vec<Decimal> {
            let evaluations = score(&sheet(&rows, (budget, executed), Spelling::default()));
            let points = evaluations.iter().map(|one| one.execution.as_ref().and_then(|part| part.outcome.points()));
            points.map(|points| points.expect("a budget that is not 0")).collect()
        };
        let (before, after) = (part(executed), part(executed + more));
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(before <= after);
            prop_assert!(*before >= Decimal::ZERO && *after <= Decimal::from(20));
        }
    }

    /// Decision 0007: the sum of what is printed is the total that is printed; a cap may only lower it.
    #[test]
    fn the_total_is_the_sum_of_the_printed_points(rows in rows(), money in money()) {
        for evaluation in score(&sheet(&rows, money, Spelling::default())) {
            let points = evaluation.rows.iter().map(|row| row.outcome.points());
            let Some(points) = points.collect::<Option<Vec<Decimal>>>() else {
                prop_assert!(evaluation.total.is_err());
                continue;
            };
            for points in &points {
                prop_assert!(points.scale() <= 2 && *points >= Decimal::ZERO);
            }
            let sum: Decimal = points.iter().sum();
            if let Ok(indicators) = evaluation.indicators.clone() {
                prop_assert_eq!(indicators, sum);
                let execution = evaluation.execution.as_ref().and_then(|part| part.outcome.points());
                let whole = sum + execution.expect("a budget that is not 0");
                let total = evaluation.total.clone().expect("both parts are there");
                match evaluation.pack.pack.as_str() {
                    "execution-capped" => prop_assert!(total <= whole),
                    _ => prop_assert_eq!(total, whole),
                }
            }
        }
    }

    /// A parameter is the number it says: the deduction of `overshoot-minus-2` at 0 is Wuhan's rule, and a larger one
    /// never gives more; the limit at which it begins never gives less when it is higher.
    #[test]
    fn a_changed_parameter_does_what_it_says(rows in rows(), money in money(), less in 0u32..5, limit in 100u32..400) {
        let text = sheet(&rows, money, Spelling::default());
        let under = |less: u32, limit: u32| -> Vec<Option<Decimal>> {
            let shipped = PackFiles::of_shipped("overshoot-minus-2", "2024").expect("shipped");
            let description = String::from_utf8_lossy(shipped.get("pack.yaml").expect("there")).into_owned();
            let changed = description.replace("超额扣分: 2", &format!("超额扣分: {less}")).replace("超额界限: 130%", &format!("超额界限: {limit}%"));
            let files = shipped.changed(&[("pack.yaml".to_owned(), changed)]).expect("a file of it");
            let pack = load(&files).expect("a sound pack");
            let scorer = Scorer::new(Arc::new(pack)).expect("scripts that compile");
            let sheets = read_sheets("a.yaml", text.as_bytes()).expect("a sound sheet");
            let evaluation = scorer.score(&Arc::new(sheets.into_iter().next().expect("one"))).expect("it runs");
            evaluation.rows.iter().map(|row| row.outcome.points()).collect()
        };
        let wuhan = score(&text).pop().expect("wuhan is the last");
        let plain: Vec<Option<Decimal>> = wuhan.rows.iter().map(|row| row.outcome.points()).collect();
        prop_assert_eq!(under(0, limit), plain);
        let some = under(less, limit);
        let more = under(less + 1, limit);
        let later = under(less, limit + 50);
        for (some, (more, later)) in some.iter().zip(more.iter().zip(&later)) {
            prop_assert!(more <= some && some <= later);
        }
    }
}

/// Clause [反向] of `reverse-linear`: the completion is 1 − (actual − target) ÷ target, not what is in excess.
#[test]
fn the_completion_shown_is_the_share_that_is_left() {
    for (actual, numerator, denominator) in [(8, 1, 1), (12, 4, 5), (20, 0, 1), (25, 0, 1)] {
        let row = Row {
            level: 0,
            sign: "≤",
            target: 10,
            actual,
            unit: "家",
            mark: 1000,
        };
        let evaluations = score(&sheet(&[row], (100, 90), Spelling::default()));
        let linear = evaluations
            .iter()
            .find(|one| one.pack.pack == "reverse-linear")
            .expect("shipped");
        let expected = Fraction::from(numerator).over(Fraction::from(denominator));
        assert_eq!(
            linear.rows[0].uncapped_completion(),
            expected.ok(),
            "{actual}"
        );
    }
}

/// What a group adds up does not depend on where its open row stands.
#[test]
fn an_open_row_hides_no_other_row_of_its_group() {
    let files = PackFiles::of_shipped("value-purchasing", "2024").expect("shipped");
    let scorer = Scorer::new(Arc::new(load(&files).expect("loads"))).expect("compiles");
    let row = |name: &str, inputs: &str| {
        format!(
            "    - {{name: {name}, target: '', actual: 0.87, direction: at_least, inputs: {{{inputs}}}}}\n"
        )
    };
    let counts = row("甲", "threshold: 0.86, benchmark: 0.88");
    let open = row("乙", "benchmark: 0.88");
    let group = |rows: String| {
        let yaml = format!("scope: unit\nindicators:\n  Safety:\n{rows}");
        let sheets = read_sheets("a.yaml", yaml.as_bytes()).expect("a sound sheet");
        let sheet = Arc::new(sheets.into_iter().next().expect("one"));
        let evaluation = scorer.score(&sheet).expect("it runs");
        let safety = evaluation
            .groups
            .iter()
            .find(|group| group.label == "Safety");
        let safety = safety.expect("a group");
        assert!(safety.outcome.points().is_none());
        (safety.earned, safety.possible)
    };
    let first = group(format!("{counts}{open}"));
    assert_eq!(first, (Fraction::from(5), Fraction::from(10)));
    assert_eq!(group(format!("{open}{counts}")), first);
}
