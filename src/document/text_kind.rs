//! What a text is, told by how it begins; the extension decides where that says nothing.

use super::encoding;
use super::kind::{FileKind, Foreign};

/// By how a text begins.
pub(super) fn text_kind(file: &str, bytes: &[u8]) -> FileKind {
    let cut = &bytes[..bytes.len().min(4_096)];
    let start = encoding::decode_loosely(cut);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let begins = |word: &str| {
        let same = |start: &str| start.eq_ignore_ascii_case(word);
        start.get(..word.len()).is_some_and(same)
    };
    if begins("{\\rtf") {
        return FileKind::Foreign(Foreign::Rtf);
    }
    if begins("mime-version:") {
        return FileKind::Foreign(Foreign::WebArchive);
    }
    if start.starts_with('<')
        && let Some(kind) = markup_kind(start)
    {
        return kind;
    }
    match extension(file).as_str() {
        "json" => FileKind::Json,
        "html" | "htm" | "xhtml" if start.starts_with('<') => FileKind::Html,
        "txt" | "csv" | "tsv" | "md" | "markdown" | "tab" => FileKind::Text,
        "yaml" | "yml" => FileKind::Yaml,
        _ if looks_like_yaml(start) => FileKind::Yaml,
        _ => FileKind::Text,
    }
}

/// Of a text that begins with a tag, what its first 2,000 characters say; `None` for other markup.
fn markup_kind(start: &str) -> Option<FileKind> {
    let head: String = start.chars().take(2_000).collect();
    let head = head.to_ascii_lowercase();
    if head.starts_with("<?xml") && (head.contains("<workbook") || head.contains("mso-application"))
    {
        return Some(FileKind::Foreign(Foreign::FlatXml));
    }
    let page = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<table",
        "<meta",
    ];
    let begins = page.iter().any(|tag| head.starts_with(tag));
    if begins && head.contains("<meta name=\"generator\" content=\"jixiao ") {
        return Some(FileKind::Foreign(Foreign::OwnPaper));
    }
    page.iter()
        .any(|tag| head.contains(tag))
        .then_some(FileKind::Html)
}

/// Whether the first line that says something is `key: value`, `- item` or `---`.
fn looks_like_yaml(start: &str) -> bool {
    let line = start
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'));
    line.is_some_and(|line| {
        line == "---"
            || line.starts_with("- ")
            || line.starts_with("%YAML")
            || line.starts_with('{')
            || line.ends_with(':')
            || line.contains(": ")
    })
}

/// The extension in lower case, "" without one.
pub(super) fn extension(file: &str) -> String {
    let path = std::path::Path::new(file);
    path.extension()
        .map(|extension| extension.to_string_lossy().to_ascii_lowercase())
        .unwrap_or_default()
}
