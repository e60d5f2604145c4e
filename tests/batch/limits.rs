//! The limits of Parquet files, one by one: files that claim, or become, more than they should.

use bytes::Bytes;
use parquet::basic::Compression::{SNAPPY, UNCOMPRESSED};
use parquet::file::metadata::ParquetMetaDataWriter;
use parquet::file::reader::{FileReader, SerializedFileReader};

use super::raw::{self, Group, MINIMAL, Page, levels, run, text, varint};
use super::sets_aside;
use crate::cli::desk::desk;

const BEYOND: &str = "beyond the limits";
/// The most values of a page.
const MANY: u64 = 4 * 1024 * 1024;

/// Why the rest of such a file is refused, in little memory, and how many records came before.
fn refused(file: Option<Vec<u8>>) -> (String, usize) {
    let desk = desk().with(
        "a.parquet",
        file.expect("as many columns as the schema has"),
    );
    sets_aside(&desk, 2_500_000, "a.parquet -j 1");
    let aside = desk.text("out.jsonl.rejected.jsonl");
    let last = aside.lines().last().expect("a reason").to_owned();
    let records = aside.lines().count() - 1 + desk.text("out.jsonl").lines().count();
    (last, records)
}

/// A file of one record: this page as its scope, and a row.
fn with_scope(scope: &Page) -> Option<Vec<u8>> {
    let row = [levels_of_a_row(), text("1")].concat();
    let (scope, row) = (scope.bytes(), Page::new(1, 0, row).bytes());
    let columns = vec![(&scope[..], 1), (&row, 1), (&row, 1)];
    raw::file(MINIMAL, UNCOMPRESSED, &[(1, columns)])
}

/// A value, in a dictionary, so many times: a page of a few bytes.
fn times(value: &str, count: u64, runs: &[&[(u64, u8)]]) -> Vec<u8> {
    let mut body = runs
        .iter()
        .flat_map(|runs| levels(runs))
        .collect::<Vec<_>>();
    body.push(1);
    body.extend(run(count, 0));
    let data = Page::new(count.cast_signed(), 8, body);
    [Page::dictionary(1, text(value)).bytes(), data.bytes()].concat()
}

