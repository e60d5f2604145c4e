//! `jixiao accept`, and audits that read what it wrote.

use serde_json::Value;

use super::desk::{Desk, SHEET, desk, repository};

const FILE: &str = "审核接受.yaml";

/// A sheet whose first row is given 15 points where the rule gives 10: C04 in row 1.
fn slip() -> Desk {
    let text = SHEET.replace("points: 10}", "points: 15}").replace(
        "total: 88\ngrade: 良",
        "total: 93\nreasons: [培训场次因场地改造少办]",
    );
    desk().with("表.yaml", text)
}

/// The decisions about C04 of the first sheet.
fn decided(desk: &Desk, words: &str) -> Vec<Value> {
    let said = desk.run(&format!("audit 表.yaml -q -f json --fail-on never {words}"));
    let json = said.succeeds().json();
    let findings = json["sheets"][0]["findings"].as_array().unwrap();
    let rows = findings.iter().filter(|finding| finding["code"] == "C04");
    rows.map(|finding| finding["accepted"].clone()).collect()
}

#[test]
fn an_accepted_finding_stays_visible_and_does_not_fail_the_run() {
    let desk = slip();
    desk.run("audit 表.yaml --only C04").ends_with(3);
    desk.run("accept 表.yaml C04 1 --reason 主管部门已批复 --by 示例单位财务处")
        .succeeds()
        .prints("已接受 C04 表：")
        .complains("记入 审核接受.yaml");
    assert_eq!(desk.names(), [FILE, "表.yaml"]);
    // The file is no sheet: a folder is read as before.
    for path in ["表.yaml", ".", "*.yaml"] {
        desk.run(&format!("audit {path} --only C04"))
            .succeeds()
            .prints("C04 严重·不符·已接受")
            .prints("主管部门已批复（示例单位财务处）")
            .prints("已接受\n")
            .complains("已接受 1 条发现，不计入 --fail-on");
    }
    desk.run("audit 表.yaml --only C04 --lang en")
        .succeeds()
        .prints("C04 error, fails, accepted");
    desk.run("audit 表.yaml --only C04 --ignore-accepted")
        .ends_with(3);
    desk.run("audit 表.yaml --only C04 -f md")
        .succeeds()
        .prints("不符，已接受：主管部门已批复");
    desk.run("audit 表.yaml --only C04 -f csv")
        .succeeds()
        .prints(",accepted,主管部门已批复,示例单位财务处\n");
    let log = desk
        .run("audit 表.yaml --only C04 -f sarif")
        .succeeds()
        .json();
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["suppressions"][0]["kind"], "external");
    assert_eq!(
        result["suppressions"][0]["justification"],
        "主管部门已批复（示例单位财务处）"
    );
    let [decision] = &decided(&desk, "")[..] else {
        panic!()
    };
    assert_eq!(decision["status"], "accepted");
    assert_eq!(decision["figures"]["reported"], "15");
    // Elsewhere, and named.
    desk.run("audit 表.yaml --only C04 --accepted none.yaml")
        .ends_with(1)
        .complains("none.yaml");
}

#[test]
fn it_comes_back_when_a_figure_changes_and_is_told_when_it_is_gone() {
    let desk = slip();
    desk.run("accept 表.yaml c04 培训场次 --reason 已批复")
        .succeeds();
    let text = desk.text("表.yaml");
    let desk = desk.with("表.yaml", text.replace("points: 15}", "points: 16}"));
    desk.run("audit 表.yaml --only C04")
        .ends_with(3)
        .prints("重新提出")
        .prints("接受时的数已变")
        .prints("填报 15")
        .complains("1 条发现接受时的数已变");
    assert_eq!(decided(&desk, "")[0]["status"], "figures-changed");
    // Accepted again, the new figures take the place of the old.
    desk.run("accept 表.yaml C04 1 --reason 再次批复")
        .succeeds();
    assert_eq!(desk.text(FILE).matches("code: C04").count(), 1);
    desk.run("audit 表.yaml --only C04").succeeds();
    // A row moved keeps it; a row put right leaves it unused.
    let text = desk.text("表.yaml");
    let first = "      - {name: 培训人数";
    let moved = text.replacen(first, "      - {name: 新指标, target: 1次, actual: 1次, full_mark: 0, points: 0}\n      - {name: 培训人数", 1);
    let desk = desk.with("表.yaml", moved);
    assert_eq!(decided(&desk, "")[0]["status"], "accepted");
    let desk = desk.with("表.yaml", text.replace("points: 16}", "points: 10}"));
    desk.run("audit 表.yaml --fail-on never")
        .succeeds()
        .complains("没有对上任何发现");
    let said = desk
        .run("audit 表.yaml --only C01 --fail-on never")
        .succeeds();
    assert!(!said.err.contains("没有对上"), "{}", said.err);
}

