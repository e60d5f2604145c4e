//! Targets that cannot be written, and programs that are ended while they write.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::process::Stdio;
use std::time::Duration;

use super::super::cli::desk::desk;
use super::{Verb, assert_no_drafts, assert_refused, at_work, command, said, verbs};

/// What lies where a result is going to be: for `accept` a file it can read.
const OLD: &str = "accepted: []\n";

#[test]
fn a_full_device_is_said_by_every_command() {
    let desk = at_work();
    for verb in verbs("print", "OUT") {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let run = verb.command(&desk).stdout(full).output().unwrap();
        assert_refused(&run, "结果没有全部输出: 磁盘空间不足", &verb.name());
    }
    for verb in verbs("file", "out")
        .iter()
        .filter(|verb| verb.words[0] != "accept")
    {
        symlink("/dev/full", desk.path(&verb.target)).unwrap();
        let run = verb.command(&desk).output().unwrap();
        assert_refused(&run, "写不了: 磁盘空间不足", &verb.name());
        fs::remove_file(desk.path(&verb.target)).unwrap();
    }
}

#[test]
fn a_reader_who_left_and_a_closed_output_are_no_error() {
    let desk = at_work();
    for verb in verbs("print", "OUT") {
        let mut child = verb.command(&desk);
        let child = child.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = child.spawn().unwrap();
        drop(child.stdout.take());
        for run in [
            child.wait_with_output().unwrap(),
            verb.after("exec >&-", &desk).output().unwrap(),
            verb.after("exec <&-", &desk).output().unwrap(),
        ] {
            let said = said(&run);
            // 3: `audit` finds something in these sheets.
            let ended = run.status.code();
            assert!(matches!(ended, Some(0 | 3)), "{}: {said}", verb.name());
        }
    }
}

