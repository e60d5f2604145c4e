//! Web pages.

use super::files::{outline, read, refused};

fn page(body: &str) -> Vec<String> {
    outline(&read(
        "a.html",
        format!("<!DOCTYPE html><html>{body}").as_bytes(),
    ))
}

#[test]
fn spans_line_breaks_and_lines_around() {
    let body = "<head><title>x</title><style>td{}</style></head><body><h1>2024年 度\n自评表</h1><p>单位：<b>甲</b>&nbsp;乙
        <table><caption>附件1</caption><thead><tr><th rowspan=2>一级<th colspan='2'>指标</thead>
        <tbody><tr><td rowspan=2>产出</td><td>数量<br>指标</td><td> 93.66% </td></tr>
        <tr><td>质量&ge;</td><td><p>一</p><p>二</p></td></tr><tr><td colspan=0 rowspan=0>合计</td></tbody></table>注：无";
    assert_eq!(
        page(body),
        [
            "2024年 度 自评表",
            "单位：甲 乙",
            "附件1",
            "表1 4×3: R1C1=一级 R1C2[1×2]=指标 R2C1[2×1]=产出 R2C2=数量/指标 R2C3=93.66% R3C2=质量≥ R3C3=一/二 R4C1=合计",
            "注：无"
        ]
    );
}

#[test]
fn nested_tables_follow_and_hidden_content_is_not_read() {
    let body = "<script>document.write('<table>')</script><!-- <td>x -->
        <table><tr><td>外<table><tr><td>内</td></tr></table>后</td><td style='display: none'>no<td hidden>no</td><td>右</td></tr>
        <tr style=\"DISPLAY:none\"><td>no</td></tr><tr><td><span style='display:none'>no<b>no</b></span>是</td>
        <td><p hidden>no<p>段</td></tr><tr><td><div style='display:none'>no</td><td>见</td></tr></table>
        <div style='display:none'>no<div>no</div>no</div><textarea>原因 <b></textarea><input value=98.5><input type=hidden value=no>
        <select><option>no</select>";
    assert_eq!(
        page(body),
        [
            "表1 3×2: R1C1=外/后 R1C2=右 R2C1=是 R2C2=段 R3C2=见",
            "表2 1×1: R1C1=内",
            "原因 <b>",
            "98.5"
        ]
    );
}

#[test]
fn sloppy_pages_are_read_as_browsers_do() {
    assert_eq!(
        page(
            "<table><td>a<td rowspan=3>b<tr><td colspan=9>c</table></td></tr><table>d<tr><td>e<table><tr>f"
        ),
        [
            "表1 2×2: R1C1=a R1C2[2×1]=b R2C1=c",
            "d",
            "表2 1×1: R1C1=e/f"
        ]
    );
}

#[test]
fn an_old_page_under_the_name_of_a_workbook() {
    let bytes = b"<html><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"><table><tr><td>\xC4\xEA</td></tr></table>";
    let file = read("a.xls", bytes);
    assert_eq!(outline(&file), ["表1 1×1: R1C1=年"]);
    assert_eq!(file.notices.len(), 1);
}

#[test]
fn hostile_pages_end() {
    let page = |body: String| format!("<html>{body}").into_bytes();
    assert!(refused("a.html", &page("<table><td>".repeat(300))).contains("256"));
    let many = [
        "<div>".repeat(400_000),
        "<b>".repeat(400_000),
        "x".to_owned(),
    ]
    .concat();
    assert_eq!(outline(&read("a.html", &page(many))), ["x"]);
    let attributes: String = (0..20_000).map(|n| format!(" a{n}")).collect();
    assert!(refused("a.html", &page(format!("<table{attributes}>"))).contains("标签"));
    let wide = "<td colspan=9999999999999999999999>b</td>".repeat(20);
    assert!(refused("a.html", &page(format!("<table>{wide}"))).contains("列"));
    let tall = "<table><tr><td rowspan=99999999999999999999999>a<td>b<tr><td>c</table>";
    assert_eq!(
        outline(&read("a.html", &page(tall.to_owned()))),
        ["表1 2×2: R1C1[2×1]=a R1C2=b R2C2=c"]
    );
    assert!(refused("a.html", &page("<p></p>".to_owned())).contains("没有文字"));
}
