//! What a target and an actual side by side come to.

use jixiao::score::{Outcome, Reason};

/// Points of a row of 80, or why there are none.
fn row(name: &str, target: &str, actual: &str) -> Result<String, Reason> {
    let evaluation = super::score(&format!(
        "scope: project\nexecution: {{budget: 100, executed: 100}}\nindicators:\n  产出指标:\n    \
         - {{name: {name}, target: {target:?}, actual: {actual:?}, full_mark: 80, points: 80}}\n"
    ));
    match &evaluation.rows[0].outcome {
        Outcome::Scored(points) => Ok(points.rounded.to_string()),
        Outcome::Unscored(reason) => Err(reason.clone()),
        Outcome::Dropped => panic!("the row applies"),
    }
}

#[test]
fn a_deadline_is_kept_by_year_then_month_then_day() {
    for (deadline, done, kept) in [
        ("2024年12月31日", "2025年1月1日", false),
        ("2025年1月1日", "2024年12月31日", true),
        ("6月10日", "5月20日", true),
        ("6月10日", "6月12日", false),
        ("6月10日", "6月9日", true),
        ("2024年6月10日", "6月10日", true),
    ] {
        assert_eq!(
            row("完成时间", deadline, done).is_ok(),
            kept,
            "{done} by {deadline}"
        );
    }
}

#[test]
fn nothing_of_what_was_asked_about_is_a_promise_kept() {
    let full = Ok("80.00".to_owned());
    assert_eq!(row("安全事故数", "0起", "无事故"), full);
    assert_eq!(row("安全事故数", "0起", "无"), full);
    assert_eq!(row("安全", "无事故", "无事故"), full);
    assert_eq!(row("投诉数", "0起", "无事故"), Err(Reason::NotComparable));
    // The name asks for accidents, the target for complaints.
    let other = row("安全事故数", "无投诉", "无事故");
    assert!(matches!(other, Err(Reason::PackCannot(_))), "{other:?}");
    assert_eq!(row("安全", "无责任事故", "无事故"), full);
    assert_eq!(
        row("投诉数", "3起", "无"),
        Err(Reason::Missing(jixiao::score::Side::Actual))
    );
}

#[test]
fn a_word_is_no_promise_of_nought() {
    assert_eq!(row("质量", "达标", "3次"), Err(Reason::NotComparable));
    assert!(row("安全", "无事故", "3起").is_ok_and(|points| points == "0.00"));
}

#[test]
fn an_interval_counts_by_its_worse_end() {
    assert_eq!(row("培训", "≥10场", "8-12场"), Ok("64.00".to_owned()));
    assert_eq!(row("培训", "10-12场", "11场"), Ok("80.00".to_owned()));
}

#[test]
fn money_below_nought_is_no_execution() {
    let evaluation = super::score(
        "scope: project\nexecution: {budget: 100, executed: -1}\nindicators:\n  产出指标:\n    \
         - {name: 培训, target: 3场, actual: 3场, full_mark: 80}\n",
    );
    let execution = evaluation.execution.expect("the rule has the part");
    assert_eq!(execution.outcome, Outcome::Unscored(Reason::MoneyNegative));
    assert!(evaluation.total.is_err());
}
