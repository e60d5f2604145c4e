//! A large run is read in parts: what is found must not depend on it.

use std::collections::BTreeSet;
use std::sync::Arc;

use jixiao::audit::{Profile, audit_with_targets};
use jixiao::document::read_own_file;
use jixiao::rules::{PackFiles, load};
use jixiao::score::Scorer;
use jixiao::words::Lang;
use serde_json::Value;

use super::desk::{Desk, SHEET, desk};

/// Units; each has a sheet of its own and a project, far apart in the order of the files.
const UNITS: usize = 520;

/// Every fortieth unit is written in two ways, and reports another figure than its project.
fn large() -> Desk {
    (0..UNITS).fold(desk(), |desk, number| {
        let odd = number.is_multiple_of(40);
        let front = if odd { "市" } else { "" };
        let project = SHEET.replace("unit: 示例单位", &format!("unit: {front}{number}号单位"));
        let whole = SHEET
            .replace("scope: project", "scope: unit")
            .replace("project: 示例项目\n", "")
            .replace("unit: 示例单位", &format!("unit: 武汉市{number}号单位"));
        let whole = match odd {
            true => whole.replace("actual: 120人", "actual: 130人"),
            false => whole,
        };
        assert_eq!(odd, whole.contains("130人"));
        desk.with(&format!("项目/{number:04}.yaml"), project)
            .with(&format!("整体/{number:04}.yaml"), whole)
    })
}

/// Code, sheet and wording of every finding when everything is held in memory at once.
fn at_once(desk: &Desk) -> BTreeSet<String> {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("the pack is shipped");
    let pack = load(&files).expect("the shipped pack loads");
    let scorer = Scorer::new(Arc::new(pack)).expect("the shipped scripts compile");
    let mut evaluations = Vec::new();
    for folder in ["项目", "整体"] {
        for number in 0..UNITS {
            let name = format!("{folder}/{number:04}");
            let text = desk.text(&format!("{name}.yaml"));
            let read = read_own_file(&name, text.as_bytes());
            let mut sheet = read.map(|read| read.sheets).expect("a sheet").remove(0);
            sheet.id = name;
            evaluations.push(scorer.score(&Arc::new(sheet)).expect("the scripts run"));
        }
    }
    let audit = audit_with_targets(&evaluations, &[], &Profile::shipped());
    let said = audit.findings().map(|finding| {
        let (sheet, text) = (&finding.place.sheet, finding.message.get(Lang::Zh));
        // The first ones of a group are named, and the parts go through the sheets by unit.
        let text = if finding.code >= "C60" { "" } else { text };
        let sheet = if finding.code >= "C60" { "" } else { sheet };
        format!("{} {sheet} {text}", finding.code)
    });
    said.collect()
}

fn field<'v>(line: &'v Value, name: &str) -> &'v str {
    line[name].as_str().expect("a text")
}

#[test]
fn the_findings_of_a_large_run_are_those_of_one_in_a_single_piece() {
    let desk = large();
    let expected = at_once(&desk);
    let lines = desk
        .run("audit . -q -f jsonl --fail-on never")
        .succeeds()
        .out;
    let lines = lines.lines().map(|line| {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let (code, sheet) = (field(&line, "code"), field(&line["where"], "sheet"));
        match code >= "C60" {
            true => format!("{code}  "),
            false => format!("{code} {sheet} {}", field(&line, "message")),
        }
    });
    let found: BTreeSet<String> = lines.collect();
    let differing: Vec<&String> = found.symmetric_difference(&expected).take(5).collect();
    assert!(differing.is_empty(), "{differing:#?}");
    let across = found.iter().filter(|line| line.starts_with("C30 ")).count();
    assert_eq!(across, UNITS / 40);
}

#[test]
fn every_format_of_a_large_run_is_whole() {
    let desk = large();
    let csv = desk
        .run("audit . -q -f csv -o 发现.csv --fail-on never")
        .succeeds();
    assert!(csv.out.is_empty());
    let lines = desk.text("发现.csv");
    assert_eq!(lines.matches("sheet,row,code").count(), 1, "one head");
    let json = desk
        .run("audit . -q -f json --fail-on never")
        .succeeds()
        .json();
    assert_eq!(json["sheets"].as_array().map(Vec::len), Some(2 * UNITS));
    let of_sheets = json["sheets"].as_array().into_iter().flatten();
    let of_sheets = of_sheets.flat_map(|sheet| sheet["findings"].as_array());
    let of_sheets: usize = of_sheets.map(Vec::len).sum();
    let across = json["findings"].as_array().map_or(0, Vec::len);
    assert_eq!(lines.lines().count(), 1 + of_sheets + across);
    // The overview counts what the lines list, and remembers examples from every part.
    let table = desk.run("audit . -q --fail-on never").succeeds();
    let heading = format!("总览：{} 张自评表", 2 * UNITS);
    table.prints(&heading).prints("C30 ").prints("项目/0000");
    let checks = json["portfolio"]["checks"].as_array().into_iter().flatten();
    let counted = checks.map(|check| {
        let counts = ["error", "warning", "note", "uncertain"];
        counts
            .map(|one| check[one].as_u64().expect("a count"))
            .iter()
            .sum::<u64>()
    });
    let counted: u64 = counted.sum();
    assert_eq!(usize::try_from(counted).ok(), Some(of_sheets + across));
}

#[test]
fn an_acceptance_holds_in_a_large_run_and_one_that_met_nothing_is_told_once() {
    let desk = large();
    desk.run("accept 整体 C30 --sheet 整体/0040 --reason 口径不同 --with 项目")
        .succeeds();
    let said = desk
        .run("audit . --only C30 -f csv --fail-on never")
        .succeeds();
    let accepted = said.out.lines().skip(1);
    let accepted = accepted.filter(|line| line.contains(",accepted,")).count();
    assert_eq!(accepted, 1, "{}", said.err);
    assert_eq!(said.err.matches("审核接受.yaml").count(), 1, "{}", said.err);
}
