//! Blank forms: what a target table promised comes back exactly, from YAML and from workbooks.

use std::io::{Cursor, Read};

use jixiao::Lang;
use jixiao::document::{read_sheets, read_targets};
use jixiao::form::{BlankForm, Hint, Marks, NoForm, Parts};
use jixiao::recognise::open;
use jixiao::report::form::{form_yaml, reads_back, workbook};
use jixiao::sheet::{Sheet, TargetTable};
use proptest::prelude::*;

const TABLES: [(&str, usize); 8] = [
    ("center-whole", 15),
    ("center-startup", 15),
    ("center-platform", 10),
    ("jianghan-whole", 32),
    ("jianghan-staff", 6),
    ("jianghan-general", 8),
    ("jianghan-platform", 11),
    ("jianghan-buildings", 7),
];

fn parts() -> Parts {
    Parts {
        execution: 20.into(),
        indicators: 80.into(),
    }
}

fn table(text: &str) -> TargetTable {
    let tables = read_targets("a.yaml", text.as_bytes());
    tables
        .unwrap_or_else(|problems| panic!("{problems:?}"))
        .remove(0)
}

fn sample(name: &str) -> TargetTable {
    let text = std::fs::read_to_string(format!("samples/targets-2026/{name}.yaml"));
    table(&text.expect("a sample"))
}

fn form(text: &str) -> BlankForm {
    BlankForm::of(&table(text), None, parts()).expect("a form")
}

/// Every row: labels, name, target, full mark, and whatever was filled in, which is nothing.
fn rows(sheet: &Sheet) -> Vec<[String; 6]> {
    sheet
        .measures()
        .map(|(indicator, measure)| {
            let mark = match measure.full_mark.value() {
                Some(mark) => mark.to_string(),
                None => format!("{:?}", indicator.full_mark.value()),
            };
            [
                indicator.levels.join("/"),
                indicator.name.clone(),
                measure.target.0.text.clone(),
                mark,
                measure.actual.0.text.clone(),
                format!("{:?} {:?}", measure.points, indicator.reason),
            ]
        })
        .collect()
}

/// The promised rows of a year as the table has them.
fn promised(table: &TargetTable) -> Vec<[String; 3]> {
    let rows = table.annual.iter();
    rows.map(|row| {
        let jixiao::sheet::TargetValues::ByYear(years) = &row.values else {
            panic!("one value");
        };
        let value = years.iter().find(|(year, _)| *year == 2026);
        [
            row.levels.join("/"),
            row.indicator.clone(),
            value.map_or_else(String::new, |(_, value)| value.0.text.clone()),
        ]
    })
    .collect()
}

