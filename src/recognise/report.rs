//! What the report's text says about its sheets.

use super::lexicon::LEXICON;
use super::tidy::{key, tidy, without_numbering};
use crate::document::{Block, Document};
use crate::sheet::{Origin, Scope, Sheet, Text};

/// Longest heading.
const LONGEST_HEADING: usize = 30;

/// Whom the passages speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Subject {
    Nobody,
    Unit,
    Project(String),
}

/// Adds to every sheet what the report's text says about it, and to a unit's sheet the projects the
/// text lists.
pub(super) fn tell(document: &Document, sheets: &mut [Sheet]) {
    if sheets.is_empty() {
        return;
    }
    let mut subject = Subject::Nobody;
    let mut listed: Vec<Text> = Vec::new();
    for paragraph in paragraphs(document) {
        if is_heading(&paragraph.text) {
            subject = heading(&paragraph.text);
            continue;
        }
        if let Some(project) = project_of(&paragraph.text) {
            // 整体支出绩效自评综述 speaks of the unit.
            if is_whole(&project) {
                subject = Subject::Unit;
                add(sheets, &subject, &paragraph);
                continue;
            }
            if !listed.iter().any(|known| key(&known.text) == key(&project)) {
                listed.push(Text {
                    text: project.clone(),
                    origin: paragraph.origin.clone(),
                });
            }
            subject = Subject::Project(project);
        }
        add(sheets, &subject, &paragraph);
    }
    for sheet in sheets.iter_mut().filter(|sheet| sheet.scope == Scope::Unit) {
        sheet.projects.clone_from(&listed);
    }
}

/// Adds a paragraph to the sheets it speaks of.
fn add(sheets: &mut [Sheet], subject: &Subject, paragraph: &Text) {
    for sheet in sheets.iter_mut() {
        let meant = match (subject, sheet.scope) {
            (Subject::Unit, Scope::Unit) => true,
            (Subject::Project(name), Scope::Project) => {
                let own = sheet.project.as_deref().map(key).unwrap_or_default();
                !own.is_empty() && own == key(name)
            }
            _ => false,
        };
        if meant {
            sheet.narrative.push(paragraph.clone());
        }
    }
}

/// Whether the name in front of 自评综述 is no project but the unit's spending as a whole.
fn is_whole(name: &str) -> bool {
    let words = LEXICON.words("report", "whole");
    let name = key(name);
    words.iter().any(|word| name.ends_with(word.as_str()))
}

/// The paragraphs of a document; one that a page cut is put together again.
fn paragraphs(document: &Document) -> Vec<Text> {
    let mut paragraphs: Vec<Text> = Vec::new();
    let mut open = false;
    for block in &document.blocks {
        let Block::Line(line) = block else {
            open = false;
            continue;
        };
        let text = tidy(&line.text);
        match paragraphs.last_mut() {
            Some(last) if open && !is_heading(&line.text) => last.text.push_str(&text),
            _ => paragraphs.push(Text {
                text,
                origin: Origin::clone(&line.origin),
            }),
        }
        let last = paragraphs.last().map_or("", |last| last.text.as_str());
        open = !is_heading(last) && !last.ends_with(['。', '；', ';', '：', ':', '！', '.']);
    }
    paragraphs
}

/// Short, and without the marks of a sentence.
fn is_heading(text: &str) -> bool {
    let short = text.chars().take(LONGEST_HEADING + 1).count() <= LONGEST_HEADING;
    short && !text.contains(['。', '，', ',', '；', ';'])
}

fn heading(text: &str) -> Subject {
    let key = key(without_numbering(text));
    let is = |list| {
        let words = LEXICON.words("report", list);
        words.iter().any(|word| key.ends_with(word.as_str()))
    };
    if is("unit") || is("management") {
        Subject::Unit
    } else {
        Subject::Nobody
    }
}

/// The project whose 自评综述 a paragraph begins.
fn project_of(text: &str) -> Option<String> {
    let (begins, word) = LEXICON
        .words("report", "project")
        .iter()
        .find_map(|word| Some((text.find(word.as_str())?, word)))?;
    debug_assert!(!word.is_empty());
    let name = without_numbering(text[..begins].trim());
    let name = name.trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '(' | ')' | '（' | '）' | '.' | '、')
    });
    let short = name.chars().count() <= LONGEST_HEADING && !name.contains(['。', '，', '；']);
    (short && !name.is_empty()).then(|| name.to_owned())
}
