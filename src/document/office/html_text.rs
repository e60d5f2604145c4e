//! The text of a web page before it is taken apart: its encoding, and what nobody reads in it.

use encoding_rs::Encoding;

use crate::document::{ProblemKind, encoding};

/// How far a page is searched for its encoding, as browsers do.
const PRESCAN: usize = 1_024;
/// A run of Base64 longer than this is an embedded picture or the state of a form.
const LONGEST_RUN: usize = 1_024;
/// Comments longer than this are taken out.
const LONGEST_COMMENT: usize = 1_024;

/// Decodes a page. A byte order mark and valid UTF-8 win over what the page says of itself, since many
/// pages were converted and kept their old `<meta charset>`; then that counts, with GBK read as GB18030;
/// without it GB18030 is tried.
///
/// # Errors
/// No text, or in no known encoding.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ProblemKind> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let declared = declared_encoding(head);
    let marked = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let other = declared.filter(|encoding| {
        !marked && std::str::from_utf8(bytes).is_err() && *encoding != encoding_rs::UTF_8
    });
    if let Some(encoding) = other {
        // Browsers replace what does not fit; one broken byte must not lose a page.
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Ok(text.into_owned());
    }
    encoding::decode(bytes).map(|(text, _)| text.into_owned())
}

/// `charset=…` in the head of a page.
fn declared_encoding(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, behind) = head.split_once("charset")?;
    let label = behind.trim_start().strip_prefix('=')?;
    let label = label.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
    let encoding = Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])?;
    // A page whose label could be read as ASCII is not in UTF-16.
    (encoding != encoding_rs::UTF_16LE && encoding != encoding_rs::UTF_16BE).then_some(encoding)
}

/// The page without long comments and embedded data: they are never shown, and a limit on the length of
/// tags can then be a tight one.
pub(super) fn without_ballast(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("<!--") {
        let (before, comment) = rest.split_at(at);
        kept.push_str(before);
        let end = comment.find("-->").map(|end| end + 3);
        match end {
            Some(end) if end > LONGEST_COMMENT => rest = &comment[end..],
            Some(end) => {
                kept.push_str(&comment[..end]);
                rest = &comment[end..];
            }
            None => {
                // Without an end a comment reaches to the end of the page.
                rest = "";
            }
        }
    }
    kept.push_str(rest);
    without_runs(&kept)
}

fn without_runs(text: &str) -> String {
    let is_data = |byte: u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'%' | b'-' | b'_')
    };
    let mut kept = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    let (mut from, mut start) = (0, None);
    for (index, &byte) in bytes.iter().enumerate() {
        match (is_data(byte), start) {
            (true, None) => start = Some(index),
            (true, Some(_)) => {}
            (false, Some(first)) => {
                if index - first > LONGEST_RUN {
                    kept.push_str(&text[from..first]);
                    from = index;
                }
                start = None;
            }
            (false, None) => {}
        }
    }
    if let Some(first) = start.filter(|first| bytes.len() - first > LONGEST_RUN) {
        kept.push_str(&text[from..first]);
    } else {
        kept.push_str(&text[from..]);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_or_its_bytes_tell_the_encoding() {
        let gbk = b"<meta charset=\"gb2312\"><td>\xC4\xEA";
        assert!(decode(gbk).unwrap().ends_with("年"));
        let unlabelled = b"<td>\xC4\xEA</td>";
        assert!(decode(unlabelled).unwrap().contains("年"));
        let big5 = b"<meta http-equiv=Content-Type content='text/html; charset=big5'>\xA6\x7E";
        assert!(decode(big5).unwrap().ends_with("年"));
        let converted = "<meta charset=gbk>年".as_bytes();
        assert!(decode(converted).unwrap().ends_with("年"));
    }

    #[test]
    fn pictures_and_long_comments_are_taken_out() {
        let data = "QUJD".repeat(1_000);
        let page = format!(
            "<!--a--><img src=\"data:image/png;base64,{data}\">年<!--{}-->度{data}",
            "x ".repeat(900)
        );
        assert_eq!(
            without_ballast(&page),
            "<!--a--><img src=\"data:image/png;base64,\">年度"
        );
        assert_eq!(without_ballast("a<!-- b"), "a");
    }
}