fn xlsx(forms: &[BlankForm], lang: Lang) -> Vec<u8> {
    workbook(forms, lang).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn every_sample_comes_back_exactly_from_yaml_and_from_a_workbook() {
    for (name, count) in TABLES {
        let table = sample(name);
        let form = BlankForm::of(&table, None, parts()).expect(name);
        let made = rows(&form.sheet);
        assert_eq!(made.len(), count, "{name}");
        let head: Vec<[String; 3]> = made
            .iter()
            .map(|[levels, name, target, ..]| [levels.clone(), name.clone(), target.clone()])
            .collect();
        assert_eq!(head, promised(&table), "{name}");
        for lang in [Lang::Zh, Lang::En] {
            let text = form_yaml(std::slice::from_ref(&form), lang);
            let read = read_sheets("form.yaml", text.as_bytes())
                .unwrap_or_else(|problems| panic!("{name}: {problems:?}\n{text}"))
                .remove(0);
            assert_eq!(rows(&read), made, "{name}");
            let bytes = xlsx(std::slice::from_ref(&form), lang);
            assert_eq!(reads_back(&form, &bytes, 0), None, "{name}");
            let opened = open("form.xlsx", &bytes).unwrap();
            assert_eq!(opened.notes, [], "{name}");
            let [again] = opened.sheets.as_slice() else {
                panic!("{name}: {} sheets", opened.sheets.len());
            };
            assert_eq!(rows(again), made, "{name}");
            for sheet in [&read, again] {
                let source = &form.sheet;
                assert_eq!(
                    (sheet.scope, sheet.year, &sheet.unit, &sheet.project),
                    (source.scope, source.year, &source.unit, &source.project),
                );
                assert_eq!(sheet.title, source.title);
                assert_eq!(sheet.budget.full_mark.value(), Some(20.into()), "{name}");
                assert_eq!(sheet.budget.total.name, source.budget.total.name);
                assert_eq!(
                    sheet.indicators_full_mark.value(),
                    Some(80.into()),
                    "{name}"
                );
                // Nothing that was not filled in is a 0.
                let money = &sheet.budget.total;
                for blank in [
                    &money.budget,
                    &money.executed,
                    &money.rate,
                    &money.points,
                    &sheet.total,
                ] {
                    assert_eq!(blank.value(), None, "{name}");
                }
            }
        }
    }
}

#[test]
fn several_forms_share_a_workbook_or_a_file() {
    let forms: Vec<BlankForm> = TABLES
        .iter()
        .map(|(name, _)| BlankForm::of(&sample(name), None, parts()).expect(name))
        .collect();
    let bytes = xlsx(&forms, Lang::Zh);
    for (at, form) in forms.iter().enumerate() {
        assert_eq!(reads_back(form, &bytes, at), None);
    }
    let text = form_yaml(&forms, Lang::Zh);
    let sheets = read_sheets("forms.yaml", text.as_bytes()).unwrap();
    let read: Vec<_> = sheets.iter().map(rows).collect();
    let made: Vec<_> = forms.iter().map(|form| rows(&form.sheet)).collect();
    assert_eq!(read, made);
    // The same input gives the same bytes.
    assert_eq!(bytes, xlsx(&forms, Lang::Zh));
}

#[test]
fn measures_of_one_indicator_stand_together() {
    let form = form(
        "范围: 项目\n年度: 2026\n年度绩效目标:\n  产出指标:\n    数量指标:\n\
         \x20     - {指标名称: 补贴券, 指标值: 6000家, 分值: 4}\n      - {指标名称: 补贴券, 指标值: 3000万}\n\
         \x20     - {指标名称: 服务体系, 指标值: 500家, 分值: 1}\n      - {指标名称: 服务体系, 指标值: 1000人, 分值: 1}\n",
    );
    let [shared, own] = form.sheet.indicators.as_slice() else {
        panic!("{} indicators", form.sheet.indicators.len());
    };
    assert_eq!(
        (shared.measures.len(), shared.full_mark.value()),
        (2, Some(4.into()))
    );
    assert_eq!((own.measures.len(), own.full_mark.value()), (2, None));
    let bytes = xlsx(std::slice::from_ref(&form), Lang::Zh);
    assert_eq!(reads_back(&form, &bytes, 0), None);
    let text = form_yaml(std::slice::from_ref(&form), Lang::Zh);
    let read = read_sheets("a.yaml", text.as_bytes()).unwrap();
    assert_eq!(rows(&read[0]), rows(&form.sheet));
}

#[test]
fn the_year_chooses_the_column_and_its_money() {
    let text = "范围: 项目\n年度: 2026\n预算数: 745.8\n年度绩效目标:\n  - {指标名称: 直播, 各年指标值: {2025: 8期, 2026: 10期}}\n";
    let of = |year| BlankForm::of(&table(text), year, parts());
    let value = |year| {
        of(year).unwrap().sheet.indicators[0].measures[0]
            .target
            .0
            .text
            .clone()
    };
    assert_eq!(
        (value(None), value(Some(2025))),
        ("10期".to_owned(), "8期".to_owned())
    );
    let budget = |year| of(year).unwrap().sheet.budget.total.budget.value();
    assert_eq!(budget(None).unwrap().to_string(), "745.8");
    assert_eq!(budget(Some(2025)), None);
    let why = NoForm::NoValue {
        year: Some(2030),
        known: vec![2025, 2026],
    };
    assert_eq!(of(Some(2030)), Err(why));
    let bytes = xlsx(&[of(None).unwrap()], Lang::Zh);
    let read = open("a.xlsx", &bytes).unwrap().sheets.remove(0);
    assert_eq!(
        read.budget.total.budget.value().unwrap().to_string(),
        "745.8"
    );
}

#[test]
fn a_table_without_annual_targets_gives_no_form() {
    let long = "范围: 项目\n长期绩效目标:\n  - {指标名称: 三年直播, 指标值: 30期}\n";
    assert_eq!(
        BlankForm::of(&table(long), None, parts()),
        Err(NoForm::NoAnnual)
    );
    let blank = "范围: 项目\n年度绩效目标:\n  - {指标名称: 直播, 指标值: }\n";
    let why = NoForm::NoValue {
        year: None,
        known: Vec::new(),
    };
    assert_eq!(BlankForm::of(&table(blank), None, parts()), Err(why));
}

#[test]
fn what_a_person_should_know_is_told_and_the_text_stays() {
    let form = form(
        "范围: 项目\n年度: 2026\n年度绩效目标:\n\
         \x20 - {指标名称: 甲, 指标值: 3个、8个}\n  - {指标名称: 乙, 指标值: 每月8-9期}\n\
         \x20 - {指标名称: 丙, 指标值: 20家左右}\n  - {指标名称: 丁, 指标值: 有效提升}\n\
         \x20 - {指标名称: 戊, 指标值: 上传}\n  - {指标名称: 己, 指标值: 无}\n\
         \x20 - {指标名称: 庚, 各年指标值: {2025: 1场}}\n  - {指标名称: 辛, 指标值: ≥90%, 存疑: 是}\n",
    );
    let hints: Vec<&[Hint]> = form.rows().map(|(_, _, hints)| hints).collect();
    assert_eq!(
        hints,
        [
            &[Hint::Several][..],
            &[Hint::Range],
            &[Hint::Approximate],
            &[Hint::Graded],
            &[Hint::Word],
            &[Hint::Nothing],
            &[Hint::Blank],
            &[Hint::RowDoubtful],
        ]
    );
    let targets: Vec<&str> = form
        .rows()
        .map(|(_, measure, _)| measure.target.0.text.as_str())
        .collect();
    assert_eq!(
        targets,
        [
            "3个、8个",
            "每月8-9期",
            "20家左右",
            "有效提升",
            "上传",
            "无",
            "",
            "≥90%"
        ]
    );
    let text = form_yaml(std::slice::from_ref(&form), Lang::Zh);
    assert!(
        text.contains("指标值: 3个、8个  # 一格里有几个数值"),
        "{text}"
    );
    assert!(text.contains("    人工评定:  # "), "{text}");
    let bytes = xlsx(std::slice::from_ref(&form), Lang::Zh);
    let page = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(
        page.contains("有效提升,部分达成年度指标并具有一定效果,未达成年度指标且效果较差"),
        "{page}"
    );
    assert!(page.contains("上传,否"), "{page}");
}

#[test]
fn where_full_marks_come_from_is_known() {
    let marks = |rows: &str| form(&format!("范围: 项目\n年度绩效目标: [{rows}]\n")).marks;
    assert_eq!(
        marks("{指标名称: 甲, 指标值: 3个, 分值: 2.5}"),
        Marks::Printed("2.5".parse().unwrap())
    );
    assert_eq!(marks("{指标名称: 甲, 指标值: 3个}"), Marks::None);
    assert_eq!(
        marks("{指标名称: 甲, 指标值: 3个, 分值: 2}, {指标名称: 乙, 指标值: 3个}"),
        Marks::Partly { without: 1 }
    );
}

/// A file of a workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).expect(name);
    file.read_to_string(&mut text).expect("a text");
    text
}

