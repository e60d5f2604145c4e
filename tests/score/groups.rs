//! Groups of rows: what they add up, what is left out, and what becomes of the rest.

use std::sync::Arc;

use jixiao::document::read_sheets;
use jixiao::score::{Evaluation, Outcome};

/// A rule with groups in groups.
pub const PACK: &str = "\
pack: school
edition: '1'
title: 学校评分
in_force: {from: 2020}
citations: {办法: {source: 示例, says: 示例}}
indicators:
  weight: 100
  full_mark_each: 10
  citation: 办法
  groups:
    - label: 教学
      weight: 60
      function: 按比例
      groups:
        - {label: 课堂, weight: 40, function: 按比例}
        - {label: 竞赛, weight: 20, function: 按比例}
    - {label: 科研, weight: 40, function: 按比例}
methods: [{name: 比例, function: 比例, citation: 办法}]
missing_actual: leave_out
rounding: {rows: {mode: half_up, places: 0}, total: {mode: half_up, places: 1}, citation: 办法}
grades: {citation: 办法, bands: [{name: 合格, from: 60}, {name: 不合格, from: 0}]}
";

const RATIO: &str = "fn 比例(m) { capped(m.ratio, 1) }\n";
const SHARES: &str = "fn 按比例(g) {
    if g.scored == 0 { return left_out(`不计 ${g.left_out}`); }
    g.earned / g.possible
}";

/// A sheet with these actuals of 10 in 课堂, 竞赛 and 科研.
fn score(script: &str, actuals: [&[&str]; 3]) -> Evaluation {
    let rows = actuals.map(|actuals| {
        let rows = actuals
            .iter()
            .map(|actual| format!("{{name: 甲, target: 10, actual: {actual}}}"));
        rows.collect::<Vec<_>>().join(", ")
    });
    let [classes, contests, research] = rows;
    let yaml = format!(
        "scope: unit\nindicators:\n  教学:\n    课堂: [{classes}]\n    竞赛: [{contests}]\n  科研: [{research}]\n"
    );
    let mut sheets = read_sheets("sheet.yaml", yaml.as_bytes()).expect("a sheet");
    let scorer = super::rule(PACK, &format!("{RATIO}{script}"));
    scorer
        .score(&Arc::new(sheets.remove(0)))
        .expect("the scripts run")
}

/// Every group: what it counts, earned of possible, how many were left out, what came out.
fn told(evaluation: &Evaluation) -> Vec<String> {
    let groups = evaluation.groups.iter().map(|group| {
        let came = match &group.outcome {
            Outcome::Scored(points) => points.rounded.to_string(),
            Outcome::Unscored(reason) => format!("{reason:?}"),
            Outcome::Dropped => group.said.clone().unwrap_or_default(),
        };
        let sums = (group.earned, group.possible);
        format!(
            "{}{} {}: {} of {}, {} out: {came}",
            "- ".repeat(group.depth),
            group.label,
            group.weight,
            sums.0,
            sums.1,
            group.left_out
        )
    });
    let whole = format!("{:?} {:?}", evaluation.indicators, evaluation.total);
    groups.chain([whole]).collect()
}

