//! Texts as Windows writes them, and files by long Chinese names: every command reads both.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use walkdir::WalkDir;

use super::super::cli::desk::{Desk, repository};
use super::writing::long_name;
use super::{Verb, at_work, verbs};

/// What else is read than the sheets of `verbs.txt`: packs, mappings, profiles, acceptances, target tables.
const MORE: [&str; 10] = [
    "score sheets --rules ./pack -f csv",
    "rules check ./pack",
    "rules test ./pack",
    "rules show ./pack",
    "rules diff ./pack national",
    "audit sheets --profile profile.yaml --accepted accepted.yaml -f md",
    "score wide.csv --mapping wide.yaml -f csv",
    "score table.csv -f csv",
    "form plan.yaml",
    "batch lines.jsonl -f csv",
];

/// A sheet as a table, with a line end in a cell.
const TABLE: &str = "年度绩效指标
一级指标,三级指标,年度指标值,全年实际完成值,分值,得分
产出指标,\"培训
场次\",10场,5场,40,20
效益指标,满意度,90%,95%,40,40
";

/// The files of `verbs.txt`, and those of [`MORE`].
fn desk_of_all() -> Desk {
    let sample = |name: &str| fs::read(repository().join("samples").join(name)).unwrap();
    let desk = at_work()
        .with_pack("wuhan/2024")
        .with("profile.yaml", "far_above_target: 120%\n")
        .with("table.csv", TABLE)
        .with("wide.csv", sample("mapping/wide.csv"))
        .with("wide.yaml", sample("mapping/wide.yaml"))
        .with("plan.yaml", sample("targets-2026/jianghan-general.yaml"))
        .with("lines.jsonl", super::super::batch::records(3));
    desk.run("accept sheets/whole.yaml C04 20 --reason 已核 --file accepted.yaml")
        .succeeds();
    desk
}

/// Every command that does not write a file of its own kind.
fn all() -> Vec<Verb> {
    let kinds = ["file", "new", "folder", "print"];
    let more = MORE.iter().map(|words| Verb {
        words: words.split(' ').map(str::to_owned).collect(),
        target: String::new(),
    });
    let listed = kinds.iter().flat_map(|kind| verbs(kind, "out"));
    listed.chain(more).collect()
}

/// Without checksums of what was read.
fn without_checksums(outcome: BTreeMap<PathBuf, Vec<u8>>) -> BTreeMap<PathBuf, String> {
    let clean = outcome.into_iter().map(|(name, bytes)| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut clean = String::new();
        let mut run = String::new();
        for sign in text.chars().chain(['\n']) {
            if sign.is_ascii_hexdigit() {
                run.push(sign);
                continue;
            }
            clean += if run.len() == 64 { "…" } else { &run };
            run.clear();
            clean.push(sign);
        }
        (name, clean)
    });
    clean.collect()
}

#[test]
fn texts_as_windows_writes_them_are_the_same_texts() {
    let (desk, windows) = (desk_of_all(), desk_of_all());
    let mut changed = 0;
    for entry in WalkDir::new(windows.path(".")) {
        let path = entry.unwrap().into_path();
        if path.is_file() && path.extension().is_none_or(|ending| ending != "docx") {
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
            changed += 1;
        }
    }
    assert!(changed > 12, "{changed}");
    for verb in all() {
        // Packed, or in columns: the same figures as the others, with checksums inside.
        if [".xlsx", ".docx", ".parquet"].map(|ending| verb.target.ends_with(ending)) == [false; 3]
        {
            let [plain, other] = [&desk, &windows]
                .map(|desk| without_checksums(verb.outcome(verb.command(desk), desk)));
            assert_eq!(plain, other, "{}", verb.name());
        }
    }
}

#[test]
fn every_command_reads_long_chinese_names() {
    let names = [
        "sheets",
        "scenario.yaml",
        "form.docx",
        "targets.txt",
        "pack",
        "profile.yaml",
        "accepted.yaml",
        "wide.csv",
        "wide.yaml",
        "plan.yaml",
        "table.csv",
        "lines.jsonl",
    ];
    let desk = desk_of_all();
    let long = |name: &str| {
        let ending = name.find('.').map_or("", |dot| &name[dot..]);
        // Of 255 bytes, and no two of the same kind alike.
        let behind = format!("{}{ending}", &name[..2]);
        long_name(255, &behind)
    };
    for name in names {
        fs::rename(desk.path(name), desk.path(&long(name))).unwrap();
    }
    for sheet in ["series", "startup", "whole"] {
        let (name, folder) = (format!("{sheet}.yaml"), desk.path(&long("sheets")));
        fs::rename(folder.join(&name), folder.join(long(&name))).unwrap();
    }
    for Verb { words, target } in all() {
        let words = words.into_iter().map(|word| {
            let (before, path) = match word.strip_prefix("./") {
                Some(path) => ("./", path),
                None => ("", &*word),
            };
            let mut parts = path.split('/');
            match parts.next().filter(|first| names.contains(first)) {
                Some(first) => {
                    let inside: String = parts.map(|part| format!("/{}", long(part))).collect();
                    format!("{before}{}{inside}", long(first))
                }
                None => word,
            }
        });
        let words: Vec<String> = words.collect();
        let verb = Verb { words, target };
        verb.outcome(verb.command(&desk), &desk);
    }
}
