//! The budgets of 2026: target tables, with the rows that stand a column off.

use jixiao::recognise::{NoteKind, Recognised};
use jixiao::sheet::{Scope, TargetRow, TargetTable, TargetValues};
use rust_decimal::Decimal;

use super::{plain, recognised, seed};

fn counts(found: &Recognised) -> Vec<(usize, usize)> {
    let tables = found.targets.iter();
    tables
        .map(|table| (table.long_term.len(), table.annual.len()))
        .collect()
}

fn values(row: &TargetRow) -> Vec<(u16, String)> {
    match &row.values {
        TargetValues::One(value) => vec![(0, value.0.plain())],
        TargetValues::ByYear(values) => values
            .iter()
            .map(|(year, value)| (*year, value.0.plain()))
            .collect(),
    }
}

fn row<'t>(rows: &'t [TargetRow], name: &str) -> &'t TargetRow {
    let mut rows = rows.iter();
    rows.find(|row| row.indicator == name)
        .unwrap_or_else(|| panic!("{name}"))
}

/// Every cell of a row in one line.
fn said(row: &TargetRow) -> String {
    let values: Vec<String> = values(row).into_iter().map(|(_, value)| value).collect();
    let mark = row
        .full_mark
        .printed()
        .map_or("", |mark| mark.text.as_str());
    let basis = row.basis.as_deref().unwrap_or("");
    format!(
        "{} | {} | {mark} | {basis}",
        row.levels.join("/"),
        values.join(" ")
    )
}

fn weights(table: &TargetTable) -> Decimal {
    let marks = table.annual.iter().filter_map(|row| row.full_mark.value());
    marks.sum()
}

/// 当年预算 of each table; "" where it is not known.
fn budgets(found: &Recognised) -> Vec<&str> {
    let tables = found.targets.iter();
    tables
        .map(|table| table.budget.printed().map_or("", |budget| &budget.text))
        .collect()
}

fn centre(found: &Recognised) {
    assert_eq!(counts(found), [(13, 15), (15, 15), (10, 10)]);
    assert!(found.sheets.is_empty());
    let [unit, running, platform] = &found.targets[..] else {
        panic!("three tables");
    };
    assert_eq!((unit.scope, unit.year), (Scope::Unit, Some(2026)));
    assert_eq!(running.project.as_deref(), Some("创业创新运行保障支出"));
    assert_eq!(budgets(found), ["", "745.8", "36"]);
    assert_eq!(running.unit, "武汉市中小企业发展促进中心");
    assert_eq!(
        said(row(&running.long_term, "服务对象满意度")),
        "满意度指标/服务对象满意度指标 | ≥85% |  | "
    );
    assert_eq!(
        said(row(&unit.annual, "平台维护率")),
        "产出指标/质量指标 | 100% 100% 100% |  | 计划数据"
    );
    let drill = row(&unit.annual, "中小企业服务能力提升");
    assert_eq!(
        values(drill),
        [
            (2024, String::new()),
            (2025, "200人次".to_owned()),
            (2026, "200人次".to_owned())
        ]
    );
    assert_eq!(
        said(row(&platform.long_term, "平台运营不间断服务率")),
        "产出指标/质量指标 | ≥98% |  | 计划数据"
    );
}

fn district(found: &Recognised) {
    assert_eq!(counts(found), [(29, 32), (6, 6), (8, 8), (8, 11), (7, 7)]);
    let [unit, staff, work, platform, app] = &found.targets[..] else {
        panic!("five tables");
    };
    assert_eq!((unit.scope, unit.year), (Scope::Unit, Some(2026)));
    assert_eq!(budgets(found), ["", "4.23", "5.84", "87.77", "5"]);
    for project in [staff, work, platform, app] {
        assert_eq!(project.scope, Scope::Project);
        assert_eq!(weights(project), Decimal::from(80), "{:?}", project.project);
    }
    assert_eq!(work.project.as_deref(), Some("综合性工作经费"));
    assert_eq!(
        said(row(&work.long_term, "企业服务专员能力")),
        "效益指标/社会效益指标 | 有效提升 |  | "
    );
    assert_eq!(
        said(row(&work.annual, "企业服务专员能力")),
        "效益指标/社会效益指标 |  有效提升 有效提升 | 30 | "
    );
    assert_eq!(
        said(row(&platform.annual, "四上企业基础信息更新率")),
        "效益指标/社会效益指标 | 100% 100% 100% | 10 | "
    );
    assert_eq!(
        said(row(&platform.annual, "中小企业基础信息更新率")),
        "效益指标/社会效益指标 | ≥90% ≥90% ≥90% | 10 | 计划数据"
    );
}

