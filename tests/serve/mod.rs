//! The workbench, asked over its port as a browser would.

mod answers;
mod guarded;
mod hostile;
mod openapi;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// A workbench that is running; ended when it is dropped.
pub struct Bench {
    child: Child,
    pub port: u16,
    pub token: String,
}

/// What came back.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

/// Opens the workbench on what is given.
pub fn bench(words: &[&str]) -> Bench {
    bench_in(env!("CARGO_MANIFEST_DIR"), words)
}

/// As [`bench`], in another folder.
pub fn bench_in(folder: impl AsRef<std::path::Path>, words: &[&str]) -> Bench {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jixiao"))
        .args(["serve", "--no-open", "--port", "0", "--lang", "en"])
        .args(words)
        .current_dir(folder)
        .stderr(Stdio::piped())
        .spawn()
        .expect("the workbench starts");
    let mut said = BufReader::new(child.stderr.take().expect("it says something")).lines();
    let link = said.by_ref().find_map(|line| {
        let line = line.expect("a line");
        let (_, link) = line.split_once("http://127.0.0.1:")?;
        Some(link.trim().to_owned())
    });
    let link = link.expect("it says its link");
    std::thread::spawn(move || said.for_each(drop));
    let (port, token) = link.split_once("/open/").expect("a link to open");
    Bench {
        child,
        port: port.parse().expect("a port"),
        token: token.to_owned(),
    }
}

impl Bench {
    /// The headers the page sends with a request.
    pub fn headers(&self) -> String {
        let (port, token) = (self.port, &self.token);
        format!(
            "Host: 127.0.0.1:{port}\r\nCookie: jixiao-{port}={token}\r\nX-Jixiao: 1\r\n\
             Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n"
        )
    }

    /// Sends a request with these headers.
    pub fn send(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Reply {
        self.try_send(method, path, headers, body)
            .expect("an answer")
    }

    /// As [`Bench::send`]; `None` where the connection breaks off.
    pub fn try_send(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Option<Reply> {
        let mut stream = self.connect();
        let head = format!(
            "{method} {path} HTTP/1.1\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(body).ok()?;
        Reply::read(&mut stream)
    }

    /// A bare connection.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let limit = Some(Duration::from_secs(120));
        stream.set_read_timeout(limit).expect("a limit");
        stream
    }

    /// Asks as the page does.
    pub fn get(&self, path: &str) -> Reply {
        self.send("GET", path, &self.headers(), b"")
    }

    /// Asks with a JSON body.
    pub fn ask(&self, method: &str, path: &str, body: &Value) -> Reply {
        self.send(method, path, &self.headers(), body.to_string().as_bytes())
    }

    /// Puts a file on the desk.
    pub fn upload(&self, name: &str, bytes: &[u8]) -> Reply {
        let path = format!("/api/library?lang=en&name={name}");
        self.send("POST", &path, &self.headers(), bytes)
    }

    /// Asks the system to end it, and waits.
    #[cfg(unix)]
    pub fn end(mut self, signal: &str) -> Option<i32> {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.expect("kill runs").success());
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Reply {
    fn read(stream: &mut TcpStream) -> Option<Reply> {
        let mut all = Vec::new();
        stream.read_to_end(&mut all).ok()?;
        let at = all.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&all[..at]).into_owned();
        Some(Reply {
            status: head.split(' ').nth(1)?.parse().ok()?,
            head,
            body: all[at + 4..].to_vec(),
        })
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        let text = self.text();
        serde_json::from_str(&text).unwrap_or_else(|why| panic!("{why}: {} {text}", self.head))
    }

    /// The JSON of an answer.
    pub fn ok(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text());
        self.json()
    }

    /// The problems of a refusal.
    pub fn refused(&self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", self.text());
        let json = self.json();
        let problems = json["problems"].as_array().expect("problems");
        assert!(!problems.is_empty());
        let message = problems[0]["message"].as_str().expect("a message");
        assert!(!message.is_empty());
        message.to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}
