//! Many sheets together: the overview, its formats, and when it is shown.

use super::desk::{Desk, SHEET, desk};

/// A desk with this many sheets, each of a unit of its own; the first has no points in one row.
fn many(count: usize) -> Desk {
    (1..=count).fold(desk(), |desk, number| {
        let sheet = SHEET.replace("unit: 示例单位", &format!("unit: 单位{number:03}"));
        assert!(sheet.contains("单位0"));
        let sheet = match number {
            1 => sheet.replace("actual: 5场", "actual: /"),
            _ => sheet,
        };
        desk.with(&format!("s{number:03}.yaml"), sheet)
    })
}

#[test]
fn many_sheets_print_an_overview_and_few_their_pages() {
    let few = many(20).run("audit . --fail-on never").succeeds();
    assert!(!few.out.contains("总览"));
    let desk = many(21);
    desk.run("audit . --fail-on never")
        .succeeds()
        .prints("总览：21 张自评表，21 个单位")
        .prints("问题，严重的在前")
        .prints(" 1  单位001")
        .prints("另有 6 个单位：--summary -f csv 全部列出")
        .prints("--sheet 编号");
    let pages = desk.run("audit . --pages --fail-on never").succeeds();
    assert!(!pages.out.contains("总览") && pages.out.contains("汇总"));
    assert!(pages.out.contains("s021  "));
    let one = desk.run("audit . --sheet s002 --fail-on never").succeeds();
    assert!(!one.out.contains("总览"));
    let english = desk.run("audit . --fail-on never --lang en").succeeds();
    english.prints("overview: 21 sheets of 21 units");
}

#[test]
fn a_summary_comes_in_every_format_but_sarif() {
    let desk = many(3);
    let table = desk.run("audit . --summary --fail-on never").succeeds();
    table.prints("总览：3 张自评表，3 个单位");
    let csv = desk
        .run("audit . --summary -f csv --fail-on never")
        .succeeds();
    let lines: Vec<&str> = csv.out.lines().collect();
    assert!(lines[0].starts_with("rank,unit,sheets,error"));
    assert!(
        lines[1].starts_with("1,单位001,1,") && lines.len() == 4,
        "{lines:?}"
    );
    let json = desk
        .run("audit . --summary -f json --fail-on never")
        .succeeds()
        .json();
    assert_eq!(json.as_object().map(serde_json::Map::len), Some(1));
    assert_eq!(json["portfolio"]["ranking"][0]["first"], "s001");
    let whole = desk
        .run("audit . -f json --fail-on never")
        .succeeds()
        .json();
    assert_eq!(whole["portfolio"], json["portfolio"]);
    let units = desk
        .run("audit . --summary -f jsonl --fail-on never")
        .succeeds();
    assert_eq!(units.out.lines().count(), 3);
    let md = desk
        .run("audit . --summary -f md --fail-on never")
        .succeeds();
    md.prints("## 总览").prints("| 1 | 单位001 | 1 |");
    desk.run("audit . --summary -f sarif")
        .fails()
        .complains("SARIF");
    desk.run("audit s001.yaml --summary")
        .fails()
        .complains("两张以上");
}

