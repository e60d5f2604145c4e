//! Workbooks of Excel 97–2003.

use std::io::{Cursor, Write};

use super::files::{outline, read, refused};
use crate::document::office::double::bytes_of;
use crate::words::Lang;

pub(super) fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), content].concat()
}

fn words(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
}

/// A string with its flags, two bytes for each character.
fn wide(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    std::iter::once(1).chain(units).collect()
}

fn counted(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.encode_utf16().count()).unwrap();
    [&length.to_le_bytes()[..], &wide(text)].concat()
}

fn container(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams {
        file.create_stream(name)
            .unwrap()
            .write_all(content)
            .unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// One sheet, with formats `0.00%` and `yyyy/m/d` for cell formats 1 and 2.
pub(super) fn xls(cells: &[Vec<u8>], extra: &[Vec<u8>]) -> Vec<u8> {
    let begin = record(0x0809, &words(&[0x0600, 0x0005]));
    let end = record(0x000A, &[]);
    let format = record(0x041E, &[words(&[164]), counted("yyyy/m/d")].concat());
    let cell_formats = [0, 10, 164].map(|id| record(0x00E0, &words(&[0, id])));
    let strings = [words(&[3, 0, 2, 0]), counted("产出指标"), counted("两\n行")].concat();
    let middle = [
        &extra.concat()[..],
        &format,
        &cell_formats.concat(),
        &record(0x00FC, &strings),
    ]
    .concat();
    let entry = |offset: usize| {
        let offset = u32::try_from(offset).unwrap();
        let name = wide("自评表");
        record(
            0x0085,
            &[&offset.to_le_bytes()[..], &[1, 0, 3], &name].concat(),
        )
    };
    let offset = begin.len() + middle.len() + entry(0).len() + end.len();
    let sheet_begin = record(0x0809, &words(&[0x0600, 0x0010]));
    let stream = [
        &begin[..],
        &middle,
        &entry(offset),
        &end,
        &sheet_begin,
        &cells.concat(),
        &end,
    ]
    .concat();
    container(&[("Workbook", &stream)])
}

fn number(row: u16, column: u16, format: u16, value: &str) -> Vec<u8> {
    record(
        0x0203,
        &[words(&[row, column, format]), bytes_of(value).to_vec()].concat(),
    )
}

#[test]
fn a_form_with_merges_and_formats() {
    let formula_text = [
        words(&[2, 3, 0]),
        vec![0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
        vec![0; 6],
    ]
    .concat();
    let chart = [
        record(0x0809, &words(&[0x0600, 0x0020])),
        number(9, 9, 0, "1.0"),
        record(0x000A, &[]),
    ]
    .concat();
    let hidden_row = record(0x0208, &words(&[2, 0, 0, 0, 0, 0, 0x20]));
    let cells = [
        record(0x0200, &[0xFF; 14]),
        hidden_row,
        record(0x00FD, &words(&[1, 1, 0, 0, 0])),
        number(1, 2, 1, "0.9366"),
        number(1, 3, 2, "45657.0"),
        record(
            0x00BD,
            &[
                words(&[2, 1, 0]),
                (2300_u32 << 2 | 2).to_le_bytes().to_vec(),
                words(&[0]),
                (1890_u32 << 2 | 3).to_le_bytes().to_vec(),
                words(&[2]),
            ]
            .concat(),
        ),
        record(0x0006, &formula_text),
        record(0x0207, &counted("合格")),
        record(0x0205, &[words(&[3, 2, 0]), vec![7, 1]].concat()),
        record(0x0204, &[words(&[3, 3, 0]), counted("旧式")].concat()),
        chart,
        record(0x00E5, &words(&[2, 2, 3, 1, 1, 4, 5, 3, 3])),
        record(0x00FD, &words(&[4, 3, 0, 1, 0])),
    ];
    let file = read("a.xls", &xls(&cells, &[]));
    assert_eq!(
        outline(&file),
        [
            "自评表 5×3: B2=产出指标 C2=93.66% D2=2024-12-31 B3[2×1]=2300 C3=18.9 D3=合格 C4=#DIV/0! D4=旧式 \
          D5[2×1]=两/行"
        ]
    );
    let notices: Vec<_> = file.notices.iter().map(|n| n.message(Lang::En)).collect();
    assert_eq!(
        notices,
        [
            "the worksheet `自评表` has 1 hidden rows, which were read too",
            "the worksheet `自评表` is hidden and was read too"
        ]
    );
}

#[test]
fn what_is_protected_or_too_old_says_so() {
    let protected = xls(&[], &[record(0x002F, &words(&[1, 1]))]);
    assert_eq!(refused("a.xls", &protected), "文件有密码保护");
    let package = container(&[("EncryptionInfo", b"x"), ("EncryptedPackage", b"x")]);
    assert_eq!(refused("a.xlsx", &package), "文件有密码保护");
    let document = container(&[("WordDocument", b"x")]);
    assert_eq!(
        refused("a.doc", &document),
        "这是旧版 Word 文档 (doc)，不能读取"
    );
    let book = container(&[("Book", b"x")]);
    assert!(refused("a.xls", &book).contains("Excel 95"));
    let stream = container(&[("Workbook", &record(0x0809, &words(&[0x0500, 5])))]);
    assert!(refused("a.xls", &stream).contains("Excel 95"));
    assert!(refused("a.xls", &container(&[("Workbook", b"")])).contains("没有文字"));
    assert!(refused("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").contains("不能读取"));
}

#[test]
fn claims_are_not_believed() {
    let far = [number(0, 0, 0, "1.0"), number(u16::MAX, u16::MAX, 0, "1.0")];
    assert!(refused("a.xls", &xls(&far, &[])).contains("列"));
    let far = [number(0, 0, 0, "1.0"), number(u16::MAX, 255, 0, "1.0")];
    assert!(refused("a.xls", &xls(&far, &[])).contains("散布"));
}
