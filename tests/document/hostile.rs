//! Files made to exhaust the reader: each ends soon, with a sentence.

use std::time::{Duration, Instant};

use jixiao::document::{ProblemKind, Problems, read_sheets};
use jixiao::words::Lang;
use proptest::prelude::*;

use super::{kinds, problems_of, with_row};

/// The only problem of a text, found in reasonable time even without optimisation.
fn refusal(text: &str) -> ProblemKind {
    let start = Instant::now();
    let mut found = kinds(text);
    assert_eq!(found.len(), 1, "{:?}", &found[..found.len().min(3)]);
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    found.remove(0)
}

const FIVE_MB: usize = 5_000_000;

#[test]
fn deep_nesting_is_refused_in_every_notation() {
    let too_deep = ProblemKind::TooDeep { limit: 64 };
    assert_eq!(refusal(&"[".repeat(66)), too_deep);
    assert_eq!(refusal(&"[".repeat(1_000)), too_deep);
    assert_eq!(refusal(&"{a: ".repeat(1_000)), too_deep);
    assert_eq!(refusal(&format!("a: {}", "[".repeat(1_000))), too_deep);
    assert_eq!(refusal(&"- ".repeat(FIVE_MB / 2)), too_deep);
    let mut block = String::new();
    let mut depth = 0;
    while block.len() < FIVE_MB {
        block.push_str(&" ".repeat(depth));
        block.push_str("a:\n");
        depth += 1;
    }
    assert_eq!(refusal(&block), too_deep);
    let json = format!("{}1{}", "[".repeat(1_000), "]".repeat(1_000));
    assert_eq!(problems_of("a.json", json.as_bytes())[0].kind, too_deep);
}

#[test]
fn the_deepest_allowed_file_is_read() {
    let text = format!("{}{}", "[".repeat(64), "]".repeat(64));
    assert!(jixiao::document::Input::read("a.yaml", text.as_bytes()).is_ok());
}

#[test]
fn five_megabytes_of_brackets_are_refused() {
    let too_many = ProblemKind::TooManyNodes { limit: 200_000 };
    assert_eq!(refusal(&"[".repeat(FIVE_MB)), too_many);
    assert_eq!(refusal(&"{a: ".repeat(FIVE_MB / 4)), too_many);
    assert_eq!(
        refusal(&format!("[{}", "[],".repeat(FIVE_MB / 3))),
        too_many
    );
    let json = "[".repeat(FIVE_MB);
    let json = format!("{json}{}", "]".repeat(3_000_000));
    assert_eq!(problems_of("a.json", json.as_bytes()).len(), 1);
}

#[test]
fn too_many_values_are_refused() {
    let too_many = ProblemKind::TooManyNodes { limit: 200_000 };
    assert_eq!(refusal(&"- a\n".repeat(200_001)), too_many);
    let map: String = (0..100_001).map(|n| format!("k{n}: a\n")).collect();
    assert_eq!(refusal(&map), too_many);
}

#[test]
fn a_nine_megabyte_file_is_not_even_decoded() {
    let text = "#".repeat(9 * 1024 * 1024);
    assert_eq!(refusal(&text), ProblemKind::TooLarge { limit: 8 });
}

#[test]
fn a_bomb_of_aliases_stops_at_the_first_anchor() {
    let mut bomb = "a0: &a0 [笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑]\n".to_owned();
    for level in 1..30 {
        let before = vec![format!("*a{}", level - 1); 9].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{before}]\n"));
    }
    assert_eq!(refusal(&bomb), ProblemKind::Alias);
    assert_eq!(refusal("a: *nobody\n"), ProblemKind::Alias);
    assert_eq!(refusal("a: &x 1\n"), ProblemKind::Alias);
    assert_eq!(refusal("&x a: 1\n"), ProblemKind::Alias);
    assert_eq!(refusal("<<: *nobody\n"), ProblemKind::Alias);
}

#[test]
fn tags_and_second_documents_are_refused() {
    assert_eq!(refusal("a: !rust/object 1\n"), ProblemKind::Tag);
    assert_eq!(refusal("a: !!binary aGk=\n"), ProblemKind::Tag);
    assert_eq!(refusal("a: !e!x 1\n"), ProblemKind::Tag);
    assert_eq!(refusal("a: 1\n---\nb: 1\n"), ProblemKind::SecondDocument);
}

#[test]
fn a_list_cannot_be_a_key() {
    assert_eq!(refusal("? [a, b]\n: 1\n"), ProblemKind::KeyNotText);
    assert_eq!(refusal("a: {{b}}\n"), ProblemKind::KeyNotText);
    assert_eq!(refusal(&"? ".repeat(FIVE_MB / 2)), ProblemKind::KeyNotText);
}

#[test]
fn thousands_of_problems_are_cut_short() {
    let keys: String = (0..50_000).map(|n| format!("taget{n}: 1\n")).collect();
    let found = kinds(&format!("{keys}{}", with_row("{name: 甲, target: 1}")));
    assert_eq!(found.len(), Problems::MOST + 1);
    assert_eq!(found.last(), Some(&ProblemKind::MoreProblems));
}

#[test]
fn one_line_of_a_megabyte_is_shown_in_part() {
    let row = format!("{{name: 甲, target: 1, taget: '{}'}}", "长".repeat(300_000));
    let found = problems_of("a.yaml", with_row(&row).as_bytes());
    assert!(found[0].render(Default::default()).len() < 2_000);
}

#[test]
fn broken_files_are_never_a_panic() {
    let good = with_row("{name: 甲, target: \"1\", inputs: {'上年': 2个}, points: [a, b]}");
    let bytes = good.as_bytes();
    for end in 0..bytes.len() {
        let _ = read_sheets("a.yaml", &bytes[..end]);
        for strange in [
            b'\t', b'\'', b'[', b'}', b':', b'|', b'&', b'\r', 0x80, 0xff,
        ] {
            let mut changed = bytes.to_vec();
            changed[end] = strange;
            let _ = read_sheets("a.yaml", &changed);
            let _ = read_sheets("a.json", &changed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_text_is_a_panic(text in "([ \\t\\n\\r\u{85}\u{2028}\u{feff}:#,&*!|>'\"%@`~=?.\\[\\]{}<-]|- |: |\\? |\\n  |---|\\.\\.\\.|[a-c甲：]){0,60}") {
        let _ = read_sheets("a.yaml", text.as_bytes());
        let _ = read_sheets("a.json", text.as_bytes());
        let _ = read_sheets("a.yaml", with_row(&text).as_bytes());
    }

    #[test]
    fn no_bytes_are_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        for file in ["a.yaml", "a.json"] {
            if let Err(problems) = read_sheets(file, &bytes) {
                for problem in problems {
                    problem.render(Lang::Zh);
                }
            }
        }
    }
}
