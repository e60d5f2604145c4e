//! Overlay files: `docs/whatif.md`, `docs/schema/overlay.schema.json`.

use std::path::Path;

use super::Change;
use crate::document::{
    Fields, Input, Key, Name, Node, NodeKind, Problem, ProblemKind, Problems, list_of, text_of,
};

use crate::words::whatif as words;

/// The most bytes of an overlay.
pub const MOST_BYTES: u64 = 1024 * 1024;
/// The most changes of an overlay: more than one for everything a form can print.
pub const MOST_CHANGES: usize = 1_000;

const TITLE: Name = Name::new("title", "标题");
const REASON: Name = Name::new("reason", "理由");
const CHANGES: Name = Name::new("changes", "改动");
const SET: Name = Name::new("set", "改");
const TO: Name = Name::new("to", "为");
const BECAUSE: Name = Name::new("because", "因为");

/// Keys of the file.
const FILE: &[Name] = &[TITLE, REASON, CHANGES];
/// Keys of a change in its long form.
const LONG: &[Name] = &[SET, TO, BECAUSE];

/// Changes that are kept in a file, with a title and the reason for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlay {
    /// What the scenario is called: its title, or the stem of the file.
    pub title: String,
    /// What it is for.
    pub reason: Option<String>,
    /// The changes, in the order of the file.
    pub changes: Vec<Change>,
    /// What the user should know although the file could be read.
    pub notices: Vec<Problem>,
}

/// Reads an overlay.
///
/// # Errors
/// Every problem of the file, in the order of its lines.
pub fn read_overlay(file: &str, bytes: &[u8]) -> Result<Overlay, Vec<Problem>> {
    let input = Input::read(file, bytes)?;
    let mut problems = Problems::new(&input.source);
    let mut overlay = Overlay {
        title: String::new(),
        reason: None,
        changes: Vec::new(),
        notices: input.notices.clone(),
    };
    if let Some(mut fields) = Fields::open(&input.root, FILE, &mut problems) {
        overlay.title = fields.text(TITLE, &mut problems).trim().to_owned();
        overlay.reason = filled(fields.text(REASON, &mut problems));
        let list = fields.require(CHANGES, &mut problems);
        fields.close(&mut problems);
        for item in list.map_or(&[][..], |list| list_of(list, &mut problems)) {
            if overlay.changes.len() > MOST_CHANGES {
                let most = |lang| words::too_many_changes(lang, MOST_CHANGES);
                problems.at_node(item, ProblemKind::said(most, |_| String::new()));
                break;
            }
            changes(item, &mut overlay.changes, &mut problems);
        }
    }
    if overlay.title.is_empty() {
        let stem = Path::new(file).file_stem().unwrap_or_default();
        overlay.title = stem.to_string_lossy().into_owned();
    }
    match problems.is_empty() {
        true => Ok(overlay),
        false => Err(input
            .notices
            .into_iter()
            .chain(problems.into_list())
            .collect()),
    }
}

/// `{key: value}`, or `{set: key, to: value, because: …}`.
fn changes(item: &Node, all: &mut Vec<Change>, problems: &mut Problems<'_>) {
    if let NodeKind::Map(entries) = &item.kind
        && !entries
            .iter()
            .any(|(key, _)| LONG.iter().any(|name| name.is(&key.text)))
    {
        for (key, value) in entries.iter().take(MOST_CHANGES + 1) {
            all.extend(change(key, value, None, problems));
        }
        return;
    }
    let Some(mut fields) = Fields::open(item, LONG, problems) else {
        return;
    };
    let set = fields.require(SET, problems);
    let to = fields.require(TO, problems);
    let because = filled(fields.text(BECAUSE, problems));
    fields.close(problems);
    if let (Some(set), Some(to)) = (set, to)
        && let Some(text) = text_of(set, problems)
    {
        let key = Key {
            text: text.into(),
            line: set.line,
            column: set.column,
        };
        all.extend(change(&key, to, because, problems));
    }
}

fn change(
    key: &Key,
    value: &Node,
    because: Option<String>,
    problems: &mut Problems<'_>,
) -> Option<Change> {
    if problems.is_full() {
        return None;
    }
    // What is wrong with a key is shown at the key.
    if let Err(kind) = super::Key::parse(&key.text) {
        problems.at_key(key, kind);
        return None;
    }
    let origin = problems.source().origin(key.line, key.column);
    let excerpt = problems
        .source()
        .excerpt(key.line, key.column, key.length());
    match Change::read(&key.text, value, origin) {
        Ok(change) => Some(Change {
            because,
            excerpt,
            ..change
        }),
        Err(kind) => {
            problems.at_node(value, kind);
            None
        }
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
