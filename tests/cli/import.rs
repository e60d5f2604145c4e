//! `jixiao import`, and documents given straight to the other commands.

use super::desk::{desk, jixiao, repository};

fn document(name: &str) -> Vec<u8> {
    std::fs::read(repository().join("samples/documents").join(name)).expect("a sample document")
}

#[test]
fn a_document_is_scored_and_audited_straight_away() {
    for name in [
        "wuhan.docx",
        "national.xlsx",
        "provincial.html",
        "wuhan.pdf",
    ] {
        let said = jixiao(&format!("score samples/documents/{name} -q -f json")).succeeds();
        let totals: Vec<String> = said
            .sheets()
            .iter()
            .map(|sheet| {
                sheet["computed"]["total"]
                    .as_str()
                    .unwrap_or("none")
                    .to_owned()
            })
            .collect();
        assert_eq!(totals, ["92.60", "91.90", "97.50"], "{name}");
    }
    jixiao("audit samples/documents/wuhan.docx -q")
        .ends_with(3)
        .prints("C20 严重·不符");
    jixiao("explain samples/documents/wuhan.xlsx 当期任务完成及时率 -q")
        .succeeds()
        .prints("2.16675");
}

#[test]
fn import_leaves_one_file_a_sheet_that_scores_the_same() {
    let desk = desk().with("决算 公开.docx", document("wuhan.docx"));
    let quoted = desk.path("决算 公开.docx");
    assert!(quoted.exists());
    let desk = desk.with("a.docx", document("wuhan.docx"));
    desk.run("import a.docx -o 表").succeeds();
    let said = desk.run("score 表 -q -f json").succeeds();
    assert_eq!(said.sheets().len(), 3);
    // A second import keeps what is there.
    let before = desk.text("表/创业创新运行保障支出.yaml");
    desk.run("import a.docx -o 表").succeeds();
    assert_eq!(desk.text("表/创业创新运行保障支出.yaml"), before);
    assert!(desk.path("表/创业创新运行保障支出-2.yaml").exists());
}

#[test]
fn several_sheets_printed_together_are_one_file_that_reads() {
    let said = jixiao("import samples/documents/national.xlsx -q").succeeds();
    let desk = desk().with("all.yaml", &said.out);
    assert_eq!(
        desk.run("score all.yaml -q -f json")
            .succeeds()
            .sheets()
            .len(),
        3
    );
}

#[test]
fn target_tables_come_as_json() {
    let said = jixiao("import samples/documents/targets-center-2026.docx -q -f json").succeeds();
    let targets = said.json()["targets"].as_array().expect("targets").clone();
    let shape: Vec<(usize, usize)> = targets
        .iter()
        .map(|table| {
            let rows = |part: &str| table[part].as_array().map_or(0, Vec::len);
            (rows("long_term"), rows("annual"))
        })
        .collect();
    assert_eq!(shape, [(13, 15), (15, 15), (10, 10)]);
    jixiao("score samples/documents/targets-center-2026.docx")
        .fails()
        .complains("没有认出自评表");
}

#[test]
fn target_tables_leave_files_too_and_every_row_says_where_it_stood() {
    let desk = desk().with("预算.docx", document("targets-center-2026.docx"));
    desk.run("import 预算.docx -o 表").succeeds();
    let text = desk.text("表/创业创新运行保障支出-绩效目标表.yaml");
    assert!(text.starts_with("# 预算.docx "), "{text}");
    assert!(text.contains("- indicator: 三年直播  # "), "{text}");
    // What was written reads, and says the same again.
    let said = |words: &str| desk.run(words).succeeds().json()["targets"].clone();
    let (read, again) = (
        said("import 预算.docx -q -f json"),
        said("import 表 -q -f json"),
    );
    let values = |targets: &serde_json::Value, part: &str| {
        let tables = targets.as_array().expect("targets").iter();
        let mut values: Vec<String> = tables
            .flat_map(|table| table[part].as_array().expect("rows").clone())
            .map(|row| format!("{} {} {}", row["indicator"], row["value"], row["values"]))
            .collect();
        values.sort();
        values
    };
    for part in ["long_term", "annual"] {
        assert_eq!(values(&read, part), values(&again, part));
    }
}

#[test]
fn what_import_prints_as_json_scores() {
    let said = jixiao("import samples/documents/wuhan.html -q -f json").succeeds();
    let desk = desk().with("import.json", &said.out);
    let sheets = desk.run("score import.json -q -f json").succeeds().sheets();
    let totals: Vec<&str> = sheets
        .iter()
        .map(|sheet| sheet["computed"]["total"].as_str().expect("a total"))
        .collect();
    assert_eq!(totals, ["92.60", "91.90", "97.50"]);
}

#[test]
fn an_import_is_written_whole_or_not_at_all() {
    let desk = desk()
        .with("a.docx", document("wuhan.docx"))
        .with("表", "no folder");
    desk.run("import a.docx -o 表").fails().complains("写不了");
    assert_eq!(desk.names(), ["a.docx", "表"]);
}

#[test]
fn what_cannot_be_read_is_refused_with_a_way_out() {
    desk()
        .with("扫描.pdf", document("pdf-test/scan.pdf"))
        .with("坏.docx", "PK\u{3}\u{4}word/document.xml")
        .with("图.xlsx", b"\x89PNG\r\n\x1a\n")
        .run("import 扫描.pdf 坏.docx 图.xlsx")
        .fails()
        .complains("扫描")
        .complains("坏.docx")
        .complains("图.xlsx");
}
