//! A run that was interrupted goes on where it was, and never mixes with another.

use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{bytes, record, records};
use crate::cli::desk::{Desk, desk};

/// Starts a run and waits until the first chunk is noted.
fn begin(desk: &Desk, words: &str, out: &str) -> Child {
    let mut run = Command::new(assert_cmd::cargo::cargo_bin("jixiao"))
        .args(words.split_whitespace())
        .current_dir(desk.path("."))
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let journal = desk.path(&format!("{out}.parts/journal.jsonl"));
    let started = Instant::now();
    while std::fs::metadata(&journal).map_or(0, |about| about.len()) == 0 {
        assert!(
            started.elapsed() < Duration::from_secs(300),
            "no chunk is done"
        );
        assert!(
            run.try_wait().expect("a child").is_none(),
            "too fast to be met"
        );
        std::thread::sleep(Duration::from_millis(2));
    }
    run
}

/// Starts a run and kills it once the first chunk is noted.
fn interrupt(desk: &Desk, words: &str, out: &str) {
    let mut run = begin(desk, words, out);
    run.kill().expect("a child to kill");
    run.wait().expect("an end");
    assert!(!desk.path(out).exists(), "an output that is not whole");
}

#[test]
fn an_input_that_changes_during_the_run_gives_no_result() {
    let desk = desk().with("all.jsonl", records(12_000));
    let run = begin(&desk, "batch all.jsonl -j 1 -o out.jsonl", "out.jsonl");
    let all = std::fs::File::options()
        .append(true)
        .open(desk.path("all.jsonl"));
    let more = all.and_then(|mut all| all.write_all(record(1).as_bytes()));
    more.expect("a line more");
    let done = run.wait_with_output().expect("an end");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("out.jsonl: 读取期间输入文件变了"), "{said}");
    assert!(!desk.path("out.jsonl").exists());
    desk.run("batch all.jsonl -q -o out.jsonl").succeeds();
    assert_eq!(desk.text("out.jsonl").lines().count(), 12_001);
}

/// Six chunks, some records of each set aside.
fn many() -> String {
    let lines = records(12_000);
    let lines = lines.lines().zip(1..);
    let spoilt = lines.map(|(line, number)| match number % 900 {
        0 => "{\n".to_owned(),
        _ => format!("{line}\n"),
    });
    spoilt.collect()
}

