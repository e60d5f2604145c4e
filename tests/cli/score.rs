//! `jixiao score`: what comes out.

use super::desk::{SHEET, desk, jixiao};

#[test]
fn the_three_published_sheets_come_out_as_documented() {
    jixiao("score samples/wuhan-2024")
        .succeeds()
        .complains_of_nothing()
        .prints_line("series 中小企业及创业武汉系列服务 91.90 91.9 — → 优")
        .prints_line("startup 创业创新运行保障支出 97.50 97.5 — → 优")
        .prints_line("whole 武汉市中小企业发展促进中心 92.60 92.9 -0.30 — → 优");
}

#[test]
fn under_the_national_rule_levels_are_reweighted() {
    let said = jixiao("score samples/wuhan-2024/series.yaml --rules national -f json").succeeds();
    let sheet = &said.sheets()[0];
    assert_eq!(sheet["rules"]["pack"], "national");
    assert_eq!(sheet["computed"]["total"], "90.84");
    assert_eq!(sheet["computed"]["execution"], "9.37");
    assert_eq!(sheet["computed"]["grade"], "优");
    assert_eq!(sheet["reported"]["total"], "91.9");
    assert_eq!(sheet["rows"][0]["full_mark"], "2.5");
    assert_eq!(sheet["rows"][0]["full_mark_source"], "inferred");
}

#[test]
fn every_figure_of_the_whole_unit_has_its_place() {
    let said = jixiao("score samples/wuhan-2024/whole.yaml --format json").succeeds();
    let sheet = &said.sheets()[0];
    for (field, reported, computed) in [
        ("execution", "18.9", "18.87"),
        ("indicators", "74", "73.73"),
        ("total", "92.9", "92.60"),
    ] {
        assert_eq!(sheet["reported"][field], reported, "{field}");
        assert_eq!(sheet["computed"][field], computed, "{field}");
    }
    assert_eq!(sheet["execution"]["rate"], "0.943552");
    assert_eq!(sheet["execution"]["budget"], "3582.93");
    assert_eq!(sheet["scope"], "unit");
    assert!(sheet["project"].is_null() && sheet["reported"]["grade"].is_null());
    let row = |id: &str| {
        let rows = sheet["rows"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == id).unwrap().clone()
    };
    // 培训对象参训率: nothing reached, scored full on the sheet.
    assert_eq!(row("20")["points"], "0.00");
    assert_eq!(row("20")["reported"], "2");
    // 当期任务完成及时率: 2 × 86.67 %.
    assert_eq!(row("22")["points"], "1.73");
    assert_eq!(row("22")["completion"], "0.8667");
    // 监测工业企业经济运行情况: 1035 of 350, shown before the cap.
    assert_eq!(row("5")["completion"], "2.957143");
    assert_eq!(row("5")["points"], "2.00");
}

#[test]
fn a_lost_cell_stays_lost_beside_its_computed_value() {
    let said = jixiao("score samples/wuhan-2024/startup.yaml -f json").succeeds();
    let sheet = &said.sheets()[0];
    assert!(sheet["reported"]["execution"].is_null());
    assert_eq!(sheet["computed"]["execution"], "17.50");
}

#[test]
fn the_table_speaks_both_languages() {
    let chinese = jixiao("score samples/wuhan-2024/whole.yaml").succeeds();
    chinese
        .prints("规则 wuhan@2024 · 武汉市项目（整体）支出绩效自评规则")
        .prints_line("预算执行 18.87 18.9 -0.03")
        .prints_line("总分 92.60 92.9 -0.30")
        .prints("* 表上没有印分值，由填报得分推算")
        .prints("三级指标");
    for run in [
        jixiao("score samples/wuhan-2024/whole.yaml --lang en"),
        jixiao("score samples/wuhan-2024/whole.yaml").env("JIXIAO_LANG", "en"),
    ] {
        run.succeeds()
            .prints("rules wuhan@2024")
            .prints_line("execution 18.87 18.9 -0.03")
            .prints_line("grade excellent —")
            .prints("inferred from the reported points")
            .does_not_print("三级指标");
    }
}

#[test]
fn no_line_of_the_table_is_wider_than_the_screen() {
    use unicode_width::UnicodeWidthStr;
    for lang in ["zh", "en"] {
        for columns in [72, 80, 100, 120, 200] {
            let run = jixiao(&format!("score samples/wuhan-2024 --lang {lang}"));
            let said = run.env("COLUMNS", &columns.to_string()).succeeds();
            for line in said.out.lines() {
                assert!(line.width() <= columns, "{columns} {lang}: {line}");
            }
        }
    }
}

#[test]
fn colour_is_used_only_when_asked_for_or_on_a_terminal() {
    let plain = jixiao("score samples/wuhan-2024/whole.yaml").succeeds();
    plain.does_not_print("\u{1b}[");
    jixiao("score samples/wuhan-2024/whole.yaml --color always")
        .succeeds()
        .prints("\u{1b}[");
}

#[test]
fn what_cannot_be_judged_has_no_points_and_says_why() {
    let desk = desk().with("a.yaml", SHEET.replace("120人", "120人次"));
    desk.run("score a.yaml")
        .succeeds()
        .prints("未评分[1]")
        .prints("[1] 第 2 条指标: 单位不同: 指标值是“人”，实际完成值是“人次”，不能相比")
        .prints("没有重算总分: 有 1 行未评分");
    let said = desk.run("score a.yaml -f json --lang en").succeeds();
    let sheet = &said.sheets()[0];
    assert!(sheet["computed"]["total"].is_null() && sheet["computed"]["grade"].is_null());
    assert_eq!(sheet["computed"]["execution"], "18.00");
    let row = &sheet["rows"][1];
    assert_eq!(row["status"], "unscored");
    assert!(row["points"].is_null());
    assert_eq!(
        row["reason"],
        "unlike units: the target is in “人”, the actual in “人次”"
    );
    desk.run("score a.yaml -f md").succeeds().prints("[1]");
}

