//! Whatever is sent: an answer in JSON, and the workbench goes on.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Bench, bench};
use crate::cli::desk::SHEET;

/// The workbench still answers, and holds nothing it should not.
fn goes_on(bench: &Bench, files: usize) {
    let library = bench.get("/api/library").ok();
    assert_eq!(library["files"].as_array().unwrap().len(), files);
}

#[test]
fn what_is_too_large_is_said_and_not_kept() {
    let bench = bench(&[]);
    let large = vec![b'a'; 65 * 1024 * 1024];
    let refused = bench.upload("large.txt", &large).refused(413);
    assert!(refused.contains("64 MiB"), "{refused}");
    bench
        .ask(
            "POST",
            "/api/whatif",
            &json!({"sheet": "a".repeat(5_000_000)}),
        )
        .refused(413);
    let overlay = vec![b'#'; 2 * 1024 * 1024];
    bench
        .send("POST", "/api/overlay/read", &bench.headers(), &overlay)
        .refused(413);
    // In pieces without an end: the connection ends instead.
    let mut endless = bench.connect();
    let head = format!(
        "POST /api/library?name=a.txt HTTP/1.1\r\n{}Transfer-Encoding: chunked\r\n\r\n",
        bench.headers()
    );
    endless.write_all(head.as_bytes()).unwrap();
    let piece = [b"100000\r\n".as_slice(), &vec![b'a'; 0x10_0000], b"\r\n"].concat();
    let sent = (0..1024).take_while(|_| endless.write_all(&piece).is_ok());
    assert!(sent.count() < 1024);
    goes_on(&bench, 0);
}

