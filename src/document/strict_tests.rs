//! Whatever a strict reader answers, the full one answers too: the same values, keys, order, places.
//!
//! `JIXIAO_CASES=300000 cargo test --release --lib strict_tests` looks longer.

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::strict_alike::Notation::{Json, Yaml};
use super::strict_alike::answers;

/// Every YAML and JSON file of the repository that is a text of moderate length.
static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut files = Vec::new();
    for folder in ["samples", "rules", "tests", "docs"] {
        gather(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
            &mut files,
        );
    }
    assert!(files.len() > 100, "only {} files", files.len());
    files
});

fn gather(folder: &Path, files: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        let name = path.to_string_lossy().into_owned();
        let fits = [".yaml", ".yml", ".json", ".jsonl"];
        if path.is_dir() {
            if !name.ends_with("target") {
                gather(&path, files);
            }
        } else if fits.iter().any(|ending| name.ends_with(ending)) || name.contains("/seeds/") {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            if (1..200_000).contains(&text.len()) {
                files.push((name, text));
            }
        }
    }
}

#[test]
fn every_file_of_the_repository_is_read_alike() {
    for (_, text) in FILES.iter() {
        answers(text, Json);
        answers(text, Yaml);
    }
}

/// Were the strict readers never to answer, all other tests here would pass.
#[test]
fn sheets_and_target_tables_are_read_strictly() {
    let mut sheets = 0;
    for (name, text) in FILES.iter() {
        let of_samples = ["samples/wuhan-2024/", "samples/targets-2026/"];
        if !of_samples.iter().any(|folder| name.contains(folder)) || name.contains("/whatif/") {
            continue;
        }
        // One sheet has a key with nothing behind it, which is left to the full reader.
        let has_empty_value = name.ends_with("wuhan-2024/startup.yaml");
        assert_eq!(answers(text, Yaml), !has_empty_value, "{name}");
        let mut texts = vec![text.clone()];
        for sheet in super::read_sheets("a.yaml", text.as_bytes()).unwrap_or_default() {
            sheets += 1;
            texts.push(super::write_sheet(&sheet));
            assert!(answers(texts.last().unwrap(), Yaml), "{name} as written");
        }
        for text in texts {
            let tree: serde_json::Value = serde_yaml::from_str(&text).unwrap();
            assert!(
                answers(&serde_json::to_string(&tree).unwrap(), Json),
                "{name}"
            );
            assert!(
                answers(&serde_json::to_string_pretty(&tree).unwrap(), Json),
                "{name}"
            );
        }
    }
    assert!(sheets >= 2);
}

#[test]
fn corners() {
    let deep = |n: usize| format!("{}1{}", "[".repeat(n), "]".repeat(n));
    let blocks = |n: usize| {
        let line = |at| format!("{}a:", " ".repeat(at));
        let lines: Vec<String> = (0..n).map(line).collect();
        lines.join("\n") + " 1"
    };
    for (text, notation, strictly) in [
        ("{}", Json, true),
        ("[]", Json, true),
        (" {}", Json, false),
        ("{\"a\":[1,-2.50,1e5,true,false,null,\"\"]}\r\n", Json, true),
        ("{\"a\": \"\\u4e2d\\n\\\"\\/\\\\\"}", Json, true),
        ("{\"a\":\"\\ud842\\udfb7\"}", Json, false),
        ("{\"a\":1,\"a\":2}", Json, false),
        ("{\"a\":1,\"\\u0061\":2}", Json, false),
        ("{\"\":1}", Json, false),
        ("{\"a\":01}", Json, false),
        ("{\"a\":+1}", Json, false),
        ("{\"a\":1.}", Json, false),
        ("{\"a\":.5}", Json, false),
        ("{\"a\":1e}", Json, false),
        ("{\"a\":nul}", Json, false),
        ("{\"a\":1,}", Json, false),
        ("[1 2]", Json, false),
        ("{\"a\":1}}", Json, false),
        ("{\"a\":\"\t\"}", Json, false),
        ("{\"a\":\t1}", Json, false),
        ("{\"a\":\"b\nc\"}", Json, false),
        ("{\"a\":\"\u{feff}\"}", Json, false),
        ("{\"a\":\"\u{2028}\"}", Json, false),
        ("{\"a\":\"\u{85}\"}", Json, false),
        ("{\"a\":\"\u{a0}，“\u{3000}”\"}", Json, true),
        (&deep(64), Json, true),
        (&deep(65), Json, false),
        (&format!("{{\"{}\":1}}", "k".repeat(1000)), Json, true),
        (&format!("{{\"{}\":1}}", "k".repeat(1001)), Json, false),
        (
            "甲: 一 # 二\n\n# 三\n乙:\n- {丙: 1, 丁: [a, 'b''c', \"d\"]}\n- 戊: ≥90%\n  己: x:y\n- 庚\n",
            Yaml,
            true,
        ),
        ("a: 1\nb:\n  - 1\n  -  c: 2\n     d: 3\ne: -5", Yaml, true),
        ("a: ----\n", Yaml, false),
        ("a: --\nb: {c: -1, d: -}\n", Yaml, false),
        ("a: b: c\n", Yaml, false),
        ("a:\nb: 1\n", Yaml, false),
        ("a: b\n  c\n", Yaml, false),
        ("a:\n  b\n", Yaml, false),
        ("a: 1\na: 2\n", Yaml, false),
        ("a: 1\n'a': 2\n", Yaml, false),
        ("null: 1\n", Yaml, false),
        ("a: &b 1\n", Yaml, false),
        ("a: !b 1\n", Yaml, false),
        ("a: |\n  b\n", Yaml, false),
        ("---\na: 1\n", Yaml, false),
        ("a: 1\n...\n", Yaml, false),
        ("a: \"b\n  c\"\n", Yaml, false),
        ("a: {b: 1,\n  c: 2}\n", Yaml, false),
        ("a: {b, c: 1}\n", Yaml, false),
        ("a: {\"b\":1}\n", Yaml, false),
        ("a: [b: 1]\n", Yaml, false),
        ("a: {b: c#d, e: f #g}\n", Yaml, false),
        ("a: {b: 8:30, c: http://d}\n", Yaml, true),
        ("a: {b: c -}\n", Yaml, false),
        ("a: [b -, c]\n", Yaml, false),
        ("a: {b: c - d, e: f-, g: - }\n", Yaml, false),
        ("a: {b: c - d, e: f-}\n", Yaml, true),
        ("a: 1\r\nb: 2\r\n", Yaml, false),
        ("a: 1\n\tb: 2\n", Yaml, false),
        (" a: 1\n", Yaml, false),
        ("a: 1\n b: 2\n", Yaml, false),
        ("- a\n- b\n", Yaml, true),
        ("- - a\n", Yaml, false),
        ("a", Yaml, false),
        (&blocks(64), Yaml, true),
        (&blocks(65), Yaml, false),
    ] {
        assert_eq!(answers(text, notation), strictly, "{notation:?} {text}");
    }
}

