//! `jixiao rules`, and packs that are really scripts.

use super::desk::{SHEET, desk, jixiao};

#[test]
fn shipped_packs_are_listed_shown_checked_and_tested() {
    jixiao("rules list")
        .succeeds()
        .prints("wuhan")
        .prints("national")
        .prints("未全部核对");
    jixiao("rules list --lang en").succeeds().prints("verified");
    jixiao("rules show wuhan")
        .succeeds()
        .prints("wuhan@2024")
        .prints_line("正向 数量 · 正向 (≥) 正向 定量")
        .prints("优 ≥ 90")
        .prints("各行: 四舍五入，2 位小数")
        .prints("备注2");
    jixiao("rules show national --lang en")
        .succeeds()
        .prints("Caiyu [2020] No. 10");
    jixiao("rules check")
        .succeeds()
        .prints("wuhan@2024  没有问题")
        .prints("national@2020");
    jixiao("rules test")
        .succeeds()
        .prints("wuhan@2024")
        .prints("全部相符")
        .does_not_print("没有算例");
    jixiao("rules test --lang en").succeeds().prints("all hold");
}

#[test]
fn a_folder_is_a_pack_whether_of_one_edition_or_several() {
    let desk = desk().with_pack("wuhan/2024").with("a.yaml", SHEET);
    desk.run("score a.yaml --rules pack")
        .succeeds()
        .prints_line("总分 88.00 88");
    // The desk is a folder with an edition in it.
    desk.run("score a.yaml --rules .")
        .succeeds()
        .prints_line("总分 88.00 88");
    desk.run("rules test ./pack").succeeds().prints("全部相符");
    desk.run("rules check pack").succeeds().prints("没有问题");
    desk.run("score a.yaml --rules pack/cases")
        .fails()
        .complains("没有 pack.yaml");
    desk.run("rules check none")
        .fails()
        .complains("没有规则包 `none`");
}

#[test]
fn without_its_scripts_a_pack_scores_nothing() {
    let desk = desk().with_pack("wuhan/2024").with("a.yaml", SHEET);
    let desk = desk.without("pack/methods.rhai");
    desk.run("score a.yaml --rules pack")
        .fails()
        .prints_nothing()
        .complains("pack/pack.yaml:")
        .complains("脚本里没有函数 `正向`");
    desk.run("rules check pack")
        .fails()
        .complains("脚本里没有函数 `反向`");
}

#[test]
fn a_number_changed_in_a_script_changes_the_score() {
    desk()
        .with_pack("wuhan/2024")
        .edited(
            "pack/methods.rhai",
            "bounded(m.ratio, 0, 1)",
            "bounded(m.ratio, 0, 0.9)",
        )
        .with("a.yaml", SHEET)
        .run("score a.yaml --rules pack")
        .succeeds()
        .prints_line("培训人数 100人 120人 120% 40 36.00 40 -4.00")
        .prints_line("总分 82.00 88 -6.00 ");
}

#[test]
fn a_case_that_no_longer_holds_is_shown_with_both_figures() {
    desk()
        .with_pack("wuhan/2024")
        .edited(
            "pack/pack.yaml",
            "rows: {mode: half_up, places: 2}",
            "rows: {mode: truncate, places: 2}",
        )
        .run("rules test pack")
        .fails()
        .prints("正向，未达到按比例")
        .prints("2.5 × 86.67%")
        .prints("得分: 应为 2.17，实得 2.16")
        .prints("pack/cases/methods.yaml:3:");
}

#[test]
fn a_method_or_grade_that_changed_is_a_failure_too() {
    let desk = desk()
        .with_pack("wuhan/2024")
        .edited(
            "pack/pack.yaml",
            "{name: {zh: 优, en: excellent}, from: 90}",
            "{name: {zh: 优, en: excellent}, above: 90}",
        )
        .edited(
            "pack/pack.yaml",
            "{zh: 反向, en: at most}",
            "{zh: 逆向, en: less}",
        );
    desk.run("rules test pack")
        .fails()
        .prints("等级: 应为 优，实得 良")
        .prints("方法: 应为 反向，实得 逆向");
    desk.run("rules test pack --lang en")
        .fails()
        .prints("grade: expected 优, got good");
}

#[test]
fn a_faulty_case_file_is_a_problem_with_its_place() {
    let desk = desk().with_pack("wuhan/2024").with(
        "pack/cases/more.yaml",
        "cases:\n  - {name: 无, total: 90}\n  - {name: 多, total: 90, pionts: 3, grade: 优}\n",
    );
    for words in ["rules test pack", "rules check pack"] {
        desk.run(words)
            .fails()
            .complains("pack/cases/more.yaml:2:")
            .complains("算例没有写应得的结果")
            .complains("是不是想写 `points`？");
    }
}

