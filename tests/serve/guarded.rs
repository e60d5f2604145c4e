//! Who is let in, and what every answer tells the browser.

use serde_json::json;

use super::{Bench, bench, bench_in};
use crate::cli::desk::repository;

fn bench_with_a_sheet() -> Bench {
    bench(&["samples/wuhan-2024/whole.yaml"])
}

#[test]
fn only_the_page_of_this_port_is_answered() {
    let (bench, other) = (bench_with_a_sheet(), super::bench(&[]));
    let (port, token) = (bench.port, &bench.token);
    let host = format!("Host: 127.0.0.1:{port}\r\n");
    let cookie = format!("Cookie: jixiao-{port}={token}\r\n");
    let asked = |headers: &str| bench.send("GET", "/api/library?lang=en", headers, b"");
    assert_eq!(asked(&format!("{host}{cookie}")).status, 200);
    let localhost = format!("Host: localhost:{port}\r\n{cookie}");
    assert_eq!(asked(&localhost).status, 200);
    // No token, half of it, that of another port, under another name.
    for cookie in [
        String::new(),
        format!("Cookie: jixiao-{port}={}\r\n", &token[..32]),
        format!("Cookie: jixiao-{port}={}\r\n", other.token),
        format!("Cookie: jixiao={token}\r\n"),
        format!("Cookie: jixiao-{port}=\r\n"),
    ] {
        let refused = asked(&format!("{host}{cookie}")).refused(401);
        assert!(refused.contains("page of the workbench"), "{refused}");
    }
    for headers in [
        // A name bent to this machine, the address without its port, no host at all.
        format!("Host: evil.example:{port}\r\n{cookie}"),
        format!("Host: 127.0.0.1\r\n{cookie}"),
        format!("Host: 127.0.0.1:{}\r\n{cookie}", other.port),
        // Another page, on another port or of another site.
        format!("{host}{cookie}Origin: http://evil.example\r\n"),
        format!("{host}{cookie}Origin: http://127.0.0.1:{}\r\n", other.port),
        format!("{host}{cookie}Origin: null\r\n"),
        format!("{host}{cookie}Origin: https://127.0.0.1:{port}\r\n"),
        format!("{host}{cookie}Sec-Fetch-Site: cross-site\r\n"),
        format!("{host}{cookie}Sec-Fetch-Site: same-site\r\n"),
    ] {
        asked(&headers).refused(403);
    }
    assert!(matches!(asked(&cookie).status, 400 | 403));
}

#[test]
fn the_link_becomes_a_cookie_once_it_is_right() {
    let bench = bench(&[]);
    let host = format!("Host: 127.0.0.1:{}\r\n", bench.port);
    let open = |token: &str| bench.send("GET", &format!("/open/{token}"), &host, b"");
    let opened = open(&bench.token);
    assert_eq!(opened.status, 303);
    assert_eq!(opened.header("location"), Some("/"));
    let cookie = opened.header("set-cookie").unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    for token in [&bench.token[..63], &format!("{}0", bench.token), "0", "%00"] {
        let refused = open(token);
        refused.refused(403);
        assert_eq!(refused.header("set-cookie"), None);
    }
}

#[test]
fn nothing_changes_without_the_header_of_the_page() {
    let bench = bench_with_a_sheet();
    let with = bench.headers();
    let without = with.replace("X-Jixiao: 1\r\n", "");
    let before = bench.get("/api/library").ok();
    let body = br#"{"sheet":"whole","row":1,"field":"actual","value":"1"}"#;
    for (method, path) in [
        ("POST", "/api/library?name=a.yaml"),
        ("DELETE", "/api/library/1"),
        ("POST", "/api/confirm"),
        ("DELETE", "/api/confirm"),
        ("POST", "/api/accept"),
        ("POST", "/api/whatif"),
        ("PUT", "/api/library"),
        ("OPTIONS", "/api/library"),
    ] {
        bench.send(method, path, &without, body).refused(403);
    }
    // Asking changes nothing, whatever is asked.
    for path in [
        "/api/library?name=a.yaml",
        "/api/library/1",
        "/api/confirm?sheet=whole&row=1&field=actual&value=1",
        "/api/accept?sheet=whole&code=C01&reason=x",
        "/api/accepted",
        "/api/sheet?id=whole",
        "/api/sheet/yaml?id=whole",
        "/api/controls?sheet=whole",
        "/api/rules/page",
    ] {
        bench.get(path);
        bench.send("HEAD", path, &with, b"");
    }
    assert_eq!(bench.get("/api/library").ok(), before);
    let sheet = bench.get("/api/sheet?id=whole").ok();
    assert_eq!(sheet["confirmed"], json!([]));
}

