//! No document makes the recogniser panic or take long.

use std::time::Instant;

use jixiao::document::{Block, Document, Grid, GridCell, Line, read_text};
use jixiao::recognise::{Recognised, recognise};
use proptest::prelude::*;
use serde_yaml::Value;

/// Every word of the table of words.
fn words() -> Vec<String> {
    fn collect(value: &Value, words: &mut Vec<String>) {
        match value {
            Value::String(word) => words.push(word.clone()),
            Value::Sequence(items) => items.iter().for_each(|item| collect(item, words)),
            Value::Mapping(entries) => entries.iter().for_each(|(key, value)| {
                collect(key, words);
                collect(value, words);
            }),
            _ => {}
        }
    }
    let file = include_str!("../../src/recognise/words.yaml");
    let mut words = Vec::new();
    collect(&serde_yaml::from_str(file).unwrap(), &mut words);
    words
}

fn text() -> impl Strategy<Value = String> {
    let values = [
        "≥90%",
        "3个",
        "2分",
        "100",
        "是",
        "(线上)",
        "/",
        "2024年",
        "1. 一；2. 二",
    ];
    prop_oneof![
        6 => prop::sample::select(words()),
        3 => prop::sample::select(values.map(str::to_owned).to_vec()),
        1 => "[一-十a-z0-9（）()、：:. ]{0,12}",
        1 => "\\PC{0,20}",
    ]
}

fn cell() -> impl Strategy<Value = GridCell> {
    (0..12_usize, 0..9_usize, 1..3_usize, 1..4_usize, text()).prop_map(
        |(row, column, row_span, column_span, text)| GridCell {
            row,
            column,
            row_span,
            column_span,
            text,
            ..GridCell::default()
        },
    )
}

fn block() -> impl Strategy<Value = Block> {
    let grid = prop::collection::vec(cell(), 0..40).prop_map(|cells| {
        Block::Table(Grid {
            rows: 12,
            columns: 9,
            cells,
            ..Grid::default()
        })
    });
    let line = text().prop_map(|text| {
        Block::Line(Line {
            text,
            origin: Default::default(),
        })
    });
    prop_oneof![2 => grid, 3 => line]
}

proptest! {
    #[test]
    fn any_document_is_recognised_without_panic(blocks in prop::collection::vec(block(), 0..12)) {
        recognise(&Document { blocks, ..Document::default() });
    }

    #[test]
    fn any_table_below_a_heading_is_recognised_without_panic(
        rows in prop::collection::vec(prop::collection::vec(text(), 0..10), 0..12)
    ) {
        let mut text = "2024年甲项目自评表\n\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t得分\n".to_owned();
        for row in rows {
            text.push_str(&row.join("\t"));
            text.push_str("\t\n");
        }
        let read = read_text("a.txt", text.as_bytes()).unwrap();
        let found = recognise(&read.document);
        for note in &found.notes {
            prop_assert!(!note.message(Default::default()).is_empty());
        }
    }

    #[test]
    fn any_text_that_lost_its_separators_is_recognised_without_panic(
        lines in prop::collection::vec(prop::collection::vec(text(), 0..8), 0..16)
    ) {
        let mut text = "项目支出绩效目标表\n项目名称 甲 项目执行单位\n目标名称 一级指标 二级指标\n前年 上年\n年度目标 1\n".to_owned();
        for line in lines {
            text.push_str(&line.join(" "));
            text.push_str(" 计划数据\n\n");
        }
        recognise(&read_text("a.txt", text.as_bytes()).unwrap().document);
    }
}

#[test]
fn five_thousand_rows_are_read_in_bounded_time() {
    let mut text = "2024年甲项目自评表\n\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\t原因\n".to_owned();
    for row in 0..5_000 {
        // Every other row stands a column off.
        let off = if row % 2 == 0 { "\t\t" } else { "\t" };
        text.push_str(&format!(
            "{off}数量指标\t指标第{row}项\t≥{row}家\t{row}家\t2\t2\t无\n"
        ));
    }
    let found = in_time(&text);
    assert_eq!(found.sheets[0].measures().count(), 5_000);
}

#[test]
fn five_thousand_broken_rows_are_read_in_bounded_time() {
    let mut text = "项目支出绩效目标表\n目标名称 一级指标 二级指标\n三级指标 指标值 依据前年 上年 预计当年实现\n年度目标 1\n".to_owned();
    for row in 0..5_000 {
        text.push_str(&format!(
            "巡查时长{row}次 5 小时/天 6 小时/天 7 小时/天 计划数据\n\n"
        ));
    }
    let found = in_time(&text);
    assert_eq!(found.targets[0].annual.len(), 5_000);
}

fn in_time(text: &str) -> Recognised {
    let read = read_text("a.txt", text.as_bytes()).unwrap();
    let start = Instant::now();
    let found = recognise(&read.document);
    let took = start.elapsed();
    // A guard against work that grows with the square, wide enough for a busy machine.
    let limit = if cfg!(debug_assertions) { 240 } else { 20 };
    assert!(took.as_secs() < limit, "{took:?}");
    found
}
