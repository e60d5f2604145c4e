//! Bulk inputs as `jixiao batch` reads them, to the encoded chunk: lines, a Parquet file as it is, and one around
//! pages of the input. Every record is scored or set aside, and never more than a gibibyte is in use.
#![no_main]

#[allow(dead_code)]
#[path = "../../batch/raw.rs"]
mod raw;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::OnceCell;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use jixiao::batch::columns::Columnar;
use jixiao::batch::{self, Encoder, Input, InputKind, Job, Jsonl, Position, Source, Stream, Tally};
use jixiao::document::ProblemKind;
use jixiao::rules::{Editions, RulePack};
use jixiao::sheet::Sheet;
use jixiao::words::Lang;
use jixiao_fuzz::watch;
use libfuzzer_sys::fuzz_target;
use parquet::basic::Compression;

/// More than any input may take, page by page and column by column.
const MOST: usize = 1 << 30;

/// Counts what is in use.
struct Counting;

static USED: AtomicUsize = AtomicUsize::new(0);

// SAFETY: everything is passed on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if USED.fetch_add(layout.size(), Relaxed) + layout.size() > MOST {
            // The fuzzer keeps the input.
            std::process::abort();
        }
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        USED.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// Columns of every type that is read, missing and repeated ones among them; with the levels and the value that
/// stand there when the input has none: deepest definition, deepest repetition, bytes.
const SCHEMA: &str = "message sheet {
    OPTIONAL BYTE_ARRAY id (STRING);
    REQUIRED BYTE_ARRAY scope (STRING);
    OPTIONAL INT32 year;
    OPTIONAL FIXED_LEN_BYTE_ARRAY (16) total (DECIMAL(38,18));
    OPTIONAL group inputs (MAP) { REPEATED group key_value {
        REQUIRED BYTE_ARRAY key (STRING);
        OPTIONAL BYTE_ARRAY value (DECIMAL(38,2)); } }
    OPTIONAL group rows (LIST) { REPEATED group list { OPTIONAL group element {
        OPTIONAL group levels (LIST) { REPEATED group list { OPTIONAL BYTE_ARRAY element (STRING); } }
        REQUIRED BYTE_ARRAY name (STRING);
        REQUIRED INT32 measure;
        REQUIRED BYTE_ARRAY target (STRING);
        OPTIONAL INT64 actual (DECIMAL(18,2));
        OPTIONAL BOOLEAN applicable;
    } } }
}";

fn columns() -> [(u8, u8, Vec<u8>); 12] {
    [
        (1, 0, raw::text("a")),
        (0, 0, raw::text("project")),
        (1, 0, 2024_i32.to_le_bytes().to_vec()),
        (1, 0, 90_i128.to_be_bytes().to_vec()),
        (2, 1, raw::text("上年")),
        (3, 1, raw::text("\x0b")),
        (6, 2, raw::text("产出指标")),
        (3, 1, raw::text("数量")),
        (3, 1, 1_i32.to_le_bytes().to_vec()),
        (3, 1, raw::text("3个")),
        (4, 1, 250_i64.to_le_bytes().to_vec()),
        (4, 1, vec![1]),
    ]
}

/// Between columns, and between the pages of one.
const COLUMN: &[u8] = &[0xFF, 0xFE, 0xFD];
const PAGE: &[u8] = &[0xFF, 0xFE, 0xFC];

fn split<'d>(mut data: &'d [u8], by: &[u8]) -> Vec<&'d [u8]> {
    let mut parts = Vec::new();
    while let Some(at) = data.windows(by.len()).position(|window| window == by) {
        parts.push(&data[..at]);
        data = &data[at + by.len()..];
    }
    parts.push(data);
    parts
}

