//! The YAML file: `docs/accept.md`, `docs/schema/accepted.schema.json`.

use super::{Acceptance, keys};
use crate::audit::{Figures, checks};
use crate::document::{
    Fields, Input, Name, Node, Problem, ProblemKind, Problems, list_of, nearest, scalar, text_of,
};
use crate::words::{Lang, accept as words, problems::did_you_mean};

/// What an acceptance file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accepted {
    /// The file as messages show it.
    pub file: String,
    /// Its entries, in the order of the file.
    pub entries: Vec<Acceptance>,
    /// What the user should know although the file could be read.
    pub notices: Vec<Problem>,
}

/// Reads an acceptance file.
///
/// # Errors
/// Every problem of the file, in the order of its lines.
pub fn read(file: &str, bytes: &[u8]) -> Result<Accepted, Vec<Problem>> {
    let input = Input::read(file, bytes)?;
    let mut problems = Problems::new(&input.source);
    let mut entries = Vec::new();
    if let Some(mut fields) = Fields::open(&input.root, keys::FILE, &mut problems) {
        let list = fields.require(keys::ACCEPTED, &mut problems);
        fields.close(&mut problems);
        let items = list.map_or(&[][..], |list| list_of(list, &mut problems));
        entries.extend(items.iter().filter_map(|item| entry(item, &mut problems)));
    }
    if problems.is_empty() {
        return Ok(Accepted {
            file: file.to_owned(),
            entries,
            notices: input.notices,
        });
    }
    let problems = problems.into_list();
    Err(input.notices.into_iter().chain(problems).collect())
}

fn entry(node: &Node, problems: &mut Problems<'_>) -> Option<Acceptance> {
    let mut fields = Fields::open(node, keys::ENTRY, problems)?;
    let sheet = needed(&mut fields, keys::SHEET, problems);
    let code = fields.require(keys::CODE, problems);
    let row = fields.take(keys::ROW, problems);
    let mut optional = |name, problems: &mut Problems<'_>| {
        let text = fields.text(name, problems).trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let indicator = optional(keys::INDICATOR, problems);
    let figures = Figures {
        reported: optional(keys::REPORTED, problems),
        expected: optional(keys::EXPECTED, problems),
        target: optional(keys::TARGET, problems),
        actual: optional(keys::ACTUAL, problems),
    };
    let finding = optional(keys::FINDING, problems).unwrap_or_default();
    let by = optional(keys::BY, problems);
    let reason = needed(&mut fields, keys::REASON, problems);
    fields.close(problems);
    // Every problem of the entry is told, so nothing returns before the last one is read.
    let code = code.and_then(|code| known_code(code, problems));
    let row = row.and_then(|row| number(row, problems));
    Some(Acceptance {
        sheet: sheet?,
        code: code?,
        row,
        indicator,
        figures,
        finding,
        reason: reason?,
        by,
        line: node.line,
        across: false,
    })
}

/// A text that has to be there and must not be blank.
fn needed(fields: &mut Fields<'_>, name: Name, problems: &mut Problems<'_>) -> Option<String> {
    let node = fields.require(name, problems)?;
    let text = text_of(node, problems)?.trim();
    if text.is_empty() {
        let kind = ProblemKind::said(
            |lang| words::blank(lang, name.chinese, name.english),
            words::blank_help,
        );
        problems.at_node(node, kind);
        return None;
    }
    Some(text.to_owned())
}

fn known_code(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
    let text = text_of(node, problems)?.trim();
    let mut codes = checks::ALL.iter().map(|check| check.code);
    if let Some(code) = codes.find(|code| code.eq_ignore_ascii_case(text)) {
        return Some(code.to_owned());
    }
    let code = text.to_uppercase();
    let known: Vec<String> = checks::ALL
        .iter()
        .map(|check| check.code.to_lowercase())
        .collect();
    let near = nearest(text, known.iter().map(String::as_str)).map(str::to_uppercase);
    let help = |lang: Lang| match &near {
        Some(near) => did_you_mean(lang, near),
        None => words::no_such_check_help(lang),
    };
    let kind = ProblemKind::said(|lang| words::no_such_check(lang, &code), help);
    problems.at_node(node, kind);
    None
}

fn number(node: &Node, problems: &mut Problems<'_>) -> Option<u32> {
    let text = text_of(node, problems)?.trim();
    if text.is_empty() {
        return None;
    }
    let number = text.parse().ok().filter(|row| *row > 0);
    if number.is_none() {
        let kind = ProblemKind::said(|lang| words::bad_row(lang, text), words::bad_row_help);
        problems.at_node(node, kind);
    }
    number
}

/// The file with these entries, as [`read`] reads it.
pub fn write(entries: &[Acceptance], lang: Lang) -> String {
    let mut text = format!("# {}\n", words::file_head(lang));
    text.push_str(&format!("{}:", keys::ACCEPTED.english));
    if entries.is_empty() {
        text.push_str(" []");
    }
    text.push('\n');
    for entry in entries {
        let row = entry.row.map(|row| row.to_string());
        let figures = &entry.figures;
        let values = [
            Some(&entry.sheet),
            Some(&entry.code),
            row.as_ref(),
            entry.indicator.as_ref(),
            figures.reported.as_ref(),
            figures.expected.as_ref(),
            figures.target.as_ref(),
            figures.actual.as_ref(),
            Some(&entry.finding).filter(|finding| !finding.is_empty()),
            Some(&entry.reason),
            entry.by.as_ref(),
        ];
        let mut lead = "  - ";
        for (name, value) in keys::ENTRY.iter().zip(values) {
            if let Some(value) = value {
                text.push_str(&format!("{lead}{}: {}\n", name.english, scalar(value)));
                lead = "    ";
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_whatever_stands_in_it() {
        for text in [
            "a: b\n# c",
            "null",
            "- x",
            "'\"",
            "\u{1b}[2J",
            "0012",
            "是",
            "x\u{2028}y",
        ] {
            let given = Acceptance {
                sheet: text.to_owned(),
                code: "C04".to_owned(),
                row: Some(3),
                indicator: Some(text.to_owned()),
                figures: Figures {
                    reported: Some(text.to_owned()),
                    target: Some(text.to_owned()),
                    ..Figures::default()
                },
                finding: text.to_owned(),
                reason: text.to_owned(),
                by: Some(text.to_owned()),
                line: 2,
                across: false,
            };
            let written = write(std::slice::from_ref(&given), Lang::Zh);
            let read = read("a.yaml", written.as_bytes()).expect(&written);
            let line = read.entries[0].line;
            assert_eq!(read.entries, [Acceptance { line, ..given }], "{written}");
        }
        assert_eq!(
            read("a.yaml", write(&[], Lang::En).as_bytes())
                .unwrap()
                .entries,
            []
        );
    }
}
