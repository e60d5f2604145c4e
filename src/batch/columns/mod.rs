//! Parquet: a sheet a record, its rows a nested list (`docs/batch.md`).

mod column;
mod decimal;
mod encode;
mod leaf;
mod leaves;
mod merge;
mod names;
mod pages;
mod read;
mod thrift;

use std::sync::Arc;

use parquet::basic::Compression;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterPropertiesPtr};
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::TypePtr;

pub use encode::Columnar;
pub use merge::merge;
pub(super) use read::Columns;

use crate::report::score::ENGINE;
use crate::rules::Editions;

/// The schema of what is written, as `docs/batch.md` prints it.
pub const SCHEMA: &str = include_str!("schema.txt");

fn schema() -> TypePtr {
    // A constant that every test writes with.
    Arc::new(parse_message_type(SCHEMA).expect("the schema is one"))
}

/// How files are written: compressed with Snappy, without indices nobody asks of nested columns.
fn properties(receipt: Vec<KeyValue>) -> WriterPropertiesPtr {
    let properties = WriterProperties::builder()
        .set_created_by(ENGINE.to_owned())
        .set_compression(Compression::SNAPPY)
        .set_statistics_enabled(EnabledStatistics::None)
        .set_offset_index_disabled(true)
        .set_key_value_metadata(Some(receipt));
    Arc::new(properties.build())
}

/// The receipt of a file: the engine, and every edition its sheets may have been scored under.
fn receipt(editions: &Editions) -> Vec<KeyValue> {
    let packs = editions.all().iter();
    let packs = packs.map(|pack| format!("{} {}", pack.name(), pack.sha256));
    let rules = packs.collect::<Vec<_>>().join("\n");
    vec![
        KeyValue::new("jixiao.engine".to_owned(), ENGINE.to_owned()),
        KeyValue::new("jixiao.rules".to_owned(), rules),
    ]
}
