//! OpenDocument spreadsheets.

use super::files::{archive, outline, read, refused};
use crate::words::Lang;

pub(super) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

#[test]
fn shown_text_spans_and_repetitions() {
    let table = r#"<table:table table:name="自评表"><table:table-column table:number-columns-repeated="1024"/>
        <table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="1"><text:p>自评<text:span>表</text:span></text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell/><table:table-cell table:number-rows-spanned="2"><text:p>产出</text:p><text:p>指标</text:p></table:table-cell>
          <table:table-cell office:value-type="percentage" office:value="0.9366"><office:annotation><text:p>批注</text:p></office:annotation><text:p>93.66%</text:p></table:table-cell>
          <table:table-cell office:value-type="percentage" office:value="0.5"/></table:table-row>
        <table:table-row table:visibility="collapse"><table:table-cell/><table:covered-table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="2300"><text:p>2300</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
        <table:table table:name="旧" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="date" office:date-value="2024-12-31T00:00:00"/><table:table-cell><text:p>a<text:s text:c="2"/>b<text:line-break/>c</text:p></table:table-cell></table:table-row></table:table>"#;
    let file = read("a.ods", &ods(table));
    assert_eq!(
        outline(&file),
        [
            "自评表 3×3: B3[1×3]=自评表 B4[2×1]=产出/指标 C4=93.66% D4=50% C5=2300 D5=2300",
            "旧 1×2: A1=2024-12-31 B1=a  b/c"
        ]
    );
    let notices: Vec<_> = file.notices.iter().map(|n| n.message(Lang::Zh)).collect();
    assert_eq!(
        notices,
        [
            "工作表 `自评表` 有 1 个隐藏行，也读取了",
            "工作表 `旧` 是隐藏的，也读取了"
        ]
    );
}

#[test]
fn repetitions_are_bounded() {
    let row = |row: &str, cell: &str| {
        ods(&format!(
            r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="{row}"><table:table-cell table:number-columns-repeated="{cell}"><text:p>1</text:p></table:table-cell></table:table-row></table:table>"#
        ))
    };
    assert!(refused("a.ods", &row("18446744073709551615", "1")).contains("200000"));
    assert!(refused("a.ods", &row("1", "18446744073709551615")).contains("16384"));
    let locked = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<m><encryption-data/></m>"),
        ("content.xml", "noise"),
    ]);
    assert_eq!(refused("a.ods", &locked), "文件有密码保护");
}
