//! The same results as `score`, whatever the number of threads.

use super::{bytes, record, records, samples};
use crate::cli::desk::{SHEET, desk, jixiao};

#[test]
fn lines_are_those_of_score() {
    // One file a sheet for `score`; the same bytes as the lines of files of the same names for `batch`.
    for (number, sheet) in samples().into_iter().enumerate() {
        let name = format!("s{number}");
        let desk = desk()
            .with(&format!("{name}.json"), &sheet)
            .with(&format!("lines/{name}.jsonl"), &sheet);
        for format in ["jsonl", "csv"] {
            for lang in ["zh", "en"] {
                let words = format!("-q -f {format} --lang {lang}");
                let score = desk.run(&format!("score {name}.json {words}")).succeeds();
                let batch = desk.run(&format!("batch lines/{name}.jsonl {words}"));
                assert_eq!(score.out, batch.succeeds().out, "{sheet}");
            }
        }
    }
}

#[test]
fn a_folder_is_walked_as_score_does() {
    let desk = desk()
        .with("all/a.yaml", SHEET)
        .with("all/b/a.json", record(3))
        .with("all/b/notes.txt", "nothing of use")
        .with("all/results.jsonl", "not taken");
    for format in ["jsonl", "csv"] {
        desk.run(&format!("score all -q -o score.{format}"))
            .succeeds();
        desk.run(&format!("batch all -q -o batch.{format}"))
            .succeeds();
        let both = ["score", "batch"].map(|name| desk.text(&format!("{name}.{format}")));
        assert_eq!(both[0], both[1]);
        assert!(both[0].contains("示例项目自评表"));
    }
    desk.run("batch all -o batch.jsonl")
        .succeeds()
        .complains("1 个文件里没有自评表");
    let documents = "samples/documents/national.docx samples/wuhan-2024";
    let score = jixiao(&format!("score {documents} -q -f jsonl")).succeeds();
    let batch = jixiao(&format!("batch {documents} -q")).succeeds();
    assert_eq!(score.out, batch.out);
}

#[test]
fn names_are_given_before_files_are_opened() {
    let desk = desk()
        .with("all/a.yaml", SHEET)
        .with("all/a.txt", "nothing of use")
        .with("all/b.yaml", SHEET);
    let id = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        line["id"].as_str().expect("an id").to_owned()
    };
    let ids = |verb: &str| {
        let said = desk.run(&format!("{verb} all -q -f jsonl")).succeeds();
        said.out.lines().map(id).collect::<Vec<_>>()
    };
    assert_eq!(ids("batch"), ["all/a.yaml", "b"]);
    assert_eq!(ids("score"), ["a", "b"]);
}

#[test]
fn bytes_do_not_depend_on_the_threads() {
    // More than two chunks.
    let lines = records(4_200);
    let desk = desk().with("all.jsonl", &lines).with("b.yaml", SHEET);
    for format in ["jsonl", "parquet"] {
        let made = [1, 2, 5].map(|jobs| {
            let words = format!("batch all.jsonl b.yaml -q -j {jobs} -o out.{format}");
            desk.run(&words).succeeds();
            bytes(&desk, &format!("out.{format}"))
        });
        assert!(made[0] == made[1] && made[0] == made[2], "{format}");
    }
    let out = desk.text("out.jsonl");
    assert_eq!(out.lines().count(), 4_201);
    assert_eq!(
        desk.names(),
        ["all.jsonl", "b.yaml", "out.jsonl", "out.parquet"]
    );
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let desk = desk().with("all.jsonl", records(1_000));
    let command = assert_cmd::cargo::cargo_bin("jixiao");
    let mut run = Command::new(command)
        .args(["batch", "all.jsonl"])
        .current_dir(desk.path("."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut first = [0];
    let mut out = run.stdout.take().expect("a pipe");
    out.read_exact(&mut first).expect("a byte");
    drop(out);
    let done = run.wait_with_output().expect("an end");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!((done.status.code(), &*said), (Some(0), ""));
}

#[test]
fn formats_and_files_that_cannot_be_are_refused() {
    let desk = desk().with("a.jsonl", record(1)).with("folder/x", "");
    let usage = |words: &str| desk.run(words).ends_with(2).prints_nothing();
    usage("batch a.jsonl -f parquet").complains("标准输出");
    usage("batch a.jsonl -o out.xlsx").complains("xlsx");
    usage("batch").complains("INPUT");
    desk.run("batch a.jsonl -o folder")
        .fails()
        .complains("写不了");
    desk.run("batch a.jsonl -o none/out.jsonl")
        .fails()
        .complains("写不了");
    desk.run("batch a.jsonl -f csv -o a.jsonl").fails();
    desk.run("batch none.jsonl -o out.csv")
        .fails()
        .complains("none.jsonl");
    assert_eq!(desk.text("a.jsonl"), record(1));
    assert_eq!(desk.names(), ["a.jsonl", "folder"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_stays_as_it_was() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let desk = desk()
        .with("a.jsonl", record(1))
        .with("shut/out.jsonl", "old");
    set_permissions(desk.path("shut"), Permissions::from_mode(0o555)).unwrap();
    // The administrator may write anywhere; there is nothing to see then.
    if std::fs::write(desk.path("shut/probe"), "").is_err() {
        desk.run("batch a.jsonl -o shut/out.jsonl")
            .fails()
            .complains("写不了");
        assert_eq!(desk.text("shut/out.jsonl"), "old");
    }
    set_permissions(desk.path("shut"), Permissions::from_mode(0o755)).unwrap();
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_stays_one() {
    let desk = desk().with("a.jsonl", record(1));
    desk.run("batch a.jsonl -f csv -o /dev/null").succeeds();
    assert!(!std::fs::metadata("/dev/null").expect("a device").is_file());
}

#[cfg(unix)]
#[test]
fn a_link_is_written_through_and_a_read_only_file_stays() {
    use std::fs::{Permissions, set_permissions, symlink_metadata};
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = desk().with("a.jsonl", record(1)).with("real.csv", "old");
    symlink("real.csv", desk.path("link.csv")).expect("a link");
    desk.run("batch a.jsonl -o link.csv").succeeds();
    let link = symlink_metadata(desk.path("link.csv")).expect("it is there");
    assert!(link.is_symlink());
    let written = desk.text("real.csv");
    assert!(
        written.contains("表1") || written.contains("数量"),
        "{written}"
    );

    set_permissions(desk.path("real.csv"), Permissions::from_mode(0o444)).expect("ours");
    for out in ["real.csv", "link.csv"] {
        desk.run(&format!("batch a.jsonl -f jsonl -o {out}"))
            .fails()
            .complains("没有权限");
    }
    assert_eq!(desk.text("real.csv"), written);
}
