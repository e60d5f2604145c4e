//! Files around fuzzed parts. Parts are separated by 0xFF, which stands in no UTF-8 text.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts of an input.
pub fn parts(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data.split(|byte| *byte == 0xFF)
}

/// An archive of these entries.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in entries {
        zip.start_file(*name, options).expect("writing to memory");
        zip.write_all(content).expect("writing to memory");
    }
    zip.finish().expect("writing to memory").into_inner()
}

/// An old Office container with this workbook.
pub fn container(workbook: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("writing to memory");
    let mut stream = file.create_stream("Workbook").expect("writing to memory");
    stream.write_all(workbook).expect("writing to memory");
    drop(stream);
    file.flush().expect("writing to memory");
    file.into_inner().into_inner()
}

/// A part, or what stands there when the input has none.
pub fn or<'a>(part: Option<&'a [u8]>, otherwise: &'a str) -> &'a [u8] {
    match part {
        Some(part) if !part.is_empty() => part,
        _ => otherwise.as_bytes(),
    }
}
