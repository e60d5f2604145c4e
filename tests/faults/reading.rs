//! Inputs that are not what they seem, too large, oddly named, or written to while they are read.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};

use super::super::cli::desk::{Desk, SHEET, desk};
use super::{Verb, assert_refused, at_work, command, said};

const GIGABYTE: u64 = 1 << 30;

/// Runs words split at spaces, and ends a run that waits for something.
fn run(desk: &Desk, words: &str) -> Output {
    let mut limited = Command::new("timeout");
    limited
        .args(["60", env!("CARGO_BIN_EXE_jixiao")])
        .args(words.split(' '))
        .current_dir(desk.path("."));
    limited.output().unwrap()
}

#[test]
fn ten_gigabytes_are_refused_by_their_size() {
    let desk = at_work().with_pack("wuhan/2024");
    for name in ["a.yaml", "a.xlsx", "a.pdf", "a.csv", "pack/a.rhai"] {
        let file = File::create(desk.path(name)).unwrap();
        // Holes: the disk keeps nothing of it.
        file.set_len(10 * GIGABYTE).unwrap();
    }
    for (words, limit) in [
        ("score a.yaml", 64),
        ("score a.xlsx", 64),
        ("audit a.pdf", 64),
        ("import a.csv", 64),
        ("form a.yaml", 64),
        ("score a.csv --mapping a.yaml", 8),
        ("audit sheets --accepted a.yaml", 8),
        ("audit sheets --profile a.yaml", 64),
        ("whatif sheets --overlay a.yaml", 1),
        ("whatif sheets --scenario a.yaml", 1),
    ] {
        let words_said = format!(": 文件超过 {limit} MiB");
        // Less memory than would be needed to read it.
        let verb = Verb {
            words: words.split(' ').map(str::to_owned).collect(),
            target: String::new(),
        };
        let run = verb.after("ulimit -v 2000000", &desk).output().unwrap();
        let said = said(&run);
        assert!(said.contains(&words_said), "{words}: {said}");
        assert_ne!(run.status.code(), Some(0), "{words}");
    }
    assert_refused(
        &run(&desk, "score sheets --rules ./pack"),
        "文件太大",
        "a pack",
    );
}

/// Writes to a file without end while the program reads it.
#[test]
fn a_file_that_grows_while_it_is_read_is_refused() {
    let desk = desk();
    let line = b"indicator\ttarget\tactual\n";
    fs::write(desk.path("a.txt"), line.repeat(1_000_000)).unwrap();
    let over = AtomicBool::new(false);
    let refused = std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = File::options()
                .append(true)
                .open(desk.path("a.txt"))
                .unwrap();
            while !over.load(Ordering::Relaxed) {
                file.write_all(b"x").unwrap();
                std::thread::yield_now();
            }
        });
        // On a loaded machine the writer may sleep through a reading.
        let refused = (0..20).any(|_| {
            let run = run(&desk, "score a.txt");
            said(&run).contains("a.txt: 读的时候文件被改动了")
        });
        over.store(true, Ordering::Relaxed);
        refused
    });
    assert!(refused);
}

#[test]
fn a_folder_is_walked_past_what_is_no_file() {
    let desk = desk().with("f/a.yaml", SHEET).with("f/g/b.yaml", SHEET);
    for (name, target) in [
        ("self", "."),
        ("up", ".."),
        ("a", "b"),
        ("b", "a"),
        ("c.yaml", "g"),
    ] {
        symlink(target, desk.path("f").join(name)).unwrap();
    }
    let pipe = desk.path("f/pipe.yaml");
    Command::new("mkfifo").arg(&pipe).status().unwrap();
    let _socket = UnixListener::bind(desk.path("f/socket.yaml")).unwrap();
    for words in [
        "score f -f csv -q",
        "score f/*.yaml -f csv -q",
        "score f/**/*.yaml -f csv -q",
        "score **/*.yaml -f csv -q",
        "score f/** -f csv -q",
        "import f -q",
    ] {
        let found = run(&desk, words);
        assert_eq!(said(&found), "", "{words}");
        assert_eq!(found.status.code(), Some(0), "{words}");
        assert!(!found.stdout.is_empty());
    }
    // Named, a link is followed; one that leads nowhere is no file.
    assert_refused(
        &run(&desk, "score f/a"),
        "f/a: 读不了",
        "a link in a circle",
    );
}

#[test]
fn a_pack_is_read_past_what_is_no_file() {
    let desk = desk().with("a.yaml", SHEET).with_pack("wuhan/2024");
    let pipe = desk.path("pack/more.rhai");
    Command::new("mkfifo").arg(&pipe).status().unwrap();
    symlink(".", desk.path("pack/loop")).unwrap();
    let scored = run(&desk, "score a.yaml --rules ./pack -q");
    assert_eq!(scored.status.code(), Some(0), "{}", said(&scored));
}