#[test]
fn what_is_left_out_gives_its_weight_to_the_others() {
    for (actuals, expected) in [
        (
            [&["5", "10"][..], &["6"], &["8"]],
            [
                "教学 60: 42 of 60, 0 out: 42",
                "- 课堂 40: 15 of 20, 0 out: 30",
                "- 竞赛 20: 6 of 10, 0 out: 12",
                "科研 40: 8 of 10, 0 out: 32",
                "Ok(74) Ok(74.0)",
            ],
        ),
        (
            [&["5", "10", "''"], &["''"], &["8"]],
            [
                "教学 60: 45 of 60, 1 out: 45",
                "- 课堂 60: 15 of 20, 1 out: 45",
                "- 竞赛 20: 0 of 0, 1 out: 不计 1",
                "科研 40: 8 of 10, 0 out: 32",
                "Ok(77) Ok(77.0)",
            ],
        ),
        (
            [&["''"], &["''", "''"], &["8", "''", "''"]],
            [
                "教学 60: 0 of 0, 2 out: 不计 2",
                "- 课堂 40: 0 of 0, 1 out: 不计 1",
                "- 竞赛 20: 0 of 0, 2 out: 不计 2",
                "科研 100: 8 of 10, 2 out: 80",
                "Ok(80) Ok(80.0)",
            ],
        ),
        (
            [&["''"], &["''"], &["''"]],
            [
                "教学 60: 0 of 0, 2 out: 不计 2",
                "- 课堂 40: 0 of 0, 1 out: 不计 1",
                "- 竞赛 20: 0 of 0, 1 out: 不计 1",
                "科研 40: 0 of 0, 1 out: 不计 1",
                "Err(NoGroup) Err(NoGroup)",
            ],
        ),
        // An open row opens its group, and that the one around it.
        (
            [&["约5", "10"], &["6"], &["8"]],
            [
                "教学 60: 0 of 0, 0 out: GroupOpen(\"课堂\")",
                "- 课堂 40: 10 of 10, 0 out: RowOpen",
                "- 竞赛 20: 6 of 10, 0 out: 12",
                "科研 40: 8 of 10, 0 out: 32",
                "Err(Rows(1)) Err(Rows(1))",
            ],
        ),
    ] {
        assert_eq!(told(&score(SHARES, actuals)), expected);
    }
}

/// Points whose sum leaves the exact range are no sum: never that of the groups before.
#[test]
fn a_sum_out_of_range_is_no_total() {
    let primes = "fn 按比例(g) {
        if g.name == \"科研\" { return ratio(1, 10000000000000000000039); }
        ratio(1, 100000000000000000039)
    }";
    let evaluation = score(primes, [&["5"], &["6"], &["8"]]);
    assert!(
        evaluation
            .groups
            .iter()
            .all(|group| group.outcome.points().is_some())
    );
    assert_eq!(
        told(&evaluation).last().unwrap(),
        "Err(OutOfRange) Err(OutOfRange)"
    );
}

/// A script may name a group's points; what it cannot judge is open.
#[test]
fn a_group_is_what_its_script_says() {
    let script = "fn 按比例(g) {
        if g.name == \"课堂\" { return points(10); }
        if g.name == \"竞赛\" { return cannot(\"没有评委\"); }
        if g.name == \"科研\" { return points(30); }
        g.earned / g.possible
    }";
    let actuals: [&[&str]; 3] = [&["5"], &["6"], &["8"]];
    assert_eq!(
        told(&score(script, actuals)),
        [
            "教学 60: 0 of 0, 0 out: GroupOpen(\"竞赛\")",
            "- 课堂 40: 5 of 10, 0 out: 10",
            "- 竞赛 20: 6 of 10, 0 out: PackCannot(\"没有评委\")",
            "科研 40: 8 of 10, 0 out: 30",
            "Err(Group(\"教学\")) Err(Group(\"教学\"))"
        ]
    );
    let script = script.replace("return cannot(\"没有评委\")", "return points(20)");
    assert_eq!(
        told(&score(&script, actuals))[0],
        "教学 60: 30 of 60, 0 out: 30"
    );
}

/// The rows of a group come with what they earned: their mark under the rule, completion and points.
#[test]
fn a_group_sees_what_its_rows_earned() {
    let script = "fn 按比例(g) {
        if g.name != \"科研\" { return points(1); }
        let row = g.rows[0];
        points(row.points + row.full_mark + row.completion)
    }";
    let evaluation = score(script, [&["5"], &["6"], &["6.6"]]);
    // 7 of 10, rounded, and 0.66.
    assert_eq!(told(&evaluation)[3], "科研 40: 7 of 10, 0 out: 17.66");
}
