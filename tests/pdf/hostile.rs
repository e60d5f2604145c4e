//! Files that are broken, or made to hurt: an answer in bounded time and memory, never a crash.

use std::time::{Duration, Instant};

use jixiao::document::read_pdf_with_notices;
use jixiao::words::Lang;

use super::raw::{WORD, file, packed, page, stream};
use super::{document, drawn, lines, refusal, sample, tables};

/// Fails when it takes longer than any of these may, even unoptimised on a busy machine.
fn soon<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "took {took:?}");
    result
}

#[test]
fn other_files_are_refused_by_their_content() {
    assert_eq!(refusal(b""), "这不是 PDF 文件，文件的内容和扩展名不符");
    assert_eq!(
        refusal(b"PK\x03\x04 a workbook"),
        "这不是 PDF 文件，文件的内容和扩展名不符"
    );
    assert_eq!(
        refusal(&vec![0; (64 << 20) + 1]),
        "PDF 文件大于 64 MiB，没有读取"
    );
}

#[test]
fn a_file_cut_anywhere_is_an_error_or_a_document() {
    for name in ["unigb.pdf", "pages.pdf", "gbk.pdf"] {
        let whole = sample(name);
        for part in 1..40 {
            let cut = &whole[..whole.len() * part / 40];
            soon(|| read_pdf_with_notices(name, cut).is_ok());
        }
    }
    let whole = sample("gbk.pdf");
    assert_eq!(refusal(&whole[..whole.len() / 2]), "PDF 文件已损坏 (xref)");
}

#[test]
fn a_changed_byte_is_an_error_or_a_document() {
    let whole = sample("gbk.pdf");
    for place in (0..whole.len()).step_by(7) {
        for byte in [b'0', b'(', b'<', b'/', 0xFF] {
            let mut changed = whole.clone();
            changed[place] = byte;
            soon(|| read_pdf_with_notices("gbk.pdf", &changed).is_ok());
        }
    }
}

#[test]
fn page_trees_that_never_end() {
    let tree = |pages: &str| {
        file(&[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            pages.as_bytes().to_vec(),
        ])
    };
    assert_eq!(
        refusal(&tree("<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]>>")),
        "PDF 文件已损坏 (Kids)"
    );
    assert_eq!(
        refusal(&tree("<</Type/Pages/Count 1/Kids[9 0 R]>>")),
        "PDF 文件已损坏 (Kids)"
    );
    assert_eq!(
        refusal(&tree("<</Type/Pages/Count 0/Kids[]>>")),
        "PDF 文件已损坏 (Pages)"
    );
    let claim = tree("<</Type/Pages/Count 100000/Kids[<</Type/Page>>]>>");
    assert_eq!(refusal(&claim), "PDF 多于2000页，没有读取");
    let many = "<</Type/Page>>".repeat(2_001);
    let there = tree(&format!("<</Type/Pages/Count 1/Kids[{many}]>>"));
    assert_eq!(soon(|| refusal(&there)), "PDF 多于2000页，没有读取");
}

#[test]
fn endless_nesting() {
    let deep = [b"<</Type/Catalog/Pages ".to_vec(), b"[".repeat(200_000)].concat();
    soon(|| refusal(&file(&[deep])));
    for sign in ["[", "<<", "<</a"] {
        let content = [WORD, sign.repeat(100_000).as_bytes()].concat();
        let message = soon(|| refusal(&page(packed("", &content), "", &[])));
        assert_eq!(message, "PDF 第1页的内容多得不合常理，没有读取", "{sign}");
    }
}

#[test]
fn streams_that_unpack_to_anything() {
    let zeros = vec![b' '; 300 << 20];
    let bomb = packed("", &zeros);
    assert!(bomb.len() < 1 << 20);
    let message = soon(|| refusal(&page(bomb, "", &[])));
    assert_eq!(message, "PDF 第1页的内容多得不合常理，没有读取");
    let objects = packed("/Type/ObjStm/N 1/First 4", &zeros[..20 << 20]);
    let objects = file(&[b"<</Type/Catalog>>".to_vec(), objects.clone(), objects]);
    assert_eq!(
        soon(|| refusal(&objects)),
        "PDF 解压后大得不合常理，没有读取"
    );
}