#[test]
fn every_answer_says_what_a_browser_may_do_with_it() {
    let bench = bench_with_a_sheet();
    let headers = bench.headers();
    let other = headers.replace("127.0.0.1", "evil.example");
    for (path, headers, status) in [
        ("/", headers.as_str(), 200),
        ("/api/library", &headers, 200),
        ("/api/accepted", &headers, 200),
        ("/api/sheet?id=nobody", &headers, 404),
        ("/api/sheet", &headers, 400),
        ("/api/nothing", &headers, 404),
        ("/nothing", &headers, 404),
        ("/page/nothing", &headers, 404),
        ("/api/library", "Host: x\r\n", 403),
        ("/", &other, 403),
    ] {
        let answer = bench.send("GET", path, headers, b"");
        assert_eq!(answer.status, status, "{path}");
        let policy = answer.header("content-security-policy").unwrap();
        for rule in [
            "default-src 'none'",
            "frame-ancestors 'none'",
            "form-action 'none'",
        ] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
        assert!(answer.header("cache-control").is_some(), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
    bench.ask("PUT", "/api/library", &json!({})).refused(404);
}

#[test]
fn nobody_leaves_what_was_given() {
    let desk = crate::cli::desk::desk()
        .with("given/a.yaml", crate::cli::desk::SHEET)
        .with("secret.yaml", crate::cli::desk::SHEET);
    let bench = bench_in(desk.path(""), &["given"]);
    let secret = desk.path("").join("secret.yaml");
    let secret = secret.to_string_lossy();
    for id in [
        "../secret",
        "secret",
        "..%2Fsecret",
        &secret,
        "%2Fetc%2Fpasswd",
    ] {
        bench
            .get(&format!("/api/sheet?id={id}&lang=en"))
            .refused(404);
        bench.get(&format!("/api/sheet/yaml?id={id}")).refused(404);
        bench.get(&format!("/api/controls?sheet={id}")).refused(404);
    }
    let packs = repository().join("rules/wuhan/2024");
    let packs = packs.to_string_lossy();
    for rules in [
        "../../etc",
        "/etc",
        "..",
        ".",
        "./wuhan",
        "wuhan/2024",
        "rules/wuhan",
        &packs,
        "wuhan@1999",
        "%00",
    ] {
        let refused = bench.get(&format!("/api/sheets?lang=en&rules={rules}"));
        assert!(refused.refused(422).contains("no rule"), "{rules}");
        bench
            .get(&format!("/api/rules/page?rules={rules}"))
            .refused(422);
        let asked = json!({"sheet": "a", "rules": "", "others": [rules], "set": []});
        bench.ask("POST", "/api/whatif", &asked).refused(422);
    }
    // A changed copy may not build on a folder either, and has files of a pack only.
    let extends = format!("extends: {packs}\npack: x\n");
    for (path, text) in [
        ("pack.yaml", extends.as_str()),
        ("pack.yaml", "extends: ../../etc\npack: x\n"),
        ("../pack.yaml", ""),
        ("/etc/passwd", ""),
        ("cases/../../x.yaml", ""),
        ("..\\x.rhai", ""),
        ("x.txt", ""),
    ] {
        let asked = json!({"rules": "", "lang": "en", "files": [{"path": path, "text": text}]});
        let answer = bench.ask("POST", "/api/rules/check", &asked);
        match path {
            "pack.yaml" => {
                let found = answer.ok();
                assert_eq!(found["ok"], false);
                let first = &found["findings"][0]["message"];
                assert!(first.as_str().unwrap().contains("to build on"), "{first}");
            }
            _ => drop(answer.refused(422)),
        }
    }
    // A name is never a path.
    let sheet = crate::cli::desk::SHEET.as_bytes();
    for name in [
        "..%2F..%2Fescaped.yaml",
        "%2Ftmp%2Fescaped.yaml",
        "..%5Cescaped.yaml",
        "C:%5Cescaped.yaml",
        "%00.yaml",
        "..",
        "",
    ] {
        let library = bench.upload(name, sheet).ok();
        let files = library["files"].as_array().unwrap();
        let kept = files.last().unwrap()["name"].as_str().unwrap();
        assert!(!kept.contains(['/', '\\', ':', '\0']) && !kept.is_empty());
        assert_ne!(kept, "..");
    }
    assert!(
        !desk
            .path("")
            .parent()
            .unwrap()
            .join("escaped.yaml")
            .exists()
    );
    // Neither is the address.
    for path in [
        "/page/..%2f..%2fCargo.toml",
        "/page/../api/library",
        "/../secret.yaml",
        "//etc/passwd",
    ] {
        assert!(matches!(bench.get(path).status, 400 | 404), "{path}");
    }
}

#[test]
fn a_session_leaves_the_folder_as_it_was() {
    let sheet = crate::cli::desk::SHEET;
    let desk = crate::cli::desk::desk().with("a.yaml", sheet);
    let listed = || {
        let mut files: Vec<_> = std::fs::read_dir(desk.path(""))
            .unwrap()
            .map(|entry| {
                let path = entry.unwrap().path();
                (path.clone(), std::fs::read(path).unwrap())
            })
            .collect();
        files.sort();
        files
    };
    let before = listed();
    let bench = bench_in(desk.path(""), &["."]);
    bench.upload("b.yaml", sheet.as_bytes()).ok();
    let reading = json!({"sheet": "a", "row": 1, "field": "actual", "value": "7"});
    bench.ask("POST", "/api/confirm", &reading).ok();
    let title = json!({"title": "x", "set": [{"set": "execution.weight=5"}]});
    bench.ask("POST", "/api/overlay", &title);
    for path in [
        "/api/sheets",
        "/api/accepted",
        "/api/sheet/yaml?id=a",
        "/api/portfolio",
    ] {
        assert_eq!(bench.get(path).status, 200, "{path}");
    }
    drop(bench);
    assert_eq!(listed(), before);
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_asked_to() {
    for signal in ["-INT", "-TERM"] {
        let bench = bench_with_a_sheet();
        bench.get("/api/sheets").ok();
        let _waiting = bench.connect();
        assert_eq!(bench.end(signal), Some(0), "{signal}");
    }
}

#[test]
fn a_port_that_is_taken_is_said() {
    let bench = bench(&[]);
    let words = format!("serve --no-open --port {} --lang en", bench.port);
    crate::cli::desk::jixiao(&words)
        .ends_with(1)
        .complains("is taken")
        .complains("--port 0");
}
