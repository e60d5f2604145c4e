//! What is read, and how it is kept.

use jixiao::document::{Input, Node, NodeKind, ProblemKind, read_sheet_file, read_sheets};
use jixiao::sheet::{Direction, Entry, MoneyUnit, Scope};
use rust_decimal::Decimal;

use super::{read, read_file, with_row};

fn decimal(text: &str) -> Option<Decimal> {
    Some(Decimal::from_str_exact(text).unwrap())
}

fn value_of<'n>(node: &'n Node, key: &str) -> &'n Node {
    let NodeKind::Map(entries) = &node.kind else {
        panic!("no map: {node:?}")
    };
    &entries.iter().find(|(one, _)| one.text == key).unwrap().1
}

const CHINESE: &str = "\
标题: 自评表
范围: 项目
年度: 2024年
单位名称: 某中心
项目名称: 某项目
主管部门: 某局
预算执行情况:
  分值: 10
  金额单位: 元
  名称: 年度资金总额
  预算数: 155
  执行数: 135.6
  执行率: 87.48%
  得分: 8.75分
  基本支出: 1
  项目支出: 2
  偏差原因: 节约
  其中:
    - {名称: 当年财政拨款, 预算数: 100, 执行数: 90, 执行率: 90%, 得分: 9}
年度目标: 办好两件事
指标分值: 90
绩效指标:
  产出指标:
    数量指标:
      - 指标名称: 课题攻关
        指标值: 3个
        实际完成值: 4个
        分值: 10
        得分: 10
        指标性质: 正向
        人工评定: 80%
        是否适用: 否
        补充数据: {上年: 2个}
        偏差原因: 需求增加
      - 指标名称: 补贴券
        指标层级: [线上]
        分值: 4
        指标项:
          - {指标值: 6000家, 实际完成值: 0, 得分: 0}
          - {指标值: 3000万, 实际完成值: , 得分: 0}
总分: 92.9
评价等级: 优
指标个数: 2
原因分析: [甲, 乙]
改进措施: [丙]
报告说明: [丁]
项目清单: [戊]
";

/// Line and column of `part` in the Chinese example.
fn place_of(part: &str) -> (u32, u32) {
    let found = CHINESE.lines().enumerate().find_map(|(line, text)| {
        let at = text.find(part)?;
        Some((line + 1, text[..at].chars().count() + 1))
    });
    let (line, column) = found.unwrap();
    (line.try_into().unwrap(), column.try_into().unwrap())
}

#[test]
fn every_chinese_key_is_read() {
    let sheet = read(CHINESE);
    assert_eq!(sheet.title, "自评表");
    assert_eq!(sheet.scope, Scope::Project);
    assert_eq!(sheet.year, Some(2024));
    assert_eq!(sheet.unit, "某中心");
    assert_eq!(sheet.project.as_deref(), Some("某项目"));
    assert_eq!(sheet.department.as_deref(), Some("某局"));
    assert_eq!(sheet.budget.money_unit, MoneyUnit::Yuan);
    assert_eq!(sheet.budget.full_mark.value(), decimal("10"));
    assert_eq!(sheet.budget.total.name, "年度资金总额");
    assert_eq!(sheet.budget.total.executed.value(), decimal("135.6"));
    assert_eq!(sheet.budget.total.points.value(), decimal("8.75"));
    assert_eq!(sheet.budget.basic.value(), decimal("1"));
    assert_eq!(sheet.budget.project.value(), decimal("2"));
    assert_eq!(sheet.budget.reason.as_ref().unwrap().text, "节约");
    assert_eq!(sheet.budget.sources[0].rate.value(), decimal("0.9"));
    assert_eq!(sheet.goals[0].text, "办好两件事");
    assert_eq!(sheet.indicators_full_mark.value(), decimal("90"));
    assert_eq!(sheet.grade.as_ref().unwrap().text, "优");
    assert_eq!(sheet.indicator_count.value(), decimal("2"));
    assert_eq!(sheet.reasons.len(), 2);
    assert_eq!(sheet.improvements[0].text, "丙");
    assert_eq!(sheet.narrative[0].text, "丁");
    assert_eq!(sheet.projects[0].text, "戊");

    let [first, second] = sheet.indicators.as_slice() else {
        panic!("{:?}", sheet.indicators)
    };
    assert_eq!(first.levels, ["产出指标", "数量指标"]);
    assert_eq!(first.full_mark, Entry::Blank);
    assert_eq!(first.reason.as_ref().unwrap().text, "需求增加");
    let measure = &first.measures[0];
    assert_eq!(measure.target.0.text, "3个");
    assert_eq!(measure.full_mark.value(), decimal("10"));
    assert_eq!(measure.direction, Some(Direction::AtLeast));
    assert_eq!(measure.judged, decimal("0.8"));
    assert!(!measure.applicable);
    assert_eq!(measure.inputs["上年"].text, "2个");
    assert_eq!(second.levels, ["产出指标", "数量指标", "线上"]);
    assert_eq!(second.full_mark.value(), decimal("4"));
    assert_eq!(second.measures[1].actual.0.text, "");
    let rows: Vec<u32> = sheet.measures().map(|(_, measure)| measure.row).collect();
    assert_eq!(rows, [1, 2, 3]);
}

#[test]
fn a_sheet_keeps_its_places_and_its_checksum() {
    let sheet = read(CHINESE);
    let place = |origin: &jixiao::sheet::Origin| (origin.line, origin.column);
    assert_eq!(place(&sheet.origin), (1, 1));
    assert_eq!(
        place(&sheet.total.printed().unwrap().origin),
        place_of("92.9")
    );
    assert_eq!(&*sheet.total.printed().unwrap().origin.file, "a.yaml");
    assert_eq!(
        place(&sheet.indicators[0].origin),
        place_of("指标名称: 课题攻关")
    );
    let second = &sheet.indicators[1].measures[1];
    assert_eq!(place(&second.origin), place_of("{指标值: 3000万"));
    // printf 'scope: unit\nindicators: …' | sha256sum gives the same.
    assert_eq!(sheet.input_sha256.len(), 64);
    assert_ne!(
        sheet.input_sha256,
        read(&format!("{CHINESE}\n")).input_sha256
    );
}

