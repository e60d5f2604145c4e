//! SARIF 2.1.0: the findings for editors and code platforms.
//!
//! A finding that fails is a result of kind `fail` with its level; one that is uncertain is of kind `review`,
//! for which the standard (§3.27.10) allows the level `none` only. The severity of every finding stands in
//! its properties.

use serde_json::{Map, Value, json};

use super::{AuditedSheets, FoundRow, Where};
use crate::audit::{Check, Family, Outcome, Severity, checks};
use crate::report::screen::clean;
use crate::words::{Lang, audit as words};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings as one SARIF log with one run.
pub fn sarif(audited: &AuditedSheets, lang: Lang) -> String {
    let ran = |check: &&Check| {
        let chosen = audited.checks.as_ref();
        chosen.is_none_or(|codes| codes.contains(&check.code))
    };
    let ran: Vec<&Check> = checks::ALL.iter().filter(ran).collect();
    let language = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en-US",
    };
    let results: Vec<Value> = audited
        .findings()
        .map(|finding| result(finding, &ran, lang))
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "jixiao",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": language,
                "rules": ran.iter().map(|check| rule(check, lang)).collect::<Vec<Value>>(),
            }},
            "language": language,
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    // Strings, numbers and lists only: nothing in there can fail to be written.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn rule(check: &Check, lang: Lang) -> Value {
    let section = check.section(lang);
    let tags: Vec<String> = Family::of(check.code)
        .map(|family| match lang {
            Lang::Zh => family.chinese.to_owned(),
            Lang::En => family.english.to_owned(),
        })
        .into_iter()
        .collect();
    json!({
        "id": check.code,
        "shortDescription": {"text": (check.title)(lang)},
        "help": {"text": section.replace("**", ""), "markdown": section},
        "properties": {"tags": tags},
    })
}

fn result(finding: &FoundRow, ran: &[&Check], lang: Lang) -> Value {
    let (severity, outcome) = finding.grade;
    let mut result = Map::new();
    result.insert("ruleId".to_owned(), finding.code.into());
    if let Some(index) = ran.iter().position(|check| check.code == finding.code) {
        result.insert("ruleIndex".to_owned(), index.into());
    }
    let (kind, level) = match (outcome, severity) {
        (Outcome::Uncertain, _) => ("review", "none"),
        (Outcome::NotApplicable, _) => ("notApplicable", "none"),
        (Outcome::Fails, Severity::Error) => ("fail", "error"),
        (Outcome::Fails, Severity::Warning) => ("fail", "warning"),
        (Outcome::Fails, Severity::Note) => ("fail", "note"),
    };
    result.insert("kind".to_owned(), kind.into());
    result.insert("level".to_owned(), level.into());
    let text = [
        finding.message.clone(),
        format!("{}{}", words::lead_rule(lang), finding.rule),
        format!("{}{}", words::lead_help(lang), finding.help),
    ];
    let changed = finding.accepted.as_ref().filter(|one| !one.counts());
    let changed = changed.map(|one| format!("{}{}", one.lead(lang), one.why(lang)));
    let text: Vec<String> = text
        .iter()
        .chain(&changed)
        .map(|line| message(line))
        .collect();
    result.insert("message".to_owned(), json!({"text": text.join("\n")}));
    result.insert(
        "locations".to_owned(),
        json!([location(&finding.place, lang)]),
    );
    // All results or none have suppressions (§3.27.23); an empty list says that it is not suppressed.
    let accepted = finding.accepted.as_ref();
    let suppressions: Vec<Value> = accepted
        .filter(|accepted| accepted.counts())
        .map(|accepted| {
            json!({
                "kind": "external",
                "status": "accepted",
                "justification": clean(&accepted.why(lang)),
            })
        })
        .into_iter()
        .collect();
    result.insert("suppressions".to_owned(), suppressions.into());
    let properties = json!({
        "severity": finding.severity,
        "outcome": finding.outcome,
        "sheet": clean(&finding.place.sheet),
        "row": finding.place.row,
        "reported": finding.reported.as_deref().map(clean),
        "expected": finding.expected.as_deref().map(clean),
        "accepted": accepted.map(|accepted| accepted.status),
    });
    result.insert("properties".to_owned(), properties);
    Value::Object(result)
}

/// A sentence as a plain text message (§3.11): braces are doubled, and what would be a link is none.
fn message(text: &str) -> String {
    let text = clean(text).replace('{', "{{").replace('}', "}}");
    match text.contains("](") {
        true => text
            .replace('\\', "\\\\")
            .replace('[', "\\[")
            .replace(']', "\\]"),
        false => text,
    }
}

fn location(place: &Where, lang: Lang) -> Value {
    let mut location = Map::new();
    if let Some(uri) = uri(&place.file) {
        let mut physical = json!({"artifactLocation": {"uri": uri}});
        if let Some(line) = place.line {
            physical["region"] = json!({"startLine": line});
        }
        location.insert("physicalLocation".to_owned(), physical);
    }
    let sheet = clean(&place.sheet);
    let mut logical = vec![match &place.row {
        Some(row) => json!({
            "name": words::row_alone(lang, row),
            "fullyQualifiedName": format!("{sheet}/{row}"),
            "kind": "row",
        }),
        None => json!({"name": sheet, "fullyQualifiedName": sheet, "kind": "sheet"}),
    }];
    if let Some(cell) = &place.cell {
        let cell = clean(cell);
        let full = format!("{sheet}/{cell}");
        logical.push(json!({"name": cell, "fullyQualifiedName": full, "kind": "cell"}));
    }
    location.insert("logicalLocations".to_owned(), logical.into());
    Value::Object(location)
}

/// The address of a file: relative as the user named it, or `file:///…`; `None` for standard input.
fn uri(file: &str) -> Option<String> {
    if file.is_empty() || matches!(file, "-" | "stdin" | "stdin.json") {
        return None;
    }
    let file = if cfg!(windows) {
        file.replace('\\', "/")
    } else {
        file.to_owned()
    };
    let drive = cfg!(windows) && file.as_bytes().get(1) == Some(&b':');
    let parts = file.split('/').enumerate();
    let parts: Vec<String> = parts
        .filter(|(_, part)| !part.is_empty() && *part != ".")
        .map(|(index, part)| match index == 0 && drive {
            true => part.to_owned(),
            false => encoded(part),
        })
        .collect();
    let path = parts.join("/");
    Some(match file.starts_with('/') || drive {
        true => format!("file:///{path}"),
        false => path,
    })
}

/// A name with everything but RFC 3986's unreserved characters as %XX.
fn encoded(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte));
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_encoded_and_name_no_other_place() {
        assert_eq!(
            uri("./a//决算 1.yaml").unwrap(),
            "a/%E5%86%B3%E7%AE%97%201.yaml"
        );
        assert_eq!(uri("/x/y.yaml").unwrap(), "file:///x/y.yaml");
        assert_eq!(uri("//host/y.yaml").unwrap(), "file:///host/y.yaml");
        assert_eq!(
            uri("javascript:alert(1)#?.yaml").unwrap(),
            "javascript%3Aalert%281%29%23%3F.yaml"
        );
        assert_eq!(uri("-"), None);
    }

    #[test]
    fn a_text_of_a_sheet_is_neither_a_link_nor_a_placeholder() {
        assert_eq!(message("[点](http://x) {0}"), "\\[点\\](http://x) {{0}}");
        assert_eq!(message("wuhan [定量]\u{1b}[2J"), "wuhan [定量]\u{fffd}[2J");
    }
}
