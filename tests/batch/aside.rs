//! Where that goes which is set aside: as carefully as the results.

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use super::record;
use crate::cli::desk::{Desk, desk};

/// One record is done, one set aside.
fn half() -> Desk {
    desk().with("a.jsonl", format!("{}\n{{\n", record(1)))
}

#[test]
fn a_link_is_written_through() {
    let desk = half().with("real.jsonl", "old").with("shelf/x", "");
    symlink("real.jsonl", desk.path("link.jsonl")).unwrap();
    desk.run("batch a.jsonl -o out.jsonl --rejected link.jsonl")
        .fails()
        .complains("link.jsonl");
    assert!(desk.path("link.jsonl").is_symlink());
    assert!(desk.text("real.jsonl").contains("\"line\":2"));
    // Nobody named this one, and the link leads nowhere yet.
    symlink("shelf/aside", desk.path("out.csv.rejected.jsonl")).unwrap();
    desk.run("batch a.jsonl -o out.csv").fails();
    assert!(desk.path("out.csv.rejected.jsonl").is_symlink());
    assert_eq!(desk.text("shelf/aside"), desk.text("real.jsonl"));
}

#[test]
fn a_device_or_a_pipe_gets_it_and_stays_one() {
    let desk = half();
    desk.run("batch a.jsonl -q -o out.jsonl --rejected aside.jsonl")
        .fails();
    let pipe = desk.path("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read_to_string(pipe).unwrap()
    });
    desk.run("batch a.jsonl -q -o out.jsonl --rejected pipe")
        .fails();
    assert_eq!(reader.join().unwrap(), desk.text("aside.jsonl"));
    assert!(!std::fs::metadata(&pipe).unwrap().is_file());
}

#[test]
fn where_it_cannot_go_is_said_before_the_work() {
    let desk = half().with("shut.jsonl", "old").with("folder/x", "");
    set_permissions(desk.path("shut.jsonl"), Permissions::from_mode(0o444)).unwrap();
    let long = format!("{}.jsonl", "x".repeat(240));
    for (words, complaint) in [
        (
            "-o out.jsonl --rejected shut.jsonl",
            "shut.jsonl: 写不了: 没有权限",
        ),
        ("-o out.jsonl --rejected folder", "folder: 写不了: "),
        (
            "-o out.jsonl --rejected none/a.jsonl",
            "none/a.jsonl: 写不了: ",
        ),
        (
            "-o out.jsonl --rejected ./out.jsonl",
            "./out.jsonl: 结果和挑出来的记录",
        ),
        (&format!("-o {long}"), "写不了: 文件名或路径太长"),
    ] {
        desk.run(&format!("batch a.jsonl {words}"))
            .fails()
            .complains(complaint);
        assert_eq!(desk.text("shut.jsonl"), "old");
        assert_eq!(desk.names(), ["a.jsonl", "folder", "shut.jsonl"], "{words}");
    }
}

#[test]
fn what_was_set_aside_is_not_overwritten_while_it_is_read() {
    let desk = half();
    desk.run("batch a.jsonl -q -o out.jsonl").fails();
    let aside = desk.text("out.jsonl.rejected.jsonl");
    desk.run("batch out.jsonl.rejected.jsonl -o out.jsonl")
        .fails()
        .complains("out.jsonl.rejected.jsonl");
    assert_eq!(desk.text("out.jsonl.rejected.jsonl"), aside);
}