#[test]
fn many_digits_are_kept_one_by_one() {
    let input = Input::read("a.yaml", b"a: 12345678901234567890.123456789\nb: 1e400\n").unwrap();
    assert_eq!(
        value_of(&input.root, "a").text(),
        Some("12345678901234567890.123456789")
    );
    assert_eq!(value_of(&input.root, "b").text(), Some("1e400"));
    let json = br#"{"a": 12345678901234567890.123456789, "b": 1e400}"#;
    let input = Input::read("a.json", json).unwrap();
    assert_eq!(
        value_of(&input.root, "a").text(),
        Some("12345678901234567890.123456789")
    );
    assert_eq!(value_of(&input.root, "b").text(), Some("1e400"));

    let sheet = read(&with_row(
        "{name: 甲, target: 1, points: 12345678901234567890.12}",
    ));
    let points = &sheet.indicators[0].measures[0].points;
    assert_eq!(points.value(), decimal("12345678901234567890.12"));
}

#[test]
fn a_figure_that_is_none_stays_visible() {
    let sheet = read(&with_row(
        "{name: 甲, target: 1, points: NaN, full_mark: 见附件}",
    ));
    let measure = &sheet.indicators[0].measures[0];
    assert!(matches!(&measure.points, Entry::Unreadable { text, .. } if text == "NaN"));
    assert!(matches!(&measure.full_mark, Entry::Unreadable { text, .. } if text == "见附件"));
}

#[test]
fn blank_is_never_zero() {
    for blank in ["", "~", "null", "''"] {
        let row = format!("{{name: 甲, target: {blank}, actual: {blank}, points: {blank}}}");
        let sheet = read(&with_row(&row));
        let measure = &sheet.indicators[0].measures[0];
        assert_eq!(measure.points, Entry::Blank);
        assert_eq!(measure.target.0.value, jixiao::value::Value::Missing);
        assert_eq!(measure.actual.0.value, jixiao::value::Value::Missing);
    }
}

#[test]
fn a_file_from_an_office_computer_is_read_and_said_to_be() {
    let (bytes, _, _) = encoding_rs::GB18030.encode(CHINESE);
    let file = read_sheet_file("a.yaml", &bytes).unwrap();
    assert_eq!(file.sheets[0].unit, "某中心");
    assert_eq!(file.sheets[0].indicators[0].name, "课题攻关");
    assert_eq!(file.notices[0].kind, ProblemKind::ReadAsGb18030);
    assert_eq!(
        read_sheet_file("a.yaml", CHINESE.as_bytes())
            .unwrap()
            .notices,
        []
    );

    let utf16: Vec<u8> = std::iter::once('\u{feff}')
        .chain(CHINESE.chars())
        .flat_map(|c| u16::try_from(u32::from(c)).unwrap().to_le_bytes())
        .collect();
    assert_eq!(read_file("a.yaml", &utf16).unit, "某中心");
    let marked = format!("\u{feff}{}", CHINESE.replace('\n', "\r\n"));
    assert_eq!(read(&marked).unit, "某中心");
    assert_eq!(
        read(&marked).total.printed().unwrap().origin.line,
        place_of("92.9").0
    );
}

#[test]
fn json_is_read_like_yaml() {
    let json = r#"{"scope": "unit", "unit": "\u67d0\ud842\udfb7\u4e2d\/\\u5fc3", "indicators":
	[{"name": "甲", "target": null, "points": 2.50}]}"#;
    let sheet = read_file("A.JSON", json.as_bytes());
    assert_eq!(sheet.unit, "某𠮷中/\\u5fc3");
    let measure = &sheet.indicators[0].measures[0];
    assert_eq!(measure.points.printed().unwrap().text, "2.50");
    assert_eq!(measure.points.printed().unwrap().origin.line, 2);
    assert_eq!(sheet.indicators[0].levels, [""; 0]);
}

#[test]
fn one_file_can_hold_several_sheets() {
    let text = "自评表:\n  - {scope: unit, indicators: [{name: 甲, target: 1}]}\n  - {scope: project, indicators: [{name: 乙, target: 1}]}\n";
    let sheets = read_sheets("dir/two.yaml", text.as_bytes()).unwrap();
    let ids: Vec<&str> = sheets.iter().map(|sheet| sheet.id.as_str()).collect();
    assert_eq!(ids, ["two", "two#2"]);
    assert_eq!(sheets[0].input_sha256, sheets[1].input_sha256);
    assert_eq!(sheets[1].measures().next().unwrap().1.row, 1);
}

#[test]
fn eight_levels_are_read() {
    let labels: Vec<String> = (1..=8).map(|n| format!("级{n}: {{")).collect();
    let close = "}".repeat(7);
    let text = format!(
        "scope: unit\nindicators: {{{}[{{name: 甲, target: 1}}]{close}}}\n",
        labels.join("").trim_end_matches('{')
    );
    assert_eq!(read(&text).indicators[0].levels.len(), 8);
}

#[test]
fn a_reason_beside_a_measure_joins_its_indicator() {
    let row = "{name: 甲, reason: 一, measures: [{target: 1, reason: 二}, {target: 2}]}";
    let sheet = read(&with_row(row));
    assert_eq!(sheet.indicators[0].reason.as_ref().unwrap().text, "一\n二");
}