#[test]
fn marks_that_do_not_add_up_give_no_total() {
    let open = SHEET.replace("full_mark: 20, points: 10", "full_mark: 50, points: 25");
    assert_ne!(open, SHEET);
    let desk = desk().with("a.yaml", open);
    desk.run("score a.yaml")
        .succeeds()
        .prints("没有重算总分: 各行印出的分值合计 110，应为");
    let said = desk.run("score a.yaml -f json").succeeds();
    let sheet = &said.sheets()[0];
    assert!(sheet["computed"]["total"].is_null() && sheet["computed"]["grade"].is_null());
    assert_eq!(sheet["rows"][0]["status"], "scored");
    desk.run("audit a.yaml")
        .ends_with(3)
        .prints("无从勾稽")
        .prints("C02 严重·不符")
        .prints("差 -30（应有 − 表上）");
    // 100 is a scale of its own.
    let weights = SHEET.replace("full_mark: 20, points: 10", "full_mark: 40, points: 10");
    desk.with("b.yaml", weights)
        .run("score b.yaml")
        .succeeds()
        .prints("各行分值合计 100，当作权重，折算为规则的 80 分");
}

#[test]
fn converted_marks_are_noted_with_their_factor() {
    let said = jixiao("score samples/wuhan-2024/series.yaml --rules national -f json").succeeds();
    assert_eq!(
        said.sheets()[0]["notes"],
        serde_json::json!([
            "预算执行: 表头 20 分，按规则的 10 分计，× 0.5",
            "产出: 表上 40 分，按规则的 50 分折算，× 1.25",
            "效益: 表上 24 分，按规则的 30 分折算，× 1.25",
            "满意度: 表上 16 分，按规则的 10 分折算，× 0.625"
        ])
    );
    jixiao("score samples/wuhan-2024/series.yaml --rules national")
        .succeeds()
        .prints("注意: 产出: 表上 40 分，按规则的 50 分折算，× 1.25");
    let said = jixiao("score samples/wuhan-2024/series.yaml -f json").succeeds();
    assert_eq!(said.sheets()[0]["notes"], serde_json::json!([]));
}

#[test]
fn points_that_are_no_number_are_shown_as_they_stand() {
    let text = SHEET.replacen("points: 10", "points: 九", 1);
    assert_ne!(text, SHEET);
    let desk = desk().with("a.yaml", text);
    desk.run("score a.yaml").succeeds().prints(" 九");
    desk.run("score a.yaml -f md").succeeds().prints("| 九 |");
    desk.run("explain a.yaml 1")
        .succeeds()
        .prints("（填报 九）");
    desk.run("audit a.yaml")
        .ends_with(3)
        .prints("填的是“九”，不是数");
}

#[test]
fn json_lines_hold_one_sheet_each() {
    let said = jixiao("score samples/wuhan-2024 -f jsonl").succeeds();
    let ids: Vec<String> = said
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].to_string())
        .collect();
    assert_eq!(ids, ["\"series\"", "\"startup\"", "\"whole\""]);
}

#[test]
fn markdown_has_a_table_for_rows_and_one_for_parts() {
    jixiao("score samples/wuhan-2024/whole.yaml -f md")
        .succeeds()
        .prints("## 2024年整体支出绩效自评表")
        .prints("| 序号 | 一级指标 |")
        .prints("| 总分 | 92.60 | 92.9 | -0.30 |");
}

#[test]
fn no_cell_of_the_csv_becomes_a_formula() {
    let text = SHEET
        .replace("name: 培训场次", "name: '=HYPERLINK(\"http://x\")'")
        .replace("actual: 120人", "actual: '-120人'")
        .replace("title: 示例项目自评表", "title: '@SUM(A1)'");
    let said = desk()
        .with("a.yaml", text)
        .run("score a.yaml -f csv")
        .succeeds();
    let mut reader = csv::Reader::from_reader(said.out.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(&records[0][1], "'@SUM(A1)");
    assert_eq!(&records[0][5], "'=HYPERLINK(\"http://x\")");
    assert_eq!(&records[1][8], "'-120人");
    // A figure of ours stays a figure.
    assert_eq!(&records[1][14], "-40.00");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let mut desk = desk();
    for number in 0..40 {
        let sheet = SHEET.replace("actual: 5场", &format!("actual: {}场", number % 12));
        desk = desk.with(&format!("表/{number:02}.yaml"), sheet);
    }
    for format in ["json", "table", "csv"] {
        let one = desk
            .run(&format!("score 表 -f {format} --jobs 1"))
            .succeeds();
        let four = desk
            .run(&format!("score 表 -f {format} --jobs 4"))
            .succeeds();
        assert!(one.out == four.out, "{format} differs");
    }
}

#[test]
fn inferred_marks_that_do_not_close_give_no_total() {
    // Every row is met, so its points are taken for its mark: 10 + 40 + 20 where 80 are declared.
    let sheet = SHEET
        .replace("actual: 5场, full_mark: 20", "actual: 10场")
        .replace(", full_mark: 40", "")
        .replace(", full_mark: 20", "");
    desk()
        .with("a.yaml", sheet)
        .run("score a.yaml")
        .succeeds()
        .prints("推定的分值相加与应有的合计不符")
        .prints_line("总分 — 88");
}
