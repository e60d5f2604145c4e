//! `jixiao form`: from a target table to a sheet that scores.

use std::io::{Cursor, Read, Write};

use super::desk::{desk, jixiao, repository};

const TARGETS: &str = "\
范围: 项目
年度: 2026
单位名称: 某中心
项目名称: 某项目
年度绩效目标:
  产出指标:
    数量指标:
      - {指标名称: 直播, 各年指标值: {2025: 8期, 2026: 10期}, 分值: 30}
      - {指标名称: 上传手册, 指标值: 上传, 分值: 10}
    成本指标:
      - {指标名称: 故障修复时间, 指标值: ≤5小时, 分值: 10}
  效益指标:
    社会效益指标:
      - {指标名称: 服务能力, 指标值: 有效提升, 分值: 20}
  满意度指标:
    - {指标名称: 服务对象满意度, 指标值: ≥90%, 分值: 10}
";

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(repository().join("samples").join(name)).expect("a sample")
}

#[test]
fn a_blank_form_is_printed_and_every_row_of_it_is_unscored() {
    let desk = desk().with("目标.yaml", TARGETS);
    let said = desk
        .run("form 目标.yaml")
        .succeeds()
        .complains("某项目: 2026 年度自评表，5 行")
        .complains("分值取自目标表，合计 80")
        .prints(
            "- 指标名称: 直播  # L8\n        指标值: 10期\n        分值: 30\n        实际完成值:\n",
        );
    let desk = desk.with("空白.yaml", &said.out);
    desk.run("form 目标.yaml -o 空白.xlsx").succeeds();
    for file in ["空白.yaml", "空白.xlsx"] {
        let said = desk.run(&format!("score {file} -q -f json")).succeeds();
        let sheet = &said.sheets()[0];
        let rows = sheet["rows"].as_array().expect("rows");
        assert_eq!(rows.len(), 5);
        for row in rows {
            assert_eq!(row["status"], "unscored", "{file}: {row}");
            assert!(
                row["points"].is_null() && row["reported"].is_null(),
                "{file}: {row}"
            );
            let reason = row["reason"].as_str().expect("a reason");
            assert!(reason.contains("实际完成值没有填写"), "{file}: {reason}");
        }
        for part in ["execution", "indicators", "total"] {
            assert!(sheet["computed"][part].is_null(), "{file}: {sheet}");
            assert!(sheet["reported"][part].is_null(), "{file}: {sheet}");
        }
    }
}

/// What a clerk fills in: cell of the workbook, text.
const FILLED: [(&str, &str); 7] = [
    ("E5", "100"),
    ("G5", "93.66"),
    ("G7", "8期"),
    ("G8", "上传"),
    ("G9", "4小时"),
    ("G10", "有效提升"),
    ("G11", "93.2%"),
];

#[test]
fn filled_in_yaml_scores() {
    let desk = desk().with("目标.yaml", TARGETS);
    let said = desk.run("form 目标.yaml -q").succeeds();
    let mut text = said.out;
    for (key, value) in [
        ("预算数:", "100"),
        ("执行数:", "93.66"),
        ("实际完成值:", "8期"),
        ("实际完成值:", "上传"),
        ("实际完成值:", "4小时"),
        ("实际完成值:", "有效提升"),
        ("实际完成值:", "93.2%"),
    ] {
        // The next line of that key that is still blank.
        let at = text
            .lines()
            .position(|line| {
                let rest = line.trim_start().strip_prefix(key);
                rest.is_some_and(|rest| rest.trim().is_empty() || rest.starts_with("  #"))
            })
            .expect("a blank line");
        let lines = text.lines().enumerate().map(|(number, line)| {
            if number == at {
                line.replacen(key, &format!("{key} {value}"), 1)
            } else {
                line.to_owned()
            }
        });
        text = lines.collect::<Vec<_>>().join("\n");
    }
    scores_93(&desk.with("填好.yaml", &text), "填好.yaml");
}

