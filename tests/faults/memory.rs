//! Too little memory for what is asked; what takes many tries is in `run.sh memory`.

use std::process::Command;

use super::{assert_no_drafts, assert_refused, at_work, said, verbs};

#[test]
fn where_no_thread_is_to_be_had_this_one_does_the_work() {
    let desk = at_work();
    // Stacks larger than all memory, and more threads than fit into it.
    let shut = "ulimit -v 4000000
        export RUST_MIN_STACK=1000000000000 RAYON_NUM_THREADS=10000";
    for kind in ["file", "new"] {
        for verb in verbs(kind, "out") {
            let plain = verb.expected(&desk);
            std::fs::remove_file(desk.path(&verb.target)).unwrap();
            let run = verb.after(shut, &desk).output().unwrap();
            // Its library writes every worksheet on a thread of its own.
            if verb.target.ends_with(".xlsx") {
                assert_refused(&run, "内存不够", &verb.name());
                assert!(!desk.path(&verb.target).exists());
            } else {
                assert!(run.status.success(), "{}: {}", verb.name(), said(&run));
                let same = std::fs::read(desk.path(&verb.target)).unwrap() == plain;
                assert!(same, "{}", verb.name());
                std::fs::remove_file(desk.path(&verb.target)).unwrap();
            }
            assert_no_drafts(&desk.path("."));
        }
    }
}

#[test]
fn where_fewer_threads_are_to_be_had_those_do_the_work() {
    let desk = at_work();
    let batch = |first: &str| {
        let mut shell = Command::new("sh");
        shell
            .args([
                "-c",
                &format!("{first}\nexec \"$0\" batch sheets --jobs 64"),
            ])
            .arg(env!("CARGO_BIN_EXE_jixiao"))
            .current_dir(desk.path("."));
        shell.output().unwrap()
    };
    // The stacks of 64 threads take a gigabyte.
    let (plain, short) = (batch(""), batch("ulimit -v 400000"));
    assert!(short.status.success(), "{}", said(&short));
    assert_eq!(short.stdout, plain.stdout);
    assert_eq!(plain.stdout.split(|byte| *byte == b'\n').count(), 4);
}
