//! Web pages: lines and tables in reading order.
//!
//! The library's tokenizer takes the page apart by the rules of browsers; tables are put together here,
//! tag by tag and without a tree. The tree a browser would build can be made many times larger than the
//! page by unclosed tags; this way every tag costs the same.

use std::cell::RefCell;
use std::sync::Arc;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::Reading;
use super::html_page::Page;
use super::html_text::{decode, without_ballast};
use super::limits::{MEBIBYTE, refusal};
use crate::document::ProblemKind;
use crate::words::office as words;

/// The most mebibytes of a page.
const MOST_PAGE: usize = 16;
/// Bytes handed over at a time.
const CHUNK: usize = 1_024;
/// The most chunks a single tag may take: the tokenizer compares every attribute of a tag with every other.
const MOST_CHUNKS: usize = 8;

/// Reads a page.
///
/// # Errors
/// It is too large, or in an encoding that cannot be told.
pub(super) fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, ProblemKind> {
    if bytes.len() > MOST_PAGE * MEBIBYTE {
        return Err(ProblemKind::TooLarge { limit: MOST_PAGE });
    }
    let text = decode(bytes)?;
    let text = without_ballast(&text);
    let sink = Sink {
        state: RefCell::new(State {
            page: Page::new(file),
            problem: None,
            progress: false,
        }),
    };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    let mut idle = 0;
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (chunk, behind) = rest.split_at(boundary(rest, CHUNK));
        rest = behind;
        input.push_back(StrTendril::from_slice(chunk));
        // The sink never asks the tokenizer to stop, but scripts do when they end.
        while !input.is_empty() {
            let _ = tokenizer.feed(&input);
        }
        let mut state = tokenizer.sink.state.borrow_mut();
        if let Some(problem) = state.problem.take() {
            return Err(problem);
        }
        idle = if std::mem::take(&mut state.progress) {
            0
        } else {
            idle + 1
        };
        if idle > MOST_CHUNKS {
            return Err(refusal(words::too_large_tag, words::archive_help));
        }
    }
    tokenizer.end();
    let state = tokenizer.sink.state.into_inner();
    match state.problem {
        Some(problem) => Err(problem),
        None => Ok(Reading {
            blocks: state.page.finish()?,
            notices: Vec::new(),
        }),
    }
}

/// The last boundary of characters at or before `at`, but beyond the beginning.
fn boundary(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    (1..=at)
        .rev()
        .find(|&index| text.is_char_boundary(index))
        .unwrap_or(text.len())
}

/// Takes the tokens. The tokenizer hands them out by shared reference.
struct Sink {
    state: RefCell<State>,
}

struct State {
    page: Page,
    problem: Option<ProblemKind>,
    /// Something came since the last chunk.
    progress: bool,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        if matches!(token, Token::ParseError(_)) || state.problem.is_some() {
            return TokenSinkResult::Continue;
        }
        state.progress = true;
        let mut next = TokenSinkResult::Continue;
        let outcome = match token {
            Token::TagToken(tag) => {
                next = after(&tag);
                state.page.tag(&tag)
            }
            Token::CharacterTokens(text) => state.page.text(&text),
            _ => Ok(()),
        };
        state.problem = outcome.err();
        next
    }
}

/// How the tokenizer goes on behind a tag: what is no markup inside some elements.
fn after(tag: &Tag) -> TokenSinkResult<()> {
    if tag.kind == TagKind::EndTag {
        return TokenSinkResult::Continue;
    }
    match tag.name.as_ref() {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
            TokenSinkResult::RawData(RawKind::Rawtext)
        }
        "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}