#[test]
fn hostile_files_are_problems() {
    let bench = bench(&[]);
    let zeros = vec![0_u8; 64 * 1024 * 1024];
    let bomb = zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", &zeros),
    ]);
    assert!(bomb.len() < 1024 * 1024);
    let laughs = (1..40).fold("a0: &a0 [x]\n".to_owned(), |text, n| {
        let last = n - 1;
        text + format!("a{n}: &a{n} [*a{last}, *a{last}, *a{last}]\n").as_str()
    });
    let names: String = (0..10_000)
        .map(|n| format!("{},\n", "名".repeat(n % 300)))
        .collect();
    let deep_yaml = "[".repeat(100_000);
    let deep_json = "[".repeat(100_000);
    let html = "<table>".repeat(50_000);
    let files: [(&str, Vec<u8>); 9] = [
        ("bomb.xlsx", bomb),
        ("damaged.xlsx", b"PK\x03\x04\xff\xff\xff".repeat(100)),
        ("laughs.yaml", laughs.into()),
        ("names.csv", names.into()),
        ("deep.yaml", deep_yaml.into()),
        ("deep.json", deep_json.into()),
        ("deep.html", html.into()),
        ("empty.yaml", Vec::new()),
        (
            "torn.pdf",
            b"%PDF-1.7\n1 0 obj << /Length 99999999 >> stream".to_vec(),
        ),
    ];
    for (at, (name, bytes)) in files.iter().enumerate() {
        let began = Instant::now();
        let library = bench.upload(name, bytes).ok();
        assert!(began.elapsed() < Duration::from_secs(60), "{name}");
        let file = &library["files"][at];
        assert_eq!(file["name"], *name);
        assert_eq!(file["sheets"], json!([]), "{name}");
        let told = file["problems"].as_array().unwrap().len()
            + file["notices"].as_array().unwrap().len()
            + file["notes"].as_array().unwrap().len();
        assert!(
            told > 0 || name.ends_with(".csv") || name.ends_with(".html"),
            "{file}"
        );
    }
    goes_on(&bench, files.len());
    bench.upload("good.yaml", SHEET.as_bytes()).ok();
    assert_eq!(
        bench.get("/api/sheets").ok()["sheets"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut zip = zip::ZipWriter::new(&mut bytes);
    for (name, content) in files {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap();
    bytes.into_inner()
}

#[test]
fn questions_that_cannot_be_read_are_refused_in_the_language_of_the_page() {
    let bench = bench(&["samples/wuhan-2024/whole.yaml"]);
    let headers = bench.headers();
    let deep = format!("{{\"sheet\":{}", "[".repeat(200_000));
    let wide = format!("[{}1]", "1,".repeat(200_000));
    for body in [
        "",
        "{",
        "[]",
        "null",
        "{\"sheet\":1}",
        "\u{0}",
        &deep,
        &wide,
        "{\"sheet\":\"a\",\"set\":{}}",
    ] {
        for path in [
            "/api/whatif",
            "/api/breakeven",
            "/api/vary",
            "/api/confirm",
            "/api/accept",
            "/api/rules/check",
            "/api/rules/score",
            "/api/overlay",
        ] {
            let path = format!("{path}?lang=en");
            let refused = bench
                .send("POST", &path, &headers, body.as_bytes())
                .refused(400);
            assert!(refused.contains("cannot be read"), "{path} {refused}");
        }
    }
    let refused = bench
        .send("POST", "/api/whatif", &headers, b"{")
        .refused(400);
    assert!(refused.contains("请求"), "{refused}");
    bench.get("/api/sheet?lang=en").refused(400);
    bench
        .send("DELETE", "/api/library/x", &headers, b"")
        .refused(404);
    bench
        .send("DELETE", "/api/library/99999999999999999999", &headers, b"")
        .refused(404);
    // Numbers beyond everything, and changes that make no sense.
    for asked in [
        json!({"sheet": "whole", "by": "25%", "draws": 4_000_000_000_u32}),
        json!({"sheet": "whole", "by": "x"}),
        json!({"sheet": "whole", "by": "9".repeat(3000)}),
    ] {
        bench.ask("POST", "/api/vary", &asked).refused(422);
    }
    for set in [
        "x",
        "execution.weight=",
        "rows[999].actual=1",
        "execution.weight=1e400",
        &"[".repeat(10_000),
        "params.x=1",
    ] {
        let asked = json!({"sheet": "whole", "set": [set]});
        bench.ask("POST", "/api/whatif", &asked).refused(422);
        bench.ask("POST", "/api/breakeven", &asked).refused(422);
        bench
            .ask("POST", "/api/portfolio/whatif", &asked)
            .refused(422);
    }
    let many = json!({"sheet": "whole", "set": vec!["execution.weight=10"; 2_000]});
    bench.ask("POST", "/api/whatif", &many).refused(422);
    let many = json!({"sheet": "whole", "others": vec!["national"; 50_000]});
    bench.ask("POST", "/api/whatif", &many).ok();
    for head in [
        "GET /api/library\r\n\r\n".to_owned(),
        "\u{0}\u{1}\u{2}\r\n\r\n".to_owned(),
        format!("GET /api/library?{} HTTP/1.1\r\n\r\n", "x".repeat(200_000)),
        format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "x".repeat(500_000)),
    ] {
        let mut stream = bench.connect();
        // It may be cut off while it is still being sent.
        let _ = stream.write_all(head.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!(!answer.starts_with(b"HTTP/1.1 200"));
    }
    goes_on(&bench, 1);
}

#[test]
fn a_thousand_at_once_are_all_answered() {
    let bench = bench(&["samples/wuhan-2024"]);
    let files = bench.get("/api/library").ok()["files"]
        .as_array()
        .unwrap()
        .len();
    let asked = json!({"sheet": "whole", "set": ["execution.weight=10"]}).to_string();
    let odd = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for number in 0..1_000 {
            let (bench, asked, odd) = (&bench, asked.as_bytes(), &odd);
            let work = move || {
                let headers = bench.headers();
                let (reply, wanted) = match number % 4 {
                    0 => (bench.try_send("GET", "/api/sheets", &headers, b""), 200),
                    1 => (
                        bench.try_send("GET", "/api/sheet?id=whole", &headers, b""),
                        200,
                    ),
                    2 => (
                        bench.try_send("GET", "/api/library", "Host: x\r\n", b""),
                        403,
                    ),
                    _ => (bench.try_send("POST", "/api/whatif", &headers, asked), 200),
                };
                let status = reply.map(|reply| reply.status);
                if status != Some(wanted) {
                    odd.lock().unwrap().push((number % 4, status));
                }
            };
            let small = std::thread::Builder::new().stack_size(256 * 1024);
            small.spawn_scoped(scope, work).unwrap();
        }
    });
    assert_eq!(odd.into_inner().unwrap(), []);
    goes_on(&bench, files);
}

