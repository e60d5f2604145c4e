//! What a pack can say beyond one method a row: building on another, groups, joint judgement,
//! adjustment, named rounding, a grade of its own.

use super::desk::{Desk, SHEET, desk};

/// The desk with a sheet and a pack that builds on the shipped rule and adds `more`.
fn on_wuhan(more: &str, script: &str) -> Desk {
    let pack =
        format!("pack: mine\nedition: \"1\"\nextends: wuhan@2024\ncitations: {{}}\n{more}\n");
    desk()
        .with("a.yaml", SHEET)
        .with("mine/pack.yaml", pack)
        .with("mine/own.rhai", script)
}

#[test]
fn a_pack_may_change_one_thing_of_another() {
    let plain = on_wuhan("", "");
    plain
        .run("score a.yaml --rules mine")
        .succeeds()
        .prints("mine@1")
        .prints_line("总分 88.00 88");
    on_wuhan("rounding: {total: {mode: half_up, places: 0}}", "")
        .run("score a.yaml --rules mine")
        .succeeds()
        .prints_line("总分 88 88");
    // 5 of 10 is below the pass line now; nothing else changes.
    on_wuhan(
        "",
        "fn 正向(m) { if m.ratio < 0.6 { return 0; } capped(m.ratio, 1) }",
    )
    .run("score a.yaml --rules mine")
    .succeeds()
    .prints_line("总分 78.00 88 -10.00");
    // A method of the same name takes the place of the old one.
    let more = "methods:\n  - {name: 正向, when: {kind: quantity, direction: at_least}, function: 全得, citation: 定量}";
    on_wuhan(more, "fn 全得(m) { 1 }")
        .run("score a.yaml --rules mine")
        .succeeds()
        .prints_line("总分 98.00 88 +10.00");
}

#[test]
fn what_a_pack_builds_on_must_be_one_other_edition() {
    let broken = |extends: &str| {
        let text = format!("pack: mine\nedition: \"1\"\nextends: {extends}\n");
        desk().with("mine/pack.yaml", text)
    };
    broken("nowhere@1")
        .run("rules check mine")
        .fails()
        .complains("mine/pack.yaml:3:10: 没有规则包 `nowhere@1` 可以沿用");
    broken("../mine")
        .run("rules check mine")
        .fails()
        .complains("成了循环");
    broken("\"\"")
        .run("rules check mine --lang en")
        .fails()
        .complains("names the pack this one builds on");
    let pair = broken("../other").with(
        "other/pack.yaml",
        "pack: other\nedition: \"1\"\nextends: ../mine\n",
    );
    pair.run("rules check mine").fails().complains("成了循环");
}

#[test]
fn a_hash_covers_what_a_pack_builds_on() {
    let pack = "pack: top\nedition: \"1\"\nextends: ../pack\n";
    let desk = desk()
        .with_pack("wuhan/2024")
        .with("top/pack.yaml", pack)
        .with("a.yaml", SHEET);
    let hash = |desk: &Desk| {
        let json = desk
            .run("score a.yaml --rules top --format json")
            .succeeds()
            .json();
        json["sheets"][0]["receipt"]["pack_sha256"].clone()
    };
    let before = hash(&desk);
    let desk = desk.edited("pack/pack.yaml", "部分达成下限: 50%", "部分达成下限: 55%");
    assert_ne!(before, hash(&desk));
}

#[test]
fn points_may_be_adjusted_once_the_full_mark_is_known() {
    // 120 of 100: two points off; the row that falls short keeps its 10.
    let script =
        "fn 扣(m) { if m.ratio >= 1.2 { return points(most(m.points - 2, 0)); } points(m.points) }";
    let desk = on_wuhan("adjust: {function: 扣, citation: 定量}", script);
    desk.run("score a.yaml --rules mine")
        .succeeds()
        .prints_line("总分 86.00 88 -2.00");
    desk.run("explain a.yaml 2 --rules mine")
        .succeeds()
        .prints("调整：40 → 38");
    // Nothing falls below zero.
    let script = "fn 扣(m) { points(most(m.points - 30, 0)) }";
    on_wuhan("adjust: {function: 扣}", script)
        .run("score a.yaml --rules mine")
        .succeeds()
        .prints_line("总分 28.00 88 -60.00");
}