#[test]
fn a_limit_on_the_size_of_files_leaves_what_was_there() {
    // One block holds no result; the system would end the program where it does not ask otherwise.
    for (kind, old) in [("file", Some(OLD)), ("new", None), ("folder", None)] {
        for verb in verbs(kind, "out")
            .iter()
            .filter(|verb| verb.words[0] != "accept")
        {
            let desk = at_work();
            if let Some(old) = old {
                fs::write(desk.path(&verb.target), old).unwrap();
            }
            let run = verb.after("ulimit -f 1", &desk).output().unwrap();
            assert_refused(&run, "写不了: 文件太大", &verb.name());
            let there = fs::read_to_string(desk.path(&verb.target)).ok();
            assert_eq!(there.as_deref(), old, "{}", verb.name());
            assert_no_drafts(&desk.path("."));
            if desk.path(&verb.target).is_dir() {
                assert_eq!(fs::read_dir(desk.path(&verb.target)).unwrap().count(), 0);
            }
        }
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_stays() {
    let desk = at_work();
    for verb in verbs("file", "out") {
        fs::create_dir(desk.path(&verb.target)).unwrap();
        let run = verb.command(&desk).output().unwrap();
        assert_eq!(run.status.code(), Some(1), "{}", verb.name());
        assert_no_drafts(&desk.path("."));
        fs::remove_dir(desk.path(&verb.target)).unwrap();
    }
    for verb in verbs("folder", "out") {
        fs::write(desk.path(&verb.target), OLD).unwrap();
        let run = verb.command(&desk).output().unwrap();
        assert_eq!(run.status.code(), Some(1), "{}", verb.name());
        assert_eq!(desk.text(&verb.target), OLD);
        fs::remove_file(desk.path(&verb.target)).unwrap();
    }
}

#[test]
fn a_link_is_written_through_and_stays() {
    let desk = at_work();
    fs::create_dir(desk.path("elsewhere")).unwrap();
    for verb in verbs("file", "out") {
        let behind = desk.path("elsewhere").join(&verb.target);
        // Two links, the second of them leading nowhere yet.
        symlink("elsewhere/link", desk.path(&verb.target)).unwrap();
        symlink(&verb.target, desk.path("elsewhere/link")).unwrap();
        let first = verb.expected(&desk);
        assert_eq!(fs::read(&behind).unwrap(), first, "{}", verb.name());
        let again = verb.expected(&desk);
        assert_eq!(fs::read(&behind).unwrap(), again, "{}", verb.name());
        assert!(desk.path(&verb.target).is_symlink(), "{}", verb.name());
        fs::remove_file(desk.path("elsewhere/link")).unwrap();
        fs::remove_file(desk.path(&verb.target)).unwrap();
    }
    symlink("b.csv", desk.path("a.csv")).unwrap();
    symlink("a.csv", desk.path("b.csv")).unwrap();
    let run = command(&desk, &["score", "sheets", "-o", "a.csv"])
        .output()
        .unwrap();
    assert_refused(&run, "a.csv: 写不了", "a link in a circle");
    assert!(desk.path("a.csv").is_symlink());
}

#[test]
fn a_pipe_gets_the_whole_result() {
    let desk = at_work();
    let words = ["score", "sheets", "-q", "-f", "csv", "-o", "pipe"];
    let [.., "-o", pipe] = words else {
        unreachable!()
    };
    std::process::Command::new("mkfifo")
        .arg(desk.path(pipe))
        .status()
        .unwrap();
    let reader = std::thread::spawn({
        let pipe = desk.path(pipe);
        move || fs::read(pipe).unwrap()
    });
    let run = command(&desk, &words).output().unwrap();
    assert!(run.status.success(), "{}", said(&run));
    let plain = Verb {
        words: words.map(|word| word.replace("pipe", "file")).to_vec(),
        target: "file".to_owned(),
    };
    assert_eq!(reader.join().unwrap(), plain.expected(&desk));
    let kind = fs::metadata(desk.path(pipe)).unwrap().file_type();
    assert!(kind.is_fifo());
}

#[test]
fn a_file_nobody_may_write_is_not_replaced_and_rights_are_kept() {
    let desk = at_work();
    for verb in verbs("file", "out") {
        let path = desk.path(&verb.target);
        fs::write(&path, OLD).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
        let run = verb.command(&desk).output().unwrap();
        assert_refused(&run, "写不了: 没有权限", &verb.name());
        assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
        fs::set_permissions(&path, Permissions::from_mode(0o666)).unwrap();
        verb.expected(&desk);
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o666, "{}", verb.name());
        fs::remove_file(&path).unwrap();
    }
}

/// A name of so many bytes, of Chinese characters.
pub fn long_name(bytes: usize, ending: &str) -> String {
    let room = bytes - ending.len();
    let (chinese, rest) = ("绩".repeat(room / 3), "x".repeat(room % 3));
    format!("{chinese}{rest}{ending}")
}

#[test]
fn names_of_255_bytes_are_read_and_written() {
    let desk = at_work();
    for verb in verbs("file", "out") {
        let (_, ending) = verb.target.split_once('.').unwrap();
        // What is set aside has `.rejected.jsonl` behind the name.
        let bytes = if verb.words[0] == "batch" { 240 } else { 255 };
        let name = long_name(bytes, &format!(".{ending}"));
        let words = verb.words.iter();
        let verb = Verb {
            words: words
                .map(|word| word.replace(&verb.target, &name))
                .collect(),
            target: name,
        };
        verb.expected(&desk);
        fs::remove_file(desk.path(&verb.target)).unwrap();
    }
    let sheet = desk.text("sheets/startup.yaml");
    // A character of four bytes in the name of the project, which becomes that of the file.
    let wide = sheet.replace("创业创新运行保障支出", &"𠀀".repeat(90));
    let name = long_name(255, ".yaml");
    let desk = desk.with(&name, wide);
    for words in [
        ["score", &name, "-o", "a.json"],
        ["import", &name, "-o", "imported"],
    ] {
        let run = command(&desk, &words).output().unwrap();
        assert!(run.status.success(), "{}", said(&run));
    }
    assert_eq!(fs::read_dir(desk.path("imported")).unwrap().count(), 1);
    let beyond = "绩".repeat(85) + "x";
    let run = command(&desk, &["score", "sheets", "-f", "csv", "-o", &beyond]).output();
    assert_refused(&run.unwrap(), "文件名或路径太长", "256 bytes");
}

#[test]
fn more_files_than_may_be_open_are_written() {
    let sheets: String = (0..60)
        .map(|number| {
            let sheet = super::super::cli::desk::SHEET.trim_end();
            let sheet = sheet.replace("project: 示例项目", &format!("project: 项目{number}"));
            format!("- {}\n", sheet.replace('\n', "\n  "))
        })
        .collect();
    let desk = desk().with("a.yaml", format!("sheets:\n{sheets}"));
    let verb = Verb {
        words: ["import", "a.yaml", "-o", "out"]
            .map(str::to_owned)
            .to_vec(),
        target: "out".to_owned(),
    };
    let run = verb.after("ulimit -n 24", &desk).output().unwrap();
    assert!(run.status.success(), "{}", said(&run));
    assert_eq!(fs::read_dir(desk.path("out")).unwrap().count(), 60);
}

/// Ends a command at several moments of its life: what it was for is as it was or as it should be.
fn ended_by(signal: &str, leaves_drafts: bool) {
    for line in [
        "score sheets -o out.html",
        "audit sheets --fail-on never -o out.xlsx",
    ] {
        let verb = Verb {
            words: line.split(' ').map(str::to_owned).collect(),
            target: line.rsplit(' ').next().unwrap().to_owned(),
        };
        let desk = at_work();
        let new = verb.expected(&desk);
        let mut unfinished = 0;
        for moment in 0..25_u64 {
            fs::write(desk.path(&verb.target), OLD).unwrap();
            // A script may have begun the tests with signals ignored.
            let mut command = std::process::Command::new("env");
            let command = command
                .args(["--default-signal", env!("CARGO_BIN_EXE_jixiao")])
                .args(&verb.words)
                .current_dir(desk.path("."));
            let mut child = command.stderr(Stdio::null()).spawn().unwrap();
            std::thread::sleep(Duration::from_millis(moment * moment / 2));
            let kill = std::process::Command::new("kill")
                .args(["-s", signal, &child.id().to_string()])
                .stderr(Stdio::null())
                .status();
            let _ = kill.unwrap();
            let ended = child.wait().unwrap();
            unfinished += usize::from(ended.code().is_none());
            let there = fs::read(desk.path(&verb.target)).unwrap();
            let whole = there == OLD.as_bytes() || there == new;
            assert!(whole, "{line}: {} bytes after {moment}", there.len());
            if !leaves_drafts {
                assert_no_drafts(&desk.path("."));
            }
        }
        assert!(unfinished > 0, "{line}: never ended early");
    }
}

#[test]
fn a_program_that_is_killed_leaves_the_old_or_the_new() {
    ended_by("KILL", true);
}

#[test]
fn a_program_that_is_interrupted_takes_its_drafts_away() {
    ended_by("INT", false);
    ended_by("TERM", false);
}

/// `nohup`, and programs that a script puts in the background: what the caller ignores stays ignored.
#[test]
fn a_signal_the_caller_ignores_ends_nothing() {
    let desk = at_work();
    let signals = "trap '' INT TERM HUP
        while kill -INT $$ && kill -HUP $$; do :; done >/dev/null 2>&1 &";
    let verb = &verbs("file", "out")[7];
    let ended = verb.after(signals, &desk).output().unwrap();
    assert!(ended.status.success(), "{}", said(&ended));
    assert!(desk.path(&verb.target).exists());
}
