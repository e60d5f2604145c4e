//! Workbooks.

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use super::files::{archive, outline, read, refused};
use crate::words::Lang;

fn saved(sheet: Worksheet) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.push_worksheet(sheet);
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_form_with_merges_and_formats() {
    let mut sheet = Worksheet::new();
    let format = |code: &str| Format::new().set_num_format(code);
    sheet.set_name("自评表").unwrap();
    sheet
        .merge_range(1, 1, 1, 4, "项目自评表", &Format::new())
        .unwrap();
    sheet
        .merge_range(2, 1, 3, 1, "产出指标", &Format::new())
        .unwrap();
    sheet
        .write_with_format(2, 2, 0.9366, &format("0.00%"))
        .unwrap();
    sheet.write(2, 3, 2300).unwrap();
    sheet
        .write_with_format(2, 4, 3582.93, &format("#,##0.00"))
        .unwrap();
    sheet.write(3, 2, 18.9).unwrap();
    sheet
        .write_with_format(3, 3, 18.9, &format("0.00"))
        .unwrap();
    sheet
        .write_with_format(3, 4, 45657, &format("yyyy/m/d"))
        .unwrap();
    sheet
        .write_formula(4, 2, Formula::new("=A1+1").set_result("95.5"))
        .unwrap();
    sheet.write(4, 3, "两\n行").unwrap();
    sheet.write(4, 4, true).unwrap();
    let file = read("自评表.xlsx", &saved(sheet));
    assert_eq!(
        outline(&file),
        [
            "自评表 4×4: B2[1×4]=项目自评表 B3[2×1]=产出指标 C3=93.66% D3=2300 E3=3,582.93 C4=18.9 D4=18.90 \
          E4=2024-12-31 C5=95.5 D5=两/行 E5=TRUE"
        ]
    );
    assert_eq!(file.notices, []);
    assert_eq!(file.document.sha256.len(), 64);
}

#[test]
fn several_sheets_hidden_things_and_a_lying_extension() {
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .set_name("表一")
        .unwrap()
        .write(0, 0, "a")
        .unwrap();
    workbook.add_worksheet().set_name("空").unwrap();
    let hidden = workbook.add_worksheet().set_name("旧").unwrap();
    hidden.write(0, 0, "b").unwrap().write(1, 0, "c").unwrap();
    hidden.set_row_hidden(1).unwrap().set_row_hidden(5).unwrap();
    hidden.set_column_hidden(3).unwrap();
    hidden.set_hidden(true);
    let file = read("a.xls", &workbook.save_to_buffer().unwrap());
    assert_eq!(outline(&file), ["表一 1×1: A1=a", "旧 2×1: A1=b A2=c"]);
    let notices: Vec<_> = file.notices.iter().map(|n| n.message(Lang::Zh)).collect();
    assert_eq!(
        notices,
        [
            "扩展名是 `xls`，内容却是 Excel 工作簿 (xlsx)；按内容读取",
            "工作表 `旧` 有 1 个隐藏行，也读取了",
            "工作表 `旧` 有 1 个隐藏列，也读取了",
            "工作表 `旧` 是隐藏的，也读取了",
        ]
    );
}

/// A minimal workbook around the XML of one sheet.
pub(super) fn raw(sheet: &str, shared: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="a" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="b" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/sharedStrings.xml", shared),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

#[test]
fn stored_doubles_are_what_was_typed() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>18.899999999999999</v></c><c r="B1"><v>90.431000000000012</v></c></row></sheetData></worksheet>"#;
    assert_eq!(
        outline(&read("a.xlsx", &raw(sheet, "<sst/>"))),
        ["S 1×2: A1=18.9 B1=90.431"]
    );
}

#[test]
fn claims_are_not_believed() {
    let whole = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="7"><c r="C7"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="C7:XFD1048576"/></mergeCells></worksheet>"#;
    let file = read("a.xlsx", &raw(whole, "<sst/>"));
    assert_eq!(file.document.blocks.len(), 1);
    let corners = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    assert!(refused("a.xlsx", &raw(corners, "<sst/>")).contains("散布"));
    let sheet = "<worksheet><sheetData/></worksheet>";
    let strings = r#"<sst uniqueCount="99999999999999"><si><t>a</t></si></sst>"#;
    assert!(refused("a.xlsx", &raw(sheet, strings)).contains("uniqueCount"));
    let cells = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        "<row><c><v>1</v></c></row>".repeat(200_001)
    );
    assert!(refused("a.xlsx", &raw(&cells, "<sst/>")).contains("200000"));
    // One text of 64 KiB in 2 000 cells.
    let long = format!("<sst><si><t>{}</t></si></sst>", "长".repeat(22_000));
    let cells = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        r#"<row><c t="s"><v>0</v></c></row>"#.repeat(2_000)
    );
    assert!(refused("a.xlsx", &raw(&cells, &long)).contains("64 MiB"));
    let dtd = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData/></worksheet>";
    assert!(refused("a.xlsx", &raw(dtd, "<sst/>")).contains("DTD"));
    // A panic of the library would end as a refusal, too.
    let overflow = r#"<worksheet><dimension ref="B2:A1"/><sheetData/></worksheet>"#;
    refused("a.xlsx", &raw(overflow, "<sst/>"));
}