#[test]
fn figures_of_the_sheet_reach_the_total() {
    let script = "fn 扣分(t) { t.execution + t.indicators - if t.input(\"迟报扣分\") == () { 0 } else { t.input(\"迟报扣分\") } }";
    let desk = on_wuhan("total: {function: 扣分, citation: 等级}", script);
    desk.run("score a.yaml --rules mine")
        .succeeds()
        .prints_line("总分 88.00 88");
    let desk = desk.edited("a.yaml", "total: 88", "inputs: {迟报扣分: 5}\ntotal: 88");
    desk.run("score a.yaml --rules mine")
        .succeeds()
        .prints_line("总分 83.00 88 -5.00");
}

#[test]
fn the_measures_of_an_indicator_may_be_judged_together() {
    let sheet = "\
scope: project
execution: {budget: 100, executed: 100}
indicators:
  产出指标:
    - name: 品牌服务
      full_mark: 80
      measures:
        - {target: 350项, actual: 355项}
        - {target: 100家次, actual: 50家次}
";
    // One measure that falls short takes everything.
    let script = "fn 全达成(g) { for row in g.rows { if row.completion < 1 { return 0; } } 1 }";
    let desk =
        on_wuhan("jointly: {function: 全达成, citation: 定量}", script).with("b.yaml", sheet);
    desk.run("score b.yaml --rules mine")
        .succeeds()
        .prints_line("总分 20.00 —");
    desk.run("score b.yaml")
        .succeeds()
        .prints_line("总分 80.00 —");
}

#[test]
fn a_script_may_name_the_grade() {
    let veto = "fn 定等(t) { if t.input(\"一票否决\") != () { return \"差\"; } t.grade }";
    let desk = on_wuhan("grades: {function: 定等}", veto);
    desk.run("score a.yaml --rules mine")
        .succeeds()
        .prints_line("等级 良 良");
    desk.edited("a.yaml", "total: 88", "inputs: {一票否决: 1}\ntotal: 88")
        .run("score a.yaml --rules mine")
        .succeeds()
        .prints_line("等级 差 良");
}

#[test]
fn scripts_round_by_named_steps_only() {
    let more = "rounding: {named: {整数: {mode: half_up, places: 0}}}";
    let script = "fn 正向(m) { rounded(capped(m.ratio, 1), \"整数\") }";
    let desk = on_wuhan(more, script);
    desk.run("score a.yaml --rules mine")
        .succeeds()
        .prints_line("总分 98.00 88 +10.00");
    desk.run("explain a.yaml 1 --rules mine")
        .succeeds()
        .prints("0.5 → 整数 → 1");
    on_wuhan(more, "fn 正向(m) { rounded(m.ratio, \"小数\") }")
        .run("score a.yaml --rules mine")
        .fails()
        .complains("小数");
}

#[test]
fn marks_may_be_shared_by_levels_of_any_depth() {
    let sheet = "\
scope: project
execution: {budget: 100, executed: 100}
indicators:
  产出指标:
    数量指标:
      - {name: 甲, target: 10场, actual: 10场}
      - {name: 乙, target: 10场, actual: 5场}
    质量指标:
      - {name: 丙, target: ≥90%, actual: 95%}
  满意度指标:
    - {name: 丁, target: ≥90%, actual: 95%}
";
    let more = "indicators: {levels: {数量: 40, 质量: 10, 满意度: 30}}\nfull_mark_absent: share";
    let desk = on_wuhan(more, "").with("b.yaml", sheet);
    let json = desk
        .run("score b.yaml --rules mine --format json")
        .succeeds()
        .json();
    let rows = json["sheets"][0]["rows"].as_array().unwrap();
    let marks: Vec<&str> = rows
        .iter()
        .map(|row| row["full_mark"].as_str().unwrap())
        .collect();
    assert_eq!(marks, ["20", "20", "10", "30"]);
    assert!(rows.iter().all(|row| row["full_mark_source"] == "pack"));
    assert_eq!(json["sheets"][0]["computed"]["total"], "90.00");
}