#[test]
fn pages_of_our_own_making_are_read() {
    let file = with_scope(&Page::new(1, 0, text("project"))).expect("three columns");
    let out = desk()
        .with("a.parquet", file)
        .run("batch a.parquet -q")
        .succeeds()
        .out;
    assert!(out.contains(r#""scope":"project""#), "{out}");
}

#[test]
fn pages_that_claim_too_much_are_refused() {
    let page = Page::new(1, 0, text("project"));
    for claims in [
        Page {
            unpacked: 1 << 30,
            ..page.clone()
        },
        Page {
            unpacked: 64 * 1024 * 1024 + 1,
            ..page.clone()
        },
        Page {
            unpacked: 1 << 62,
            ..page.clone()
        },
        Page {
            values: MANY.cast_signed() + 1,
            ..page.clone()
        },
        // Texts made from the texts before them.
        Page {
            encoding: 7,
            ..page.clone()
        },
    ] {
        let (said, _) = refused(with_scope(&claims));
        assert!(said.contains(BEYOND), "{claims:?}: {said}");
    }
}

#[test]
fn a_text_that_claims_a_gigabyte_is_refused() {
    let mut body = text("project");
    body[..4].copy_from_slice(&(1_u32 << 30).to_le_bytes());
    refused(with_scope(&Page::new(1, 0, body)));
}

/// Snappy's word for a byte so many times, cut off behind some of them.
fn snappy(count: u64, there: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    varint(&mut bytes, count);
    bytes.extend([0, b'a']);
    // 64 bytes as the byte before them.
    bytes.extend([0xfe, 1, 0].repeat(usize::try_from(there / 64).expect("a few")));
    bytes
}

#[test]
fn a_decompression_bomb_is_refused() {
    let (honest, count) = (70 * 1024 * 1024, 1_u64 << 31);
    for (unpacked, body, says) in [
        (honest, snappy(honest, honest), BEYOND),
        // What the page claims and what is packed in it differ.
        (1_000, snappy(count, 1 << 20), "Parquet"),
        (1_000, snappy(1_000, 1 << 20), "Parquet"),
    ] {
        let scope = Page {
            unpacked: unpacked.cast_signed(),
            ..Page::new(1, 0, body)
        }
        .bytes();
        let columns = vec![(&scope[..], 1); 3];
        let (said, _) = refused(raw::file(MINIMAL, SNAPPY, &[(1, columns)]));
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn dictionaries_of_empty_texts_are_refused() {
    // 16 MiB each; as values they are 128 MiB more.
    let claims = Page {
        unpacked: 60 << 20,
        ..Page::dictionary(MANY.cast_signed(), Vec::new())
    };
    let column = [claims.bytes(), Page::new(1, 0, text("a")).bytes()].concat();
    let (said, _) = refused(raw::file(
        MINIMAL,
        UNCOMPRESSED,
        &[(1, vec![(&column, 1); 3])],
    ));
    assert!(said.contains(BEYOND), "{said}");
}

#[test]
fn a_deep_schema_is_refused() {
    let deep = |levels: usize| {
        let groups = format!(
            "{}REQUIRED BYTE_ARRAY x;{}",
            "REQUIRED group g { ".repeat(levels),
            " }".repeat(levels)
        );
        let schema = MINIMAL.replacen('{', &format!("{{ {groups}"), 1);
        let value = Page::new(1, 0, text("project")).bytes();
        let row = [levels_of_a_row(), text("1")].concat();
        let row = Page::new(1, 0, row).bytes();
        let columns = vec![(&value[..], 1), (&value, 1), (&row, 1), (&row, 1)];
        raw::file(&schema, UNCOMPRESSED, &[(1, columns)])
    };
    let file = deep(29).expect("four columns");
    desk()
        .with("a.parquet", file)
        .run("batch a.parquet -q")
        .succeeds();
    for levels in [31, 500] {
        let (said, _) = refused(deep(levels));
        assert!(said.contains("超出限度"), "{said}");
    }
}

fn levels_of_a_row() -> Vec<u8> {
    [levels(&[(1, 0)]), levels(&[(1, 1)])].concat()
}

#[test]
fn row_groups_without_number_are_refused() {
    let group: Group<'_> = (0, vec![(&[], 0); 3]);
    let (said, _) = refused(raw::file(MINIMAL, UNCOMPRESSED, &vec![group; 32_769]));
    assert!(said.contains(BEYOND), "{said}");
}

#[test]
fn row_groups_that_share_their_bytes_are_refused() {
    let file = with_scope(&Page::new(1, 0, text("project"))).expect("three columns");
    let shared = |times: usize| {
        let reader = SerializedFileReader::new(Bytes::from(file.clone())).expect("sound");
        let about = reader.metadata().clone();
        let groups = vec![about.row_group(0).clone(); times];
        let about = about.into_builder().set_row_groups(groups).build();
        // The footer is no part of a row group.
        let mut shared = file.clone();
        let writer = ParquetMetaDataWriter::new(&mut shared, &about);
        writer.finish().expect("writing to memory");
        shared
    };
    desk()
        .with("a.parquet", shared(1))
        .run("batch a.parquet -q")
        .succeeds();
    let (said, records) = refused(Some(shared(1_000)));
    assert!(said.contains(BEYOND) && records == 0, "{said}");
}

#[test]
fn values_without_end_take_little_memory() {
    let schema = MINIMAL.replace(
        "REQUIRED BYTE_ARRAY target (STRING);",
        "REQUIRED BYTE_ARRAY target (STRING); REQUIRED BYTE_ARRAY actual (STRING); REQUIRED BYTE_ARRAY full_mark (STRING);
         REQUIRED BYTE_ARRAY points (STRING); REQUIRED BYTE_ARRAY judged (STRING); REQUIRED BYTE_ARRAY reason (STRING);",
    );
    let scope = Page::new(1, 0, text("project")).bytes();
    // One record of four million rows in each of many columns; and one of so many pages.
    let row = times("", MANY, &[&[(1, 0), (MANY - 1, 1)], &[(MANY, 1)]]);
    let more = times("", MANY, &[&[(MANY, 1)], &[(MANY, 1)]]);
    let page = &more[Page::dictionary(1, text("")).bytes().len()..];
    let long = [&row[..], page, page].concat();
    for (row, says) in [
        (row, "records without an end"),
        (long, "a record without an end"),
    ] {
        let mut columns = vec![(&row[..], 1); 8];
        columns[0] = (&scope, 1);
        let (said, _) = refused(raw::file(&schema, UNCOMPRESSED, &[(1, columns)]));
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn a_few_bytes_do_not_become_gigabytes() {
    let scope = times(&"x".repeat(1_000), MANY, &[]);
    let row = times("1", MANY, &[&[(MANY, 0)], &[(MANY, 1)]]);
    let columns = vec![(&scope[..], 1), (&row, 1), (&row, 1)];
    let (said, records) = refused(raw::file(MINIMAL, UNCOMPRESSED, &[(MANY, columns)]));
    assert!(said.contains(BEYOND), "{said}");
    // A thousand times 1.2 KB, and a mebibyte.
    assert!((1_000..3_000).contains(&records), "{records}");
}
