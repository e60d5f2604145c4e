//! Records as they come, and those that are set aside.

use serde_json::Value;

use super::{bytes, record, records};
use crate::cli::desk::{Desk, desk};

fn rejected(desk: &Desk, name: &str) -> Vec<Value> {
    let text = desk.text(name);
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().expect("lines of JSON")
}

#[test]
fn bad_records_are_set_aside_and_the_rest_is_done() {
    let lines = [
        record(1),
        "{".to_owned(),
        String::new(),
        r#"{"scope":"project","indicators":[{"nmae":"甲","target":"3个"}]}"#.to_owned(),
        "[]".to_owned(),
        "null".to_owned(),
        format!(r#"{{"sheets":[{},{}]}}"#, record(1), record(2)),
        record(2),
    ];
    let desk = desk().with("a.jsonl", lines.join("\n"));
    for format in ["jsonl", "csv", "parquet"] {
        let said = desk.run(&format!("batch a.jsonl -o out.{format}")).fails();
        let file = format!("out.{format}.rejected.jsonl");
        said.complains("5 条记录不能处理").complains(&file);
        let aside = rejected(&desk, &file);
        let places: Vec<_> = aside.iter().map(|one| one["line"].as_u64()).collect();
        assert_eq!(places, [2, 4, 5, 6, 7].map(Some));
        assert!(
            aside
                .iter()
                .all(|one| one["file"] == "a.jsonl" && one["cut"] == false)
        );
        assert_eq!(aside[1]["text"], lines[3]);
        let reasons = aside[1]["reasons"].to_string();
        assert!(reasons.contains("nmae"), "{reasons}");
    }
    let ids: Vec<Value> = desk
        .text("out.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].clone())
        .collect();
    assert_eq!(ids, ["a", "a#8"]);

    // A later run without any leaves nothing of them behind, except in a file the user names.
    let desk = desk.with("a.jsonl", record(1));
    desk.run("batch a.jsonl -o out.jsonl --rejected none.jsonl")
        .succeeds();
    assert_eq!(desk.text("none.jsonl"), "");
    desk.run("batch a.jsonl -o out.jsonl")
        .succeeds()
        .complains_of_nothing();
    assert!(!desk.path("out.jsonl.rejected.jsonl").exists());
    assert!(desk.path("out.csv.rejected.jsonl").exists());
}

#[test]
fn reasons_are_in_the_language_of_the_user() {
    let desk = desk().with("a.jsonl", "{").with("b.jsonl", record(1));
    desk.run("batch a.jsonl b.jsonl -q --lang en --rejected aside.jsonl")
        .fails()
        .complains("1 records could not be done");
    let aside = rejected(&desk, "aside.jsonl");
    assert!(
        aside[0]["reasons"][0]["message"]
            .as_str()
            .is_some_and(str::is_ascii)
    );
    desk.run("batch a.jsonl").fails().complains("--rejected");
}

#[test]
fn an_unreadable_input_does_not_stop_the_others() {
    let desk = desk()
        .with("a/broken.docx", "PK\u{3}\u{4}broken")
        .with("b.jsonl", record(1))
        .with("c.yaml", "scope: project\n");
    desk.run("batch a b.jsonl c.yaml -o out.jsonl")
        .fails()
        .complains("2 条记录");
    assert_eq!(desk.text("out.jsonl").lines().count(), 1);
    let aside = rejected(&desk, "out.jsonl.rejected.jsonl");
    assert_eq!(aside[0]["line"], Value::Null);
}

#[test]
fn lines_end_as_windows_has_them_begin_with_a_mark_and_the_last_needs_no_end() {
    let desk = desk()
        .with("unix/a.jsonl", records(3))
        .with(
            "windows/a.jsonl",
            format!("\u{feff}{}", records(3).replace('\n', "\r\n")),
        )
        .with("open/a.jsonl", records(3).trim_end());
    for format in ["jsonl", "csv", "parquet"] {
        let made = ["unix", "windows", "open"].map(|folder| {
            let out = format!("{folder}.{format}");
            desk.run(&format!("batch {folder}/a.jsonl -q -o {out}"))
                .succeeds();
            bytes(&desk, &out)
        });
        assert!(made[0] == made[1] && made[0] == made[2], "{format}");
    }
}

#[test]
fn nothing_in_is_nothing_out() {
    let desk = desk().with("a.jsonl", "").with("b.jsonl", "\n \r\n");
    for format in ["jsonl", "csv", "parquet"] {
        let out = format!("out.{format}");
        desk.run(&format!("batch a.jsonl b.jsonl -o {out}"))
            .succeeds()
            .complains_of_nothing();
        let empty = bytes(&desk, &out);
        match format {
            "jsonl" => assert!(empty.is_empty()),
            "csv" => assert!(empty.starts_with("\u{feff}sheet,title,".as_bytes())),
            _ => assert!(empty.starts_with(b"PAR1") && empty.ends_with(b"PAR1")),
        }
    }
    // A file without records is one that can be read again.
    desk.run("batch out.parquet").succeeds().prints_nothing();
    desk.run("batch -").input("").succeeds().prints_nothing();
}

#[test]
fn years_without_an_edition_are_said_once() {
    let old = record(1).replace("2024", "1999");
    let desk = desk().with("a.jsonl", format!("{old}\n{old}\n{}\n", record(1)));
    let said = desk
        .run("batch a.jsonl -o out.jsonl --rules national")
        .succeeds();
    assert_eq!(said.err.matches("1999").count(), 1, "{}", said.err);
    said.complains("2 张 1999 年度的表");
}
