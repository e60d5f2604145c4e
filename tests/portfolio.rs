//! Many sheets together on any input: equal ids, very many sheets, very many explanations.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jixiao::audit::{Finding, Portfolio, Profile, Run, checks};
use jixiao::document::read_own_file;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::sheet::{Origin, Text};

const SHEET: &str = "\
title: 项目自评表
scope: project
year: 2024
unit: 某单位
project: 某项目
execution: {full_mark: 20, budget: 100, executed: 90, points: 18}
indicators_full_mark: 80
indicators:
  产出指标:
    数量指标:
      - {name: 培训人数, target: 100人, actual: 120人, full_mark: 80, points: 80}
total: 98
";

fn scored() -> Evaluation {
    let pack = PackFiles::of_shipped("wuhan", "2024").expect("the pack is shipped");
    let pack = load(&pack).expect("the shipped pack loads");
    let scorer = Scorer::new(Arc::new(pack)).expect("the shipped scripts compile");
    let read = read_own_file("a.yaml", SHEET.as_bytes());
    let sheet = read.expect("a sheet").sheets.remove(0);
    scorer.score(&Arc::new(sheet)).expect("the scripts run")
}

/// What the checks over many sheets find in these, and how long it took.
fn audited(sheets: impl Iterator<Item = Evaluation>) -> (Vec<Finding>, Duration) {
    let profile = Profile::shipped();
    let begin = Instant::now();
    let mut portfolio = Portfolio::new(&profile);
    sheets.for_each(|sheet| portfolio.add(&sheet, &profile));
    let mut findings = Vec::new();
    for check in checks::ALL {
        if let Run::Many(run) = check.run {
            run(&portfolio, &profile, &mut findings);
        }
    }
    (findings, begin.elapsed())
}

/// The sheet of a unit, with some explanations.
fn of_unit(model: &Evaluation, unit: usize, reasons: impl Iterator<Item = String>) -> Evaluation {
    let mut sheet = (*model.sheet).clone();
    sheet.unit = format!("单位{unit}");
    let text = |text| Text {
        text,
        origin: Origin::default(),
    };
    sheet.reasons = reasons.map(text).collect();
    Evaluation {
        sheet: Arc::new(sheet),
        ..model.clone()
    }
}

/// A passage of its own: figures do not tell passages apart.
fn passage(number: usize) -> String {
    let name = number.to_string();
    let name: String = name.bytes().map(|b| char::from(b - b'0' + b'a')).collect();
    format!("因上级主管部门调整年度工作计划，原定的线下对接活动{name}合并到次年春季统一举办")
}

#[test]
fn ten_times_the_sheets_take_about_ten_times_as_long() {
    let model = scored();
    let run = |count: usize| {
        let reasons = |unit| [passage(unit % 50), passage(unit)].into_iter();
        audited((0..count).map(|unit| of_unit(&model, unit, reasons(unit))))
    };
    run(200);
    let (_, few) = run(500);
    // All ids are the same, which is no reason to stumble.
    let (findings, many) = run(5_000);
    assert!(
        many < few * 40,
        "{few:?} for 500 sheets, {many:?} for 5,000"
    );
    let codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes.iter().filter(|code| **code == "C61").count(), 50);
    assert!(codes.contains(&"C60") && !codes.contains(&"C63"));
}

#[test]
fn a_sheet_with_ten_thousand_explanations_is_one_finding() {
    let model = scored();
    let reasons = || (0..10_000).map(passage);
    let pair = (0..2).map(|unit| of_unit(&model, unit, reasons()));
    let (findings, took) = audited(pair);
    let copied: Vec<&Finding> = findings.iter().filter(|f| f.code == "C61").collect();
    assert_eq!(copied.len(), 1);
    assert!(took < Duration::from_secs(20), "{took:?}");
}