#[test]
fn forms_that_draw_one_another() {
    let form = |draws: &str, below: usize| {
        let keys = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {below} 0 R>>>>"
        );
        stream(&keys, draws.as_bytes())
    };
    let start = [WORD, b"/X Do"].concat();
    let drawn = |forms: &[Vec<u8>]| page(stream("", &start), "/XObject<</X 6 0 R>>", forms);
    // In a circle: left out.
    let circle = drawn(&[form("/X Do", 7), form("/X Do", 6)]);
    assert_eq!(lines(&soon(|| document(&circle))), ["word"]);
    // A hundred times the next one, seven levels deep.
    let ten = "/X Do ".repeat(100);
    let levels: Vec<_> = (7..14).map(|below| form(&ten, below)).collect();
    let message = soon(|| refusal(&drawn(&levels)));
    assert_eq!(message, "PDF 第1页的内容多得不合常理，没有读取");
    // Twenty levels.
    let levels: Vec<_> = (7..27).map(|below| form("/X Do", below)).collect();
    assert_eq!(
        soon(|| refusal(&drawn(&levels))),
        "PDF 第1页的内容多得不合常理，没有读取"
    );
    // Forms without names of their own take those of the page: each draws all others.
    let names: String = (6..46)
        .map(|number| format!("/X{number} {number} 0 R"))
        .collect();
    let all: String = (6..46).map(|number| format!("/X{number} Do ")).collect();
    let each = stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", all.as_bytes());
    let file = page(
        stream("", all.as_bytes()),
        &format!("/XObject<<{names}>>"),
        &vec![each; 40],
    );
    assert_eq!(
        soon(|| refusal(&file)),
        "PDF 第1页的内容多得不合常理，没有读取"
    );
}

#[test]
fn fonts_that_list_everything() {
    let font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>";
    let glyphs =
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/W[0 4294967295 500]/CIDSystemInfo<<>>>>";
    let table = stream(
        "",
        b"1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange 1 beginbfchar <0001> <5E74> endbfchar",
    );
    let content = stream("", b"BT /F2 12 Tf 50 700 Td <00010001> Tj ET");
    let more = [font.to_vec(), glyphs.to_vec(), table];
    let content = page(content, "/Font<</F2 6 0 R>>", &more);
    assert_eq!(lines(&soon(|| document(&content))), ["年年"]);
}

#[test]
fn pages_that_write_or_rule_too_much() {
    let words = [&b"BT /F1 1 Tf ("[..], &b"a".repeat(300_000), b") Tj ET"].concat();
    assert_eq!(
        refusal(&page(packed("", &words), "", &[])),
        "PDF 第1页的内容多得不合常理，没有读取"
    );
    let mut rules = WORD.to_vec();
    for place in 0..300 {
        rules.extend(format!("{0} 0 m {0} 3000 l 0 {0} m 3000 {0} l S\n", place * 10).bytes());
    }
    let (document, notices) =
        soon(|| read_pdf_with_notices("a.pdf", &page(packed("", &rules), "", &[]))).unwrap();
    assert_eq!(lines(&document), ["word"]);
    assert_eq!(
        notices[0].message(Lang::Zh),
        "第1页的线条太多，没有寻找表格，只读了文字"
    );
}

#[test]
fn numbers_that_are_none() {
    for numbers in [
        "1e999 0 0 1e999 0 0 cm",
        "99999999999999999999 0 0 1 0 0 cm",
        "0 0 0 0 0 0 cm",
    ] {
        let content = [numbers.as_bytes(), b" 0 0 m 9 9 l S ", WORD].concat();
        soon(|| read_pdf_with_notices("a.pdf", &page(stream("", &content), "", &[])).is_ok());
    }
}

#[test]
fn a_page_without_words_beside_one_with_words_is_told() {
    let picture =
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8";
    let bytes = file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/Resources<</Font<</F1 7 0 R>>/XObject<</P 8 0 R>>>>>>".to_vec(),
        b"<</Type/Page/Contents 5 0 R>>".to_vec(),
        b"<</Type/Page/Contents[6 0 R]>>".to_vec(),
        stream("", b"/P Do"),
        packed("", WORD),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
        stream(picture, b"0"),
    ]);
    let (document, notices) = read_pdf_with_notices("a.pdf", &bytes).unwrap();
    assert_eq!(lines(&document), ["word"]);
    let notices: Vec<_> = notices
        .iter()
        .map(|notice| notice.message(Lang::En))
        .collect();
    assert_eq!(
        notices,
        ["page 1 is a picture without a text layer and was not read"]
    );
}

#[test]
fn open_sides_at_a_page_break_are_closed() {
    let mut content = b"0 700 m 200 700 l 0 650 m 200 650 l S 0 700 m 0 600 l 100 700 m 100 600 l 200 700 m 200 600 l S\n".to_vec();
    for (x, y, word) in [
        (10, 670, "a"),
        (110, 670, "b"),
        (10, 620, "c"),
        (110, 620, "d"),
    ] {
        content.extend(format!("BT /F1 12 Tf {x} {y} Td ({word}) Tj ET\n").bytes());
    }
    let document = document(&page(packed("", &content), "", &[]));
    assert_eq!(drawn(tables(&document)[0]), "a | b\nc | d\n");
}
