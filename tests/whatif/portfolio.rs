//! Many sheets together: who moves from which grade to which.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rust_decimal::Decimal;
use serde_json::Value;

use super::command::conforms;
use crate::cli::desk::{Desk, SHEET, desk};

/// A sheet of its own: how much was executed, how well the first row did, whose it is.
fn sheet(number: usize, executed: u32, sessions: u32) -> String {
    SHEET
        .replace(
            "unit: 示例单位",
            &format!(
                "unit: 单位{:03}\ndepartment: 部门{}",
                number / 2,
                number % 3
            ),
        )
        .replace("executed: 90", &format!("executed: {executed}"))
        .replace("actual: 5场", &format!("actual: {sessions}场"))
}

/// A desk with this many sheets; the first has no points in one row.
fn many(count: usize) -> Desk {
    (1..=count).fold(desk(), |desk, number| {
        let text = sheet(number, 60 + (number * 7 % 40) as u32, (number % 11) as u32);
        let text = match number {
            1 => text.replace("actual: 1场", "actual: /"),
            _ => text,
        };
        desk.with(&format!("s{number:04}.yaml"), text)
    })
}

fn decimal(value: &Value) -> Option<Decimal> {
    value.as_str().map(|text| text.parse().expect("a decimal"))
}

/// Adds up what single sheets say and compares it with what is said of all of them.
fn adds_up(output: &Value) {
    let sheets = output["sheets"].as_array().unwrap();
    let portfolio = &output["portfolio"];
    assert_eq!(portfolio["sheets"], sheets.len());
    for (column, together) in portfolio["scenarios"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
    {
        let mut cells: BTreeMap<(Option<&str>, Option<&str>), u64> = BTreeMap::new();
        let mut deltas = Vec::new();
        let (mut flips, mut units) = (Vec::new(), BTreeMap::new());
        for sheet in sheets {
            let (base, scenario) = (&sheet["baseline"], &sheet["scenarios"][column]);
            assert_eq!(scenario["name"], together["name"]);
            let grade = |total: &Value, grade| match total {
                Value::Null => None,
                _ => Some(Value::as_str(grade).unwrap_or_default()),
            };
            let before = grade(&base["computed"]["total"], &base["computed"]["grade"]);
            let after = grade(&scenario["total"], &scenario["grade"]);
            *cells.entry((before, after)).or_default() += 1;
            let Some(delta) = decimal(&scenario["delta"]) else {
                continue;
            };
            deltas.push(delta);
            *units
                .entry(base["unit"].as_str().unwrap())
                .or_insert(Decimal::ZERO) += delta;
            if before != after {
                flips.push(&base["id"]);
            }
        }
        let migration = together["migration"].as_array().unwrap();
        assert_eq!(migration.len(), cells.len());
        for cell in migration {
            let key = (cell["before"].as_str(), cell["after"].as_str());
            assert_eq!(cell["sheets"].as_u64(), cells.get(&key).copied(), "{key:?}");
        }
        let sum = |list: &Value, of: &str| -> u64 {
            let list = list.as_array().unwrap().iter();
            list.map(|one| one[of].as_u64().unwrap()).sum()
        };
        assert_eq!(together["sheets"], sheets.len());
        assert_eq!(sum(&together["migration"], "sheets"), sheets.len() as u64);
        assert_eq!(sum(&together["grades"], "before"), sheets.len() as u64);
        assert_eq!(sum(&together["grades"], "after"), sheets.len() as u64);
        let found: Vec<&Value> = together["flips"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| &one["sheet"])
            .collect();
        assert_eq!(found, flips);
        let change = &together["change"];
        if deltas.is_empty() {
            assert!(change.is_null());
            continue;
        }
        let count = |of: fn(&Decimal) -> bool| deltas.iter().filter(|delta| of(delta)).count();
        assert_eq!(change["gain"], count(|delta| *delta > Decimal::ZERO));
        assert_eq!(change["lose"], count(|delta| *delta < Decimal::ZERO));
        assert_eq!(change["same"], count(Decimal::is_zero));
        assert_eq!(change["sheets"], deltas.len());
        deltas.sort_unstable();
        let all: Decimal = deltas.iter().sum();
        let of = |name: &str| decimal(&change["delta"][name]).unwrap();
        assert_eq!(of("sum"), all);
        assert_eq!(
            (of("lowest"), of("highest")),
            (deltas[0], deltas[deltas.len() - 1])
        );
        let half = deltas.len() / 2;
        let median = match deltas.len() % 2 {
            1 => deltas[half],
            _ => (deltas[half - 1] + deltas[half]) / Decimal::TWO,
        };
        assert_eq!(of("median"), median);
        // Six places where it does not end.
        let off = of("mean") * Decimal::from(deltas.len()) - all;
        assert!(
            off.abs() * Decimal::from(1_000_000) <= Decimal::from(deltas.len()),
            "{off}"
        );
        let worst = together["losers"].as_array().unwrap().first();
        if let Some(worst) = worst {
            assert_eq!(decimal(&worst["delta"]), Some(deltas[0]));
        }
        for (group, by) in [("units", Some(&units)), ("departments", None)] {
            let groups = together[group].as_array().unwrap();
            assert_eq!(sum(&together[group], "sheets"), sheets.len() as u64);
            let sums: Decimal = groups
                .iter()
                .filter_map(|group| decimal(&group["sum"]))
                .sum();
            assert_eq!(sums, all, "{group}");
            for (group, by) in groups.iter().zip(by.into_iter().cycle()) {
                let name = group["name"].as_str().unwrap();
                let sum = decimal(&group["sum"]).unwrap_or_default();
                assert_eq!(sum, by.get(name).copied().unwrap_or_default(), "{name}");
            }
        }
    }
}

#[test]
fn many_sheets_print_who_moves_where_and_few_their_pages() {
    let few = many(20)
        .run("whatif . --set execution.weight=10")
        .succeeds();
    few.does_not_print("情景测算总览");
    let desk = many(21);
    let said = desk
        .run("whatif . --set execution.weight=10")
        .env("COLUMNS", "80")
        .succeeds()
        .prints("情景测算总览：21 张自评表，11 个单位")
        .prints("原表按 wuhan@2024")
        .prints("等级：原表 ↓ 情景 →")
        .prints("无总分")
        .prints("原表没有总分的 1 张: s0001")
        .prints("注意: 各部分权重合计 90（原为 100）")
        .prints("降得最多")
        .prints("主管部门");
    for line in said.out.lines() {
        use unicode_width::UnicodeWidthStr;
        assert!(line.width() <= 80, "{line}");
    }
    let english = desk.run("whatif . --set execution.weight=10 --lang en");
    english
        .succeeds()
        .prints("what if, in overview: 21 sheets of 11 units")
        .prints("no total")
        .prints("1 sheets have no total in the baseline: s0001");
    desk.run("whatif . --pages --set execution.weight=10")
        .succeeds()
        .prints("s0021  ")
        .does_not_print("情景测算总览");
    desk.run("whatif . --sheet s0002 --set execution.weight=10")
        .succeeds()
        .does_not_print("情景测算总览");
}

#[test]
fn the_overview_comes_in_every_format() {
    let desk = many(5);
    let words = "whatif . --set execution.weight=10 --rules wuhan --rules national --summary";
    desk.run(&format!("{words} -f md"))
        .succeeds()
        .prints("## 情景测算总览：5 张自评表，3 个单位")
        .prints("| 等级：原表 ↓ 情景 → |");
    let csv = desk.run(&format!("{words} -f csv")).succeeds();
    let lines: Vec<&str> = csv.out.lines().collect();
    assert_eq!(
        lines[0],
        "sheet,unit,department,scenario,before,after,delta,grade_before,grade_after,rules,status"
    );
    // Under the first rule the scenario, under the second the sheet as it stands and the scenario.
    assert_eq!(lines.len(), 1 + 5 * 3);
    assert!(
        lines[4].starts_with("s0002,单位001,部门2,execution.weight=10,"),
        "{}",
        lines[4]
    );
    assert!(
        lines[5].starts_with("s0002,单位001,部门2,national@2020,"),
        "{}",
        lines[5]
    );
    assert!(lines[5].ends_with(",national@2020,"), "{}", lines[5]);
    let jsonl = desk.run(&format!("{words} -f jsonl")).succeeds();
    assert_eq!(jsonl.out.lines().count(), 5 * 3);
    let json = desk.run(&format!("{words} -f json")).succeeds().json();
    assert_eq!(json.as_object().map(serde_json::Map::len), Some(1));
    conforms("whatif.schema.json", &json);
    let whole = desk.run(&format!("{} -f json", words.replace(" --summary", "")));
    let whole = whole.succeeds().json();
    assert_eq!(whole["portfolio"], json["portfolio"]);
    conforms("whatif.schema.json", &whole);
    adds_up(&whole);
    let one = desk.run("whatif s0002.yaml --set execution.weight=10 -f json");
    assert!(one.succeeds().json().get("portfolio").is_none());
    let lines = desk
        .run("whatif . --set execution.weight=10 -f jsonl")
        .succeeds();
    let first: Value = serde_json::from_str(lines.out.lines().next().unwrap()).unwrap();
    assert_eq!(first["baseline"]["id"], "s0001");
}

#[test]
fn what_all_sheets_come_to_is_what_each_comes_to() {
    let row = (0u32..130, 0u32..13);
    let sets = prop::sample::select(vec![
        "execution.weight=10",
        "execution.weight=35",
        "rows[1].applicable=false",
        "rows[1].actual=10场",
        "rounding.rows.places=0",
        "levels.产出.weight=20",
    ]);
    let mut runner = TestRunner::new(Config {
        cases: 12,
        failure_persistence: None,
        ..Config::default()
    });
    let strategy = (prop::collection::vec(row, 2..9), sets);
    runner
        .run(&strategy, |(rows, set)| {
            let desk = rows.iter().enumerate().fold(desk(), |desk, (index, row)| {
                desk.with(&format!("s{index}.yaml"), sheet(index, row.0, row.1))
            });
            let said = desk.run(&format!(
                "whatif . --set {set} --rules wuhan --rules national -q -f json"
            ));
            adds_up(&said.succeeds().json());
            Ok(())
        })
        .unwrap();
}

#[test]
fn results_do_not_depend_on_the_threads() {
    let desk = many(150);
    for format in [
        "table",
        "csv",
        "jsonl",
        "json",
        "csv --summary",
        "json --summary",
    ] {
        let words =
            format!("whatif . --set execution.weight=10 --set rows[1].actual=3场 -f {format}");
        let [one, four] = [1, 4].map(|jobs| desk.run(&format!("{words} --jobs {jobs}")).succeeds());
        assert!(one.out == four.out, "{format}");
        assert!(one.err == four.err, "{format}");
    }
}

#[test]
fn a_large_run_is_read_in_parts_and_says_the_same() {
    // From a thousand files on a run is divided; each part has at most a thousand forms.
    let (large, small) = (many(1_001), many(999));
    let words = "whatif . --set execution.weight=10 -q -f";
    let whole = large.run(&format!("{words} json")).succeeds().json();
    conforms("whatif.schema.json", &whole);
    adds_up(&whole);
    let words = format!("{words} csv --summary");
    let [parts, one] = [large, small].map(|desk| desk.run(&words).succeeds());
    assert!(parts.out.starts_with(&one.out));
    assert_eq!(parts.out.lines().count(), 1_002);
}

#[test]
fn one_bad_file_does_not_stop_the_rest() {
    let desk = many(22).with("bad.yaml", "title: [");
    desk.run("whatif . --set execution.weight=10")
        .fails()
        .complains("bad.yaml")
        .prints("情景测算总览：22 张自评表");
}

#[test]
fn a_change_that_fits_some_sheets_is_told_once() {
    let other = SHEET.replace("培训场次", "别的场次");
    let desk = (1..=30).fold(desk(), |desk, number| {
        let text = if number > 4 { SHEET } else { &other };
        let text = text.replace("示例单位", &format!("单位{number}"));
        desk.with(&format!("s{number:02}.yaml"), text)
    });
    let said = desk
        .run("whatif . --set rows[\"培训场次\"].actual=10场")
        .succeeds()
        .prints("改动对不上的 4 张，照原表计: s01、s02、s03、s04")
        .prints("总分升 26 张，降 0 张，不变 4 张");
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    let said = desk
        .run("whatif . --set rows[\"没有的\"].actual=10场")
        .ends_with(2)
        .prints_nothing();
    assert_eq!(said.err.lines().count(), 2, "{}", said.err);
    // Money in another unit is wrong wherever it is tried, and said once.
    let said = desk
        .run("whatif . --set budget.executed=80亿元 --set rows[1].actual=3场")
        .ends_with(2);
    assert!(said.err.lines().count() <= 3, "{}", said.err);
}

#[test]
fn a_sheet_that_cannot_be_changed_like_that_is_not_counted() {
    let twice = SHEET.replace("培训人数", "培训场次");
    let desk = (1..=21).fold(desk(), |desk, number| {
        let text = if number == 1 { &twice } else { SHEET };
        let text = text.replace("示例单位", &format!("单位{number}"));
        desk.with(&format!("s{number:02}.yaml"), text)
    });
    desk.run("whatif . --set rows[\"培训场次\"].actual=10场")
        .fails()
        .complains("有 2 行")
        .prints("情景算不了的 1 张，没有计入: s01")
        .prints_line("合计 20 20");
}
