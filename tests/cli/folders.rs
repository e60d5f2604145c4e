//! A folder as people keep it: sheets typed in, documents, text taken out of them, notes, copies.

use super::desk::{Desk, SHEET, desk, repository};

fn document(name: &str) -> Vec<u8> {
    std::fs::read(repository().join("samples/documents").join(name)).expect("a sample document")
}

/// Last year's final account and next year's budget as text, beside a read-me and an empty file.
fn kept() -> Desk {
    desk()
        .with("决算.txt", document("wuhan.txt"))
        .with("下年/预算.txt", document("targets-center-2026.txt"))
        .with("说明/README.txt", "本文件夹存放决算和预算。\n")
        .with("空.txt", "\n")
}

#[test]
fn texts_of_a_folder_are_audited_together() {
    let said = kept().run("audit . -f json --fail-on never").succeeds();
    let audit = said.json();
    let count = |key: &str| audit[key].as_array().map(Vec::len);
    assert_eq!((count("sheets"), count("targets")), (Some(3), Some(3)));
    let notice = "提示: .: 2 个文件里没有自评表或绩效目标表: 空.txt, 说明/README.txt";
    said.complains(notice);
}

#[test]
fn what_holds_no_form_is_told_once_however_much_it_is() {
    let mut desk = kept();
    for number in 1..=20 {
        desk = desk.with(&format!("附件/{number:02}.txt"), "会议纪要\n");
    }
    let said = desk.run("score . -f json --lang en").succeeds();
    assert_eq!(said.sheets().len(), 3);
    assert_eq!(said.err.matches("self-evaluation sheet in").count(), 1);
    said.complains("note: .: no self-evaluation sheet in 23 of the files: 下年/预算.txt, 空.txt,")
        .complains("附件/02.txt and others");
}

#[test]
fn a_folder_without_any_form_fails_and_says_what_was_read() {
    let desk = desk().with("README.txt", "x").with("纪要.txt", "y");
    for words in ["score .", "audit .", "explain .", "import .", "form ."] {
        desk.run(&format!("{words} -q --lang en"))
            .fails()
            .prints_nothing()
            .complains("in 2 of the files: README.txt, 纪要.txt");
    }
    // A text the user names is answered by its name.
    desk.run("score README.txt --lang en")
        .fails()
        .complains("README.txt: no self-evaluation sheet was recognised");
}

#[test]
fn a_file_that_cannot_be_read_is_an_error_beside_texts_without_forms() {
    kept()
        .with("损坏.docx", "PK\u{3}\u{4}nonsense")
        .run("audit . -f json")
        .fails()
        .complains("损坏.docx: ")
        .complains("2 个文件里没有自评表或绩效目标表");
}

#[test]
fn other_commands_read_the_same_files() {
    let desk = kept();
    desk.run("import . -o 表")
        .succeeds()
        .complains("提示: .: 2 个文件里没有自评表或绩效目标表");
    assert!(desk.path("表/创业创新运行保障支出.yaml").exists());
    desk.run("form 下年 -q").succeeds().prints("长报版面");
    desk.run("explain . 当期任务完成及时率 -q")
        .succeeds()
        .prints("2.16675");
    // Notes beside a sheet take no part in its name.
    let named = super::desk::desk()
        .with("甲/表.yaml", SHEET)
        .with("乙/表.txt", "x");
    let said = named.run("score . -f json").succeeds();
    assert_eq!(said.sheets()[0]["id"], "表");
}

#[test]
fn results_written_into_the_folder_are_not_read_as_sheets() {
    let desk = kept();
    for (format, file) in [
        ("table", "结果.txt"),
        ("md", "结果.md"),
        ("csv", "结果.csv"),
    ] {
        desk.run(&format!("score . -q -f {format} -o {file}"))
            .succeeds();
        desk.run(&format!("audit . -q -f {format} -o 审核{file}"))
            .ends_with(3);
        let said = desk.run("score . -q -f json").succeeds();
        assert_eq!(said.sheets().len(), 3, "{file}");
    }
}

#[test]
fn a_form_given_twice_is_told() {
    let copy = desk().with("a.yaml", SHEET).with("备份/b.yaml", SHEET);
    let said = copy.run("score . -f json").succeeds();
    assert_eq!(said.sheets().len(), 2);
    said.complains("提示: ./备份/b.yaml: 有的表不止一份")
        .complains("都计入结果: a = b\n")
        .complains("帮助: 只留一份，或用 --sheet 选定");
    copy.run("score a.yaml").succeeds().complains_of_nothing();
    copy.run("import .").succeeds().complains("有的表不止一份");

    // The YAML beside the document it was taken from.
    let desk = desk().with("决算.docx", document("wuhan.docx"));
    desk.run("import 决算.docx -o 表").succeeds();
    let said = desk.run("audit . -f json --lang en").ends_with(3);
    assert_eq!(said.sheets().len(), 6);
    assert_eq!(said.err.matches("more than once").count(), 1);
    said.complains("all of them count: ")
        .complains("决算#3 = 创业创新运行保障支出");
}

#[test]
fn other_years_and_projects_are_other_forms() {
    desk()
        .with("a.yaml", SHEET)
        .with("b.yaml", SHEET.replace("year: 2024", "year: 2023"))
        .with(
            "c.yaml",
            SHEET.replace("project: 示例项目", "project: 另一项目"),
        )
        .with("d.yaml", SHEET.replace("scope: project", "scope: unit"))
        .run("score . -f json")
        .succeeds()
        .does_not_complain("不止一份");
    // Whose form it is, is not said: it is the same one only if the file is.
    let nobodys = SHEET.replace("project: 示例项目\n", "");
    let desk = desk()
        .with("a.yaml", &nobodys)
        .with("b.yaml", nobodys.replace("5场", "6场"));
    desk.run("score . -f json")
        .succeeds()
        .does_not_complain("不止一份");
    desk.with("c.yaml", &nobodys)
        .run("score . -f json")
        .succeeds()
        .complains("都计入结果: a = c\n");
}

#[test]
fn a_result_written_into_the_folder_is_no_sheet() {
    let desk = desk().with("a.yaml", SHEET).with("b.yaml", SHEET);
    let ways = [
        "score . -f json",
        "audit . -f json --fail-on never",
        "audit . --summary -f json --fail-on never",
        "whatif . --set execution.weight=10 -f json",
    ];
    for (number, words) in ways.iter().enumerate() {
        desk.run(&format!("{words} -o 结果{number}.json"))
            .succeeds();
        let said = desk.run("audit . --fail-on never").succeeds();
        said.complains("结果0.json");
        desk.run(&format!("audit 结果{number}.json")).fails();
    }
}
