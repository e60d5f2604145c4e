//! The workbench: questions one after the other, as the page asks them but without a port. Each is a byte for the
//! route, the words behind `?` and, behind the byte 0xFE, the body. An answer is never "the program broke".
#![no_main]

#[path = "../../../src/cli/mod.rs"]
mod cli;

/// The workbench without its port and its page.
#[path = "../../../src/web"]
mod web {
    mod answer;
    pub mod api;
    mod asked;
    mod desk;
    mod file;
    mod judged;
    mod page {
        pub async fn index() {}
        pub async fn file() {}
    }

    pub use desk::{Desk, Given};

    /// In the place of the one that listens.
    pub struct Workbench;

    impl Workbench {
        pub fn new(_: u16) -> std::io::Result<Workbench> {
            Ok(Workbench)
        }

        pub fn link(&self) -> String {
            String::new()
        }

        pub fn run(self, _: Desk) -> std::io::Result<()> {
            Ok(())
        }
    }

    pub fn has_page() -> bool {
        false
    }
}

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use jixiao_fuzz::build::parts;
use jixiao_fuzz::watch;
use libfuzzer_sys::fuzz_target;
use tower::ServiceExt as _;
use web::{Desk, Given, api::router};

const ROUTES: [(Method, &str); 26] = [
    (Method::GET, "/api/library"),
    (Method::POST, "/api/library"),
    (Method::DELETE, "/api/library/1"),
    (Method::GET, "/api/sheets"),
    (Method::GET, "/api/sheet"),
    (Method::GET, "/api/controls"),
    (Method::POST, "/api/whatif"),
    (Method::POST, "/api/breakeven"),
    (Method::POST, "/api/vary"),
    (Method::POST, "/api/ranges"),
    (Method::GET, "/api/paper"),
    (Method::POST, "/api/overlay"),
    (Method::POST, "/api/overlay/read"),
    (Method::GET, "/api/portfolio"),
    (Method::POST, "/api/portfolio/whatif"),
    (Method::POST, "/api/accept"),
    (Method::DELETE, "/api/accept"),
    (Method::GET, "/api/accepted"),
    (Method::POST, "/api/confirm"),
    (Method::DELETE, "/api/confirm"),
    (Method::GET, "/api/sheet/yaml"),
    (Method::GET, "/api/rules"),
    (Method::GET, "/api/rules/page"),
    (Method::POST, "/api/rules/check"),
    (Method::POST, "/api/rules/score"),
    (Method::GET, "/api/nothing"),
];

const SHEET: &[u8] = include_bytes!("../../../samples/wuhan-2024/startup.yaml");

fuzz_target!(|data: &[u8]| {
    watch();
    let given = Given {
        paths: Vec::new(),
        rules: "wuhan".to_owned(),
    };
    let desk = Desk::open(given).unwrap_or_else(|_| panic!("a shipped rule"));
    if desk.upload("startup.yaml", SHEET.to_vec()).is_err() {
        panic!("a sound sheet");
    }
    let router = router(Arc::new(desk));
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().thread_stack_size(16 << 20).build().expect("a runtime");
    for question in parts(data).take(6) {
        let Some((route, rest)) = question.split_first() else {
            continue;
        };
        let (method, path) = ROUTES[usize::from(*route) % ROUTES.len()].clone();
        let mut rest = rest.splitn(2, |byte| *byte == 0xFE);
        let words = String::from_utf8_lossy(rest.next().unwrap_or_default()).into_owned();
        let body = rest.next().unwrap_or_default().to_vec();
        let request = Request::builder().method(method).uri(format!("{path}?{words}"));
        let request = request.header("Content-Type", "application/json");
        // What stands in no address is never asked.
        let Ok(request) = request.body(Body::from(body)) else {
            continue;
        };
        let answer = runtime.block_on(router.clone().oneshot(request));
        let answer = answer.unwrap_or_else(|never| match never {});
        let status = answer.status();
        assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        let json = answer.headers().get("Content-Type").is_some_and(|kind| kind == "application/json");
        let body = runtime.block_on(to_bytes(answer.into_body(), usize::MAX)).expect("a body");
        if json {
            let read: Result<serde_json::Value, _> = serde_json::from_slice(&body);
            read.expect("JSON");
        } else {
            assert!(status.is_success(), "{status} without a word: {path}");
        }
    }
});
