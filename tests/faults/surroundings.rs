//! Language, time zone, home, temporary folder, number of threads: no byte of a result depends on them.

use std::fs;
use std::process::Command;

use super::super::cli::desk::Desk;
use super::{at_work, verbs};

/// Changes what surrounds a command.
type Surroundings = fn(&mut Command, &Desk);

/// What surrounds a command, by what is odd about it.
const ODD: [(&str, Surroundings); 4] = [
    (
        "Turkish, no home, no folder for temporary files",
        |command, _| {
            command
                .env("LC_ALL", "tr_TR.UTF-8")
                .env("TZ", "Asia/Kathmandu");
            command.env("TMPDIR", "/nonexistent").env_remove("HOME");
        },
    ),
    ("GB18030, an empty home, ten hours west", |command, _| {
        command
            .env("LANG", "zh_CN.GB18030")
            .env("LC_ALL", "zh_CN.GB18030");
        command.env("TZ", "HST10").env("HOME", "").env("TMPDIR", "");
        command.env("COLUMNS", "");
    }),
    ("nothing at all", |command, _| {
        command.env_clear();
    }),
    (
        "a plain one, another folder, one thread",
        |command, desk| {
            command.env("LC_ALL", "C").env("LANG", "C").env("TZ", "");
            command.env("RAYON_NUM_THREADS", "1");
            command.current_dir(desk.path("."));
        },
    ),
];

/// The sheets at another place, made in another order.
fn elsewhere(desk: &Desk) -> Desk {
    let mut other = super::super::cli::desk::desk();
    for name in [
        "targets.txt",
        "sheets/whole.yaml",
        "sheets/startup.yaml",
        "sheets/series.yaml",
        "form.docx",
        "scenario.yaml",
    ] {
        other = other.with(name, fs::read(desk.path(name)).unwrap());
    }
    other
}

#[test]
fn every_result_has_the_same_bytes_whatever_surrounds_the_program() {
    let desk = at_work();
    let other = elsewhere(&desk);
    for kind in ["file", "new", "folder", "print"] {
        for verb in verbs(kind, "out") {
            let plain = verb.outcome(verb.command(&desk), &desk);
            for (odd, surround) in ODD {
                let at = if odd.contains("another folder") {
                    &other
                } else {
                    &desk
                };
                let mut command = verb.command(at);
                surround(&mut command, at);
                let changed = verb.outcome(command, at);
                assert!(changed == plain, "{}: {odd}", verb.name());
            }
        }
    }
}