/// What may be put into a text to make it odd.
const ODD: &[&str] = &[
    "\n", "\n\n", " ", "  ", "\t", "\r", "\r\n", "-", "- ", "--- ", "---\n", "...", ":", ": ",
    ":\n", "#", " #", ", ", ",", "[", "]", "{", "}", "{}", "[]", "'", "''", "\"", "\\", "\\\"",
    "\\u0061", "\\ud842", "&a ", "*a", "!a ", "|", ">", "|-\n", "%", "@", "`", "?", "? ", "~",
    "null", "a: 1", "a: 1\n", "a:\n", "- a\n", "- a: 1\n", "=", "0", "-1", "1e5", "甲", "：", "，",
    "\u{a0}", "\u{85}", "\u{2028}", "\u{3000}", "\u{feff}", "\u{7f}", "\u{0}",
];

/// A change of a text: what is done, where, how long, with what.
type Change = (u8, Index, usize, &'static str);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = (0_u8..9, any::<Index>(), 1_usize..5, select(ODD));
    proptest::collection::vec(change, 0..4)
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for (kind, index, length, odd) in changes {
        if *kind < 4 {
            let mut characters: Vec<char> = text.chars().collect();
            let at = index.index(characters.len() + 1);
            let end = match kind {
                // A character is left out or replaced, or something is put between two.
                0 => (at + length).min(characters.len()),
                1 => (at + 1).min(characters.len()),
                _ => at,
            };
            let new = if *kind == 0 { "" } else { odd };
            characters.splice(at..end, new.chars());
            text = characters.into_iter().collect();
            continue;
        }
        let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let at = index.index(lines.len());
        let line = lines[at].clone();
        match kind {
            4 => drop(lines.remove(at)),
            5 => lines.insert(at, line),
            6 => lines[at] = format!("{}{line}", " ".repeat(*length)),
            7 => lines[at] = line.get(*length..).unwrap_or("").to_owned(),
            _ => lines.swap(at, index.index(at + 1)),
        }
        text = lines.join("\n");
    }
    text
}

/// A part of a file: the whole of a large one would be too slow.
fn part(text: &str, from: Index) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let from = if lines.len() > 60 {
        from.index(lines.len())
    } else {
        0
    };
    let part = lines.into_iter().skip(from).take(60);
    let part: Vec<&str> = part.collect();
    let part = part.join("\n");
    part.chars().take(4000).collect()
}

/// A tree as a program might write it.
fn tree() -> impl Strategy<Value = serde_json::Value> {
    let text = || "[ -~甲乙，：≥％\n\u{a0}\"'#:-]{0,12}";
    let leaf = prop_oneof![
        text().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<bool>().prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
            proptest::collection::vec((text(), inner), 0..5)
                .prop_map(|entries| serde_json::Value::Object(entries.into_iter().collect())),
        ]
    })
}

fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("JIXIAO_CASES").ok();
    let cases = asked.and_then(|asked| asked.parse().ok()).unwrap_or(usual);
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    }
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn changed_files_are_read_alike(file in any::<Index>(), from in any::<Index>(), changes in changes()) {
        let text = changed(&part(&file.get(&FILES).1, from), &changes);
        answers(&text, Json);
        answers(&text, Yaml);
    }

    #[test]
    fn any_text_is_read_alike(parts in proptest::collection::vec(select(ODD), 0..24)) {
        let text = parts.concat();
        answers(&text, Json);
        answers(&text, Yaml);
    }

    #[test]
    fn any_tree_is_read_alike(tree in tree(), changes in changes()) {
        let compact = serde_json::to_string(&tree).unwrap();
        let pretty = serde_json::to_string_pretty(&tree).unwrap();
        let yaml = serde_yaml::to_string(&tree).unwrap();
        for text in [&compact, &pretty, &yaml] {
            for text in [text, &changed(text, &changes)] {
                answers(text, Json);
                answers(text, Yaml);
            }
        }
    }
}