#[test]
fn a_filled_in_workbook_scores() {
    let desk = desk().with("目标.yaml", TARGETS);
    desk.run("form 目标.yaml -o 空白.xlsx").succeeds();
    let blank = std::fs::read(desk.path("空白.xlsx")).expect("a workbook");
    let desk = desk.with("填好.xlsx", typed(&blank, &FILLED));
    scores_93(&desk, "填好.xlsx");
}

/// 20 × 93.66 % = 18.732 → 18.73; 30 × 8 ÷ 10 = 24; everything else reached: 18.73 + 24 + 50 = 92.73.
fn scores_93(desk: &super::desk::Desk, file: &str) {
    let said = desk.run(&format!("score {file} -q -f json")).succeeds();
    let sheet = &said.sheets()[0];
    let points: Vec<&str> = sheet["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["points"].as_str().unwrap_or("none"))
        .collect();
    assert_eq!(
        points,
        ["24.00", "10.00", "10.00", "20.00", "10.00"],
        "{file}"
    );
    assert_eq!(sheet["computed"]["execution"], "18.73", "{file}");
    assert_eq!(sheet["computed"]["total"], "92.73", "{file}");
}

/// The workbook with values typed into cells, as a spreadsheet program stores them: numbers as numbers,
/// anything else as text.
fn typed(book: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).expect("an archive");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file");
        let name = file.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        if name == "xl/worksheets/sheet1.xml" {
            let mut page = String::from_utf8(bytes).expect("a text");
            for (cell, value) in cells {
                let from = page.find(&format!("<c r=\"{cell}\" ")).expect(cell);
                let to = from + page[from..].find("/>").expect("a blank cell");
                let head = page[from..to].to_owned();
                assert!(!head.contains('>'), "{cell} is not blank: {head}");
                let filled = match value.parse::<rust_decimal::Decimal>() {
                    Ok(_) => format!("{head}><v>{value}</v></c>"),
                    Err(_) => format!("{head} t=\"inlineStr\"><is><t>{value}</t></is></c>"),
                };
                page.replace_range(from..to + 2, &filled);
            }
            bytes = page.into_bytes();
        }
        let options = zip::write::SimpleFileOptions::default();
        out.start_file(name, options).expect("a file");
        out.write_all(&bytes).expect("written");
    }
    out.finish().expect("an archive").into_inner()
}

#[test]
fn every_table_of_a_document_becomes_a_file_named_after_its_project() {
    let desk = desk().with("预算.docx", sample("documents/targets-center-2026.docx"));
    desk.run("form 预算.docx -o 表 -f xlsx")
        .succeeds()
        .prints_nothing()
        .complains("写入 表/创业创新运行保障支出-2026年自评表.xlsx");
    desk.run("form 预算.docx -o 表").succeeds();
    for ending in ["yaml", "xlsx"] {
        for name in [
            "武汉市中小企业发展促进中心",
            "创业创新运行保障支出",
            "“汉企通”平台运维资源包",
        ] {
            let path = desk.path(&format!("表/{name}-2026年自评表.{ending}"));
            assert!(path.exists(), "{}", path.display());
        }
    }
    // What is there stays; the next form gets a number.
    let before = desk.text("表/创业创新运行保障支出-2026年自评表.yaml");
    desk.run("form 预算.docx -o 表 -q").succeeds();
    assert_eq!(
        desk.text("表/创业创新运行保障支出-2026年自评表.yaml"),
        before
    );
    assert!(
        desk.path("表/创业创新运行保障支出-2026年自评表-2.yaml")
            .exists()
    );
    // All of them in one file, for the screen or by name.
    let said = desk.run("form 预算.docx -q --lang en").succeeds();
    assert!(said.out.starts_with("sheets:\n"), "{}", said.out);
    desk.run("form 预算.docx -q -o 全部.xlsx").succeeds();
    assert_eq!(
        desk.run("score 全部.xlsx -q -f json")
            .succeeds()
            .sheets()
            .len(),
        3
    );
}

