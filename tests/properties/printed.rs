//! A sheet that prints what the rule gives is one against which no arithmetic is found.

use jixiao::audit::{Outcome, Profile, audit, reconcile};
use jixiao::score::Evaluation;
use proptest::prelude::*;

use super::score;
use super::scoring::{Spelling, rows, sheet};

/// The sheet with the points, the rate and the total an evaluation gives.
fn filled(yaml: &str, evaluation: &Evaluation) -> Option<String> {
    let mut points = evaluation.rows.iter().map(|row| row.outcome.points());
    let execution = evaluation.execution.as_ref()?.outcome.points()?;
    let mut lines = Vec::new();
    for line in yaml.lines() {
        if line.starts_with("execution:") {
            // Without the mark of the part the rule's own is expected.
            lines.push(line.replace('}', &format!(", points: {execution}}}")));
        } else if line.contains("full_mark:") {
            let points = points.next()??;
            lines.push(line.replace(
                '}',
                &format!(", points: {points}, reason: 已按实际情况说明}}"),
            ));
        } else {
            lines.push(line.to_owned());
        }
    }
    let total = evaluation.total.clone().ok()?;
    let grade = &evaluation.pack.grades[evaluation.grade?].name.zh;
    lines.push(format!("total: {total}\ngrade: {grade}\n"));
    Some(lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// C01, C03, C04 and C05 compare the print with the rule: where the print is what the rule gives,
    /// none of them fails, and the way from the reported to the computed total has no step.
    #[test]
    fn what_the_rule_gives_is_not_found_fault_with(rows in rows(), money in (1u32..50_000, 0u32..50_000)) {
        let money = (money.0, money.1.min(money.0));
        let yaml = sheet(&rows, money, Spelling::default());
        for (index, evaluation) in score(&yaml).iter().enumerate() {
            let Some(filled) = filled(&yaml, evaluation) else {
                continue;
            };
            let again = score(&filled).swap_remove(index);
            prop_assert_eq!(again.total.clone().ok(), evaluation.total.clone().ok());
            let steps = reconcile(&again).expect("all points are there").steps;
            let (first, rest) = steps.split_first().expect("two totals");
            prop_assert_eq!(Some(first.amount), evaluation.total.clone().ok());
            prop_assert_eq!(rest.len(), 1, "{:?}", rest);
            let found = audit(std::slice::from_ref(&again), &Profile::shipped());
            for finding in found.findings() {
                let arithmetic = ["C01", "C03", "C04", "C05"].contains(&finding.code);
                prop_assert!(!(arithmetic && finding.outcome == Outcome::Fails), "{} {:?}\n{}", evaluation.pack.pack, finding, filled);
            }
        }
    }
}
