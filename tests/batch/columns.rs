//! Parquet: what is written, and what is read back.

use jixiao::batch::columns::SCHEMA;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use serde_json::Value;

use super::{bytes, records, samples};
use crate::cli::desk::{Desk, desk};

fn rows(desk: &Desk, name: &str) -> Vec<Row> {
    let file = std::fs::File::open(desk.path(name)).expect(name);
    let reader = SerializedFileReader::new(file).expect("Parquet");
    let rows = reader.get_row_iter(None).expect("rows");
    rows.collect::<Result<_, _>>().expect("sound rows")
}

/// A field by its path; null where nothing is.
fn get<'r>(row: &'r Row, path: &[&str]) -> &'r Field {
    let (first, rest) = path.split_first().expect("a path");
    let (_, field) = row
        .get_column_iter()
        .find(|(name, _)| name == first)
        .unwrap_or_else(|| panic!("no column {first}"));
    match (field, rest) {
        (field, []) => field,
        (Field::Group(row), rest) => get(row, rest),
        (other, rest) => panic!("{rest:?} of {other}"),
    }
}

/// A field as score writes it: decimals without empty places.
fn text(field: &Field) -> Option<String> {
    match field {
        Field::Null => None,
        Field::Str(text) => Some(text.clone()),
        Field::Decimal(decimal) => {
            let mut bytes = [0; 16];
            bytes.copy_from_slice(decimal.data());
            let value = rust_decimal_text(i128::from_be_bytes(bytes));
            Some(value)
        }
        other => Some(other.to_string()),
    }
}

fn rust_decimal_text(digits: i128) -> String {
    let (whole, rest) = (
        digits / 10_i128.pow(18),
        digits.unsigned_abs() % 10_u128.pow(18),
    );
    let text = format!("{whole}.{rest:018}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn trimmed(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    Some(match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text.to_owned(),
    })
}

#[test]
fn every_figure_is_that_of_score() {
    let desk = desk().with("a.jsonl", samples().join("\n"));
    desk.run("batch a.jsonl -q -o a.parquet").succeeds();
    let lines = desk.run("batch a.jsonl -q").succeeds().out;
    let parquet = rows(&desk, "a.parquet");
    assert_eq!(parquet.len(), 3);
    for (row, line) in parquet.iter().zip(lines.lines()) {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let same = |path: &[&str], value: &Value| {
            assert_eq!(text(get(row, path)), trimmed(value), "{path:?}");
        };
        for name in ["id", "title", "unit", "project", "scope"] {
            assert_eq!(
                text(get(row, &[name])).as_deref(),
                line[name].as_str(),
                "{name}"
            );
        }
        for part in ["execution", "indicators", "total", "grade"] {
            same(&["computed", part], &line["computed"][part]);
        }
        same(&["computed", "execution_rate"], &line["execution"]["rate"]);
        for part in ["execution", "total"] {
            same(&["reported", part], &line["reported"][part]);
        }
        for part in ["budget", "executed"] {
            same(&["reported", part], &line["execution"][part]);
        }
        same(&["rules", "pack"], &line["rules"]["pack"]);
        same(&["rules", "sha256"], &line["receipt"]["pack_sha256"]);
        same(&["input_sha256"], &line["receipt"]["input_sha256"]);
        let Field::ListInternal(list) = get(row, &["rows"]) else {
            panic!("no list");
        };
        let all = line["rows"].as_array().expect("rows");
        assert_eq!(list.elements().len(), all.len());
        for (field, one) in list.elements().iter().zip(all) {
            let Field::Group(field) = field else {
                panic!("no row");
            };
            for name in ["completion", "full_mark", "points", "status", "reason"] {
                let found = text(get(field, &["computed", name]));
                assert_eq!(found, trimmed(&one[name]), "{name} of {one}");
            }
            assert_eq!(
                text(get(field, &["reported", "points"])),
                trimmed(&one["reported"])
            );
            assert_eq!(
                text(get(field, &["name"])).as_deref(),
                one["indicator"].as_str()
            );
            assert_eq!(
                text(get(field, &["target"])).as_deref(),
                one["target"].as_str()
            );
        }
    }
}

#[test]
fn what_batch_wrote_can_be_fed_back_in() {
    // More than a chunk, so that there are several row groups.
    let lines = samples().join("\n") + "\n" + records(2_100).as_str();
    let desk = desk().with("a.jsonl", &lines);
    desk.run("batch a.jsonl -q -o a.parquet").succeeds();
    desk.run("batch a.parquet -q -o again.parquet").succeeds();
    assert!(bytes(&desk, "a.parquet") == bytes(&desk, "again.parquet"));
    for format in ["jsonl", "csv"] {
        let [lines, columns] = ["a.jsonl", "a.parquet"].map(|input| {
            desk.run(&format!("batch {input} -q -f {format}"))
                .succeeds()
                .out
        });
        assert!(lines == columns, "{format}");
    }
    // Under another rule it is scored anew.
    let out = desk
        .run("batch a.parquet -q --rules national")
        .succeeds()
        .out;
    assert!(out == desk.run("batch a.jsonl -q --rules national").succeeds().out);
}

#[test]
fn the_receipt_stands_in_the_file() {
    let desk = desk().with("a.jsonl", records(1));
    desk.run("batch a.jsonl -q -o a.parquet").succeeds();
    let file = std::fs::File::open(desk.path("a.parquet")).expect("a file");
    let reader = SerializedFileReader::new(file).expect("Parquet");
    let metadata = reader.metadata().file_metadata();
    let pairs = metadata.key_value_metadata().expect("a receipt");
    let value = |key: &str| {
        let pair = pairs.iter().find(|pair| pair.key == key);
        pair.and_then(|pair| pair.value.clone()).expect(key)
    };
    assert!(value("jixiao.engine").starts_with("jixiao "));
    let sha256 = text(get(&rows(&desk, "a.parquet")[0], &["rules", "sha256"]));
    assert_eq!(
        value("jixiao.rules"),
        format!("wuhan@2024 {}", sha256.expect("a checksum"))
    );
}

#[test]
fn the_manual_prints_the_schema() {
    let manual = std::fs::read_to_string("docs/batch.md").expect("the manual");
    assert!(
        manual.contains(SCHEMA),
        "docs/batch.md: print the schema as it is:\n{SCHEMA}"
    );
}