#[test]
fn targets_from_a_document_and_from_its_import_make_the_same_form() {
    let desk = desk().with("预算.docx", sample("documents/targets-jianghan-2026.docx"));
    desk.run("import 预算.docx -o 目标").succeeds();
    let rows = |words: &str| {
        let said = desk.run(words).succeeds();
        let lines = said.out.lines().map(|line| {
            let line = line.split("  #").next().unwrap_or_default();
            line.trim().to_owned()
        });
        let mut lines: Vec<String> = lines.filter(|line| !line.starts_with('#')).collect();
        lines.sort();
        lines
    };
    assert_eq!(rows("form 预算.docx -q"), rows("form 目标 -q"));
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let desk = desk().with("目标.yaml", TARGETS).with("填好.xlsx", "45 场");
    desk.run("form 目标.yaml -o 目标.yaml")
        .fails()
        .complains("输出文件就是输入文件");
    desk.run("form 目标.yaml -o 填好.xlsx")
        .fails()
        .complains("文件已经有了")
        .complains("换一个文件名");
    assert_eq!(desk.text("目标.yaml"), TARGETS);
    assert_eq!(desk.text("填好.xlsx"), "45 场");
    assert_eq!(desk.names(), ["填好.xlsx", "目标.yaml"]);
    desk.run("form 目标.yaml -o 没有/填好.xlsx")
        .fails()
        .complains("写不了");
}

#[test]
fn what_cannot_be_made_is_said_with_a_way_out() {
    let long = "范围: 项目\n项目名称: 甲\n长期绩效目标:\n  - {指标名称: 三年直播, 指标值: 30期}\n";
    let desk = desk().with("目标.yaml", TARGETS).with("长期.yaml", long);
    desk.run("form 长期.yaml")
        .fails()
        .prints_nothing()
        .complains("长期.yaml:1:1: 目标表“甲”只有长期目标")
        .complains("预计当年实现");
    desk.run("form 长期.yaml --lang en")
        .fails()
        .complains("long-term targets only");
    desk.run("form 目标.yaml --year 2030")
        .fails()
        .complains("没有 2030 年的值")
        .complains("有值的年份: 2025, 2026");
    desk.run("form 目标.yaml --year 2025 -q")
        .succeeds()
        .prints("指标值: 8期");
    jixiao("form samples/wuhan-2024/whole.yaml")
        .fails()
        .complains("没有认出绩效目标表（认出自评表 1 张）");
    jixiao("form samples/documents/pdf-test/scan.pdf")
        .fails()
        .complains("扫描");
    desk.run("form 目标.yaml --rules 没有")
        .fails()
        .complains("没有");
}

#[test]
fn the_command_line_is_checked() {
    let desk = desk().with("目标.yaml", TARGETS);
    desk.run("form 目标.yaml -f xlsx")
        .ends_with(2)
        .complains("--output");
    desk.run("form 目标.yaml -f xlsx -o a.yaml")
        .ends_with(2)
        .complains("`a.yaml` 的后缀与格式 `xlsx` 不符");
    desk.run("form 目标.yaml --year 26")
        .ends_with(2)
        .complains("--year");
    desk.run("form").ends_with(2);
    assert_eq!(desk.names(), ["目标.yaml"]);
}

#[test]
fn full_marks_that_are_missing_or_do_not_fit_the_rule_are_told() {
    jixiao("form samples/targets-2026/center-startup.yaml")
        .succeeds()
        .complains("目标表没有印分值，留空待填，合计应为 80")
        .prints("指标分值: 80  # 目标表没有印分值");
    jixiao("form samples/targets-2026/jianghan-general.yaml --rules national")
        .succeeds()
        .complains("合计 80，而规则 national@2020 的指标分值是 90")
        .prints("指标分值: 90\n");
    let partly = TARGETS.replace("10期}, 分值: 30", "10期}");
    let desk = desk().with("目标.yaml", partly);
    desk.run("form 目标.yaml")
        .succeeds()
        .complains("1 行没有印分值")
        .prints("分值:  # 目标表没有印这一行的分值");
}

#[test]
fn an_ending_of_another_kind_of_file_is_no_folder() {
    let table = repository().join("samples/targets-2026/jianghan-general.yaml");
    let desk = desk().with("t.yaml", std::fs::read(table).unwrap());
    desk.run("form t.yaml -o o.docx")
        .ends_with(2)
        .complains("o.docx");
    assert_eq!(desk.names(), ["t.yaml"]);
}