#[test]
fn a_killed_run_goes_on_and_gives_the_same_bytes() {
    let desk = desk().with("all.jsonl", many());
    for format in ["jsonl", "parquet"] {
        let (out, whole) = (format!("out.{format}"), format!("whole.{format}"));
        interrupt(&desk, &format!("batch all.jsonl -j 1 -o {out}"), &out);
        let said = desk.run(&format!("batch all.jsonl -j 2 -o {out}")).fails();
        said.complains("接着上次中断的做");
        let said = desk.run(&format!("batch all.jsonl -o {whole}")).fails();
        assert!(!said.err.contains("接着"), "{}", said.err);
        assert!(bytes(&desk, &out) == bytes(&desk, &whole), "{format}");
        let aside = |name| desk.text(&format!("{name}.rejected.jsonl"));
        assert_eq!(aside(&out), aside(&whole));
        assert!(!desk.path(&format!("{out}.parts")).exists());
    }
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_read_to_its_end_and_begun_anew_after_an_interruption() {
    let desk = desk();
    let pipe = desk.path("pipe.jsonl");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("a shell");
    assert!(made.success());
    let feed = |text: String| {
        let pipe = pipe.clone();
        // Where the run is killed nobody reads to the end.
        std::thread::spawn(move || drop(std::fs::write(pipe, text)))
    };
    let feeding = feed(records(6_000));
    interrupt(&desk, "batch pipe.jsonl -j 1 -o out.jsonl", "out.jsonl");
    feeding.join().expect("a writer");
    feed(records(20));
    desk.run("batch pipe.jsonl -o out.jsonl")
        .succeeds()
        .complains_of_nothing();
    assert_eq!(desk.text("out.jsonl").lines().count(), 20);
    feed(records(20));
    let said = desk.run("batch pipe.jsonl").succeeds();
    assert_eq!(said.out, desk.text("out.jsonl"));
}

#[test]
fn another_job_starts_anew() {
    let desk = desk().with("all.jsonl", records(6_000));
    interrupt(&desk, "batch all.jsonl -j 1 -o out.jsonl", "out.jsonl");
    // What is left of a job: another rule, another language, another input, and the wish to start anew.
    let kept: Vec<(String, Vec<u8>)> =
        ["manifest.json", "output", "rejected.jsonl", "journal.jsonl"]
            .map(|name| format!("out.jsonl.parts/{name}"))
            .map(|name| (name.clone(), bytes(&desk, &name)))
            .into();
    let expected = |desk: &Desk, words: &str| {
        let done = desk.run(&format!("batch {words}")).succeeds();
        done.out
    };
    let desk = desk.with("small.jsonl", record(5) + "\n");
    let mut desk = desk;
    for (words, told) in [
        ("small.jsonl --rules national", true),
        ("small.jsonl --lang en", true),
        ("all.jsonl --anew", false),
    ] {
        for (name, content) in &kept {
            desk = desk.with(name, content);
        }
        let said = desk.run(&format!("batch {words} -o out.jsonl")).succeeds();
        let anew = said.err.contains("从头开始") || said.err.contains("starting anew");
        assert_eq!(anew, told, "{}", said.err);
        assert!(!said.err.contains("接着"), "{}", said.err);
        assert_eq!(
            desk.text("out.jsonl"),
            expected(&desk, words.trim_end_matches(" --anew"))
        );
        assert!(!desk.path("out.jsonl.parts").exists());
    }
    // The same name, but something else in it.
    for (name, content) in &kept {
        desk = desk.with(name, content);
    }
    let desk = desk.with("all.jsonl", record(7) + "\n");
    desk.run("batch all.jsonl -o out.jsonl")
        .succeeds()
        .complains("从头开始");
    assert_eq!(desk.text("out.jsonl").lines().count(), 1);
}

#[test]
fn a_journal_that_is_cut_or_promises_too_much_is_believed_as_far_as_it_holds() {
    let desk = desk().with("all.jsonl", records(6_000));
    desk.run("batch all.jsonl -q -o whole.jsonl").succeeds();
    interrupt(&desk, "batch all.jsonl -j 1 -o out.jsonl", "out.jsonl");
    let journal = desk.text("out.jsonl.parts/journal.jsonl");
    // Half a line more, and an output that has more than is noted.
    let output = desk.text("out.jsonl.parts/output");
    let desk = desk
        .with(
            "out.jsonl.parts/journal.jsonl",
            format!("{journal}{{\"output\":9"),
        )
        .with("out.jsonl.parts/output", output.clone() + "half a li");
    desk.run("batch all.jsonl -o out.jsonl")
        .succeeds()
        .complains("接着");
    assert!(desk.text("out.jsonl") == desk.text("whole.jsonl"));
    // An output that is shorter than what is noted of it.
    let desk = desk.without("out.jsonl");
    interrupt(&desk, "batch all.jsonl -j 1 -o out.jsonl", "out.jsonl");
    let desk = desk.with("out.jsonl.parts/output", "");
    let said = desk.run("batch all.jsonl -o out.jsonl").succeeds();
    assert!(!said.err.contains("接着"), "{}", said.err);
    assert!(desk.text("out.jsonl") == desk.text("whole.jsonl"));
}

#[test]
fn a_folder_with_something_else_in_it_is_left_alone() {
    let desk = desk()
        .with("a.jsonl", record(1))
        .with("out.jsonl.parts/letter.txt", "dear all");
    desk.run("batch a.jsonl -o out.jsonl")
        .fails()
        .complains("out.jsonl.parts");
    assert_eq!(desk.text("out.jsonl.parts/letter.txt"), "dear all");
    assert!(!desk.path("out.jsonl").exists());
}

#[test]
fn two_runs_do_not_write_the_same_file() {
    let desk = desk()
        .with("a.jsonl", record(1))
        .with("out.jsonl.parts/manifest.json", "");
    let manifest = std::fs::File::open(desk.path("out.jsonl.parts/manifest.json"));
    let manifest = manifest.expect("a file");
    manifest.lock().expect("a lock");
    desk.run("batch a.jsonl -o out.jsonl")
        .fails()
        .complains("另一个 jixiao");
    manifest.unlock().expect("no lock");
    desk.run("batch a.jsonl -o out.jsonl").succeeds();
}
