//! What the arithmetic and completeness checks find in the three published sheets, and nothing else.

use std::sync::Arc;

use jixiao::audit::{Audit, Outcome, Profile, audit};
use jixiao::document::read_sheets;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::words::Lang;

const CODES: [&str; 11] = [
    "C02", "C03", "C05", "C06", "C07", "C08", "C10", "C11", "C12", "C13", "C14",
];

const WUHAN: (&str, &str) = ("wuhan", "2024");
const NATIONAL: (&str, &str) = ("national", "2020");

fn audit_under(pack: (&str, &str), inputs: &[(&str, &[u8])]) -> (Vec<Evaluation>, Audit) {
    let files = PackFiles::of_shipped(pack.0, pack.1).expect("the pack is shipped");
    let pack = load(&files).expect("the shipped pack loads");
    let scorer = Scorer::new(Arc::new(pack)).expect("the shipped scripts compile");
    let mut evaluations = Vec::new();
    for (path, bytes) in inputs {
        for sheet in read_sheets(path, bytes).expect("the sheet reads") {
            evaluations.push(scorer.score(&Arc::new(sheet)).expect("the scripts run"));
        }
    }
    let audit = audit(&evaluations, &Profile::shipped());
    (evaluations, audit)
}

fn samples(pack: (&str, &str)) -> (Vec<Evaluation>, Audit) {
    let bytes = ["whole", "series", "startup"].map(|name| {
        let path = format!("samples/wuhan-2024/{name}.yaml");
        let bytes = std::fs::read(&path).expect("the sample is there");
        (path, bytes)
    });
    let inputs: Vec<(&str, &[u8])> = bytes
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .collect();
    audit_under(pack, &inputs)
}

/// "whole C12 及时率 Fails": sheet, code, indicator of the row or "–", outcome.
fn lines(evaluations: &[Evaluation], audit: &Audit) -> Vec<String> {
    let found = audit
        .findings()
        .filter(|finding| CODES.contains(&finding.code));
    found
        .map(|finding| {
            let place = &finding.place;
            let evaluation = evaluations
                .iter()
                .find(|one| one.sheet.id == place.sheet)
                .expect("findings point into the sheets given");
            let name = evaluation
                .rows
                .iter()
                .find(|row| Some(evaluation.measure(row).row) == place.row)
                .map_or("–", |row| evaluation.indicator(row).name.as_str());
            let row = place.row.unwrap_or(0);
            let (sheet, code, outcome) = (&place.sheet, finding.code, finding.outcome.name());
            format!("{sheet} {code} {row} {name} {outcome}")
        })
        .collect()
}

#[test]
fn the_samples_have_exactly_these_findings() {
    let (evaluations, audit) = samples(WUHAN);
    let expected = [
        "whole C03 0 – fails",
        "whole C08 0 – fails",
        "whole C10 0 – fails",
        "whole C12 6 服务补贴券运行管理 fails",
        "whole C12 22 当期任务完成及时率 fails",
        "whole C13 1 课题攻关 fails",
        "whole C13 2 平台运维，发布信息 fails",
        "whole C13 4 平台服务企业及个人用户 fails",
        "whole C13 5 监测工业企业经济运行情况 fails",
        "whole C13 10 创业创新服务运维 fails",
        "whole C13 24 节约中小企业成本 fails",
        "series C12 6 服务补贴券运行管理 fails",
        "series C12 23 当期任务完成及时率 fails",
        "series C13 1 课题攻关 fails",
        "series C13 2 平台运维，发布信息 fails",
        "series C13 4 平台服务企业及个人用户 fails",
        "series C13 5 监测工业企业经济运行情况 fails",
        "series C13 10 创业创新服务运维 fails",
        "series C13 17 精准服务企业家数 fails",
        "series C13 18 服务体系建设 fails",
        "series C13 19 服务体系建设 fails",
        "series C13 25 节约中小企业成本 fails",
        "startup C11 0 – uncertain",
    ];
    assert_eq!(lines(&evaluations, &audit), expected);
}

#[test]
fn messages_carry_the_arithmetic() {
    let (_, audit) = samples(WUHAN);
    let said: Vec<&str> = audit
        .findings()
        .map(|finding| finding.message.get(Lang::Zh))
        .collect();
    for expected in [
        "执行率填 94.40%，而 3380.68 ÷ 3582.93 = 94.3552%；只准确到 1 位小数，末位的 0 多写了",
        "“实际执行3380.68元”写的是元，表上执行数 3380.68 的单位是万元，相差一万倍",
        "表上写 30 个指标，实有 29 条、26 个有名称的指标",
        "预算执行得分空着；总分 97.5 − 指标得分合计 80 = 17.5，按规则 20 × 135.6 ÷ 155 ≈ 17.496774 → 四舍五入 2 位 → 17.50",
        "当期任务完成及时率: 100% → 86.67%，完成 86.67%，没有完成，原因说明里没有提到",
        "平台服务企业及个人用户: 20万人次/家次 → 26万人次/家次，完成 130% ≥ 130%，没有说明",
    ] {
        assert!(said.contains(&expected), "{expected}\n{said:#?}");
    }
}

/// Another rule weighs the rows differently; what was missed, exceeded or miscounted stays the same.
#[test]
fn another_rule_asks_for_the_same_explanations() {
    let explained = |pack| {
        let (evaluations, audit) = samples(pack);
        let mut lines = lines(&evaluations, &audit);
        lines.retain(|line| !line.contains(" C02 ") && !line.contains(" C03 "));
        lines
    };
    assert_eq!(explained(NATIONAL), explained(WUHAN));
}

/// Marks 40/40/10 on the national scale: the rule says 50/30/10, but another split may be approved.
#[test]
fn levels_are_compared_with_the_weights_of_the_pack() {
    let sheet = "\
scope: project
execution: {full_mark: 10, budget: 100, executed: 100, rate: 100%, points: 10}
indicators_full_mark: 90
indicators:
  产出指标: [{name: 培训期数, target: 10期, actual: 10期, full_mark: 40, points: 40}]
  效益指标: [{name: 就业人数, target: 10人, actual: 10人, full_mark: 40, points: 40}]
  满意度指标: [{name: 学员满意度, target: ≥90%, actual: 95%, full_mark: 10, points: 10}]
total: 100
";
    let count = |text: &str| {
        let (evaluations, audit) = audit_under(NATIONAL, &[("sheet.yaml", text.as_bytes())]);
        let found = audit.findings().filter(|finding| finding.code == "C02");
        let c02: Vec<_> = found.collect();
        assert!(c02.iter().all(|one| one.outcome == Outcome::Uncertain));
        (evaluations.len(), c02.len())
    };
    assert_eq!(count(sheet), (1, 2));
    let by_the_rule = sheet
        .replacen("full_mark: 40, points: 40", "full_mark: 50, points: 50", 1)
        .replacen("full_mark: 40, points: 40", "full_mark: 30, points: 30", 1);
    assert_eq!(count(&by_the_rule), (1, 0));
}
