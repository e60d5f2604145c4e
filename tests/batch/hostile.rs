//! Inputs that mean no good: bounded work and memory, and a reason.

use std::process::{Command, Stdio};
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::raw::MINIMAL;
use super::{bytes, record, records, sets_aside};
use crate::cli::desk::{Desk, desk};

/// The reasons for which everything of a file was set aside.
fn refused(desk: &Desk, name: &str) -> String {
    let said = desk.run(&format!("batch {name} -o out.jsonl")).fails();
    assert!(!said.err.contains("panicked"), "{}", said.err);
    assert_eq!(desk.text("out.jsonl"), "");
    desk.text("out.jsonl.rejected.jsonl")
}

#[test]
fn a_line_longer_than_a_sheet_may_be_is_set_aside() {
    let long = "x".repeat(9 * 1024 * 1024);
    let desk = desk().with("a.jsonl", format!("{}\n{long}\n{}\n", record(1), record(2)));
    desk.run("batch a.jsonl -o out.jsonl")
        .fails()
        .complains("1 条记录");
    assert_eq!(desk.text("out.jsonl").lines().count(), 2);
    let aside = desk.text("out.jsonl.rejected.jsonl");
    assert!(
        aside.contains("8 MiB") && aside.len() < 100_000,
        "{}",
        aside.len()
    );
}

#[cfg(target_os = "linux")]
#[test]
fn an_endless_line_takes_no_memory() {
    // A billion bytes without an end of line, in a quarter of that memory.
    let script = "ulimit -v 600000; head -c 1000000000 /dev/zero | tr '\\0' x | \"$0\" batch - -j 1 --rejected aside.jsonl";
    let desk = desk();
    let done = Command::new("bash")
        .args(["-c", script])
        .arg(assert_cmd::cargo::cargo_bin("jixiao"))
        .current_dir(desk.path("."))
        .stderr(Stdio::piped())
        .output()
        .expect("a shell");
    assert_eq!(
        done.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(desk.text("aside.jsonl").contains("8 MiB"));
}

#[test]
fn what_is_no_parquet_is_refused() {
    let desk = desk()
        .with("empty.parquet", "")
        .with("short.parquet", "PAR1PAR1")
        .with("text.parquet", records(100))
        .with("long.parquet", b"PAR1\0\0\0\0\xff\xff\xff\x7fPAR1");
    for name in ["empty", "short", "text", "long"] {
        let aside = refused(&desk, &format!("{name}.parquet"));
        assert!(aside.contains("Parquet"), "{aside}");
    }
}

/// A Parquet file with one column of texts.
fn column(schema: &str, texts: &[&str], compression: Compression) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let properties = WriterProperties::builder()
        .set_compression(compression)
        .build();
    let mut file =
        SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).expect("a file");
    let mut group = file.next_row_group().expect("a group");
    while let Some(mut column) = group.next_column().expect("a column") {
        let values: Vec<ByteArray> = texts.iter().map(|text| ByteArray::from(*text)).collect();
        let typed = column.typed::<ByteArrayType>();
        let (definitions, repetitions) = (vec![1; texts.len()], vec![0; texts.len()]);
        let nested = typed.get_descriptor().max_rep_level() > 0;
        let levels = nested
            .then_some((&definitions[..], &repetitions[..]))
            .unzip();
        typed
            .write_batch(&values, levels.0, levels.1)
            .expect("values");
        column.close().expect("a column");
    }
    group.close().expect("a group");
    file.into_inner().expect("a file")
}

#[test]
fn the_least_a_file_needs_is_scope_name_and_target() {
    let file = column(MINIMAL, &["project", "unit"], Compression::SNAPPY);
    let desk = desk().with("a.parquet", file);
    let out = desk.run("batch a.parquet -q").succeeds().out;
    assert_eq!(out.lines().count(), 2);
    assert!(
        out.contains(r#""id":"a#2""#) && out.contains(r#""scope":"unit""#),
        "{out}"
    );
    let without = "message sheet { REQUIRED BYTE_ARRAY scope (STRING); }";
    let desk = desk.with(
        "b.parquet",
        column(without, &["unit"], Compression::UNCOMPRESSED),
    );
    assert!(refused(&desk, "b.parquet").contains("rows.name"));
}

#[test]
fn binary_fractions_are_refused() {
    let schema = "message sheet { REQUIRED BYTE_ARRAY scope (STRING); REQUIRED DOUBLE total;
        REQUIRED group rows (LIST) { REPEATED group list { REQUIRED group element {
            REQUIRED BYTE_ARRAY name (STRING); REQUIRED BYTE_ARRAY target (STRING); } } } }";
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let mut file =
        SerializedFileWriter::new(Vec::new(), schema, Default::default()).expect("a file");
    let mut group = file.next_row_group().expect("a group");
    for number in 0..4 {
        let mut column = group.next_column().expect("a column").expect("one more");
        let text = [ByteArray::from("project")];
        match number {
            0 => column
                .typed::<ByteArrayType>()
                .write_batch(&text, None, None),
            1 => column
                .typed::<DoubleType>()
                .write_batch(&[90.1], None, None),
            _ => column
                .typed::<ByteArrayType>()
                .write_batch(&text, Some(&[1]), Some(&[0])),
        }
        .expect("a value");
        column.close().expect("a column");
    }
    group.close().expect("a group");
    let desk = desk().with("a.parquet", file.into_inner().expect("a file"));
    assert!(refused(&desk, "a.parquet").contains("`total`"));
}

#[cfg(target_os = "linux")]
#[test]
fn damaged_parquet_neither_panics_nor_takes_the_memory() {
    let desk = desk().with("a.jsonl", records(20));
    desk.run("batch a.jsonl -q -o sound.parquet").succeeds();
    let sound = bytes(&desk, "sound.parquet");
    let mut desk = desk;
    // One run reads all of them, in bounded memory: a byte changed at a time, in pages and footer alike.
    let mut random = 12_345_u64;
    for number in 0..400 {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mut damaged = sound.clone();
        let near_end = ((random >> 33) as usize).is_multiple_of(2);
        let span = if near_end {
            damaged.len().min(6_000)
        } else {
            damaged.len()
        };
        let at = damaged.len() - 1 - (random >> 34) as usize % span;
        damaged[at] ^= 1 << (random % 8);
        desk = desk.with(&format!("damaged/{number}.parquet"), damaged);
    }
    sets_aside(&desk, 4_000_000, "'damaged/*.parquet'");
    assert!(desk.text("out.jsonl.rejected.jsonl").lines().count() > 50);
}
