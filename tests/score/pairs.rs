//! What a target and an actual side by side come to.

use jixiao::score::{Outcome, Reason, comparison};
use jixiao::words::Lang;

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

/// Kind, figures and direction of a row under Wuhan's rule, and the comparison that is shown; or the reason
/// why it has no points.
fn paired(name: &str, target: &str, actual: &str) -> String {
    let evaluation = super::score(&format!(
        "scope: project\nindicators:\n  产出指标:\n    \
         - {{name: {name}, target: {target:?}, actual: {actual:?}, full_mark: 80}}\n"
    ));
    let row = &evaluation.rows[0];
    let Some(kind) = row.kind else {
        return format!("{:?}", row.outcome);
    };
    let mut told = format!("{kind:?}");
    if let (Some(actual), Some(target)) = (row.actual, row.target) {
        let strictly = if row.strict { " strictly" } else { "" };
        told += &format!(" {actual} of {target}{strictly}");
    }
    if let Some((direction, source)) = &row.direction {
        let assumed = if source.is_assumed() { ", assumed" } else { "" };
        told += &format!(", {direction:?} by {source:?}{assumed}");
    }
    let shown = comparison(&evaluation, row, Lang::Zh);
    format!(
        "{told} | {} | {:?}",
        shown.unwrap_or_default(),
        row.outcome.points()
    )
}

#[test]
fn what_is_compared_and_which_way_is_better() {
    let mut all = String::new();
    for (name, target, actual) in [
        ("培训", "8个", "7个"),
        ("培训", "8个", "7"),
        ("培训", "8", "7个"),
        ("培训", "8个", "7人"),
        ("培训", "8个", "0人"),
        ("培训", "0人", "8个"),
        ("培训", "8个", "70%"),
        ("培训", "80%", "7个"),
        ("培训", "80%", "7‰"),
        ("培训", "80%", "0"),
        ("培训", "每月8个", "7个"),
        ("培训", "每月8个", "每月7个"),
        ("培训", "每月8个", "0"),
        ("培训", "≥8个", "8个"),
        ("培训", "＞8个", "8个"),
        ("培训", "＜8个", "8个"),
        ("培训", "≤8个", "8个"),
        ("培训", "＝8个", "8个"),
        ("培训", "8个", "≥8个"),
        ("培训成本", "8个", "7个"),
        ("节约成本", "8个", "7个"),
        ("培训成本", "≥8个", "7个"),
        ("培训", "≥8个", "7-9个"),
        ("培训", "＞8个", "7-9个"),
        ("培训", "≤8个", "7-9个"),
        ("培训", "＝8个", "7-9个"),
        ("培训率", "≤70%", "60-80%"),
        ("培训", "8-9个", "7个"),
        ("培训", "8-9个", "7人"),
        ("培训", "8-9个", "7-9个"),
        ("培训", "前5位", "第3名"),
        ("培训", "6月", "6月30日"),
        ("培训", "2024年6月", "2025年6月1日"),
        ("培训", "6月15日", "2025年6月20日"),
        ("培训", "增长", "增长"),
        ("培训", "增长", "5%"),
        ("培训", "下降", "5%"),
        ("培训", "持平", "5%"),
        ("培训", "增长", "下降"),
        ("培训", "是", "是"),
        ("培训", "是", "否"),
        ("培训", "达标", "达标。"),
        ("培训", "达标", "达 标"),
        ("培训", "优秀", "优秀 "),
        ("培训", "显著提升", "有所提升"),
        ("培训", "是", "8个"),
        ("培训", "8个", "是"),
        ("培训", "8个", "约7个"),
        ("培训", "约8个", "7个"),
        ("培训", "8个", "见附件"),
        ("培训", "8个、9个", "7个"),
        ("培训", "9-8个", "8个"),
        ("培训", "8个", "9-8个"),
        ("培训", "2月30日", "2月1日"),
        ("培训", "", "7个"),
        ("培训", "8个", ""),
        // Nothing of what was promised not to be.
        ("事故", "0起", "无"),
        ("事故", "≤0起", "无"),
        ("事故", "0起", "无事故"),
        ("安全事故", "0起", "无重大事故"),
        ("投诉", "0起", "无事故"),
        ("投诉", "无投诉", "无"),
        ("投诉", "无投诉", "无投诉"),
        ("投诉", "无投诉", "无群众投诉"),
        ("投诉", "无群众投诉", "无投诉"),
        ("投诉", "无重大投诉", "无投诉"),
        ("安全", "无群众投诉", "无投诉"),
        ("安全", "无投诉", "无事故"),
        ("安全", "无投诉", "2起"),
        ("安全", "无", "2起"),
        ("安全", "无投诉", ""),
        ("安全", "0起", ""),
        ("安全", "3起", "无"),
        ("安全", "0起", "0起"),
        ("安全", "0起", "达标"),
        ("安全", "≥0起≤", "无"),
        ("安全", "0%", "无"),
        ("安全", "00起", "无"),
    ] {
        all += &format!(
            "{name} | {target} | {actual} | {}\n",
            paired(name, target, actual)
        );
    }
    let file = "tests/score/pairs.txt";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &all).expect("the pairs are written");
    }
    assert_eq!(std::fs::read_to_string(file).unwrap_or_default(), all);
}