#[test]
fn nothing_from_an_input_is_a_formula() {
    for sign in ["=", "+", "-", "@", "＝", "\t=", "'="] {
        let evil =
            serde_json::to_string(&format!("{sign}HYPERLINK(\"http://a.b\",\"x\")")).unwrap();
        let form = form(&format!(
            "范围: 项目\n年度: 2026\n单位名称: {evil}\n项目名称: {evil}\n预算数: {evil}\n年度绩效目标:\n  {evil}:\n    {evil}:\n\
             \x20     - {{指标名称: {evil}, 指标值: {evil}, 分值: {evil}}}\n"
        ));
        let page = part(&xlsx(&[form], Lang::Zh), "xl/worksheets/sheet1.xml");
        // The rate and the total.
        assert_eq!(page.matches("<f>").count(), 2, "{page}");
        assert!(!page.contains("HYPERLINK"), "{page}");
    }
}

#[test]
fn the_page_is_set_up_and_closed_but_for_what_is_filled_in() {
    let form = BlankForm::of(&sample("jianghan-general"), None, parts()).unwrap();
    let bytes = xlsx(&[form], Lang::Zh);
    let page = part(&bytes, "xl/worksheets/sheet1.xml");
    for expected in [
        "<sheetProtection ",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "<mergeCell ref=\"B8:B12\"/>",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("Print_Titles"), "{book}");
    assert!(book.contains("Print_Area"), "{book}");
    // Nothing is stored for formulas nobody has computed.
    assert_eq!(page.matches("</f><v></v>").count(), 2, "{page}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the texts are, the YAML gives them back.
    #[test]
    fn any_text_comes_back_from_yaml(
        rows in proptest::collection::vec(("[甲乙# :,'\"\\[{&*!|>%@`=+\\-0-9a\n\t\u{85}\u{2028}]{0,6}甲", "\\PC{0,8}", "[一二]{0,2}", "[三四]{1,2}"), 1..8),
        lang in prop_oneof![Just(Lang::Zh), Just(Lang::En)],
    ) {
        let mut table = TargetTable { year: Some(2026), ..TargetTable::default() };
        for (name, target, level1, level2) in &rows {
            let levels = [level1, level2].into_iter().filter(|level| !level.is_empty());
            table.annual.push(jixiao::sheet::TargetRow {
                levels: levels.cloned().collect(),
                indicator: name.clone(),
                values: jixiao::sheet::TargetValues::One(jixiao::value::Target::read(target)),
                full_mark: jixiao::sheet::Entry::Blank,
                basis: None,
                origin: jixiao::sheet::Origin::default(),
                doubtful: false,
            });
        }
        let Ok(form) = BlankForm::of(&table, None, parts()) else {
            return Ok(());
        };
        let text = form_yaml(std::slice::from_ref(&form), lang);
        let read = read_sheets("a.yaml", text.as_bytes());
        prop_assert!(read.is_ok(), "{:?}\n{}", read, text);
        prop_assert_eq!(rows_of(&read.unwrap()[0]), rows_of(&form.sheet), "{}", text);
        // A workbook is made of it, too, and no text in it is a formula.
        let bytes = xlsx(std::slice::from_ref(&form), lang);
        prop_assert_eq!(part(&bytes, "xl/worksheets/sheet1.xml").matches("<f>").count(), 2);
    }
}

fn rows_of(sheet: &Sheet) -> Vec<[String; 6]> {
    rows(sheet)
}
