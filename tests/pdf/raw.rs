//! PDF files written by hand, right or wrong on purpose.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};

/// The objects of a file, numbered from 1; the first is the catalogue.
pub fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let (start, size) = (out.len(), objects.len() + 1);
    let end = format!(
        "xref\n0 {size}\n{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    );
    out.extend(end.bytes());
    out
}

/// A stream as it is.
pub fn stream(keys: &str, content: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{keys}/Length {}>>stream\n", content.len()).into_bytes();
    out.extend(content);
    out.extend(b"\nendstream");
    out
}

/// A stream packed with Flate.
pub fn packed(keys: &str, content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    stream(
        &format!("{keys}/Filter/FlateDecode"),
        &encoder.finish().unwrap(),
    )
}

/// A page with this content: object 4; `more` are the objects from 6 on, 5 is the font `F1`, which is
/// there unless the resources begin with fonts of their own.
pub fn page(content: Vec<u8>, resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let font = if resources.starts_with("/Font") {
        ""
    } else {
        "/Font<</F1 5 0 R>>"
    };
    let page = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R\
         /Resources<<{font}{resources}>>>>"
    );
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
        page.into_bytes(),
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    objects.extend_from_slice(more);
    file(&objects)
}

/// Instructions that write a word.
pub const WORD: &[u8] = b"BT /F1 12 Tf 50 700 Td (word) Tj ET\n";