#[test]
fn whoever_is_slow_keeps_nobody_waiting() {
    let bench = bench(&["samples/wuhan-2024/whole.yaml"]);
    // Heads that do not end, and a body that does not come.
    let mut slow: Vec<_> = (0..100).map(|_| bench.connect()).collect();
    for stream in &mut slow {
        stream.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    }
    let mut body = bench.connect();
    let head = format!(
        "POST /api/library?name=a.txt HTTP/1.1\r\n{}Content-Length: 1000\r\n\r\n",
        bench.headers()
    );
    body.write_all(head.as_bytes()).unwrap();
    let began = Instant::now();
    bench.get("/api/sheets").ok();
    bench.upload("b.yaml", SHEET.as_bytes()).ok();
    assert!(began.elapsed() < Duration::from_secs(10));
    // A head is waited for, but not for ever.
    let mut rest = Vec::new();
    let _ = slow[0].read_to_end(&mut rest);
    assert!(began.elapsed() < Duration::from_secs(60));
}

/// A script that never ends, at the place of a method of the shipped pack.
fn endless(bench: &Bench) -> Value {
    let page = bench.get("/api/rules/page?rules=wuhan@2024&lang=en").ok();
    let files = page["files"].as_array().unwrap();
    let scripts = files.iter().filter(|file| {
        let path = file["path"].as_str().unwrap();
        path.ends_with(".rhai")
    });
    let files: Vec<Value> = scripts
        .map(|file| {
            let text = file["text"].as_str().unwrap();
            let text = text.replace(") {", ") {\n    while true {}");
            json!({"path": file["path"], "text": text})
        })
        .collect();
    json!({"rules": "wuhan@2024", "lang": "en", "sheet": "whole", "files": files})
}

#[test]
fn a_script_that_never_ends_is_stopped_and_holds_up_nobody() {
    let bench = bench(&["samples/wuhan-2024/whole.yaml"]);
    let copy = endless(&bench);
    std::thread::scope(|scope| {
        let trials = ["/api/rules/check", "/api/rules/score"].map(|path| {
            let (bench, copy) = (&bench, &copy);
            let ask = move || bench.ask("POST", path, copy);
            (0..3).map(|_| scope.spawn(ask)).collect::<Vec<_>>()
        });
        let began = Instant::now();
        bench.get("/api/sheets").ok();
        let asked = json!({"sheet": "whole", "set": ["execution.weight=10"]});
        bench.ask("POST", "/api/whatif", &asked).ok();
        assert!(began.elapsed() < Duration::from_secs(20));
        let [checks, scores] = trials;
        for check in checks {
            let found = check.join().unwrap().ok();
            assert_eq!(found["ok"], false);
            let said = found["findings"][0]["message"].as_str().unwrap();
            assert!(said.contains("step"), "{said}");
        }
        for score in scores {
            let refused = score.join().unwrap().refused(422);
            assert!(refused.contains("step"), "{refused}");
        }
    });
    goes_on(&bench, 1);
}

#[test]
fn what_is_asked_during_an_upload_sees_the_desk_before_or_after_it() {
    let bench = bench(&["samples/wuhan-2024/whole.yaml"]);
    std::thread::scope(|scope| {
        let bench = &bench;
        scope.spawn(move || {
            for number in 0..10 {
                bench
                    .upload(&format!("s{number}.yaml"), SHEET.as_bytes())
                    .ok();
            }
            for number in 2..8 {
                let path = format!("/api/library/{number}");
                bench.send("DELETE", &path, &bench.headers(), b"").ok();
            }
        });
        for _ in 0..2 {
            scope.spawn(move || {
                for _ in 0..20 {
                    let sheets = bench.get("/api/sheets").ok();
                    let ids = sheets["sheets"].as_array().unwrap().iter();
                    let ids: Vec<&Value> = ids.map(|sheet| &sheet["id"]).collect();
                    let unique: std::collections::HashSet<_> = ids.iter().collect();
                    assert_eq!(unique.len(), ids.len());
                    assert_eq!(ids[0], "whole");
                    bench.get("/api/sheet?id=whole").ok();
                }
            });
        }
    });
    goes_on(&bench, 5);
}

#[test]
fn a_desk_has_an_end() {
    let bench = bench(&[]);
    for number in 0..200 {
        bench.upload(&format!("{number}.yaml"), b"a: 1").ok();
    }
    let refused = bench.upload("more.yaml", b"a: 1").refused(422);
    assert!(refused.contains("200"), "{refused}");
    goes_on(&bench, 200);
    bench
        .send("DELETE", "/api/library/1", &bench.headers(), b"")
        .ok();
    bench.upload("more.yaml", b"a: 1").ok();
    goes_on(&bench, 200);
}
