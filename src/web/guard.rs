//! Who may ask: this machine, with the token of the link, from the workbench's own page.
//!
//! A page of another origin reaches neither the answers nor the actions: the host has to be the address
//! itself (no name that was bent to it), the cookie is not sent along from other sites, a request that
//! says it comes from elsewhere is refused, and whatever changes something carries a header no form can
//! send.

use std::fmt::Write;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, LOCATION, ORIGIN, REFERRER_POLICY,
    SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::answer::Refusal;
use super::asked::common;

/// Only what the program itself carries may run or be shown; nothing may be asked elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// Sent along by the page with whatever changes something.
const OWN: HeaderName = HeaderName::from_static("x-jixiao");
/// Where a browser says a request comes from.
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// 256 random bits, of which the link is made.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// The system has no randomness to give.
    pub fn new() -> io::Result<Token> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        let mut text = String::with_capacity(64);
        for byte in bytes {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Ok(Token(text))
    }

    /// As it stands in the link.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether this is it; takes as long for a wrong one whatever is wrong with it.
    fn is(&self, text: &str) -> bool {
        let same = self.0.bytes().zip(text.bytes());
        let differ = same.fold(0, |differ, (a, b)| differ | (a ^ b));
        differ == 0 && self.0.len() == text.len()
    }
}

struct Guard {
    token: Token,
    /// The names the page may be asked for by.
    hosts: [String; 2],
    /// A cookie of its own for every port: cookies are shared by all ports of a machine.
    cookie: String,
}

/// Everything behind the guard.
pub fn guarded(router: Router, token: Token, address: SocketAddr) -> Router {
    let port = address.port();
    let guard = Arc::new(Guard {
        token,
        hosts: [address.to_string(), format!("localhost:{port}")],
        cookie: format!("jixiao-{port}"),
    });
    let open = Router::new()
        .route("/open/{token}", get(open))
        .with_state(Arc::clone(&guard));
    router
        .layer(from_fn_with_state(Arc::clone(&guard), with_token))
        .merge(open)
        .layer(from_fn_with_state(guard, at_home))
}

/// The link: a right token becomes a cookie, and leaves the address bar.
async fn open(State(guard): State<Arc<Guard>>, Path(token): Path<String>, uri: Uri) -> Response {
    if !guard.token.is(&token) {
        return refused(StatusCode::FORBIDDEN, &uri);
    }
    let cookie = format!(
        "{}={token}; Path=/; HttpOnly; SameSite=Strict",
        guard.cookie
    );
    (
        StatusCode::SEE_OTHER,
        [(LOCATION, "/".to_owned()), (SET_COOKIE, cookie)],
    )
        .into_response()
}

/// Lets through what is asked of this machine by its own page, and says in every answer what a browser
/// may do with it.
async fn at_home(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let mut response = match guard.is_at_home(request.method(), request.headers()) {
        true => next.run(request).await,
        false => refused(StatusCode::FORBIDDEN, request.uri()),
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
    ] {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

async fn with_token(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    match guard.has_token(request.headers()) {
        true => next.run(request).await,
        false => refused(StatusCode::UNAUTHORIZED, request.uri()),
    }
}

fn refused(status: StatusCode, uri: &Uri) -> Response {
    Refusal::forbidden(status, common(uri).lang()).into_response()
}

impl Guard {
    fn is_at_home(&self, method: &Method, headers: &HeaderMap) -> bool {
        let text = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
        let is_host = |name: &str| self.hosts.iter().any(|host| host == name);
        let origin = text(&ORIGIN).is_none_or(|origin| {
            let host = origin.strip_prefix("http://");
            host.is_some_and(is_host)
        });
        // The link may be followed from anywhere; it carries the token itself.
        let site = text(&SITE).is_none_or(|site| ["same-origin", "none"].contains(&site));
        let changes = !matches!(*method, Method::GET | Method::HEAD);
        text(&HOST).is_some_and(is_host)
            && origin
            && site
            && (!changes || headers.contains_key(OWN))
    }

    fn has_token(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(COOKIE).iter();
        let cookies = cookies.filter_map(|cookie| cookie.to_str().ok());
        let mut pairs = cookies.flat_map(|cookies| cookies.split(';'));
        pairs.any(|pair| {
            let pair = pair.trim().split_once('=');
            pair.is_some_and(|(name, value)| name == self.cookie && self.token.is(value))
        })
    }
}