#[test]
fn the_budget_of_the_centre() {
    centre(&recognised("tests/recognise/centre.txt"));
    if let Some(found) = seed("2026-单位预算-促进中心") {
        centre(&found);
    }
}

#[test]
fn the_budget_of_the_district() {
    district(&recognised("tests/recognise/district.txt"));
    if let Some(found) = seed("2026-预算-江汉区企业服务中心") {
        district(&found);
    }
}

fn bureau(found: &Recognised, text: &str) {
    assert_eq!(counts(found), [(33, 50)]);
    let table = &found.targets[0];
    assert_eq!(table.project.as_deref(), Some("工业经济保障经费"));
    assert_eq!(table.year, Some(2025));
    let all = || table.long_term.iter().chain(&table.annual);
    // Nothing is invented: every name stands in the document, and every value.
    let source = plain(text);
    for row in all() {
        assert!(source.contains(&plain(&row.indicator)), "{}", row.indicator);
        for (_, value) in values(row) {
            assert!(source.contains(&value), "{value}");
        }
    }
    let doubtful: Vec<&str> = all()
        .filter(|row| row.doubtful)
        .map(|row| row.indicator.as_str())
        .collect();
    assert_eq!(
        doubtful,
        [
            "宣传报道",
            "开展高水平智库合作,联合形成产业类研究、政策分析及内参等",
            "对接招商项目",
            "长江日报宣传合作",
            "武汉电视台播出新闻和专题片",
            "企业安全检查",
            "干部专业能力提升培训人数",
            "干部谋划产业发展专业化能力培训合格率",
            "服务对象满意度",
            "办公网络系统、一卡通系统、会议与LED显示系统等弱电系统运维次数",
            "监控及视频会议系统运维次数",
        ]
    );
    let noted = found.notes.iter().filter_map(|note| match &note.kind {
        NoteKind::Doubtful { name } => Some(name.as_str()),
        _ => None,
    });
    assert!(noted.eq(doubtful));
    assert_eq!(
        said(row(
            &table.long_term,
            "衔接组织召开、收听收看工业经济运行调度会议"
        )),
        "产出指标/数量指标 | ≥36次 |  | 计划数据"
    );
    assert_eq!(
        said(row(&table.annual, "平台运维，发布信息")),
        "产出指标/数量指标 | 每月60篇 每月100篇 每月100篇 |  | 计划数据"
    );
    assert_eq!(
        said(row(&table.annual, "受益企业满意度")),
        "满意度指标/服务对象满意度指标 | ≥95% ≥95% ≥95% |  | 计划数据"
    );
    assert_eq!(
        said(row(&table.annual, "监督检查计划完成率")),
        "产出指标/质量指标 | / / 100% |  | 计划标准"
    );
    let names: Vec<String> = all().map(|row| plain(&row.indicator)).collect();
    let expected: Vec<&str> = include_str!("broken-names.txt").lines().collect();
    assert_eq!(names, expected);
}

#[test]
fn the_excerpt_that_lost_its_separators() {
    for path in [
        "tests/recognise/broken.txt",
        "../shared/seeds/2025-部门预算-经信局-表12-2节选.txt",
    ] {
        if let Ok(text) = std::fs::read_to_string(path) {
            bureau(&recognised(path), &text);
        }
    }
}