/// A file of one row group. A column is what the input has of it: its bytes, or pages whose headers say what is
/// there; or a sound one of as many records.
fn around(data: &[u8], pages: bool) -> Option<Vec<u8>> {
    let (records, data) = data.split_first()?;
    let records = u64::from(*records);
    let given = split(data, COLUMN);
    let mut all = Vec::new();
    for (number, (definition, repetition, value)) in columns().into_iter().enumerate() {
        let bytes = match given.get(number) {
            Some(part) if part.is_empty() => None,
            Some(part) if !pages => Some(part.to_vec()),
            Some(part) => {
                let pages = split(part, PAGE).into_iter().filter_map(|page| {
                    let (&[kind, low, high], body) = page.split_first_chunk()?;
                    let values = i64::from(u16::from_le_bytes([low, high]));
                    let values = if kind & 0x40 == 0 { values } else { values << 7 };
                    let page = raw::Page::new(values, i64::from(kind & 0x0f), body.to_vec());
                    let page = raw::Page { is_dictionary: kind & 0x80 != 0, ..page };
                    Some(page.bytes())
                });
                Some(pages.collect::<Vec<_>>().concat())
            }
            None => None,
        };
        let bytes = bytes.unwrap_or_else(|| {
            let mut body = Vec::new();
            if repetition > 0 {
                body.extend(raw::levels(&[(records, 0)]));
            }
            if definition > 0 {
                body.extend(raw::levels(&[(records, definition)]));
            }
            // Flags stand eight to a byte.
            let times = if value.len() == 1 { records.div_ceil(8) } else { records };
            body.extend(value.repeat(usize::try_from(times).unwrap_or(0)));
            raw::Page::new(i64::try_from(records).unwrap_or(0), 0, body).bytes()
        });
        all.push(bytes);
    }
    let columns = all.iter().map(|bytes| (&bytes[..], i64::try_from(records).unwrap_or(0)));
    raw::file(SCHEMA, Compression::UNCOMPRESSED, &[(records, columns.collect())])
}

/// Writes nothing of a sheet.
struct Nothing;

impl Encoder<()> for Nothing {
    fn add(&mut self, _: &Sheet, _: &RulePack, (): &()) -> Result<(), ProblemKind> {
        Ok(())
    }

    fn finish(&mut self) -> std::io::Result<Vec<u8>> {
        Ok(Vec::new())
    }
}

thread_local! {
    static READY: OnceCell<(Editions, PathBuf)> = const { OnceCell::new() };
}

fn ready() -> (Editions, PathBuf) {
    let editions = Editions::find("wuhan").unwrap_or_else(|_| panic!("a shipped rule"));
    // In memory where there is such a place: it is written for every input.
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { memory } else { std::env::temp_dir() };
    (editions, folder.join(format!("jixiao-fuzz-{}", std::process::id())))
}

fuzz_target!(|data: &[u8]| {
    watch();
    let Some((how, data)) = data.split_first() else { return };
    let (kind, bytes) = match how % 4 {
        0 => (InputKind::Lines, Some(data.to_vec())),
        1 => (InputKind::Columns, Some(data.to_vec())),
        pages => (InputKind::Columns, around(data, pages == 3)),
    };
    let Some(bytes) = bytes else { return };
    READY.with(|ready_on_thread| {
        let (editions, path) = ready_on_thread.get_or_init(ready);
        std::fs::write(path, &bytes).expect("a place for the file");
        let inputs = [Input {
            path: path.clone(),
            name: Arc::from("a"),
            label: Arc::from("a"),
            folder: None,
            kind,
        }];
        let job = Job {
            inputs: &inputs,
            editions,
            lang: Lang::Zh,
            open: &|_| Ok(Vec::new()),
        };
        let mut sink = Stream {
            out: Vec::new(),
            rejected: Vec::new(),
            tally: Tally::default(),
            tell: |_: &Tally| (),
        };
        let source = Source::new(&inputs, Position::default());
        let one = NonZeroUsize::MIN;
        // Most inputs are only read: to make the rule ready takes longer.
        let scored = how & 24 == 0;
        let done = match how & 4 {
            _ if !scored => batch::run(source, one, &job, || (|_: &_, _: &_| Ok(()), Nothing), &mut sink),
            0 => batch::run(source, one, &job, || (batch::evaluation(), Jsonl::new(Lang::Zh)), &mut sink),
            _ => batch::run(source, one, &job, || (batch::figures(), Columnar::new(editions, Lang::Zh)), &mut sink),
        };
        done.expect("memory can be written to");
        let count = |bytes: &[u8]| {
            let lines = bytes.split_inclusive(|byte| *byte == b'\n');
            let json = lines.map(|line| serde_json::from_slice::<serde_json::Value>(line).expect("JSON"));
            json.count() as u64
        };
        assert_eq!(count(&sink.rejected), sink.tally.set_aside);
        if scored && how & 4 == 0 {
            assert_eq!(count(&sink.out), sink.tally.sheets);
        }
        if kind == InputKind::Lines {
            let lines = bytes.split(|byte| *byte == b'\n');
            let lines = lines.filter(|line| !line.trim_ascii().is_empty()).count() as u64;
            // A first line may be a byte order mark and nothing else.
            let done = sink.tally.sheets + sink.tally.set_aside;
            assert!(done == lines || done + 1 == lines && bytes.starts_with(b"\xef\xbb\xbf"));
        }
    });
});