#[test]
fn every_problem_of_a_pack_is_shown_at_once_with_its_line() {
    desk()
        .with_pack("wuhan/2024")
        .edited("pack/pack.yaml", "weight: 20", "weight: 30")
        .edited(
            "pack/execution.rhai",
            "ratio(e.executed, e.budget)",
            "ratio(e.executed, e.budget",
        )
        .run("rules check pack")
        .fails()
        .complains("不是 100")
        .complains("pack/execution.rhai:")
        .complains("脚本语法有错");
}

#[test]
fn of_several_editions_the_one_in_force_for_the_year_is_used() {
    let desk = desk()
        .with_pack_at("wuhan/2024", "packs/旧")
        .with_pack_at("wuhan/2024", "packs/新")
        .edited(
            "packs/旧/pack.yaml",
            "edition: \"2024\"",
            "edition: \"2019\"",
        )
        .edited(
            "packs/旧/pack.yaml",
            "{from: 2020}",
            "{from: 2019, to: 2022}",
        )
        .edited("packs/新/pack.yaml", "{from: 2020}", "{from: 2023}");
    for (year, edition) in [
        (2019, "2019"),
        (2022, "2019"),
        (2023, "2024"),
        (2030, "2024"),
    ] {
        let sheet = SHEET.replace("year: 2024", &format!("year: {year}"));
        let said = desk
            .run("score - --rules packs -f json")
            .input(&sheet)
            .succeeds()
            .complains_of_nothing();
        assert_eq!(said.sheets()[0]["rules"]["edition"], edition, "{year}");
    }
    let before = SHEET.replace("year: 2024", "year: 2018");
    desk.run("score - --rules packs")
        .input(&before)
        .succeeds()
        .complains("用了最新的 wuhan@2024");
    let without = SHEET.replace("year: 2024\n", "");
    desk.run("score - --rules packs --lang en")
        .input(&without)
        .succeeds()
        .complains("note: stdin states no year, so the latest edition was used: wuhan@2024");
}

#[test]
fn an_edition_that_is_not_in_force_is_named_and_said_so() {
    let before = SHEET.replace("year: 2024", "year: 2015");
    for (rules, notice) in [("wuhan", true), ("wuhan@2024", false)] {
        let said = desk()
            .run(&format!("score - -f json --rules {rules}"))
            .input(&before)
            .succeeds();
        assert_eq!(said.sheets()[0]["rules"]["edition"], "2024");
        assert_eq!(said.sheets()[0]["rules"]["in_force"], false);
        if notice {
            said.complains("用了最新的 wuhan@2024");
        } else {
            said.complains_of_nothing();
        }
        for format in ["table", "md"] {
            desk()
                .run(&format!("score - -f {format} --rules {rules}"))
                .input(&before)
                .succeeds()
                .prints("（2015 年度未施行）");
        }
    }
    let said = desk().run("score - -f json").input(SHEET).succeeds();
    assert_eq!(said.sheets()[0]["rules"]["in_force"], true);
}

#[test]
fn a_total_without_a_grade_says_why() {
    let sheet = "scope: project\nyear: 2024\nexecution: {full_mark: 20, budget: 100, executed: 50}\nindicators:\n  - {name: 培训, target: 10场, actual: 10场, full_mark: 80}\n";
    let rules = super::desk::repository().join("samples/rules/grades-above-90");
    let command = format!("score - --rules {}", rules.display());
    desk()
        .run(&command)
        .input(sheet)
        .succeeds()
        .prints("正好 90 没有等级");
    let said = desk()
        .run(&format!("{command} -f json"))
        .input(sheet)
        .succeeds();
    let computed = &said.sheets()[0]["computed"];
    assert_eq!(computed["grade"], serde_json::Value::Null);
    assert_eq!(
        computed["grade_missing"],
        "规则写优高于 90、良低于 90，正好 90 没有等级"
    );
}

#[test]
fn the_list_of_packs_fits_a_screen() {
    for lang in ["zh", "en"] {
        let said = jixiao(&format!("rules list --lang {lang}"))
            .env("COLUMNS", "80")
            .succeeds();
        // The line below the heads is as wide as the table.
        said.prints("overshoot-minus-2@2024")
            .prints(&"─".repeat(80))
            .does_not_print(&"─".repeat(81));
    }
}

#[test]
fn points_that_were_adjusted_cite_the_clause_of_the_adjustment() {
    let sheet = super::desk::repository().join("samples/wuhan-2024/series.yaml");
    let (sheet, rules) = (sheet.display(), "--rules overshoot-minus-2");
    jixiao(&format!("explain {sheet} 5 {rules}"))
        .succeeds()
        .prints("依据〔超额〕");
    jixiao(&format!("audit {sheet} {rules} --fail-on never"))
        .succeeds()
        .prints("overshoot-minus-2@2024〔超额〕");
}

#[test]
fn a_page_shows_what_a_pack_changes() {
    jixiao("rules show overshoot-minus-2")
        .succeeds()
        .prints("沿用: wuhan@2024")
        .prints("各行得分由函数 `超额扣分` 调整");
    jixiao("rules show national-core --lang en")
        .succeeds()
        .prints("under 满意度");
}
