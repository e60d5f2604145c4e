//! One run of a test binary, with limits on time and memory.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// All tests passed.
    Passed,
    /// This test failed, or the process died in it.
    Failed(String),
    /// It took too long.
    TimedOut,
}

/// These tests of a binary, one after another; at most 4 GiB of memory.
pub fn tests(binary: &Path, names: &[String], copy: &Path) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", "ulimit -v 4194304; exec \"$@\"", "sh"])
        .arg(binary)
        .args(["--exact", "--test-threads=1"])
        .args(names)
        .current_dir(copy)
        .env("CARGO_MANIFEST_DIR", copy)
        .env("RUST_BACKTRACE", "0")
        .env("RAYON_NUM_THREADS", "2")
        .env("PROPTEST_RNG_SEED", "20260101")
        .env("JIXIAO_CASES", "40");
    command
}

/// Runs until the first failure; the process is ended then, and when time is over.
pub fn run(mut command: Command, longest: Duration) -> (End, Duration) {
    let begun = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("sh runs");
    let stdout = child.stdout.take().expect("piped");
    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || {
        let mut reader = BufReader::new(stdout);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            if sender.send(text).is_err() {
                break;
            }
            line.clear();
        }
    });
    let mut last = String::new();
    let end = loop {
        let left = longest.saturating_sub(begun.elapsed());
        match lines.recv_timeout(left) {
            Ok(line) => {
                if line.starts_with("test result: ok") {
                    break End::Passed;
                } else if let Some(test) = line.strip_prefix("test ") {
                    let (name, result) = test.split_once(" ... ").unwrap_or((test, ""));
                    last = name.to_owned();
                    if result.ends_with("FAILED") || line.ends_with("FAILED") {
                        break End::Failed(last);
                    }
                } else if line == "FAILED" {
                    break End::Failed(last);
                }
            }
            Err(mpsc::RecvTimeoutError::Timeout) => break End::TimedOut,
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                break End::Failed(format!("{last} (the process died)"));
            }
        }
    };
    if end != End::Passed {
        let _ = child.kill();
    }
    let _ = child.wait();
    (end, begun.elapsed())
}
