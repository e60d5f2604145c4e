//! What comes in: the words of a request, read within limits, refused in the language of the page.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::header::CONTENT_LENGTH;
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use http_body_util::BodyExt;
use jixiao::words::{Lang, web as words};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::time::{Instant, timeout_at};

use super::answer::Refusal;

/// The most bytes of a question: a changed rule with all its files fits.
const MOST_ASKED: usize = 1024 * 1024;
/// How long a body may take to come, on a machine talking to itself.
const LONGEST: Duration = Duration::from_secs(60);
/// How much of a body that is too large is still taken, so that the answer is heard.
const MOST_DROPPED: u64 = 256 * 1024 * 1024;

/// What questions have in common.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Common {
    /// `zh` or `en`.
    #[serde(default)]
    lang: String,
    /// The rule; the desk's own when absent.
    #[serde(default)]
    pub rules: String,
}

impl Common {
    /// The language; Chinese unless English is asked for.
    pub fn lang(&self) -> Lang {
        match self.lang.as_str() {
            "en" => Lang::En,
            _ => Lang::Zh,
        }
    }
}

/// A question in the address.
pub struct InAddress<T>(pub Common, pub T);

/// A question in the body, as JSON.
pub struct InBody<T>(pub Common, pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for InAddress<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let common = common(&parts.uri);
        let asked = Query::try_from_uri(&parts.uri);
        let Query(asked) = asked.map_err(|why| Refusal::not_read(&why, common.lang()))?;
        Ok(InAddress(common, asked))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for InBody<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        let bytes = bytes(&parts, body, MOST_ASKED).await?;
        let spoken = common(&parts.uri);
        // Lists would be taken for the fields in their order.
        let object = match bytes.trim_ascii_start().first() {
            Some(b'{') => bytes.as_slice(),
            _ => &[],
        };
        // Read twice, so that what nobody asks for is skipped and not kept.
        let common: Common =
            serde_json::from_slice(object).map_err(|why| Refusal::not_read(&why, spoken.lang()))?;
        let lang = match common.lang.is_empty() {
            true => spoken.lang,
            false => common.lang,
        };
        let common = Common { lang, ..common };
        let asked =
            serde_json::from_slice(object).map_err(|why| Refusal::not_read(&why, common.lang()))?;
        Ok(InBody(common, asked))
    }
}

/// What the address says in common with all; nothing where it says something else.
pub fn common(uri: &Uri) -> Common {
    Query::try_from_uri(uri).map_or_else(|_| Common::default(), |Query(common)| common)
}

/// A body, of no more than so many bytes.
///
/// # Errors
/// It is larger, or takes too long, or breaks off.
pub async fn bytes(parts: &Parts, body: Body, most: usize) -> Result<Vec<u8>, Refusal> {
    let lang = common(&parts.uri).lang();
    let length = parts.headers.get(CONTENT_LENGTH);
    let length: Option<u64> = length.and_then(|length| length.to_str().ok()?.parse().ok());
    let mut body = body;
    let (mut bytes, mut dropped) = (Vec::new(), 0_u64);
    let mut large = length.is_some_and(|length| length > most as u64);
    let until = Instant::now() + LONGEST;
    loop {
        let frame = timeout_at(until, body.frame()).await;
        let frame = match frame {
            Err(_) => return Err(Refusal::too_slow(lang)),
            Ok(None) => break,
            Ok(Some(Err(why))) => return Err(Refusal::not_read(&why, lang)),
            Ok(Some(Ok(frame))) => frame,
        };
        let Some(piece) = frame.data_ref() else {
            continue;
        };
        large |= bytes.len() + piece.len() > most;
        if large {
            bytes = Vec::new();
            dropped += piece.len() as u64;
            if dropped > MOST_DROPPED {
                break;
            }
        } else {
            bytes.extend_from_slice(piece);
        }
    }
    match large {
        true => Err(Refusal::too_large(most, lang)),
        false => Ok(bytes),
    }
}

impl Refusal {
    /// The question itself cannot be read.
    fn not_read(why: &dyn std::fmt::Display, lang: Lang) -> Refusal {
        Refusal::plain(
            StatusCode::BAD_REQUEST,
            |lang| words::not_read(lang, why),
            words::not_read_help,
            lang,
        )
    }

    fn too_large(most: usize, lang: Lang) -> Refusal {
        Refusal::plain(
            StatusCode::PAYLOAD_TOO_LARGE,
            |lang| words::too_large(lang, most / 1024 / 1024),
            words::too_large_help,
            lang,
        )
    }

    fn too_slow(lang: Lang) -> Refusal {
        Refusal::plain(
            StatusCode::REQUEST_TIMEOUT,
            words::too_slow,
            words::too_slow_help,
            lang,
        )
    }
}
