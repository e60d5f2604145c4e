//! Writing a rule pack: what `rules check` says, `rules new`, `rules diff`.

use super::desk::{desk, jixiao};

#[test]
fn a_script_that_does_not_parse_is_explained_in_both_languages() {
    for (from, to, zh, en) in [
        (
            "bounded(m.ratio, 0, 1)",
            "bounded(m.ratio, 0, 1",
            "括号没有合上",
            "a bracket is not closed",
        ),
        (
            "fn 正向(m) {",
            "fn 正向 {",
            "函数 `正向` 没有写参数",
            "has no parameters",
        ),
        (
            "fn 正向(m) {",
            "fn (m) {",
            "`fn` 后面没有函数名",
            "no name behind `fn`",
        ),
        (
            "m.ratio, 0, 1)",
            "m.ratio， 0, 1)",
            "改成半角的 `,`",
            "write `,` instead",
        ),
        (
            "m.actual <= m.target",
            "m.actual ≤ m.target",
            "改成半角的 `<=`",
            "write `<=` instead",
        ),
        (
            "fn 反向(m) {",
            "fn 正向(m) {",
            "函数 `正向` 定义了两次",
            "is defined twice",
        ),
        (
            "，得多少分需要人工评定\") }
}

/// 只说",
            "，得多少分需要人工评定) }
}

/// 只说",
            "引号没有配对",
            "has no partner",
        ),
    ] {
        let desk = desk()
            .with_pack("wuhan/2024")
            .edited("pack/methods.rhai", from, to);
        desk.run("rules check pack")
            .fails()
            .complains("pack/methods.rhai:")
            .complains(zh);
        desk.run("rules check pack --lang en").fails().complains(en);
    }
}

#[test]
fn a_check_for_programs_gives_places_codes_and_remedies() {
    let desk = desk().with_pack("wuhan/2024").edited(
        "pack/methods.rhai",
        "m.actual <= m.target",
        "m.actual <= m.targt",
    );
    let said = desk.run("rules check pack -f json").fails();
    let finding = &said.json()["packs"][0]["findings"][0];
    assert_eq!(finding["code"], "unknown-field");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["file"], "pack/methods.rhai");
    let text = desk.text("pack/methods.rhai");
    let line = text.lines().position(|line| line.contains("m.targt"));
    assert_eq!(finding["line"], line.expect("the slip") + 1);
    assert_eq!(finding["help"], "是不是想写 `target`？");
    let json = jixiao("rules check -f json --lang en").succeeds().json();
    assert!(json["packs"].as_array().unwrap().len() >= 2);
}

#[test]
fn warnings_do_not_fail_unless_asked_to() {
    let desk = desk().with_pack("wuhan/2024").edited(
        "pack/pack.yaml",
        "达成下限: 80%\n",
        "达成下限: 80%\n  没有用的: 1\n",
    );
    desk.run("rules check pack")
        .succeeds()
        .complains("警告: 参数 `没有用的` 没有脚本用到 [unused-param]")
        .prints("wuhan@2024  错误 0，警告 1，提示 5");
    desk.run("rules check pack -q")
        .succeeds()
        .complains_of_nothing();
    desk.run("rules check pack --strict").fails();
}

#[test]
fn a_new_pack_passes_its_check_and_its_cases_at_once() {
    let desk = desk();
    desk.run("rules new 我的规则")
        .succeeds()
        .prints("写入 我的规则/pack.yaml")
        .prints("写入 我的规则/cases/methods.yaml");
    desk.run("rules check 我的规则")
        .succeeds()
        .prints("我的规则@1  没有问题，提示 1")
        .complains("没有核对过原文");
    desk.run("rules test 我的规则")
        .succeeds()
        .prints("全部相符");
    let said = desk.run("rules new 我的规则").fails();
    said.prints_nothing().complains("没有写入任何内容");
    assert_eq!(desk.names(), ["我的规则"]);
}

#[test]
fn a_new_pack_can_be_a_copy_under_another_name() {
    let desk = desk().with("taken", "mine");
    desk.run("rules new mine --from national -o packs --lang en")
        .succeeds()
        .prints("written packs/pack.yaml");
    desk.run("rules test packs").succeeds().prints("mine@2020");
    for words in [
        "rules new a/b",
        "rules new ..",
        "rules new x --from none",
        "rules new x -o no/such/place",
    ] {
        desk.run(words).fails().prints_nothing();
    }
    desk.run("rules new x -o taken").fails();
    assert_eq!(desk.names(), ["packs", "taken"]);
    assert_eq!(desk.text("taken"), "mine");
}