#[test]
fn an_overview_counts_what_the_sheets_say() {
    let audit = many(4)
        .run("audit . -f json --fail-on never")
        .succeeds()
        .json();
    let portfolio = &audit["portfolio"];
    let lists = audit["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sheet| &sheet["findings"]);
    let all: Vec<&serde_json::Value> = lists
        .chain([&audit["findings"]])
        .flat_map(|list| list.as_array().unwrap())
        .collect();
    let count = |severity: &str| {
        let wanted =
            |one: &&&serde_json::Value| one["severity"] == severity && one["outcome"] == "fails";
        all.iter().filter(wanted).count()
    };
    for severity in ["error", "warning", "note"] {
        assert_eq!(
            portfolio["findings"][severity],
            count(severity),
            "{severity}"
        );
        let rows = portfolio["checks"].as_array().unwrap();
        let sum: u64 = rows.iter().filter_map(|row| row[severity].as_u64()).sum();
        assert_eq!(sum, count(severity) as u64, "{severity}");
    }
    let deviations = &portfolio["deviations"];
    let classes = deviations["classes"].as_array().unwrap();
    let classed = classes
        .iter()
        .flat_map(|class| [class["over"].as_u64(), class["under"].as_u64()]);
    let classed: u64 = classed.flatten().sum();
    let equal = deviations["equal"].as_u64().unwrap();
    assert_eq!(deviations["compared"].as_u64(), Some(classed + equal));
}

#[test]
fn checks_left_out_and_accepted_findings_are_not_counted() {
    let desk = many(3);
    let only = desk
        .run("audit . --only C62,C11 -f json --summary --fail-on never")
        .succeeds()
        .json();
    let codes = only["portfolio"]["checks"].as_array().unwrap().iter();
    assert!(
        codes
            .map(|check| &check["code"])
            .all(|code| code == "C11" || code == "C62")
    );
    let before = &only["portfolio"]["findings"];
    assert_eq!(before["accepted"], 0);
    desk.run("accept s001.yaml C11 --reason 已经说明")
        .succeeds();
    let after = desk
        .run("audit . --only C62,C11 -f json --summary --fail-on never")
        .succeeds()
        .json();
    let after = &after["portfolio"]["findings"];
    assert_eq!(after["accepted"], 1);
    assert_eq!(
        after["error"].as_u64().unwrap() + 1,
        before["error"].as_u64().unwrap()
    );
    desk.run("audit . --summary --fail-on never")
        .succeeds()
        .prints("另有 1 条已接受，不计入。");
}

#[test]
fn what_only_shows_among_many_can_be_accepted_too() {
    let high = SHEET
        .replace("points: 10}", "points: 20}")
        .replace("total: 88", "total: 98");
    let desk = desk().with("a.yaml", &high).with("b.yaml", &high);
    desk.run("accept . C62 --sheet c --reason 已经说明")
        .fails()
        .complains("c");
    desk.run("accept . C62 --sheet b --reason 已经说明")
        .succeeds();
    let said = desk.run("audit . --only C62 --fail-on never").succeeds();
    assert_eq!(said.out.matches("(98 − 88.00) ÷ 98").count(), 2);
    said.prints("存疑·已接受");
}

#[test]
fn progress_is_for_terminals_only() {
    let said = many(3).run("audit . --fail-on never").succeeds();
    assert!(!said.err.contains('\r'));
}

#[test]
fn units_are_ranked_by_all_their_sheets_and_totals_spread_over_classes_and_grades() {
    const COPIED: &str = "reasons: [因场地维修推迟开放，原定在下半年举办的培训班改为线上授课，参训人数因此比预期减少]\n";
    let sheet = |unit: &str, project: &str, total: &str| {
        SHEET
            .replace("unit: 示例单位", &format!("unit: {unit}"))
            .replace("project: 示例项目", &format!("project: {project}"))
            .replace("grade: 良\n", "")
            .replace("total: 88\n", total)
    };
    let high = sheet("甲单位", "乙项目", "total: 98\n").replace("points: 10}", "points: 20}");
    let desk = desk()
        .with("a1.yaml", sheet("甲单位", "甲项目", "total: 88\n"))
        .with("a2.yaml", high)
        // (80 − 88) ÷ 80 is just the end of a class.
        .with("a3.yaml", sheet("甲单位", "丙项目", "total: 80\n"))
        .with("b1.yaml", sheet("乙单位", "甲项目", "total: 79\n") + COPIED)
        .with("b2.yaml", sheet("乙单位", "乙项目", "total: 79\n") + COPIED)
        .with("c1.yaml", sheet("丙单位", "甲项目", "") + COPIED);
    desk.run("accept a3.yaml C12 --reason 已经说明").succeeds();
    let said = desk
        .run("audit . --summary -f json --fail-on never")
        .succeeds()
        .json();
    let portfolio = &said["portfolio"];
    // The passage that was copied (C61) counts in no unit's row; of b1 and b2, which have the same
    // findings, the first is named.
    let row = |rank: u32, unit: &str, counts: [u32; 5], deviation: Option<&str>, first: &str| {
        let [sheets, error, warning, uncertain, accepted] = counts;
        serde_json::json!({
            "rank": rank, "unit": unit, "sheets": sheets, "error": error, "warning": warning,
            "note": 0, "uncertain": uncertain, "accepted": accepted,
            "deviation": deviation, "first": first,
        })
    };
    let expected = serde_json::json!([
        row(1, "乙单位", [2, 2, 2, 2, 0], Some("-11.39"), "b1"),
        row(2, "甲单位", [3, 2, 2, 2, 1], Some("10.20"), "a2"),
        row(3, "丙单位", [1, 0, 2, 0, 0], None, "c1"),
    ]);
    assert_eq!(portfolio["ranking"], expected);
    let counts = |list: &serde_json::Value, names: [&str; 2]| {
        let counts = list.as_array().unwrap().iter();
        let counts = counts.map(|one| names.map(|name| one[name].as_u64().unwrap()));
        counts.collect::<Vec<_>>()
    };
    let grades = &portfolio["grades"][0];
    let both = ["reported", "computed"];
    assert_eq!(
        counts(&grades["bands"], both),
        [[1, 0], [2, 6], [2, 0], [0, 0]]
    );
    let without = serde_json::json!([grades["without"]]);
    assert_eq!(counts(&without, both), [[1, 0]]);
    let moved = counts(&portfolio["grades"], ["lowered", "raised"]);
    assert_eq!(moved, [[1, 2]]);
    let classes = counts(&portfolio["deviations"]["classes"], ["over", "under"]);
    assert_eq!(classes, [[0, 0], [0, 0], [0, 1], [1, 2]]);
    assert_eq!(portfolio["reported"]["median"], "80");
    let mut checks = portfolio["checks"].as_array().unwrap().iter();
    let c12 = checks.find(|check| check["code"] == "C12").unwrap();
    assert_eq!(c12["sheets"], 6);
    // At the line of the total, not of the sheet.
    desk.run("audit . --summary --fail-on never")
        .succeeds()
        .prints("./a2.yaml:15");
}