#[test]
fn groups_count_as_a_whole_and_may_nest() {
    let sheet = "\
scope: unit
indicators:
  教学:
    课堂:
      - {name: 甲, target: 10, actual: 5}
      - {name: 乙, target: 10, actual: 10}
    竞赛:
      - {name: 丙, target: 10, actual: ''}
  科研:
    - {name: 丁, target: 10, actual: 8}
group_points: {教学: 50}
total: 90
";
    let script = "fn 比例(m) { capped(m.ratio, 1) }
fn 按比例(g) { if g.scored == 0 { return left_out(\"没有计分的项\"); } g.earned / g.possible }";
    let desk = desk()
        .with("s.yaml", sheet)
        .with("school/pack.yaml", crate::score::groups::PACK)
        .with("school/school.rhai", script);
    // 教学 15 ÷ 20 of 60 is 45 (竞赛 left out), 科研 8 ÷ 10 of 40 is 32.
    let json = desk
        .run("score s.yaml --rules school --format json")
        .succeeds()
        .json();
    let sheet = &json["sheets"][0];
    assert_eq!(sheet["computed"]["total"], "77.0");
    assert_eq!(sheet["computed"]["grade"], "合格");
    assert_eq!(sheet["computed"]["execution"], serde_json::Value::Null);
    let groups = sheet["groups"].as_array().unwrap();
    let told: Vec<String> = groups
        .iter()
        .map(|group| {
            let of = |key: &str| group[key].as_str().unwrap_or("-").to_owned();
            format!("{} {} {}", of("group"), of("points"), of("reported"))
        })
        .collect();
    assert_eq!(told, ["教学 45 50", "课堂 45 -", "竞赛 - -", "科研 32 -"]);
    assert_eq!(groups[2]["reason"], "没有计分的项");
    let audit = desk
        .run("audit s.yaml --rules school --format json")
        // 教学 is printed as 50: a finding.
        .ends_with(3)
        .json();
    let steps = audit["sheets"][0]["reconciliation"].as_array().unwrap();
    let amounts: Vec<&str> = steps
        .iter()
        .map(|step| step["amount"].as_str().unwrap())
        .collect();
    assert_eq!(amounts, ["90", "-5", "-8.0", "77.0"]);
    desk.run("explain s.yaml --rules school")
        .succeeds()
        .prints("分组“教学”得分 45（填报 50）")
        .prints("没有计分的项");
}

#[test]
fn figures_a_script_would_silently_miss_are_told() {
    let script = "fn 正向(m) { if m.input(\"上年\") == () { capped(m.ratio, 1) } else { 1 } }";
    let sheet = SHEET.replace("actual: 5场,", "actual: 5场, inputs: {上年: 70-80},");
    let desk = on_wuhan("", script).with("b.yaml", &sheet);
    desk.run("score b.yaml --rules mine")
        .succeeds()
        .prints("补充数据“上年”读不成一个确定的数");
    let desk = desk.with("c.yaml", sheet.replace("上年: 70-80", "去年: 4场"));
    desk.run("score c.yaml --rules mine")
        .succeeds()
        .complains("没有一张表有: 上年（表上有的: 去年）");
    let desk = desk.with("d.yaml", sheet.replace("上年: 70-80", "上年: 4场"));
    desk.run("score d.yaml --rules mine")
        .succeeds()
        .complains_of_nothing();
    // What stands in the sheet is shown where the row is explained.
    desk.run("explain d.yaml 1 --rules mine")
        .succeeds()
        .prints("补充数据“上年” 4场");
}