#[test]
fn two_packs_are_compared_down_to_a_row_that_shows_it() {
    let desk = desk()
        .with_pack_at("wuhan/2024", "a")
        .with_pack_at("wuhan/2024", "b")
        .edited(
            "b/pack.yaml",
            "rows: {mode: half_up, places: 2}",
            "rows: {mode: half_up, places: 1}",
        )
        .edited("b/pack.yaml", "from: 90}", "above: 90}")
        .edited(
            "b/methods.rhai",
            "bounded(m.inverse, 0, 1)",
            "bounded(2 - m.actual / m.target, 0, 1)",
        );
    desk.run("rules diff a b")
        .succeeds()
        .prints("各行的取舍: half_up 2 位 → half_up 1 位")
        .prints("等级 优: ≥ 90 → > 90")
        .prints("  - fn 反向(m)")
        .prints("指标值 100个，实际完成值 99.9个，分值 10")
        .prints("总分 90 的等级")
        .prints("b 得 90（良）");
    let json = desk
        .run("rules diff a b -f json --lang en")
        .succeeds()
        .json();
    assert_eq!(json["before"], "a");
    assert_eq!(json["changes"].as_array().unwrap().len(), 3);
    assert!(json["examples"].as_array().unwrap().len() >= 3);
    desk.run("rules diff a a")
        .succeeds()
        .prints("没有不同")
        .prints("个例子，没有发现得分不同的")
        .prints("其中能评分的有");
    desk.run("rules diff a none")
        .fails()
        .complains("没有规则包 `none`");
}

#[test]
fn worked_cases_show_a_difference_no_grid_can() {
    let desk = desk()
        .with_pack_at("value-purchasing/2024", "a")
        .with_pack_at("value-purchasing/2024", "b")
        .edited("b/scoring.rhai", "{ return 10; }", "{ return 9; }");
    desk.run("rules diff a b")
        .succeeds()
        .prints("实际完成值 0.9，")
        .prints("benchmark 0.88")
        .prints("a 得 10")
        .prints("b 得 9");
    desk.run("rules diff a a --lang en")
        .succeeds()
        .prints("of which could be scored at all");
}

#[test]
fn a_pack_is_a_page_in_three_formats_and_two_languages() {
    jixiao("rules show wuhan")
        .succeeds()
        .prints("得 指标值 ÷ 实际完成值（最少 0%，最多 100%）")
        .prints("如果 人工评定 ≥ 达成下限（0.8）：")
        .prints("反向指标：目标 ÷ 实际，最多 100%。")
        .does_not_print("Less is better");
    jixiao("rules show wuhan --lang en -f md")
        .succeeds()
        .prints("# wuhan@2024")
        .prints("| method | when | function | clause |")
        .prints("gives target ÷ actual (at least 0%, at most 100%)");
    let desk = desk().with_pack("wuhan/2024").edited(
        "pack/pack.yaml",
        "  zh: 湖北省自评表填表备注",
        "  zh: <script>alert(1)</script>",
    );
    desk.run("rules show pack -f html -o page.html")
        .succeeds()
        .prints_nothing();
    let page = desk.text("page.html");
    assert!(page.starts_with("<!doctype html>") && !page.contains("<script"));
    assert!(page.contains("&lt;script&gt;"));
}

#[test]
fn a_failing_case_shows_how_its_result_came_about() {
    desk()
        .with_pack("wuhan/2024")
        .edited(
            "pack/pack.yaml",
            "rows: {mode: half_up, places: 2}",
            "rows: {mode: truncate, places: 2}",
        )
        .run("rules test pack")
        .fails()
        .prints("    - 2.17\n    + 2.16\n")
        .prints("2.5 × 86.67% ÷ 100% = 2.16675 → 截尾 2 位 → 2.16");
}

#[test]
fn a_field_that_fails_while_scoring_lists_the_fields_there_are() {
    desk()
        .with_pack("wuhan/2024")
        .edited("pack/execution.rhai", "e.budget == 0", "e.buget == 0")
        .with("a.yaml", super::desk::SHEET)
        .run("score a.yaml --rules pack")
        .fails()
        .complains("e.buget")
        .complains("`e` 的字段: budget, executed, rate, weight");
}
