//! Where the result goes.

use std::io::Read;
use std::process::{Command, Stdio};

use super::desk::{SHEET, desk, jixiao, repository};

#[test]
fn a_file_is_written_whole_and_nothing_beside_it() {
    let desk = desk().with("a.yaml", SHEET).with("out.json", "old");
    desk.run("score a.yaml -f json -o out.json")
        .succeeds()
        .prints_nothing()
        .complains_of_nothing();
    assert!(desk.text("out.json").starts_with("{\n"));
    assert_eq!(desk.names(), ["a.yaml", "out.json"]);
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let desk = desk().with("a.yaml", SHEET).with("folder/b.yaml", SHEET);
    desk.run("score a.yaml -o folder")
        .fails()
        .complains("写不了");
    desk.run("score a.yaml -o none/out.txt")
        .fails()
        .complains("写不了");
    assert_eq!(desk.names(), ["a.yaml", "folder"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_stays_as_it_was() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let desk = desk().with("a.yaml", SHEET).with("shut/old.txt", "old");
    set_permissions(desk.path("shut"), Permissions::from_mode(0o555)).unwrap();
    // The administrator may write anywhere; there is nothing to see then.
    if std::fs::write(desk.path("shut/probe"), "").is_err() {
        desk.run("score a.yaml -o shut/old.txt")
            .fails()
            .complains("写不了");
        assert_eq!(desk.text("shut/old.txt"), "old");
    }
    set_permissions(desk.path("shut"), Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn an_input_is_never_overwritten() {
    let desk = desk().with("a.yaml", SHEET);
    desk.run("score a.yaml -o ./a.yaml")
        .fails()
        .complains("输出文件就是输入文件");
    assert_eq!(desk.text("a.yaml"), SHEET);
}

#[test]
fn nothing_is_written_when_nothing_could_be_scored() {
    let desk = desk().with("a.yaml", "- 1\n");
    desk.run("score a.yaml -f json -o out.json").fails();
    assert_eq!(desk.names(), ["a.yaml"]);
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    // More than a pipe holds, so that the writer meets the closed end.
    let mut desk = desk();
    for number in 0..60 {
        let text = std::fs::read(repository().join("samples/wuhan-2024/whole.yaml"));
        desk = desk.with(&format!("{number}.yaml"), text.unwrap());
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_jixiao"))
        .args(["score", ".", "-q"])
        .current_dir(desk.path("."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 64];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut first).unwrap();
    drop(out);
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success());
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["table", "json", "jsonl", "csv", "md"] {
        let words = format!("score samples/wuhan-2024 -f {format}");
        assert_eq!(jixiao(&words).succeeds().out, jixiao(&words).succeeds().out);
    }
}

#[test]
fn nothing_a_run_was_made_from_is_overwritten() {
    let overlay = "title: 试算\nchanges:\n  - set: execution.weight\n    to: 10\n    because: 试\n";
    let accepted = "accepted: []\n";
    let profile = "far_above_target: 120%\n";
    let desk = desk()
        .with("a.yaml", SHEET)
        .with("overlay.yaml", overlay)
        .with("profile.yaml", profile)
        .with("decided.yaml", accepted)
        .with_pack("wuhan/2024");
    let pack = desk.text("pack/pack.yaml");
    for (words, file, content) in [
        (
            "whatif a.yaml --sweep execution.weight=10..20:5 --chart a.yaml",
            "a.yaml",
            SHEET,
        ),
        (
            "whatif a.yaml --overlay overlay.yaml -o overlay.yaml",
            "overlay.yaml",
            overlay,
        ),
        (
            "whatif a.yaml --scenario overlay.yaml -o overlay.yaml",
            "overlay.yaml",
            overlay,
        ),
        (
            "audit a.yaml --profile profile.yaml -o profile.yaml",
            "profile.yaml",
            profile,
        ),
        (
            "audit a.yaml --accepted decided.yaml -o decided.yaml",
            "decided.yaml",
            accepted,
        ),
        (
            "score a.yaml --rules ./pack -o pack/pack.yaml",
            "pack/pack.yaml",
            &pack,
        ),
        (
            "whatif a.yaml --rules wuhan --rules ./pack -o pack/pack.yaml",
            "pack/pack.yaml",
            &pack,
        ),
    ] {
        desk.run(words).fails().complains("输出文件就是输入文件");
        assert_eq!(desk.text(file), content, "{words}");
    }
}

#[test]
fn the_name_of_the_output_says_the_format() {
    let desk = desk().with("a.yaml", SHEET);
    for command in [
        "score a.yaml",
        "audit a.yaml --fail-on never",
        "whatif a.yaml --set execution.weight=10",
    ] {
        desk.run(&format!("{command} -o a.json")).succeeds();
        assert!(desk.text("a.json").starts_with('{'), "{command}");
        // What is asked for goes before what the name says.
        desk.run(&format!("{command} -f csv -o a.json")).succeeds();
        assert!(desk.text("a.json").starts_with('\u{feff}'), "{command}");
        desk.run(&format!("{command} -o a.pdf"))
            .ends_with(2)
            .complains("写不出 .pdf");
    }
    desk.run("score a.yaml -o a.sarif")
        .ends_with(2)
        .complains("写不出 .sarif");
    desk.run("whatif a.yaml --vary 10% -o a.docx")
        .ends_with(2)
        .complains("没有 docx");
    assert_eq!(desk.names(), ["a.json", "a.yaml"]);
}

#[test]
fn a_paper_beside_the_sheets_is_none_of_them() {
    let desk = desk().with("年度/a.yaml", SHEET);
    for ending in ["docx", "html", "xlsx"] {
        let paper = format!("年度/底稿.{ending}");
        desk.run(&format!("audit 年度 --fail-on never -o {paper}"))
            .succeeds();
        let ids = |words: &str| {
            let sheets = desk.run(words).succeeds().sheets();
            sheets.iter().map(|sheet| sheet["id"].to_string()).collect()
        };
        let found: Vec<String> = ids("score 年度 -f json");
        assert_eq!(found, ["\"a\""], "{ending}");
        desk.run(&format!("score {paper}"))
            .fails()
            .complains("jixiao 写的底稿");
    }
}