#[test]
fn any_line_end_and_mark_gives_the_same_figures() {
    let figures = |bytes: &[u8], name: &str| {
        let desk = desk().with(name, bytes);
        let run = run(&desk, &format!("score {name} -f csv"));
        assert_eq!(run.status.code(), Some(0), "{}", said(&run));
        String::from_utf8(run.stdout).unwrap()
    };
    let table = "年度绩效指标\n一级指标\t三级指标\t年度指标值\t全年实际完成值\t分值\t得分\n产出指标\t培训场次\t10场\t5场\t40\t20\n效益指标\t满意度\t90%\t95%\t40\t40\n";
    for (text, name) in [(SHEET, "a.yaml"), (table, "a.txt")] {
        let plain = figures(text.as_bytes(), name);
        assert!(plain.contains("培训场次"), "{plain}");
        for end in ["\r\n", "\r", "\n"] {
            for mark in ["", "\u{feff}"] {
                let other = format!("{mark}{}", text.replace('\n', end));
                assert_eq!(
                    figures(other.as_bytes(), name),
                    plain,
                    "{name} {end:?} {mark:?}"
                );
            }
        }
        let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
        assert_eq!(figures(&wide, name), plain, "{name} as UTF-16");
    }
}

#[test]
fn zero_bytes_are_refused_wherever_they_stand() {
    for at in [0, 1, 40, SHEET.len()] {
        let at = (at..).find(|at| SHEET.is_char_boundary(*at)).unwrap();
        let (before, after) = SHEET.split_at(at);
        let desk = desk().with("a.yaml", format!("{before}\0{after}"));
        let run = run(&desk, "score a.yaml");
        assert_eq!(run.status.code(), Some(1), "at {at}");
        assert!(said(&run).starts_with("a.yaml:"), "{}", said(&run));
    }
}

#[test]
fn odd_names_are_names_and_never_reach_the_terminal_as_they_are() {
    let names: [&[u8]; 9] = [
        b"\x1b[31mred.yaml",
        b"line\nend.yaml",
        b"quote\"'`.yaml",
        b"not\xff\xfeutf8.yaml",
        b"-dash.yaml",
        b"$(x) & y;.yaml",
        b" blank .yaml",
        b"tab\t.yaml",
        "\u{202e}lmay.yaml".as_bytes(),
    ];
    let desk = desk();
    fs::create_dir(desk.path("odd")).unwrap();
    for name in names {
        let broken = SHEET.replace("total: 88", "totl: 88");
        fs::write(desk.path("odd").join(OsStr::from_bytes(name)), SHEET).unwrap();
        let bad = [b"bad-", name].concat();
        fs::write(desk.path("odd").join(OsStr::from_bytes(&bad)), broken).unwrap();
    }
    let patterns = ["score odd/*", "score **/*.yaml"];
    for words in ["score odd", "audit odd", "import odd"]
        .into_iter()
        .chain(patterns)
    {
        let all = run(&desk, words);
        let err = said(&all);
        assert_eq!(all.status.code(), Some(1), "{err}");
        assert_eq!(
            err.matches("是不是想写 `total`").count(),
            names.len(),
            "{err}"
        );
        for odd in ['\u{1b}', '\t', '\u{202e}'] {
            assert!(!err.contains(odd), "{err}");
        }
    }
    for name in names {
        let place = [b"./", name].concat();
        let out = [b"-o./out-", name, b".csv"].concat();
        let mut one = command(&desk, &["score", "-q"]);
        one.arg(OsStr::from_bytes(&place))
            .arg(OsStr::from_bytes(&out));
        one.current_dir(desk.path("odd"));
        let run = one.output().unwrap();
        assert_eq!(run.status.code(), Some(0), "{}", said(&run));
        let out = [b"out-", name, b".csv"].concat();
        assert!(desk.path("odd").join(OsStr::from_bytes(&out)).exists());
    }
}

#[test]
fn more_files_than_may_be_open_are_read() {
    let mut desk = desk();
    for number in 0..100 {
        desk = desk.with(&format!("f/{number}/{number}/a.yaml"), SHEET);
    }
    let verb = Verb {
        words: ["score", "f", "-q", "-f", "csv"]
            .map(str::to_owned)
            .to_vec(),
        target: String::new(),
    };
    let run = verb.after("ulimit -n 16", &desk).output().unwrap();
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let rows = String::from_utf8(run.stdout).unwrap();
    assert_eq!(rows.lines().count(), 1 + 3 * 100);
}
