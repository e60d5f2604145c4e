//! The gallery of messages: a file that provokes each, and what is said in both languages.

use std::fmt::Write;
use std::fs;

use jixiao::words::Lang;

use super::{problems_of, rendered};

const ROW: &str = "scope: unit\nindicators:\n  产出指标:\n";

/// File name, bytes. The name says what is wrong.
fn gallery() -> Vec<(&'static str, Vec<u8>)> {
    let sheet = |row: &str| format!("{ROW}{row}\n").into_bytes();
    let text = |text: &str| text.as_bytes().to_vec();
    let gbk = encoding_rs::GB18030
        .encode("范围: 整体\n绩校指标: []\n")
        .0
        .into_owned();
    vec![
        ("empty.yaml", text(" \n")),
        ("only-a-comment.yaml", text("# 待填\n")),
        ("workbook.yaml", text("PK\u{3}\u{4}.......xl/workbook.xml")),
        ("letter.yaml", text("PK\u{3}\u{4}.......word/document.xml")),
        ("scan.yaml", text("%PDF-1.7")),
        ("old.yaml", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
        ("archive.yaml", text("PK\u{3}\u{4}")),
        ("bytes.yaml", text("a: 1\0")),
        ("no-encoding.yaml", vec![0xFF, 0xFF, 0xFF]),
        ("gbk.yaml", gbk),
        (
            "list-for-map.yaml",
            text("scope: unit\nexecution: [1, 2]\nindicators: [{name: 甲, target: 1}]\n"),
        ),
        ("list-for-sheet.yaml", text("- 1\n")),
        (
            "text-for-list.yaml",
            text("scope: unit\nindicators: 很多\n"),
        ),
        (
            "map-for-text.yaml",
            sheet("    - {name: 甲, target: {a: 1}, points: [1]}"),
        ),
        (
            "row-without-dash.yaml",
            sheet("    name: 甲\n    target: 1"),
        ),
        (
            "unknown-key.yaml",
            sheet("    - name: 课题攻关\n      taget: 3个\n      完成值: 4个\n      备注: 好"),
        ),
        (
            "both-spellings.yaml",
            sheet("    - {name: 甲, target: 1, 指标值: 2}"),
        ),
        (
            "duplicate-key.yaml",
            sheet("    - {name: 甲, target: 1, target: 2}"),
        ),
        ("missing-target.yaml", sheet("    - {name: 甲, actual: 1}")),
        ("missing-all.yaml", text("title: 表\n")),
        ("blank-name.yaml", sheet("    - {name: , target: 1}")),
        ("blank-key.yaml", sheet("    - {name: 甲, target: 1, : 2}")),
        ("no-indicators.yaml", text("scope: unit\nindicators: []\n")),
        ("no-sheets.yaml", text("sheets: []\n")),
        ("empty-level.yaml", sheet("    数量指标:\n    质量指标: []")),
        (
            "nine-levels.yaml",
            text(
                "scope: unit\nindicators: {一: {二: {三: {四: {五: {六: {七: {八: {九: [{name: 甲, target: 1}]}}}}}}}}}\n",
            ),
        ),
        (
            "measures-and-target.yaml",
            sheet("    - {name: 甲, target: 1, measures: [{target: 2}]}"),
        ),
        ("no-measures.yaml", sheet("    - {name: 甲, measures: []}")),
        (
            "words.yaml",
            text(
                "scope: 全部\nyear: NaN\nexecution: {money: 亿元}\nindicators: [{name: 甲, target: 1, direction: 向上, judged: 120%, applicable: 也许}]\n",
            ),
        ),
        ("tab.yaml", text("execution:\n\tbudget: 1\n")),
        ("open-quote.yaml", text("title: \"表\nscope: unit\n")),
        ("open-bracket.yaml", sheet("    - {name: 甲, target: 1")),
        (
            "indentation.yaml",
            text("execution:\n    budget: 1\n  executed: 2\n"),
        ),
        ("colon.yaml", text("title: 表: 二\n")),
        ("no-colon.yaml", text("title: 表\n年度\nscope: unit\n")),
        (
            "wide-colon-in-row.yaml",
            sheet("    - {name：甲, target：1}"),
        ),
        (
            "wide-colon.yaml",
            text("title: 表\n年度：2024\nscope: unit\n"),
        ),
        ("wide-colon-first.yaml", text("title：表\nscope: unit\n")),
        ("wide-colons.yaml", text("title：表\nscope：unit\n")),
        ("wide-colon-last.yaml", text("scope: unit\n年度：2024\n")),
        ("greater.yaml", sheet("    - name: 甲\n      target: >=90%")),
        ("at.yaml", text("title: @表\n")),
        ("asterisk.yaml", text("title: *表\n")),
        ("tag.yaml", text("title: !表 1\n")),
        (
            "two-documents.yaml",
            text("scope: unit\n---\nscope: unit\n"),
        ),
        ("list-as-key.yaml", text("title: {{unit}}\n")),
        ("deep.yaml", text(&"[".repeat(70))),
        (
            "terminal.yaml",
            text("\"\\e[2J\\u202eabc\": 1\nscope: unit\nindicators: [{name: 甲, target: 1}]\n"),
        ),
        ("broken.json", text("{\"范围\": \"整体\",}")),
        (
            "twice.json",
            text("{\"范围\": \"整体\",\n \"范围\": \"项目\"}"),
        ),
    ]
}

/// `UPDATE=1 cargo test` rewrites the gallery; the difference is for a person to read.
#[test]
fn the_gallery_of_messages_is_as_written() {
    for (lang, path) in [
        (Lang::Zh, "tests/document/messages.zh.txt"),
        (Lang::En, "tests/document/messages.en.txt"),
    ] {
        let mut said = String::new();
        for (file, bytes) in gallery() {
            let problems = problems_of(file, &bytes);
            writeln!(said, "{}\n", rendered(&problems, lang)).unwrap();
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path, &said).unwrap();
        }
        let written = fs::read_to_string(path).unwrap();
        for (line, (is, was)) in said.lines().zip(written.lines()).enumerate() {
            assert_eq!(is, was, "{path}:{}", line + 1);
        }
        assert_eq!(said.lines().count(), written.lines().count(), "{path}");
    }
}
