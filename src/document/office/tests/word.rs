//! Word documents.

use super::files::{archive, docx, outline, paragraph, read, refused};

fn cell(properties: &str, text: &str) -> String {
    format!(
        "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
        paragraph(text)
    )
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat())
}

fn plain(text: &str) -> String {
    cell("", text)
}

fn outline_of_body(body: &str) -> Vec<String> {
    outline(&read("决算公开.docx", &docx(body)))
}

#[test]
fn merged_cells_are_one_cell_at_their_corner() {
    let body = [
        paragraph("2024年度项目自评表"),
        table(&[
            row(&[cell(r#"<w:gridSpan w:val="3"/>"#, "自评表")]),
            row(&[
                cell(r#"<w:vMerge w:val="restart"/>"#, "产出指标"),
                plain("数量指标"),
                plain("培训人次"),
            ]),
            row(&[cell("<w:vMerge/>", ""), plain("质量指标"), plain("合格率")]),
            row(&[
                cell(r#"<w:vMerge w:val="restart"/>"#, "效益指标"),
                cell(r#"<w:gridSpan w:val="2"/>"#, "满意度"),
            ]),
        ]),
        paragraph("注：无"),
    ]
    .concat();
    assert_eq!(
        outline_of_body(&body),
        [
            "2024年度项目自评表",
            "表1 4×3: R1C1[1×3]=自评表 R2C1[2×1]=产出指标 R2C2=数量指标 R2C3=培训人次 R3C2=质量指标 \
             R3C3=合格率 R4C1=效益指标 R4C2[1×2]=满意度",
            "注：无"
        ]
    );
}

#[test]
fn text_is_put_together_across_runs_and_revisions() {
    let body = r#"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>
        <w:r><w:t xml:space="preserve">执行率 </w:t></w:r><w:r><w:t>93.</w:t></w:r>
        <w:ins><w:r><w:t>66</w:t></w:r></w:ins><w:del><w:r><w:delText>99</w:delText></w:r></w:del>
        <w:r><w:t>%</w:t><w:tab/><w:t>A&amp;B &#8805;</w:t><w:br/><w:t>次行</w:t></w:r>
        <w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>
        <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>
        <w:r><w:instrText>PAGE</w:instrText></w:r>
        <w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>□是</w:t></w:r></w:sdtContent></w:sdt>
        <w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>"#;
    assert_eq!(
        outline_of_body(body),
        ["执行率 93.66%\tA&B ≥\n次行shown□是☑"]
    );
}

#[test]
fn nested_tables_follow_and_text_boxes_are_read_once() {
    let nested = table(&[row(&[plain("内")])]);
    let text_box = format!(
        "<w:p><w:r><w:t>锚</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{0}{nested}\
         </w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>{0}</w:txbxContent>\
         </v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>尾</w:t></w:r></w:p>",
        paragraph("框")
    );
    let in_cell = format!(
        "<w:tr><w:tc>{}{nested}{}{text_box}</w:tc></w:tr>",
        paragraph("前"),
        paragraph("后")
    );
    let body = [table(&[in_cell]), text_box.clone()].concat();
    assert_eq!(
        outline_of_body(&body),
        [
            "表1 1×1: R1C1=前/后/锚尾/框",
            "表2 1×1: R1C1=内",
            "表3 1×1: R1C1=内",
            "锚尾",
            "框",
            "表4 1×1: R1C1=内",
        ]
    );
}

#[test]
fn deleted_rows_and_offsets() {
    let deleted =
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr>";
    let shifted = format!(
        r#"<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{}</w:tr>"#,
        plain("右")
    );
    let merged = row(&[
        cell(r#"<w:hMerge w:val="restart"/>"#, "横"),
        cell("<w:hMerge/>", ""),
    ]);
    let body = table(&[
        row(&[plain("左"), plain("")]),
        deleted.to_owned(),
        shifted,
        merged,
    ]);
    assert_eq!(
        outline_of_body(&body),
        ["表1 3×2: R1C1=左 R2C2=右 R3C1[1×2]=横"]
    );
}

#[test]
fn hostile_documents_are_refused() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(200);
    assert_eq!(
        refused(
            "a.docx",
            &docx(&format!("{deep}{}", "</w:tc></w:tr></w:tbl>".repeat(200)))
        ),
        "嵌套超过 256 层"
    );
    let lol = archive(&[(
        "word/document.xml",
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document><w:p><w:t>&b;</w:t></w:p></w:document>",
    )]);
    assert!(refused("a.docx", &lol).contains("DTD"));
    let wide = format!(
        "<w:tbl><w:tr>{}</w:tr></w:tbl>",
        cell(r#"<w:gridSpan w:val="99999999999"/>"#, "a").repeat(2)
    );
    assert!(refused("a.docx", &docx(&wide)).contains("列"));
    let cells = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc/>".repeat(200_001));
    assert!(refused("a.docx", &docx(&cells)).contains("列"));
    let rows = format!("<w:tbl>{}</w:tbl>", "<w:tr><w:tc/></w:tr>".repeat(200_001));
    assert!(refused("a.docx", &docx(&rows)).contains("200000"));
    assert!(refused("a.docx", &docx("<w:p>")).contains("损坏"));
    assert!(refused("a.docx", &docx("<w:p/>")).contains("没有文字"));
}
