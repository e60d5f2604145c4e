//! What is read.

use jixiao::document::{Mapping, read_sheets, write_sheet};
use jixiao::sheet::{Direction, Entry, Scope};
use jixiao::value::Value;

use super::{WIDE, apply, generator, rendered, sheets};

#[test]
fn a_wide_row_is_a_sheet() {
    let mapping = "
布局: 宽表
自评表:
  编号: 代码
  标题: \"{年}年度{名称}自评表\"
  范围: 项目
  单位名称: 名称
  年度: 年
  主管部门: {值: 某局}
  指标分值: {值: 80}
  总分: 总分
  评价等级: 等级
  预算执行情况: {分值: {值: 20}, 预算数: 预算, 执行数: 执行, 执行率: 率, 得分: 执行得分, 金额单位: 元}
  分组得分: {产出: 产出分}
  补充数据: {扣分: 扣分}
指标:
  指标名称: 床位
  指标层级: [产出, 数量, 床位类]
  指标值: 目标
  实际完成值: 实际
  分值: {值: \"10\"}
  得分: 得分
  指标性质: 方向
  是否适用: 适用
  人工评定: 评定
  补充数据: {上年: 上年, 下限: {值: 5张}}
  偏差原因: 原因
";
    let table = "代码,名称,年,总分,等级,预算,执行,率,执行得分,产出分,扣分,目标,实际,得分,方向,适用,评定,上年,原因\n\
                 007,甲院,2023年,91.50,优,\"1,000\",900,90%,18,10,2,≥50张,40张,8分,反向,否,80%,35张,在修\n";
    let sheet = &sheets(mapping, table)[0];
    assert_eq!((sheet.id.as_str(), sheet.scope), ("007", Scope::Project));
    assert_eq!(sheet.title, "2023年年度甲院自评表");
    assert_eq!(sheet.year, Some(2023));
    assert_eq!(sheet.department.as_deref(), Some("某局"));
    assert_eq!(sheet.total.printed().unwrap().text, "91.50");
    assert_eq!(sheet.total.printed().unwrap().places, 2);
    assert_eq!(sheet.grade.as_ref().unwrap().text, "优");
    assert_eq!(sheet.budget.total.rate.value().unwrap().to_string(), "0.90");
    assert_eq!(sheet.budget.total.budget.value(), Some(1000.into()));
    assert_eq!(sheet.group_points[0].0, "产出");
    assert_eq!(sheet.inputs["扣分"].number(), Some(2.into()));
    let indicator = &sheet.indicators[0];
    assert_eq!(indicator.levels, ["产出", "数量", "床位类"]);
    assert_eq!(indicator.reason.as_ref().unwrap().text, "在修");
    let measure = &indicator.measures[0];
    assert_eq!(measure.row, 1);
    assert_eq!(measure.direction, Some(Direction::AtMost));
    assert!(!measure.applicable);
    assert_eq!(measure.judged.unwrap().to_string(), "0.80");
    assert_eq!(measure.full_mark.value(), Some(10.into()));
    assert_eq!(measure.inputs["上年"].number(), Some(35.into()));
    assert_eq!(measure.inputs["下限"].number(), Some(5.into()));
    // Every value has the address of its cell; a constant stands in the mapping.
    let cell = |origin: &jixiao::sheet::Origin| origin.cell.as_deref().map(str::to_owned);
    assert_eq!(cell(&measure.origin).as_deref(), Some("M2 实际"));
    assert_eq!(cell(measure.target_origin()).as_deref(), Some("L2 目标"));
    assert_eq!(
        cell(measure.input_origin("上年")).as_deref(),
        Some("R2 上年")
    );
    assert_eq!(measure.origin.line, 2);
    let mark = measure.full_mark_origin();
    assert_eq!(
        (&*mark.file, mark.line, mark.cell.is_none()),
        ("m.yaml", 21, true)
    );
}

#[test]
fn a_block_is_repeated_for_names_and_other_texts() {
    let mapping = "
layout: wide
sheet: {id: id}
measures:
- each: [X, Y]
  actual: \"{name} rate\"
- each: [{name: Z, mark: 5}, {name: W, mark: 7}]
  indicator: \"{name} of {{all}}\"
  levels: [\"group {name}\"]
  actual: \"{name}\"
  full_mark: {value: \"{mark}\"}
";
    let sheet = &sheets(mapping, "id,X rate,Y  rate,Z,W\n1,1,2,3,4\n")[0];
    let rows: Vec<_> = sheet
        .indicators
        .iter()
        .map(|one| (one.name.as_str(), one.measures[0].actual.0.text.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("X", "1"),
            ("Y", "2"),
            ("Z of {all}", "3"),
            ("W of {all}", "4")
        ]
    );
    assert_eq!(sheet.indicators[3].levels, ["group W"]);
    assert_eq!(
        sheet.indicators[3].measures[0].full_mark.value(),
        Some(7.into())
    );
    // No target at all is allowed: what it is worth is the rule's business.
    assert_eq!(
        sheet.indicators[0].measures[0].target.0.value,
        Value::Missing
    );
}

#[test]
fn missing_words_are_never_zero_and_readings_keep_the_text() {
    let mapping = format!(
        "{WIDE}missing: [Not Available, n/a]\nreadings: [\"{{value}} out of {{}}\", \"about {{value}} days\"]\n"
    );
    let table = "id,a,t,p\n1,Not Available,n/a,Not Available\n2,about 8 days,7,7 out of 10\n\
                 3,n/a out of 10,x,Not Available out of 10\n4,=1+2,many,seven out of 10\n";
    let sheets = sheets(&mapping, table);
    let measure = |index: usize| &sheets[index].indicators[0].measures[0];
    assert_eq!(measure(0).actual.0.value, Value::Missing);
    assert_eq!(measure(0).actual.0.text, "Not Available");
    assert_eq!(measure(0).target.0.value, Value::Missing);
    assert_eq!(measure(0).points, Entry::Blank);
    let points = measure(1).points.printed().unwrap();
    assert_eq!(
        (points.text.as_str(), points.value),
        ("7 out of 10", 7.into())
    );
    assert_eq!(measure(1).actual.0.number(), Some(8.into()));
    assert_eq!(measure(1).actual.0.text, "about 8 days");
    assert_eq!(measure(2).actual.0.value, Value::Missing);
    assert_eq!(measure(2).points, Entry::Blank);
    // What looks like a formula is a text like any other.
    assert_eq!(measure(3).actual.0.text, "=1+2");
    assert_eq!(measure(3).actual.0.number(), None);
    assert!(matches!(measure(3).points, Entry::Unreadable { .. }));
    // Written as a sheet file, the values are the same without the mapping.
    for sheet in &sheets {
        let again = read_sheets("again.yaml", write_sheet(sheet).as_bytes()).unwrap();
        let (was, is) = (
            &sheet.indicators[0].measures[0],
            &again[0].indicators[0].measures[0],
        );
        assert_eq!(was.actual.0.value, is.actual.0.value);
        assert_eq!(was.target.0.value, is.target.0.value);
        assert_eq!(was.points.value(), is.points.value());
    }
}

#[test]
fn rows_of_a_long_table_are_gathered() {
    let mapping = "
layout: long
sheet: {id: \"{state}-{id}\", unit: name, total: total}
rows: {indicator: measure, levels: [l1, l2], actual: value, full_mark: mark}
measures:
  A: {levels: [fixed], direction: 反向, inputs: {threshold: \"0.5\"}}
  B: {indicator: a better name, applicable: false}
";
    let table = "state,id,name,total,measure,l1,l2,value,mark\n\
                 AL,1,,,A,x,y,0.1,10\nAL,2,Two,,A,x,y,0.2,10\n\nAL,1,One,7,B,x,,0.3,20\n,,,,,,,,\n";
    let sheets = sheets(mapping, table);
    assert_eq!(sheets.len(), 2);
    let one = &sheets[0];
    assert_eq!(
        (one.id.as_str(), one.unit.as_str(), one.total.value()),
        ("AL-1", "One", Some(7.into()))
    );
    assert_eq!(one.indicators[0].levels, ["fixed"]);
    assert_eq!(
        one.indicators[0].measures[0].direction,
        Some(Direction::AtMost)
    );
    assert_eq!(
        one.indicators[0].measures[0].inputs["threshold"].text,
        "0.5"
    );
    assert_eq!(one.indicators[1].name, "a better name");
    assert_eq!(one.indicators[1].levels, ["x"]);
    assert!(!one.indicators[1].measures[0].applicable);
    let rows: Vec<u32> = one.measures().map(|(_, measure)| measure.row).collect();
    assert_eq!(rows, [1, 2]);
    assert_eq!(one.measures().last().unwrap().1.origin.line, 5);
    // A spreadsheet does not count the empty line of the text; the line of the text does.
    assert_eq!(
        one.measures().last().unwrap().1.origin.cell.as_deref(),
        Some("H4 value")
    );
}

#[test]
fn files_are_joined_by_the_id() {
    let mapping = "
layout: wide
sheet: {id: id, unit: name, total: total}
measures:
- {indicator: A, actual: a}
- {indicator: B, actual: b, points: bp}
";
    let first = ("1.csv", &b"id,b,bp,total\n1,10,1,90\n2,20,2,80\n"[..]);
    let second = ("2.csv", &b"id,name,a,total\n2,Two,5,80.0\n3,Three,6,\n"[..]);
    for files in [[first, second], [second, first]] {
        let mapped =
            apply(mapping, &files).unwrap_or_else(|problems| panic!("{}", rendered(&problems)));
        let mut sheets = mapped.sheets;
        sheets.sort_by(|a, b| a.id.cmp(&b.id));
        let two = &sheets[1];
        assert_eq!(
            (two.unit.as_str(), two.total.value()),
            ("Two", Some(80.into()))
        );
        // In the order of the mapping, whatever the order of the files.
        let names: Vec<_> = two.indicators.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["A", "B"]);
        assert_eq!(&*two.indicators[1].origin.file, "1.csv");
        assert_eq!(sheets[0].indicators.len(), 1);
        assert_eq!(sheets[2].indicators[0].name, "A");
    }
}

#[test]
fn an_institution_without_measures_is_named_and_left_out() {
    let mapping =
        "layout: wide\nsheet: {id: id, total: total}\nmeasures: [{indicator: A, actual: a}]\n";
    let (head, values) = (&b"id,total\n1,90\n2,80\n"[..], &b"id,a\n1,3\n"[..]);
    let mapped = apply(mapping, &[("h.csv", head), ("v.csv", values)]).unwrap();
    assert_eq!(mapped.sheets.len(), 1);
    assert_eq!(&*mapped.sheets[0].budget.total.origin.file, "h.csv");
    assert_eq!(
        rendered(&mapped.notices),
        "m.yaml: institutions without any measure in any file, and so without a sheet: 1 (`2`)"
    );
}

#[test]
fn encodings_delimiters_quotes_and_headings_above() {
    let table = "id,a,t,p\n甲,\"1\n2\",\"x, \"\"y\"\"\",\n乙,3,4,5\n";
    let tabs = table.replace("\"x, \"\"y\"\"\"", "x").replace(',', "\t");
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(table.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let gb = encoding_rs::GB18030.encode(table).0.into_owned();
    for (file, bytes) in [
        ("t.csv", table.as_bytes().to_vec()),
        ("t.csv", format!("\u{feff}{table}").into_bytes()),
        ("t.csv", table.replace('\n', "\r\n").into_bytes()),
        ("t.csv", utf16),
        ("t.csv", gb),
        ("t.tsv", tabs.into_bytes()),
    ] {
        let mapped = apply(WIDE, &[(file, &bytes)]).unwrap();
        let ids: Vec<_> = mapped
            .sheets
            .iter()
            .map(|sheet| sheet.id.as_str())
            .collect();
        assert_eq!(ids, ["甲", "乙"]);
        let [one, two] = [0, 1].map(|index| &mapped.sheets[index].indicators[0].measures[0]);
        assert!(one.target.0.text.starts_with('x'), "{}", one.target.0.text);
        assert_eq!(two.points.value(), Some(5.into()));
        // A line break inside quotes counts as a line.
        assert_eq!(two.origin.line, 4);
        assert_eq!(two.origin.cell.as_deref(), Some("B3 a"));
    }
    let above = format!("header: 2\n{WIDE}");
    let semicolons = "A report, of three, commas\nid;a;t;p\n1;2;3;4\n";
    assert_eq!(
        sheets(&above, semicolons)[0].indicators[0].measures[0].row,
        1
    );
}

#[test]
fn columns_nobody_used_are_listed_once() {
    let mapped = apply(
        WIDE,
        &[("t.csv", b"id,a,t,p,phone,fax,\n1,2,3,4,,,\n2,2,3,4,,,\n")],
    )
    .unwrap();
    assert_eq!(
        rendered(&mapped.notices),
        "t.csv: columns that are not used: 2 (`phone`, `fax`)"
    );
}

#[test]
fn thousands_of_institutions() {
    let mapping = Mapping::read("m.yaml", generator::mapping(21).as_bytes()).unwrap();
    let table = generator::wide(2_500, 21);
    let mapped = mapping.apply(&[("t.csv", table.as_bytes())]).unwrap();
    assert_eq!(mapped.sheets.len(), 2_500);
    assert!(
        mapped
            .sheets
            .iter()
            .all(|sheet| sheet.indicators.len() == 21)
    );
    let last = &mapped.sheets[2_499];
    assert_eq!(last.id, "012500");
    assert_eq!(last.unit, "Hospital No. 2499, North");
    assert_eq!(last.origin.line, 2_501);
    let blank = |sheet: &jixiao::sheet::Sheet| {
        sheet
            .measures()
            .filter(|(_, one)| one.points == Entry::Blank)
            .count()
    };
    let missing: usize = mapped.sheets.iter().map(blank).sum();
    assert!((6_500..8_500).contains(&missing), "{missing}");
    assert_eq!(mapped.notices.len(), 1);
}