#[test]
fn a_row_that_looks_the_same_is_not_accepted_along() {
    let row = "      - {name: 培训场次, target: 10场, actual: 5场, full_mark: 20, points: 15}\n";
    let desk = slip();
    let half = row.replace("full_mark: 20, points: 15", "full_mark: 10, points: 8");
    let text = desk.text("表.yaml").replace(row, &half.repeat(2));
    let desk = desk.with("表.yaml", text);
    desk.run("accept 表.yaml C04 2 --reason 已批复").succeeds();
    let decided = decided(&desk, "");
    assert_eq!(decided.len(), 2);
    assert_eq!(
        decided
            .iter()
            .filter(|one| one["status"] == "accepted")
            .count(),
        1
    );
    desk.run("audit 表.yaml --only C04").ends_with(3);
}

#[test]
fn what_cannot_be_accepted_is_said_and_nothing_is_written() {
    let text = SHEET
        .replace("points: 10}", "points: 15}")
        .replace("points: 40}", "points: 30}");
    let desk = desk().with("a.yaml", text.clone()).with("b.yaml", text);
    for (words, said) in [
        ("a.yaml C04 --reason x", "有几行有这条发现：1、2"),
        (". C04 1 --reason x", "几张表都有这条发现：a、b"),
        ("a.yaml C04 3 --reason x", "C04 在行 `3` 没有发现"),
        ("a.yaml C4 1 --reason x", "没有检查项 `C4`"),
        (
            "a.yaml C04 1 --reason x --file a.yaml",
            "输出文件就是输入文件",
        ),
        ("a.yaml C04 1 --reason x --file none/x.yaml", "写不了"),
        ("a.yaml C04 1 --reason x --file b.yaml", "不认识的键"),
    ] {
        desk.run(&format!("accept {words}"))
            .fails()
            .prints_nothing()
            .complains(said);
    }
    desk.run("accept a.yaml C04 1").ends_with(2);
    assert_eq!(desk.names(), ["a.yaml", "b.yaml"]);
}

#[test]
fn a_damaged_acceptance_file_is_a_problem_with_its_place_and_accepts_nothing() {
    let desk = slip().with(
        FILE,
        "接受:\n  - {自评表: 表, 检查项: C0X, 行: 零, 理由: ' '}\n  - {自评表: 表, 原因: x}\n",
    );
    desk.run("audit 表.yaml --only C04")
        .fails()
        .prints("C04 严重·不符 ")
        .complains("没有检查项 `C0X`")
        .complains("`零` 不是行号")
        .complains("`理由`（reason）是空的")
        .complains("原因");
}

#[test]
fn texts_of_an_acceptance_file_are_harmless() {
    let desk = slip();
    desk.run("accept 表.yaml C04 1 --reason =1+1").succeeds();
    desk.run("audit 表.yaml --only C04 -f csv")
        .succeeds()
        .prints(",'=1+1,");
    let text = desk
        .text(FILE)
        .replace("'=1+1'", "\"a\\e[2Jb|c\"")
        .replace("=1+1", "\"a\\e[2Jb|c\"");
    let desk = desk.with(FILE, text);
    for format in ["table", "md", "sarif"] {
        let said = desk
            .run(&format!("audit 表.yaml --only C04 -f {format}"))
            .succeeds();
        assert!(!said.out.contains('\u{1b}'), "{format}");
        assert!(!said.err.contains('\u{1b}'));
    }
}

#[test]
fn the_schemas_describe_what_is_written() {
    let schema = |name: &str| -> Value {
        let text = std::fs::read_to_string(repository().join("docs/schema").join(name));
        serde_json::from_str(&text.unwrap()).unwrap()
    };
    let desk = slip();
    desk.run("accept 表.yaml C04 1 --reason 已批复 --by 财务处")
        .succeeds();
    let written: Value = serde_yaml::from_str(&desk.text(FILE)).unwrap();
    assert!(
        jsonschema::is_valid(&schema("accepted.schema.json"), &written),
        "{written}"
    );
    assert!(!jsonschema::is_valid(
        &schema("accepted.schema.json"),
        &serde_json::json!({"accepted": [{}]})
    ));
    let audit = desk
        .run("audit 表.yaml -f json --only C04")
        .succeeds()
        .json();
    assert!(jsonschema::is_valid(&schema("audit.schema.json"), &audit));
}
